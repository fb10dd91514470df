"""The little of IPP that desk speaks: written and read byte by byte."""

import contextlib
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import PrinterTrouble
from desk.domain.spooling import JobNews, JobState, NotTaken, Wait
from desk.printing.cups import Cups
from desk.printing.ipp import read_news, request_for


def attribute(tag: int, name: str, value: bytes) -> bytes:
    return (
        struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(value)) + value
    )


def answer(state: int, *reasons: str, status: int = 0) -> bytes:
    """An answer as CUPS writes it: operation group, then the job's."""
    parts = [
        struct.pack(">HHIB", 0x0101, status, 1, 0x01),
        attribute(0x47, "attributes-charset", b"utf-8"),
        b"\x02",
        attribute(0x23, "job-state", struct.pack(">i", state)),
    ]
    names = ["job-printer-state-reasons", *[""] * len(reasons)]
    parts += [attribute(0x44, n, r.encode()) for n, r in zip(names, reasons, strict=False)]
    return b"".join(parts) + b"\x03"


@pytest.mark.parametrize(
    ("said", "news"),
    [
        (answer(9, "none"), JobNews(JobState.SENT)),
        (answer(0, status=0x0406), JobNews(JobState.SENT)),
        (answer(7), JobNews(JobState.FAILED)),
        (answer(8), JobNews(JobState.FAILED)),
        (answer(3, "none"), JobNews(JobState.WAITING, Wait.TURN)),
        (answer(4), JobNews(JobState.WAITING, Wait.HELD)),
        (answer(6), JobNews(JobState.WAITING, Wait.STOPPED)),
        (answer(5, "media-empty-error"), JobNews(JobState.WAITING, Wait.PAPER)),
        (answer(5, "none", "media-jam"), JobNews(JobState.WAITING, Wait.JAM)),
        (answer(5, "offline-report"), JobNews(JobState.WAITING, Wait.OFFLINE)),
        (answer(5, "cover-open-warning"), JobNews(JobState.WAITING, Wait.COVER)),
        (answer(5, "toner-empty"), JobNews(JobState.WAITING, Wait.INK)),
    ],
)
def test_an_answer_is_read(said: bytes, news: JobNews) -> None:
    assert read_news(said) == news


@pytest.mark.parametrize("said", [b"", b"HTTP", answer(9)[:-4], answer(9, status=0x0501)])
def test_what_is_no_answer_is_refused(said: bytes) -> None:
    with pytest.raises(ValueError, match="IPP"):
        read_news(said)


@given(st.binary(max_size=200))
def test_nonsense_is_read_or_refused_but_never_breaks(said: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert read_news(said).state in JobState


def test_a_request_asks_for_one_job() -> None:
    request = request_for(42)
    assert request.startswith(bytes.fromhex("0101 0009 00000001 01"))
    assert b"ipp://localhost/jobs/42" in request
    assert request.endswith(b"\x03")


def test_a_cups_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        Cups(str(tmp_path / "none")).news("DESK", 1)
    assert trouble.value.reason == NotTaken.NO_SPOOLER
