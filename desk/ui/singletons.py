"""Keeps Python's None, True and False alive under PySide6 6.12 on Python 3.11."""

import ctypes
import sys

PLENTY = 1 << 40


def hold_singletons() -> None:
    """Give None, True and False references that no amount of lost ones uses up.

    PySide6 6.12.0 returns them from calls and signals without taking a reference, as if they were
    immortal. They are since Python 3.12; on 3.11 each `setText` loses one of some 7,000 and each
    `emit` one of some 600, and the process aborts when they are gone (measured; 6.11.3 does not
    do it, but its QtPdf comes only with 440 MB of other modules). Call once, before Qt is used.
    """
    if sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value += PLENTY
