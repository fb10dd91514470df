"""What each key of the window does: the commands of the table of keys, tied to the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desk.domain.rights import Right
from desk.ui.screens import SCREENS

if TYPE_CHECKING:
    from desk.ui.shell import Shell

Press = Callable[[], object]

RIGHT_OF = {"new_complaint": Right.TAKE_IN, "park": Right.HANDLE, "reports": Right.SEE_REPORTS}
"""Commands that are offered only with a right; services ask for it all the same."""


def commands(shell: "Shell") -> dict[str, Press]:
    """Give every command of the window with what it does."""
    look = shell.parts.look
    view = shell.stage.view
    return {
        "new_complaint": shell.new_complaint,
        "find": shell.take_to_find,
        "park": lambda: view().park(),
        "print": lambda: view().print_paper(),
        "quit": shell.close,
        "continue": lambda: view().commit(),
        **{f"stage_{step}": partial(shell.open_step, step) for step in (1, 2, 3, 4)},
        "other_path": lambda: view().open_paths(),
        "write_down": lambda: view().open_beside(),
        "promise": lambda: view().open_card("promise"),
        "add_file": lambda: view().add_files(),
        "paste": lambda: view().paste(),
        "next_unanswered": lambda: view().next_unanswered(),
        "peek": lambda: view().peek(),
        "customer_view": lambda: view().show_to_customer(),
        "phrases": lambda: view().show_phrases(),
        **{screen.name: partial(shell.go, screen.name) for screen in SCREENS if screen.icon},
        "back": shell.back,
        "undo": shell.undo.undo,
        "redo": shell.undo.redo,
        "next_pane": partial(shell.go_round, 1),
        "previous_pane": partial(shell.go_round, -1),
        "shield": shell.hide_everything,
        "switch": shell.locking.switch,
        "people": partial(shell.go, "people"),
        "theme": lambda: look.choose(mode=look.next_mode()),
        "language": lambda: shell.change_language(look.next_language()),
        "larger": lambda: look.choose(size=look.size + 1),
        "smaller": lambda: look.choose(size=look.size - 1),
        "help": partial(shell.go, "help"),
        "palette": shell.open_palette,
    }
