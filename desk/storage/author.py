"""Who saves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """Who saves (`name`) and at which branch.

    `staff` is the id of the person where people were entered, else empty.
    """

    name: str
    branch: str
    staff: str = ""


THIS_DESK = Author("", "")
"""Nobody: for what a desk remembers for itself, which is told to no branch."""
