"""How long the reply letter takes, beside the same paragraphs set by bare reportlab."""

import statistics
import time
from collections.abc import Callable
from html import escape
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from desk.config import resources
from desk.documents.fonts import Role
from desk.documents.paper_facts import facts_of
from desk.documents.papers import make
from desk.domain.sheet import SheetSize
from desk.domain.timeline import PaperKind
from desk.services.paper_content import load_words
from tests.documents.record import AT, HERE, SETTINGS, refunded

FONTS = resources() / "fonts"
LIMIT = 1.5
FOUND = {
    "en": "The base seal is worn; we saw the water ourselves. ",
    "zh_CN": "密封圈磨损，我们看到渗水。",
}


def seconds(*work: Callable[[], object]) -> list[float]:
    """Give the median of 9 runs of each, taken in turn so that all meet the same weather."""
    taken: list[list[float]] = [[] for _ in work]
    for _ in range(9):
        for place, job in enumerate(work):
            start = time.perf_counter()
            job()
            taken[place].append(time.perf_counter() - start)
    return [statistics.median(times) for times in taken]


def bare(lines: list[str], language: str) -> bytes:
    out = BytesIO()
    wrap = "CJK" if language == "zh_CN" else None
    style = ParagraphStyle("bare", fontName="Bare", fontSize=10.5, leading=16.5, wordWrap=wrap)
    heading = ParagraphStyle("heading", parent=style, fontName="BareHeading")
    document = SimpleDocTemplate(out, pagesize=A4, initialFontName="Bare")
    document.build(
        [Paragraph(escape(t), heading if n % 4 == 0 else style) for n, t in enumerate(lines)]
    )
    return out.getvalue()


@pytest.mark.alone
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_letter_takes_at_most_half_as_long_again_as_bare_reportlab(language: str) -> None:
    for name, role in (("Bare", Role.BODY), ("BareHeading", Role.HEADING)):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / role.value)))
    words = load_words(resources() / "languages", language, PaperKind.LETTER)
    record = refunded(found=FOUND[language] * 3)

    def ours() -> bytes:
        facts = facts_of(PaperKind.LETTER, record, SETTINGS, at=AT, zone=HERE)
        return make(facts, words, size=SheetSize.A4, copy=1, at=AT, fonts=FONTS).pdf

    text = PdfReader(BytesIO(ours())).pages[0].extract_text()
    lines = [line for line in text.split("\n") if line.strip()]
    bare(lines, language)
    taken, floor = seconds(ours, lambda: bare(lines, language))
    assert taken <= LIMIT * floor, f"{taken * 1000:.1f} ms against {floor * 1000:.1f} ms"
