"""The organisation's own categories: at once in force, logged, exchanged whole or not at all."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from desk import i18n
from desk.domain.category_node import CategoryNode
from desk.domain.errors import FileNotWritten, Refused, RegisterUnreadable
from desk.explain import explain
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft


def offered(app: App, parent: str = "product") -> list[str]:
    tree = app.categories.tree()
    return [choice.label for choice in tree.offered(parent, app.categories.today(), "en")]


def test_a_kind_that_is_added_is_offered_at_once_and_on_the_log(app: App) -> None:
    made = app.categories.add("product", en="Lid  loose", zh="盖子松", department="Workshop")
    assert made.code == "product.lid_loose"
    assert offered(app)[-2:] == ["Lid loose", "Other"]
    assert app.check.run() == ()


def test_a_kind_with_a_chinese_name_alone_gets_a_code_of_its_own(app: App) -> None:
    codes = [app.categories.add("product", en="", zh="盖子松").code]
    app.categories.retire(codes[0])
    codes.append(app.categories.add("product", en="", zh="壶嘴歪").code)
    assert codes == ["product.kind", "product.kind_2"]


def test_a_kind_is_renamed_and_old_records_read_the_new_name(app: App) -> None:
    app.categories.change("product.quality", en="Workmanship", zh="做工")
    assert app.categories.tree().name("product.quality", "zh_CN") == "做工"
    assert "Workmanship" in offered(app)
    assert "Quality" not in offered(app)


def test_a_retired_kind_stays_on_the_record_that_holds_it(app: App) -> None:
    """I9: retired codes still print on old records."""
    said = {**WHOLE, "subcategory": ("product.quality",)}
    saved = app.complaints.save(a_draft(said))
    app.categories.retire("product.quality")
    assert "Quality" not in offered(app)
    assert app.complaints.whole(saved.reference).complaint.subcategory == "product.quality"
    again = app.complaints.save(a_draft({**said, "place": "Counter 2"}))
    assert again.subcategory == "product.quality"
    assert app.categories.tree().name(again.subcategory, "en") == "Quality"
    app.categories.bring_back("product.quality")
    assert "Quality" in offered(app)


def test_a_kind_retired_by_a_day_is_offered_until_that_day_is_over(
    app: App, clock: StandingClock
) -> None:
    app.categories.retire("product.quality", date(2026, 11, 24))
    assert "Quality" in offered(app)
    clock.tick(days=2)
    assert "Quality" not in offered(app)


def test_what_cannot_be_is_refused_in_words_and_changes_nothing(app: App) -> None:
    before = app.categories.tree().nodes
    with pytest.raises(Refused, match="is there already"):
        app.categories.add("product", en="quality", zh="")
    with pytest.raises(Refused, match="keep their names"):
        app.categories.change("product", en="Goods")
    with pytest.raises(Refused, match="There is no category"):
        app.categories.retire("product.hologram")
    assert app.categories.tree().nodes == before


def test_a_change_is_put_back_as_it_was(app: App) -> None:
    before = app.categories.tree().get("product.quality")
    assert before is not None
    app.categories.change("product.quality", en="Workmanship")
    app.categories.put(before)
    assert "Quality" in offered(app)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_is_exported_is_read_back_the_same(app: App, tmp_path: Path, language: str) -> None:
    """I9: import/export as xlsx."""
    i18n.use(language)
    app.categories.add("product", en="=1+1", zh="“盖子”", department="@work")
    app.categories.retire("product.quality", date(2026, 12, 31))
    app.categories.export(tmp_path / "kinds.xlsx")
    found = app.categories.preview(tmp_path / "kinds.xlsx")
    assert found.changes == ()
    assert found.refused == ()
    assert found.same == len(app.categories.tree().nodes)
    i18n.use("en")


def test_a_formula_in_a_cell_is_data_both_ways(app: App, tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["code", "parent", "en", "zh", "valid from", "valid to", "department"])
    page.append(
        ["product.lid", "product", '=HYPERLINK("http://x","Lid")', "盖子", "", "", "=cmd()"]
    )
    book.save(tmp_path / "kinds.xlsx")
    found = app.categories.preview(tmp_path / "kinds.xlsx")
    assert app.categories.take(found) == 1
    made = app.categories.tree().get("product.lid")
    assert made is not None
    assert (made.en, made.department) == ('=HYPERLINK("http://x","Lid")', "=cmd()")
    app.categories.export(tmp_path / "again.xlsx")
    cells = {
        cell.value: cell.data_type
        for line in load_workbook(tmp_path / "again.xlsx").worksheets[0].iter_rows()
        for cell in line
    }
    assert cells["=cmd()"] == "s"


def test_a_file_with_a_wrong_row_changes_nothing(app: App, tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["代码", "上级", "英文", "中文", "启用日期"])
    page.append(["product.lid", "", "Lid", "盖子", date(2026, 12, 1)])
    page.append(["kettle.lid", "kettle", "Lid", "盖子", None])
    book.save(tmp_path / "kinds.xlsx")
    found = app.categories.preview(tmp_path / "kinds.xlsx")
    ((number, reason),) = [(row.number, str(row.reason)) for row in found.refused]
    assert number == 3
    assert "lies under no category" in reason
    assert found.changes[0].after.valid_from == date(2026, 12, 1)
    with pytest.raises(Refused):
        app.categories.take(found)
    assert app.categories.tree().get("product.lid") is None


def test_a_file_read_before_another_change_is_not_taken_over_it(app: App, tmp_path: Path) -> None:
    app.categories.export(tmp_path / "kinds.xlsx")
    app.categories.change("product.quality", zh="品质")
    found = app.categories.preview(tmp_path / "kinds.xlsx")
    app.categories.change("product.quality", zh="做工")
    with pytest.raises(Refused, match="changed meanwhile"):
        app.categories.take(found)
    assert app.categories.tree().name("product.quality", "zh_CN") == "做工"


def test_what_is_no_list_of_categories_is_refused(app: App, tmp_path: Path) -> None:
    (tmp_path / "none.xlsx").write_text("no workbook")
    with pytest.raises(RegisterUnreadable):
        app.categories.preview(tmp_path / "none.xlsx")
    book = Workbook()
    book.worksheets[0].append(["name", "price"])
    book.worksheets[0].append(["kettle", 12])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(RegisterUnreadable) as refused:
        app.categories.preview(tmp_path / "other.xlsx")
    assert "lacks a column" in explain(refused.value)
    with pytest.raises(FileNotWritten):
        app.categories.export(tmp_path / "nowhere" / "kinds.xlsx")


def test_two_branches_that_change_the_same_code_change_the_same_record(app: App) -> None:
    app.categories.change("product.quality", zh="做工")
    with app.database.reading() as tx:
        (record,) = tx.records(CategoryNode).all()
    shipped = app.categories.tree().get("product.quality")
    assert shipped is not None
    assert record.id == shipped.id
