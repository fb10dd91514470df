"""Sentences about papers and printers: every code has words, and no code is shown."""

import pytest

from desk import i18n
from desk.domain.errors import MissingGlyph, PrinterTrouble, SlotEmpty
from desk.domain.spooling import JobNews, JobState, NotTaken, Wait
from desk.explain import explain, explain_job


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


@pytest.mark.parametrize("reason", NotTaken)
def test_every_reason_a_printer_has_is_put_into_words(reason: NotTaken) -> None:
    said = explain(PrinterTrouble("FRONT", reason))
    assert "_" not in said
    assert ": " in said
    assert ("The PDF is kept" in said) is (reason is not NotTaken.NO_FILE)
    if reason not in {NotTaken.NO_SPOOLER, NotTaken.NO_FILE}:
        assert "FRONT" in said


@pytest.mark.parametrize("wait", Wait)
def test_every_wait_is_put_into_words(wait: Wait) -> None:
    said = explain_job(JobNews(JobState.WAITING, wait))
    assert said.startswith("Waiting at the printer: ")
    assert "{" not in said


def test_a_paper_is_sent_and_never_said_to_be_printed() -> None:
    assert explain_job(JobNews(JobState.SENT)) == "Sent to the printer."
    assert "send it again" in explain_job(JobNews(JobState.FAILED))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("letterhead", "“The shop's name and address (Settings)”"),
        ("routes", "“Outside routes (Settings)”"),
        ("first_word_due_at", "“First reply due”"),
        ("handler", "“Handler”"),
        ("found", "“What we found, in words the customer can read”"),
    ],
)
def test_fields_that_no_question_asks_have_names_too(field: str, words: str) -> None:
    assert words in explain(SlotEmpty(field))
    assert words in explain(MissingGlyph(field, "\U0010ffff"))
