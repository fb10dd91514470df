"""Papers asked for in the guide: which one, what hinders it, and when it is in somebody's hand."""

import dataclasses

import pytest

from desk import i18n
from desk.domain.errors import SlotEmpty
from desk.domain.timeline import PaperKind
from desk.services.app import App
from desk.ui.guide.coaching import CheckScreen
from desk.ui.guide.fields import PAPER
from desk.ui.guide.papers import why_not
from tests.make import LISTENED, WHOLE
from tests.services.test_papers import FakePrinters, text_of
from tests.ui.guide.conftest import Watched


def in_hand(guide: Watched) -> CheckScreen:
    (check,) = (check for check in guide.screen.checks if check.id == "paper_in_hand")
    return check


@pytest.fixture
def printer(app: App, monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    printers = FakePrinters()
    monkeypatch.setattr(app.papers, "_printers", printers)
    return printers


@pytest.fixture
def no_printer(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakePrinters, "queues", lambda self: ())
    monkeypatch.setattr(app.papers, "_printers", FakePrinters())


def at_the_last_step(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**WHOLE)
    guide.presenter.go_to(4)


def test_a_paper_a_printer_took_is_in_the_customers_hand(
    guide: Watched, printer: FakePrinters
) -> None:
    at_the_last_step(guide)
    guide.presenter.print_paper()
    guide.work.drain()
    assert len(printer.taken) == 1
    assert (in_hand(guide).ticked, in_hand(guide).by_hand) == (True, False)


@pytest.mark.usefixtures("no_printer")
def test_a_paper_that_waits_for_a_printer_is_in_nobodys_hand_until_a_handler_says_so(
    app: App, guide: Watched
) -> None:
    at_the_last_step(guide)
    guide.presenter.print_paper()
    guide.work.drain()
    assert len(app.papers.waiting()) == 1
    assert (in_hand(guide).ticked, in_hand(guide).by_hand) == (False, True)
    guide.presenter.tick("paper_in_hand", True)
    assert in_hand(guide).ticked


@pytest.mark.usefixtures("no_printer")
def test_a_paper_made_before_and_never_printed_ticks_nothing_when_the_guide_is_opened_again(
    app: App, guide: Watched
) -> None:
    at_the_last_step(guide)
    guide.presenter.print_paper()
    guide.work.drain()
    guide.presenter.park()
    guide.presenter.enter(app.drafts.all()[0].id)
    assert not in_hand(guide).ticked


def test_the_button_names_the_paper_it_prints(guide: Watched) -> None:
    at_the_last_step(guide)
    assert guide.screen.print_label == "Print the receipt"
    guide.presenter.commit()
    guide.answer(**{PAPER: ("letter",)})
    assert guide.screen.print_label == "Print the reply"
    guide.presenter.go_to(2)
    assert guide.screen.print_label == "Print the slip"


def test_printing_on_the_last_page_prints_what_is_chosen_there_and_stays(
    app: App, guide: Watched, printer: FakePrinters
) -> None:
    at_the_last_step(guide)
    guide.presenter.commit()
    guide.answer(**{PAPER: ("letter",)})
    guide.presenter.print_paper()
    guide.work.drain()
    assert guide.screen.checking
    (paper,) = app.complaints.papers(app.drafts.all()[0].id)
    assert (paper.kind, paper.printer) == (PaperKind.LETTER, "DESK")


def test_the_paper_chosen_on_the_last_page_is_printed_from_the_step_before_it_too(
    guide: Watched,
) -> None:
    """A card opened from the last page, as for the reason a letter lacks, leads back there."""
    at_the_last_step(guide)
    guide.presenter.commit()
    guide.answer(**{PAPER: ("letter",)})
    guide.presenter.write_beside()
    assert not guide.screen.checking
    assert guide.screen.print_label == "Print the reply"


def test_a_paper_asked_for_too_early_names_the_step_to_finish_first(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED)
    guide.presenter.print_paper()
    guide.work.drain()
    assert guide.said[-1] == (
        "Finish step 1 first: the slip carries the day by which the customer hears from us."
    )
    guide.presenter.go_to(4)
    guide.presenter.print_paper()
    guide.work.drain()
    assert guide.said[-1] == "Finish step 4 first: the receipt carries “What we offer”."


def test_a_reply_that_lacks_its_finding_names_the_third_step_in_both_languages() -> None:
    assert why_not(SlotEmpty("finding"), PaperKind.LETTER) == (
        "Finish step 3 first: the reply carries “What did you find?”."
    )
    i18n.use("zh_CN")
    assert why_not(SlotEmpty("finding"), PaperKind.LETTER).startswith("请先完成第3步：答复函")


def test_a_day_that_desk_suggests_and_staff_see_is_on_the_paper(
    app: App, guide: Watched, printer: FakePrinters
) -> None:
    guide.presenter.enter()
    guide.answer(**{**WHOLE, "done": ("by_date",), "done_by": "Lin"})
    guide.presenter.go_to(4)
    guide.presenter.print_paper()
    guide.work.drain()
    assert "Sent to the printer" in guide.said[-1]
    ((_title, pdf),) = printer.taken
    assert "By Thu 26 Nov 2026" in text_of(pdf)
    kept = app.complaints.get(app.drafts.all()[0].id)
    assert kept is not None
    assert str(kept.done_on) == "2026-11-26"


def test_a_second_print_of_the_same_paper_says_that_it_is_a_copy(
    app: App, guide: Watched, printer: FakePrinters
) -> None:
    at_the_last_step(guide)
    for _press in range(2):
        guide.presenter.print_paper()
        guide.work.drain()
    first, second = (text_of(pdf) for _title, pdf in printer.taken)
    assert "Copy 2" not in first
    assert "Copy 2" in second
    assert {paper.copy for paper in app.complaints.papers(app.drafts.all()[0].id)} == {1, 2}


def test_a_rare_name_emoji_and_a_long_story_go_through_to_a_letter_of_several_pages(
    app: App, guide: Watched, printer: FakePrinters
) -> None:
    story = ("The kettle leaks at the base, 第二次漏水，底座湿了。😀 " * 240)[:9000]
    answers = {**WHOLE, "story": story, "summary": story[:160], "name": "𠮷䶮𬍛"}
    guide.presenter.enter()
    guide.answer(**answers)
    guide.presenter.go_to(4)
    guide.presenter.commit()
    guide.answer(**{PAPER: ("letter",)})
    guide.presenter.print_paper()
    guide.work.drain()
    ((_title, pdf),) = printer.taken
    assert "𠮷䶮𬍛" in text_of(pdf)
    assert "😀" in text_of(pdf)
    kept = app.complaints.get(app.drafts.all()[0].id)
    assert kept is not None
    untold = dataclasses.replace(kept, summary="")
    letter = app.papers.render(untold, PaperKind.LETTER)
    assert "Page 1 of 4" in text_of(letter)
