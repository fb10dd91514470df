"""CUPS, on Linux and macOS: its queues, and handing over a kept PDF as it is.

Windows has no such hand-over of PDF. What is missing there: drawing each page of the kept PDF
onto the printer (QtPdf onto QPainter, by bands, at the printer's resolution). Until then the
queues are reported as missing and papers wait as PDF, to be printed from any PDF viewer.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from desk.domain.errors import PrinterTrouble
from desk.domain.spooling import JobNews, NotTaken, Queue, QueueState, Wait

TIME_LIMIT = 15.0
"""Seconds that a command of CUPS may take; a spooler on the net can hang for minutes."""

_QUEUE = r"(?m)^printer (\S+) (?:is |now |)(idle|printing|disabled)"
_ACCEPTS = r"(\S+) (accepting|not accepting) requests since "
_USUAL = r"system default destination: (\S+)"
_JOB = r"request id is \S+-(\d+) "
_STATES = {
    "idle": QueueState.IDLE,
    "printing": QueueState.PRINTING,
    "disabled": QueueState.STOPPED,
}
_BOX = rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]"
_MEDIA = {(595, 842): "A4", (420, 595): "A5", (612, 792): "Letter"}
_MM = 72 / 25.4


class Cups:
    """The spooler of this machine; `server` names another (a socket's path, or host:port)."""

    def __init__(self, server: str = "") -> None:
        self._server = server

    def queues(self) -> tuple[Queue, ...]:
        """List the queues, the usual one first. Raises PrinterTrouble when CUPS is not there."""
        return read_queues(self._run("", "lpstat", "-p", "-a", "-d"))

    def hand_over(self, file: Path, queue: str, title: str) -> int:
        """Hand a PDF to a queue, unscaled and on its own size; give the number of the job.

        Raises PrinterTrouble with a NotTaken as reason. Success means queued, not printed.
        """
        known = {q.name: q for q in self.queues()}
        if queue not in known:
            raise PrinterTrouble(queue, NotTaken.NO_QUEUE)
        if not known[queue].accepting:
            raise PrinterTrouble(queue, NotTaken.NOT_ACCEPTING)
        options = ("-o", f"media={media_of(file.read_bytes())}", "-o", "print-scaling=none")
        said = self._run(queue, "lp", "-d", queue, "-t", title, *options, "--", str(file))
        found = re.search(_JOB, said)
        if found is None:
            raise PrinterTrouble(queue, NotTaken.REFUSED)
        return int(found[1])

    def news(self, queue: str, job: int) -> JobNews:
        """Ask where a job stands. Raises PrinterTrouble when CUPS does not answer."""
        from desk.printing.ipp import job_news  # 20 ms of HTTP that only a printing desk pays

        try:
            news = job_news(self._server or os.environ.get("CUPS_SERVER", ""), job)
        except TimeoutError as error:
            raise PrinterTrouble(queue, NotTaken.TIMED_OUT) from error
        except (OSError, ValueError) as error:
            raise PrinterTrouble(queue, NotTaken.NO_SPOOLER) from error
        if news.wait is not Wait.TURN:
            return news
        # Of a job that has not begun, CUPS does not tell that its printer is stopped.
        stopped = {q.name for q in self.queues() if q.state is QueueState.STOPPED}
        return JobNews(news.state, Wait.STOPPED) if queue in stopped else news

    def _run(self, queue: str, *command: str) -> str:
        try:
            done = subprocess.run(
                command,
                env=self._environment(os.environ),
                capture_output=True,
                timeout=TIME_LIMIT,
                check=False,
            )
        except FileNotFoundError as error:
            raise PrinterTrouble(queue, NotTaken.NO_SPOOLER) from error
        except subprocess.TimeoutExpired as error:
            raise PrinterTrouble(queue, NotTaken.TIMED_OUT) from error
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode == 0:
            return done.stdout.decode("utf-8", "replace")
        if "no destinations added" in said.casefold():
            return ""
        said = said.casefold()
        silent = any(words in said for words in ("unable to connect", "bad file descriptor"))
        gone = silent or "scheduler is not" in said or "transport endpoint" in said
        raise PrinterTrouble(queue, NotTaken.NO_SPOOLER if gone else NotTaken.REFUSED)

    def _environment(self, here: Mapping[str, str]) -> dict[str, str]:
        """Make CUPS answer in English, which is what is read here."""
        named = {"CUPS_SERVER": self._server} if self._server else {}
        return {**here, **named, "LC_ALL": "C"}


def read_queues(said: str) -> tuple[Queue, ...]:
    """Read what ``lpstat -p -a -d`` says in the C locale, the usual queue first."""
    accepting = {name: word == "accepting" for name, word in re.findall(_ACCEPTS, said)}
    usual = re.search(_USUAL, said)
    queues = [
        Queue(
            name=name,
            state=_STATES[state],
            accepting=accepting.get(name, False),
            usual=usual is not None and usual[1] == name,
        )
        for name, state in re.findall(_QUEUE, said)
    ]
    return tuple(sorted(queues, key=lambda queue: not queue.usual))


def media_of(pdf: bytes) -> str:
    """Name the paper of a PDF as CUPS does; a roll by its own length, else it comes out on A4."""
    found = re.search(_BOX, pdf)
    if found is None:
        raise ValueError("a PDF without a page size")
    width, height = float(found[1]), float(found[2])
    known = _MEDIA.get((round(width), round(height)))
    return known or f"Custom.{round(width / _MM)}x{round(height / _MM)}mm"
