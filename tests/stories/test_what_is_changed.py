"""Stories of what is changed: the guide, the questions, the customer's record, the language."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt

from desk.domain.complaint import Stage
from desk.domain.own_field import OwnValue, question_name
from tests.stories.counter import CONTROL, Counter
from tests.stories.words import (
    EMPATHISE_ZH,
    INVESTIGATE_ZH,
    LISTEN,
    LISTEN_ZH,
    RESOLVE,
)


def test_a_check_taken_out_of_the_guide_stays_for_the_complaint_that_is_open(
    counter: Counter,
) -> None:
    counter.customer_comes(LISTEN)
    counter.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    old = counter.checks()
    counter.press(Qt.Key.Key_F7)
    counter.press(Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_7, CONTROL)
    counter.hand.type("6")
    counter.tab_to("checks")
    counter.press(Qt.Key.Key_Delete)
    assert counter.app.guides.in_force() != "0"
    counter.press(Qt.Key.Key_1, CONTROL)
    counter.settle()
    counter.press(Qt.Key.Key_Return)
    assert counter.checks() == old
    counter.press(Qt.Key.Key_F2)
    assert len(counter.checks()) == len(old) - 1


def test_an_own_field_is_asked_on_its_card_found_and_in_the_weeks_workbook(
    guitai: Counter, tmp_path: Path
) -> None:
    guitai.press(Qt.Key.Key_7, CONTROL)
    guitai.hand.type("4")
    guitai.tab_to("part")
    guitai.hand.type("5")
    guitai.tab_to("new_line")
    guitai.press(Qt.Key.Key_Return)
    for name, words in (("en", "Batch number"), ("zh", "批号")):
        guitai.tab_to(name)
        guitai.write(words)
    guitai.hand.commit()
    (field,) = guitai.app.own_fields.fields()
    guitai.customer_comes(LISTEN_ZH)
    guitai.card("own", {question_name(field.code): "KX2-0917"})
    reference = guitai.complaint().reference
    (value,) = guitai.kept(OwnValue)
    assert value.value == "KX2-0917"
    guitai.read("KX2-0917")
    assert reference in str(guitai.window.stage.title()) + guitai.screen()
    made = guitai.app.week.workbook(guitai.app.week.this_week(), tmp_path / "week.xlsx", "zh_CN")
    cells = {
        str(cell) for sheet in load_workbook(made.path) for row in sheet.values for cell in row
    }
    assert {"批号", "KX2-0917"} <= cells


def test_two_records_of_one_person_are_merged_and_taken_apart_again(guitai: Counter) -> None:
    for name in ("王样本", "王样本（单位）"):
        guitai.customer_comes(LISTEN_ZH)
        guitai.page({**EMPATHISE_ZH, "name": name})
        guitai.press(Qt.Key.Key_F7)
        guitai.press(Qt.Key.Key_Return)
    guitai.press(Qt.Key.Key_3, CONTROL)
    guitai.write("4821")
    guitai.press(Qt.Key.Key_Return)
    guitai.settle()
    for _record in range(2):
        guitai.press(Qt.Key.Key_L)
        guitai.settle()
        guitai.press(Qt.Key.Key_Down)
    guitai.press(Qt.Key.Key_Up)
    guitai.press(Qt.Key.Key_M)
    guitai.press(Qt.Key.Key_Return)
    guitai.press(Qt.Key.Key_Down)
    guitai.press(Qt.Key.Key_Return)
    guitai.press(Qt.Key.Key_2)
    guitai.hand.commit()
    guitai.settle()
    assert "已合并" in guitai.news()
    merged = [found.person for found in guitai.app.customers.find("4821")]
    assert len(merged) == 1
    guitai.press(Qt.Key.Key_U)
    guitai.settle()
    apart = [found.person for found in guitai.app.customers.find("4821")]
    assert {each.name for each in apart if each} == {"王样本", "王样本（单位）"}


def test_the_language_of_the_screen_is_changed_in_the_middle_and_nothing_is_lost(
    counter: Counter,
) -> None:
    counter.customer_comes(LISTEN)
    counter.tab_to("summary")
    counter.press(Qt.Key.Key_L, CONTROL)
    counter.settle()
    assert counter.focused() == "summary"
    assert "顾客是否认可？" in counter.screen()
    counter.pages(EMPATHISE_ZH, INVESTIGATE_ZH)
    counter.press(Qt.Key.Key_L, CONTROL)
    counter.settle()
    counter.page(RESOLVE)
    counter.end()
    kept = counter.complaint("BR01-26-0001")
    assert (kept.stage, kept.language, kept.name) == (Stage.CLOSED, "zh_CN", "王样本")
    assert (kept.story, kept.found) == (LISTEN["story"], INVESTIGATE_ZH["found"])
    assert kept.offered == RESOLVE["offered"]
