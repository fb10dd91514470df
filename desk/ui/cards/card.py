"""What every card is: a title, lines to do or to read, questions, and one thing it saves."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk.domain.answers import Raw
from desk.domain.questions import Question
from desk.i18n import _


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card: to be done (a READ-DO line, ticked by hand), or what was kept before."""

    id: str
    text: str
    done: bool = False
    by_hand: bool = False


class Card:
    """One card for one complaint, made when it is opened; reads what it shows when it is asked.

    `name` is the card's own, and its widget's; `complaint` the id of the complaint.
    """

    name = ""
    takes_files = False
    """Its button lets files be chosen, which are kept beside the window."""

    def __init__(self, complaint: str) -> None:
        self.complaint = complaint

    def title(self) -> str:
        """Name the card in the language of the screen."""
        raise NotImplementedError

    def note(self) -> str:
        """Say in a sentence what the card is for, or what is known already."""
        return ""

    def lines(self) -> tuple[CardLine, ...]:
        """Give the lines to do, or what was kept before, in order."""
        return ()

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Give what is asked, seeing what was answered so far."""
        del answers
        return ()

    def hint(self, name: str, answers: Mapping[str, Raw]) -> str:
        """Say what is to be said under a question, as of a day on which nobody is there."""
        del name, answers
        return ""

    def suggested(self) -> Mapping[str, Raw]:
        """Give answers to start from."""
        return {}

    def commit_label(self) -> str:
        """Say what the card's button does."""
        return _("Save")

    def tick(self, line: str, on: bool) -> Mapping[str, Raw] | None:
        """Take a line as done, or not. Raises DeskError.

        Gives answers to begin anew from; None leaves those that were typed.
        """
        del line, on
        return None

    def chosen(self) -> tuple[Path, ...]:
        """Give files that a tick has chosen to be kept, once."""
        return ()

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Save what was answered and give the news in words. Raises DeskError.

        AnswersMissing names the questions of this card that lack an answer.
        """
        raise NotImplementedError

    def stays_open(self) -> bool:
        """Tell whether the card stays in view after a commit, for another one."""
        return False
