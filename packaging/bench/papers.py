"""The workbook and the reply letter, beside the same cells and paragraphs by the bare libraries."""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path

from bench.measure import Row, alternately
from desk.config import resources
from desk.domain.complaint import Complaint, ComplaintFilter, Stage
from desk.domain.timeline import PaperKind
from desk.services.app import App


def workbook(app: App, size: int, room: Path) -> Iterator[Row]:
    """All complaints in one workbook."""
    import openpyxl

    room.mkdir(parents=True, exist_ok=True)
    ours_file, floor_file = room / "ours.xlsx", room / "floor.xlsx"
    app.week.everything(ours_file, "en")
    read = openpyxl.load_workbook(ours_file, read_only=True)
    sheets = [[tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in read]
    read.close()

    def by_hand() -> None:
        book = openpyxl.Workbook(write_only=True)
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        book.save(floor_file)

    times = 1 if size > 10_000 else 5
    ours, floor = alternately(times, lambda: app.week.everything(ours_file, "en"), by_hand)
    cells = sum(len(row) for rows in sheets for row in rows)
    yield Row(
        work="workbook of everything", size=size, ours=ours, floor=floor, most=1.2,
        note=f"{cells:,} cells, {ours_file.stat().st_size / 1e6:.1f} MB",
    )  # fmt: skip
    ours_file.unlink()
    floor_file.unlink()


def letter(app: App, size: int) -> Iterator[Row]:
    """The reply letter of a closed complaint, warm, in both languages."""
    from pypdf import PdfReader
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    fonts = resources() / "fonts"
    for name, face in (("Body", "NotoSerifSC"), ("Heading", "NotoSansSC")):
        pdfmetrics.registerFont(TTFont(name, str(fonts / f"{face}-Regular.ttf")))
    complaint = _closed(app)
    for language in ("en", "zh_CN"):
        pdf = app.papers.render(complaint, PaperKind.LETTER, language)
        text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
        lines = [line for line in text.split("\n") if line.strip()]
        wrap = "CJK" if language == "zh_CN" else None
        body = ParagraphStyle("body", fontName="Body", fontSize=10.5, leading=16.5, wordWrap=wrap)
        heading = ParagraphStyle("heading", parent=body, fontName="Heading")

        def by_hand(
            lines: list[str] = lines,
            body: ParagraphStyle = body,
            heading: ParagraphStyle = heading,
        ) -> None:
            document = SimpleDocTemplate(BytesIO(), pagesize=A4, initialFontName="Body")
            document.build(
                [
                    Paragraph(escape(line), heading if n % 4 == 0 else body)
                    for n, line in enumerate(lines)
                ]
            )

        ours, floor = alternately(
            15,
            lambda language=language: app.papers.render(complaint, PaperKind.LETTER, language),  # type: ignore[misc] # mypy cannot infer a lambda's default
            by_hand,
        )
        yield Row(work=f"reply letter, {language}", size=size, ours=ours, floor=floor, most=1.5)


def _closed(app: App) -> Complaint:
    (line,) = app.complaints.page(ComplaintFilter(stages=(Stage.CLOSED,)), 0, 1)
    complaint = app.complaints.get(line.id)
    assert complaint is not None  # noqa: S101 - it was just listed
    return complaint
