"""The steps of the guide."""

from enum import IntEnum


class Step(IntEnum):
    """A page of the guide (the four-step law of complaint handling)."""

    LISTEN = 1
    EMPATHISE = 2
    INVESTIGATE = 3
    RESOLVE = 4
