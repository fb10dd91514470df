"""Brings the catalogues up to date with the messages in the code; `--check` only tells whether.

    python packaging/words.py          # rewrites resources/languages/*/desk.po
    python packaging/words.py --check  # writes nothing; ends with 1 and names what is new or stale

New messages come without a translation, stale ones are dropped, nothing is guessed, and a second
run changes nothing. The English catalogue stays empty: its messages are the English words.
"""

import ast
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ROOT / "resources" / "languages"

MARKS = {"_": 1, "N_": 1, "gettext": 1, "ngettext": 2}
"""The functions that mark a message, and how many forms of it they are given."""

WIDTH = 100

Forms = tuple[str, ...]
"""A message: its text, or its text for one and for many."""


def marked(code: str) -> Iterator[ast.Call]:
    """Find the calls of Python source that mark messages.

    The syntax tree is asked, not Babel's extractor: that one reads tokens, and before Python 3.12
    an f-string is one token, so that a message within one is found or lost by who runs it.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in MARKS:
                yield node


def forms(call: ast.Call) -> Forms:
    """Give the message a call marks; nothing where it passes on what was marked elsewhere."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    texts = [one.value for one in call.args[: MARKS[name]] if isinstance(one, ast.Constant)]
    said = tuple(text for text in texts if isinstance(text, str))
    return said if len(said) == MARKS[name] else ()


def messages(folder: Path) -> list[Forms]:
    """Give every message in a folder of code once, in the order of their texts."""
    found: dict[str, Forms] = {}
    for file in folder.rglob("*.py"):
        for call in marked(file.read_text(encoding="utf-8")):
            # A text that is counted in one place only keeps both its forms, as gettext does.
            if (said := forms(call)) and len(said) >= len(found.get(said[0], ())):
                found[said[0]] = said
    return [found[text] for text in sorted(found)]


def renewed(code: str, wanted: Iterable[Forms], old: Catalog) -> bytes:
    """Write the catalogue of one language anew: the wanted messages, translated as before."""
    new = Catalog(locale=code)
    for message in wanted:
        known = old.get(message[0])
        is_kept = code != "en" and known and not known.fuzzy and forms_of(known.id) == message
        new.add(_id(message), known.string if known and is_kept else "")
    body = io.BytesIO()
    write_po(body, new, width=WIDTH, no_location=True, omit_header=True, sort_output=True)
    return header(code).encode() + body.getvalue()


def header(code: str) -> str:
    """Give the first entry of a catalogue: nothing in it changes by itself or names anybody."""
    lines = (
        "Project-Id-Version: desk",
        f"Language: {code}",
        f"Plural-Forms: {get_plural(Locale.parse(code)).plural_forms}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


def differences(wanted: Iterable[Forms], old: Catalog) -> Iterator[str]:
    """Name what the code has and the catalogue lacks, and the other way round."""
    has = {forms_of(message.id) for message in old if message.id}
    asked = set(wanted)
    yield from (f"new: {message[0]!r}" for message in sorted(asked - has))
    yield from (f"stale: {message[0]!r}" for message in sorted(has - asked))


def read(file: Path) -> Catalog:
    """Read a catalogue; one that is not there yet is empty."""
    code = file.parent.name
    if not file.is_file():
        return Catalog(locale=code)
    with file.open("rb") as source:
        return read_po(source, locale=code)


def forms_of(message_id: str | list[str] | tuple[str, ...]) -> Forms:
    """Give a message of a catalogue as the code's are given."""
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)


def _id(message: Forms) -> str | Forms:
    return message[0] if len(message) == 1 else message


def main(arguments: list[str], say: Callable[[str], object] = print) -> int:
    """Renew the catalogues, or check them: 1 when one of them is out of date, 2 for wrong use."""
    if set(arguments) - {"--check"}:
        say("usage: python packaging/words.py [--check]")
        return 2
    only_check = bool(arguments)
    wanted = messages(ROOT / "desk")
    are_current = True
    for file in sorted(folder / "desk.po" for folder in LANGUAGES.iterdir() if folder.is_dir()):
        old = read(file)
        new = renewed(file.parent.name, wanted, old)
        if file.is_file() and file.read_bytes() == new:
            continue
        are_current = False
        say(f"{file.relative_to(ROOT)} {'is out of date' if only_check else 'renewed'}")
        for line in differences(wanted, old):
            say(f"  {line}")
        if not only_check:
            file.write_bytes(new)
    return 0 if are_current or not only_check else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
