"""The program outlives any number of signals and calls, on every Python it supports."""

import subprocess
import sys

SENDS_MORE_SIGNALS_THAN_TRUE_HAS_REFERENCES = """
from PySide6.QtCore import QObject, Signal
from desk.ui.singletons import hold_singletons
hold_singletons()
class Sender(QObject):
    sent = Signal(int)
sender = Sender()
for number in range(20_000):
    sender.sent.emit(number)
    sender.objectNameChanged.connect(print)
    sender.objectNameChanged.disconnect(print)
"""


def test_twenty_thousand_signals_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SENDS_MORE_SIGNALS_THAN_TRUE_HAS_REFERENCES],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
