"""A whole record for papers, with a canary in everything that is for inside only."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from pypdf import PdfReader

from desk.config import resources
from desk.documents.paper_facts import facts_of
from desk.documents.papers import Made, make
from desk.domain.assessment import Affected, Parts, Severity
from desk.domain.complaint import Channel, Complaint, Kind
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.response import Answer, Apology, Done, Remedy
from desk.domain.settings import Settings
from desk.domain.sheet import USUAL, SheetSize
from desk.domain.timeline import PaperKind
from desk.services.paper_content import load_words
from tests.make import a_complaint

HERE = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 11, 23, 14, 5, tzinfo=HERE)
CANARY = "KANARIENVOGEL"
SETTINGS = Settings(
    shop="Example Household Goods",
    address="12 Sample Street",
    phone="555-0100",
    hours="Mon to Sat 9:00 to 18:00",
    routes="Sampletown consumer advice, 555-0199",
)


def a_record(**changes: object) -> Complaint:
    """A complaint that has gone through all four steps; accepted and done now."""
    values: dict[str, Any] = {
        "handler": "Lin Example",
        "kind": Kind.COMPLAINT,
        "story": "The kettle leaks at the base for the second time, bought last week.",
        "summary": "The kettle leaks at the base for the second time.",
        "pace": 4,
        "wish": (Remedy.EXCHANGE, Remedy.REFUND),
        "language": "en",
        "channel": Channel.PHONE,
        "phone": "555-0117",
        "name": "Sam Example",
        "apology": Apology.MISTAKE,
        "checked": (Checked.ITEM, Checked.RECEIPT),
        "finding": Finding.CONFIRMED,
        "found": "The base seal is worn; we saw the water ourselves.",
        "cause": Cause.PRODUCT,
        "severity": Severity.MODERATE,
        "parts": Parts.ONE,
        "affected": Affected.ONE,
        "person": f"{CANARY} person",
        "lesson": f"{CANARY} lesson",
        "priority": 3,
        "offer": (Remedy.EXCHANGE,),
        "offered": "Exchange for a new kettle today.",
        "answer": Answer.ACCEPTS,
        "done": Done.NOW,
        "received_at": AT,
        "first_word_due_at": datetime(2026, 11, 26, 18, tzinfo=HERE),
        "final_due_at": datetime(2026, 12, 7, 18, tzinfo=HERE),
    }
    return a_complaint(**{**values, **changes})


def refunded(**changes: object) -> Complaint:
    """The same with a refund by a date, refused by the customer."""
    return a_record(
        **{
            "offer": (Remedy.REFUND,),
            "amount": 123450,
            "offered": "Refund the way you paid.",
            "answer": Answer.DOES_NOT_ACCEPT,
            "done": Done.BY_DATE,
            "done_on": date(2026, 11, 26),
            "done_by": "Mei Example",
            "refusal": "No kettle of this model is left.",
            "refusal_basis": "our stock list of today",
            "refusal_next": "choose any other kettle until Friday.",
            "check_back_on": date(2026, 11, 27),
            **changes,
        }
    )


def printed(
    complaint: Complaint,
    kind: PaperKind,
    language: str = "en",
    *,
    settings: Settings = SETTINGS,
    copy: int = 1,
    size: SheetSize | None = None,
) -> Made:
    """Make a paper straight from a record."""
    return make(
        facts_of(kind, complaint, settings, at=AT, zone=HERE),
        load_words(resources() / "languages", language, kind),
        size=size or USUAL[kind],
        copy=copy,
        at=AT,
        fonts=resources() / "fonts",
    )


def text_of(pdf: bytes) -> str:
    """Give a PDF's text with single blanks, and none beside Chinese characters."""
    raw = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(raw.split())


def bare(text: str) -> str:
    """Give a text without any blank, for comparing what was justified or broken."""
    return "".join(text.split())
