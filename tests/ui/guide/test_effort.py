"""The tick that effort fits rests on checks, facts and what was kept, not on a count of checks."""

from desk.domain.fact import Fact
from desk.services.app import App
from tests.make import WHOLE, a_draft
from tests.ui.guide.conftest import Watched


def fits(guide: Watched) -> bool:
    (check,) = [check for check in guide.screen.checks if check.id == "effort_fits"]
    assert not check.by_hand or not check.ticked
    return check.ticked


def test_two_checks_without_our_own_side_are_not_enough_for_priority_two(
    app: App, guide: Watched
) -> None:
    """A5."""
    stored = app.complaints.record_finding(a_draft({**WHOLE, "severity": ("3",)}))
    assert stored.priority == 2
    guide.presenter.enter(stored.id)
    guide.presenter.go_to(3)
    assert not fits(guide)
    guide.answer(checked=("item", "records"))
    assert fits(guide)


def test_a_fact_written_down_on_its_card_counts_at_once(app: App, guide: Watched) -> None:
    """A5."""
    stored = app.complaints.record_finding(a_draft({**WHOLE, "severity": ("3",)}))
    guide.presenter.enter(stored.id)
    guide.presenter.go_to(3)
    assert not fits(guide)
    app.besides.add(
        Fact, stored.id, {"shows": "Paid on 5 May.", "source": ("record",), "seen_by": "Lin"}
    )
    guide.presenter.cards.saved.emit()
    assert fits(guide)
