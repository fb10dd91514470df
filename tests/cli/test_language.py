"""The command line answers in the reader's language: refusals, wrong use, help and answers."""

import re
from pathlib import Path

import pytest

from desk.storage.migrate import NEWEST
from tests.cli.conftest import Desk

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "BR01-26-9999"),
        ("take", "missing.csv"),
        ("find", "unheard"),
        ("paper", "slip", "BR01-26-9999", "--out", "slip.pdf"),
        ("dance",),
        ("find",),
        ("find", "a", "--limit", "0"),
        ("find", "a", "--limit"),
        ("show", "a", "b"),
        ("week", "2026-W99"),
    ],
)
def test_what_is_said_on_stderr_is_in_the_language_asked_for(
    desk: Desk, arguments: tuple[str, ...]
) -> None:
    english = desk(*arguments, "--language", "en")
    chinese = desk(*arguments, "--language", "zh_CN")
    assert (english.code, english.out) == (chinese.code, chinese.out)
    assert not HAN.search(english.err)
    assert HAN.search(chinese.err)


@pytest.mark.parametrize("bad", ["cut", "foreign", "newer", "none"])
def test_a_database_that_cannot_be_used_is_refused_in_the_language_asked_for(
    desk: Desk, tmp_path: Path, bad: str
) -> None:
    register = tmp_path / "one.csv"
    register.write_text("text\nThe kettle leaks again.\n")
    desk("take", register)
    file = tmp_path / "desk" / "desk.sqlite"
    content = bytearray(file.read_bytes())
    if bad == "cut":
        file.write_bytes(content[:-1])
    elif bad == "foreign":
        content[68:72] = b"else"
        file.write_bytes(content)
    elif bad == "newer":
        # The one place where a revision stands as text.
        file.write_bytes(bytes(content).replace(b"\x15" + NEWEST.encode(), b"\x159999"))
    else:
        file.unlink()
        file.mkdir()
    said = {code: desk("check", "--language", code) for code in ("en", "zh_CN")}
    assert {(one.code, one.out, one.err.count("\n")) for one in said.values()} == {(1, "", 1)}
    assert not HAN.search(said["en"].err)
    assert HAN.search(said["zh_CN"].err)


def test_answers_follow_the_machine_unless_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert desk("check").out == "一切正常。\n"
    assert desk("check", "--language", "en").out == "All is well.\n"
    (tmp_path / "desk" / "desk.toml").write_text('language = "en"\n')
    assert desk("check").out == "All is well.\n"


@pytest.mark.parametrize("command", [(), ("take",), ("week",), ("show",), ("tour",)])
def test_chinese_help_has_no_colon_of_another_script(
    desk: Desk, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        desk(*command, "--help", "--language", "zh_CN")
    said = capsys.readouterr().out
    assert "选项：\n" in said
    assert not re.search(r"[\u4e00-\u9fff]:", said)
