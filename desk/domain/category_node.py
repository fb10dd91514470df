"""The category tree: two levels, named in both languages, each node with the days it is valid."""

from dataclasses import dataclass
from datetime import date

from desk.domain.complaint import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryNode:
    """One node. `parent` is empty on the first level; a retired code still reads on old records.

    `department` answers for complaints of this kind; `asks_product` makes the guide ask for the
    product or service.
    """

    id: str
    code: str = ""
    parent: str = ""
    en: str = ""
    zh: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    department: str = ""
    asks_product: bool = False
    position: int = 0
    heads: tuple[str, ...] = ()

    def is_valid(self, day: date) -> bool:
        """Tell whether it may be chosen on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def parent_of(code: str) -> str:
    """Give the first-level code a code lies under; empty for a first-level one."""
    parent, dot, _own = code.partition(".")
    return parent if dot else ""


def first_of(code: str) -> str:
    """Give the first-level code of a code, which may be one itself."""
    return parent_of(code) or code


def belongs(code: str, category: Category | None) -> bool:
    """Tell whether a second-level code lies under a category."""
    return category is not None and parent_of(code) == category
