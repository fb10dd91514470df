"""One row of a register under a map: its key, its moment, its answers, and what to say of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desk.domain.answers import Raw
from desk.domain.category_node import first_of, parent_of
from desk.domain.category_tree import CategoryTree
from desk.domain.complaint import Category, ReceivedVia
from desk.domain.label import LANGUAGES
from desk.domain.questions import BY_NAME
from desk.domain.text import MARK, STORY_LIMIT, is_han, storable
from desk.i18n import _
from desk.services.content_map import BETWEEN, RegisterMap, folded

_QUOTED = 80
"""How much of a cell a reason repeats, in characters."""


class Cells(Protocol):
    """A row as a register gives it."""

    @property
    def cells(self) -> Mapping[str, str]: ...
    @property
    def missing(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says: answers as typed in the guide, and reasons to look at it again.

    `at` is None where the row tells no moment that can be read; it may lack a time zone.
    """

    key: str
    at: datetime | None
    answers: Mapping[str, Raw]
    reasons: tuple[str, ...]

    @property
    def story(self) -> str:
        """What happened, or "" where the row says nothing."""
        return str(self.answers.get("story", ""))


class Reading:
    """Reads the rows of one register under one map."""

    def __init__(
        self, by: RegisterMap, columns: Sequence[str], rows: Iterable[Cells], tree: CategoryTree
    ) -> None:
        """`rows` are looked through once, to tell how the dates of this register are meant."""
        self._map = by
        self._tree = tree
        present = {folded(column): column for column in columns}
        self._columns = {
            name: found for name in (*BY_NAME, "key") if (found := by.headers_of(name, present))
        }
        self._instead = {
            name: found for name in by.instead if (found := by.instead_of(name, present))
        }
        self._date = tuple(present[header] for header in by.date if header in present)[:1]
        self._time = tuple(present[header] for header in by.time if header in present)[:1]
        self._dates = by.date_patterns
        if self._date and len(by.date_patterns.formats) > 1:
            said = (self._joined(row.cells, self._date) for row in rows)
            self._dates = by.date_patterns.ordered_for(filter(None, said))

    def told(self, row: Cells) -> Told:
        """Read one row; what it does not say is left out."""
        answers: dict[str, Raw] = dict(self._map.constants)
        reasons: list[str] = []
        for name, columns in self._columns.items():
            if name in BY_NAME and (text := self._joined(row.cells, columns)):
                answers[name] = text
        reasons.extend(self._stood_in(row.cells, answers))
        reasons.extend(self._categorised(row.cells, answers))
        self._more_exactly(row.cells, answers)
        reasons.extend(self._came_by(row.cells, answers))
        reasons.extend(_within_limits(answers))
        _speak(answers)
        if row.missing:
            reasons.append(_("The row ends before its last columns."))
        at, said = self._moment(row.cells)
        reasons.extend(said)
        key = self._joined(row.cells, self._columns.get("key", ())).strip()
        return Told(key, at, answers, tuple(reasons))

    def _joined(self, cells: Mapping[str, str], columns: tuple[str, ...]) -> str:
        """Give one cell as it is, several joined without outer blanks; "" for nothing said."""
        said = [text for column in columns if self._says(text := cells[column])]
        if len(columns) == 1:
            return said[0] if said else ""
        return BETWEEN.join(text.strip() for text in said)

    def _says(self, text: str) -> bool:
        plain = text.strip()
        return bool(plain) and plain not in self._map.empty

    def _stood_in(self, cells: Mapping[str, str], answers: dict[str, Raw]) -> Iterator[str]:
        for name, columns in self._instead.items():
            if answers.get(name) or not (text := self._joined(cells, columns)):
                continue
            answers[name] = text
            if name == "story":
                said = _("The customer's words are missing; “{columns}” stands for them.")
                yield said.format(columns=BETWEEN.join(columns))

    def _categorised(self, cells: Mapping[str, str], answers: dict[str, Raw]) -> Iterator[str]:
        value = self._joined(cells, self._columns.get("category", ())).strip()
        if not value:
            return
        code = self._map.categories.get(folded(value))
        if code is None and folded(value) in set(Category):
            code = folded(value)
        if code is None:
            code = self._only(map(first_of, self._tree.matching(value)))
        if code is None:
            code = self._map.category_default
            yield _("What it is about, “{value}”, is not in the map.").format(value=value[:_QUOTED])
        answers["category"] = code
        if code in {"", Category.OTHER}:
            answers.setdefault("category_other", value)

    def _more_exactly(self, cells: Mapping[str, str], answers: dict[str, Raw]) -> None:
        """Take the kind whose name, in either language, is just what a column says.

        Asked of the map's own column for it, then of the category's and the product's.
        """
        category = str(answers.get("category", ""))
        said = str(answers.pop("subcategory", ""))
        texts = (said, self._joined(cells, self._columns.get("category", ())))
        for text in (*texts, str(answers.get("product", ""))):
            named = (c for c in self._tree.matching(text) if category and parent_of(c) == category)
            if code := self._only(named):
                answers["subcategory"] = code
                return

    def _only(self, codes: Iterable[str]) -> str | None:
        """Give the one code there is; none where there are several."""
        found = set(codes)
        return found.pop() if len(found) == 1 else None

    def _came_by(self, cells: Mapping[str, str], answers: dict[str, Raw]) -> Iterator[str]:
        if "received_via" not in self._columns:
            return
        value = folded(self._joined(cells, self._columns["received_via"]))
        code = self._map.channels.get(value)
        if code is None and value in set(ReceivedVia):
            code = value
        if code is None and value:
            yield _("The way it came, “{value}”, is not in the map.").format(value=value[:_QUOTED])
        answers["received_via"] = code or self._map.channel_default

    def _moment(self, cells: Mapping[str, str]) -> tuple[datetime | None, list[str]]:
        if not self._date:
            return None, []
        text = self._joined(cells, self._date).strip()
        if not text:
            return None, [_("It has no date and counts as arriving now.")]
        day = self._dates.read(text)
        if day is None:
            said = _("The date “{text}” cannot be read; it counts as arriving now.")
            return None, [said.format(text=text[:_QUOTED])]
        clock = self._joined(cells, self._time).strip()
        if not clock:
            return day, []
        at = self._map.time_patterns.read(clock)
        if at is None:
            return day, [_("The time “{text}” cannot be read.").format(text=clock[:_QUOTED])]
        return datetime.combine(day.date(), at.time(), day.tzinfo), []


def _within_limits(answers: dict[str, Raw]) -> Iterator[str]:
    story = str(answers.get("story", ""))
    if len(story) > STORY_LIMIT:
        answers["story"] = story[:STORY_LIMIT]
        yield _("The story was cut after {n} characters.").format(n=STORY_LIMIT)
    texts = {name: text for name, text in answers.items() if isinstance(text, str)}
    if any(MARK in storable(text) for text in texts.values()):
        yield _("“{mark}” stands for characters that cannot be read or kept.").format(mark=MARK)
    for name, text in texts.items():
        question = BY_NAME[name]
        if name != "story" and len(text) > question.limit:
            yield _("“{field}” is longer than desk asks for.").format(field=_(question.label))


def _speak(answers: dict[str, Raw]) -> None:
    """Take the language of a row, where it names none that desk speaks, from its story."""
    if answers.get("language") not in LANGUAGES:
        story = str(answers.get("story", ""))
        answers["language"] = "zh_CN" if any(map(is_han, story)) else "en"
