"""G5: two gates refuse; every other warns, takes a reason and is counted, on every way in."""

from pathlib import Path

import pytest

from desk.domain import stages
from desk.domain.answers import Raw
from desk.domain.draft import Draft
from desk.domain.errors import AnswersMissing, MayNotClose, SafetyNotTold
from desk.domain.gates import GO_ON, HARD, Gate, GoOnReason, gate_of, passed
from desk.domain.side_path import Override
from desk.services.app import App
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, WHOLE, a_draft

GAPS: dict[str, dict[str, Raw]] = {
    "receive": {k: v for k, v in LISTENED.items() if k != "pace"},
    "acknowledge": {k: v for k, v in {**LISTENED, **EMPATHISED}.items() if k != "apology"},
    "record_finding": {k: v for k, v in {**LISTENED, **INVESTIGATED}.items() if k != "severity"},
    "respond": {k: v for k, v in WHOLE.items() if k != "answer"},
}
LACKS = {"receive": "pace", "acknowledge": "apology", "record_finding": "severity",
         "respond": "answer"}  # fmt: skip


def drafted(verb: str, **more: Raw) -> Draft:
    return a_draft({**GAPS[verb], **more})


@pytest.mark.parametrize("verb", GAPS)
def test_a_soft_gate_warns_takes_a_reason_and_is_counted(app: App, verb: str) -> None:
    app.settings.change(handler="Lin")
    commit = getattr(app.complaints, verb)
    with pytest.raises(AnswersMissing) as warned:
        commit(drafted(verb))
    assert LACKS[verb] in warned.value.fields
    with pytest.raises(AnswersMissing):
        commit(drafted(verb, **{GO_ON: ("because",)}))  # not one of the reasons
    saved = commit(drafted(verb, **{GO_ON: (GoOnReason.HURRY.value,)}))
    (override,) = app.besides.of(Override, saved.id)
    assert (override.reason, override.passed_by) == (GoOnReason.HURRY, "Lin")
    assert LACKS[verb] in override.gate
    assert app.check.run() == ()


def test_the_reason_passes_one_gate_and_not_the_next(app: App) -> None:
    saved = app.complaints.receive(drafted("receive", **{GO_ON: ("hurry",)}))
    kept = app.drafts.resume(saved.id)
    assert kept is not None
    assert GO_ON not in kept.answers
    with pytest.raises(AnswersMissing):
        app.complaints.acknowledge(kept)


def test_where_nothing_is_missing_nothing_is_counted(app: App) -> None:
    saved = app.complaints.receive(a_draft({**LISTENED, GO_ON: ("hurry",)}))
    assert app.besides.of(Override, saved.id) == []


def test_the_closing_rule_and_the_safety_line_refuse_whatever_reason_is_given(app: App) -> None:
    reason: dict[str, Raw] = {GO_ON: ("other",)}
    with pytest.raises(AnswersMissing):
        app.complaints.close(a_draft({k: v for k, v in WHOLE.items() if k != "cause"} | reason))
    with pytest.raises(MayNotClose):
        app.complaints.close(a_draft({**WHOLE, **reason, "answer": ("does_not_accept",)}))
    with pytest.raises(SafetyNotTold):
        app.complaints.close(a_draft({**WHOLE, **reason, "safety": ("yes",)}))
    assert app.complaints.get(a_draft().id) is None
    assert frozenset({Gate.SAFETY, Gate.CLOSING}) == HARD
    assert gate_of(stages.close) is Gate.CLOSING
    assert passed(stages.close, "other") is None


def test_a_register_takes_incomplete_rows_open_and_closes_none(app: App, tmp_path: Path) -> None:
    """The same rules on the command line and by import: a gap is flagged, no gate is passed."""
    register = tmp_path / "register.csv"
    register.write_text("story,date,answer,safety\nBad.,2026-11-20,accepts,yes\n", "utf-8")
    taken = app.take.take(register)
    assert taken.taken == 1
    assert taken.flagged
    (line,) = app.today.read().opened or app.complaints.find("Bad", limit=1)
    saved = app.complaints.whole(line.reference).complaint
    assert saved.is_open
    assert saved.acknowledged_at is None
    assert app.besides.of(Override, saved.id) == []
