"""What the guide asks: each question once, for the form, the timeline and the workbook alike."""

from desk.domain.assessment import Affected, Parts, Safety, Severity
from desk.domain.card_questions import ON_CARDS
from desk.domain.complaint import (
    Agreed,
    Category,
    Channel,
    Complaint,
    Kind,
    Known,
    ReceivedVia,
)
from desk.domain.guide import TEXT_NEEDED, Step
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.label import N_
from desk.domain.question import Form as Form
from desk.domain.question import Question as Question
from desk.domain.response import MONEY, Answer, Apology, Done, Remedy
from desk.domain.text import STORY_LIMIT

_L, _E, _I, _R = Step

QUESTIONS: tuple[Question, ...] = (
    Question(
        name="story", step=_L, form=Form.STORY, limit=STORY_LIMIT,
        label=N_("What happened, in the customer's words"),
        problem=N_("Write down what happened, in a few words"),
    ),
    Question(
        name="category", step=_L, form=Form.CHOICE, options=Category,
        label=N_("What is it about?"), problem=N_("Choose what it is about"),
    ),
    Question(
        name="subcategory", step=_L, form=Form.CODE, label=N_("More exactly"), optional=True,
    ),
    Question(
        name="category_other", step=_L, form=Form.LINE, label=N_("About what else?"),
        problem=N_("Write what it is about"),
    ),
    Question(
        name="safety", step=_L, form=Form.CHOICE, options=Safety,
        label=N_("Is anyone hurt or at risk?"),
        problem=N_("Choose whether anyone is hurt or at risk"),
    ),
    Question(
        name="pace", step=_L, form=Form.SCALE, highest=5, label=N_("Pace of talk"),
        problem=N_("Choose the pace of talk"),
    ),
    Question(
        name="wish", step=_L, form=Form.CHOICES, options=Remedy, most=3,
        label=N_("What would put it right?"), problem=N_("Choose what would put it right"),
    ),
    Question(
        name="wish_other", step=_L, form=Form.LINE, label=N_("What else would put it right?"),
        optional=True,
    ),
    Question(
        name="happened_on", step=_L, form=Form.DAY, label=N_("When was it?"), optional=True,
        problem=N_("Write the day as t (today), y (yesterday), -3, 16/11 or a date"),
    ),
    Question(
        name="place", step=_L, form=Form.LINE, label=N_("Where was it?"), optional=True,
    ),
    Question(
        name="kind", step=_L, form=Form.CHOICE, options=Kind, label=N_("What kind is it?"),
        optional=True,
    ),
    Question(
        name="summary", step=_E, form=Form.LINE, limit=160, label=N_("In short"),
        problem=N_("Write in short what happened"),
    ),
    Question(
        name="agreed", step=_E, form=Form.CHOICE, options=Agreed, label=N_("Customer agrees?"),
        problem=N_("Choose whether the customer agrees"),
    ),
    Question(
        name="apology", step=_E, form=Form.CHOICE, options=Apology, label=N_("Said sorry for"),
        problem=N_("Choose what you said sorry for"),
    ),
    Question(
        name="language", step=_E, form=Form.LANGUAGE, label=N_("Their language"),
        problem=N_("Choose their language"),
    ),
    Question(
        name="channel", step=_E, form=Form.CHOICE, options=Channel,
        label=N_("How may we reach them?"), problem=N_("Choose how we may reach them"),
    ),
    Question(
        name="phone", step=_E, form=Form.LINE, limit=100, label=N_("Phone"),
        problem=N_("Write the phone number"),
    ),
    Question(
        name="email", step=_E, form=Form.LINE, limit=200, label=N_("Email"),
        problem=N_("Write the email address"),
    ),
    Question(
        name="address", step=_E, form=Form.LINE, limit=500, label=N_("Address"),
        problem=N_("Write the address"),
    ),
    Question(
        name="name", step=_E, form=Form.LINE, limit=200, label=N_("Name"), optional=True,
    ),
    Question(
        name="consent", step=_E, form=Form.CHOICE, options=Known,
        without=frozenset({Known.UNKNOWN}),
        label=N_("May we keep these details to answer this complaint?"),
        problem=N_("Choose whether we may keep these details"),
    ),
    Question(
        name="paid", step=_E, form=Form.MONEY, label=N_("Amount paid"), optional=True,
        problem=N_("Write the amount paid in figures, for example 12.50"),
    ),
    Question(
        name="proof", step=_E, form=Form.CHOICE, options=Known, label=N_("Any proof with them?"),
        optional=True,
    ),
    Question(
        name="received_via", step=_E, form=Form.CHOICE, options=ReceivedVia,
        label=N_("How did it reach us?"), optional=True,
    ),
    Question(
        name="product", step=_I, form=Form.LINE, limit=400, label=N_("Product or service"),
        problem=N_("Write which product or service it is"),
    ),
    Question(
        name="receipt", step=_I, form=Form.LINE, limit=200, label=N_("Receipt or order number"),
        optional=True,
    ),
    Question(
        name="bought_on", step=_I, form=Form.DAY, label=N_("Bought on"), optional=True,
        problem=N_("Write the day as t (today), y (yesterday), -3, 16/11 or a date"),
    ),
    Question(
        name="checked", step=_I, form=Form.CHOICES, options=Checked, most=6,
        label=N_("What did you check?"), problem=N_("Choose what you checked"),
    ),
    Question(
        name="checked_other", step=_I, form=Form.LINE, label=N_("What else did you check?"),
        optional=True,
    ),
    Question(
        name="finding", step=_I, form=Form.CHOICE, options=Finding,
        label=N_("What did you find?"), problem=N_("Choose what you found"),
    ),
    Question(
        name="cause", step=_I, form=Form.CHOICE, options=Cause, label=N_("Main cause"),
        problem=N_("Choose the main cause"),
    ),
    Question(
        name="severity", step=_I, form=Form.CHOICE, options=Severity, label=N_("How serious?"),
        problem=N_("Choose how serious it is"),
    ),
    Question(
        name="parts", step=_I, form=Form.CHOICE, options=Parts, label=N_("How many parts?"),
        problem=N_("Choose how many parts it has"),
    ),
    Question(
        name="affected", step=_I, form=Form.CHOICE, options=Affected,
        label=N_("Who is affected?"), problem=N_("Choose who is affected"),
    ),
    Question(
        name="found", step=_I, form=Form.LINE, limit=300,
        label=N_("What we found, in words the customer can read"),
        problem=N_("Write what we found, in words the customer can read"),
    ),
    Question(
        name="undisputed", step=_I, form=Form.LINE, limit=500, optional=True,
        label=N_("What both sides agree on"),
    ),
    Question(
        name="next_on", step=_I, form=Form.DAY, label=N_("We answer by"),
        problem=N_("Write the day by which we answer"),
    ),
    Question(
        name="next_by", step=_I, form=Form.LINE, limit=200, label=N_("Who finds out?"),
        optional=True,
    ),
    Question(
        name="person", step=_I, form=Form.LINE, limit=200, optional=True,
        label=N_("Person or department (inside only)"),
    ),
    Question(
        name="offer", step=_R, form=Form.CHOICES, options=Remedy, most=3,
        without=frozenset({Remedy.NOT_SAID}),
        label=N_("What we offer"), problem=N_("Choose what we offer"),
    ),
    Question(
        name="offer_other", step=_R, form=Form.LINE, label=N_("What else do we offer?"),
        optional=True,
    ),
    Question(
        name="amount", step=_R, form=Form.MONEY, label=N_("Amount"),
        problem=N_("Write the amount in figures, for example 12.50"),
    ),
    Question(
        name="offered", step=_R, form=Form.LINE, limit=1000, label=N_("The offer in words"),
        problem=N_("Write the offer in words"),
    ),
    Question(
        name="answer", step=_R, form=Form.CHOICE, options=Answer,
        label=N_("Customer's answer"), problem=N_("Choose the customer's answer"),
    ),
    Question(
        name="done", step=_R, form=Form.CHOICE, options=Done, label=N_("When is it done?"),
        problem=N_("Choose when it is done"),
    ),
    Question(
        name="done_on", step=_R, form=Form.DAY, label=N_("Done by which day?"),
        problem=N_("Write the day by which it is done"),
    ),
    Question(
        name="done_by", step=_R, form=Form.LINE, limit=200, label=N_("Who does it?"),
        problem=N_("Write who does it"),
    ),
    Question(
        name="check_back_on", step=_R, form=Form.DAY, label=N_("Check back on"),
        problem=N_("Write the day on which we check back"),
    ),
    Question(
        name="check_back_via", step=_R, form=Form.CHOICE, options=Channel, optional=True,
        label=N_("Check back by"),
    ),
    Question(
        name="rating_result", step=_R, form=Form.SCALE, highest=5, optional=True,
        label=N_("Their rating of the result"),
    ),
    Question(
        name="rating_handling", step=_R, form=Form.SCALE, highest=5, optional=True,
        label=N_("Their rating of the handling"),
    ),
    Question(
        name="lesson", step=_R, form=Form.LINE, optional=True,
        label=N_("Lesson for us (inside only)"),
    ),
)  # fmt: skip
"""In the order of the guide."""

ASKED: tuple[Question, ...] = (*QUESTIONS, *ON_CARDS)
"""Everything a complaint can be asked about, on the pages and on cards."""

BY_NAME = {question.name: question for question in ASKED}


def is_asked(name: str, complaint: Complaint) -> bool:
    """Tell whether a question is put, given what has been answered so far."""
    match name:
        case "category_other":
            return complaint.category is Category.OTHER
        case "kind":
            return complaint.received_at is None
        case "subcategory":
            return complaint.category not in {None, Category.OTHER}
        case "wish_other":
            return Remedy.OTHER in complaint.wish
        case "phone":
            needs = TEXT_NEEDED.get(complaint.channel) if complaint.channel else None
            return needs in {None, "phone"} and complaint.channel is not Channel.NO_NEED
        case "email" | "address":
            return complaint.channel is not None and TEXT_NEEDED.get(complaint.channel) == name
        case "consent":
            return bool(complaint.phone or complaint.email or complaint.address)
        case "checked_other":
            return Checked.OTHER in complaint.checked
        case "next_on" | "next_by":
            return complaint.finding is Finding.CANNOT_TELL
        case "offer_other":
            return Remedy.OTHER in complaint.offer
        case "amount":
            return bool(MONEY & set(complaint.offer))
        case "done_on" | "done_by" | "check_back_on" | "check_back_via":
            return complaint.done is Done.BY_DATE
        case _:
            return True
