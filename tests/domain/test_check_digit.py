"""The check character behind a reference."""

from desk.domain.check_digit import check_character, with_check, without_check


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
