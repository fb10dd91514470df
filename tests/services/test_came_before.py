"""Path 6: who came before is linked by one key, told in counts, and taken back by the same key."""

from desk.domain.complaint_choices import Known, Stage
from desk.domain.linked import Why
from desk.services.app import App
from desk.ui.cards.card import Card
from desk.ui.cards.registry import entry
from tests.services.test_customers import written


def card_of(app: App, complaint: str) -> Card:
    return entry("came_before").make(app, complaint)


def test_who_comes_again_is_one_person_by_one_key_and_their_counts_are_told(app: App) -> None:
    """H1, ux 8 path 6: neutral, never by itself."""
    first = written(app, 1, phone="555-0117", name="Sam Example", stage=Stage.CLOSED)
    again = written(app, 2, phone="555-0117", product="kettle")
    card = card_of(app, again.id)
    assert card.note().startswith("Earlier visits: 1.")
    assert app.complaints.get(again.id) == again
    card.tick(first.id, True)
    assert [link.why for link in app.side_paths.links(again.id)] == [Why.SAME_PERSON]
    kept = app.complaints.get(again.id)
    assert kept is not None
    assert app.customers.past(kept.complainant).person.name == "Sam Example"
    assert card.note().startswith("2 complaints, ")
    assert card.lines()[0].done
    card.tick(first.id, False)
    kept = app.complaints.get(again.id)
    assert kept is not None
    assert (kept.complainant, app.side_paths.links(again.id)) == ("", [])


def test_the_same_product_alone_is_the_same_problem_and_nobodys_person(app: App) -> None:
    first = written(app, 1, phone="555-0117", product="kettle")
    other = written(app, 2, phone="555-0118", product="kettle")
    card = card_of(app, other.id)
    card.tick(first.id, True)
    assert [link.why for link in app.side_paths.links(other.id)] == [Why.SAME_PROBLEM]
    assert app.complaints.get(first.id) == first
    assert app.complaints.get(other.id) == other


def test_who_does_not_want_details_kept_is_linked_without_a_customer_record(app: App) -> None:
    first = written(app, 1, phone="555-0117", consent=Known.NO)
    again = written(app, 2, phone="555-0117")
    card = card_of(app, again.id)
    card.tick(first.id, True)
    assert [link.why for link in app.side_paths.links(again.id)] == [Why.SAME_PERSON]
    assert all(found.person is None for found in app.customers.find("0117"))


def test_a_stranger_has_no_earlier_visits(app: App) -> None:
    complaint = written(app, 1, phone="555-0117")
    card = card_of(app, complaint.id)
    assert card.lines() == ()
    assert card.note() == "Nothing earlier looks alike by phone, name or product."
