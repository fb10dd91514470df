"""Why something was changed is asked only after it was on paper or the complaint was closed."""

import pytest

from desk.domain.answers import Raw
from desk.domain.later_change import ANSWER, ChangeReason, LaterChange, ReasonNeeded
from desk.domain.paper import PaperKind
from desk.services.app import App
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, WHOLE, a_draft

SAID: dict[str, Raw] = {**LISTENED, **EMPATHISED}
OTHER_PHONE: dict[str, Raw] = {**SAID, "phone": "555-0118"}


def reasons(app: App, complaint_id: str) -> list[LaterChange]:
    return app.besides.of(LaterChange, complaint_id)


@pytest.fixture
def on_paper(app: App) -> str:
    """A complaint whose customer has the slip."""
    saved = app.complaints.acknowledge(a_draft(SAID))
    app.papers.make(saved.id, PaperKind.SLIP)
    return saved.id


def test_before_a_paper_nothing_is_asked(app: App) -> None:
    """U3: asked only after the receipt was printed or the case closed; never before."""
    app.complaints.acknowledge(a_draft(SAID))
    saved = app.complaints.acknowledge(a_draft(OTHER_PHONE))
    assert saved.phone == "555-0118"
    assert reasons(app, saved.id) == []


def test_after_the_slip_a_change_of_what_was_said_needs_a_reason(app: App, on_paper: str) -> None:
    with pytest.raises(ReasonNeeded) as needed:
        app.complaints.acknowledge(a_draft(OTHER_PHONE))
    assert needed.value.fields == ("phone",)
    assert needed.value.by_commitment
    stored = app.complaints.get(on_paper)
    assert stored is not None
    assert stored.phone == SAID["phone"]


def test_one_key_from_a_list_is_enough_and_the_reason_stays_on_the_record(
    app: App, on_paper: str
) -> None:
    given: dict[str, Raw] = {**OTHER_PHONE, ANSWER: (ChangeReason.MISHEARD.value, "phone")}
    saved = app.complaints.acknowledge(a_draft(given))
    assert saved.phone == "555-0118"
    (kept,) = reasons(app, on_paper)
    assert (kept.change_reason, kept.fields) == (ChangeReason.MISHEARD, "phone")
    told = [e for e in app.complaints.whole(saved.reference).entries if e.entity == "later_change"]
    assert [change.after for change in told[0].changes if change.field == "change_reason"] == [
        "misheard"
    ]
    assert not app.check.run()


def test_the_reason_for_one_field_is_none_for_another(app: App, on_paper: str) -> None:
    given: dict[str, Raw] = {
        **OTHER_PHONE, "name": "Sam Sample", ANSWER: (ChangeReason.MISHEARD.value, "phone"),
    }  # fmt: skip
    with pytest.raises(ReasonNeeded) as needed:
        app.complaints.acknowledge(a_draft(given))
    assert needed.value.fields == ("name", "phone")


def test_what_stood_empty_is_filled_in_without_a_reason(app: App, on_paper: str) -> None:
    saved = app.complaints.respond(a_draft(WHOLE))
    assert saved.found
    assert reasons(app, on_paper) == []


def test_what_was_found_may_change_until_it_is_on_paper(app: App, on_paper: str) -> None:
    found: dict[str, Raw] = {**SAID, **INVESTIGATED}
    app.complaints.record_finding(a_draft(found))
    again: dict[str, Raw] = {**found, "found": "The seal is worn."}
    app.complaints.record_finding(a_draft(again))
    app.complaints.respond(a_draft({**WHOLE, "found": "The seal is worn."}))
    app.papers.make(on_paper, PaperKind.LETTER)
    with pytest.raises(ReasonNeeded):
        app.complaints.record_finding(a_draft(found))


def test_a_customers_later_answer_is_no_correction(app: App, on_paper: str) -> None:
    app.complaints.respond(
        a_draft({**WHOLE, "answer": ("wants_to_think",), "next_on": "2026-11-30", "next_by": "Lin"})
    )
    app.papers.make(on_paper, PaperKind.LETTER)
    assert not app.complaints.close(a_draft(WHOLE)).is_open
    assert reasons(app, on_paper) == []


def test_who_puts_a_complaint_aside_is_not_held_up_and_nothing_typed_is_lost(
    app: App, on_paper: str
) -> None:
    saved = app.complaints.park(a_draft(OTHER_PHONE))
    assert saved.phone == SAID["phone"]
    (draft,) = app.drafts.all()
    assert draft.answers["phone"] == "555-0118"
    app.complaints.leave(a_draft(OTHER_PHONE))
    (draft,) = app.drafts.all()
    assert draft.answers["phone"] == "555-0118"


def test_a_paper_never_says_what_is_not_saved(app: App, on_paper: str) -> None:
    """What is printed is saved before; so the reason is asked before it is printed."""
    with pytest.raises(ReasonNeeded) as needed:
        app.complaints.save(a_draft(OTHER_PHONE))
    assert not needed.value.by_commitment
