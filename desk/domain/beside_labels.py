"""Words for the answers and fields of what is kept beside complaints, in the order of digits."""

from enum import Enum

from desk.domain.assessment import Help
from desk.domain.closing import ReopenReason
from desk.domain.complaint import OnlineVia, Repeat
from desk.domain.contact import Direction, Reached, Way
from desk.domain.expectation import Gap
from desk.domain.fact import FactSource
from desk.domain.label import N_
from desk.domain.later_change import ChangeReason
from desk.domain.linked import Why
from desk.domain.own_field import OwnForm
from desk.domain.pause import WaitingFor
from desk.domain.promise import PromiseKind, PromiseState
from desk.domain.rating import Asked, Occasion
from desk.domain.referral import Level
from desk.domain.side_path import Path
from desk.domain.staff import Role
from desk.domain.task import TaskKind

BESIDE_LABELS: dict[type[Enum], dict[Enum, str]] = {
    OnlineVia: {
        OnlineVia.WEBSITE: N_("Our website"),
        OnlineVia.WECHAT: N_("WeChat"),
        OnlineVia.WEIBO: N_("Weibo"),
        OnlineVia.DOUYIN: N_("Douyin"),
        OnlineVia.PLATFORM: N_("Shop platform"),
        OnlineVia.OTHER: N_("Elsewhere"),
    },
    Gap: {
        Gap.MET: N_("Wish met"),
        Gap.PARTLY: N_("Wish partly met"),
        Gap.NOT: N_("Wish not met"),
    },
    Repeat: {Repeat.ONCE: N_("Once"), Repeat.AGAIN: N_("Again")},
    Help: {
        Help.ELDERLY: N_("Elderly"),
        Help.MINOR: N_("Under age"),
        Help.HEARING: N_("Hearing"),
        Help.SIGHT: N_("Sight"),
        Help.READING: N_("Reading"),
        Help.LANGUAGE: N_("Language"),
        Help.CARER: N_("Comes with a carer"),
        Help.INJURED: N_("Injured"),
    },
    Direction: {Direction.OUT: N_("We to them"), Direction.IN: N_("They to us")},
    Way: {
        Way.COUNTER: N_("At the counter"),
        Way.PHONE: N_("Phone"),
        Way.TEXT: N_("Text message"),
        Way.EMAIL: N_("Email"),
        Way.POST: N_("Post"),
        Way.VISIT: N_("Visit"),
    },
    Reached: {
        Reached.YES: N_("Yes"),
        Reached.NO_ANSWER: N_("No answer"),
        Reached.SENT: N_("Sent"),
    },
    PromiseKind: {
        PromiseKind.REMEDY: N_("To put it right"),
        PromiseKind.ANSWER: N_("To answer"),
        PromiseKind.CALL: N_("To call back"),
        PromiseKind.OTHER: N_("Something else"),
    },
    PromiseState: {
        PromiseState.OPEN: N_("Open"),
        PromiseState.KEPT: N_("Kept"),
        PromiseState.LATE: N_("Kept late"),
        PromiseState.BROKEN: N_("Broken"),
        PromiseState.MOVED: N_("Moved"),
        PromiseState.DROPPED: N_("Not wanted any more"),
    },
    FactSource: {
        FactSource.ITEM: N_("The item"),
        FactSource.RECEIPT: N_("Sales receipt"),
        FactSource.RECORD: N_("Our records"),
        FactSource.CAMERA: N_("Camera picture"),
        FactSource.STAFF: N_("Staff"),
        FactSource.CUSTOMER: N_("Customer"),
        FactSource.WITNESS: N_("Witness"),
        FactSource.RULE: N_("Rule read"),
    },
    TaskKind: {
        TaskKind.ASK: N_("Ask somebody"),
        TaskKind.CAMERA: N_("Keep the camera picture"),
        TaskKind.BATCH: N_("Check the batch"),
        TaskKind.TELL_SUPERVISOR: N_("Tell the supervisor"),
        TaskKind.OTHER: N_("Something else"),
    },
    Level: {
        Level.SUPERVISOR: N_("Supervisor"),
        Level.AREA: N_("Area manager"),
        Level.HEAD_OFFICE: N_("Head office"),
        Level.ASSOCIATION: N_("Consumer association"),
        Level.AUTHORITY: N_("Authority"),
        Level.ARBITRATION: N_("Arbitration"),
        Level.COURT: N_("Court"),
        Level.OTHER: N_("Elsewhere"),
    },
    ReopenReason: {
        ReopenReason.NOT_DONE: N_("Not done as agreed"),
        ReopenReason.AGAIN: N_("It happened again"),
        ReopenReason.NEW_FACTS: N_("New facts"),
        ReopenReason.UNHAPPY: N_("Not content with the result"),
        ReopenReason.BY_MISTAKE: N_("Closed by mistake"),
        ReopenReason.OTHER: N_("Other"),
    },
    WaitingFor: {
        WaitingFor.CUSTOMER: N_("The customer"),
        WaitingFor.SUPPLIER: N_("The supplier"),
        WaitingFor.LAB: N_("The laboratory"),
        WaitingFor.HEAD_OFFICE: N_("Head office"),
    },
    Occasion: {Occasion.CLOSING: N_("At closing"), Occasion.CALL_BACK: N_("When called back")},
    Asked: {
        Asked.ANSWERED: N_("Answered"),
        Asked.DECLINED: N_("Did not want to"),
        Asked.NOT_ASKED: N_("Not asked"),
    },
    Path: {
        Path.SAFETY: N_("Safety"),
        Path.ABUSE: N_("Abuse or threat"),
        Path.DOES_NOT_ACCEPT: N_("Does not accept"),
        Path.SUPERVISOR: N_("Ask the supervisor"),
        Path.LEFT: N_("Customer left"),
        Path.CAME_BEFORE: N_("Came before"),
        Path.WISH_NOT_MET: N_("Wish we cannot meet"),
        Path.LAWYER_PRESS_AUTHORITY: N_("Lawyer, press, authority"),
        Path.NEEDS_HELP: N_("Needs help: language, sight, hearing, carer"),
    },
    Why: {Why.SAME_PERSON: N_("Same person"), Why.SAME_PROBLEM: N_("Same problem")},
    Role: {
        Role.HANDLER: N_("Handler"),
        Role.SUPERVISOR: N_("Supervisor"),
        Role.HEAD_OFFICE: N_("Head office"),
        Role.AUDITOR: N_("Auditor"),
    },
    ChangeReason: {
        ChangeReason.MISHEARD: N_("Misheard or misunderstood"),
        ChangeReason.TYPED_WRONG: N_("Typed wrongly"),
        ChangeReason.CUSTOMER_SAID_MORE: N_("The customer said more"),
        ChangeReason.CHECKED_AGAIN: N_("Checked again"),
        ChangeReason.OTHER: N_("Another reason"),
    },
    OwnForm: {
        OwnForm.TEXT: N_("Text"),
        OwnForm.CHOICE: N_("Choice"),
        OwnForm.NUMBER: N_("A number"),
        OwnForm.DAY: N_("Day"),
        OwnForm.YES_NO: N_("Yes or no"),
    },
}

FIELDS = {
    "fields": N_("Fields"),
    "at_time": N_("Time"),
    "made_on": N_("Given on"),
    "staff": N_("Person"),
    "state": N_("State"),
    "ended_on": N_("Ended on"),
    "reason": N_("Reason"),
    "proof": N_("Seen by"),
    "made_at": N_("When"),
    "made_by": N_("By"),
    "seen_by": N_("Who looked"),
    "kept_on": N_("Kept on"),
    "kept_by": N_("Kept by"),
    "back_on": N_("Handed back on"),
    "answered_on": N_("Answered on"),
    "number": N_("Number"),
    "offered_at": N_("Offered"),
    "offered_by": N_("Offered by"),
    "asked_by": N_("Asked by"),
    "decided_by": N_("Decided by"),
    "granted": N_("Granted"),
    "decided_at": N_("Decided"),
    "referred_at": N_("Referred"),
    "referred_by": N_("Referred by"),
    "outcome": N_("Outcome"),
    "answer": N_("Customer's answer"),
    "closed_at": N_("Closed"),
    "closed_by": N_("Closed by"),
    "reopened_at": N_("Opened again"),
    "reopened_by": N_("Opened again by"),
    "told": N_("Told of the outside routes"),
    "since_at": N_("Opened again before"),
    "due_at": N_("Final answer due"),
    "from_at": N_("From"),
    "until_at": N_("Until"),
    "occasion": N_("Occasion"),
    "asked_at": N_("Asked"),
    "path": N_("Side path"),
    "words": N_("Words"),
    "person": N_("Person"),
    "lines": N_("Lines done"),
    "opened_at": N_("Opened"),
    "opened_by": N_("Opened by"),
    "gate": N_("Gate"),
    "passed_at": N_("Passed"),
    "passed_by": N_("Passed by"),
    "name": N_("Name"),
    "attachment.name": N_("File"),
    "media_type": N_("Kind of file"),
    "size": N_("Size"),
    "added_at": N_("Added"),
    "added_by": N_("Added by"),
    "other": N_("Other complaint"),
    "why": N_("Why"),
    "on": N_("In force"),
    "offer": N_("Remedy"),
    "offered": N_("The offer in words"),
    "amount": N_("Amount"),
    "sha256": N_("Hash"),
    "width": N_("Width"),
    "height": N_("Height"),
    "field": N_("Field"),
    "value": N_("Value"),
}
"""What fields nobody is asked for are called; the others have their question's label."""
