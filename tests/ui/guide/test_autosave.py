"""Every change reaches the disk, also when the disk refuses for a while."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desk.domain.draft import Draft
from desk.domain.errors import DiskFull
from desk.ui.guide.autosave import Autosave
from tests.make import a_draft


class Disk:
    """Keeps drafts unless it is full."""

    def __init__(self) -> None:
        self.full = False
        self.held: list[Draft] = []

    def keep(self, draft: Draft) -> Draft:
        if self.full:
            raise DiskFull(Path("desk.sqlite"))
        self.held.append(draft)
        return draft


def test_a_burst_of_changes_is_written_once_with_the_newest(qtbot: QtBot) -> None:
    disk = Disk()
    autosave = Autosave(disk.keep)
    for text in ("a", "ab", "abc"):
        autosave.put(a_draft({"story": text}))
    qtbot.waitUntil(lambda: bool(disk.held), timeout=1000)
    assert [draft.answers["story"] for draft in disk.held] == ["abc"]
    autosave.close()


def test_what_the_disk_refused_is_tried_again_until_it_is_kept(qtbot: QtBot) -> None:
    disk = Disk()
    disk.full = True
    autosave = Autosave(disk.keep)
    with qtbot.waitSignal(autosave.failed, timeout=2000):
        autosave.put(a_draft({"story": "a"}))
    disk.full = False
    with qtbot.waitSignal(autosave.kept, timeout=3000):
        pass
    assert [draft.answers["story"] for draft in disk.held] == ["a"]
    autosave.close()


def test_what_waits_is_written_at_closing() -> None:
    disk = Disk()
    autosave = Autosave(disk.keep)
    autosave.put(a_draft({"story": "a"}))
    autosave.close()
    assert len(disk.held) == 1


def test_an_empty_guide_is_never_written() -> None:
    disk = Disk()
    autosave = Autosave(disk.keep)
    autosave.put(a_draft({}))
    autosave.close()
    assert disk.held == []
