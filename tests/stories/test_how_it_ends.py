"""Stories of ends that were none: opened again, and closed by mistake."""

from PySide6.QtCore import Qt

from desk.domain.closing import Closing, ReopenReason
from desk.domain.complaint import Stage
from desk.domain.response import Outcome
from tests.stories.counter import CONTROL, Counter
from tests.stories.words import (
    EMPATHISE,
    EMPATHISE_ZH,
    INVESTIGATE,
    INVESTIGATE_ZH,
    LISTEN,
    LISTEN_ZH,
    RESOLVE,
    RESOLVE_ZH,
)


def test_a_complaint_is_opened_again_and_its_old_closing_is_kept(counter: Counter) -> None:
    counter.customer_comes(LISTEN)
    counter.pages(EMPATHISE, INVESTIGATE, RESOLVE)
    counter.end()
    (first,) = counter.kept(Closing)
    counter.clock.tick(days=2)
    counter.read("BR01-26-0001")
    counter.press(Qt.Key.Key_O)
    counter.fill({"reopened_for": ("not_done",), "reopened_words": "The new one leaks too."})
    counter.hand.commit()
    counter.settle()
    assert counter.complaint("BR01-26-0001").is_open
    counter.read("BR01-26-0001")
    counter.press(Qt.Key.Key_Return)
    counter.page({**RESOLVE, "offer": ("refund",), "amount": "89", "offered": "All money back."})
    counter.end()
    old, new = counter.app.closings.of(counter.complaint("BR01-26-0001").id)
    assert (old.closed_at, old.outcome) == (first.closed_at, Outcome.RESOLVED)
    assert (old.reopened_for, old.reopened_words) == (
        ReopenReason.NOT_DONE,
        "The new one leaks too.",
    )
    assert (new.outcome, new.reopened_at) == (Outcome.RESOLVED, None)


def test_what_was_closed_by_mistake_is_open_again_by_one_key(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.pages(EMPATHISE_ZH, INVESTIGATE_ZH, RESOLVE_ZH)
    guitai.end()
    assert guitai.complaint("BR01-26-0001").stage is Stage.CLOSED
    guitai.press(Qt.Key.Key_Z, CONTROL)
    guitai.settle()
    kept = guitai.complaint("BR01-26-0001")
    assert kept.is_open
    assert kept.found == INVESTIGATE_ZH["found"]
    guitai.read("BR01-26-0001")
    guitai.press(Qt.Key.Key_Return)
    guitai.page({"done": ("by_date",), "done_on": "+3", "done_by": "Lin"})
    guitai.end()
    kept = guitai.complaint("BR01-26-0001")
    assert kept.is_open
    assert kept.offered == RESOLVE_ZH["offered"]
