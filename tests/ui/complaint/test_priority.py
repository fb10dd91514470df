"""A priority is told in words, with its rule for whoever asks."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.assessment import PRIORITY_TABLE
from desk.domain.priorities import PRIORITY_ROWS
from desk.services.app import App
from desk.ui.complaints.columns import columns
from desk.ui.help import HelpPresenter, HelpView
from tests.ui.complaint.test_view import opened
from tests.ui.saved import closed


def test_the_line_on_top_names_the_priority_and_tells_its_rule(app: App, qtbot: QtBot) -> None:
    complaint = closed(app)
    view = opened(app, qtbot, complaint)
    (line,) = (label for label in view.findChildren(QLabel) if "P3, ordinary" in label.text())
    rule = "P3, ordinary: everything else. First reply within 3 working days."
    assert line.toolTip() == rule
    assert line.accessibleDescription() == rule


def test_the_list_tells_the_rule_on_hover_in_both_languages(app: App) -> None:
    (line,) = app.complaints.find(closed(app).reference, limit=1)
    (column,) = (c for c in columns(app.complaints.now, app.settings.current) if c.id == "priority")
    assert column.tooltip is not None
    assert column.tooltip(line).startswith("P3, ordinary: ")
    i18n.use("zh_CN")
    assert column.tooltip(line).startswith("P3，一般：")


def test_the_printed_table_on_f1_tells_the_times_of_the_settings(app: App, qtbot: QtBot) -> None:
    """A1."""
    app.settings.change(urgent_hours=12, first_word_days=1)
    view = HelpView(HelpPresenter(app))
    qtbot.addWidget(view)
    table = view.findChild(QLabel, "priority_table")
    assert table is not None
    assert table.text().splitlines()[1:] == [
        (
            "P1, urgent: somebody is or may be at risk, or it is critical. "
            "First reply within 12 hours."
        ),
        "P2, pressing: serious, many affected, or open before. First reply within 1 working day.",
        "P3, ordinary: everything else. First reply within 1 working day.",
    ]


def test_a_row_of_words_stands_for_each_row_of_the_table_that_gives_priorities() -> None:
    """A1."""
    assert list(PRIORITY_ROWS) == [row.priority for row in PRIORITY_TABLE]
