"""What is kept beside a complaint and beside all of them: each kind of record named once.

Tables, timeline, check and cards are all made from this list; a new kind is one line here.
"""

from dataclasses import dataclass
from typing import Any

from desk.domain import (
    attachment,
    category_node,
    closing,
    complainant,
    contact,
    content_version,
    fact,
    kept_item,
    later_change,
    linked,
    matter,
    offer,
    own_field,
    pause,
    promise,
    rating,
    referral,
    side_path,
    staff,
    task,
)
from desk.domain.label import N_
from desk.domain.questions import Question


@dataclass(frozen=True, slots=True)
class Beside:
    """A kind of record: its name in the log (`entity`), its value, and what people call one.

    `questions` are what staff are asked for a new one, `later` what they are asked to end it;
    what desk fills in by itself is in neither.
    """

    entity: str
    kind: type[Any]
    label: str
    questions: tuple[Question, ...] = ()
    later: tuple[Question, ...] = ()

    @property
    def asked(self) -> tuple[Question, ...]:
        """Give everything that is asked about one."""
        return (*self.questions, *self.later)


BESIDES: tuple[Beside, ...] = (
    Beside("contact", contact.Contact, N_("Contact"), contact.QUESTIONS),
    Beside("promise", promise.Promise, N_("Promise"), promise.QUESTIONS),
    Beside("fact", fact.Fact, N_("Fact"), fact.QUESTIONS),
    Beside(
        "kept_item", kept_item.KeptItem, N_("Item kept"), kept_item.QUESTIONS, kept_item.HAND_BACK
    ),
    Beside("task", task.Task, N_("Task"), task.QUESTIONS, task.ANSWER),
    Beside("offer", offer.Offer, N_("Offer")),
    Beside("approval", offer.Approval, N_("Approval")),
    Beside("referral", referral.Referral, N_("Referral"), referral.QUESTIONS, referral.RESULT),
    Beside("closing", closing.Closing, N_("Closing"), later=closing.REOPEN),
    Beside("pause", pause.Pause, N_("Pause"), pause.QUESTIONS),
    Beside("rating", rating.Rating, N_("Rating"), rating.QUESTIONS),
    Beside("side_path", side_path.SidePath, N_("Side path")),
    Beside(
        "later_change",
        later_change.LaterChange,
        N_("Reason of a later change"),
        later_change.QUESTIONS,
    ),
    Beside("override", side_path.Override, N_("Passed with a reason")),
    Beside("matter", matter.Matter, N_("Further matter"), matter.QUESTIONS),
    Beside("attachment", attachment.Attachment, N_("Attachment"), (attachment.CAPTION,)),
    Beside("link", linked.Link, N_("Link")),
    Beside("own_value", own_field.OwnValue, N_("Own field")),
)
"""Records that belong to one complaint: each has a field `complaint`, which is its root."""

REFERENCE: tuple[Beside, ...] = (
    Beside("own_field", own_field.OwnField, N_("Own field")),
    Beside("category_node", category_node.CategoryNode, N_("Category")),
    Beside("staff", staff.Staff, N_("Staff")),
    Beside("content_version", content_version.ContentVersion, N_("Guide version")),
    Beside("calendar_day", content_version.CalendarDay, N_("Calendar day")),
    Beside("complainant", complainant.Complainant, N_("Customer")),
    Beside("merge", complainant.Merge, N_("Customers merged")),
    Beside("unmasking", complainant.Unmasking, N_("Contact shown")),
)
"""Records of the whole organisation, and people; people are their own root."""

BY_ENTITY = {beside.entity: beside for beside in (*BESIDES, *REFERENCE)}
BY_KIND = {beside.kind: beside for beside in (*BESIDES, *REFERENCE)}
