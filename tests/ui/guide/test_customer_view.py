"""F8: the screen turned to the customer shows their own complaint, large, and nothing else."""

import dataclasses
import typing
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.complaint import INSIDE_ONLY, Complaint
from desk.domain.guide import Step
from desk.services.app import App
from desk.ui.guide.customer_cover import LARGE, CustomerCover
from desk.ui.guide.customer_page import CustomerPage, customer_page
from desk.ui.guide.situation import situate
from desk.ui.guide.surround import SurroundReader
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, RESOLVED, WHOLE, a_draft

MAY_BE_SEEN = {
    "story", "summary", "reference", "handler", "found", "offer", "offered", "amount", "done",
    "done_on", "done_by", "next_on", "next_by", "language", "final_due_at",
}  # fmt: skip


def page_of(app: App, step: Step = Step.RESOLVE, **answers: str | tuple[str, ...]) -> CustomerPage:
    draft = a_draft({**WHOLE, **answers}, step=step, reference="BR01-26-0001")
    return customer_page(situate(draft, None, SurroundReader(app).of(draft)))


def words_of(page: CustomerPage) -> str:
    return "\n".join(words for part in page.parts for words in part)


def canary(name: str, number: int) -> object:
    """Give a value of a field's type that is found again in any text it gets into."""
    hint = str(Complaint.__dataclass_fields__[name].type)
    if "datetime" in hint:
        return datetime(1971, 3, 1, tzinfo=UTC) + timedelta(days=40 * number)
    if "date" in hint:
        return date(1971, 3, 1) + timedelta(days=40 * number)
    if "int" in hint:
        return 770_000 + number
    return f"canary{number:03}x" if hint == "<class 'str'>" or hint == "str" else None


def test_no_inside_field_and_nothing_of_another_customer_is_on_the_customer_view(
    app: App, qtbot: QtBot
) -> None:
    """Canary: every field that may not be seen is filled with a mark, and no mark is found."""
    app.complaints.close(a_draft({**WHOLE, "story": "Othercustomer was here", "name": "Othername"}))
    marks: dict[str, str] = {}
    draft = a_draft({**WHOLE, "pace": ("5",)}, number=2, step=Step.RESOLVE, reference="BR01-26-2")
    situation = situate(draft, None, SurroundReader(app).of(draft))
    others: dict[str, typing.Any] = {}
    for number, name in enumerate(Complaint.__dataclass_fields__):
        value = canary(name, number)
        if name in MAY_BE_SEEN | {"id", "heads", "stage"} or value is None:
            continue
        others[name] = value
        marks[name] = value.strftime("%Y") if isinstance(value, date) else str(value)
    filled = dataclasses.replace(situation.complaint, **others)
    assert marks.keys() >= {"person", "lesson", "priority_reason", "tier", "phone", "name", "pace"}
    assert INSIDE_ONLY.isdisjoint(MAY_BE_SEEN)
    for step in Step:
        stands = dataclasses.replace(
            situation, complaint=filled, draft=dataclasses.replace(draft, step=step)
        )
        cover = CustomerCover(shown(qtbot))
        cover.show_page(customer_page(stands))
        texts = "\n".join(cover.texts())
        assert "BR01-26-2" in texts
        for name, mark in marks.items():
            assert mark not in texts, (step, name)
        assert "Othercustomer" not in texts
        assert "Othername" not in texts


def shown(qtbot: QtBot) -> QLabel:
    window = QLabel()
    qtbot.addWidget(window)
    window.resize(1366, 680)
    window.show()
    return window


def test_the_customer_view_says_what_we_understood_what_we_do_who_and_by_when(app: App) -> None:
    app.settings.change(handler="Lin", shop="City Store")
    words = words_of(page_of(app))
    for said in (EMPATHISED["summary"], INVESTIGATED["found"], RESOLVED["offered"], "Lin, now"):
        assert str(said) in words
    later = words_of(page_of(app, done=("by_date",), done_on="26/11", done_by="Chen"))
    assert "Chen, by Thu 26 Nov 2026" in later
    assert "BR01-26-0001" in later


def test_the_customer_view_speaks_the_customers_language_whatever_the_screen_speaks(
    app: App,
) -> None:
    i18n.use("en")
    page = page_of(app, language=("zh_CN",))
    assert "您的受理编号" in [heading for heading, _words in page.parts]
    assert "您" in page.asked[0].words
    i18n.use("zh_CN")
    assert "Your number" in [heading for heading, _words in page_of(app).parts]


def test_before_anything_was_understood_there_is_nothing_to_promise(app: App) -> None:
    draft = a_draft(LISTENED, step=Step.LISTEN, reference="BR01-26-0001")
    page = customer_page(situate(draft, None, SurroundReader(app).of(draft)))
    assert [heading for heading, _words in page.parts] == ["You told us", "Your number"]
    assert page.asked == ()


def resolve(window: Shell) -> Hand:
    app = window.parts.app
    app.settings.change(handler="Lin", shop="City Store")
    told = app.complaints.record_finding(a_draft({**LISTENED, **EMPATHISED, **INVESTIGATED}))
    window.go("guide", told.id)
    view = window.stage.view()
    view.open_step(Step.RESOLVE)
    hand = Hand(window)
    hand.choose("4")
    return hand


def cover_of(window: Shell) -> CustomerCover | None:
    return window.findChild(CustomerCover, "customer_view")


def test_two_digits_rate_the_result_and_the_handling_and_f8_goes_back(
    app: App, shell: Shell
) -> None:
    hand = resolve(shell)
    before = hand.focused()
    hand.press(Qt.Key.Key_F8)
    cover = cover_of(shell)
    assert cover is not None
    assert cover.isVisible()
    assert cover.size() == shell.size()
    large = [label for label in cover.findChildren(QLabel) if label.font().pointSize() == LARGE]
    assert any("kettle" in label.text() for label in large)
    hand.type("4")
    hand.type("7")  # no such mark: it is asked on
    hand.type("5")
    assert "Thank you" in "\n".join(cover.texts())
    hand.type("1")  # nothing is asked any more
    hand.press(Qt.Key.Key_F8)
    assert not cover.isVisible()
    assert hand.focused() == before
    hand.press(Qt.Key.Key_F7)
    hand.press(Qt.Key.Key_F7)
    (line,) = app.today.read().opened
    saved = app.complaints.whole(line.reference).complaint
    assert (saved.rating_result, saved.rating_handling) == (4, 5)


def test_nothing_else_is_reached_from_the_customer_view(app: App, shell: Shell) -> None:
    hand = resolve(shell)
    hand.press(Qt.Key.Key_F8)
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_1, Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_Return):
        hand.press(key, control)
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F10, Qt.Key.Key_Tab):
        hand.press(key)
    assert shell.stage.current == "guide"
    assert hand.focused() == "customer_view"
    assert i18n.language() == "en"
    assert app.complaints.papers(app.today.read().opened[0].id) == []
    hand.press(Qt.Key.Key_Escape)
    assert shell.stage.current == "guide"


def test_the_read_back_is_agreed_to_by_the_customer_at_the_customer_view(shell: Shell) -> None:
    app = shell.parts.app
    told = app.complaints.receive(a_draft({**LISTENED, "summary": "The kettle leaks again."}))
    shell.go("guide", told.id)
    shell.stage.view().open_step(Step.EMPATHISE)
    hand = Hand(shell)
    hand.press(Qt.Key.Key_F8)
    hand.type("2")
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_F7)
    hand.press(Qt.Key.Key_F7)
    saved = app.complaints.get(told.id)
    assert saved is not None
    assert saved.agreed == "corrected"
