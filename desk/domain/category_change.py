"""A category list read from a file, held against the tree: what would change, what is wrong.

All or nothing: one wrong row and nothing is taken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from desk.domain.category_node import CategoryNode
from desk.domain.category_tree import CategoryTree, faults, node_id
from desk.domain.label import N_
from desk.domain.sentence import Sentence, sentence

TOLD = ("en", "zh", "valid_from", "valid_to", "department")
"""What a file says about a node, beside its code and parent."""


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A row as a file has it, numbered as a spreadsheet does; `unread` are days nobody can read."""

    number: int
    code: str
    parent: str
    en: str
    zh: str
    valid_from: date | None
    valid_to: date | None
    department: str
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A node as it would be; `before` is None for a new one, `fields` names what is another."""

    before: CategoryNode | None
    after: CategoryNode
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken, and why."""

    number: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class CategoryDifference:
    """What taking a file would do. Nodes the file does not name stay as they are."""

    changes: tuple[NodeChange, ...]
    refused: tuple[RefusedRow, ...]
    same: int

    @property
    def can_be_taken(self) -> bool:
        """Tell whether every row is right and there is anything to do."""
        return not self.refused and bool(self.changes)


def difference(rows: Iterable[CategoryRow], tree: CategoryTree, today: date) -> CategoryDifference:
    """Hold the rows of a file against the tree."""
    changes: list[NodeChange] = []
    refused: list[RefusedRow] = []
    seen: dict[str, int] = {}
    same = 0
    wanted = list(rows)
    whole = tree
    for row in wanted:
        whole = whole.with_node(_node(row, tree))
    for row in wanted:
        node = _node(row, tree)
        reasons = list(_wrong(row, seen))
        reasons += () if reasons else faults(node, _held(whole, tree, node), today)
        seen.setdefault(row.code, row.number)
        if reasons:
            refused += [RefusedRow(row.number, reason) for reason in reasons]
            continue
        before = tree.get(row.code)
        fields = tuple(n for n in TOLD if getattr(before, n, None) != getattr(node, n))
        if before is not None and not fields:
            same += 1
        else:
            changes.append(NodeChange(before, node, fields))
    return CategoryDifference(tuple(changes), tuple(refused), same)


def _wrong(row: CategoryRow, seen: dict[str, int]) -> Iterator[Sentence]:
    if not row.code:
        yield sentence(N_("It has no code."))
    elif row.code in seen:
        yield sentence(N_("The code “{code}” stood in row {row} already."), code=row.code,
                       row=seen[row.code])  # fmt: skip
    for text in row.unread:
        yield sentence(N_("“{text}” is not a day such as 2026-11-23."), text=text)


def _node(row: CategoryRow, tree: CategoryTree) -> CategoryNode:
    held = tree.get(row.code) or CategoryNode(
        id=node_id(row.code), code=row.code, position=len(tree.children(row.parent)) + row.number
    )
    said = {name: getattr(row, name) for name in TOLD}
    return replace(held, parent=row.parent, **said)


def _held(whole: CategoryTree, tree: CategoryTree, node: CategoryNode) -> CategoryTree:
    """Give the tree as it will be, but with a category's own names as they are."""
    held = tree.get(node.code)
    return whole.with_node(held) if held is not None and not held.parent else whole
