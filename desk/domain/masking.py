"""Contact details as a screen may show them that others can see (ux.md 3.6)."""

from desk.domain.text import digits

SHOWN_DIGITS = 4
SHOWN_LETTERS = 6
HIDDEN = "••••"


def masked_phone(phone: str) -> str:
    """Show the last four digits of a number, and of one no longer than that nothing."""
    number = digits(phone)
    return f"{HIDDEN} {number[-SHOWN_DIGITS:]}" if len(number) > SHOWN_DIGITS else HIDDEN


def masked_email(email: str) -> str:
    """Show the first letter of an address and where it is: ``s••••@example.org``."""
    name, at, place = email.rpartition("@")
    return f"{name[:1]}{HIDDEN}{at}{place}" if at else HIDDEN


def masked_address(address: str) -> str:
    """Show the beginning of an address: its town, mostly."""
    line = " ".join(address.split())
    return f"{line[:SHOWN_LETTERS]}{HIDDEN}" if len(line) > SHOWN_LETTERS else HIDDEN
