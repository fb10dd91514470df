"""Every sentence says what happened, why, what to do and what is safe, in any language."""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import i18n
from desk.config import resources
from desk.domain import errors
from desk.domain.errors import ContentBroken, DeskError, FileNotWritten, PrinterTrouble
from desk.domain.later_change import ReasonNeeded
from desk.domain.limits import CannotGrant, Limits, OverLimit
from desk.domain.refusal import Refusal
from desk.domain.rights import Right
from desk.domain.sentence import sentence
from desk.domain.spooling import NotTaken
from desk.domain.staff_errors import (
    MayNotHandle,
    MayNotTakeOver,
    NameUnfit,
    NobodyManages,
    NoPinGiven,
    NoRight,
    NoSuchPerson,
    NotForOneself,
    NotSignedIn,
    PinUnfit,
    PinWaits,
    WrongPin,
)
from desk.explain import explain
from desk.services.content import load_guide
from desk.services.content_map import load_map
from desk.services.promises import NotOpen, SameDay


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("en")


def broken_guide(folder: Path, old: str, new: str) -> ContentBroken:
    text = (resources() / "languages" / "en" / "guide.toml").read_text("utf-8")
    assert old in text
    (folder / "guide.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_guide(folder)
    return refused.value


def test_a_broken_file_is_told_with_its_line_its_reason_and_what_to_do(tmp_path: Path) -> None:
    said = explain(broken_guide(tmp_path, "[[purpose]]\nstep = 1", "[[purpose]]\nstep = 9"))
    assert f"{tmp_path / 'guide.toml'} cannot be used. Line " in said
    assert ": “step” cannot be “9”. Correct it" in said
    assert said.endswith("What was saved is safe.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[purpose]]\nstep = 1", "[[purpose]]\nstep = 9"),
        ("[[purpose]]\nstep = 1", "[[purpose]]\nmood = 1\nstep = 1"),
        ("[[purpose]]\nstep = 1", "[[purpose]]\nstep = 2"),
        ("[[purpose]]\nstep = 1", "[[purpose]]\nstep 1"),
    ],
)
def test_a_reason_is_told_in_the_language_of_the_screen(tmp_path: Path, old: str, new: str) -> None:
    error = broken_guide(tmp_path, old, new)
    i18n.use("zh_CN")
    said = explain(error).replace(str(error.path), "")
    assert re.search(r"不能使用。第\d+行：", said)
    # What the TOML library says stands in brackets as it is.
    assert not re.search("[A-Za-z]{5,}", re.sub("（.*?）", "", said)), said


def test_a_file_without_a_known_line_names_none(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    with pytest.raises(ContentBroken) as refused:
        load_map(file)
    assert explain(refused.value).startswith(f"The file {file} cannot be used: it is not there. ")
    file.write_text('[category]\n"Hot food" = "cake"\n', "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_map(file)
    assert "cannot be used: “category” cannot be “cake”. " in explain(refused.value)


def test_a_pattern_nobody_can_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[date]\ncolumn = "Day"\nformats = ["%Y-%Q"]\n', "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_map(file)
    assert str(refused.value.reason) == "“formats” cannot be “%Y-%Q”."


def test_facts_are_data_whatever_they_say() -> None:
    wrong = sentence("“{name}” cannot be read.", name="{value} {0.__class__} %s")
    assert str(wrong) == "“{value} {0.__class__} %s” cannot be read."


def test_a_fact_that_is_a_sentence_is_translated_too() -> None:
    wrong = sentence("“{field}” cannot be read.", field=sentence("Priority"))
    assert wrong.said(i18n.catalogue("zh_CN").gettext) == "“优先级”读不出来。"


FILE = Path("week.xlsx")
ERRORS: tuple[DeskError, ...] = (
    errors.NotFound("BR01-26-9999"),
    errors.Misread("BR01-26-0118-0"),
    errors.AnswersMissing(("story", "pace")),
    errors.AlreadyClosed("BR01-26-0001"),
    errors.MayNotClose("BR01-26-0001"),
    errors.SafetyNotTold("BR01-26-0001"),
    errors.SafetyNeedsAnother("BR01-26-0001"),
    errors.NotClosed("BR01-26-0001"),
    NoRight(Right.CHANGE_SETTINGS),
    NotSignedIn(),
    MayNotHandle("BR01-26-0001"),
    NoSuchPerson("无"),
    WrongPin("无", 2),
    PinWaits("无", 2),
    NoPinGiven("无"),
    PinUnfit(),
    NameUnfit("无"),
    NobodyManages(),
    NotForOneself(),
    MayNotTakeOver("无"),
    NotOpen(),
    SameDay(),
    OverLimit(9900, Limits(complaint=500, month=10_000), 0, "CNY"),
    CannotGrant("无"),
    ReasonNeeded("id", ("offered",), by_commitment=True),
    errors.ChangedMeanwhile("BR01-26-0001"),
    errors.DatabaseDamaged(FILE),
    errors.DatabaseForeign(FILE),
    errors.DatabaseNewer(FILE, "9999"),
    errors.DatabaseReadOnly(FILE),
    errors.DatabaseBusy(FILE),
    errors.AlreadyOpen(FILE),
    errors.DiskFull(FILE),
    errors.FileNotWritten(FILE, os.strerror(errno.EACCES)),
    errors.RegisterUnreadable(FILE, "it is empty."),
    errors.NotForPractice(FILE),
    errors.MissingGlyph("found", "\U0010ffff"),
    errors.SlotEmpty("letterhead"),
    errors.ContentBroken(FILE, 3, sentence("it is not there.")),
    errors.PrinterTrouble("FRONT", NotTaken.REFUSED),
    errors.Cancelled(),
    *(errors.AttachmentRefused("week.xlsx", reason) for reason in Refusal),
)


def kinds(of: type[DeskError]) -> set[type[DeskError]]:
    return {of}.union(*map(kinds, of.__subclasses__()))


def test_every_error_stands_in_these_tests() -> None:
    assert {type(error) for error in ERRORS} == kinds(DeskError) - {DeskError, errors.Refused}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(("language", "stop"), [("en", "."), ("zh_CN", "。")])
def test_an_error_is_told_in_whole_sentences_and_more_than_one(
    error: DeskError, language: str, stop: str
) -> None:
    i18n.use(language)
    said = explain(error)
    assert said.endswith(stop)
    assert len(re.findall(r"\.(?: |$)|。|；|; ", said)) >= 2, said
    assert "{" not in said
    if language == "zh_CN":
        assert set(re.findall("[A-Za-z]{3,}", said)) <= {
            "desk", "week", "xlsx", "data", "PDF", "FRONT", "FFFF", "HEIC", "JPEG",
            "PIN", "DESK", "Ctrl", "CNY"
        }  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (os.strerror(errno.ENOENT), "没有这个文件夹"),
        (os.strerror(errno.EACCES), "desk没有写入权限"),
        ("", "系统没有说明原因"),
    ],
)
def test_why_a_file_was_not_written_is_told_in_the_language_of_the_screen(
    reason: str, words: str
) -> None:
    i18n.use("zh_CN")
    assert words in explain(FileNotWritten(FILE, reason))


def test_a_machine_without_a_printer_is_not_told_of_a_printer_called_something() -> None:
    said = explain(PrinterTrouble("", NotTaken.NO_QUEUE))
    assert "no printer was found on this machine." in said
    assert "called" not in said
