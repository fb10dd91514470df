"""The gap between what a customer wished for at first and what they got in the end."""

import math
from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.response import Answer, Remedy, is_accepted


class Gap(StrEnum):
    """How far a wish was met."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not"


def gap(wish: Collection[Remedy], offer: Collection[Remedy], answer: Answer | None) -> Gap | None:
    """Compare the wish at Listen with the offer as it was answered (features.md E5).

    Met: all that was wished for was offered and accepted wholly. Partly: some of it was, or only
    a part was accepted. Not: none of it was, or the offer was not accepted. None where nothing
    was wished for, or nothing was answered yet.
    """
    wished = set(wish) - {Remedy.NOT_SAID}
    if not wished or answer is None:
        return None
    given = wished & set(offer) if is_accepted(answer) else set()
    if not given:
        return Gap.NOT
    return Gap.MET if given == wished and answer is Answer.ACCEPTS else Gap.PARTLY


def days_late(ended_at: datetime | None, due_at: datetime | None) -> int | None:
    """Give whole days of 24 hours from the moment an answer was due to the end; early: below 0."""
    if ended_at is None or due_at is None:
        return None
    return math.trunc((ended_at - due_at) / timedelta(days=1))
