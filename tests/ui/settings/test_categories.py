"""Categories and own fields in Settings: saved at once, refused in words, taken back by a press."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.complaint import Category
from desk.domain.options import label
from desk.domain.own_field import MOST
from desk.i18n import _
from desk.services.app import App
from desk.ui.settings.categories import Categories
from desk.ui.settings.category_file_page import CategoryFilePage
from desk.ui.settings.own_fields import OwnFields
from desk.ui.settings.view import SettingsView
from desk.ui.shell import Shell
from tests.ui.settings.test_presenter import Changed
from tests.ui.walking import press

LID = {"parent": "product", "en": "Lid", "zh": "盖子", "department": "Workshop", "valid_to": ""}
BATCH = {"form": "text", "en": "Batch", "zh": "批号", "options": "", "place": ""}


def kinds(app: App) -> list[str]:
    tree = app.categories.tree()
    return [c.label for c in tree.offered("product", app.categories.today(), "en")]


def test_a_kind_is_added_renamed_and_retired_and_each_is_taken_back_by_one_press(app: App) -> None:
    """I9 and N1: edited in the app, effective at once, each change in history with undo."""
    changed, entries = Changed(app), Categories(app)
    assert changed.presenter.save_line(entries, "", LID) == ""
    assert "Lid" in kinds(app)
    assert changed.said[-1].words == "Saved: Categories."
    quality = {**entries.values("product.quality"), "en": "Workmanship"}
    assert changed.presenter.save_line(entries, "product.quality", quality) == ""
    assert "Workmanship" in kinds(app)
    assert changed.said[-1].press is not None
    changed.said[-1].press()
    assert kinds(app)[0] == "Quality"
    assert changed.presenter.drop_line(entries, "product.looks") == ""
    assert "Looks" not in kinds(app)
    assert changed.said[-1].press is not None
    changed.said[-1].press()
    assert "Looks" in kinds(app)
    assert {change.entity for change in app.settings_history.changes()} == {"category_node"}
    assert app.check.run() == ()


def test_what_a_kind_cannot_be_is_said_and_nothing_changes(app: App) -> None:
    changed, entries = Changed(app), Categories(app)
    before = kinds(app)
    assert "is there already" in changed.presenter.save_line(entries, "", {**LID, "en": "Quality"})
    assert "a day" in changed.presenter.save_line(entries, "", {**LID, "valid_to": "soon"})
    moved = {**entries.values("product.quality"), "parent": "service"}
    assert "stays in its category" in changed.presenter.save_line(entries, "product.quality", moved)
    assert "cannot be retired" in changed.presenter.drop_line(entries, "other")
    assert kinds(app) == before
    assert changed.said == []


def test_one_of_the_nine_goes_by_other_words_everywhere(app: App) -> None:
    changed, entries = Changed(app), Categories(app)
    wanted = {**entries.values("product"), "en": "Goods", "zh": "货品", "department": "Store"}
    assert changed.presenter.save_line(entries, "product", wanted) == ""
    app.settings.current()
    assert _(label(Category.PRODUCT)) == "Goods"
    assert i18n.catalogue("zh_CN").gettext(label(Category.PRODUCT)) == "货品"
    assert entries.values("product")["department"] == "Store"
    for said in reversed(changed.said):
        assert said.press is not None
        said.press()
    app.settings.current()
    assert _(label(Category.PRODUCT)) == "Product"


def test_an_own_field_is_added_ordered_and_retired(app: App) -> None:
    """N2: Settings, Own fields."""
    changed, entries = Changed(app), OwnFields(app)
    assert changed.presenter.save_line(entries, "", BATCH) == ""
    colour = {**BATCH, "form": "choice", "en": "Colour", "zh": "颜色",
              "options": "Red|红色；Blue | 蓝色", "place": "1"}  # fmt: skip
    assert changed.presenter.save_line(entries, "", colour) == ""
    assert [line.words for line in entries.lines()] == ["Colour · 颜色", "Batch · 批号"]
    assert entries.values("colour")["options"] == "Red | 红色; Blue | 蓝色"
    assert changed.presenter.drop_line(entries, "colour") == ""
    assert entries.lines()[-1].before == "Choice, not asked any more"
    assert changed.said[-1].press is not None
    changed.said[-1].press()
    assert entries.lines()[0].words == "Colour · 颜色"


def test_a_21st_own_field_is_refused_beside_its_fields(app: App) -> None:
    changed, entries = Changed(app), OwnFields(app)
    for n in range(MOST):
        assert changed.presenter.save_line(entries, "", {**BATCH, "en": f"F{n}", "zh": ""}) == ""
    said = changed.presenter.save_line(entries, "", {**BATCH, "en": "One more", "zh": ""})
    assert said.startswith("There are 20 own fields already")


def test_a_file_with_a_wrong_row_is_shown_by_row_and_reason_and_cannot_be_taken(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    """I9: previewed as a difference, refused by row and reason, all or nothing."""
    book = Workbook()
    for row in (
        ["code", "parent", "en", "zh", "department"],
        ["product.lid", "product", "Lid", "盖子", ""],
        ["kettle.lid", "kettle", "Lid", "盖子", ""],
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "kinds.xlsx")
    view = SettingsView(Changed(app).presenter)
    qtbot.addWidget(view)
    view.show()
    view._choose_group("4", 1)  # noqa: SLF001 - what the digits do
    page = view.findChild(CategoryFilePage)
    assert page is not None
    path = page.findChild(QLineEdit, "category_path")
    assert path is not None
    path.setText(str(tmp_path / "kinds.xlsx"))
    page.commit()
    page.commit()
    lines = page.findChild(QListWidget, "category_difference")
    assert lines is not None
    told = [lines.item(n).text() for n in range(lines.count())]
    assert told[0].startswith("! row 3: “kettle.lid” lies under no category")
    assert told[1] == "+ new: product.lid  Lid · 盖子"
    assert "Lid" not in kinds(app)
    book.worksheets[0].delete_rows(3)
    book.save(tmp_path / "kinds.xlsx")
    assert page.step_back()
    page.commit()
    page.commit()
    assert "Lid" in kinds(app)


def test_a_supervisor_adds_a_kind_and_a_clerk_picks_it_with_three_keys(
    shell: Shell, app: App, qtbot: QtBot
) -> None:
    """I9: a class pick takes three keys at most; by keyboard through the real window."""
    shell.go("settings")
    for key in (Qt.Key.Key_4, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        press(shell, key)
    assert isinstance(shell.focusWidget(), QListWidget)
    categories = Categories(app)
    assert [line.id for line in categories.lines()][1] == "product.quality"
    press(shell, Qt.Key.Key_Down)
    press(shell, Qt.Key.Key_Return)
    press(shell, Qt.Key.Key_Tab)
    box = shell.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "Workmanship")
    press(shell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Workmanship" in kinds(app)
    press(shell, Qt.Key.Key_F2)
    story = QApplication.focusWidget()
    assert story is not None
    QTest.keyClicks(story, "The kettle leaks at the base.")
    press(shell, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_1):
        press(shell, key)
    qtbot.waitUntil(lambda: bool(app.drafts.all()))
    qtbot.waitUntil(lambda: app.drafts.all()[0].answers.get("subcategory") == ("product.quality",))
