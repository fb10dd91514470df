"""What the window asks of every screen's presenter, and what a presenter may ask of the window."""

from PySide6.QtCore import QObject, Signal


class ScreenPresenter(QObject):
    """Made once, keeps its state; its view may be made anew at any time."""

    asked = Signal(str, str)
    """Where staff want to go: a screen's name, and what it shall show."""
    said = Signal(object)
    """A Said for the notice line."""
    failed = Signal(object)
    """A DeskError for the notice line."""
    working = Signal(str)
    """What long work is going on; empty when it ended."""
    progressed = Signal(int, int)
    """How far the work is: done, of total."""
    renamed = Signal()
    """Its title is another one now."""
    language_wanted = Signal(str)
    """The language staff want the window in."""

    def enter(self, argument: str = "") -> bool:
        """Come into view with what shall be shown; False when there is nothing to show."""
        raise NotImplementedError

    def leave(self) -> bool:
        """Go out of view; False when something in it must not be left (it has said what)."""
        return True

    def reload(self) -> None:
        """Read and show everything again, as after a change of language."""

    def title(self) -> str:
        """Name what is open, where that is one thing."""
        return ""

    def close(self) -> None:
        """End what runs beside the window; nothing is asked of it afterwards."""
