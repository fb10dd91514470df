"""Writes a guide as the file it is read from, and changes single entries of one."""

import json
from collections.abc import Mapping
from typing import Any

from desk.services.content import KINDS

_HEAD = """\
# What the coach shows beside the form. The same ids stand in every language.
# A phrase has at most 100 characters, a step at most 6 phrases and 7 checks.
"""

Table = dict[str, Any]


def written(said: Mapping[str, object]) -> str:
    """Write what a guide's file says, as a file again; its remarks are not kept."""
    parts = [_HEAD]
    parts.append("".join(_line(k, v) for k, v in said.items() if k not in KINDS))
    for kind in KINDS:
        tables: Any = said.get(kind, [])
        parts.extend(
            f"[[{kind}]]\n" + "".join(_line(k, v) for k, v in table.items()) for table in tables
        )
    return "\n".join(parts)


def _line(key: str, value: object) -> str:
    if isinstance(value, list):
        return f"{key} = [\n" + "".join(f"    {_value(item)},\n" for item in value) + "]\n"
    return f"{key} = {_value(value)}\n"


def _value(value: object) -> str:
    # JSON's texts are TOML's, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
