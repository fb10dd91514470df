"""A guide that changes while a complaint is open changes nothing for that complaint."""

from desk.services.app import App
from desk.services.guide_edits import CHECK, PHRASE
from desk.ui.guide.coaching import checks
from desk.ui.guide.in_front import InFront
from desk.ui.guide.situation import Situation
from desk.ui.guide.surround import SurroundReader
from tests.make import a_draft


def opened(app: App, number: int) -> Situation:
    """Put a complaint in front, as continuing it does."""
    draft = a_draft(number=number)
    front = InFront(SurroundReader(app))
    front.put(draft, app.complaints.get(draft.id), printed=0)
    return front.must()


def test_a_continued_complaint_shows_the_checklist_and_phrases_it_began_with(app: App) -> None:
    """G3, G10."""
    app.complaints.save(a_draft(number=1))
    app.guide_edits.put(
        PHRASE, "L1", {"en": {"text": "Please begin."}, "zh_CN": {"text": "您请讲。"}}, None
    )
    app.guide_edits.drop(CHECK, "let_finish")
    old, new = opened(app, 1), opened(app, 2)
    assert old.around.guide.phrases[0].text == "I'm listening. Start wherever you like."
    assert old.around.words.phrases[0].text == "I'm listening. Start wherever you like."
    assert "let_finish" in [check.id for check in checks(old)]
    assert new.around.guide.phrases[0].text == "Please begin."
    assert "let_finish" not in [check.id for check in checks(new)]
