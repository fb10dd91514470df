"""desk without a person: the real window, driven by keys, takes walk-ins through all four steps."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk import i18n
from desk.domain.complaint import Complaint
from desk.domain.errors import FileNotWritten
from desk.domain.label import LANGUAGES
from desk.domain.timeline import PaperKind
from desk.i18n import _
from desk.services.app import App
from desk.services.rehearsal import WalkIn
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.start import application, open_window, shut
from desk.ui.theme import Mode
from desk.ui.walk import walk_through

SIZE = (1366, 728)
"""A 1366x768 screen less a task bar."""
SCREENS = ("today", "complaints", "reports", "settings")
_CTRL = Qt.KeyboardModifier.ControlModifier
_PAPER_SECONDS = 20


def run(app: App, out: Path, walk_ins: Sequence[WalkIn]) -> int:
    """Give the tour and leave its results in `out`; give the exit code.

    Raises FileNotWritten when `out` cannot be written.
    """
    _prepare(out)
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    _set_up(app)
    window = open_window(app)
    window.shielding.stop()
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    try:
        taken = [_take(app, window, out, number, one) for number, one in enumerate(walk_ins, 1)]
        _write_papers(app, out, taken)
        _write_week(app, out)
        _picture_screens(app, window, out, taken)
    finally:
        shut(window)
    _tell(_("Everything lies in {folder}").format(folder=out.resolve()))
    return 0


def _prepare(out: Path) -> None:
    try:
        for name in ("papers", "pictures"):
            folder = out / name
            if folder.is_dir():
                shutil.rmtree(folder)
            folder.mkdir(parents=True)
    except OSError as error:
        raise FileNotWritten(out, error.strerror or "") from error


def _set_up(app: App) -> None:
    settings = app.settings.current()
    if not settings.shop:
        app.settings.change(
            shop=_("City Store"),
            address=_("1 Example Road"),
            phone="555-0100",
            hours="09:00–21:00",
            handler="Lin",
            routes=_("Consumer association: 555-0112"),
        )


def _take(app: App, window: Shell, out: Path, number: int, answers: WalkIn) -> Complaint:
    hand = Hand(window)
    hand.press(Qt.Key.Key_F2)
    pictures = out / "pictures"
    for step in walk_through(hand, window, answers):
        if number <= 2:
            _grab(window, pictures / f"guide-{number}-{step}.png")
    hand.wait(50)
    newest = app.today.read().opened[0]
    whole = app.complaints.whole(newest.reference)
    _wait_for_papers(app, hand, whole.complaint)
    _tell(
        _("{reference}: {story} ({keys} keys)").format(
            reference=newest.reference,
            story=" ".join(newest.story.split())[:60],
            keys=hand.presses,
        )
    )
    return whole.complaint


def _wait_for_papers(app: App, hand: Hand, complaint: Complaint) -> None:
    for _turn in range(_PAPER_SECONDS * 20):
        if app.complaints.papers(complaint.id):
            return
        hand.wait(50)


def _write_papers(app: App, out: Path, taken: Sequence[Complaint]) -> None:
    for number, complaint in enumerate(taken):
        languages = list(LANGUAGES) if number < 2 else [complaint.language]
        kept = {paper.kind: paper.file for paper in app.complaints.papers(complaint.id)}
        for kind in PaperKind:
            for language in languages:
                target = out / "papers" / f"{complaint.reference}-{kind.value}-{language}.pdf"
                if language == complaint.language and kind in kept:
                    shutil.copyfile(app.config.papers / kept[kind], target)
                else:
                    app.papers.write(complaint.reference, kind, target, language)
    _tell(_("Papers: {n} complaints, slip, receipt and letter").format(n=len(taken)))


def _write_week(app: App, out: Path) -> None:
    week = app.week.this_week()
    for language in LANGUAGES:
        name = "week.xlsx" if language == i18n.language() else f"week-{language}.xlsx"
        app.week.workbook(week, out / name, language)
    _tell(_("Workbook of week {week}").format(week=week))


def _picture_screens(app: App, window: Shell, out: Path, taken: Sequence[Complaint]) -> None:
    hand = Hand(window)
    for language in (*LANGUAGES, i18n.language()):
        if language != i18n.language():
            hand.press(Qt.Key.Key_L, _CTRL)
        for mode in (Mode.DARK, Mode.LIGHT):
            window.parts.look.choose(mode=mode)
            for name, picture in _screens(window, hand, taken):
                _grab(picture, out / "pictures" / f"{name}-{i18n.language()}-{mode.value}.png")
    del app


def _screens(
    window: Shell, hand: Hand, taken: Sequence[Complaint]
) -> Iterator[tuple[str, QWidget]]:
    for name in SCREENS:
        window.go(name)
        hand.wait(150)
        yield name, window
    if taken:
        window.go("complaint", taken[0].reference)
        hand.wait(150)
        yield "complaint", window
    window.go("help")
    hand.wait(50)
    yield "help", window
    window.new_complaint()
    hand.wait(50)
    yield "guide", window
    window.go("today")


def _grab(widget: QWidget, file: Path) -> None:
    QApplication.processEvents()
    if not widget.grab().save(str(file)):
        raise FileNotWritten(file, "")


def _tell(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
