"""CUPS: what it says is read right, and a real one hands on the very bytes of the kept PDF."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.domain.errors import PrinterTrouble
from desk.domain.sheet import SheetSize
from desk.domain.spooling import JobState, NotTaken, Queue, QueueState, Wait
from desk.domain.timeline import PaperKind
from desk.printing.cups import Cups, media_of, read_queues
from tests.documents.record import a_record, printed
from tests.printing.spooler import CUPSD, admin, own_cups, socket_printer, until

SAID = """\
printer BACK disabled since Mon Nov 23 19:16:13 2026 -
\tout of order; printer FRONT is idle.
printer DESK now printing DESK-1.  enabled since Mon Nov 23 19:16:13 2026
\tThe printer may not exist or is unavailable at this time.
printer FRONT-2_a.b is idle.  enabled since Mon Nov 23 19:16:13 2026
BACK not accepting requests since Mon Nov 23 19:16:13 2026 -
\treason unknown
DESK accepting requests since Mon Nov 23 19:16:13 2026
FRONT-2_a.b accepting requests since Mon Nov 23 19:16:13 2026
system default destination: DESK
"""


def test_queues_are_read_with_state_and_whether_they_accept() -> None:
    assert read_queues(SAID) == (
        Queue(name="DESK", state=QueueState.PRINTING, accepting=True, usual=True),
        Queue(name="BACK", state=QueueState.STOPPED, accepting=False),
        Queue(name="FRONT-2_a.b", state=QueueState.IDLE, accepting=True),
    )


def test_no_queue_is_no_queue() -> None:
    assert read_queues("no system default destination\n") == ()
    assert read_queues("") == ()


@pytest.mark.parametrize(
    ("size", "media"),
    [(SheetSize.A4, "A4"), (SheetSize.A5, "A5"), (SheetSize.LETTER, "Letter")],
)
def test_the_media_is_what_the_pdf_was_made_for(size: SheetSize, media: str) -> None:
    assert media_of(printed(a_record(), PaperKind.SLIP, size=size).pdf) == media


def test_a_roll_is_as_long_as_its_text() -> None:
    short = media_of(printed(a_record(), PaperKind.SLIP, size=SheetSize.ROLL_80).pdf)
    long = media_of(
        printed(a_record(summary="leaks " * 40), PaperKind.SLIP, size=SheetSize.ROLL_80).pdf
    )
    assert short.startswith("Custom.80x")
    lengths = [int(media.removeprefix("Custom.80x").removesuffix("mm")) for media in (short, long)]
    assert 100 < lengths[0] < lengths[1] < 400


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "BR01-26-0001-slip-1.pdf"
    file.write_bytes(printed(a_record(), PaperKind.SLIP).pdf)
    return file


def test_a_machine_without_cups_says_so(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for ask in (Cups().queues, lambda: Cups().hand_over(paper, "DESK", "slip")):
        with pytest.raises(PrinterTrouble) as trouble:
            ask()
        assert trouble.value.reason == NotTaken.NO_SPOOLER


def commands_saying(folder: Path, **said: str) -> None:
    """Put commands into a folder that say what CUPS's own once said."""
    for name, script in said.items():
        file = folder / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)


@pytest.mark.parametrize(
    ("queue", "lp", "reason"),
    [
        ("GONE", "", NotTaken.NO_QUEUE),
        ("BACK", "", NotTaken.NOT_ACCEPTING),
        ("DESK", "echo 'lp: Error - unsupported format.' >&2; exit 1", NotTaken.REFUSED),
        ("DESK", "echo 'lp: Unable to connect to server' >&2; exit 1", NotTaken.NO_SPOOLER),
        ("DESK", "echo nonsense", NotTaken.REFUSED),
        ("DESK", "exec sleep 20", NotTaken.TIMED_OUT),
    ],
)
def test_what_a_queue_does_not_take_is_told_with_its_reason(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    queue: str, lp: str, reason: NotTaken,
) -> None:  # fmt: skip
    (tmp_path / "bin").mkdir()
    commands_saying(tmp_path / "bin", lpstat=f"cat <<'E'\n{SAID}E", lp=lp)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr("desk.printing.cups.TIME_LIMIT", 1.0)
    with pytest.raises(PrinterTrouble) as trouble:
        Cups().hand_over(paper, queue, "slip")
    assert (trouble.value.printer, trouble.value.reason) == (queue, reason)


def test_cups_is_spoken_to_in_english_and_the_file_is_no_option(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    asked = tmp_path / "asked"
    lp = f'echo "$LC_ALL" "$@" > {asked}; echo "request id is DESK-17 (1 file(s))"'
    commands_saying(tmp_path / "bin", lpstat=f"cat <<'E'\n{SAID}E", lp=lp)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert Cups().hand_over(paper, "DESK", "slip 1") == 17
    assert asked.read_text() == (
        f"C -d DESK -t slip 1 -o media=A5 -o print-scaling=none -- {paper}\n"
    )


@pytest.fixture(scope="module")
def real() -> Iterator[tuple[Cups, str, list[bytes]]]:
    if CUPSD is None:
        pytest.skip("cupsd (package cups) is not installed")
    with own_cups() as server, socket_printer() as (port, came):
        admin(server, "lpadmin", "-p", "DESK", "-v", f"socket://127.0.0.1:{port}", "-E")
        admin(server, "lpadmin", "-p", "BACK", "-v", f"socket://127.0.0.1:{port}")
        admin(server, "lpadmin", "-p", "HELD", "-v", f"socket://127.0.0.1:{port}", "-E")
        admin(server, "cupsdisable", "HELD")
        admin(server, "lpadmin", "-d", "DESK")
        yield Cups(server), server, came


def test_a_real_cups_lists_its_queues(real: tuple[Cups, str, list[bytes]]) -> None:
    queues = {q.name: (q.state, q.accepting, q.usual) for q in real[0].queues()}
    assert queues == {
        "DESK": (QueueState.IDLE, True, True),
        "BACK": (QueueState.STOPPED, False, False),
        "HELD": (QueueState.STOPPED, True, False),
    }


def test_a_real_cups_hands_on_the_very_bytes_of_the_kept_pdf(
    real: tuple[Cups, str, list[bytes]], paper: Path
) -> None:
    cups, _, came = real
    job = cups.hand_over(paper, "DESK", "BR01-26-0001-slip-1")
    until(lambda: cups.news("DESK", job).state is JobState.SENT)
    until(lambda: bool(came))
    assert came == [paper.read_bytes()]


def test_a_job_at_a_stopped_printer_waits_and_then_fails_when_cancelled(
    real: tuple[Cups, str, list[bytes]], paper: Path
) -> None:
    cups, server, _ = real
    job = cups.hand_over(paper, "HELD", "BR01-26-0001-slip-1")
    news = cups.news("HELD", job)
    assert (news.state, news.wait) == (JobState.WAITING, Wait.STOPPED)
    admin(server, "cancel", f"HELD-{job}")
    until(lambda: cups.news("HELD", job).state is JobState.FAILED)


def test_a_real_cups_that_takes_nothing_is_told(
    real: tuple[Cups, str, list[bytes]], paper: Path
) -> None:
    for queue, reason in (("BACK", NotTaken.NOT_ACCEPTING), ("GONE", NotTaken.NO_QUEUE)):
        with pytest.raises(PrinterTrouble) as trouble:
            real[0].hand_over(paper, queue, "slip")
        assert trouble.value.reason == reason
