"""The whitelist of each paper: what it holds, and what it refuses to be made without."""

import dataclasses
from datetime import date

import pytest

from desk.documents.paper_facts import LetterFacts, ReceiptFacts, SlipFacts, facts_of, first_name
from desk.domain.complaint import INSIDE_ONLY, Channel
from desk.domain.errors import SlotEmpty
from desk.domain.investigation import Finding
from desk.domain.response import Done, Remedy
from desk.domain.timeline import PaperKind
from tests.documents.record import AT, HERE, SETTINGS, a_record, refunded


@pytest.mark.parametrize("facts", [SlipFacts, ReceiptFacts, LetterFacts])
def test_facts_have_no_place_for_what_is_for_inside_only(
    facts: type[SlipFacts | ReceiptFacts | LetterFacts],
) -> None:
    assert not INSIDE_ONLY & {field.name for field in dataclasses.fields(facts)}


@pytest.mark.parametrize(
    ("kind", "changes", "field"),
    [
        (PaperKind.SLIP, {"summary": "", "story": " "}, "story"),
        (PaperKind.SLIP, {"final_due_at": None}, "first_word_due_at"),
        (PaperKind.RECEIPT, {"offer": ()}, "offer"),
        (PaperKind.RECEIPT, {"offer": (Remedy.REFUND,)}, "amount"),
        (PaperKind.RECEIPT, {"offer": (Remedy.OTHER,), "offered": ""}, "offered"),
        (PaperKind.RECEIPT, {"done": Done.BY_DATE}, "done_on"),
        (PaperKind.RECEIPT, {"done": Done.BY_DATE, "done_on": date(2026, 11, 26)}, "done_by"),
        (PaperKind.LETTER, {"finding": None}, "finding"),
        (PaperKind.LETTER, {"found": " "}, "found"),
        (PaperKind.LETTER, {"offer": ()}, "offer"),
        (PaperKind.LETTER, {"finding": Finding.CANNOT_TELL}, "next_on"),
    ],
)
def test_a_paper_that_lacks_a_fact_names_the_field(
    kind: PaperKind, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(SlotEmpty) as refused:
        facts_of(kind, a_record(**changes), SETTINGS, at=AT, zone=HERE)
    assert refused.value.field == field


def test_wishes_the_letter_itself_fulfils_are_not_declined() -> None:
    wish = (Remedy.EXPLANATION, Remedy.APOLOGY, Remedy.NOT_SAID, Remedy.REFUND, Remedy.REPAIR)
    facts = facts_of(PaperKind.LETTER, refunded(wish=wish), SETTINGS, at=AT, zone=HERE)
    assert isinstance(facts, LetterFacts)
    assert facts.declined == (Remedy.REPAIR,)


@pytest.mark.parametrize("field", ["refusal", "refusal_basis", "refusal_next"])
@pytest.mark.parametrize("finding", [Finding.NOT_CONFIRMED, Finding.CONFIRMED])
def test_a_letter_that_says_no_is_not_made_without_reason_rule_and_next_step(
    field: str, finding: Finding
) -> None:
    """R7: not confirmed, or a wish that is not met."""
    record = refunded(finding=finding, **{field: "  "})
    with pytest.raises(SlotEmpty) as refused:
        facts_of(PaperKind.LETTER, record, SETTINGS, at=AT, zone=HERE)
    assert refused.value.field == field


def test_an_address_stands_in_a_letter_that_goes_by_post_only() -> None:
    for channel, address in ((Channel.POST, "7 Invented Lane"), (Channel.PHONE, "")):
        record = a_record(channel=channel, address="7 Invented Lane")
        facts = facts_of(PaperKind.LETTER, record, SETTINGS, at=AT, zone=HERE)
        assert isinstance(facts, LetterFacts)
        assert facts.address == address


def test_an_amount_counts_only_where_money_is_offered() -> None:
    facts = facts_of(PaperKind.RECEIPT, a_record(amount=500), SETTINGS, at=AT, zone=HERE)
    assert isinstance(facts, ReceiptFacts)
    assert facts.offered.amount is None


def test_a_handler_is_called_by_the_first_name() -> None:
    assert [first_name(n) for n in ("Lin Example", "王芳", " ", "")] == ["Lin", "王芳", "", ""]


def test_moments_are_told_in_the_time_of_the_branch() -> None:
    facts = facts_of(PaperKind.SLIP, a_record(), SETTINGS, at=AT, zone=HERE)
    assert isinstance(facts, SlipFacts)
    assert facts.received_at.utcoffset() == AT.utcoffset()
