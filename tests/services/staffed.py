"""People of tests: their PINs, and letting the seconds after a wrong one pass."""

from desk.services.app import App

CHEN, LIN, MA = "246810", "135791", "112358"


def let_pass(app: App) -> None:
    """Let the seconds of the machine's own running pass, as a start of desk does."""
    app.__dict__.pop("people")
