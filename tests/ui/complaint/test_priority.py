"""A priority is told in words, with its rule for whoever asks."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.services.app import App
from desk.ui.complaints.columns import columns
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
    (column,) = (c for c in columns(app.complaints.now) if c.id == "priority")
    assert column.tooltip is not None
    assert column.tooltip(line).startswith("P3, ordinary: ")
    i18n.use("zh_CN")
    assert column.tooltip(line).startswith("P3，一般：")
