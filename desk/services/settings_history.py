"""Who changed which setting, from what to what; and taking a change back, now or much later."""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, get_args, get_type_hints

from desk.domain.besides import BY_ENTITY
from desk.domain.identity import derived_id
from desk.domain.op import EPOCH, Op, Plain
from desk.domain.policy import CLOCKS
from desk.domain.rights import Right
from desk.domain.settings import ROOT, Settings
from desk.services.policy import Policy
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

SETTING = "setting"
TOLD = frozenset({SETTING, "calendar_day", "category_node", "own_field"})
"""What the history tells; a guide's texts stand behind the setting `guide_version`."""
_NOT_TOLD = frozenset({"name", "handler", "policy"})
_DEFAULTS: dict[str, Any] = {field.name: field.default for field in fields(Settings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field: from what to what, as the log holds it; None is what nobody had said."""

    name: str
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One save: who, when (aware UTC), where, of what. `name` tells a setting by its name."""

    id: str
    at: datetime
    actor: str
    site: str
    entity: str
    record: str
    name: str
    fields: tuple[FieldChange, ...]
    is_new: bool


class SettingsHistory:
    """Reads the log of what holds for the whole branch."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        policy: Policy,
        clock: Clock,
        zone: tzinfo,
        *,
        begun: Callable[[str], object | None] = lambda code: None,
    ) -> None:
        """`begun` gives a category as desk came with it, by its code."""
        self._begun = begun
        self._database = database
        self._settings = settings
        self._policy = policy
        self._clock = clock
        self._zone = zone

    def changes(self) -> tuple[Change, ...]:
        """List every change, newest first."""
        with self._database.reading() as tx:
            return tuple(reversed(tuple(_changes(tx.log.of_root(derived_id(ROOT))))))

    def end(self) -> int:
        """Tell where the history ends now, to ask later what came `since`."""
        with self._database.reading() as tx:
            return tx.log.last()

    def since(self, end: int) -> tuple[str, ...]:
        """Name the changes made since the history ended there."""
        with self._database.reading() as tx:
            return tuple(tx.log.names_since(derived_id(ROOT), end))

    def undo(self, *ids: str) -> None:
        """Take changes back, the newest first, each by a new one: nothing is removed.

        What was changed is set to what it was before that change, whatever was changed since.
        Raises NoRight as changing does.
        """
        self._settings.must(Right.CHANGE_SETTINGS)
        for change in self.changes():
            if change.id in ids:
                self._undo(change)

    def _undo(self, change: Change) -> None:
        back = {one.name: one.before for one in change.fields}
        if change.entity == "calendar_day":
            kind = str(back.get("kind") or "")
            day = date.fromisoformat(change.name)
            self._policy.apply(self._policy.look_at_day(day, kind, str(back.get("words") or "")))
            return
        if change.name in CLOCKS:
            default = _DEFAULTS[change.name]
            said = default if back["value"] is None else type(default)(back["value"])
            self._policy.apply(self._policy.look(**{change.name: said}))
            return
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            if change.entity != SETTING:
                self._undo_record(tx, change)
                return
            value: Any = back["value"]
            if value is None:
                value = _DEFAULTS.get(change.name, "")
            self._settings.write(tx, change.name, value)

    def _undo_record(self, tx: Transaction, change: Change) -> None:
        kind = BY_ENTITY[change.entity].kind
        records = tx.records(kind)
        record = records.get(change.record)
        if record is None:
            return
        begun = self._begun(change.name) if change.entity == "category_node" else None
        if begun is not None and change.is_new:
            back = {one.name: getattr(begun, one.name) for one in change.fields}
        elif change.is_new:
            back = dict(self._ended(change.entity))
        else:
            back = {one.name: _typed(kind, one.name, one.before) for one in change.fields}
        records.save(replace(record, **back), root=derived_id(ROOT))

    def _ended(self, entity: str) -> Mapping[str, Any]:
        """Give what takes a new record out of use: it stays readable where it was used."""
        yesterday = self._clock().astimezone(self._zone).date() - timedelta(days=1)
        ends: dict[str, dict[str, Any]] = {
            "category_node": {"valid_to": yesterday},
            "own_field": {"retired": True},
        }
        return ends[entity]


def _changes(ops: list[Op]) -> Iterator[Change]:
    held: dict[str, dict[str, Plain]] = {}
    for op in ops:
        if op.entity not in TOLD:
            continue
        is_new = op.record not in held
        before = held.setdefault(op.record, {})
        told = tuple(
            FieldChange(name=name, before=before.get(name), after=after)
            for name, after in op.values.items()
            if name not in _NOT_TOLD
        )
        before.update(op.values)
        name = str(before.get("name") or before.get("code") or before.get("day") or "")
        if told and name not in _NOT_TOLD:
            yield Change(
                id=op.id,
                at=EPOCH + timedelta(milliseconds=op.at),
                actor=op.actor,
                site=op.site,
                entity=op.entity,
                record=op.record,
                name=name,
                fields=told,
                is_new=is_new and op.entity != SETTING,
            )


def _typed(kind: type[Any], name: str, said: Plain) -> Any:  # noqa: ANN401 - the field's type
    """Turn what an op holds into what a record's field holds."""
    if said is None:
        return next(field.default for field in fields(kind) if field.name == name)
    hint = get_type_hints(kind)[name]
    if isinstance(hint, types.UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    if hint is date:
        return date.fromisoformat(str(said))
    if hint is datetime:
        return datetime.fromisoformat(str(said)).astimezone(UTC)
    return said if isinstance(said, list) else hint(said)
