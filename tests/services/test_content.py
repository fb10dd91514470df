"""The guide's content: read whole, refused with its line, and filled without believing anybody."""

from pathlib import Path

import pytest

from desk.config import resources
from desk.domain.errors import ContentBroken
from desk.domain.guide import PROOF_NAMES, Step
from desk.domain.investigation import Cause, Finding
from desk.domain.response import Remedy
from desk.services.content import fill, load_guide

GUIDE = """\
version = "1"

[[purpose]]
step = 1
text = "Hear it."

[[purpose]]
step = 2
text = "Say it back."

[[purpose]]
step = 3
text = "Look."

[[purpose]]
step = 4
text = "Act."

[[phrase]]
id = "L1"
step = 1
text = "Tell me, {name}."

[[check]]
id = "own_words"
step = 1
text = "Written down"
proof = "story_written"

[[card]]
id = "safety"
lines = ["People first."]

[[avoid]]
say = "calm down"
better = "Tell me."

[[aside]]
minutes = 5
text = "Say how long."

[[prefill]]
id = "found"
finding = "confirmed"
text = "It is so."

[[prefill]]
id = "offered"
remedy = "refund"
text = "{amount} back."
"""


def refused(folder: Path, content: str | bytes) -> ContentBroken:
    raw = content.encode() if isinstance(content, str) else content
    (folder / "guide.toml").write_bytes(raw)
    with pytest.raises(ContentBroken) as caught:
        load_guide(folder)
    assert caught.value.path == folder / "guide.toml"
    return caught.value


def line_of(content: str, text: str, nth: int = 1) -> int:
    return [n for n, line in enumerate(content.split("\n"), 1) if text in line][nth - 1]


def test_a_guide_is_read_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "guide.toml").write_text(GUIDE, "utf-8")
    guide = load_guide(tmp_path)
    assert guide.version == "1"
    assert guide.purposes == ("Hear it.", "Say it back.", "Look.", "Act.")
    assert [(p.id, p.step, p.text, p.path) for p in guide.phrases] == [
        ("L1", Step.LISTEN, "Tell me, {name}.", "")
    ]
    assert [(c.id, c.step, c.proof, c.retired) for c in guide.checklist] == [
        ("own_words", Step.LISTEN, "story_written", False)
    ]
    assert guide.cards == (("safety", ("People first.",)),)
    assert [(a.say, a.better, a.why) for a in guide.avoid] == [("calm down", "Tell me.", "")]
    assert [(a.minutes, a.text) for a in guide.asides] == [(5, "Say how long.")]
    assert guide.offered(Remedy.REFUND) == "{amount} back."


def test_windows_line_ends_change_neither_text_nor_lines(tmp_path: Path) -> None:
    broken = GUIDE.replace("story_written", "guessed")
    unix = refused(tmp_path, broken).line
    assert refused(tmp_path, broken.replace("\n", "\r\n")).line == unix


CASES = {
    "an unknown key": ('text = "Hear it."', 'text = "Hear it."\ncolour = "red"', "colour", 1),
    "an unknown key at the top": ('version = "1"', 'version = "1"\nmood = 3', "mood", 1),
    "an unknown table": ('version = "1"', 'version = "1"\n[[song]]\nid = "a"', "[[song]]", 1),
    "an unknown plain table": ('version = "1"', 'version = "1"\n[song]\nid = "a"', "[song]", 1),
    "an unknown proof": ("story_written", "guessed", 'id = "own_words"', 1),
    "an unknown slot": ("{name}", "{age}", 'id = "L1"', 1),
    "an open brace": ("{name}", "{name", 'id = "L1"', 1),
    "a slot in a check": ("Written down", "Written {name}", 'id = "own_words"', 1),
    "a slot money offers alone may have": ('"It is so."', '"{amount}"', 'id = "found"', 1),
    "a long phrase": ("Tell me, {name}.", "x" * 101, 'id = "L1"', 1),
    "a long prefill": ("It is so.", "x" * 301, 'id = "found"', 1),
    "a blank text": ("Tell me, {name}.", "  ", 'id = "L1"', 1),
    "a text that is a number": ('"Tell me, {name}."', "7", 'id = "L1"', 1),
    "a fifth step": ('id = "L1"\nstep = 1', 'id = "L1"\nstep = 5', 'id = "L1"', 1),
    "a step in words": ('id = "L1"\nstep = 1', 'id = "L1"\nstep = "1"', 'id = "L1"', 1),
    "a phrase without step or path": ('id = "L1"\nstep = 1', 'id = "L1"', 'id = "L1"', 1),
    "a phrase with both": (
        'id = "L1"\nstep = 1',
        'id = "L1"\nstep = 1\npath = "safety"',
        'id = "L1"',
        1,
    ),
    "an unknown path": ('id = "L1"\nstep = 1', 'id = "L1"\npath = "moon"', 'id = "L1"', 1),
    "a phrase without id": ('id = "L1"\n', "", "[[phrase]]", 1),
    "a purpose twice": ("step = 2", "step = 1", "step = 1", 2),
    "a step without purpose": ('[[purpose]]\nstep = 4\ntext = "Act."', "", "version", 1),
    "no version": ('version = "1"', "", "", 1),
    "a card without lines": ('["People first."]', "[]", 'id = "safety"', 1),
    "a card of eight lines": ('["People first."]', str(["x"] * 8), 'id = "safety"', 1),
    "minutes in words": ("minutes = 5", 'minutes = "5"', "[[aside]]", 1),
    "an unknown finding": ('"confirmed"', '"maybe"', 'id = "found"', 1),
    "an unknown remedy": ('"refund"', '"cake"', 'id = "offered"', 1),
    "an unknown prefill": ('id = "found"', 'id = "lost"', 'id = "lost"', 1),
}


@pytest.mark.parametrize(("old", "new", "at", "nth"), CASES.values(), ids=list(CASES))
def test_a_broken_guide_is_refused_at_its_line(
    tmp_path: Path, old: str, new: str, at: str, nth: int
) -> None:
    assert GUIDE.count(old) >= 1
    broken = GUIDE.replace(old, new, 1)
    assert refused(tmp_path, broken).line == line_of(broken, at, nth)


def test_tables_written_another_way_are_refused_as_their_lines_are_not_known(
    tmp_path: Path,
) -> None:
    broken = GUIDE.replace('version = "1"', 'version = "1"\nphrase = [{id = "L0"}]')
    broken = broken.replace('[[phrase]]\nid = "L1"\nstep = 1\ntext = "Tell me, {name}."', "")
    assert refused(tmp_path, broken).line == line_of(broken, "phrase =")


@pytest.mark.parametrize(
    ("table", "at", "nth"),
    [
        ('[[phrase]]\nid = "L1"\nstep = 2\ntext = "Again."\n', 'id = "L1"', 2),
        ('[[check]]\nid = "own_words"\nstep = 2\ntext = "Again."\n', 'id = "own_words"', 2),
        ('[[card]]\nid = "safety"\nlines = ["Again."]\n', 'id = "safety"', 2),
        ('[[avoid]]\nsay = "calm down"\nbetter = "Again."\n', "say =", 2),
        ('[[aside]]\nminutes = 5\ntext = "Again."\n', "minutes =", 2),
        ('[[prefill]]\nid = "found"\nfinding = "confirmed"\ntext = "Again."\n', '"found"', 2),
    ],
)
def test_the_second_of_one_name_is_refused(tmp_path: Path, table: str, at: str, nth: int) -> None:
    broken = f"{GUIDE}\n{table}"
    assert refused(tmp_path, broken).line == line_of(broken, at, nth)


def test_the_seventh_phrase_of_a_step_is_refused_at_its_id(tmp_path: Path) -> None:
    more = "".join(f'\n[[phrase]]\nid = "M{n}"\nstep = 1\ntext = "More."\n' for n in range(6))
    broken = GUIDE + more
    assert refused(tmp_path, broken).line == line_of(broken, 'id = "M5"')


def test_phrases_of_other_paths_are_not_counted(tmp_path: Path) -> None:
    more = "".join(f'\n[[phrase]]\nid = "M{n}"\npath = "abuse"\ntext = "M."\n' for n in range(9))
    (tmp_path / "guide.toml").write_text(GUIDE + more, "utf-8")
    assert len(load_guide(tmp_path).phrases) == 10


def test_the_eighth_check_of_a_step_is_refused_at_its_id(tmp_path: Path) -> None:
    more = "".join(f'\n[[check]]\nid = "M{n}"\nstep = 1\ntext = "More."\n' for n in range(7))
    broken = GUIDE + more
    assert refused(tmp_path, broken).line == line_of(broken, 'id = "M6"')


def test_a_retired_check_makes_room_for_another(tmp_path: Path) -> None:
    more = "".join(f'\n[[check]]\nid = "M{n}"\nstep = 1\ntext = "More."\n' for n in range(7))
    retired = more.replace('id = "M3"\n', 'id = "M3"\nretired = true\n')
    (tmp_path / "guide.toml").write_text(GUIDE + retired, "utf-8")
    assert [item.id for item in load_guide(tmp_path).checklist if item.retired] == ["M3"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('version = "1"\n\nthis is not toml\n', 3),
        ('version = "1"\nversion = "2"\n', 2),
        ('version = "1"\ntext = """never closed\n', 3),
        (b'version = "1"\n# \xff\n', 2),
    ],
)
def test_an_unreadable_file_is_refused_where_reading_stopped(
    tmp_path: Path, content: str | bytes, line: int
) -> None:
    assert refused(tmp_path, content).line == line


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentBroken) as caught:
        load_guide(tmp_path / "tlh")
    assert caught.value.line == 0


def test_known_slots_are_filled_and_others_show_a_gap() -> None:
    assert fill("{name} by {date}.", {"name": "Sam"}) == "Sam by …."
    assert fill("{date}之前由{name}回话。", {"date": ""}) == "……之前由……回话。"
    assert fill("No slots.", {"name": "Sam"}) == "No slots."


def test_customer_words_in_a_slot_stay_words() -> None:
    said = "{name} {0.__class__} %s {summary} \\1 \\g<0>"
    assert fill("So: {summary}.", {"summary": said, "name": "X"}) == f"So: {said}."


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_finding_has_words_for_every_cause(language: str) -> None:
    guide = load_guide(resources() / "languages" / language)
    general = {finding: guide.found(finding, None) for finding in Finding}
    assert all(general.values())
    for cause in Cause:
        assert all(guide.found(finding, cause) for finding in Finding)
        assert guide.found(Finding.CONFIRMED, cause) != general[Finding.CONFIRMED]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_offer_but_something_else_has_words(language: str) -> None:
    guide = load_guide(resources() / "languages" / language)
    lacking = {remedy for remedy in Remedy if not guide.offered(remedy)}
    assert lacking == {Remedy.OTHER, Remedy.NOT_SAID}


def test_most_checks_prove_themselves() -> None:
    checks = load_guide(resources() / "languages" / "en").checklist
    proven = [item for item in checks if item.proof]
    assert len(proven) / len(checks) >= 0.6
    assert {item.proof for item in proven} == set(PROOF_NAMES)
