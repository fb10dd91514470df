"""Who is signed in at this desk, and what they may do: every way in asks here."""

from desk.domain.rights import Right, may
from desk.domain.staff import Staff
from desk.domain.staff_errors import NoRight, NotSignedIn
from desk.storage.database import Database


class Gate:
    """One person at a time, or nobody.

    As long as no person was entered there is nothing to tell apart: everybody may do everything.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._people: dict[str, Staff] | None = None
        self._signed_in = ""
        database.on_commit(self._forget)
        database.on_reading(self.must_be_somebody)

    def people(self) -> dict[str, Staff]:
        """Give everybody who was ever entered, by id."""
        if self._people is None:
            with self._database.looking() as board:
                self._people = {person.id: person for person in board.people()}
        return self._people

    @property
    def has_people(self) -> bool:
        """Tell whether people were entered, so that somebody must be signed in."""
        return bool(self.people())

    @property
    def person(self) -> Staff | None:
        """Give who is signed in."""
        person = self.people().get(self._signed_in)
        return person if person is not None and person.can_sign_in else None

    @property
    def is_locked(self) -> bool:
        """Tell whether somebody must sign in before anything can be read or done."""
        return self.has_people and self.person is None

    def may(self, right: Right) -> bool:
        """Tell whether who sits here has a right; nobody has any."""
        person = self.person
        return may(person.role, right) if person is not None else not self.has_people

    def must(self, right: Right) -> None:
        """Go on only with a right. Raises NotSignedIn or NoRight."""
        self.must_be_somebody()
        if not self.may(right):
            raise NoRight(right)

    def must_be_somebody(self) -> None:
        """Go on only when nobody need sign in. Raises NotSignedIn."""
        if self.is_locked:
            raise NotSignedIn

    def let_in(self, person: Staff) -> None:
        """Have somebody act at this desk from now on; their PIN was found right."""
        self._signed_in = person.id

    def lock(self) -> None:
        """Have nobody act here."""
        self._signed_in = ""

    def _forget(self, touched: frozenset[str]) -> None:
        if "staff" in touched:
            self._people = None
