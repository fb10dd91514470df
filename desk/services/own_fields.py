"""The organisation's own fields: adding, renaming, ordering, retiring; and answering them."""

import dataclasses
from collections.abc import Mapping
from datetime import date, tzinfo

from desk.domain.answers import Answers, Raw, read_answers
from desk.domain.errors import AnswersMissing, Refused
from desk.domain.identity import derived_id
from desk.domain.label import N_
from desk.domain.own_field import (
    OwnField,
    OwnForm,
    OwnValue,
    code_of,
    faults,
    field_id,
    in_order,
    in_use,
    plain_value,
    question,
    question_name,
    raw_value,
    tidy_option,
    value_id,
)
from desk.domain.question import Question
from desk.domain.rights import Right
from desk.domain.sentence import sentence
from desk.domain.settings import ROOT
from desk.domain.text import LINE_LIMIT, storable
from desk.services.besides import must
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction


class OwnFields:
    """Reads and changes own fields and their answers; the fields are kept until they change."""

    def __init__(
        self, database: Database, settings: SettingsService, clock: Clock, zone: tzinfo
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._zone = zone
        self._known: tuple[OwnField, ...] | None = None
        database.on_commit(self._forget)

    def fields(self) -> tuple[OwnField, ...]:
        """Give all own fields as people read them, retired ones last."""
        known = self._known
        if known is None:
            with self._database.reading() as tx:
                known = in_order(tx.records(OwnField).all())
            self._known = known
        return known

    def add(self, form: OwnForm, *, en: str, zh: str, options: str = "") -> OwnField:
        """Add a field at the end; a retired one of the same name comes back. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            held = _by_code(tx)
            code = code_of(_line(en), _line(zh))
            before = held.get(code, OwnField(id=field_id(code), code=code, retired=True))
            if not before.retired:
                text = N_("There is an own field called “{name}” already.")
                raise Refused(sentence(text, name=_line(en) or _line(zh)))
            if before.heads and before.form is not form:
                text = N_("“{name}” was another kind of field, and old answers are kept as such.")
                raise Refused(sentence(text, name=_line(en) or _line(zh)))
            last = max((field.position for field in held.values()), default=0)
            field = dataclasses.replace(
                before, form=form, en=_line(en), zh=_line(zh), options=_lines(options),
                position=last + 1, retired=False,
            )  # fmt: skip
            return self._save(tx, field, held)

    def change(self, code: str, *, en: str, zh: str, options: str = "") -> OwnField:
        """Give a field other names and choices; what was answered stays. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            held = _by_code(tx)
            field = dataclasses.replace(
                _held(held, code), en=_line(en), zh=_line(zh), options=_lines(options)
            )
            return self._save(tx, field, held)

    def retire(self, code: str) -> OwnField:
        """Ask a field no more; old records go on showing it. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            held = _by_code(tx)
            return self._save(tx, dataclasses.replace(_held(held, code), retired=True), held)

    def bring_back(self, code: str) -> OwnField:
        """Ask a retired field again. Raises Refused when there are twenty already."""
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            held = _by_code(tx)
            return self._save(tx, dataclasses.replace(_held(held, code), retired=False), held)

    def move(self, code: str, by: int) -> tuple[OwnField, ...]:
        """Move a field up (-1) or down (1) among those that are asked. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            held = _by_code(tx)
            order = [field for field in in_use(held.values()) if field.code != code]
            at = [field.code for field in in_use(held.values())].index(_held(held, code).code)
            order.insert(max(0, min(len(order), at + by)), held[code])
            for place, field in enumerate(order, 1):
                tx.records(OwnField).save(
                    dataclasses.replace(field, position=place), root=derived_id(ROOT)
                )  # fmt: skip
        return self.fields()

    def put(self, field: OwnField) -> OwnField:
        """Put a field back as it was before a change; its heads may be old. Raises Refused."""
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            held = _by_code(tx)
            return self._save(tx, dataclasses.replace(field, heads=held[field.code].heads), held)

    def questions(self, complaint_id: str, language: str) -> tuple[Question, ...]:
        """Give what a complaint is asked: the fields in use, and retired ones it has answers to."""
        held = self.answers(complaint_id)
        return tuple(
            question(field, language, held=held.get(field.code, ""))
            for field in self.fields()
            if not field.retired or held.get(field.code)
        )

    def answers(self, complaint_id: str) -> Mapping[str, str]:
        """Read what a complaint's own fields say, by code."""
        with self._database.reading() as tx:
            said = tx.records(OwnValue).of(complaint_id)
        return {value.field: value.value for value in said if value.value}

    def said(self, complaint_id: str) -> tuple[tuple[OwnField, str], ...]:
        """Read the same with the fields, in the order people read them."""
        held = self.answers(complaint_id)
        return tuple((field, held[field.code]) for field in self.fields() if field.code in held)

    def raw(self, complaint_id: str) -> dict[str, Raw]:
        """Read the same as a form shows it, by the names of the questions."""
        held = self.answers(complaint_id)
        return {
            question_name(field.code): raw_value(field, held[field.code])
            for field in self.fields()
            if field.code in held
        }

    def answer(self, complaint_id: str, answers: Answers) -> tuple[OwnValue, ...]:
        """Keep answers, each one op; empty ones are taken away. Gives those that changed.

        Raises AnswersMissing naming what cannot be read, and NotFound.
        """
        asked = self.questions(complaint_id, "en")
        read, unreadable = read_answers({q.name: q for q in asked}, answers, self._today())
        if unreadable:
            raise AnswersMissing(tuple(unreadable))
        changed = []
        with self._database.writing(self._settings.author()) as tx:
            must(tx, complaint_id)
            values = tx.records(OwnValue)
            for field in self.fields():
                name = question_name(field.code)
                if name not in read:
                    continue
                record = value_id(complaint_id, field.code)
                blank = OwnValue(id=record, complaint=complaint_id, field=field.code)
                stored = values.get(record) or blank
                said = plain_value(read[name])[:LINE_LIMIT]
                if said != stored.value:
                    record_now = dataclasses.replace(stored, value=said)
                    changed.append(values.save(record_now, root=complaint_id))
        return tuple(changed)

    def _save(self, tx: Transaction, field: OwnField, held: Mapping[str, OwnField]) -> OwnField:
        for reason in faults(field, held):
            raise Refused(reason)
        return tx.records(OwnField).save(field, root=derived_id(ROOT))

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()

    def _forget(self, touched: frozenset[str]) -> None:
        if "own_field" in touched:
            self._known = None


def _by_code(tx: Transaction) -> dict[str, OwnField]:
    return {field.code: field for field in tx.records(OwnField).all()}


def _held(held: Mapping[str, OwnField], code: str) -> OwnField:
    if code not in held:
        raise Refused(sentence(N_("There is no own field “{code}”."), code=code))
    return held[code]


def _line(text: str) -> str:
    return " ".join(storable(text).split())


def _lines(text: str) -> str:
    return "\n".join(filter(None, map(tidy_option, storable(text).split("\n"))))
