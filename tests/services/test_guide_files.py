"""A guide's file: exported, looked at as a difference, refused whole with its line, or taken."""

import dataclasses
from pathlib import Path

import pytest

from desk.domain.errors import ContentBroken
from desk.services.app import App
from desk.services.content_file import ContentFile
from desk.services.content_writing import written
from desk.services.guide_difference import Changed
from tests.make import a_draft

PHRASE = "I'm listening. Start wherever you like."
OTHER = "I'm all ears. Start wherever you like."


def exported(app: App, folder: Path) -> tuple[Path, Path]:
    english, chinese = app.guide_files.export(folder)
    return english, chinese


def reworded(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def taken(app: App, folder: Path, words: str = OTHER) -> str:
    """Take a version that says one phrase in other words."""
    english, _chinese = exported(app, folder)
    text = english.read_text("utf-8")
    english.write_text(text.replace(app.guides.of("en").phrases[0].text, words, 1), "utf-8")
    return app.guide_files.take(app.guide_files.look(english))


def test_an_exported_guide_is_the_guide_in_force_and_changes_nothing(
    app: App, tmp_path: Path
) -> None:
    exported(app, tmp_path)
    preview = app.guide_files.look(tmp_path)
    assert preview.changes == ()
    assert app.guide_files.take(preview) == "0"
    assert app.settings.current().guide_version == ""


def test_an_import_previews_what_is_added_changed_and_gone_line_by_line_in_both_languages(
    app: App, tmp_path: Path
) -> None:
    """G10."""
    english, chinese = exported(app, tmp_path)
    reworded(english, PHRASE, OTHER)
    for path, own in ((english, "Who else saw it?"), (chinese, "还有谁看见了？")):
        text = path.read_text("utf-8")
        head, found, tail = text.partition('[[phrase]]\nid = "L6"')
        assert found
        tail = tail[tail.index("[[phrase]]") :]
        added = f'[[phrase]]\nid = "L9"\nstep = 1\ntext = "{own}"\n\n'
        path.write_text(head + added + tail, "utf-8")
    changes = app.guide_files.look(english).changes
    assert {(c.what, c.language, c.name) for c in changes} == {
        (Changed.CHANGED, "en", "L1"),
        (Changed.ADDED, "en", "L9"),
        (Changed.GONE, "en", "L6"),
        (Changed.ADDED, "zh_CN", "L9"),
        (Changed.GONE, "zh_CN", "L6"),
    }
    one = next(c for c in changes if c.what is Changed.CHANGED)
    assert one.before.startswith(PHRASE)
    assert one.after.startswith(OTHER)
    assert app.guides.of("en").phrases[0].text == PHRASE  # a preview changes nothing


@pytest.mark.parametrize(
    ("before", "after", "line_of", "reason"),
    [
        (f'"{PHRASE}"', PHRASE, PHRASE, "it is not written as TOML asks"),
        ('proof = "wish_asked"', 'proof = "magic"', 'id = "wish"', "cannot be “magic”"),
        ('id = "L1"', 'id = "L1x"', 'id = "L1x"', "“L1x” is missing in the guide in 中文."),
        (PHRASE, "Tell {secret}.", 'id = "L1"', "there is no slot {secret} here"),
        (PHRASE, "m" * 101, 'id = "L1"', "101 characters are more than 100"),
        (PHRASE, "Say {name", 'id = "L1"', "a brace is not closed"),
    ],
)
def test_a_broken_file_is_refused_whole_with_its_line_and_the_reason(
    app: App, tmp_path: Path, before: str, after: str, line_of: str, reason: str
) -> None:
    """G10."""
    english, _chinese = exported(app, tmp_path)
    reworded(english, before, after)
    with pytest.raises(ContentBroken) as broken:
        app.guide_files.look(english)
    lines = english.read_text("utf-8").splitlines()
    wanted = 1 + next(i for i, line in enumerate(lines) if line_of in line)
    assert reason in str(broken.value.reason)
    assert broken.value.line == wanted
    assert broken.value.path == english
    assert app.settings.current().guide_version == ""


def test_an_eighth_check_refuses_the_file(app: App, tmp_path: Path) -> None:
    for path in exported(app, tmp_path):
        text = path.read_text("utf-8")
        more = '[[check]]\nid = "more{0}"\nstep = 4\ntext = "{0}"\n\n'
        path.write_text(text.replace("[[card]]", more.format(1) + "[[card]]", 1), "utf-8")
    with pytest.raises(ContentBroken) as broken:
        app.guide_files.look(tmp_path)
    assert "step 4 has more than 7 checks" in str(broken.value.reason)


def test_a_file_that_does_not_tell_its_language_is_refused(app: App, tmp_path: Path) -> None:
    english, _chinese = exported(app, tmp_path / "out")
    lonely = tmp_path / "mine.toml"
    lonely.write_text(english.read_text("utf-8"), "utf-8")
    with pytest.raises(ContentBroken) as broken:
        app.guide_files.look(lonely)
    assert "guide.en.toml" in str(broken.value.reason)


def test_a_complaint_keeps_the_version_of_the_guide_it_began_with(app: App, tmp_path: Path) -> None:
    """G3, G10: opened later it shows that version's checklist and phrases."""
    first = app.complaints.save(a_draft(number=1))
    version = taken(app, tmp_path)
    second = app.complaints.save(a_draft(number=2))
    again = app.complaints.save(dataclasses.replace(a_draft(number=1), reference=first.reference))
    assert (first.guide, again.guide, second.guide) == ("0", "0", version)
    assert version == "BR01-1"
    assert app.guides.of("en", again.guide).phrases[0].text == PHRASE
    assert app.guides.of("en", second.guide).phrases[0].text == OTHER
    assert app.guides.of("en").phrases[0].text == OTHER
    assert app.guides.of("zh_CN", version).phrases == app.guides.of("zh_CN", "0").phrases


def test_a_second_version_leaves_the_first_as_it_was(app: App, tmp_path: Path) -> None:
    one, two = taken(app, tmp_path), taken(app, tmp_path, "Please begin.")
    assert (one, two) == ("BR01-1", "BR01-2")
    assert app.guides.of("en", one).phrases[0].text == OTHER
    assert app.guides.of("en", two).phrases[0].text == "Please begin."


def test_a_tick_names_the_version_of_its_item(app: App, tmp_path: Path) -> None:
    """G3."""
    version = taken(app, tmp_path)
    saved = app.complaints.save(a_draft(ticks=frozenset({"let_finish"})))
    with app.database.reading() as tx:
        ticks = tx.ticks.of(saved.id)
    assert [(tick.item, tick.guide) for tick in ticks] == [("let_finish", version)]


def test_a_version_this_desk_does_not_hold_is_read_as_the_one_in_force(app: App) -> None:
    assert app.guides.of("en", "BR09-7").phrases == app.guides.of("en").phrases


def test_a_taken_guide_is_proved_by_the_check(app: App, tmp_path: Path) -> None:
    taken(app, tmp_path)
    assert not app.check.run()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_guide_written_anew_says_the_same(app: App, language: str) -> None:
    said = app.guide_files.said(language)
    assert ContentFile(Path("again"), written(said)).said() == said


def test_any_text_stands_written_as_it_was(app: App) -> None:
    odd = 'a"b\\c\n\t\x7f\u2028[[phrase]]😀'
    text = written({"version": odd, "card": [{"id": odd, "lines": [odd, odd]}]})
    assert ContentFile(Path("odd"), text).said() == {
        "version": odd,
        "card": [{"id": odd, "lines": [odd, odd]}],
    }
