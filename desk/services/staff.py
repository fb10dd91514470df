"""The people of the desk: entering them, their PINs, and who acts now."""

import dataclasses
import os
from typing import Any

from desk.domain.identity import derived_id, new_id
from desk.domain.rights import Right, may, needed_to_manage
from desk.domain.settings import ROOT
from desk.domain.staff import Role, Staff, is_pin, pin_as_typed, same_name
from desk.domain.staff_errors import (
    NameUnfit,
    NobodyManages,
    NoRight,
    NoSuchPerson,
    NotForOneself,
    PinUnfit,
    WrongPin,
)
from desk.domain.text import storable
from desk.services import pin as pins
from desk.services.gate import Gate
from desk.services.settings import SettingsService
from desk.services.tries import PinTries
from desk.storage.author import Author
from desk.storage.database import Database
from desk.storage.transaction import Transaction

LONGEST_NAME = 60
_ONLY_BY_OTHERS = {"role", "limit_complaint", "limit_month", "left"}


class People:
    """The use cases of sign-in and of the list of people. Whatever takes a PIN takes 0.2 s."""

    def __init__(self, database: Database, settings: SettingsService, tries: PinTries) -> None:
        self._database = database
        self._settings = settings
        self._tries = tries

    @property
    def gate(self) -> Gate:
        """Who is signed in, and what they may do."""
        return self._settings.gate

    def choices(self) -> tuple[Staff, ...]:
        """Give who may sign in, in the order of their names; their PINs' hashes are left out."""
        return tuple(_shown(person) for person in self._by_name() if person.can_sign_in)

    def all(self) -> tuple[Staff, ...]:
        """Give everybody ever entered, who left last. Raises NotSignedIn."""
        self._settings.must(Right.READ_ALL)
        return tuple(sorted(map(_shown, self._by_name()), key=lambda person: person.left))

    def sign_in(self, staff_id: str, pin: str) -> Staff:
        """Have somebody act at this desk. Raises NoSuchPerson, WrongPin and PinWaits."""
        person = self._checked(staff_id, pin)
        self.gate.let_in(person)
        return _shown(person)

    def sign_in_as(self, name: str, pin: str) -> Staff:
        """Have somebody act who is named as on the list. Raises as `sign_in` does."""
        return self.sign_in(self.named(name).id, pin)

    def named(self, name: str) -> Staff:
        """Give who may sign in under a name. Raises NoSuchPerson."""
        for person in self.choices():
            if same_name(person.name, name):
                return person
        raise NoSuchPerson(name)

    def lock(self) -> None:
        """Have nobody act at this desk."""
        self.gate.lock()

    def confirm(self, staff_id: str, pin: str, right: Right) -> Staff:
        """Let somebody else say yes on this screen by their own PIN; who is signed in stays.

        Raises NoRight when their role does not have the right, else as `sign_in` does.
        """
        self.gate.must_be_somebody()
        person = self._checked(staff_id, pin)
        if not may(person.role, right):
            raise NoRight(right)
        return _shown(person)

    def who_may(self, right: Right) -> tuple[Staff, ...]:
        """Give who may sign in and has a right, in the order of their names."""
        return tuple(person for person in self.choices() if may(person.role, right))

    def add(self, name: str, role: Role, pin: str) -> Staff:
        """Enter somebody. The first is signed in at once and must be one who can enter others.

        Raises NameUnfit, PinUnfit, NobodyManages, NotSignedIn and NoRight.
        """
        author = self._settings.author(needed_to_manage(role))
        is_first = not self.gate.has_people
        if is_first and not may(role, Right.MANAGE_STAFF):
            raise NobodyManages
        name = self._fit_name(name)
        kept = _fit_pin(pin)
        with self._database.writing(author) as tx:
            person = Staff(id=new_id(tx.at, os.urandom(10)), name=name, role=role, pin=kept)
            saved = _save(tx, person)
        if is_first:
            self.gate.let_in(saved)
        return _shown(saved)

    def change(self, staff_id: str, **wanted: Any) -> Staff:  # noqa: ANN401 - any field but the PIN
        """Change name, role, limits or whether somebody left; open complaints follow a new name.

        Raises TypeError for another field, and NoSuchPerson, NameUnfit, NotForOneself,
        NobodyManages, NotSignedIn and NoRight.
        """
        if unknown := wanted.keys() - {"name", *_ONLY_BY_OTHERS}:
            raise TypeError(f"not to be changed: {', '.join(sorted(unknown))}")
        before = self._entered(staff_id)
        author = self._settings.author(
            needed_to_manage(before.role, wanted.get("role", before.role))
        )
        if "name" in wanted:
            wanted["name"] = self._fit_name(wanted["name"], besides=staff_id)
        changed = dataclasses.replace(before, **wanted)
        if author.staff == staff_id and any(
            getattr(before, name) != getattr(changed, name) for name in _ONLY_BY_OTHERS
        ):
            raise NotForOneself
        if not _somebody_manages([changed, *self._others(staff_id)]):
            raise NobodyManages
        # Whom a complaint is about may have their own name corrected in it.
        with self._database.writing(Author(author.name, author.branch)) as tx:
            saved = _save(tx, changed)
            if saved.name != before.name:
                for line in tx.complaints.open_of(before.name):
                    tx.complaints.save(dataclasses.replace(line, handler=saved.name))
        return _shown(saved)

    def set_pin(self, staff_id: str, pin: str) -> Staff:
        """Give somebody a new PIN, whatever the old one was. Raises as `change` does, PinUnfit."""
        before = self._entered(staff_id)
        author = self._settings.author(needed_to_manage(before.role))
        return self._keep_pin(before, pin, author)

    def change_own_pin(self, old: str, new: str) -> Staff:
        """Let who is signed in choose a PIN nobody else knows. Raises as `sign_in`, PinUnfit."""
        self._settings.must(Right.READ_ALL)
        person = self.gate.person
        if person is None:
            raise NoSuchPerson("")
        self._checked(person.id, old)
        settings = self._settings.current()
        return self._keep_pin(person, new, Author(person.name, settings.branch, person.id))

    def _keep_pin(self, before: Staff, pin: str, author: Author) -> Staff:
        kept = _fit_pin(pin)
        with self._database.writing(author) as tx:
            saved = _save(tx, dataclasses.replace(before, pin=kept))
        self._tries.forget(before.id)
        return _shown(saved)

    def _checked(self, staff_id: str, pin: str) -> Staff:
        person = self.gate.people().get(staff_id)
        if person is None or not person.can_sign_in:
            raise NoSuchPerson(person.name if person else "")
        wait = self._tries.count(person)
        if not pins.fits(person.pin, pin_as_typed(pin)):
            raise WrongPin(person.name, wait)
        self._tries.forget(person.id)
        return person

    def _entered(self, staff_id: str) -> Staff:
        self.gate.must_be_somebody()
        person = self.gate.people().get(staff_id)
        if person is None:
            raise NoSuchPerson("")
        return person

    def _others(self, staff_id: str) -> list[Staff]:
        return [person for person in self.gate.people().values() if person.id != staff_id]

    def _by_name(self) -> list[Staff]:
        return sorted(self.gate.people().values(), key=lambda person: person.name.casefold())

    def _fit_name(self, name: str, besides: str = "") -> str:
        name = " ".join(storable(name).split())[:LONGEST_NAME]
        if not name or any(same_name(name, other.name) for other in self._others(besides)):
            raise NameUnfit(name)
        return name


def _save(tx: Transaction, person: Staff) -> Staff:
    return tx.records(Staff).save(person, root=derived_id(ROOT))


def _fit_pin(pin: str) -> str:
    pin = pin_as_typed(pin)
    if not is_pin(pin):
        raise PinUnfit
    return pins.hashed(pin)


def _somebody_manages(people: list[Staff]) -> bool:
    return any(person.can_sign_in and may(person.role, Right.MANAGE_STAFF) for person in people)


def _shown(person: Staff) -> Staff:
    """Leave the hash out: what a screen is given tells only whether there is a PIN."""
    return dataclasses.replace(person, pin="set" if person.pin else "")
