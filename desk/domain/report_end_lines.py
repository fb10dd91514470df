"""The figures of how complaints ended: outcomes, wishes met, and how their customers found it."""

from desk.domain.expectation import Gap
from desk.domain.figure_line import FigureLine, Measure, Section
from desk.domain.label import N_
from desk.domain.response import Outcome

END_LINES: tuple[FigureLine, ...] = (
    FigureLine(
        Section.ENDS, Measure.COUNT, lambda f: f.ends.outcomes.get(Outcome.RESOLVED, 0),
        N_("Closed: resolved"),
        N_("Closed in the week because it was accepted and is done."),
    ),
    FigureLine(
        Section.ENDS, Measure.COUNT, lambda f: f.ends.outcomes.get(Outcome.ROUTES_EXHAUSTED, 0),
        N_("Closed: all routes used"),
        N_("Closed in the week; an outside route has ended, or they were told of those."),
    ),
    FigureLine(
        Section.ENDS, Measure.COUNT, lambda f: f.ends.outcomes.get(Outcome.WITHDRAWN, 0),
        N_("Closed: withdrawn"),
        N_("Closed in the week because the customer took it back, in their words."),
    ),
    FigureLine(
        Section.ENDS, Measure.COUNT, lambda f: f.ends.outcomes.get(Outcome.NO_CONTACT, 0),
        N_("Closed: no contact"),
        N_("Closed in the week after tries in vain on as many days as Settings ask for."),
    ),
    FigureLine(
        Section.ENDS, Measure.COUNT, lambda f: f.ends.gaps.get(Gap.MET, 0),
        N_("Wish met"),
        N_("Of what is closed: all that was wished for at first was offered and accepted."),
    ),
    FigureLine(
        Section.ENDS, Measure.COUNT, lambda f: f.ends.gaps.get(Gap.PARTLY, 0),
        N_("Wish partly met"),
        N_("Of what is closed: some of it was offered and accepted, or only a part accepted."),
    ),
    FigureLine(
        Section.ENDS, Measure.COUNT, lambda f: f.ends.gaps.get(Gap.NOT, 0),
        N_("Wish not met"),
        N_("Of what is closed: none of it was, or the offer was not accepted."),
    ),
    FigureLine(
        Section.SATISFACTION, Measure.COUNT, lambda f: f.ends.asked.answered,
        N_("Asked and answered"),
        N_("At closing or when called back in the week, with at least one mark."),
    ),
    FigureLine(
        Section.SATISFACTION, Measure.COUNT, lambda f: f.ends.asked.declined,
        N_("Asked and did not want to answer"),
        N_("When called back in the week."),
    ),
    FigureLine(
        Section.SATISFACTION, Measure.COUNT, lambda f: f.ends.asked.not_asked,
        N_("Not asked"),
        N_("Closed in the week without a mark, or called back without asking."),
    ),
    FigureLine(
        Section.SATISFACTION, Measure.COUNT, lambda f: f.ends.asked.result.count,
        N_("Marks for the result"),
        N_("How many of those who answered gave one."),
    ),
    FigureLine(
        Section.SATISFACTION, Measure.RATING, lambda f: f.ends.asked.result.median,
        N_("Content with the result, median (1 to 5)"),
        N_("The middle one of these marks; every asking counts for itself."),
    ),
    FigureLine(
        Section.SATISFACTION, Measure.COUNT, lambda f: f.ends.asked.handling.count,
        N_("Marks for the handling"),
        N_("How many of those who answered gave one."),
    ),
    FigureLine(
        Section.SATISFACTION, Measure.RATING, lambda f: f.ends.asked.handling.median,
        N_("Content with the handling, median (1 to 5)"),
        N_("The middle one of these marks; every asking counts for itself."),
    ),
)  # fmt: skip
