"""Starts the window and ends it cleanly; the second start shows the first one's window instead."""

import gc
import os
import sys
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desk.explain import explain
from desk.i18n import _
from desk.services.app import App
from desk.services.log_file import start_log
from desk.ui import theme
from desk.ui.composing import Composing, fit_input_method
from desk.ui.errors import Uncaught
from desk.ui.jobs import Jobs
from desk.ui.look import Look
from desk.ui.parts import Parts
from desk.ui.refresh import Refresh
from desk.ui.shell import Shell
from desk.ui.single_start import SingleStart, Start
from desk.ui.singletons import hold_singletons
from desk.ui.warm_up import AFTER_MS, warm_up

USUAL_SIZE = (1366, 728)
PROBE = "DESK_PROBE"
"""With ``DESK_PROBE=start`` in the environment the program says on stdout after how many
milliseconds its list was painted with the focus in it, and ends. For the benchmark only."""


def run(app: App) -> int:
    """Show the window and work until it is closed; give the exit code.

    Closing `app` stays with the caller.
    """
    began = perf_counter()
    qt = application()
    log = start_log(app.config.data)
    single = SingleStart(app.config.data)
    uncaught = Uncaught(explain)
    try:
        match single.claim():
            case Start.SHOWN:
                return 0
            case Start.ELSEWHERE:
                words = _("desk is already open on {path}, and its window does not answer.")
                sys.stderr.write(words.format(path=app.config.data) + "\n")
                return 1
            case Start.FIRST:
                uncaught.install()
        window = open_window(app)
        single.show_yourself.connect(lambda: raise_window(window))
        if not window.restore(app.settings.remembered("window")):
            window.resize(*USUAL_SIZE)
            window.setWindowState(Qt.WindowState.WindowMaximized)
        probe = _Probe(window, began) if os.environ.get(PROBE) == "start" else None
        window.show()
        QTimer.singleShot(AFTER_MS, lambda: _warm_up_beside(window))
        code = qt.exec()
        del probe
        shut(window)
        return code
    finally:
        single.release()
        log.close()


def application() -> QApplication:
    """Make Qt's application, or give the one there is; the input method is fitted first."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    hold_singletons()
    fit_input_method(os.environ)
    QApplication.setApplicationName("desk")
    QApplication.setDesktopFileName("desk")
    return QApplication(sys.argv[:1])


def open_window(app: App) -> Shell:
    """Make the whole window without showing it or waiting for it; `shut` ends it."""
    qt = application()
    theme.add_chinese_face(app.config.resources / "fonts" / "NotoSansSC-Regular.ttf")
    look = Look(qt, app.settings, app.config.language)
    look.apply()
    refresh = Refresh()
    app.on_commit(refresh.committed)
    composing = Composing(qt)
    window = Shell(Parts(app=app, refresh=refresh, jobs=Jobs(), reads=Jobs(), look=look))
    composing.setParent(window)
    return window


def shut(window: Shell) -> None:
    """End what runs beside the window: nothing may be left when Python ends."""
    if not window.close():
        # It stays once, to say that something could not be saved; nobody is there to read it now.
        window.close()
    window.parts.jobs.cancel()
    window.parts.jobs.close()
    window.parts.reads.close()
    window.deleteLater()


def _warm_up_beside(window: Shell) -> None:
    """Load the other screens. From now on rubbish is searched for, but not in what is there now:
    that stays, and searching it would hold the window up.
    """
    gc.freeze()
    gc.enable()
    window.parts.reads.run(warm_up, lambda loaded: None, lambda stopped: None)


def raise_window(window: QWidget) -> None:
    """Bring the window in front of everything else."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class _Probe(QObject):
    """Waits for the first painting of the list, then for the focus, then tells the time."""

    def __init__(self, window: Shell, began: float) -> None:
        super().__init__(window)
        self._window = window
        self._began = began
        board = window.findChild(QAbstractScrollArea, "today_list")
        assert board is not None  # noqa: S101 - the window opens on Today
        board.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first painting."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        if self._window.focusWidget() is None:
            QTimer.singleShot(0, self._tell)
            return
        sys.stdout.write(f"{(perf_counter() - self._began) * 1000:.0f}\n")
        sys.stdout.flush()
        self._window.close()
