"""The check character behind a reference."""

import pytest

from desk.domain.check_digit import (
    check_character,
    is_misread,
    not_found,
    with_check,
    without_check,
)
from desk.domain.errors import Misread


def test_the_standards_own_example_is_met() -> None:
    """The Global Release Identifier A1-2425G-ABC1234002-M uses the same system."""
    assert check_character("A12425GABC1234002") == "M"


def test_a_scanned_code_gives_its_reference_back() -> None:
    scanned = with_check("BR01-26-0118")
    assert scanned != "BR01-26-0118"
    assert without_check(scanned) == "BR01-26-0118"
    assert without_check(f" {scanned.lower()}\n") == "BR01-26-0118"


def test_every_single_misread_character_is_noticed() -> None:
    scanned = with_check("BR01-26-0118")
    for place, right in enumerate(scanned):
        for wrong in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            if right not in {"-", wrong}:
                assert without_check(scanned[:place] + wrong + scanned[place + 1 :]) is None


def test_a_reference_typed_by_hand_is_not_taken_for_a_scanned_code() -> None:
    assert without_check("BR01-26-0118") is None
    assert without_check("") is None


def test_a_code_with_a_wrong_check_character_is_misread_in_any_case() -> None:
    scanned = with_check("BR01-26-0118")
    assert not is_misread(scanned)
    assert is_misread("BR01-26-0119" + scanned[-2:])
    assert is_misread(f" br01-26-0119{scanned[-2:].lower()}\n")


@pytest.mark.parametrize(
    "asked", ["BR01-26-0118", "0118", "kettle", "", "A-B-C-D", "漏水-26-0118-E"]
)
def test_what_no_scanner_sends_is_never_called_misread(asked: str) -> None:
    assert not is_misread(asked)
    assert not isinstance(not_found(asked), Misread)
