"""Gates passed with a reason in the week's figures and in its workbook: equal to the database."""

import sqlite3
from datetime import timedelta

from desk.domain.answers import Raw
from desk.domain.gates import GO_ON, HARD, Gate
from desk.domain.report import Period
from desk.domain.report_lines import LINES, Section
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import LISTENED, WHOLE, a_draft

THIS = Period.parse("2026-W48")
SHORT: dict[str, Raw] = {"story": "The kettle leaks at the base.", GO_ON: ("hurry",)}
ANOTHER: dict[str, Raw] = {"kind": ("praise",), "kind_reason": "They only wanted to thank us."}


def passes(app: App, clock: StandingClock) -> None:
    """Two past Listen, one past Empathise and a change of kind; a week later one past Listen."""
    for number, reason in ((1, "hurry"), (2, "other")):
        draft = a_draft({**SHORT, GO_ON: (reason,)}, number=number, opened_at=clock())
        app.complaints.receive(draft)
    listened = {**LISTENED, GO_ON: ("not_known",)}
    app.complaints.acknowledge(a_draft(listened, number=3, opened_at=clock()))
    app.complaints.receive(a_draft(number=4, opened_at=clock()))
    app.kinds.change(a_draft(number=4).id, ANOTHER)
    app.complaints.respond(a_draft(WHOLE, number=5, opened_at=clock()))
    clock.at += timedelta(days=7)
    app.complaints.receive(a_draft(SHORT, number=6, opened_at=clock()))


def ask(app: App, *values: str) -> int:
    asked = (
        "select count(*) from override where (gate = ? or gate like ? || ':%')"
        " and passed_at >= ? and passed_at < ?"
    )
    with sqlite3.connect(app.config.database) as found:
        return int(found.execute(asked, values).fetchone()[0])


def test_every_gate_passed_with_a_reason_is_counted_in_its_week_as_the_database_does(
    app: App, clock: StandingClock
) -> None:
    """G5: numbers equal SQL."""
    passes(app, clock)
    figures = app.week.figures(THIS)
    assert figures.passed == {"listen": 2, "empathise": 1, "kind": 1}
    assert app.week.figures(THIS.shifted(1)).passed == {"listen": 1}
    gates = [*(gate.value for gate in Gate if gate not in HARD), "kind"]
    lines = [line for line in LINES if line.section is Section.GATES]
    for gate, line in zip(gates, lines, strict=True):
        monday, next_one = str(THIS.first_on), str(THIS.shifted(1).first_on)
        assert line.value(figures) == ask(app, gate, gate, monday, next_one)


def test_each_gate_that_can_be_passed_has_one_row_with_its_rule() -> None:
    """G5: how counted."""
    lines = [line for line in LINES if line.section is Section.GATES]
    assert len({line.label for line in lines}) == len(Gate) - len(HARD) + 1
    assert all("week" in line.rule for line in lines)
