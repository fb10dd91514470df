"""Where the keys go next in a guide: to steps, to fields, and on to what has no answer yet."""

import dataclasses
from collections.abc import Sequence

from desk.domain.draft import Draft
from desk.domain.guide import Step
from desk.ui.guide.fields import PAPER, STEP_OF
from desk.ui.guide.situation import Situation, missing


def is_place(name: str) -> bool:
    """Tell whether a name is one of a field, where the cursor can stand."""
    return name in STEP_OF or name == PAPER


def opened(draft: Draft, step: int) -> Draft:
    """Open another step at its first field."""
    return dataclasses.replace(draft, step=Step(step), field="", cursor=0)


def unanswered(situation: Situation) -> tuple[str, ...]:
    """Name what this step waits for: first what its commitment needs, then what closing needs."""
    step = situation.draft.step
    now = missing(situation, step)
    closing = missing(situation, step, closing=True)
    return (*now, *(name for name in closing if name not in now))


def next_place(names: Sequence[str], field: str) -> str:
    """Give the place after `field` where that is one of them, going round; else the first."""
    return names[(names.index(field) + 1) % len(names)] if field in names else names[0]
