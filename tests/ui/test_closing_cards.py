"""The cards round the end of a complaint, and the complaint view of one that is closed."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.answers import Raw
from desk.domain.rating import Asked, Rating
from desk.domain.referral import Level, Referral
from desk.domain.side_path import Path
from desk.services.app import App
from desk.ui.cards.closing import CloseCard, RatingCard, ReopenCard
from desk.ui.cards.desk import CardDesk
from desk.ui.cards.referral import referral_card
from desk.ui.complaint.presenter import ComplaintPresenter
from desk.ui.complaint.view import ComplaintView
from desk.ui.jobs import Jobs
from desk.ui.refresh import Refresh
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft
from tests.ui.saved import closed

pytestmark = pytest.mark.usefixtures("qtbot")

REFUSED: dict[str, Raw] = {**WHOLE, "answer": ("does_not_accept",), "done": ()}


def facts(app: App, reference: str) -> dict[str, str]:
    presenter = ComplaintPresenter(app, Refresh(), Jobs())
    presenter.enter(reference)
    return {f.name: f.words for group in presenter.screen.groups for f in group.facts}


def test_the_card_refuses_like_the_guide_and_names_what_is_open(app: App) -> None:
    """E1: the same rule by the card."""
    saved = app.complaints.respond(a_draft(REFUSED))
    desk = CardDesk(app)
    said: list[str] = []
    failed: list[Exception] = []
    desk.said.connect(lambda news: said.append(news.words))
    desk.failed.connect(failed.append)
    desk.open(CloseCard(app, saved.id))
    desk.edit("outcome", ("no_contact",))
    desk.commit()
    assert len(failed) == 1
    assert desk.is_open
    desk.edit("outcome", ("withdrawn",))
    desk.edit("words", "It works again.")
    desk.commit()
    assert said == ["BR01-26-0001 is closed: Withdrawn."]


def test_the_outside_routes_stand_on_the_cards_with_their_phones(app: App) -> None:
    """E2."""
    app.settings.change(routes="12315 hotline | 12315 | | authority")
    saved = app.complaints.respond(a_draft(REFUSED))
    for card in (CloseCard(app, saved.id), referral_card(app, saved.id)):
        assert "12315 hotline  12315" in card.note()


def test_a_referral_is_written_down_and_ended_by_its_line(app: App) -> None:
    """E2: where, when, their number, their day, result."""
    saved = app.complaints.respond(a_draft(REFUSED))
    card = referral_card(app, saved.id)
    card.commit({
        "level": ("association",), "where": "Town association", "reason": "Not accepted",
        "their_number": "Z-17", "their_due_on": "2026-12-01",
    })  # fmt: skip
    (line,) = card.lines()
    assert "Z-17" in line.text
    assert line.by_hand
    blocked = CloseCard(app, saved.id)
    desk = CardDesk(app)
    failed: list[Exception] = []
    desk.failed.connect(failed.append)
    desk.open(blocked)
    desk.edit("outcome", ("routes_exhausted",))
    desk.commit()
    assert len(failed) == 1  # the result is awaited
    card.tick(line.id, True)
    card.commit({"result": "They settled it."})
    assert "They settled it." in facts(app, saved.reference)["referral_1"]
    desk.commit()
    assert not desk.is_open


def test_a_result_is_one_key_and_who_is_unhappy_may_have_it_opened_again(app: App) -> None:
    """E7."""
    saved = closed(app)
    card = RatingCard(app, saved.id)
    news = card.commit({**card.suggested(), "result": ("2",)})
    assert "O opens the complaint again" in news
    assert "O opens" not in card.commit({**card.suggested(), "result": ("4",)})
    kept = app.besides.of(Rating, saved.id)
    assert [one.asked for one in kept].count(Asked.ANSWERED) == 2


def test_o_on_a_closed_complaint_asks_why_and_opens_it_again(app: App, qtbot: QtBot) -> None:
    """E3: by keyboard, button and card."""
    saved = closed(app)
    presenter = ComplaintPresenter(app, Refresh(), Jobs())
    presenter.enter(saved.reference)
    view = ComplaintView(presenter)
    qtbot.addWidget(view)
    view.reopen()
    assert is_asking(presenter)
    presenter.cards.edit("reopened_for", ("unhappy",))
    presenter.cards.commit()
    presenter.reload()
    assert presenter.screen.is_open
    view.reopen()
    assert not is_asking(presenter)
    told = facts(app, saved.reference)
    assert "Not content with the result" in told["reopened_1"]
    assert "Resolved" in told["closing_1"]


def is_asking(presenter: ComplaintPresenter) -> bool:
    return presenter.cards.is_open


def test_a_rule_says_for_whom_inside_it_is_until_it_went_there(
    app: App, clock: StandingClock
) -> None:
    """E6: P1, overdue, third return, 12315 named, amount; the highest level counts."""

    def hint(reference: str) -> str:
        presenter = ComplaintPresenter(app, Refresh(), Jobs())
        presenter.enter(reference)
        return presenter.screen.hint

    saved = app.complaints.respond(a_draft(REFUSED))
    assert hint(saved.reference) == ""
    clock.at += timedelta(days=60)
    assert hint(saved.reference) == "For the supervisor: the final answer is overdue."
    app.side_paths.write(saved.id, Path.LAWYER_PRESS_AUTHORITY, "I will call 12315.")
    assert hint(saved.reference).startswith("For head office: ")
    card = referral_card(app, saved.id)
    assert card.suggested() == {"level": ("head_office",)}
    card.commit({"level": ("head_office",), "reason": "12315 named"})
    (kept,) = app.besides.of(Referral, saved.id)
    assert kept.level is Level.HEAD_OFFICE
    assert hint(saved.reference) == ""


def test_reopen_card_asks_the_reason(app: App) -> None:
    saved = closed(app)
    assert [q.name for q in ReopenCard(app, saved.id).questions({})] == [
        "reopened_for", "reopened_words",
    ]  # fmt: skip


def test_the_timeline_says_once_or_again_in_words(app: App) -> None:
    """M1."""
    saved = closed(app)
    app.closings.say_repeat(saved.id, {"repeat": ("again",)})
    presenter = ComplaintPresenter(app, Refresh(), Jobs())
    presenter.enter(saved.reference)
    told = presenter.screen.happened[0].spoken()
    assert "Again (was Once)" in told
