"""What each role may do: one table, which services, command line, screens and tests all read."""

from enum import StrEnum
from typing import TYPE_CHECKING

from desk.domain.label import N_
from desk.domain.staff import Role

if TYPE_CHECKING:
    from desk.domain.complaint import Complaint


class Right(StrEnum):
    """Something that not everybody may do."""

    READ_ALL = "read_all"
    TAKE_IN = "take_in"
    HANDLE = "handle"
    REOPEN = "reopen"
    MERGE_CUSTOMERS = "merge_customers"
    HAND_OVER = "hand_over"
    CLOSE_SAFETY = "close_safety"
    APPROVE_OVER_LIMIT = "approve_over_limit"
    SEE_REPORTS = "see_reports"
    EXPORT_WEEK = "export_week"
    CHANGE_SETTINGS = "change_settings"
    CHANGE_GUIDE = "change_guide"
    MANAGE_STAFF = "manage_staff"
    MANAGE_HEAD_OFFICE = "manage_head_office"
    TAKE_REGISTER = "take_register"
    ERASE = "erase"
    MEND = "mend"
    BACKUP = "backup"


LABELS: dict[Right, str] = {
    Right.READ_ALL: N_("find and read complaints"),
    Right.TAKE_IN: N_("take a complaint in"),
    Right.HANDLE: N_("handle complaints and print papers"),
    Right.REOPEN: N_("reopen a complaint"),
    Right.MERGE_CUSTOMERS: N_("merge two customers"),
    Right.HAND_OVER: N_("hand over a colleague's complaints"),
    Right.CLOSE_SAFETY: N_("close a complaint about safety"),
    Right.APPROVE_OVER_LIMIT: N_("approve an offer over a limit"),
    Right.SEE_REPORTS: N_("see the reports"),
    Right.EXPORT_WEEK: N_("write the workbook of a week"),
    Right.CHANGE_SETTINGS: N_("change the settings"),
    Right.CHANGE_GUIDE: N_("change the guide and its lists"),
    Right.MANAGE_STAFF: N_("enter people and set their PINs"),
    Right.MANAGE_HEAD_OFFICE: N_("enter people of head office"),
    Right.TAKE_REGISTER: N_("bring a register in"),
    Right.ERASE: N_("erase a customer's details"),
    Right.MEND: N_("make the search index anew"),
    Right.BACKUP: N_("write a copy of the database"),
}

_COUNTER = frozenset({
    Right.READ_ALL, Right.TAKE_IN, Right.HANDLE, Right.REOPEN, Right.MERGE_CUSTOMERS,
})  # fmt: skip
_LOOKS = frozenset({Right.READ_ALL, Right.SEE_REPORTS, Right.EXPORT_WEEK})

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.HANDLER: _COUNTER,
    Role.SUPERVISOR: frozenset(Right) - {Right.MANAGE_HEAD_OFFICE},
    Role.HEAD_OFFICE: frozenset(Right),
    Role.AUDITOR: _LOOKS,
}
"""The table. An auditor reads all and changes nothing (features.md U1)."""


def may(role: Role, right: Right) -> bool:
    """Tell whether a role has a right."""
    return right in RIGHTS[role]


def needed_to_manage(*roles: Role) -> Right:
    """Give the right without which nobody enters or changes a person of any of these roles."""
    return Right.MANAGE_HEAD_OFFICE if Role.HEAD_OFFICE in roles else Right.MANAGE_STAFF


def may_handle(staff_id: str, complaint: "Complaint") -> bool:
    """Tell whether somebody may handle and close: not who is complained about (features.md V2).

    `staff_id` is empty where no staff were entered; then nobody can be told apart.
    """
    return not staff_id or complaint.person_staff != staff_id
