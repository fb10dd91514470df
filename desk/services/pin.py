"""A PIN's hash: made slowly on purpose, so that a stolen database gives no PIN away quickly.

One hash takes some 200 ms and 64 MiB (measured on a two-core machine), so never on the thread
that paints. Memory and passes: RFC 9106 §4, the second recommended choice, on one lane.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


def hashed(pin: str) -> str:
    """Give the text that is kept of a PIN."""
    return _hasher().hash(pin)


def fits(kept: str, pin: str) -> bool:
    """Tell whether a PIN is the one whose hash was kept."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1)
