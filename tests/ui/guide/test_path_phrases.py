"""What to say on a side path stands with the phrases while the answers open it."""

import pytest

from desk.domain.guide import Step
from desk.services.app import App
from tests.make import LISTENED, a_draft
from tests.ui.guide.conftest import Watched


@pytest.mark.parametrize(
    ("answers", "phrase"),
    [
        ({"safety": ("not_sure",)}, "S1"),
        ({"pace": ("5",)}, "A1"),
        ({"pace": ("5",)}, "A2"),
        ({"answer": ("does_not_accept",)}, "X1"),
        ({"answer": ("has_left",)}, "G1"),
    ],
)
def test_the_phrase_of_a_path_is_said_while_its_answer_opens_it(
    app: App, guide: Watched, answers: dict[str, tuple[str, ...]], phrase: str
) -> None:
    """ux §7."""
    saved = app.complaints.receive(a_draft(LISTENED))
    guide.presenter.enter(saved.id)
    guide.presenter.go_to(Step.RESOLVE)
    assert phrase not in [name for name, _words in guide.screen.phrases]
    guide.answer(**answers)
    assert phrase in [name for name, _words in guide.screen.phrases]
