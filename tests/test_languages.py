"""A language is one folder: every one has the same ids, slots and steps, in its own writing."""

import re
from collections.abc import Iterator

import pytest

from desk.config import resources
from desk.domain.guide import Guide, Step
from desk.i18n import LANGUAGES
from desk.services.content import load_guide

FOLDER = resources() / "languages"
OTHERS = [code for code in LANGUAGES if code != "en"]
HAN = "\u4e00-\u9fff"
MISPLACED = re.compile(rf"[{HAN}}}][,.:;?!()\"'][{HAN}{{]|[{HAN}}}][,.:;?!]$|[{HAN}]\s|\s[{HAN}]")
"""Half-width punctuation or a blank among Chinese characters."""

PHRASES = (
    *("L1", "L2", "L3", "L4", "L5", "L6", "E1", "E2", "E3", "E4", "E5", "E6"),
    *("I1", "I2", "I3", "I4", "I5", "R1", "R2", "R3", "R4", "R5", "R6"),
    *("S1", "A1", "A2", "U1", "P1", "X1", "T1", "W1", "G1"),
)


def guide(code: str) -> Guide:
    return load_guide(FOLDER / code)


def texts(of: Guide) -> Iterator[str]:
    yield from of.purposes
    yield from (phrase.text for phrase in of.phrases)
    yield from (item.text for item in of.checklist)
    yield from (line for _, lines in of.cards for line in lines)
    for avoid in of.avoid:
        yield from (avoid.say, avoid.better, avoid.why)
    yield from (aside.text for aside in of.asides)
    yield from (prefill.text for prefill in of.prefills)


def slots(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_every_language_has_a_folder_and_every_folder_is_a_language() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_of_the_design_is_there(code: str) -> None:
    assert tuple(phrase.id for phrase in guide(code).phrases) == PHRASES


@pytest.mark.parametrize("code", OTHERS)
def test_phrases_have_the_same_ids_steps_paths_and_slots(code: str) -> None:
    english = [(p.id, p.step, p.path, slots(p.text)) for p in guide("en").phrases]
    assert [(p.id, p.step, p.path, slots(p.text)) for p in guide(code).phrases] == english


@pytest.mark.parametrize("code", OTHERS)
def test_checks_have_the_same_ids_steps_and_proofs(code: str) -> None:
    english = [(c.id, c.step, c.proof, c.retired) for c in guide("en").checklist]
    assert [(c.id, c.step, c.proof, c.retired) for c in guide(code).checklist] == english


@pytest.mark.parametrize("code", OTHERS)
def test_cards_asides_and_things_to_avoid_are_as_many(code: str) -> None:
    theirs, english = guide(code), guide("en")
    assert theirs.version == english.version
    assert [(name, len(lines)) for name, lines in theirs.cards] == [
        (name, len(lines)) for name, lines in english.cards
    ]
    assert [a.minutes for a in theirs.asides] == [a.minutes for a in english.asides]
    assert [bool(a.why) for a in theirs.avoid] == [bool(a.why) for a in english.avoid]


@pytest.mark.parametrize("code", OTHERS)
def test_prefilled_words_stand_for_the_same_answers(code: str) -> None:
    english = [(p.id, p.cause, p.finding, p.remedy, slots(p.text)) for p in guide("en").prefills]
    theirs = [(p.id, p.cause, p.finding, p.remedy, slots(p.text)) for p in guide(code).prefills]
    assert theirs == english


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_step_has_a_purpose_phrases_and_six_or_seven_checks(code: str) -> None:
    of = guide(code)
    for step in Step:
        assert of.purposes[step - 1]
        assert 1 <= sum(p.step is step for p in of.phrases) <= 6
        checks = [c for c in of.checklist if c.step is step and not c.retired]
        assert len(checks) in {6, 7}
        assert sum(not c.proof for c in checks) == 2


def test_the_safety_card_tells_the_supervisor_on_its_fourth_line() -> None:
    assert "supervisor" in dict(guide("en").cards)["safety"][3]
    assert "主管" in dict(guide("zh_CN").cards)["safety"][3]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_has_outer_blanks_or_two_in_a_row(code: str) -> None:
    assert [t for t in texts(guide(code)) if t != " ".join(t.split())] == []


def test_chinese_is_written_with_chinese_punctuation() -> None:
    assert [text for text in texts(guide("zh_CN")) if MISPLACED.search(text)] == []


def test_the_punctuation_rule_bites() -> None:
    for wrong in ("您好,请坐", "您好.", "由{name}接手,{date}之前", "您 好"):
        assert MISPLACED.search(wrong)
    for right in ("您好，请坐。", "按F9遮住屏幕。", "编号是{reference}，"):
        assert not MISPLACED.search(right)


@pytest.mark.parametrize(
    "words", ["最近秩", "百分位", "谢过顾客", "为了什么事", "真正可选", "不会说", "不认识："]
)
def test_chinese_has_no_words_that_only_a_translation_has(words: str) -> None:
    folder = FOLDER / "zh_CN"
    written = [
        file.read_text("utf-8") for file in folder.rglob("*") if file.suffix in {".po", ".toml"}
    ]
    assert len(written) > 4
    assert not any(words in text for text in written)


def test_english_is_written_without_chinese_characters() -> None:
    assert [
        t for t in texts(guide("en")) if re.search(rf"[{HAN}\u3000-\u303f\uff00-\uffef]", t)
    ] == []
