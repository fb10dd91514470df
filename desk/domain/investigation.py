"""What was checked, what it showed, and why it happened."""

from enum import StrEnum


class Checked(StrEnum):
    """What the handler looked at."""

    RECEIPT = "receipt"
    ITEM = "item"
    RECORDS = "records"
    COLLEAGUE = "colleague"
    RULE = "rule"
    OTHER = "other"


TANGIBLE = frozenset({Checked.RECEIPT, Checked.ITEM, Checked.RECORDS})
"""Sources that are seen, not heard."""


class Finding(StrEnum):
    """What the investigation showed."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    NOT_CONFIRMED = "not_confirmed"
    CANNOT_TELL = "cannot_tell"


class Cause(StrEnum):
    """The main cause."""

    PRODUCT = "product"
    SERVICE = "service"
    INFORMATION = "information"
    EXPECTATION = "expectation"
    RULE = "rule"
    THIRD_PARTY = "third_party"
    MIX_UP = "mix_up"
    UNKNOWN = "unknown"
