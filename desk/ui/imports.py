"""Gives Python its own import back, which PySide6 replaces."""

import builtins

import PySide6.QtCore as _  # noqa: F401 - which is what replaces it


def keep_pythons_own() -> None:
    """Undo PySide6's hook on `import`, which desk has no use for; call before other screens load.

    PySide6 6.12 reads and keeps the source text of every module that is imported after it, to see
    whether its `from __feature__ import ...` concerns it: 0.2 ms a module (measured), of which
    desk and SQLAlchemy have some 350. Nothing is undone where a PySide6 has no such hook.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
