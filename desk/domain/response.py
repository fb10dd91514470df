"""What is said sorry for, offered, answered and done, and how a complaint may end."""

from enum import StrEnum


class Apology(StrEnum):
    """What the handler said sorry for."""

    TROUBLE = "trouble"
    MISTAKE = "mistake"
    NOT_YET = "not_yet"


class Remedy(StrEnum):
    """What a customer wishes for and what is offered."""

    EXPLANATION = "explanation"
    APOLOGY = "apology"
    REPAIR = "repair"
    EXCHANGE = "exchange"
    REFUND = "refund"
    MONEY_OFF = "money_off"
    CHANGE = "change"
    NOT_SAID = "not_said"
    OTHER = "other"


MONEY = frozenset({Remedy.REFUND, Remedy.MONEY_OFF})
"""Remedies that need an amount."""


class Answer(StrEnum):
    """What the customer answered to the offer."""

    ACCEPTS = "accepts"
    ACCEPTS_PART = "accepts_part"
    DOES_NOT_ACCEPT = "does_not_accept"
    WANTS_TO_THINK = "wants_to_think"
    HAS_LEFT = "has_left"


class Done(StrEnum):
    """When the offer is carried out."""

    NOW = "now"
    BY_DATE = "by_date"


class Outcome(StrEnum):
    """How a closed complaint ended."""

    RESOLVED = "resolved"
    ROUTES_EXHAUSTED = "routes_exhausted"
    WITHDRAWN = "withdrawn"
    NO_CONTACT = "no_contact"


def is_accepted(answer: Answer | None) -> bool:
    """Tell whether the customer said yes, wholly or to a part."""
    return answer in {Answer.ACCEPTS, Answer.ACCEPTS_PART}


def may_close(answer: Answer | None, done: Done | None) -> bool:
    """Tell whether the counter may close: accepted and done. Refused stays open (ISO 10002 7.9)."""
    return is_accepted(answer) and done is Done.NOW
