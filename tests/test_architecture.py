"""The rooms of desk: who may import whom, where each library lives, how long a file may be.

A red line here is a design signal. The message says which rule and what to do; widening a table
below is the last resort.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300
PACKAGES = {"desk", "PySide6"}  # `from desk import storage` names a module, not a part of one

BESIDES = {"i18n", "config"}  # modules every room but the domain may use
MAY_IMPORT = {
    "domain": {"domain"},
    "storage": {"storage", "domain"} | BESIDES,
    "documents": {"documents", "domain"} | BESIDES,
    "printing": {"printing", "domain"} | BESIDES,
    "sync": {"sync", "domain"} | BESIDES,
    "services": {"services", "storage", "documents", "printing", "sync", "domain"} | BESIDES,
    "ui": {"ui", "services", "domain", "explain"} | BESIDES,
    "cli": {"cli", "services", "domain", "explain"} | BESIDES,
    "explain": {"domain"} | BESIDES,
    "i18n": {"config", "domain"},  # N_ is defined in the domain, which imports nobody
    "config": set(),
    "__init__": set(),
}
WIRING = {"app", "__main__"}  # know every room
MODULES = WIRING | {"__init__", "config", "i18n", "explain"}

HOMES = {
    "sqlalchemy": ("desk/storage/",),
    "alembic": ("desk/storage/",),
    "sqlite3": ("desk/storage/database.py",),
    "reportlab": ("desk/documents/",),
    "openpyxl": ("desk/documents/",),
    "icu4py": ("desk/documents/",),
    "fontTools": ("desk/documents/",),
    "PIL": ("desk/documents/",),
    "csv": ("desk/documents/",),
    "PySide6": ("desk/ui/",),
    "shiboken6": ("desk/ui/",),
    "babel": ("desk/i18n.py",),
    "gettext": ("desk/i18n.py",),
    "platformdirs": ("desk/config.py",),
    "tomllib": (
        "desk/config.py",
        "desk/services/content",
        "desk/services/calendar.py",
        "desk/documents/register.py",
    ),
    "holidays": ("desk/services/calendar.py",),
    "argon2": ("desk/services/pin.py",),
    "argparse": ("desk/cli/",),
    "subprocess": ("desk/printing/",),
    "socket": ("desk/printing/",),
    "http": ("desk/printing/",),
}
"""Library -> the only places that import it; other parts of the standard library live anywhere."""


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and full name of every module imported absolutely, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [f".{alias.name}" for alias in node.names] if node.module in PACKAGES else [""]
            yield from ((node.lineno, f"{node.module}{name}") for name in names)


def room_of(path: PurePosixPath) -> str:
    """Return the folder under desk/, or the name of a module that lies there by itself."""
    return path.parts[1] if len(path.parts) > 2 else path.stem


def unknown_rooms(path: PurePosixPath, _tree: ast.Module) -> Iterator[str]:
    known = set(MAY_IMPORT) - MODULES if len(path.parts) > 2 else MODULES
    if room_of(path) not in known:
        yield f"{path}: not a known room or module; put it into one of {', '.join(sorted(known))}"


def wrong_directions(path: PurePosixPath, tree: ast.Module) -> Iterator[str]:
    room = room_of(path)
    if room in WIRING:
        return
    for line, name in imports(tree):
        parts = name.split(".")
        if parts[0] == "desk" and parts[1:2] and parts[1] not in MAY_IMPORT.get(room, set()):
            allowed = ", ".join(sorted(MAY_IMPORT.get(room, set()))) or "nothing of desk"
            yield (
                f"{path}:{line} imports {name}: {room} may import only {allowed}. "
                "Take the value as an argument, or let services or app.py bring the two together"
            )


def homeless_libraries(path: PurePosixPath, tree: ast.Module) -> Iterator[str]:
    for line, name in imports(tree):
        library = name.split(".")[0]
        if library == "desk" or (library in sys.stdlib_module_names and library not in HOMES):
            continue
        homes = HOMES.get(library, ())
        if not any(str(path).startswith(home) for home in homes):
            yield (
                f"{path}:{line} imports {library}, whose home is "
                f"{' or '.join(homes) or 'not set'}. "
                "Ask that room for what you need (a new library gets one home in HOMES)"
            )


def presenters_with_widgets(path: PurePosixPath, tree: ast.Module) -> Iterator[str]:
    if path.name != "presenter.py":
        return
    for line, name in imports(tree):
        if name.split(".")[0] == "PySide6" and name.split(".")[1:2] != ["QtCore"]:
            yield (
                f"{path}:{line} imports {name}: a presenter runs without a display, so it knows "
                "only QtCore. Move what touches a widget to view.py"
            )


def migrations_with_our_code(path: PurePosixPath, tree: ast.Module) -> Iterator[str]:
    if not str(path).startswith("desk/storage/migrations/"):
        return
    for line, name in imports(tree):
        if name.split(".")[0] == "desk":
            yield (
                f"{path}:{line} imports {name}: a migration must still run when that code has "
                "changed. Write what it needs into the migration itself"
            )


def relative_imports(path: PurePosixPath, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{path}:{node.lineno} imports relatively: write the whole name, desk...."


def busy_door_signs(path: PurePosixPath, tree: ast.Module) -> Iterator[str]:
    if path.name != "__init__.py":
        return
    if not ast.get_docstring(tree) or len(tree.body) != 1:
        yield (
            f"{path}: a package's __init__ is its door sign, a docstring that says what belongs "
            "here, and nothing else. Move the code into a file named after its noun"
        )


EVERYWHERE = (relative_imports, busy_door_signs)
IN_DESK = (
    unknown_rooms,
    wrong_directions,
    homeless_libraries,
    presenters_with_widgets,
    migrations_with_our_code,
)


def violations(path: str, source: str) -> list[str]:
    """Return what breaks a rule in one file; `path` is relative to the root, with slashes."""
    where, tree = PurePosixPath(path), ast.parse(source, path)
    rules = EVERYWHERE + (IN_DESK if where.parts[0] == "desk" else ())
    found = [message for rule in rules for message in rule(where, tree)]
    if (length := len(source.splitlines())) > LONGEST_FILE:
        found.append(f"{path} has {length} lines, {LONGEST_FILE} are allowed: split it by noun")
    return found


def files(folder: str) -> dict[str, str]:
    """Return path -> source of every Python file below a folder of the root."""
    found = sorted((ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.parametrize("folder", ["desk", "tests"])
def test_every_file_keeps_the_rules(folder: str) -> None:
    found = [
        message for path, source in files(folder).items() for message in violations(path, source)
    ]
    assert not found, "\n" + "\n".join(found)


def test_the_scan_sees_every_room() -> None:
    seen = set(files("desk"))
    rooms = {room for room in MAY_IMPORT if room not in MODULES and (ROOT / "desk" / room).is_dir()}
    assert {"domain", "storage", "services", "ui"} <= rooms
    assert {f"desk/{room}/__init__.py" for room in rooms} <= seen
    assert len(seen) > 50


@pytest.mark.parametrize(
    ("path", "source", "words"),
    [
        ("desk/domain/a.py", "import PySide6", "imports PySide6, whose home is desk/ui/"),
        ("desk/domain/a.py", "from desk.i18n import _", "domain may import only domain"),
        ("desk/domain/a.py", "def f():\n    import desk.storage.tables", ":2 imports desk.storage"),
        ("desk/ui/a.py", "from desk import storage", "services or app.py bring the two together"),
        ("desk/storage/a.py", "import desk.documents.letter", "storage may import only"),
        ("desk/services/a.py", "import sqlalchemy as sa", "home is desk/storage/"),
        ("desk/storage/a.py", "import sqlite3", "home is desk/storage/database.py"),
        ("desk/services/a.py", "import tomllib", "desk/documents/register.py"),
        ("desk/services/a.py", "import requests", "home is not set"),
        ("desk/config.py", "from desk.domain import text", "config may import only nothing"),
        ("desk/helpers.py", "", "not a known room or module"),
        ("desk/helpers/a.py", "", "not a known room or module"),
        ("desk/ui/guide/presenter.py", "from PySide6 import QtWidgets", "knows only QtCore"),
        ("desk/ui/guide/presenter.py", "from PySide6.QtGui import QColor", "knows only QtCore"),
        ("desk/storage/migrations/a.py", "import desk.storage.tables", "a migration must still"),
        ("desk/ui/a.py", "from . import theme", "imports relatively"),
        ("desk/ui/__init__.py", "", "door sign"),
        ("desk/ui/__init__.py", '"""Screens."""\nx = 1', "door sign"),
        ("tests/test_a.py", "x = 1\n" * 301, "has 301 lines"),
    ],
)
def test_the_rule_bites(path: str, source: str, words: str) -> None:
    assert words in "\n".join(violations(path, source))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("desk/app.py", "from desk.ui.shell import Shell\nfrom desk.storage import database"),
        ("desk/ui/guide/presenter.py", "from PySide6.QtCore import QObject\nimport json"),
        ("desk/storage/database.py", "import sqlite3\nimport sqlalchemy as sa"),
        ("desk/documents/letter.py", "def f():\n    from reportlab.lib import colors"),
        ("desk/domain/__init__.py", '"""Rules and words."""'),
        ("tests/test_a.py", "import sqlite3\n" * 300),
    ],
)
def test_what_is_right_passes(path: str, source: str) -> None:
    assert violations(path, source) == []
