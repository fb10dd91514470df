"""Whole walk-ins to rehearse with: answers for every step, from a register or our own."""

from collections.abc import Mapping
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path

from desk.domain.answers import Raw
from desk.domain.complaint import Stage
from desk.domain.text import says_enough
from desk.services.practice_content import load_practice
from desk.services.take import Take

WalkIn = Mapping[str, Raw]

_REMEDIES = ("explanation", "exchange", "refund", "money_off", "repair", "apology")
_STANDARD: WalkIn = {
    "category": ("service",),
    "safety": ("no",),
    "pace": ("2",),
    "agreed": ("yes",),
    "apology": ("trouble",),
    "channel": ("comes_back",),
    "product": "A-1",
    "checked": ("receipt", "records"),
    "finding": ("confirmed",),
    "cause": ("service",),
    "answer": ("accepts",),
    "done": ("now",),
}
"""What a register does not tell; wish and offer go round the remedies."""


def from_register(take: Take, path: Path, count: int) -> tuple[WalkIn, ...]:
    """Take stories from all over a register. Raises RegisterUnreadable or ContentBroken."""
    told = [row.answers for row in take.read(path) if says_enough(row.story)]
    spread = told[:: max(1, len(told) // count)][:count]
    return tuple(_whole(answers, number) for number, answers in enumerate(spread))


def of_our_own(practice: Path, today: date, count: int) -> tuple[WalkIn, ...]:
    """Take practice complaints that were closed, one language after the other."""
    closed = [one.answers(today) for one in load_practice(practice) if one.upto is Stage.CLOSED]
    chinese = [answers for answers in closed if "zh_CN" in answers.get("language", ())]
    english = [answers for answers in closed if answers not in chinese]
    turns = chain.from_iterable(zip_longest(english, chinese))
    return tuple(answers for answers in turns if answers)[:count]


def _whole(answers: WalkIn, number: int) -> WalkIn:
    remedy = _REMEDIES[number % len(_REMEDIES)]
    money: WalkIn = {"amount": f"{20 + number}.50"} if remedy in {"refund", "money_off"} else {}
    return {**_STANDARD, "wish": (remedy,), "offer": (remedy,), **money, **answers}
