"""Single lines of the guide: changed on the screen as by a file, refused for the same reasons."""

from collections.abc import Mapping

import pytest

from desk.domain.errors import ContentBroken
from desk.services.app import App
from desk.services.guide_edits import AVOID, CHECK, PHRASE
from tests.make import a_draft


def both(english: str, chinese: str, key: str = "text") -> Mapping[str, Mapping[str, str]]:
    return {"en": {key: english}, "zh_CN": {key: chinese}}


def test_a_phrase_in_other_words_is_a_new_version_effective_at_once(app: App) -> None:
    """N1, G2."""
    before = app.complaints.save(a_draft(number=1))
    version = app.guide_edits.put(PHRASE, "L1", both("Please begin.", "您请讲。"), None)
    assert version == "BR01-1"
    assert app.guides.of("en").phrases[0].text == "Please begin."
    assert app.guides.of("zh_CN").phrases[0].text == "您请讲。"
    assert app.guides.of("en", before.guide).phrases[0].text != "Please begin."


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("m" * 101, "101 characters are more than 100."),
        ("Say {secret}", "there is no slot {secret} here."),
        ("", "a text is missing: “text”."),
    ],
)
def test_a_phrase_that_cannot_be_is_refused_with_the_reason(
    app: App, words: str, reason: str
) -> None:
    """N1: <= 100 characters."""
    with pytest.raises(ContentBroken) as broken:
        app.guide_edits.put(PHRASE, "L1", both(words, "您请讲。"), None)
    assert str(broken.value.reason) == reason
    assert app.guides.in_force() == "0"


def test_a_seventh_phrase_of_a_step_is_refused(app: App) -> None:
    """ux.md §7: <= 6 a step."""
    with pytest.raises(ContentBroken) as broken:
        app.guide_edits.put(PHRASE, "", both("One more.", "再说一句。"), 1)
    assert str(broken.value.reason) == "step 1 has more than 6 phrases."
    app.guide_edits.drop(PHRASE, "L2")
    app.guide_edits.put(PHRASE, "", both("One more.", "再说一句。"), 1)
    assert [p.id for p in app.guides.of("zh_CN").phrases if p.step == 1][-1] == "own1"


def test_an_eighth_check_is_refused_with_the_60_to_90_second_reason(app: App) -> None:
    """ux.md §6."""
    with pytest.raises(ContentBroken) as broken:
        app.guide_edits.put(CHECK, "", both("Offered a chair", "请顾客坐了"), 4)
    assert "60 to 90 seconds" in str(broken.value.reason)
    app.guide_edits.put(CHECK, "", both("Offered a chair", "请顾客坐了"), 1)
    assert len([c for c in app.guides.of("en").checklist if c.step == 1]) == 7


def test_a_check_that_is_taken_away_stays_with_a_running_complaint(app: App) -> None:
    """G3: items cannot be deleted from a record."""
    running = app.complaints.save(a_draft(number=1))
    app.guide_edits.drop(CHECK, "let_finish")
    assert "let_finish" not in [c.id for c in app.guides.of("en").checklist]
    assert "let_finish" in [c.id for c in app.guides.of("en", running.guide).checklist]


def test_a_check_in_other_words_still_ticks_itself(app: App) -> None:
    app.guide_edits.put(CHECK, "wish", both("Wish asked", "问了想怎么办"), None)
    (item,) = [c for c in app.guides.of("en").checklist if c.id == "wish"]
    assert (item.text, item.proof) == ("Wish asked", "wish_asked")


def test_words_to_avoid_are_added_and_taken_away_in_both_languages(app: App) -> None:
    """G8."""
    texts = {
        "en": {"say": "not my job", "better": "I'll find who can help.", "why": ""},
        "zh_CN": {"say": "不归我管", "better": "我帮您找能办的人。", "why": ""},
    }
    app.guide_edits.put(AVOID, "", texts, None)
    assert app.guides.of("zh_CN").avoid[-1].say == "不归我管"
    last = app.guide_edits.lines(AVOID)[-1]
    assert last.texts["en"]["better"] == "I'll find who can help."
    app.guide_edits.drop(AVOID, last.id)
    assert "not my job" not in [a.say for a in app.guides.of("en").avoid]


def test_an_edit_is_taken_back_from_the_history(app: App) -> None:
    """N1: each change in history with undo."""
    app.guide_edits.put(PHRASE, "L1", both("Please begin.", "您请讲。"), None)
    app.guide_edits.put(PHRASE, "L3", both("And then?", "然后呢？"), None)
    newest, first = app.settings_history.changes()
    assert [(f.before, f.after) for f in newest.fields] == [("BR01-1", "BR01-2")]
    app.settings_history.undo(newest.id)
    assert app.guides.in_force() == "BR01-1"
    app.settings_history.undo(first.id)
    assert app.guides.in_force() == "0"


def test_lines_tell_their_words_in_both_languages_and_where_they_stand(app: App) -> None:
    first = app.guide_edits.lines(PHRASE)[0]
    assert (first.id, first.step, first.texts["en"]["text"]) == (
        "L1",
        1,
        "I'm listening. Start wherever you like.",
    )
    assert first.texts["zh_CN"]["text"].startswith("您请讲")
    assert [line.path for line in app.guide_edits.lines(PHRASE)][-1] == "left"
