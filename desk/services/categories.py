"""The category tree of the organisation: shipped, changed in Settings, exchanged as a workbook."""

import dataclasses
import re
from datetime import date, tzinfo
from pathlib import Path

from desk.domain.category_change import CategoryDifference, NodeChange, difference
from desk.domain.category_node import CategoryNode, parent_of
from desk.domain.category_tree import CategoryTree, faults, node_id
from desk.domain.errors import Refused
from desk.domain.identity import derived_id
from desk.domain.label import N_
from desk.domain.rights import Right
from desk.domain.sentence import sentence
from desk.domain.settings import ROOT
from desk.domain.text import storable
from desk.i18n import language
from desk.services.content_file import ContentFile, Entry
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction


class Categories:
    """Reads and changes the tree; what was read is kept until something changes it."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        clock: Clock,
        *,
        zone: tzinfo,
        shipped: Path,
    ) -> None:
        """`shipped` is the content file of the tree desk comes with."""
        self._database = database
        self._settings = settings
        self._clock = clock
        self._zone = zone
        self._shipped = shipped
        self._begun: CategoryTree | None = None
        self._known: CategoryTree | None = None
        database.on_commit(self._forget)

    def tree(self) -> CategoryTree:
        """Give the tree in force. Raises ContentBroken for a shipped file that was spoilt."""
        self._settings.must(Right.READ_ALL)
        known = self._known
        if known is None:
            with self._database.reading() as tx:
                known = self._read(tx)
            self._known = known
        return known

    def today(self) -> date:
        """Give the branch's day."""
        return self._clock().astimezone(self._zone).date()

    def add(self, parent: str, *, en: str, zh: str, department: str = "") -> CategoryNode:
        """Add a kind under a category, from today on. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_GUIDE)) as tx:
            tree = self._read(tx)
            code = _free_code(parent, en, tree)
            siblings = tree.children(parent)
            node = CategoryNode(
                id=node_id(code),
                code=code,
                parent=parent,
                en=_line(en),
                zh=_line(zh),
                valid_from=self.today(),
                department=_line(department),
                position=max((one.position for one in siblings), default=0) + 1,
            )
            return self._save(tx, node, tree)

    def change(
        self,
        code: str,
        *,
        en: str | None = None,
        zh: str | None = None,
        department: str | None = None,
    ) -> CategoryNode:
        """Give a node other names or another department. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_GUIDE)) as tx:
            tree = self._read(tx)
            held = _held(tree, code)
            named = dataclasses.replace(
                held,
                en=held.en if en is None else _line(en),
                zh=held.zh if zh is None else _line(zh),
                department=held.department if department is None else _line(department),
            )
            return self._save(tx, named, tree)

    def retire(self, code: str, on: date | None = None) -> CategoryNode:
        """Offer a node no more after a day, by default from today on. Raises Refused.

        Records that hold it go on showing it.
        """
        last = on if on is not None else date.fromordinal(self.today().toordinal() - 1)
        return self._end(code, last)

    def bring_back(self, code: str) -> CategoryNode:
        """Offer a retired node again. Raises Refused."""
        return self._end(code, None)

    def put(self, node: CategoryNode) -> CategoryNode:
        """Put a node back as it was before a change; its heads may be old. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_GUIDE)) as tx:
            tree = self._read(tx)
            held = _held(tree, node.code)
            if dataclasses.replace(node, heads=held.heads) == held:
                return held
            return self._save(tx, node, tree)

    def begun(self, code: str) -> CategoryNode | None:
        """Give a node as desk came with it; None for one of the organisation's own."""
        return load_tree(self._shipped).get(code)

    def export(self, path: Path) -> None:
        """Write the whole tree, retired nodes too, as a workbook. Raises FileNotWritten."""
        from desk.documents.category_xlsx import write  # openpyxl only when a file is made

        write(path, self.tree().nodes, language())

    def preview(self, path: Path) -> CategoryDifference:
        """Read a workbook and tell what taking it would do. Raises RegisterUnreadable."""
        self._settings.must(Right.READ_ALL)
        from desk.documents.category_xlsx import read

        return difference(read(path), self.tree(), self.today())

    def take(self, wanted: CategoryDifference) -> int:
        """Take a file that was previewed, whole; give how many nodes were changed.

        Raises Refused when a row of it was refused, or no longer fits what holds now.
        """
        self._settings.must(Right.CHANGE_GUIDE)
        if wanted.refused:
            raise Refused(wanted.refused[0].reason)
        with self._database.writing(self._settings.author(Right.CHANGE_GUIDE)) as tx:
            tree = whole = self._read(tx)
            for change in wanted.changes:
                whole = whole.with_node(change.after)
            for change in wanted.changes:
                self._still_fits(change, tree)
                self._save(tx, change.after, whole)
        return len(wanted.changes)

    def _still_fits(self, change: NodeChange, tree: CategoryTree) -> None:
        held = tree.get(change.after.code)
        before = change.before
        if (held.heads if held else None) != (before.heads if before else None):
            text = N_("“{code}” was changed meanwhile. Nothing was taken; read the file again.")
            raise Refused(sentence(text, code=change.after.code))

    def _end(self, code: str, last: date | None) -> CategoryNode:
        with self._database.writing(self._settings.author(Right.CHANGE_GUIDE)) as tx:
            tree = self._read(tx)
            held = _held(tree, code)
            if last is not None and held.valid_from and last < held.valid_from:
                held = dataclasses.replace(held, valid_from=last)  # begun and ended the same day
            return self._save(tx, dataclasses.replace(held, valid_to=last), tree)

    def _save(self, tx: Transaction, node: CategoryNode, tree: CategoryTree) -> CategoryNode:
        for reason in faults(node, tree, self.today()):
            raise Refused(reason)
        stored = tx.records(CategoryNode).get(node.id)
        heads = stored.heads if stored else ()
        return tx.records(CategoryNode).save(
            dataclasses.replace(node, heads=heads), root=derived_id(ROOT)
        )

    def _read(self, tx: Transaction) -> CategoryTree:
        if self._begun is None:
            self._begun = load_tree(self._shipped)
        changed = tx.records(CategoryNode).all()
        return CategoryTree((*self._begun.nodes, *changed)) if changed else self._begun

    def _forget(self, touched: frozenset[str]) -> None:
        if "category_node" in touched:
            self._known = None


def load_tree(path: Path) -> CategoryTree:
    """Read a tree from a content file. Raises ContentBroken."""
    content = ContentFile(path)
    content.top("category")
    return CategoryTree(_node(entry, n) for n, entry in enumerate(content.entries("category")))


def _node(entry: Entry, position: int) -> CategoryNode:
    entry.allow("code", "en", "zh")
    code = entry.text("code")
    return CategoryNode(
        id=node_id(code),
        code=code,
        parent=parent_of(code),
        en=entry.text("en"),
        zh=entry.text("zh"),
        position=position,
    )


def _held(tree: CategoryTree, code: str) -> CategoryNode:
    held = tree.get(code)
    if held is None:
        raise Refused(sentence(N_("There is no category “{code}”."), code=code))
    return held


def _free_code(parent: str, en: str, tree: CategoryTree) -> str:
    """Make a code of a name; numbered where that one is taken, or there is no Latin name."""
    slug = re.sub(r"[^a-z0-9]+", "_", en.casefold()).strip("_")[:16].strip("_") or "kind"
    code, n = f"{parent}.{slug}", 1
    while tree.get(code) is not None:
        n += 1
        code = f"{parent}.{slug}_{n}"
    return code


def _line(text: str) -> str:
    return " ".join(storable(text).split())
