"""What was given before for the like: class, weight and what it cost, and nobody's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median_low

from desk.domain.response import MONEY, Answer, Remedy

SHOWN = 5
"""How many earlier ones stand beside an offer."""


@dataclass(frozen=True, slots=True)
class LikeThis:
    """An earlier complaint of the same category and severity. `amount` is in minor units."""

    responded_at: datetime | None
    offer: tuple[Remedy, ...]
    amount: int | None
    answer: Answer | None

    @property
    def cost(self) -> int:
        """Give what it cost in money; 0 where none was offered."""
        return self.amount or 0 if MONEY & set(self.offer) else 0


def median_cost(earlier: Iterable[LikeThis]) -> int | None:
    """Give the middle cost, the lower of two; None without any."""
    costs = [one.cost for one in earlier]
    return median_low(costs) if costs else None
