"""The category tree: what is shipped and what the organisation changed, and what a node may be."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from desk.domain.category_node import CategoryNode, parent_of
from desk.domain.complaint import Category
from desk.domain.identity import derived_id
from desk.domain.label import N_
from desk.domain.options import Choice
from desk.domain.sentence import Sentence, sentence

MOST = 8
"""How many kinds of one category may be chosen at a time, besides its “other”."""
LONGEST = 40
"""How long a name may be, in characters: it stands on one line of the guide."""
REST = "other"
"""The last part of the code of what is none of its category's kinds; its digit is always 9."""
FIRST_LEVEL = tuple(category.value for category in Category)

_PART = "[a-z0-9_]{1,20}"
_CODE = re.compile(rf"{_PART}\.{_PART}")


def node_id(code: str) -> str:
    """Name the record of a code: the same in every branch."""
    return derived_id("category_node", code)


class CategoryTree:
    """Nodes by code, in the order people read them. Values only: a changed tree is a new one."""

    def __init__(self, nodes: Iterable[CategoryNode]) -> None:
        by_code = {node.code: node for node in nodes}
        self.nodes = tuple(sorted(by_code.values(), key=_place))
        self._by_code = by_code

    def get(self, code: str) -> CategoryNode | None:
        """Give a node by its code, retired ones too."""
        return self._by_code.get(code)

    def children(self, parent: str) -> tuple[CategoryNode, ...]:
        """Give all kinds of a category, retired ones too."""
        return self._children.get(parent, ())

    def with_node(self, node: CategoryNode) -> "CategoryTree":
        """Give the tree with one node more, or another one in place of the same code's."""
        return CategoryTree((*self.nodes, node))

    def name(self, code: str, language: str) -> str:
        """Give a node's name; a code nobody here knows reads as itself."""
        node = self._by_code.get(code)
        return name_of(node, language) if node else code

    def offered(
        self, parent: str, day: date, language: str, *, held: str = ""
    ) -> tuple[Choice, ...]:
        """Give what may be chosen under a category on a day, with digits; “other” has the 9.

        What is `held` already stays to be seen, without a digit when it was retired since.
        """
        choices: list[Choice] = []
        for node in self.children(parent):
            if node.is_valid(day):
                digit = "9" if is_rest(node.code) else str(len(choices) + 1)
                choices.append(Choice(digit, node.code, name_of(node, language)))
        if held and parent_of(held) == parent and held not in {c.code for c in choices}:
            choices.append(Choice("", held, self.name(held, language)))
        return tuple(choices)

    def retired(self, day: date) -> frozenset[Category]:
        """Give the categories that may not be chosen on a day."""
        firsts = ((category, self.get(category.value)) for category in Category)
        return frozenset(category for category, node in firsts if node and not node.is_valid(day))

    def matching(self, words: str) -> tuple[str, ...]:
        """Give the codes that are called exactly this in either language, case aside."""
        return self._names.get(_folded(words), ())

    @cached_property
    def _children(self) -> dict[str, tuple[CategoryNode, ...]]:
        found: dict[str, tuple[CategoryNode, ...]] = {}
        for node in self.nodes:
            found[node.parent] = (*found.get(node.parent, ()), node)
        return found

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for node in self.nodes:
            for words in {_folded(node.en), _folded(node.zh)} - {""}:
                found[words] = (*found.get(words, ()), node.code)
        return found


def name_of(node: CategoryNode, language: str) -> str:
    """Give a node's name in a language, in the other one where it has none."""
    first, second = (node.zh, node.en) if language.startswith("zh") else (node.en, node.zh)
    return first or second or node.code


def is_rest(code: str) -> bool:
    """Tell whether a code stands for what is none of the other kinds."""
    return bool(parent_of(code)) and code.endswith(f".{REST}")


def faults(node: CategoryNode, tree: CategoryTree, today: date) -> Iterator[Sentence]:
    """Say what is wrong with a node in a tree that holds it already; nothing when all is well."""
    if node.code in FIRST_LEVEL:
        yield from _first_level(node, tree)
    elif not _CODE.fullmatch(node.code):
        yield sentence(
            N_("The code “{code}” is not written as product.quality is."), code=node.code
        )
    elif parent_of(node.code) not in FIRST_LEVEL or node.parent != parent_of(node.code):
        yield sentence(
            N_("“{code}” lies under no category; its parent can be: {known}."),
            code=node.code, known=", ".join(FIRST_LEVEL),
        )  # fmt: skip
    if not (node.en.strip() or node.zh.strip()):
        yield sentence(N_("“{code}” has no name in either language."), code=node.code)
    for words in (node.en, node.zh):
        if len(words) > LONGEST:
            yield sentence(
                N_("“{name}” is longer than {n} characters."), name=words[:LONGEST], n=LONGEST
            )
    if node.valid_from and node.valid_to and node.valid_to < node.valid_from:
        yield sentence(N_("“{code}” would end before it begins."), code=node.code)
    if node.parent and node.code not in FIRST_LEVEL:
        yield from _among_others(node, tree, today)


def _first_level(node: CategoryNode, tree: CategoryTree) -> Iterator[Sentence]:
    held = tree.get(node.code)
    if node.parent:
        yield sentence(N_("“{code}” is a category itself and lies under none."), code=node.code)
    if held is not None and (held.en, held.zh) != (node.en, node.zh):
        yield sentence(
            N_("The nine categories keep their names; give “{code}” kinds of your own instead."),
            code=node.code,
        )
    if node.code == Category.OTHER and node.valid_to is not None:
        yield sentence(N_("“Other” cannot be retired: a complaint has to be about something."))


def _among_others(node: CategoryNode, tree: CategoryTree, today: date) -> Iterator[Sentence]:
    if not node.is_valid(today) and not (node.valid_from and node.valid_from > today):
        return
    others = [
        other
        for other in tree.children(node.parent)
        if other.code != node.code and _is_still_used(other, today)
    ]
    for other in others:
        if {_folded(node.en), _folded(node.zh)} & {_folded(other.en), _folded(other.zh)} - {""}:
            yield sentence(
                N_("“{name}” is there already, as {code}."),
                name=node.en or node.zh, code=other.code,
            )  # fmt: skip
            break
    if not is_rest(node.code) and sum(not is_rest(other.code) for other in others) >= MOST:
        yield sentence(
            N_("“{parent}” has {n} kinds already, as many as digits choose; retire one first."),
            parent=node.parent, n=MOST,
        )  # fmt: skip


def _is_still_used(node: CategoryNode, today: date) -> bool:
    return node.valid_to is None or node.valid_to >= today


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _place(node: CategoryNode) -> tuple[int, int, bool, int, str]:
    """Sort by category, the category before its kinds, “other” last, then by position."""
    first = node.parent or node.code
    known = FIRST_LEVEL.index(first) if first in FIRST_LEVEL else len(FIRST_LEVEL)
    return known, int(bool(node.parent)), is_rest(node.code), node.position, node.code
