"""The card of side path 4: a supervisor looks at an offer and types their PIN here."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint, Known
from desk.domain.errors import AnswersMissing
from desk.domain.label import N_
from desk.domain.limits import amount_words, money_given
from desk.domain.matter import Matter
from desk.domain.offer import Approval
from desk.domain.options import label
from desk.domain.question import Form, Question
from desk.domain.side_path import Path
from desk.i18n import _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card, CardLine

GRANTED = Question(
    name="granted",
    form=Form.CHOICE,
    options=Known,
    without=frozenset({Known.UNKNOWN}),
    label=N_("Does the supervisor approve it?"),
    problem=N_("Choose whether it is approved"),
)
REASON = Question(
    name="reason", form=Form.LINE, limit=500, label=N_("Reason"), optional=True
)  # fmt: skip
PIN = Question(
    name="pin",
    form=Form.PIN,
    label=N_("PIN of the supervisor"),
    problem=N_("The supervisor types their PIN"),
)


class ApprovalCard(Card):
    """Asks a supervisor's word on the offer in front; who is signed in stays."""

    name = "supervisor"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the path."""
        return _(label(Path.SUPERVISOR))

    def note(self) -> str:
        """Tell what is offered, or what is wanting."""
        if not self._app.settings.gate.has_people:
            return _("No people were entered at this desk, so an offer needs nobody's approval.")
        complaint = self._complaint()
        amount = self._amount(complaint)
        if complaint is None or not amount:
            return _("No money is offered yet. Write the offer and its amount, then come back.")
        currency = self._app.settings.current().currency
        return _("Offered: {amount}. {words}").format(
            amount=amount_words(amount, currency), words=complaint.offered
        )

    def lines(self) -> tuple[CardLine, ...]:
        """Tell what was decided before."""
        return tuple(
            CardLine(one.id, self._told(one), done=one.granted is True)
            for one in reversed(self._app.approvals.of(self.complaint))
            if one.decided_at is not None
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask who decides, what, why, and for their PIN."""
        del answers
        able = self._app.approvals.who_may()
        if not able or not self._amount(self._complaint()):
            return ()
        who = Question(
            name="who",
            form=Form.CODE,
            offers=tuple((person.id, person.name) for person in able),
            label=N_("Who decides?"),
            problem=N_("Choose who decides"),
        )
        return (who, GRANTED, REASON, PIN)

    def commit_label(self) -> str:
        """Say what the button does; nothing where nothing can be decided."""
        return _("Decide") if self.questions({}) else ""

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Keep the decision, whichever it is."""
        asked = ("who", "granted", "pin")
        lacking = tuple(name for name in asked if not _one(answers, name))
        if lacking:
            raise AnswersMissing(lacking)
        complaint = self._complaint()
        amount = self._amount(complaint)
        granted = _one(answers, "granted") == Known.YES
        decided = self._app.approvals.decide_here(
            self.complaint,
            amount,
            complaint.offered if complaint is not None else "",
            staff_id=_one(answers, "who"),
            pin=_one(answers, "pin"),
            granted=granted,
            reason=_one(answers, "reason"),
        )
        if granted:
            return _("{name} has approved the offer.").format(name=decided.decided_by)
        return _("{name} has not approved the offer. Offer something else.").format(
            name=decided.decided_by
        )

    def _told(self, approval: Approval) -> str:
        now = self._app.complaints.now()
        words = _("approved by {name}") if approval.granted else _("not approved by {name}")
        return "  ".join(
            part
            for part in (
                moments.full(approval.decided_at, now) if approval.decided_at else "",
                amount_words(approval.amount or 0, self._app.settings.current().currency),
                words.format(name=approval.decided_by),
                approval.reason,
            )
            if part
        )

    def _complaint(self) -> Complaint | None:
        return self._app.complaints.get(self.complaint)

    def _amount(self, complaint: Complaint | None) -> int:
        if complaint is None:
            return 0
        return money_given(complaint, self._app.besides.of(Matter, self.complaint))


def _one(answers: Mapping[str, Raw], name: str) -> str:
    raw = answers.get(name, "")
    return (raw[0] if raw else "") if isinstance(raw, tuple) else raw.strip()
