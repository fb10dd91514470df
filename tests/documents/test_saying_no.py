"""Letters that say no: reason, rule, next step and routes, or no letter at all (R7)."""

from desk.domain.response import Answer
from desk.domain.timeline import PaperKind
from tests.documents.record import printed, refunded, text_of


def test_a_letter_that_says_no_gives_reason_rule_next_step_and_routes() -> None:
    """R7."""
    text = text_of(printed(refunded(), PaperKind.LETTER).pdf)
    for said in (
        "No kettle of this model is left.",
        "This rests on: our stock list of today",
        "What you can do next: choose any other kettle until Friday.",
        "Sampletown consumer advice, 555-0199",
    ):
        assert said in text


def test_a_letter_to_somebody_who_accepted_needs_no_reason_for_a_no() -> None:
    """R7."""
    agreed = refunded(answer=Answer.ACCEPTS, refusal="", refusal_basis="", refusal_next="")
    assert printed(agreed, PaperKind.LETTER).pages
