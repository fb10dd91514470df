"""The style sheet of a look: edge, radius, focus ring, height and tags; colours come by token."""

from string import Template

from desk.config import resources
from desk.ui.tokens import DARK, Tokens

_RULES = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
    background: $surface; border: 1px solid $edge; border-radius: 4px; padding: 3px 7px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox { min-height: 24px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 2px 6px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $window; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] {
    border: 2px solid $danger; padding: 2px 6px;
}
QLineEdit[problem="true"]:focus, QPlainTextEdit[problem="true"]:focus { border-color: $focus; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid $edge; outline: none; }

QPushButton {
    background: $surface; border: 1px solid $edge; border-radius: 4px;
    padding: 3px 11px; min-height: 24px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $chosen; }
QPushButton:focus { border: 2px solid $focus; padding: 2px 10px; }
QPushButton:disabled { color: $placeholder; background: $window; border-color: $line; }
QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 700;
}
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed { border-color: $text; }
QPushButton[primary="true"]:focus { border: 2px solid $ring_on_accent; padding: 2px 10px; }
QPushButton[quiet="true"] { background: transparent; border-color: transparent; }
QPushButton[quiet="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:focus { border-color: $focus; }
QPushButton[link="true"] {
    background: transparent; border-color: transparent; color: $accent;
    text-align: left; text-decoration: underline; padding: 1px 3px; margin-left: -4px;
}
QPushButton[link="true"]:focus { border-color: $focus; padding: 0 2px; }
QToolButton { min-height: 24px; padding: 2px 5px; border: 1px solid transparent; }
QToolButton:hover { background: $hover; border-radius: 4px; }
QToolButton:focus { border: 2px solid $focus; border-radius: 4px; padding: 1px 4px; }
QCheckBox, QRadioButton {
    min-height: 24px; spacing: 6px; border: 2px solid transparent; border-radius: 4px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; background: $surface; border: 1px solid $edge; border-radius: 3px;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked {
    background: $accent; border-color: $accent;
}
QCheckBox::indicator:checked { image: url("$tick"); }
QRadioButton::indicator:checked { image: url("$dot"); }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {
    background: $placeholder; border-color: $placeholder;
}

QTableView, QListView, QTreeView {
    background: $surface; border: 1px solid $edge; padding: 1px;
    gridline-color: $line; outline: none;
    alternate-background-color: $window;
}
QTableView:focus, QListView:focus, QTreeView:focus {
    border: 2px solid $focus; padding: 0;
}
QTableView::item, QListView::item { padding: 0 6px; }
QTableView::item:focus { border: none; }
QHeaderView { background: $window; }
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $edge;
    border-right: 1px solid $line; padding: 0 8px; min-height: 28px; font-weight: 700;
}
QMenuBar { background: $window; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 9px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu { background: $surface; border: 1px solid $edge; padding: 3px; }
QMenu::item { padding: 5px 18px 5px 12px; }
QMenu::item:disabled { color: $placeholder; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 3px 6px; }
QToolTip { background: $surface; color: $text; border: 1px solid $edge; padding: 3px; }
QStatusBar { border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QProgressBar {
    border: 1px solid $edge; border-radius: 3px; background: $surface; text-align: center;
}
QProgressBar::chunk { background: $done_back; border-right: 2px solid $done; }
QSplitter::handle { background: $line; }

QLabel[role="title"] { font-size: ${title}pt; font-weight: 700; }
QLabel[role="heading"] { font-weight: 700; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="problem"] { color: $danger; font-weight: 700; }
QLabel[tag="plain"] { color: $muted; }
QLabel[tag="accent"] { color: $accent; background: $chosen; border: 1px solid $accent; }
QLabel[tag="danger"] { color: $danger; background: $danger_back; border: 1px solid $danger; }
QLabel[tag="warning"] { color: $warning; background: $warning_back; border: 1px solid $warning; }
QLabel[tag="done"] { color: $done; background: $done_back; border: 1px solid $done; }
QLabel[tag] { border-radius: 3px; padding: 1px 6px; }
QFrame[panel="plain"] { background: $surface; border: 1px solid $line; border-radius: 4px; }
QFrame[panel="danger"] { background: $danger_back; border: 2px solid $danger; border-radius: 4px; }
QFrame[panel="warning"] { background: $warning_back; border: 1px solid $warning; }
QFrame[panel="done"] { background: $done_back; border: 1px solid $done; }
QFrame[panel="info"] { background: $chosen; border: 1px solid $accent; }
QFrame[panel="warning"], QFrame[panel="done"], QFrame[panel="info"] { border-radius: 4px; }
QFrame[panel="danger"]:focus { border-color: $focus; }
QFrame[panel] QLabel { background: transparent; }
""")


def style_sheet(tokens: Tokens, point_size: int) -> str:
    """Write the rules for a look; titles are two points larger than `point_size`."""
    look = "dark" if tokens is DARK else "light"
    return _RULES.substitute(
        {name: getattr(tokens, name) for name in Tokens.__slots__},
        title=point_size + 2,
        **{
            name: (resources() / "icons" / f"{name}_{look}.svg").as_posix()
            for name in ("down", "tick", "dot")
        },
        # The ring of the light look has the colour of the button it would lie on.
        ring_on_accent=tokens.focus if tokens.focus != tokens.accent else tokens.text,
    )
