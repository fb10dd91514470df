"""The category tree as a list: nine categories, and below each the kinds a digit chooses."""

import dataclasses
from collections.abc import Mapping
from datetime import date, timedelta

from desk.domain.answers import read_day
from desk.domain.category_node import CategoryNode
from desk.domain.complaint import Category
from desk.domain.errors import Refused
from desk.domain.label import LANGUAGES
from desk.domain.options import label
from desk.domain.text import shortened
from desk.i18n import _, catalogue, full_date, language
from desk.services.app import App
from desk.ui.settings.entries import EntryField, Line
from desk.ui.settings.fields import Unfit

_SHOWN = 80


class Categories:
    """Added, renamed and retired here; what a complaint holds already goes on being read."""

    name = "categories"

    def __init__(self, app: App) -> None:
        self._app = app

    def title(self) -> str:
        return _("Categories")

    def hint(self) -> str:
        return _("The guide offers up to 8 kinds of each category, and its “other”.")

    def empty(self) -> str:
        return ""

    def add(self) -> str:
        return _("New kind")

    def drop(self) -> str:
        return _("Retire or bring back")

    def fields(self) -> tuple[EntryField, ...]:
        parents = tuple((c.value, _(label(c))) for c in Category if c is not Category.OTHER)
        return (
            EntryField(name="parent", label=_("Category"), choices=parents),
            EntryField(name="en", label=LANGUAGES["en"]),
            EntryField(name="zh", label=LANGUAGES["zh_CN"]),
            EntryField(name="department", label=_("Department that answers")),
            EntryField(
                name="valid_to",
                label=_("Last day it is offered"),
                hint=_("Empty: it is offered until somebody says otherwise."),
            ),
        )

    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(id=node.code, words=self._words(node))
            for node in self._app.categories.tree().nodes
        )

    def values(self, line_id: str) -> Mapping[str, str]:
        node = self._app.categories.tree().get(line_id)
        if node is None:
            return {"parent": Category.PRODUCT.value}
        names = {"en": node.en, "zh": node.zh}
        if not node.parent:
            words = label(Category(node.code))
            names = {n: catalogue(c).gettext(words) for n, c in (("en", "en"), ("zh", "zh_CN"))}
        return {
            **names,
            "parent": node.parent or node.code,
            "department": node.department,
            "valid_to": node.valid_to.isoformat() if node.valid_to else "",
        }

    def save(self, line_id: str, values: Mapping[str, str]) -> None:
        try:
            if not line_id:
                self._add(values)
            else:
                self._change(line_id, values)
        except Refused as refused:
            raise Unfit(refused.reason.said(_)) from refused

    def take_away(self, line_id: str) -> None:
        """Offer a node no more, or again."""
        node = self._app.categories.tree().get(line_id)
        if node is None:
            return
        try:
            if node.is_valid(self._app.categories.today()):
                self._app.categories.retire(line_id)
            else:
                self._app.categories.bring_back(line_id)
        except Refused as refused:
            raise Unfit(refused.reason.said(_)) from refused

    def _add(self, values: Mapping[str, str]) -> None:
        parent = values.get("parent") or Category.PRODUCT.value
        last = self._day(values)
        node = self._app.categories.add(
            parent, en=values["en"], zh=values["zh"], department=values["department"]
        )
        if last is not None:
            self._app.categories.retire(node.code, last)

    def _change(self, code: str, values: Mapping[str, str]) -> None:
        node = self._app.categories.tree().get(code)
        if node is None:
            return
        held = self.values(code)
        if values.get("parent") != held["parent"]:
            raise Unfit(_("A kind stays in its category: retire it and add it to the other one."))
        last = self._day(values)
        names = {n: " ".join(values[n].split()) for n in ("en", "zh")}
        if not node.parent:
            self._reword(code, names, held)
            names = {"en": node.en, "zh": node.zh}
        self._app.categories.put(
            dataclasses.replace(
                node,
                en=names["en"],
                zh=names["zh"],
                department=" ".join(values["department"].split()),
                valid_to=last,
            )
        )

    def _reword(self, code: str, names: Mapping[str, str], held: Mapping[str, str]) -> None:
        """Have a category go by other words on every screen and paper."""
        if not all(names.values()):
            raise Unfit(_("Write it in both languages, at most {most} characters").format(most=40))
        spoken = {"en": "en", "zh": "zh_CN"}
        changed = {spoken[n]: said for n, said in names.items() if said != held[n]}
        if changed:
            self._app.settings.reword(f"category.{code}", changed)

    def _day(self, values: Mapping[str, str]) -> date | None:
        try:
            return read_day(values.get("valid_to", ""), self._app.categories.today())
        except ValueError as error:
            raise Unfit(_("Write a day, for example 2026-12-24")) from error

    def _words(self, node: CategoryNode) -> str:
        if not node.parent:
            words = (_(label(Category(node.code))), node.department, self._ended(node))
            return shortened(" · ".join(filter(None, words)), _SHOWN)
        names = [node.zh, node.en] if language().startswith("zh") else [node.en, node.zh]
        said = " · ".join(filter(None, (*names, node.department, self._ended(node))))
        return "      " + shortened(said, _SHOWN)

    def _ended(self, node: CategoryNode) -> str:
        if node.valid_to is None:
            return ""
        if node.valid_to < self._app.categories.today():
            since = full_date(node.valid_to + timedelta(days=1), language())
            return _("not offered since {day}").format(day=since)
        return _("offered until {day}").format(day=full_date(node.valid_to, language()))
