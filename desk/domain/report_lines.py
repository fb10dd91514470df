"""The figures of a week's report: each once, with its words, its rule and how it is written."""

from desk.domain.assessment import Safety
from desk.domain.complaint import Kind
from desk.domain.figure_line import SECTIONS as SECTIONS
from desk.domain.figure_line import FigureLine as FigureLine
from desk.domain.figure_line import Measure as Measure
from desk.domain.figure_line import Section as Section
from desk.domain.label import N_
from desk.domain.report_end_lines import END_LINES
from desk.domain.report_gate_lines import GATE_LINES
from desk.domain.report_waiting_lines import WAITING_LINES


def _hours(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 3600


def _days(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 86400


LINES: tuple[FigureLine, ...] = (
    FigureLine(
        Section.STOCK, Measure.COUNT, lambda f: f.stock.at_start,
        N_("Open at the start"),
        N_("Arrived, or opened again, before the first day and not closed by then."),
    ),
    FigureLine(
        Section.STOCK, Measure.COUNT, lambda f: f.stock.opened,
        N_("Opened"),
        N_("Arrived in the week. Suggestions, praise and questions are counted apart."),
    ),
    FigureLine(
        Section.STOCK, Measure.COUNT, lambda f: f.stock.reopened,
        N_("Opened again"),
        N_("Closed before and opened again in the week; the old closing stays counted."),
    ),
    FigureLine(
        Section.STOCK, Measure.COUNT, lambda f: f.stock.closed,
        N_("Closed"),
        N_("Closed in the week, whenever they arrived."),
    ),
    FigureLine(
        Section.STOCK, Measure.COUNT, lambda f: f.stock.at_end,
        N_("Open at the end"),
        N_(
            "Open at the start, plus opened and opened again, minus closed. Counted by itself and "
            "compared."
        ),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.COUNT, lambda f: f.first_word.in_time,
        N_("First reply in time"),
        N_(
            "The first word that reached the customer was given in the week, not after the moment "
            "it was due. Acknowledging at the counter is such a word; a call nobody answers is not."
        ),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.COUNT, lambda f: f.first_word.late,
        N_("First reply late"),
        N_(
            "Became due in the week, and no word had reached the customer by that moment. Counted "
            "once, in the week it became due, even when one did later. While we wait for somebody "
            "nothing is counted late."
        ),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.SHARE, lambda f: f.first_word.in_time_share,
        N_("First reply in time, per cent"),
        N_("In time out of in time and late together. Left out with fewer than 10 cases."),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.COUNT, lambda f: f.first_word.waiting,
        N_("Still waiting for the first reply, not due yet"),
        N_(
            "No word had reached the customer at the end of the week, and none was due by then, or "
            "we waited for somebody when it was."
        ),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.COUNT, lambda f: f.first_word.overdue,
        N_("Still waiting for the first reply, overdue"),
        N_(
            "No word had reached the customer at the end of the week, and one was due before that, "
            "in this week or earlier. What waits for somebody is left out."
        ),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.COUNT, lambda f: f.on_the_spot,
        N_("First reply on the spot"),
        N_("First reply in the week, at most 30 minutes after arriving."),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.HOURS, lambda f: _hours(f.to_first_word.median),
        N_("Hours to the first reply, median"),
        N_(
            "From arriving to the first word that reached the customer, of those that had it in "
            "the week: half took no longer. Nights and rest days count."
        ),
    ),
    FigureLine(
        Section.FIRST_WORD, Measure.HOURS, lambda f: _hours(f.to_first_word.p90),
        N_("Hours to the first reply, nine in ten"),
        N_("As above: nine in ten took no longer (90th percentile, nearest rank)."),
    ),
    FigureLine(
        Section.FINAL, Measure.COUNT, lambda f: f.final.in_time,
        N_("Final answer in time"),
        N_("Closed in the week, not after the moment the final answer was due."),
    ),
    FigureLine(
        Section.FINAL, Measure.COUNT, lambda f: f.final.late,
        N_("Final answer late"),
        N_(
            "The final answer became due in the week and the complaint was not closed by that "
            "moment. Counted once, in the week it became due. While we wait for somebody nothing "
            "is counted late."
        ),
    ),
    FigureLine(
        Section.FINAL, Measure.SHARE, lambda f: f.final.in_time_share,
        N_("Final answer in time, per cent"),
        N_("In time out of in time and late together. Left out with fewer than 10 cases."),
    ),
    FigureLine(
        Section.FINAL, Measure.COUNT, lambda f: f.final.waiting,
        N_("Open, final answer not due yet"),
        N_(
            "Open at the end of the week, and the final answer not due by then, or we waited for "
            "somebody when it was."
        ),
    ),
    FigureLine(
        Section.FINAL, Measure.COUNT, lambda f: f.final.overdue,
        N_("Open, final answer overdue"),
        N_(
            "Open at the end of the week, and the final answer due before that, in this week "
            "or earlier. What waits for somebody is left out."
        ),
    ),
    FigureLine(
        Section.FINAL, Measure.DAYS, lambda f: _days(f.to_closing.median),
        N_("Days to closing, median"),
        N_(
            "From arriving to closing, of those closed in the week: half took no longer. "
            "Calendar days."
        ),
    ),
    FigureLine(
        Section.FINAL, Measure.DAYS, lambda f: _days(f.to_closing.p90),
        N_("Days to closing, nine in ten"),
        N_("As above: nine in ten took no longer (90th percentile, nearest rank)."),
    ),
    *WAITING_LINES,
    FigureLine(
        Section.WEIGHT, Measure.COUNT, lambda f: f.priorities.get(1, 0),
        N_("Urgent (priority 1)"),
        N_("Opened in the week, with someone hurt or at risk, or critical."),
    ),
    FigureLine(
        Section.WEIGHT, Measure.COUNT, lambda f: f.safety.get(Safety.YES, 0),
        N_("Someone hurt or at risk"),
        N_("Opened in the week, with the safety question answered yes."),
    ),
    FigureLine(
        Section.WEIGHT, Measure.COUNT, lambda f: f.safety.get(Safety.NOT_SURE, 0),
        N_("Perhaps at risk"),
        N_("Opened in the week, with the safety question answered not sure."),
    ),
    FigureLine(
        Section.ANSWERS, Measure.COUNT, lambda f: f.answers.responded,
        N_("Offers made"),
        N_("Complaints with an offer made to the customer for the first time in the week."),
    ),
    FigureLine(
        Section.ANSWERS, Measure.COUNT, lambda f: f.answers.upheld,
        N_("Customer was right, wholly or partly"),
        N_("Of the offers made: the finding was confirmed or partly."),
    ),
    FigureLine(
        Section.ANSWERS, Measure.COUNT, lambda f: f.answers.not_accepted,
        N_("Offer not accepted"),
        N_("Of the offers made: the customer's answer as it stands is “does not accept”."),
    ),
    FigureLine(
        Section.ANSWERS, Measure.COUNT, lambda f: f.answers.with_money,
        N_("Offers with money"),
        N_("Of the offers made: a refund or money off, with an amount."),
    ),
    FigureLine(
        Section.ANSWERS, Measure.MONEY, lambda f: f.answers.money,
        N_("Money offered"),
        N_("Sum of those amounts, whether accepted or not."),
    ),
    FigureLine(
        Section.ANSWERS, Measure.RATING, lambda f: f.answers.rating_result.median,
        N_("Rating of the result, median (1 to 5)"),
        N_("Of the offers made: what customers answered who were asked and did answer."),
    ),
    FigureLine(
        Section.ANSWERS, Measure.RATING, lambda f: f.answers.rating_handling.median,
        N_("Rating of the handling, median (1 to 5)"),
        N_("Of the offers made: what customers answered who were asked and did answer."),
    ),
    FigureLine(
        Section.PROMISES, Measure.COUNT, lambda f: f.promises.kept,
        N_("Promises kept"),
        N_("Done in the week, on the promised day or before it."),
    ),
    FigureLine(
        Section.PROMISES, Measure.COUNT, lambda f: f.promises.late,
        N_("Promises kept late"),
        N_("Done in the week, after the promised day."),
    ),
    FigureLine(
        Section.PROMISES, Measure.COUNT, lambda f: f.promises.broken,
        N_("Promises broken"),
        N_(
            "Given up or moved to another day in the week. What the customer did not want any "
            "more is not counted."
        ),
    ),
    FigureLine(
        Section.PROMISES, Measure.SHARE, lambda f: f.promises.kept_share,
        N_("Promises kept, per cent"),
        N_("Kept out of kept, late and broken together. Left out with fewer than 10 cases."),
    ),
    *END_LINES,
    *GATE_LINES,
    FigureLine(
        Section.OTHER_KINDS, Measure.COUNT, lambda f: f.kinds.get(Kind.SUGGESTION, 0),
        N_("Suggestions"), N_("Arrived in the week. They run no clocks."),
    ),
    FigureLine(
        Section.OTHER_KINDS, Measure.COUNT, lambda f: f.kinds.get(Kind.PRAISE, 0),
        N_("Praise"), N_("Arrived in the week. They run no clocks."),
    ),
    FigureLine(
        Section.OTHER_KINDS, Measure.COUNT, lambda f: f.kinds.get(Kind.QUESTION, 0),
        N_("Questions"), N_("Arrived in the week. They run no clocks."),
    ),
)  # fmt: skip
"""In the order they are read. A new figure is one entry here."""
