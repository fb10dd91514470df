"""The register sheet: one row a complaint. A new column is one line in COLUMNS."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, tzinfo
from enum import Enum
from operator import attrgetter
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from desk.documents.cell_text import FORMULA_STARTS, CellText, as_xml
from desk.documents.own_columns import own_columns
from desk.documents.pour import Poured, Styles
from desk.documents.register_column import Column, Form
from desk.documents.sheet import COUNT, DAY, LINE_HEIGHT, MOMENT, Sheet, Words, money_format
from desk.domain.complaint import Kind
from desk.domain.deadline import first_word
from desk.domain.expectation import Gap, days_late, gap
from desk.domain.label import LANGUAGES, N_
from desk.domain.options import label
from desk.domain.register_row import RegisterRow
from desk.domain.report import ClockState, clock_state
from desk.domain.week import WeekReport

ROWS_PER_SHEET = 1_048_575
"""All an Excel sheet has, without the row of titles."""
ROW_HEIGHT = 34  # points: two lines, so that a story does not stretch its row over pages

CLOCK_STATES = {
    ClockState.IN_TIME: N_("In time"),
    ClockState.LATE: N_("Late"),
    ClockState.WAITING: N_("Not due yet"),
}


_TO_THE_LEFT = {
    Form.NUMBER,
    Form.FIGURE,
    Form.DAY,
    Form.MOMENT,
}  # beside texts; money is read in columns


def _of(field: str) -> Callable[[RegisterRow, datetime], Any]:
    get = attrgetter(field)
    return lambda row, cut: get(row)


def _first_word(row: RegisterRow, cut: datetime) -> ClockState | None:
    return clock_state(first_word(row), row.first_word_due_at, cut, waits=row.paused_at is not None)


def _final(row: RegisterRow, cut: datetime) -> ClockState | None:
    return clock_state(row.closed_at, row.final_due_at, cut, waits=row.paused_at is not None)


def _gap(row: RegisterRow, cut: datetime) -> Gap | None:
    del cut
    return gap(row.wish, row.offer, row.answer) if row.closed_at is not None else None


def _days_late(row: RegisterRow, cut: datetime) -> int | None:
    del cut
    return days_late(row.closed_at, row.final_due_at)


COLUMNS: tuple[Column, ...] = (
    Column(N_("Reference"), 15, Form.TEXT, _of("reference"), printed=True),
    Column(N_("Arrived"), 16, Form.MOMENT, _of("arrived_at"), printed=True),
    Column(N_("Kind"), 11, Form.LABEL, lambda row, cut: row.kind or Kind.COMPLAINT, printed=True),
    Column(N_("About"), 16, Form.LABEL, _of("category"), printed=True),
    Column(N_("In short"), 40, Form.TEXT, _of("summary"), printed=True),
    Column(N_("Priority"), 9, Form.NUMBER, _of("priority"), printed=True),
    Column(N_("Stage"), 14, Form.LABEL, _of("stage"), printed=True),
    Column(N_("First reply"), 12, Form.LABEL, _first_word, printed=True),
    Column(N_("Final answer due"), 16, Form.MOMENT, _of("final_due_at"), printed=True),
    Column(N_("Final answer"), 12, Form.LABEL, _final, printed=True),
    Column(N_("What we offer"), 22, Form.LABEL, _of("offer"), printed=True),
    Column(N_("Customer's answer"), 16, Form.LABEL, _of("answer"), printed=True),
    Column(N_("Amount"), 14, Form.MONEY, _of("amount")),
    Column(N_("First reply due"), 16, Form.MOMENT, _of("first_word_due_at")),
    Column(N_("First reply given"), 16, Form.MOMENT, lambda row, cut: first_word(row)),
    Column(N_("Acknowledged"), 16, Form.MOMENT, _of("acknowledged_at")),
    Column(N_("Responded"), 16, Form.MOMENT, _of("responded_at")),
    Column(N_("Closed"), 16, Form.MOMENT, _of("closed_at")),
    Column(N_("Outcome"), 14, Form.LABEL, _of("outcome")),
    Column(N_("How did it reach us?"), 15, Form.LABEL, _of("received_via")),
    Column(N_("What happened, in the customer's words"), 60, Form.TEXT, _of("story")),
    Column(N_("About what else?"), 20, Form.TEXT, _of("category_other")),
    Column(N_("Is anyone hurt or at risk?"), 11, Form.LABEL, _of("safety")),
    Column(N_("What would put it right?"), 22, Form.LABEL, _of("wish")),
    Column(N_("Product or service"), 24, Form.TEXT, _of("product")),
    Column(N_("What did you find?"), 15, Form.LABEL, _of("finding")),
    Column(N_("Main cause"), 18, Form.LABEL, _of("cause")),
    Column(N_("How serious?"), 11, Form.LABEL, _of("severity")),
    Column(N_("What we found, in words the customer can read"), 40, Form.TEXT, _of("found")),
    Column(N_("The offer in words"), 40, Form.TEXT, _of("offered")),
    Column(N_("When is it done?"), 12, Form.LABEL, _of("done")),
    Column(N_("Done by which day?"), 12, Form.DAY, _of("done_on")),
    Column(N_("Their rating of the result"), 11, Form.NUMBER, _of("rating_result")),
    Column(N_("Their rating of the handling"), 11, Form.NUMBER, _of("rating_handling")),
    Column(N_("Wished for and given"), 14, Form.LABEL, _gap),
    Column(N_("Days late (early: below 0)"), 10, Form.NUMBER, _days_late),
    Column(N_("Once or again?"), 11, Form.LABEL, _of("repeat")),
    Column(N_("Lesson for us (inside only)"), 30, Form.TEXT, _of("lesson")),
    Column(N_("Their language"), 11, Form.LABEL, _of("language")),
    Column(N_("Handler"), 16, Form.TEXT, _of("handler"), only_with_names=True),
    Column(N_("Name"), 16, Form.TEXT, _of("name"), only_with_names=True),
    Column(N_("Phone"), 16, Form.TEXT, _of("phone"), only_with_names=True),
    Column(N_("Email"), 24, Form.TEXT, _of("email"), only_with_names=True),
    Column(N_("Address"), 30, Form.TEXT, _of("address"), only_with_names=True),
)


def columns(report: WeekReport, language: str) -> tuple[Column, ...]:
    """Give the columns of a register: desk's own, the kind of category, the own fields."""
    known = tuple(c for c in COLUMNS if report.names or not c.only_with_names)
    kind = Column(
        N_("More exactly"), 18, Form.TEXT,
        lambda row, cut: report.kinds.get(row.subcategory, row.subcategory),
    )  # fmt: skip
    return (*known, kind, *own_columns(report.own, language))


def number_format(form: Form, currency: str) -> str:
    """Give the number format of a column's values."""
    match form:
        case Form.MOMENT:
            return MOMENT
        case Form.DAY:
            return DAY
        case Form.MONEY:
            return money_format(currency)
        case Form.NUMBER:
            return COUNT
        case Form.FIGURE:
            return "General"
        case Form.TEXT | Form.LABEL:
            return "@" if form is Form.TEXT else "General"


def frame(
    workbook: Workbook, report: WeekReport, words: Words, text: CellText, heading: str, rows: int
) -> Sheet:
    """Make a register sheet for a number of rows, with titles and two rows of patterns.

    Row 2 shows each column's style, row 3 that of a text which looks like a formula.
    """
    shown = columns(report, words.code)
    sheet = Sheet(workbook, words.gettext("Register"), text)
    sheet.widths(*(column.width for column in shown))
    sheet.head(1, [words.gettext(column.title) for column in shown])
    sheet.page.row_dimensions[1].height = 3 * LINE_HEIGHT
    for n, column in enumerate(shown, 1):
        form = number_format(column.form, report.currency)
        for row in (2, 3):
            to: Literal["left", "right", ""] = "left" if column.form in _TO_THE_LEFT else ""
            cell = sheet.put(row, n, None, form=form, to=to)
            cell.quotePrefix = row == 3
    last = get_column_letter(len(shown))
    last_printed = get_column_letter(sum(column.printed for column in shown))
    sheet.page.freeze_panes = "B2"
    sheet.page.auto_filter.ref = f"A1:{last}{rows + 1}"
    sheet.page.print_area = f"A1:{last_printed}{rows + 1}"
    sheet.printed(words, heading, titles="1:1", one_page=False)
    return sheet


def poured(
    rows: Iterable[RegisterRow], count: int, report: WeekReport, words: Words, text: CellText
) -> Poured:
    """Give the rows of one register sheet, to be poured into its frame."""

    def written(plain: Styles, quoted: Styles) -> Iterator[str]:
        writers = []
        for n, column in enumerate(columns(report, words.code), 1):
            at = get_column_letter(n)
            styles = (plain[at], quoted[at])
            writers.append(
                (column.value, _writer(column.form, at, styles, report.zone, words, text))
            )
        cut = report.span.cut
        for n, row in enumerate(rows, 2):
            cells = [
                write(said, n) for value, write in writers if (said := value(row, cut)) or said == 0
            ]
            yield (f'<row r="{n}" ht="{ROW_HEIGHT}" customHeight="1">{"".join(cells)}</row>')

    return Poured(written, count + 1)


def _writer(
    form: Form, at: str, styles: tuple[str, str], zone: tzinfo, words: Words, text: CellText
) -> Callable[[Any, int], str]:
    """Give what writes one column's cells as XML; it is never asked to write nothing."""
    start, plain, quoted = f'<c r="{at}', f'" s="{styles[0]}"', f'" s="{styles[1]}"'
    opened, closed = ' t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>"
    fit = text.fit
    match form:
        case Form.TEXT:

            def write_text(said: str, n: int) -> str:
                fitting = fit(said)
                style = quoted if fitting.startswith(FORMULA_STARTS) else plain
                return f"{start}{n}{style}{opened}{as_xml(fitting)}{closed}"

            return write_text
        case Form.LABEL:
            known: dict[Any, str] = {}

            def write_label(said: Any, n: int) -> str:  # noqa: ANN401 - any answer
                if said not in known:
                    known[said] = f"{plain}{opened}{as_xml(fit(shown(said, words)))}{closed}"
                return f"{start}{n}{known[said]}"

            return write_label
        case Form.MONEY:
            return lambda minor, n: f"{start}{n}{plain}><v>{minor / 100:.2f}</v></c>"
        case Form.NUMBER | Form.FIGURE:
            return lambda number, n: f"{start}{n}{plain}><v>{number}</v></c>"
        case Form.DAY:
            return lambda day, n: f"{start}{n}{plain}><v>{serial(day)}</v></c>"
        case Form.MOMENT:
            return lambda moment, n: (
                f"{start}{n}{plain}><v>{serial_moment(moment.astimezone(zone))}</v></c>"
            )


def shown(said: Any, words: Words) -> str:  # noqa: ANN401 - any answer
    """Give the words for an answer: a member, several, a clock's state, or a language."""
    match said:
        case ClockState():
            return words.gettext(CLOCK_STATES[said])
        case tuple():
            return words.gettext(", ").join(shown(one, words) for one in said)
        case Enum():
            return words.gettext(label(said))
        case _:
            return LANGUAGES.get(said, str(said))


def serial(day: date) -> int:
    """Give a day as spreadsheets count it: days since 30 December 1899 (ECMA-376, 18.17.4.1)."""
    return day.toordinal() - 693_594


def serial_moment(local: datetime) -> str:
    """Give a local moment as spreadsheets count it, to the second."""
    seconds = local.hour * 3600 + local.minute * 60 + local.second
    return f"{serial(local) + seconds / 86_400:.9f}"
