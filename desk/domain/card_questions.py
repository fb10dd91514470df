"""Questions about a complaint that stand on a card of their own: most visits need none of them."""

from desk.domain.assessment import Help, asks_for_consent
from desk.domain.complaint_choices import Known, OnlineVia
from desk.domain.label import N_
from desk.domain.question import Form, Question
from desk.domain.step import Step

_DAY = N_("Write the day as t (today), +3, 26/11 or a date")

FOR_SOMEBODY: tuple[Question, ...] = (
    Question(
        name="affected_name",
        step=Step.EMPATHISE,
        form=Form.LINE,
        limit=200,
        label=N_("Who is affected?"),
        problem=N_("Write who is affected"),
    ),
    Question(
        name="relation",
        step=Step.EMPATHISE,
        form=Form.LINE,
        limit=200,
        label=N_("Who is the one at the desk to them?"),
        problem=N_("Write who the one at the desk is to them"),
    ),
    Question(
        name="authority",
        step=Step.EMPATHISE,
        form=Form.CHOICE,
        options=Known,
        label=N_("Was their authority seen?"),
        problem=N_("Choose whether it was seen"),
    ),
)
"""Somebody acts for somebody else: the letter goes to the one who acts and names both."""

PASSED_ON: tuple[Question, ...] = (
    Question(
        name="passed_on_by",
        step=Step.LISTEN,
        form=Form.LINE,
        limit=200,
        label=N_("Who passed it on?"),
        problem=N_("Write who passed it on"),
    ),
    Question(
        name="source_number",
        step=Step.LISTEN,
        form=Form.LINE,
        limit=100,
        label=N_("Their number"),
        optional=True,
    ),
    Question(
        name="source_due_on",
        step=Step.LISTEN,
        form=Form.DAY,
        label=N_("Their day"),
        optional=True,
        problem=_DAY,
    ),
    Question(
        name="source_demand",
        step=Step.LISTEN,
        form=Form.STORY,
        limit=4000,
        optional=True,
        label=N_("What they ask of us, in their words"),
    ),
)
"""Passed on by 12315, 12345, a consumer association or a platform."""

PAPER_FORM: tuple[Question, ...] = (
    Question(
        name="form_number",
        step=Step.LISTEN,
        form=Form.LINE,
        limit=40,
        label=N_("Number of the paper form"),
        problem=N_("Write the number of the paper form"),
    ),
    Question(
        name="visited_on",
        form=Form.DAY,
        label=N_("Which day were they here?"),
        problem=N_("Write a day that is over, as t (today), y (yesterday), -3 or 16/11"),
    ),
    Question(
        name="visited_time",
        form=Form.TIME,
        label=N_("At what time?"),
        problem=N_("Write the time as 14:30"),
    ),
)
"""Typed in later from a paper form: it keeps its number and the true time of the visit."""

CAME_BY: tuple[Question, ...] = (
    Question(
        name="online_via",
        step=Step.LISTEN,
        form=Form.CHOICE,
        options=OnlineVia,
        label=N_("Where on the net?"),
        problem=N_("Choose where on the net"),
    ),
)
"""Which of the ways on the net."""

NEEDS_HELP = Question(
    name="help_needed", step=Step.LISTEN, form=Form.CHOICES, options=Help, most=8,
    label=N_("What help is needed?"), problem=N_("Choose what help is needed"),
)  # fmt: skip
"""What somebody needs so that they can be heard."""

HELP_CONSENT = Question(
    name="help_consent", step=Step.LISTEN, form=Form.CHOICE, options=Known,
    without=frozenset({Known.UNKNOWN}),
    label=N_("May we keep this, as it tells of their health?"),
    problem=N_("Ask whether we may keep it, and choose what they say"),
)  # fmt: skip
"""Asked only where what is needed tells of somebody's health, and then it must be."""


def needs_help(needed: tuple[Help, ...]) -> tuple[Question, ...]:
    """Give what is asked of somebody who needs help; health asks a consent of its own (A6)."""
    return (NEEDS_HELP, HELP_CONSENT) if asks_for_consent(needed) else (NEEDS_HELP,)


WISH_NOT_MET: tuple[Question, ...] = (
    Question(
        name="refusal", step=Step.RESOLVE, form=Form.LINE, limit=500,
        label=N_("Why can we not do it?"), problem=N_("Write why we cannot do it"),
    ),
    Question(
        name="refusal_basis", step=Step.RESOLVE, form=Form.LINE, limit=500,
        label=N_("On which rule or fact does that rest?"),
        problem=N_("Write the rule or fact it rests on"),
    ),
    Question(
        name="refusal_next", step=Step.RESOLVE, form=Form.LINE, limit=500,
        label=N_("What can they do next?"), problem=N_("Write what they can do next"),
    ),
)  # fmt: skip
"""Saying no well: a reason, what it rests on, and the next step (features.md R7)."""

ON_CARDS: tuple[Question, ...] = (
    *FOR_SOMEBODY,
    *PASSED_ON,
    PAPER_FORM[0],
    *CAME_BY,
    NEEDS_HELP,
    HELP_CONSENT,
    *WISH_NOT_MET,
)
"""Those of them that are fields of a complaint."""

PACE_AT_END: tuple[Question, ...] = (
    Question(
        name="pace_end",
        step=Step.RESOLVE,
        form=Form.SCALE,
        highest=5,
        label=N_("Pace of talk now"),
        problem=N_("Choose 1 to 5 for the pace of talk"),
    ),
)
"""How the talk ends, beside how it began: one key, inside only (features.md G7)."""
