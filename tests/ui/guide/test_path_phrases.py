"""What to say on a side path stands with the phrases while the answers open it."""

import pytest

from desk.domain.guide import Step
from desk.services.app import App
from desk.ui.cards.side_paths import LawyerCard
from tests.conftest import StandingClock
from tests.make import LISTENED, a_draft
from tests.ui.guide.conftest import Watched


@pytest.mark.parametrize(
    ("answers", "phrase"),
    [
        ({"safety": ("not_sure",)}, "S1"),
        ({"pace": ("5",)}, "A1"),
        ({"pace": ("5",)}, "A2"),
        ({"answer": ("does_not_accept",)}, "X1"),
        ({"answer": ("has_left",)}, "G1"),
    ],
)
def test_the_phrase_of_a_path_is_said_while_its_answer_opens_it(
    app: App, guide: Watched, answers: dict[str, tuple[str, ...]], phrase: str
) -> None:
    """ux §7."""
    saved = app.complaints.receive(a_draft(LISTENED))
    guide.presenter.enter(saved.id)
    guide.presenter.go_to(Step.RESOLVE)
    assert phrase not in [name for name, _words in guide.screen.phrases]
    guide.answer(**answers)
    assert phrase in [name for name, _words in guide.screen.phrases]


def said(guide: Watched) -> dict[str, str]:
    return dict(guide.screen.phrases)


def test_the_phrase_for_a_lawyer_is_there_while_the_card_is_open_and_once_it_is_saved(
    app: App, guide: Watched
) -> None:
    """ux §7 T1, §8 path 8."""
    saved = app.complaints.receive(a_draft(LISTENED))
    guide.presenter.enter(saved.id)
    assert "T1" not in said(guide)
    cards = guide.presenter.cards
    cards.open(LawyerCard(app, saved.id))
    assert "[name …]" in said(guide)["T1"]
    cards.close()
    assert "T1" not in said(guide)
    cards.open(LawyerCard(app, saved.id))
    cards.edit("words", "My lawyer will write to you.")
    cards.edit("person", "Chen")
    cards.commit()
    assert not cards.is_open
    assert "pass it to Chen today" in said(guide)["T1"]
    guide.presenter.park()
    guide.presenter.enter(saved.id)
    assert "T1" in said(guide)
    guide.presenter.park()
    guide.presenter.enter()
    assert "T1" not in said(guide)


def test_the_customer_is_thanked_for_waiting_after_more_than_ten_minutes(
    guide: Watched, clock: StandingClock
) -> None:
    """ux §7 W1."""
    guide.presenter.enter()
    guide.answer(story="The kettle leaks.")
    clock.tick(minutes=10)
    guide.presenter.reload()
    assert "W1" not in said(guide)
    clock.tick(minutes=1)
    guide.presenter.reload()
    assert "6 more minutes" in said(guide)["W1"]
