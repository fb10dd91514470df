"""A finding stands on a paper once: in the handler's words, or in the stock sentence."""

import pytest

from desk.domain.investigation import Finding
from desk.domain.timeline import PaperKind
from tests.documents.record import a_record, bare, printed, text_of


@pytest.mark.parametrize("kind", [PaperKind.RECEIPT, PaperKind.LETTER])
@pytest.mark.parametrize(
    ("language", "found", "once", "never"),
    [
        ("en", "We checked, and it happened as you told us.", "happened as you told us", ""),
        ("en", "IT HAPPENED as you  told us; the seal is worn", "as you told us", ""),
        ("zh_CN", "经核实，情况与您说的一致。底座漏水。", "情况与您说的一致", "您反映的情况属实"),
    ],
)
def test_a_finding_said_in_the_handlers_words_is_not_said_again(
    kind: PaperKind, language: str, found: str, once: str, never: str
) -> None:
    made = printed(a_record(finding=Finding.CONFIRMED, found=found), kind, language)
    text = text_of(made.pdf) if language == "en" else bare(text_of(made.pdf))
    assert " ".join(text.split()).count(once) == 1
    assert not never or never not in text
    assert ("your receipt." if language == "en" else "小票。") in text or kind is PaperKind.RECEIPT


@pytest.mark.parametrize("kind", [PaperKind.RECEIPT, PaperKind.LETTER])
def test_a_finding_that_the_words_do_not_say_stands_before_them(kind: PaperKind) -> None:
    made = printed(a_record(finding=Finding.PARTLY, found="The seal is worn."), kind)
    assert "Part of what you told us is confirmed. The seal is worn." in text_of(made.pdf)
