"""Finding, showing, merging and taking apart customers, without a display."""

from typing import TYPE_CHECKING

import pytest

from desk.domain.complainant import Detail, Unmasking
from desk.domain.errors import DeskError, Refused
from desk.services.app import App
from desk.ui.customers.presenter import CustomersPresenter
from desk.ui.customers.screen import Mode
from desk.ui.refresh import Refresh
from tests.services.test_customer_links import someone
from tests.services.test_customers import written

if TYPE_CHECKING:
    from desk.domain.past import Past
    from desk.ui.parts import Said

pytestmark = pytest.mark.usefixtures("qapp")  # its timer needs an event loop, not a display

PHONE = "138 0013 4821"


class Shown:
    """A presenter in view, and what it told."""

    def __init__(self, app: App, words: str = "") -> None:
        self.presenter = CustomersPresenter(app, Refresh())
        self.said: list[Said] = []
        self.failed: list[DeskError] = []
        self.asked: list[tuple[str, str]] = []
        self.presenter.said.connect(self.said.append)
        self.presenter.failed.connect(self.failed.append)
        self.presenter.asked.connect(lambda *where: self.asked.append(where))
        self.presenter.enter()
        if words:
            self.find(words)

    def mode(self) -> Mode:
        return self.presenter.screen.mode

    def find(self, words: str) -> None:
        self.presenter.type_words(words)
        self.presenter.reload()

    def stored(self) -> dict[str, str]:
        assert self.presenter.screen.sheet is not None
        return dict(self.presenter.screen.sheet.lines)

    def title(self) -> str:
        assert self.presenter.screen.sheet is not None
        return self.presenter.screen.sheet.title


def two(app: App) -> tuple["Past", "Past"]:
    kept = someone(app, 1, name="Wei Lin", phone=PHONE, email="w@example.org")
    return kept, someone(app, 2, name="W. Lin", phone="139 0000 4821", email="l@example.org")


def test_an_empty_screen_says_what_to_type(app: App) -> None:
    shown = Shown(app)
    assert shown.presenter.screen.empty == "Type the last four digits or a name."
    shown.find("nobody")
    assert shown.presenter.screen.empty == "Nobody found."


def test_everything_that_is_stored_is_listed_and_nothing_else(app: App) -> None:
    """H1: a visible list of what is stored."""
    someone(app, 1, name="Wei Lin", phone=PHONE, email="wei@example.org", address="12 Example Road")
    assert Shown(app, "4821").stored() == {
        "Name": "Wei Lin",
        "Phone": "•••• 4821",
        "Email": "w••••@example.org",
        "Address": "12 Exa••••",
        "Customer's language": "not stored",
        "Customer tier": "not stored",
    }


def test_a_number_in_full_is_a_key_that_is_written_down_and_masked_again_on_leaving(
    app: App,
) -> None:
    """U7, ux 3.6."""
    someone(app, 1, phone=PHONE)
    shown = Shown(app, "4821")
    shown.presenter.show_contact()
    assert shown.stored()["Phone"] == PHONE
    with app.database.reading() as tx:
        assert len(tx.records(Unmasking).all()) == 1
    shown.presenter.leave()
    shown.presenter.enter()
    assert shown.stored()["Phone"] == "•••• 4821"
    shown.presenter.show_contact()
    shown.presenter.show_contact()
    assert shown.stored()["Phone"] == "•••• 4821"


def test_nobody_elses_number_is_shown_by_moving_on(app: App) -> None:
    kept, other = two(app)
    shown = Shown(app, "4821")
    shown.presenter.show_contact()
    for past in (other, kept, other):
        shown.presenter.stand_on(past.person.id)
    assert shown.stored()["Phone"] == "•••• 4821"


def test_counts_are_said_in_neutral_words(app: App) -> None:
    """H4."""
    past = someone(app, 1, product="kettle")
    for number in (2, 3):
        app.customers.link(written(app, number, product="kettle").id, past.person.id)
    sheet = Shown(app, "sam").presenter.screen.sheet
    assert sheet is not None
    assert sheet.counts == ("3 complaints, 3 open", "kettle: 3 times")


def test_two_are_merged_field_by_field_and_taken_apart_again(app: App) -> None:
    """H2."""
    kept, other = two(app)
    shown = Shown(app, "4821")
    presenter = shown.presenter
    presenter.stand_on(kept.person.id)
    presenter.begin_merge()
    assert shown.mode() is Mode.CHOOSE
    presenter.open(kept.person.id)
    assert shown.mode() is Mode.CHOOSE, "nobody is merged with themselves"
    presenter.open(other.person.id)
    assert shown.mode() is Mode.COMPARE
    proposed = {choice.name: choice.proposed for choice in presenter.screen.choices}
    assert proposed == {"name": "kept", "phones": "other", "email": "kept"}
    presenter.merge({**proposed, "email": "other"})
    assert shown.mode() is Mode.READ
    assert shown.title() == "Wei Lin"
    person = app.customers.person(other.person.id)
    assert (person.id, person.email, len(person.phones)) == (kept.person.id, "l@example.org", 2)
    presenter.begin_unmerge()
    assert app.customers.person(other.person.id).id == other.person.id
    assert [said.words for said in shown.said[1:]] == [
        "Merged into one customer.", "Two customers again.",
    ]  # fmt: skip


def test_a_merge_and_its_taking_back_are_each_undone_by_the_news(app: App) -> None:
    kept, other = two(app)
    app.customers.merge(kept.person.id, other.person.id)
    shown = Shown(app, "4821")
    shown.presenter.begin_unmerge()
    undo = shown.said[-1].press
    assert undo is not None
    undo()
    assert app.customers.person(other.person.id).id == kept.person.id


def test_of_several_merges_one_is_chosen_to_be_taken_back(app: App) -> None:
    kept, other = two(app)
    third = someone(app, 3, name="Third Example")
    app.customers.merge(kept.person.id, other.person.id)
    merge = app.customers.merge(kept.person.id, third.person.id)
    shown = Shown(app, "4821")
    shown.presenter.begin_unmerge()
    assert shown.presenter.screen.mode is Mode.UNMERGE
    (asked,) = shown.presenter.screen.choices
    assert sorted(words.split(",")[0] for _, words in asked.options) == ["Third Example", "W. Lin"]
    shown.presenter.unmerge(merge.id)
    assert app.customers.person(third.person.id).id == third.person.id
    assert app.customers.person(other.person.id).id == kept.person.id


def test_what_is_stored_is_changed_and_several_numbers_are_kept(app: App) -> None:
    """H3."""
    someone(app, 1, phone=PHONE)
    shown = Shown(app, "4821")
    shown.presenter.begin_change()
    texts = dict(shown.presenter.screen.texts)
    assert texts[Detail.PHONES] == PHONE
    texts |= {Detail.NAME: "Wei Lin", Detail.PHONES: f"{PHONE}； 555-0117 ;"}
    shown.presenter.save_change(texts)
    assert shown.presenter.screen.mode is Mode.READ
    person = app.customers.find("0117")[0].person
    assert person is not None
    assert (person.name, person.phones) == ("Wei Lin", (PHONE, "555-0117"))


def test_a_complaint_of_nobody_is_opened_or_made_somebodys_by_one_key(app: App) -> None:
    written(app, 1, phone=PHONE, name="Sam Example")
    shown = Shown(app, "4821")
    line = shown.presenter.screen.at
    assert not shown.presenter.open(line)
    assert shown.asked == [("complaint", "BR01-26-0001")]
    shown.presenter.keep_customer()
    assert app.customers.find("4821")[0].person is not None
    assert shown.title() == "Sam Example"


def test_what_is_refused_is_said(app: App) -> None:
    from desk.domain.complaint import Known

    written(app, 1, phone=PHONE, consent=Known.NO)
    shown = Shown(app, "4821")
    shown.presenter.keep_customer()
    assert [type(error) for error in shown.failed] == [Refused]


@pytest.mark.parametrize("mode", [Mode.CHANGE, Mode.CHOOSE])
def test_back_leaves_what_is_asked_before_the_words_and_the_screen(app: App, mode: Mode) -> None:
    someone(app, 1, phone=PHONE)
    shown = Shown(app, "4821")
    begin = {Mode.CHANGE: shown.presenter.begin_change, Mode.CHOOSE: shown.presenter.begin_merge}
    begin[mode]()
    assert shown.presenter.screen.mode is mode
    assert [shown.presenter.step_back() for _ in range(3)] == [True, True, False]
    assert shown.presenter.screen.sheet is None, "nobody stays on a screen that looks for nobody"
