"""Maps of registers: how the columns of a file become the fields of a complaint.

The format is described at the top of ``resources/maps/cfpb.toml``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.domain.complaint import Category, ReceivedVia
from desk.domain.errors import ContentBroken, RegisterUnreadable
from desk.domain.questions import BY_NAME
from desk.domain.sentence import Fact, sentence
from desk.domain.text import shortened
from desk.domain.written_moment import Patterns
from desk.i18n import N_, _
from desk.services.content_file import NOT_ONE, UNKNOWN, parsed, text_of

BETWEEN = " / "
"""What stands between several columns that make one field."""

_NAMED, _NAME_LENGTH = 12, 40
"""How many columns a sentence names, and how much of a name, in characters."""

_KEYS = frozenset(
    {"headers", "key", "empty", "columns", "aliases", "instead", "category", "channel", "date"}
) | {"constants"}
_DATE_KEYS = frozenset({"column", "aliases", "formats", "time", "time_formats"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterMap:
    """One map. Header names and values to translate are kept case-folded, without outer blanks.

    `columns`: field -> headers joined; `aliases`: field -> headers of which the first present is
    used (`key` among them); `categories` and `channels`: value -> code, with a default or "".
    `name` is the file's; a map that is `trusted` to know its register names rows by key alone.
    """

    name: str
    path: Path
    headers: tuple[str, ...]
    empty: frozenset[str]
    columns: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]
    instead: Mapping[str, tuple[str, ...]]
    categories: Mapping[str, str]
    category_default: str
    channels: Mapping[str, str]
    channel_default: str
    dated: bool
    date: tuple[str, ...]
    time: tuple[str, ...]
    date_patterns: Patterns
    time_patterns: Patterns
    constants: Mapping[str, str]

    @property
    def trusted(self) -> bool:
        """Tell whether the map knows its register by its headers."""
        return bool(self.headers)

    def headers_of(self, field: str, present: Mapping[str, str]) -> tuple[str, ...]:
        """Give the columns that make a field, by their own names; `present` is folded -> own."""
        said = self.columns.get(field)
        if said is None:
            said = tuple(h for h in self.aliases.get(field, ()) if h in present)[:1]
        return tuple(present[header] for header in said if header in present)

    def instead_of(self, field: str, present: Mapping[str, str]) -> tuple[str, ...]:
        """Give the columns that stand in for a field."""
        return tuple(present[h] for h in self.instead.get(field, ()) if h in present)


def folded(text: str) -> str:
    """Make names and values of a register comparable."""
    return text.strip().casefold()


def load_map(path: Path) -> RegisterMap:
    """Read one map. Raises ContentBroken: one wrong key refuses it, as for all content."""
    said = parsed(path, text_of(path))
    try:
        return _map(path, said)
    except _Wrong as error:
        raise ContentBroken(path, 0, error.reason) from error


def load_maps(folder: Path) -> tuple[RegisterMap, ...]:
    """Read every map of a folder, those that know their registers first. Raises ContentBroken."""
    maps = [load_map(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(maps, key=lambda found: -len(found.headers)))


def choose(maps: Sequence[RegisterMap], path: Path, columns: Sequence[str]) -> RegisterMap:
    """Choose the map whose headers a file has.

    Raises RegisterUnreadable naming the columns there are, what was sought, and the way out.
    """
    present = {folded(column): column for column in columns}
    for one in maps:
        if set(one.headers) <= present.keys() and tells_a_story(one, present):
            return one
    wanted: dict[str, None] = {}
    for one in reversed(maps):
        for header in (*one.columns.get("story", ()), *one.aliases.get("story", ())):
            wanted[header] = None
    reason = _(
        "of its columns ({found}) none tells what happened; desk looked for {names}. A map says "
        "which one does: --map FILE.toml, as “desk take --help” shows."
    )
    found = _quoted([column for column in columns if column.strip()])
    raise RegisterUnreadable(path, reason.format(found=found, names=_quoted(list(wanted))))


def _quoted(names: Sequence[str]) -> str:
    said = [f"“{shortened(name, _NAME_LENGTH)}”" for name in names[:_NAMED]]
    return _(", ").join([*said, "…"] if len(names) > _NAMED else said)


def tells_a_story(one: RegisterMap, present: Mapping[str, str]) -> bool:
    """Tell whether a register with these columns can say anything under a map."""
    return bool(one.headers_of("story", present) or one.instead_of("story", present))


class _Wrong(Exception):
    """What one part of a map says cannot be meant."""

    def __init__(self, text: str, /, **facts: Fact) -> None:
        super().__init__(text)
        self.reason = sentence(text, **facts)


def _map(path: Path, said: Mapping[str, object]) -> RegisterMap:
    _only(said, _KEYS)
    columns, aliases = _lists(said, "columns"), _lists(said, "aliases")
    instead = _lists(said, "instead")
    for table in (columns, aliases, instead):
        _only(table, frozenset(BY_NAME) | {"key"})
    key = tuple(map(folded, _texts(said.get("key", ()))))
    if key:
        columns = {**columns, "key": key}
    categories = _codes(said, "category", frozenset(Category))
    channels = _codes(said, "channel", frozenset(ReceivedVia))
    date = _table(said, "date")
    _only(date, _DATE_KEYS)
    constants = {field: str(value) for field, value in _table(said, "constants").items()}
    _only(constants, frozenset(BY_NAME))
    return RegisterMap(
        name=path.stem,
        path=path,
        headers=tuple(map(folded, _texts(said.get("headers", ())))),
        empty=frozenset(_texts(said.get("empty", ()))),
        columns=columns,
        aliases=aliases,
        instead=instead,
        category_default=categories.pop("default", ""),
        categories=categories,
        channel_default=channels.pop("default", ""),
        channels=channels,
        dated=bool(date),
        date=tuple(map(folded, _texts(date.get("column", date.get("aliases", ()))))),
        time=tuple(map(folded, _texts(date.get("time", ())))),
        date_patterns=_patterns(date, "formats"),
        time_patterns=_patterns(date, "time_formats"),
        constants=constants,
    )


def _only(said: Mapping[str, object], known: frozenset[str]) -> None:
    if unknown := sorted(said.keys() - known):
        raise _Wrong(UNKNOWN, name=unknown[0])


def _table(said: Mapping[str, object], name: str) -> dict[str, object]:
    table = said.get(name, {})
    if not isinstance(table, dict):
        raise _Wrong(N_("“{name}” is not a table."), name=name)
    return table


def _lists(said: Mapping[str, object], name: str) -> dict[str, tuple[str, ...]]:
    return {field: tuple(map(folded, _texts(value))) for field, value in _table(said, name).items()}


def _codes(said: Mapping[str, object], name: str, known: frozenset[str]) -> dict[str, str]:
    codes = {folded(value): str(code) for value, code in _table(said, name).items()}
    if unknown := sorted(set(codes.values()) - known):
        raise _Wrong(NOT_ONE, name=name, value=unknown[0])
    return codes


def _patterns(date: Mapping[str, object], name: str) -> Patterns:
    formats = _texts(date.get(name, ()))
    for said in formats:
        try:
            Patterns((said,))
        except ValueError as error:
            raise _Wrong(NOT_ONE, name=name, value=said) from error
    return Patterns(formats)


def _texts(value: object) -> tuple[str, ...]:
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise _Wrong(N_("a text or a list of texts is wanted, not {value}."), value=repr(value))
    return tuple(texts)
