"""What the window asks of every screen's widget; keys that mean nothing to a screen do nothing."""

from PySide6.QtWidgets import QWidget


class ScreenView(QWidget):
    """Draws what its presenter holds, and answers the keys of the window."""

    def take_focus(self) -> None:
        """Put the keys where the work of this screen begins, or went on last."""
        raise NotImplementedError

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        raise NotImplementedError

    def hints(self) -> str:
        """Say the keys of this screen."""
        return ""

    def step_back(self) -> bool:
        """Leave what is open inside this screen; False when nothing is."""
        return False

    def print_paper(self) -> None:
        """Print what belongs to what is in front (Ctrl+P)."""

    def park(self) -> None:
        """Set aside what is in front, or take up again what is parked (F7)."""

    def commit(self) -> None:
        """Go on (Ctrl+Enter)."""

    def open_paths(self) -> None:
        """Offer the side paths of the complaint in front (Ctrl+E)."""

    def open_beside(self) -> None:
        """Offer what can be written down beside the complaint in front (Ctrl+G)."""

    def add_files(self) -> None:
        """Choose photos or files for the complaint in front (Ctrl+O)."""

    def paste(self) -> None:
        """Keep the picture or files of the clipboard beside the complaint in front (Ctrl+V)."""

    def open_card(self, name: str) -> None:
        """Open one card of the complaint in front."""

    def open_step(self, step: int) -> None:
        """Open a step of the guide (Alt+1 to Alt+4)."""

    def next_unanswered(self) -> None:
        """Go to the next question without an answer (Ctrl+J)."""

    def show_phrases(self) -> None:
        """Show what to say, large (F4)."""

    def peek(self) -> None:
        """Show what only staff may read, while the keys are held (Alt+0)."""

    def show_to_customer(self) -> None:
        """Turn the screen to the customer (F8)."""
