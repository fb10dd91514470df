"""Outside routes: written as a list, printed as lines, and free text of old stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.route import Route, printed, read_routes, write_routes
from desk.domain.text import storable


def test_a_route_has_name_phone_address_and_level() -> None:
    """E2: from settings only."""
    said = "Consumer association | 555-0112 | 1 Example Street | mediation\n消协 | 555-0113"
    assert read_routes(said) == (
        Route(
            name="Consumer association",
            phone="555-0112",
            address="1 Example Street",
            level="mediation",
        ),
        Route(name="消协", phone="555-0113"),
    )


def test_papers_show_a_route_in_a_row_and_not_its_level() -> None:
    assert printed("Association | 555-0112 | 1 Example Street | mediation\n\n消协 | | 路") == (
        "Association  555-0112  1 Example Street\n消协  路"
    )


def test_routes_that_were_written_freely_are_printed_as_they_were() -> None:
    free = "Consumer association: 555-0112\nCourt, after 60 days"
    assert printed(free) == free


def test_where_nothing_is_written_nothing_is_printed() -> None:
    assert printed("") == printed(" | \n||") == ""


_PART = st.text(max_size=30).map(lambda t: " ".join(storable(t).replace("|", "/").split()))


@given(st.lists(st.builds(Route, name=_PART.filter(bool), phone=_PART, address=_PART, level=_PART)))
def test_what_is_written_is_read_again(routes: list[Route]) -> None:
    assert read_routes(write_routes(tuple(routes))) == tuple(routes)


@pytest.mark.parametrize("text", ["=cmd()", "<para>", "a\nb"])
def test_a_part_stays_data(text: str) -> None:
    (route,) = read_routes(write_routes((Route(name=text),)))
    assert route.name == " ".join(text.split())
