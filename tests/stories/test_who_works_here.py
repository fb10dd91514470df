"""Stories of who works here: the wrong one, one who only looks, one who leaves."""

from PySide6.QtCore import Qt

from desk.domain.complaint import Stage
from desk.domain.staff import Role
from tests.stories.counter import CONTROL, Counter
from tests.stories.words import (
    EMPATHISE,
    EMPATHISE_ZH,
    INVESTIGATE,
    INVESTIGATE_ZH,
    LISTEN,
    LISTEN_ZH,
    RESOLVE,
    RESOLVE_ZH,
)


def test_who_is_complained_about_hands_over_and_a_colleague_ends_it(guitai: Counter) -> None:
    guitai.works_here(陈主管=Role.SUPERVISOR, 林样本=Role.HANDLER, 马样本=Role.HANDLER)
    guitai.sits_down("林样本")
    guitai.customer_comes({**LISTEN_ZH, "category": ("manner",)})
    guitai.pages(EMPATHISE_ZH, {**INVESTIGATE_ZH, "person": "林样本"}, RESOLVE_ZH)
    guitai.end()
    assert guitai.complaint().is_open
    assert "涉及您本人" in guitai.news()
    guitai.card("handover", {"taker": (guitai.person("马样本").id,)})
    assert guitai.complaint().handler == "马样本"
    guitai.sits_down("马样本")
    guitai.read("BR01-26-0001")
    guitai.press(Qt.Key.Key_Return)
    guitai.page(RESOLVE_ZH)
    guitai.end()
    kept = guitai.complaint("BR01-26-0001")
    assert (kept.stage, kept.handler, kept.person) == (Stage.CLOSED, "马样本", "林样本")


def test_an_auditor_sees_everything_and_changes_nothing(counter: Counter) -> None:
    counter.works_here(Chen=Role.SUPERVISOR, Wu=Role.AUDITOR)
    counter.customer_comes(LISTEN)
    counter.pages(EMPATHISE)
    counter.sits_down("Wu")
    before = counter.whole("BR01-26-0001")
    counter.read("BR01-26-0001")
    assert str(LISTEN["story"]) in counter.screen()
    counter.press(Qt.Key.Key_F2)
    assert counter.window.stage.current == "complaint"
    refusals = []
    counter.press(Qt.Key.Key_Return)
    assert counter.window.stage.current == "complaint"
    refusals.append(counter.news())
    counter.press(Qt.Key.Key_N)
    counter.write("I was here.")
    counter.hand.commit()
    refusals.append(counter.news())
    counter.press(Qt.Key.Key_Escape)
    counter.card("fact")
    refusals.append(counter.news())
    counter.card("promise")
    refusals.append(counter.news())
    assert all("your role does not include the right to handle" in told for told in refusals)
    counter.press(Qt.Key.Key_5, CONTROL)
    assert counter.window.stage.current == "reports"
    assert counter.whole("BR01-26-0001") == before


def test_who_leaves_hands_every_open_complaint_over(counter: Counter) -> None:
    counter.works_here(Chen=Role.SUPERVISOR, Lin=Role.HANDLER, Ma=Role.HANDLER)
    counter.sits_down("Lin")
    counter.customer_comes(LISTEN)
    counter.pages(EMPATHISE)
    counter.sits_down("Chen")
    counter.press(Qt.Key.Key_8, CONTROL)
    counter.press(Qt.Key.Key_Down)
    assert "BR01-26-0001" in counter.screen()
    counter.tab_to("taker")
    counter.hand.type("2")
    counter.tab_to("hand_over")
    counter.press(Qt.Key.Key_Return)
    counter.tab_to("left")
    counter.press(Qt.Key.Key_Return)
    assert counter.complaint("BR01-26-0001").handler == "Ma"
    assert [person.name for person in counter.app.people.choices()] == ["Chen", "Ma"]
    counter.sits_down("Ma")
    counter.read("BR01-26-0001")
    counter.press(Qt.Key.Key_Return)
    counter.pages(INVESTIGATE, RESOLVE)
    counter.end()
    kept = counter.complaint("BR01-26-0001")
    assert (kept.stage, kept.handler) == (Stage.CLOSED, "Ma")
