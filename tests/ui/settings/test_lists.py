"""The lists of the settings by keys: refused in words, saved at once, taken back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.investigation import Cause
from desk.domain.options import label
from desk.services.app import App
from desk.ui.settings.entries_page import EntriesPage
from desk.ui.settings.guide_file_page import GuideFilePage
from tests.ui.settings.opening import focused, keys, line, opened, page_of, typed, words_of


def test_a_phrase_is_changed_by_keys_and_refused_with_the_reason(app: App, qtbot: QtBot) -> None:
    """N1, G2."""
    view = opened(app, qtbot)
    keys(Qt.Key.Key_5)
    page = view.findChild(EntriesPage, "page_phrases")
    assert page is not None
    page.take_focus()
    keys(Qt.Key.Key_Return, Qt.Key.Key_Tab)  # the step, then English
    typed("m" * 101)
    view.commit()
    assert "101 characters are more than 100." in words_of(page)
    assert app.guides.in_force() == "0"
    line(view, "text.en").setFocus()
    typed("Please begin.")
    view.commit()
    assert app.guides.of("en").phrases[0].text == "Please begin."
    assert "101" not in words_of(page)


def test_an_eighth_check_is_refused_in_the_screen(app: App, qtbot: QtBot) -> None:
    """ux.md §6: the 60 to 90 seconds."""
    view = opened(app, qtbot)
    keys(Qt.Key.Key_6)
    page = view.findChild(EntriesPage, "page_checks")
    assert page is not None
    button = page.findChild(QPushButton, "new_line")
    assert button is not None
    button.setFocus()
    keys(Qt.Key.Key_Return, Qt.Key.Key_4, Qt.Key.Key_Tab)
    typed("Offered a chair")
    keys(Qt.Key.Key_Return)
    typed("请顾客坐了")
    view.commit()
    assert "60 to 90 seconds" in words_of(page)
    assert app.guides.in_force() == "0"
    line(view, "text.en").setFocus()
    assert view.step_back()
    assert "60 to 90" not in words_of(page)


def test_a_change_is_taken_back_by_enter_on_its_line_of_the_history(app: App, qtbot: QtBot) -> None:
    """N1: undone also later."""
    app.settings.change(shop="City Store")
    app.settings.change(hours="9-18")
    view = opened(app, qtbot)
    keys(Qt.Key.Key_0)
    history = view.findChild(QListWidget, "history")
    assert history is not None
    assert [history.item(n).text().splitlines()[1] for n in range(2)] == [
        "Opening hours: as desk came → 9-18",
        "Shop: as desk came → City Store",
    ]
    history.setFocus()
    keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (app.settings.current().shop, app.settings.current().hours) == ("", "9-18")
    assert history.count() == 3


def test_ctrl_z_takes_the_last_change_back(app: App, qtbot: QtBot) -> None:
    """N1: undone at once."""
    view = opened(app, qtbot)
    page = page_of(view, "phrases")
    assert isinstance(page, EntriesPage)
    page.take_focus()
    keys(Qt.Key.Key_Delete)
    assert app.guides.in_force() == "BR01-1"
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.guides.in_force() == "0"


def test_causes_are_called_otherwise_and_offered_no_more(app: App, qtbot: QtBot) -> None:
    """N1: labels a language and whether offered; codes stay."""
    view = opened(app, qtbot)
    page = page_of(view, "causes")
    keys(Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Return)
    typed("Wrong bag")
    line(view, "zh_CN").setFocus()
    typed("装错袋")
    keys(Qt.Key.Key_Return, Qt.Key.Key_2)
    view.commit()
    assert app.settings.current().not_offered == "cause.mix_up"
    assert i18n.catalogue("zh_CN").gettext(label(Cause.MIX_UP)) == "装错袋"
    shown = page.findChild(QListWidget, "causes")
    assert shown is not None
    assert "Wrong bag" in [shown.item(n).text().splitlines()[-1] for n in range(shown.count())]


def test_a_guide_file_is_looked_at_and_taken_by_keys(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    """G10: import previews a difference; a broken file is refused whole with line and reason."""
    english, _chinese = app.guide_files.export(tmp_path)
    good = english.read_text("utf-8")
    view = opened(app, qtbot)
    keys(Qt.Key.Key_9)
    path = line(view, "guide_path")
    path.setFocus()
    typed(str(tmp_path))
    english.write_text(good.replace('proof = "wish_asked"', 'proof = "magic"'), "utf-8")
    view.commit()
    page = view.findChild(GuideFilePage)
    assert page is not None
    assert "Line 216: " in words_of(page)
    english.write_text(good.replace("I'm listening. Start", "Please start"), "utf-8")
    view.commit()
    assert "1 line differs" in words_of(page)
    assert app.guides.in_force() == "0"
    view.commit()
    assert app.guides.in_force() == "BR01-1"
    assert "In force: version BR01-1." in words_of(page)
