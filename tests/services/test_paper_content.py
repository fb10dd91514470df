"""The words of the papers: every language whole, broken files refused at their line."""

import re
import shutil
from pathlib import Path

import pytest

from desk.config import resources
from desk.documents.paper_words import SCHEMAS
from desk.domain.errors import ContentBroken
from desk.domain.label import LANGUAGES
from desk.domain.options import label
from desk.domain.timeline import PaperKind
from desk.i18n import catalogue
from desk.services.paper_content import load_words

FOLDER = resources() / "languages"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PaperKind)
def test_every_language_has_every_sentence(kind: PaperKind, language: str) -> None:
    words = load_words(FOLDER, language, kind)
    assert words.texts.keys() == {*SCHEMAS["frame"], *SCHEMAS[kind.value]}


@pytest.mark.parametrize("kind", PaperKind)
def test_chinese_is_written_with_chinese_punctuation(kind: PaperKind) -> None:
    han = "\u4e00-\u9fff"
    wrong = re.compile(rf"[{han}}}][,.:;?!]|[{han}] [{han}]|[A-Za-z]{{3,}}[^}}A-Za-z_]")
    texts = load_words(FOLDER, "zh_CN", kind).texts
    assert [text for text in texts.values() if wrong.search(re.sub(r"\{\w+\}", "{}", text))] == []


@pytest.mark.parametrize("kind", PaperKind)
def test_english_is_written_without_chinese_characters(kind: PaperKind) -> None:
    texts = load_words(FOLDER, "en", kind).texts
    assert [
        text for text in texts.values() if re.search("[\u3000-\u9fff\uff00-\uffef]", text)
    ] == []


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        ("ask_desk", "ask_dusk", "desk does not know “ask_dusk” here."),
        ("{date}", "{day}", "there is no slot {day} here."),
        ("us by {date}", "soon", "the slot {date} is missing."),
        ("You spoke", "You sp{oke", "a brace is not closed or not opened."),
        ('"Thank you', '3 # "Thank you', "a text is missing: “thanks”."),
    ],
)
def test_a_broken_file_is_refused_at_its_line(
    tmp_path: Path, was: str, becomes: str, words: str
) -> None:
    shutil.copytree(FOLDER / "en", tmp_path / "en")
    file = tmp_path / "en" / "papers" / "slip.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(was, becomes, 1), "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_words(tmp_path, "en", PaperKind.SLIP)
    line = text[: text.index(was)].count("\n") + 1
    broken = refused.value
    assert (broken.path, broken.line, str(broken.reason)) == (file, line, words)


def test_a_sentence_that_is_missing_is_named(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "en", tmp_path / "en")
    file = tmp_path / "en" / "papers" / "slip.toml"
    file.write_text(re.sub("thanks = .*", "", file.read_text("utf-8")), "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_words(tmp_path, "en", PaperKind.SLIP)
    assert str(refused.value.reason) == "a text is missing: “thanks”."


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentBroken) as refused:
        load_words(tmp_path, "en", PaperKind.LETTER)
    assert refused.value.path.name == "frame.toml"


def test_the_chinese_receipt_is_titled_as_the_screens_call_it() -> None:
    called = catalogue("zh_CN").gettext(label(PaperKind.RECEIPT))
    texts = load_words(FOLDER, "zh_CN", PaperKind.RECEIPT).texts
    assert texts["title_agreed"].endswith(called)
    assert texts["title_offer"].endswith(called)
