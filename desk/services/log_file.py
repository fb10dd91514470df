"""The log file: what went wrong and where, never what a customer said."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("desk")


class _Calm(RotatingFileHandler):
    """A log that cannot be written (full disk, no right) stops nobody's work."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        del record


class _WithoutWords(logging.Formatter):
    """Writes tracebacks as places only: an exception's message may hold what a customer said."""

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return describe(ei[1]) if ei[1] is not None else ""


def start_log(folder: Path) -> logging.Handler:
    """Log to ``desk.log`` in `folder`: four files of at most half a megabyte each."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = _Calm(
        folder / "desk.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(_WithoutWords("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    return handler


def describe(error: BaseException) -> str:
    """Name an error by its type and the places it came through, causes included, no messages."""
    parts: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        parts.append(f"{type(at).__name__} {' > '.join(_places(at.__traceback__))}".rstrip())
        at = at.__cause__ or at.__context__
    return " from ".join(parts)


def _places(traceback: TracebackType | None) -> list[str]:
    places = []
    while traceback is not None:
        module = traceback.tb_frame.f_globals.get("__name__", "?")
        places.append(f"{module}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return places
