"""The catalogues say what the code asks for, in whole sentences, with Chinese punctuation."""

import ast
import io
import re
import string
import unicodedata
from collections import Counter
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import pytest
import words
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from build_hook import compile_catalogue
from desk.i18n import LANGUAGES
from desk.ui.shortcuts import SHORTCUTS, Menu

CODE = words.ROOT / "desk"
TRANSLATED = [code for code in LANGUAGES if code != "en"]

HAN = "\u4e00-\u9fff"
FULL = "，。：；？！、（）“”"
MISPLACED = re.compile(
    rf"[{HAN}{FULL}}}][,.:;?!][{HAN}{FULL}{{]|[{HAN}}}][,.:;?!]$"  # half-width marks in Chinese
    rf"|[{HAN}] [{HAN}]|[，。：；？！、] \S|[\"'「」『』]"
)
ACCESS_KEY = re.compile(r"&(\w)")

WIDEST = 1.25
"""How much wider than the English a Chinese text may be; a Han character counts two letters."""
SHORT = 14
"""Texts as narrow as this fit everywhere, however short the English is."""


@cache
def catalogue(code: str) -> Catalog:
    return words.read(words.LANGUAGES / code / "desk.po")


def entries(code: str) -> list[Message]:
    return [message for message in catalogue(code) if message.id]


def told(message: Message) -> list[str]:
    """Give every form of a translation."""
    return list(words.forms_of(message.string or ""))


def slots(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def access_key(code: str, message: str) -> str:
    entry = catalogue(code).get(message)
    said = message if entry is None or code == "en" else told(entry)[0]
    found = ACCESS_KEY.search(said)
    return found[1].upper() if found else ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_holds_exactly_the_messages_of_the_code(code: str) -> None:
    assert list(words.differences(words.messages(CODE), catalogue(code))) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_bringing_a_catalogue_up_to_date_again_changes_nothing(code: str) -> None:
    file = words.LANGUAGES / code / "desk.po"
    assert words.renewed(code, words.messages(CODE), catalogue(code)) == file.read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_guesses_nothing_and_keeps_nothing_old(code: str) -> None:
    assert [message.id for message in entries(code) if message.fuzzy] == []
    assert dict(catalogue(code).obsolete) == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_head_of_a_catalogue_names_no_day_and_nobody(code: str) -> None:
    head = (words.LANGUAGES / code / "desk.po").read_text(encoding="utf-8").split("\n\n")[0]
    assert re.findall(r'"([\w-]+):', head) == [
        "Project-Id-Version", "Language", "Plural-Forms", "MIME-Version", "Content-Type",
    ]  # fmt: skip
    assert f"Language: {code}" in head


def test_the_english_catalogue_leaves_the_words_to_the_code() -> None:
    assert [message.id for message in entries("en") if any(told(message))] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated_in_every_form(code: str) -> None:
    many = catalogue(code).num_plurals
    lacking = [
        message.id
        for message in entries(code)
        if len(told(message)) != (many if message.pluralizable else 1)
        or not all(text.strip() for text in told(message))
    ]
    assert lacking == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_has_the_slots_of_its_message(code: str) -> None:
    wrong = [
        (message.id, text)
        for message in entries(code)
        for text in told(message)
        if slots(text) != slots(words.forms_of(message.id)[-1])
    ]
    assert wrong == []


def test_chinese_messages_have_chinese_punctuation() -> None:
    assert [t for m in entries("zh_CN") for t in told(m) if MISPLACED.search(t)] == []


def test_the_punctuation_rule_bites() -> None:
    for wrong in ("您好,请坐", "您好.", "{path}:没有", "已保存。 请", "您 好", '选"是"', "「是」"):
        assert MISPLACED.search(wrong), wrong
    for right in ("您好，请坐。", "按F9返回", "投诉(&C)", "Enter打开   F2新投诉", "例如12.50"):
        assert not MISPLACED.search(right), right


def test_chinese_quotation_marks_come_in_pairs() -> None:
    texts = [text for message in entries("zh_CN") for text in told(message)]
    assert [t for t in texts if re.sub("[^“”]", "", t).replace("“”", "")] == []
    assert [t for t in texts if re.sub("[^（）]", "", t).replace("（）", "")] == []


def test_a_chinese_sentence_ends_where_the_english_one_does() -> None:
    wrong = [
        (message.id, text)
        for message in entries("zh_CN")
        for text in told(message)
        if words.forms_of(message.id)[0].endswith(".") != text.endswith("。")
    ]
    assert wrong == []


def test_chinese_messages_fit_where_the_english_ones_do() -> None:
    wide = [
        (message.id, text)
        for message in entries("zh_CN")
        for text in told(message)
        if width(text) > max(SHORT, WIDEST * len(words.forms_of(message.id)[-1]))
    ]
    assert wide == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_access_keys_are_unique_in_the_menu_bar_and_in_each_menu(code: str) -> None:
    bars = [[menu.value for menu in Menu]]
    bars += [[row.label for row in SHORTCUTS if row.menu is menu] for menu in Menu]
    for labels in bars:
        keys = Counter(key for label in labels if (key := access_key(code, label)))
        assert [key for key, times in keys.items() if times > 1] == []
    assert all(access_key(code, menu.value) for menu in Menu)


def test_a_chinese_access_key_stands_in_brackets_and_is_the_english_one() -> None:
    for message in entries("zh_CN"):
        found = ACCESS_KEY.search(words.forms_of(message.id)[0])
        wanted = f"(&{found[1].upper()})" if found else ""
        for text in told(message):
            assert text.endswith(wanted), text
            assert text.count("&") == wanted.count("&"), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_compiled_catalogue_says_every_message(code: str, tmp_path: Path) -> None:
    source = tmp_path / "desk.po"
    source.write_bytes((words.LANGUAGES / code / "desk.po").read_bytes())
    compile_catalogue(source)
    with (tmp_path / "desk.mo").open("rb") as file:
        said = GNUTranslations(file)
    for message in entries(code):
        one, *many = words.forms_of(message.id)
        if not many:
            assert said.gettext(one) == (one if code == "en" else message.string)
            continue
        expected = (one, many[0]) if code == "en" else (told(message)[0], told(message)[-1])
        assert (said.ngettext(one, many[0], 1), said.ngettext(one, many[0], 2)) == expected


def test_no_message_is_put_together_before_it_is_marked() -> None:
    """No catalogue can hold an f-string, a sum of texts, or a text that is formatted first."""
    wrong = []
    for file in CODE.rglob("*.py"):
        for call in words.marked(file.read_text(encoding="utf-8")):
            arguments = call.args[:2]
            wrong += [
                f"{file.relative_to(CODE)}:{one.lineno}"
                for one in arguments
                if isinstance(one, (ast.JoinedStr, ast.BinOp))
                or (isinstance(one, ast.Call) and getattr(one.func, "attr", "") == "format")
            ]
    assert wrong == []


def test_messages_are_found_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "code.py").write_text(
        "a = f\"{_('in an f-string')}\"\n"
        "b = words.gettext('by a method')\n"
        "c = N_('in two ' 'pieces')\n"
        "d = words.ngettext('{n} one', '{n} many', n)\n"
        "e = _(label)\n"
        "f = _('in two ' 'pieces')\n",
        encoding="utf-8",
    )
    assert words.messages(tmp_path) == [
        ("by a method",),
        ("in an f-string",),
        ("in two pieces",),
        ("{n} one", "{n} many"),
    ]


def test_what_is_known_stays_and_what_is_stale_or_guessed_goes() -> None:
    old = Catalog(locale="zh_CN")
    old.add("Yes", "是")
    old.add("Gone", "没了")
    old.add("Guessed", "猜的", flags={"fuzzy"})
    old.add("{n} row", "行")
    wanted = [("Guessed",), ("New",), ("Yes",), ("{n} row", "{n} rows")]
    assert sorted(words.differences(wanted, old)) == [
        "new: 'New'", "new: '{n} row'", "stale: 'Gone'", "stale: '{n} row'",
    ]  # fmt: skip
    new = read_po(io.BytesIO(words.renewed("zh_CN", wanted, old)))
    assert {words.forms_of(m.id): told(m) for m in new if m.id} == {
        ("Guessed",): [""],
        ("New",): [""],
        ("Yes",): ["是"],
        ("{n} row", "{n} rows"): [""],
    }
