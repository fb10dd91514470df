"""What the coach says beside the form."""

import pytest
from PySide6.QtWidgets import QListWidget, QScrollArea
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.services.app import App
from desk.ui.guide.coach import LEAST_ROW
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.shell import Shell
from tests.make import LISTENED, WHOLE
from tests.ui.guide.conftest import Watched


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("answers", [{}, LISTENED, WHOLE])
def test_no_phrase_has_a_bare_gap_whatever_is_not_known_yet(
    guide: Watched, language: str, answers: dict[str, str | tuple[str, ...]]
) -> None:
    i18n.use(language)
    guide.presenter.enter()
    guide.answer(**{**answers, "story": "The kettle leaks."})
    for step in (1, 2, 3, 4):
        guide.presenter.go_to(step)
        for _id, words in guide.screen.phrases:
            assert "  " not in words, words
            assert "{" not in words, words
            assert not set(words.replace("……", "").split()) & {"…", "….", "…:", "…;"}, words


def test_a_gap_names_what_belongs_there(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED)
    guide.presenter.go_to(4)
    spoken = dict(guide.screen.phrases)
    assert spoken["R2"] == "I can [do what …] right now. Does that feel fair to you?"
    guide.answer(offer=("exchange",))
    assert "I can exchange it right now." in dict(guide.screen.phrases)["R2"]


def test_the_day_we_ask_again_is_the_day_of_checking_back(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**{**WHOLE, "done": ("by_date",), "done_on": "26/11", "done_by": "Lin"})
    guide.presenter.go_to(4)
    assert dict(guide.screen.phrases)["R5"].startswith("On Fri 27 Nov 2026 I'll ask you")


@pytest.mark.parametrize("size", [10, 14])
def test_every_phrase_is_high_enough_to_be_hit(
    app: App, shell: Shell, qtbot: QtBot, size: int
) -> None:
    del app
    shell.parts.look.choose(size=size)
    shell.new_complaint()
    guide = shell.stage.presenter("guide")
    assert isinstance(guide, GuidePresenter)
    guide.edit("story", "The kettle leaks at the base.")
    for step in (1, 2, 3, 4):
        guide.go_to(step)
        qtbot.wait(20)
        phrases = shell.findChild(QListWidget, "phrases")
        assert isinstance(phrases, QListWidget)
        heights = [phrases.visualItemRect(phrases.item(n)).height() for n in range(phrases.count())]
        assert min(heights) >= LEAST_ROW >= 28
        beside = shell.findChild(QScrollArea, "beside")
        assert isinstance(beside, QScrollArea)
        assert beside.horizontalScrollBar().maximum() == 0
