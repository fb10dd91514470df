"""What the guide shows, as values: computed from a situation, drawn by the view."""

from dataclasses import dataclass

from desk.domain.guide import Step, opens_safety
from desk.domain.label import N_
from desk.domain.options import label
from desk.domain.questions import BY_NAME
from desk.domain.stages import can_close
from desk.i18n import _
from desk.ui.clock_lines import clock_lines, in_header
from desk.ui.guide.coaching import CheckScreen, checks
from desk.ui.guide.field_screen import FieldScreen, field_screen, paper_screen
from desk.ui.guide.fields import ROWS
from desk.ui.guide.papers import PRINT, usual_paper
from desk.ui.guide.path_calls import THREATENING
from desk.ui.guide.phrases import phrases
from desk.ui.guide.problems import problem_words
from desk.ui.guide.recap import recap
from desk.ui.guide.situation import Situation, missing, without_answered
from desk.ui.priority_words import priority_rule


@dataclass(frozen=True, slots=True)
class StageScreen:
    """One stage of the bar: `missing` counts answers, None means nothing was answered yet."""

    title: str
    missing: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideScreen:
    """The whole page. `commit` is the verb of the big button, `commit_label` its words.

    `unreadable` of the problems are answers that cannot be read; `print_label` names the paper
    Ctrl+P prints; `opened_at` is when the customer came, in seconds since 1970; `recap` repeats on
    the last page what is about to be committed, each answer with its label; `earlier` counts the
    customer's earlier complaints.
    """

    reference: str
    is_empty: bool
    opened_at: float
    about: str
    step: Step
    purpose: str
    stages: tuple[StageScreen, ...]
    rows: tuple[tuple[FieldScreen, ...], ...]
    problems: tuple[tuple[str, str], ...]
    unreadable: int
    card: tuple[str, ...]
    phrases: tuple[tuple[str, str], ...]
    avoid: tuple[tuple[str, str], ...]
    aside: str
    checks: tuple[CheckScreen, ...]
    rule: str
    commit: str
    commit_label: str
    print_label: str
    checking: bool
    recap: tuple[tuple[str, str], ...]
    clocks: tuple[str, ...] = ()
    earlier: int = 0


COMMITS: dict[Step, tuple[str, str]] = {
    Step.LISTEN: ("continue", N_("Continue to Empathise")),
    Step.EMPATHISE: ("acknowledge", N_("Give number and go on")),
    Step.INVESTIGATE: ("continue", N_("Continue to Resolve")),
    Step.RESOLVE: ("continue", N_("Check and print")),
}


def guide_screen(situation: Situation) -> GuideScreen:
    """Draw up the page in the language of the screen."""
    situation = without_answered(situation)
    step = situation.draft.step
    guide = situation.around.guide
    commit, commit_label = _commit(situation)
    return GuideScreen(
        reference=situation.draft.reference or _("New complaint"),
        is_empty=not situation.draft.answers,
        opened_at=situation.draft.opened_at.timestamp(),
        about=_about(situation),
        step=step,
        purpose=guide.purposes[step - 1],
        stages=tuple(_stage(situation, each) for each in Step),
        rows=((paper_screen(situation),),) if situation.checking else _rows(situation),
        problems=tuple(
            (name, problem_words(name, unreadable=name in situation.unreadable))
            for name in situation.problems
        ),
        unreadable=len(set(situation.problems) & set(situation.unreadable)),
        card=_card(situation),
        phrases=phrases(situation),
        avoid=tuple((a.say, a.better) for a in guide.avoid),
        aside=_aside(situation),
        checks=checks(situation),
        rule=_rule(situation) if step is Step.INVESTIGATE else "",
        commit=commit,
        commit_label=_(commit_label),
        print_label=_(PRINT[usual_paper(situation)]),
        checking=situation.checking,
        recap=recap(situation.complaint) if situation.checking else (),
        clocks=_clocks(situation),
        earlier=situation.earlier,
    )


def _rule(situation: Situation) -> str:
    return priority_rule(situation.complaint.priority or 3, situation.around.settings)


def _about(situation: Situation) -> str:
    """Say what it is about and, once it was taken in, by when the customer hears from us."""
    category, stored = situation.complaint.category, situation.stored
    words = [_(label(category))] if category else []
    if stored is not None:
        words += in_header(stored, situation.around.now)
    return " · ".join(words)


def _clocks(situation: Situation) -> tuple[str, ...]:
    """Tell every clock that runs."""
    if situation.stored is None:
        return ()
    lines = clock_lines(situation.stored, situation.around.now)
    return tuple(_("{what}: {when}").format(what=what, when=when) for _name, what, when in lines)


def _commit(situation: Situation) -> tuple[str, str]:
    if not situation.checking:
        return COMMITS[situation.draft.step]
    if can_close(situation.complaint):
        return "close", N_("Print and close complaint")
    return "respond", N_("Print and keep it open")


def _rows(situation: Situation) -> tuple[tuple[FieldScreen, ...], ...]:
    return tuple(
        tuple(field_screen(BY_NAME[name], situation) for name in row)
        for row in ROWS[situation.draft.step]
    )


def _stage(situation: Situation, step: Step) -> StageScreen:
    names = {name for row in ROWS[step] for name in row}
    if not names & situation.draft.answers.keys():
        return StageScreen(_(label(step)), None)
    here = [name for name in missing(situation, step) if name in names]
    return StageScreen(_(label(step)), len(here))


def _card(situation: Situation) -> tuple[str, ...]:
    """Give the READ-DO lines where somebody is at risk, or the talk has turned into abuse."""
    cards = dict(situation.around.guide.cards)
    if opens_safety(situation.complaint):
        return cards.get("safety", ())
    return cards.get("abuse", ()) if situation.complaint.pace == THREATENING else ()


def _aside(situation: Situation) -> str:
    minutes = (situation.around.now - situation.draft.opened_at).total_seconds() / 60
    due = [a.text for a in situation.around.guide.asides if a.minutes <= minutes]
    return due[-1] if due and situation.stored is None else ""
