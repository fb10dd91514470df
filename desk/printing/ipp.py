"""As much of the Internet Printing Protocol as it takes to ask CUPS where a job stands.

IPP/1.1, RFC 8011 (operations and attributes) and RFC 8010 (encoding).
"""

import http.client
import re
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

from desk.domain.spooling import JobNews, JobState, Wait

TIME_LIMIT = 3.0
"""Seconds to wait for an answer; on this machine it takes milliseconds."""
_SOCKETS = (
    Path("/run/cups/cups.sock"),
    Path("/var/run/cups/cups.sock"),
    Path("/private/var/run/cupsd"),
)
_GET_JOB_ATTRIBUTES = 0x0009
_NOT_FOUND = 0x0406
_OPERATION, _END = 0x01, 0x03
_INTEGER, _ENUM, _KEYWORD, _NAME, _URI, _CHARSET, _LANGUAGE = (
    0x21, 0x23, 0x44, 0x42, 0x45, 0x47, 0x48,
)  # fmt: skip
_ASKED = ("job-state", "job-state-reasons", "job-printer-state-reasons")
_COMPLETED, _CANCELED, _ABORTED = 9, 7, 8
_STOPPED, _HELD = 6, 4

# Keywords come with or without these (RFC 8011, 5.4.12).
_ENDING = re.compile("-(report|warning|error)$")
_WAITS = {
    "media-empty": Wait.PAPER,
    "media-needed": Wait.PAPER,
    "marker-supply-empty": Wait.INK,
    "toner-empty": Wait.INK,
    "cover-open": Wait.COVER,
    "door-open": Wait.COVER,
    "media-jam": Wait.JAM,
    "offline": Wait.OFFLINE,
    "connecting-to-device": Wait.OFFLINE,
    "timed-out": Wait.OFFLINE,
    "shutdown": Wait.OFFLINE,
    "paused": Wait.STOPPED,
    "printer-stopped": Wait.STOPPED,
    "stopped-partly": Wait.STOPPED,
}


class _SocketConnection(http.client.HTTPConnection):
    """HTTP over a socket in the file system, as CUPS offers it to programs of its machine."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=TIME_LIMIT)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(TIME_LIMIT)
        self.sock.connect(self._path)


def job_news(server: str, job: int) -> JobNews:
    """Ask a CUPS where a job stands.

    `server` is a socket's path or ``host[:port]``, empty for this machine's own. A job CUPS has
    forgotten counts as sent. Raises OSError when nobody answers, ValueError for nonsense.
    """
    connection = _connected(server)
    try:
        connection.request(
            "POST", f"/jobs/{job}", request_for(job), {"Content-Type": "application/ipp"}
        )
        response = connection.getresponse()
        content = response.read()
    except http.client.HTTPException as error:
        raise ValueError(str(error)) from error
    finally:
        connection.close()
    if response.status != http.client.OK:
        raise ValueError(f"HTTP {response.status}")
    return read_news(content)


def request_for(job: int) -> bytes:
    """Write a Get-Job-Attributes request."""
    parts = [
        struct.pack(">HHIB", 0x0101, _GET_JOB_ATTRIBUTES, 1, _OPERATION),
        _attribute(_CHARSET, "attributes-charset", "utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", "en"),
        _attribute(_URI, "job-uri", f"ipp://localhost/jobs/{job}"),
        _attribute(_NAME, "requesting-user-name", "desk"),
    ]
    names = ("requested-attributes", "", "")
    parts += [_attribute(_KEYWORD, name, asked) for name, asked in zip(names, _ASKED, strict=True)]
    return b"".join(parts) + bytes([_END])


def read_news(content: bytes) -> JobNews:
    """Read the answer to `request_for`. Raises ValueError when it is none."""
    if len(content) < 8:
        raise ValueError("not an IPP answer")
    status = struct.unpack(">H", content[2:4])[0]
    if status == _NOT_FOUND:
        return JobNews(JobState.SENT)
    if status >= 0x0400:
        raise ValueError(f"IPP status {status:#06x}")
    said: dict[str, list[int | str]] = {}
    for name, value in _attributes(content):
        said.setdefault(name, []).append(value)
    state = said.get("job-state", [0])[0]
    if state == _COMPLETED:
        return JobNews(JobState.SENT)
    if state in {_CANCELED, _ABORTED}:
        return JobNews(JobState.FAILED)
    reasons = [*said.get("job-printer-state-reasons", ()), *said.get("job-state-reasons", ())]
    return JobNews(JobState.WAITING, _wait(state, [str(reason) for reason in reasons]))


def _wait(state: int | str, reasons: list[str]) -> Wait:
    for reason in reasons:
        if wait := _WAITS.get(_ENDING.sub("", reason)):
            return wait
    return {_STOPPED: Wait.STOPPED, _HELD: Wait.HELD}.get(int(state), Wait.TURN)


def _connected(server: str) -> http.client.HTTPConnection:
    if not server:
        server = next((str(path) for path in _SOCKETS if path.exists()), "localhost")
    if server.startswith("/"):
        return _SocketConnection(server)
    host, _, port = server.partition(":")
    return http.client.HTTPConnection(host, int(port.split("/")[0] or 631), timeout=TIME_LIMIT)


def _attribute(tag: int, name: str, value: str) -> bytes:
    raw_name, raw = name.encode(), value.encode()
    return struct.pack(">BH", tag, len(raw_name)) + raw_name + struct.pack(">H", len(raw)) + raw


def _attributes(content: bytes) -> Iterator[tuple[str, int | str]]:
    """Give name and value of each attribute; a further value of one has its name again."""
    place, name = 8, ""
    while place < len(content):
        tag = content[place]
        place += 1
        if tag == _END:
            return
        if tag < 0x10:  # a group begins
            continue
        key, place = _field(content, place)
        value, place = _field(content, place)
        name = key.decode("utf-8", "replace") or name
        if tag in {_INTEGER, _ENUM}:
            if len(value) != 4:
                raise ValueError("an IPP number is not four bytes")
            yield name, struct.unpack(">i", value)[0]
        else:
            yield name, value.decode("utf-8", "replace")
    raise ValueError("an IPP answer without an end")


def _field(content: bytes, place: int) -> tuple[bytes, int]:
    end = place + 2 + int.from_bytes(content[place : place + 2], "big")
    if end > len(content):
        raise ValueError("an IPP answer is cut")
    return content[place + 2 : end], end
