"""What the guide does when staff type, choose, go on, park and come back."""

import dataclasses

from pytestqt.qtbot import QtBot

from desk.domain.complaint import Complaint, ComplaintFilter, Stage
from desk.domain.errors import AlreadyClosed, DiskFull
from desk.domain.guide import Step
from desk.domain.questions import QUESTIONS
from desk.domain.response import Answer
from desk.domain.timeline import PaperKind
from desk.services.app import App
from desk.ui.guide.autosave import Autosave
from desk.ui.guide.field_screen import FieldScreen
from desk.ui.guide.fields import ROWS
from tests.conftest import StandingClock
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, RESOLVED, WHOLE, a_draft
from tests.ui.guide.conftest import Watched


def fields(guide: Watched) -> dict[str, FieldScreen]:
    return {field.name: field for row in guide.screen.rows for field in row}


def only_complaint(app: App) -> Complaint:
    return app.complaints.whole("BR01-26-0001").complaint


def test_every_question_has_one_place_on_the_page_of_its_step() -> None:
    for step in Step:
        placed = [name for row in ROWS[step] for name in row]
        assert sorted(placed) == sorted(q.name for q in QUESTIONS if q.step is step), step


def test_an_empty_guide_leaves_nothing_behind(app: App, guide: Watched) -> None:
    guide.presenter.enter()
    guide.presenter.park()
    assert guide.said == []
    assert app.drafts.all() == []


def test_the_first_answer_is_on_disk_with_a_number_within_a_second(
    app: App, guide: Watched, qtbot: QtBot
) -> None:
    guide.presenter.enter()
    guide.answer(story="The kettle leaks.")
    qtbot.waitUntil(lambda: bool(app.drafts.all()), timeout=1000)
    (draft,) = app.drafts.all()
    assert draft.answers == {"story": "The kettle leaks."}
    qtbot.waitUntil(lambda: guide.screen.reference == "BR01-26-0001", timeout=1000)


def test_going_on_with_gaps_names_each_in_the_list_and_at_its_field(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(story="The kettle leaks at the base.")
    guide.presenter.commit()
    assert guide.screen.problems[0] == ("category", "Choose what it is about")
    assert fields(guide)["category"].problem == "Choose what it is about"
    guide.answer(category=("product",))
    assert fields(guide)["category"].problem == ""
    assert [name for name, _words in guide.screen.problems] == ["safety", "pace", "wish"]


def test_a_gap_that_a_suggestion_fills_is_named_no_longer(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**{n: raw for n, raw in WHOLE.items() if n not in {"offer", "offered"}})
    guide.presenter.go_to(4)
    guide.presenter.commit()
    assert [name for name, _words in guide.screen.problems] == ["offer", "offered"]
    guide.answer(offer=("repair",))
    assert guide.screen.problems == ()


def test_each_step_commits_its_stage_and_opens_the_next(app: App, guide: Watched) -> None:
    guide.presenter.enter()
    stages = []
    for answers in (LISTENED, EMPATHISED, INVESTIGATED):
        guide.answer(**answers)
        guide.presenter.commit()
        stages.append(only_complaint(app).stage)
    assert stages == [Stage.RECEIVED, Stage.ACKNOWLEDGED, Stage.INVESTIGATED]
    assert guide.screen.step is Step.RESOLVE


def test_the_last_page_shows_the_paper_before_anything_is_committed(
    app: App, guide: Watched, qtbot: QtBot
) -> None:
    guide.presenter.enter()
    guide.answer(**WHOLE)
    guide.presenter.go_to(4)
    with qtbot.waitSignal(guide.presenter.preview) as shown:
        guide.presenter.commit()
        guide.work.drain()
    assert guide.screen.checking
    assert guide.screen.commit == "close"
    assert bytes(shown.args[0]).startswith(b"%PDF")
    assert app.complaints.count(ComplaintFilter()) == 0
    guide.presenter.commit()
    assert only_complaint(app).stage is Stage.CLOSED
    guide.work.drain()
    (paper,) = app.complaints.papers(only_complaint(app).id)
    assert paper.kind is PaperKind.RECEIPT


def test_a_refused_offer_is_kept_open_and_the_button_says_so(app: App, guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**{**WHOLE, "answer": ("does_not_accept",), "done": ()})
    guide.presenter.go_to(4)
    guide.presenter.commit()
    assert guide.screen.commit == "respond"
    guide.presenter.commit()
    complaint = only_complaint(app)
    assert (complaint.stage, complaint.answer) == (Stage.RESPONDED, Answer.DOES_NOT_ACCEPT)
    assert app.drafts.all() == []


def test_resolving_names_gaps_of_earlier_steps_and_jumps_to_them(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED, **INVESTIGATED, **RESOLVED)
    guide.presenter.go_to(4)
    guide.presenter.commit()
    assert guide.screen.problems[0][0] == "agreed"
    guide.presenter.jump("agreed")
    assert guide.screen.step is Step.EMPATHISE
    assert guide.focus[-1] == "agreed"


def test_parking_keeps_every_answer_and_resuming_comes_back_to_the_same_field(
    app: App, guide: Watched
) -> None:
    guide.presenter.enter()
    guide.answer(story="The kettle leaks at the base.", category=("product",))
    guide.presenter.tick("let_finish", True)
    guide.presenter.stand_at("safety", 0)
    guide.presenter.park()
    (draft,) = app.drafts.all()
    assert draft.parked_at is not None
    guide.presenter.enter(draft.id)
    assert guide.presenter.place()[0] == "safety"
    assert fields(guide)["story"].value == "The kettle leaks at the base."
    assert [check.ticked for check in guide.screen.checks if check.id == "let_finish"] == [True]


def test_suggestions_are_marked_follow_the_answers_and_are_taken_when_going_on(
    app: App, guide: Watched
) -> None:
    guide.presenter.enter()
    guide.answer(**{**LISTENED, "safety": ("not_sure",)})
    guide.presenter.go_to(3)
    assert (fields(guide)["severity"].value, fields(guide)["severity"].suggested) == (("3",), True)
    guide.answer(**EMPATHISED, **{k: v for k, v in INVESTIGATED.items() if k != "severity"})
    guide.presenter.commit()
    assert only_complaint(app).severity == 3
    assert only_complaint(app).priority == 1  # who is not sure is taken as at risk


def test_a_half_typed_day_is_kept_as_typed_and_asked_for_again(app: App, guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED, happened_on="31/")
    assert "today" in fields(guide)["happened_on"].hint
    guide.presenter.commit()
    assert [name for name, _words in guide.screen.problems] == ["happened_on"]
    guide.answer(happened_on="t")
    guide.presenter.commit()
    assert only_complaint(app).happened_on == app.complaints.today()


def test_a_closed_complaint_is_not_opened_again(app: App, guide: Watched) -> None:
    saved = app.complaints.close(a_draft())
    assert not guide.presenter.enter(saved.id)
    assert isinstance(guide.failed[0], AlreadyClosed)
    assert guide.screens == []


def test_leaving_parks_what_is_in_front(app: App, guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(story="The first one.")
    assert guide.presenter.leave()
    guide.presenter.enter()
    guide.answer(story="The second one.")
    guide.presenter.park()
    assert [draft.answers["story"] for draft in app.drafts.all()] == [
        "The first one.",
        "The second one.",
    ]


def test_the_coach_speaks_only_what_the_record_knows(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED)
    guide.presenter.go_to(2)
    spoken = dict(guide.screen.phrases)
    assert "The kettle leaks at the base for the second time, bought last week." in spoken["E1"]
    assert "…" in spoken["E3"]


def test_someone_at_risk_brings_up_the_safety_card(guide: Watched) -> None:
    guide.presenter.enter()
    assert guide.screen.card == ()
    guide.answer(safety=("yes",))
    assert len(guide.screen.card) >= 4


def test_checks_tick_themselves_from_the_answers(guide: Watched) -> None:
    guide.presenter.enter()
    before = sum(check.ticked for check in guide.screen.checks)
    guide.answer(**LISTENED)
    after = [check for check in guide.screen.checks if check.ticked]
    assert (before, len(after)) == (0, 4)
    assert not any(check.by_hand for check in after)


def test_after_a_quarter_of_an_hour_the_coach_offers_to_call_back(
    guide: Watched, clock: StandingClock
) -> None:
    guide.presenter.enter()
    assert guide.screen.aside == ""
    clock.tick(minutes=16)
    guide.presenter.reload()
    assert "call" in guide.screen.aside.lower()


def test_what_cannot_be_written_is_said_once_until_it_is_written(app: App, guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(story="The kettle leaks.")
    autosave = guide.presenter.findChild(Autosave)
    assert autosave is not None
    for _second in range(3):
        autosave.failed.emit(DiskFull(app.config.database))
    assert [type(error) for error in guide.failed] == [DiskFull]


def test_the_reference_of_a_draft_survives_its_commitment(app: App, guide: Watched) -> None:
    draft = app.drafts.keep(dataclasses.replace(a_draft(LISTENED), reference=""))
    guide.presenter.enter(draft.id)
    guide.presenter.commit()
    assert only_complaint(app).reference == draft.reference


def test_the_header_tells_by_when_the_customer_hears_from_us(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED)
    assert guide.screen.about == "Product"
    guide.presenter.commit()
    assert guide.screen.about == (
        "Product · first reply by Thu 26 Nov 18:00 · final answer by Mon 7 Dec 18:00"
    )
    guide.answer(**EMPATHISED)
    guide.presenter.commit()
    assert guide.screen.about == (
        "Product · next word by Mon 30 Nov 18:00 · final answer by Mon 7 Dec 18:00"
    )
