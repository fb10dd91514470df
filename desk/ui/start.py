"""Starts the window and ends it cleanly; the second start shows the first one's window instead."""

import gc
import os
import signal
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMessageBox, QWidget

from desk import i18n
from desk.config import resources
from desk.domain.errors import AlreadyOpen, DeskError
from desk.services.app import App
from desk.ui import theme
from desk.ui.composing import Composing, fit_input_method
from desk.ui.errors import Uncaught, show_calmly
from desk.ui.jobs import Jobs
from desk.ui.look import Look, translate_qt
from desk.ui.parts import Parts
from desk.ui.refresh import Refresh
from desk.ui.rubbish import Rubbish
from desk.ui.shell import Shell
from desk.ui.single_start import SingleStart, Start
from desk.ui.singletons import hold_singletons
from desk.ui.warm_up import AFTER_MS, warm_up

if TYPE_CHECKING:
    import logging

USUAL_SIZE = (1366, 728)
PROBE = "DESK_PROBE"
"""With ``DESK_PROBE=start`` in the environment the program says on stdout after how many
milliseconds its list was painted with the focus in it, and ends. For the benchmark only."""


def run(app: App) -> int:
    """Show the window and work until it is closed; give the exit code.

    Closing `app` stays with the caller. Raises AlreadyOpen, and DatabaseReadOnly for a folder
    that cannot be written.
    """
    began = perf_counter()
    qt = application()
    log = _Log(app.config.data)
    single = SingleStart(app.config.data)
    uncaught = Uncaught(_explained, begin_log=log.begin)
    try:
        match single.claim():
            case Start.SHOWN:
                return 0
            case Start.ELSEWHERE:
                raise AlreadyOpen(app.config.data)
            case Start.FIRST:
                uncaught.install()
        window = open_window(app)
        single.show_yourself.connect(lambda: raise_window(window))
        if not window.restore(app.settings.remembered("window")):
            window.resize(*USUAL_SIZE)
            window.setWindowState(Qt.WindowState.WindowMaximized)
        probe = _Probe(window, began) if os.environ.get(PROBE) == "start" else None
        window.show()
        QTimer.singleShot(AFTER_MS, lambda: _warm_up_beside(window, log))
        _end_when_told(qt)
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
    Rubbish(window)
    return window


def tell(words: str) -> None:
    """Show in a box why there will be no window, and wait until it was read."""
    qt = application()
    theme.add_chinese_face(resources() / "fonts" / "NotoSansSC-Regular.ttf")
    translator = translate_qt(qt, i18n.language(), qt)
    theme.apply(qt, theme.Mode.SYSTEM, theme.USUAL)
    show_calmly(words, QMessageBox.Icon.Warning)
    if translator is not None:
        qt.removeTranslator(translator)


def _end_when_told(qt: QApplication) -> None:
    """Let the system's "please end" (logging out, Ctrl+C in a terminal) end the window as if it
    were closed: what is being typed is saved. Python hears it at the next tick of the header's
    clock, within a second.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _number, _frame: qt.exit(0))


def shut(window: Shell) -> None:
    """End what runs beside the window: nothing may be left when Python ends."""
    if not window.close():
        # It stays once, to say that something could not be saved; nobody is there to read it now.
        window.close()
    window.parts.jobs.cancel()
    window.parts.jobs.close()
    window.parts.reads.close()
    for rubbish in window.findChildren(Rubbish):
        rubbish.end()
    window.deleteLater()


def _explained(error: DeskError) -> str:
    from desk.explain import explain  # with every question of the guide; no start waits for it

    return explain(error)


def _warm_up_beside(window: Shell, log: "_Log") -> None:
    """Load the other screens. Rubbish is searched for, but not in what is there now: that stays,
    and searching it would hold the window up.
    """
    log.begin()
    gc.freeze()
    window.parts.reads.run(warm_up(window.parts.app), lambda loaded: None, lambda stopped: None)


def raise_window(window: QWidget) -> None:
    """Bring the window in front of everything else."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class _Log:
    """The log file, opened once the window is there, or by the first thing to be written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handler: logging.Handler | None = None

    def begin(self) -> None:
        if self._handler is None:
            from desk.services.log_file import start_log

            self._handler = start_log(self._folder)

    def close(self) -> None:
        if self._handler is not None:
            self._handler.close()


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
