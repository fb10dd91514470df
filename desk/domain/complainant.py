"""The complainant as a person: how to reach them, and which records turned out to be the same."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.label import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Complainant:
    """One person. `phones` as typed; a phone may be several people's, and one has several.

    There is no field for remarks about a person.
    """

    id: str
    name: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    address: str = ""
    language: str = ""
    tier: str = ""
    heads: tuple[str, ...] = ()


class Detail(StrEnum):
    """What is stored of a person, each taken from one record or the other when two are merged."""

    NAME = "name"
    PHONES = "phones"
    EMAIL = "email"
    ADDRESS = "address"
    LANGUAGE = "language"
    TIER = "tier"


DETAILS: dict[Detail, str] = {
    Detail.NAME: N_("Name"),
    Detail.PHONES: N_("Phone"),
    Detail.EMAIL: N_("Email"),
    Detail.ADDRESS: N_("Address"),
    Detail.LANGUAGE: N_("Customer's language"),
    Detail.TIER: N_("Customer tier"),
}
"""The visible list of what is stored (features.md H1); there is nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two records found to be one person; both ids stay valid, and neither record is changed.

    `taken` names what is shown of the merged record instead of the kept one's (phones: besides
    them). `undone` takes the merge back at any later time.
    """

    id: str
    kept: str = ""
    merged: str = ""
    taken: tuple[Detail, ...] = ()
    undone: bool = False
    merged_at: datetime | None = None
    merged_by: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmasking:
    """Somebody looked at a person's whole phone numbers and addresses, which are masked else."""

    id: str
    person: str = ""
    shown_at: datetime | None = None
    shown_by: str = ""
    heads: tuple[str, ...] = ()
