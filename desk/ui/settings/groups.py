"""The groups of the settings by digit, each with its parts: a new part is one line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.investigation import Cause
from desk.domain.response import Remedy
from desk.i18n import N_, _
from desk.services.app import App
from desk.ui.settings.answers import Answers
from desk.ui.settings.categories import Categories
from desk.ui.settings.category_file_page import CategoryFilePage
from desk.ui.settings.entries import Entries
from desk.ui.settings.entries_page import EntriesPage
from desk.ui.settings.fields import (
    BRANCH,
    CLOCKS,
    CLOSING,
    KEPT,
    LIMITS,
    PAPERS,
    SCREEN,
    SettingField,
)
from desk.ui.settings.fields_page import FieldsPage, LookPage
from desk.ui.settings.guide_file_page import GuideFilePage
from desk.ui.settings.guide_lines import Avoids, Checks, Phrases
from desk.ui.settings.history import History
from desk.ui.settings.own_days import OwnDays
from desk.ui.settings.own_fields import OwnFields
from desk.ui.settings.page import Page
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.routes import Routes

MakePage = Callable[[SettingsPresenter, QWidget], Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page: its name, its words, how it is made; `fields` are what a search finds in it."""

    name: str
    title: str
    page: MakePage
    fields: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A digit, words, and what can be set there."""

    digit: str
    title: str
    parts: tuple[Part, ...]


def _fields(name: str, title: str, fields: tuple[SettingField, ...]) -> Part:
    def page(presenter: SettingsPresenter, parent: QWidget) -> Page:
        return FieldsPage(presenter, fields, parent)

    return Part(name=name, title=title, page=page, fields=tuple((f.name, f.label) for f in fields))


def _list(name: str, title: str, entries: Callable[[App], Entries]) -> Part:
    def page(presenter: SettingsPresenter, parent: QWidget) -> Page:
        return EntriesPage(presenter, entries(presenter.app), parent)

    return Part(name=name, title=title, page=page)


def _answers(kind: type[Cause] | type[Remedy], title: str) -> Part:
    name = "causes" if kind is Cause else "remedies"
    return _list(name, title, partial(Answers, name=name, kind=kind, title=title))


GROUPS: tuple[Group, ...] = (
    Group(
        digit="1",
        title=N_("Branch"),
        parts=(
            _fields("branch_fields", N_("This branch"), BRANCH),
            _list("own_days", N_("Own days"), OwnDays),
        ),
    ),
    Group(digit="2", title=N_("People"), parts=(_fields("limits", N_("Limits"), LIMITS),)),
    Group(
        digit="3",
        title=N_("Deadlines"),
        parts=(
            _fields("clocks", N_("Deadlines"), CLOCKS),
            _fields("closing", N_("Closing and after"), CLOSING),
        ),
    ),
    Group(
        digit="4",
        title=N_("Categories"),
        parts=(
            _list("categories", N_("Categories"), Categories),
            Part(name="category_file", title=N_("Categories as a file"), page=CategoryFilePage),
            _answers(Cause, N_("Causes")),
            _answers(Remedy, N_("Remedies")),
            _list("own_fields", N_("Own fields"), OwnFields),
        ),
    ),
    Group(
        digit="5",
        title=N_("Phrases"),
        parts=(
            _list("phrases", N_("Phrases"), Phrases),
            _list("avoids", N_("Words to avoid"), Avoids),
        ),
    ),
    Group(digit="6", title=N_("Checklists"), parts=(_list("checks", N_("Checklists"), Checks),)),
    Group(
        digit="7",
        title=N_("Papers"),
        parts=(
            _fields("letterhead", N_("Letterhead"), PAPERS),
            _list("routes", N_("Outside routes"), Routes),
        ),
    ),
    Group(digit="8", title=N_("Look"), parts=(
        Part(
            name="look",
            title=N_("This desk"),
            page=LookPage,
            fields=(
                ("language", N_("Language")),
                ("theme", N_("Colours")),
                ("text_size", N_("Text size in points")),
            ),
        ),
    )),
    Group(
        digit="9",
        title=N_("Data"),
        parts=(
            Part(name="guide_file", title=N_("Guide as a file"), page=GuideFilePage),
            _fields("kept", N_("Pictures"), KEPT),
            _fields("screen", N_("Screen"), SCREEN),
        ),
    ),
    Group(digit="0", title=N_("History"), parts=(_list("history", N_("History"), History),)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A place a search found: group and part by their numbers, the field if it is one, words."""

    group: int
    part: int
    field: str
    words: str


def search(words: str) -> Iterator[Found]:
    """Find places whose words hold what was typed, case and width aside, in order."""
    wanted = words.casefold().strip()
    if not wanted:
        return
    for g, group in enumerate(GROUPS):
        for p, part in enumerate(group.parts):
            if any(wanted in _(title).casefold() for title in (group.title, part.title)):
                yield Found(g, p, "", _(part.title))
            for name, label in part.fields:
                if wanted in _(label).casefold():
                    yield Found(g, p, name, _(label))
