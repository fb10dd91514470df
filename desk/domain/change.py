"""One record as it was before a save and as it is after it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """`before` is None for a record that is new; `root` is the complaint it belongs to."""

    before: Any
    after: Any
    root: str
