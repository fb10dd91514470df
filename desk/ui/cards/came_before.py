"""The card of a customer who came before: earlier complaints, and counts of what came of them."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.complaint_choices import Known
from desk.domain.earlier import Alike, Earlier
from desk.domain.linked import Why
from desk.domain.options import label
from desk.domain.side_path import Path
from desk.i18n import _, ngettext
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card, CardLine
from desk.ui.customers.sheet import counts_of

OF_A_PERSON = {Alike.PHONE, Alike.NAME}


class CameBeforeCard(Card):
    """A line links an earlier complaint by one key, and takes the link back by the same.

    What is alike by phone or name is linked as the same person's, what only concerns the same
    product as the same problem. Nothing is linked by itself, and nothing has to be.
    """

    name = "came_before"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the path."""
        return _(label(Path.CAME_BEFORE))

    def note(self) -> str:
        """Say how many there are, or what came of those that are the same person's."""
        found = self._earlier()
        if not found:
            return _("Nothing earlier looks alike by phone, name or product.")
        complaint = self._app.complaints.get(self.complaint)
        if complaint is not None and complaint.complainant:
            return "   ·   ".join(counts_of(self._app.customers.past(complaint.complainant)))
        visits = ngettext("Earlier visits: {count}.", "Earlier visits: {count}.", len(found))
        how = _("A line links this complaint to the earlier one; again takes the link back.")
        return f"{visits.format(count=len(found))} {how}"

    def lines(self) -> tuple[CardLine, ...]:
        """Tell up to five earlier complaints, linked ones marked."""
        now = self._app.complaints.now()
        linked = {link.other for link in self._app.side_paths.links(self.complaint)}
        return tuple(
            CardLine(
                earlier.id,
                f"{earlier.reference}  {moments.full(earlier.arrived_at, now)}  {earlier.summary}",
                done=earlier.id in linked,
                by_hand=True,
            )
            for earlier in self._earlier()
        )

    def commit_label(self) -> str:
        """Nothing is left to save: a line saves itself."""
        return ""

    def tick(self, line: str, on: bool) -> Mapping[str, Raw] | None:
        """Link the earlier complaint, or take the link back. Raises Refused when two people are."""
        alike = next((e.why for e in self._earlier() if e.id == line), ())
        is_person = bool(OF_A_PERSON & {*alike})
        if is_person and on and self._may_be_kept(line):
            self._app.customers.same_person(self.complaint, line)
        why = Why.SAME_PERSON if is_person else Why.SAME_PROBLEM
        self._app.side_paths.link(self.complaint, line, why, on)
        if is_person and not on and not self._is_somebodys():
            self._app.customers.unlink(self.complaint)
        return None

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Put the card away."""
        del answers
        return ""

    def _earlier(self) -> tuple[Earlier, ...]:
        complaint = self._app.complaints.get(self.complaint)
        if complaint is None:
            return ()
        return self._app.customers.earlier(
            phone=complaint.phone,
            name=complaint.name,
            product=complaint.product,
            without=self.complaint,
        )

    def _may_be_kept(self, line: str) -> bool:
        """Tell whether a record of the person may be made: nobody said no to that."""
        both = [self._app.complaints.get(i) for i in (self.complaint, line)]
        return not any(c is not None and c.consent is Known.NO for c in both)

    def _is_somebodys(self) -> bool:
        """Tell whether another line still says whose this complaint is."""
        links = self._app.side_paths.links(self.complaint)
        return any(link.why is Why.SAME_PERSON for link in links)
