"""What the week's workbook says of kinds: of category, exactly; and of what was no complaint."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desk.domain.answers import Raw
from desk.domain.report import Period
from desk.services.app import App
from tests.make import EMPATHISED, LISTENED, a_draft

WEEK = Period.parse("2026-W48")


def received(app: App, number: int, **answers: Raw) -> None:
    app.complaints.receive(a_draft({**LISTENED, **EMPATHISED, **answers}, number=number))


def pages(app: App, folder: Path, language: str) -> dict[str, list[list[Any]]]:
    made = app.week.workbook(WEEK, folder / f"{language}.xlsx", language)
    book = load_workbook(made.path)
    return {
        page.title: [[cell.value for cell in row] for row in page.iter_rows()]
        for page in book.worksheets
    }


@pytest.mark.parametrize(
    ("language", "sheet", "kinds", "together"),
    [
        ("en", "By category",
         {"Product: Quality": 2, "Product: Lid": 1, "Price or bill: Invoice": 1},
         "Together"),
        ("zh_CN", "按类别", {"商品：质量": 2, "商品：盖子": 1, "价格或账单：发票": 1}, "合计"),
    ],
)  # fmt: skip
def test_the_sheet_of_categories_counts_each_kind_and_adds_up(
    app: App, tmp_path: Path, language: str, sheet: str, kinds: dict[str, int], together: str
) -> None:
    lid = app.categories.add("product", en="Lid", zh="盖子").code
    for number, code in enumerate(["product.quality", "product.quality", lid, "price.invoice"]):
        received(app, number, category=(code.partition(".")[0],), subcategory=(code,))
    received(app, 7)
    app.categories.retire(lid)
    rows = [row[:2] for row in pages(app, tmp_path, language)[sheet] if row[0]]
    found = {str(name): n for name, n in rows if name in kinds}
    assert found == kinds
    names = [str(name) for name, _n in rows if name in kinds]
    assert names == list(kinds)
    assert [together, 4] in [list(row) for row in rows]


def test_the_register_says_the_kind_in_words(app: App, tmp_path: Path) -> None:
    received(app, 1, subcategory=("product.quality",))
    received(app, 2)
    title, *rows = pages(app, tmp_path, "zh_CN")["台账"]
    assert {row[title.index("具体是")] for row in rows} == {"质量", None}


def test_praise_suggestions_and_questions_are_counted_apart_and_run_no_clocks(
    app: App, tmp_path: Path
) -> None:
    """I8: reports count kinds apart and complaint clocks run only for complaints."""
    for number, kind in enumerate(["complaint", "praise", "praise", "suggestion", "question"]):
        received(app, number, kind=(kind,))
    rows = {row[0]: row[1] for row in pages(app, tmp_path, "en")["Summary"] if row[0]}
    assert (rows["Opened"], rows["Praise"], rows["Suggestions"], rows["Questions"]) == (1, 2, 1, 1)
    assert rows["Still waiting for the first reply, not due yet"] == 1
    with app.database.reading() as tx:
        due = {c.kind: c.first_word_due_at for c in tx.complaints.all()}
    assert [kind for kind, moment in due.items() if moment is not None] == ["complaint"]
