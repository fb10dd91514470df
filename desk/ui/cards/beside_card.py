"""The card of a kind of record that is only written down: a contact, a fact, a task, an item."""

from collections.abc import Callable, Mapping
from typing import Any

from desk.domain.answers import Raw
from desk.domain.besides import BY_KIND
from desk.domain.questions import Question
from desk.i18n import _
from desk.services.besides import Besides
from desk.ui.cards.card import Card, CardLine


class BesideCard(Card):
    """Shows what was kept before and asks for another one, or for the end of an open one.

    `told` writes a record as one line; `known` gives what desk fills in by itself of a new one,
    `ended` what it fills in at its end. A line of an open record is `by_hand`: choosing it asks
    what came of it.
    """

    def __init__(
        self,
        complaint: str,
        besides: Besides,
        kind: type[Any],
        *,
        told: Callable[[Any], CardLine],
        known: Callable[[], Mapping[str, Any]] = dict,
        ended: Callable[[], Mapping[str, Any]] = dict,
        suggested: Callable[[], Mapping[str, Raw]] = dict,
        note: str = "",
    ) -> None:
        super().__init__(complaint)
        self._beside = BY_KIND[kind]
        self.name = self._beside.entity
        self._besides = besides
        self._kind = kind
        self._told = told
        self._known = known
        self._ended = ended
        self._suggested = suggested
        self._note = note
        self._ending = ""

    def title(self) -> str:
        """Name the kind of record."""
        return _(self._beside.label)

    def note(self) -> str:
        """Say what it is for."""
        return _(self._note) if self._note else ""

    def lines(self) -> tuple[CardLine, ...]:
        """Tell what was kept before, newest first."""
        return tuple(self._told(record) for record in reversed(self._kept()))

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask what a new one needs, or what came of the one that was chosen."""
        del answers
        return self._beside.later if self._ending else self._beside.questions

    def suggested(self) -> Mapping[str, Raw]:
        """Start from what is likely."""
        return self._suggested()

    def tick(self, line: str, on: bool) -> Mapping[str, Raw]:
        """Choose an open record to be ended, or go back to a new one."""
        self._ending = line if on else ""
        return {} if on else self.suggested()

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write it down."""
        if self._ending:
            record = next(kept for kept in self._kept() if kept.id == self._ending)
            self._besides.end(record, self.complaint, answers, **self._ended())
        else:
            self._besides.add(self._kind, self.complaint, answers, **self._known())
        return _("{what} is written down.").format(what=self.title())

    def _kept(self) -> list[Any]:
        return self._besides.of(self._kind, self.complaint)
