"""The table of rights through the command line: each command by each role, and by nobody."""

import sqlite3
from pathlib import Path

import pytest

from desk.__main__ import main
from desk.app import build
from desk.cli.main import COMMANDS
from desk.config import Config, resources
from desk.domain.rights import RIGHTS, Right
from desk.domain.staff import Role
from tests.cli.conftest import Desk
from tests.make import a_draft

PINS = {
    Role.HEAD_OFFICE: "246810",
    Role.SUPERVISOR: "135791",
    Role.HANDLER: "112358",
    Role.AUDITOR: "314159",
}
WHO: tuple[Role | None, ...] = (None, *Role)
NEEDED: dict[str, tuple[Right | None, tuple[str, ...]]] = {
    "take": (Right.TAKE_REGISTER, ("{folder}/register.csv",)),
    "find": (Right.READ_ALL, ("kettle",)),
    "show": (Right.READ_ALL, ("{reference}",)),
    "paper": (Right.HANDLE, ("slip", "{reference}", "--out", "{folder}/slip.pdf")),
    "week": (Right.SEE_REPORTS, ("2026-W47",)),
    "week --xlsx": (Right.EXPORT_WEEK, ("2026-W47", "--xlsx", "{folder}/week.xlsx")),
    "check": (None, ()),
    "check --mend": (Right.MEND, ("--mend",)),
    "backup": (Right.BACKUP, ("{folder}/copy.sqlite",)),
}
"""Command, the right it needs, and how it is called."""
NOTHING_OF_OURS = {"tour", "practice"}
"""Work on a folder of their own, where no people were entered."""


@pytest.fixture
def reference(tmp_path: Path) -> str:
    """A desk with people of every role and one complaint."""
    app = build(Config(data=tmp_path / "desk", resources=resources()))
    for role, pin in PINS.items():
        app.people.add(role.value.title(), role, pin)
    saved = app.complaints.receive(a_draft())
    app.close()
    (tmp_path / "register.csv").write_text("story,date\nIt drips.,2026-11-20\n", "utf-8")
    return saved.reference


def ops(folder: Path) -> int:
    with sqlite3.connect(folder / "desk" / "desk.sqlite") as connection:
        return int(connection.execute("select count(*) from op").fetchone()[0])


def test_every_command_is_in_the_table() -> None:
    assert {name.split()[0] for name in NEEDED} | NOTHING_OF_OURS == set(COMMANDS)


@pytest.mark.parametrize("role", WHO, ids=lambda role: role.value if role else "nobody")
def test_nobody_can_do_more_than_the_table_says_on_the_command_line(
    desk: Desk, tmp_path: Path, reference: str, role: Role | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U1: each right of each role, tried through every command."""
    if role is not None:
        monkeypatch.setenv("DESK_PIN", PINS[role])
    wrong = []
    for command, (needed, arguments) in NEEDED.items():
        acting = () if role is None else ("--as", role.value)
        given = (a.format(folder=tmp_path, reference=reference) for a in arguments)
        before = ops(tmp_path)
        said = desk(command.split()[0], *given, *acting)
        has = needed is None or (role is not None and needed in RIGHTS[role])
        if (said.code == 0) is not has:
            wrong.append(f"{command}: {said.code} {said.err}")
        if not has and not said.err.startswith("This was not done: "):
            wrong.append(f"{command} says {said.err}")
        if (not has or role is Role.AUDITOR) and ops(tmp_path) != before:
            wrong.append(f"{command} changed something")
    assert not wrong, "\n".join(wrong)


def test_a_desk_without_people_asks_nobody_who_they_are(desk: Desk) -> None:
    assert desk("find", "kettle").code == 0
    assert desk("backup").code == 0


def test_a_wrong_pin_and_an_unknown_name_are_refused_in_one_sentence(
    desk: Desk, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_PIN", "000000")
    said = desk("show", reference, "--as", "Handler")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This is not the PIN of Handler. Try again in 1 s")
    said = desk("show", reference, "--as", "Nobody Here")
    assert said.code == 1
    assert "Nobody called “Nobody Here”" in said.err


def test_without_a_terminal_the_pin_comes_from_the_environment(
    process: Desk, tmp_path: Path, reference: str
) -> None:
    said = process("show", reference, "--as", "Handler", DESK_PIN=PINS[Role.HANDLER])
    assert said.code == 0, said.err
    assert reference in said.out
    said = process("--as", "Handler", "show", reference)
    assert said.code == 1
    assert "DESK_PIN" in said.err


def test_who_came_by_the_command_line_stands_in_the_timeline(
    desk: Desk, tmp_path: Path, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_PIN", PINS[Role.HANDLER])
    assert (
        desk("paper", "slip", reference, "--out", tmp_path / "a.pdf", "--as", "handler").code == 0
    )
    shown = desk("show", reference, "--json", "--as", "Handler").json
    assert (
        shown["timeline"][0 if shown["timeline"][0]["what"] == "paper" else -1]["by"] == "Handler"
    )


def test_the_pin_is_never_said(
    tmp_path: Path, reference: str, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("DESK_PIN", "987654")
    main(["--data", str(tmp_path / "desk"), "find", "kettle", "--as", "Handler"])
    said = capsys.readouterr()
    assert "987654" not in said.out + said.err
