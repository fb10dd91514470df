"""What the command line says: answers on stdout, all else in one sentence on stderr."""

import io
import json
import sys

_PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"}
_PICTURES |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def accept_any_text() -> None:
    """Let a stream that cannot show a character show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Print to stdout; control characters show as pictures, so no text can command a terminal."""
    print(text.translate(_PICTURES))


def say_json(document: object) -> None:
    """Print one JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=1))


def complain(text: str) -> None:
    """Print a sentence to stderr."""
    print(text.translate(_PICTURES), file=sys.stderr)


class Counter:
    """Shows n of m on stderr while long work goes on, where somebody can see it."""

    def __init__(self) -> None:
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} / {total}", end="", file=sys.stderr, flush=True)
            self._shown = True

    def end(self) -> None:
        """Leave the line of the counter."""
        if self._shown:
            print(file=sys.stderr)
