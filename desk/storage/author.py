"""Who saves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """Who saves (`name`) and at which branch."""

    name: str
    branch: str
