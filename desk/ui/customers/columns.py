"""The columns of the list of customers and of one customer's complaints."""

from collections.abc import Callable
from datetime import datetime

from desk.domain.complaint_list import ComplaintSummary
from desk.domain.masking import masked_phone
from desk.domain.options import label
from desk.domain.past import Found
from desk.domain.text import shortened
from desk.i18n import N_, _
from desk.ui import moments
from desk.ui.table_model import Align, Column
from desk.ui.today.rows import words_for

NAME_LIMIT = 60
ABOUT_LIMIT = 120


def name_of(found: Found) -> str:
    """Name a line: the person's name, or the reference of a complaint that is nobody's."""
    if found.person is not None:
        return shortened(found.person.name, NAME_LIMIT) or _("no name given")
    if found.complaint is None:
        return ""
    name = shortened(found.complaint.name, NAME_LIMIT)
    return f"{found.complaint.reference}  {name}".strip()


FOUND: tuple[Column[Found], ...] = (
    Column(id="name", title=N_("Name"), text=name_of, width=13),
    Column(
        id="phone", title=N_("Phone"), text=lambda f: masked_phone(f.phone) if f.phone else "",
        width=13,
    ),
    Column(
        id="complaints", title=N_("Complaints"), text=lambda f: str(f.count), width=12,
        align=Align.END,
    ),
    Column(
        id="open", title=N_("Open"), text=lambda f: str(f.still_open), width=6, align=Align.END
    ),
)  # fmt: skip


def complaints(now: Callable[[], datetime]) -> tuple[Column[ComplaintSummary], ...]:
    """Give the columns of a customer's complaints; `now` is the branch's local time."""
    return (
        Column(id="reference", title=N_("Reference"), text=lambda c: c.reference, width=13),
        Column(
            id="came", title=N_("Came"), text=lambda c: moments.came(c.arrived_at, now()), width=11
        ),
        Column(id="category", title=N_("Category"), text=lambda c: words_for(c.category), width=11),
        Column(id="stage", title=N_("Stage"), text=lambda c: _(label(c.stage)), width=11),
        Column(
            id="about",
            title=N_("About"),
            text=lambda c: shortened(c.summary or c.story, ABOUT_LIMIT),
            width=6,
        ),
    )
