"""A real CUPS of the tests' own, in a folder, and a printer that is a socket."""

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

CUPSD = shutil.which("cupsd") or ("/usr/sbin/cupsd" if Path("/usr/sbin/cupsd").exists() else None)
ADMIN = shutil.which("lpadmin") or "/usr/sbin/lpadmin"

_CONFIG = """
Listen {socket}
LogLevel warn
DefaultAuthType None
WebInterface No
Browsing No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/tmp
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
"""


@contextmanager
def own_cups() -> Iterator[str]:
    """Run a CUPS in a folder of its own; give its socket. The machine's CUPS is not touched.

    Not in pytest's folder: CUPS sends as another user, who must be able to get at the jobs, and
    the name of a socket has at most 107 characters.
    """
    with TemporaryDirectory(prefix="desk-cups-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        yield from _running(root)


def _running(root: Path) -> Iterator[str]:
    for name in ("etc", "spool", "cache", "state", "tmp"):
        (root / name).mkdir(parents=True)
    listening = root / "s"
    config, files = root / "etc" / "cupsd.conf", root / "etc" / "cups-files.conf"
    config.write_text(_CONFIG.format(socket=listening))
    files.write_text(_FILES.format(root=root))
    command = [str(CUPSD), "-f", "-c", str(config), "-s", str(files)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as cupsd:
        try:
            until(listening.exists)
            yield str(listening)
        finally:
            cupsd.terminate()
            cupsd.wait(20)


@contextmanager
def socket_printer() -> Iterator[tuple[int, list[bytes]]]:
    """Listen as a network printer does; give the port and what came in, job by job."""
    came: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_listen, args=(server, came), daemon=True).start()
        yield server.getsockname()[1], came


def _listen(server: socket.socket, came: list[bytes]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection, connection.makefile("rb") as stream:
            came.append(stream.read())


def admin(server: str, command: str, *arguments: str) -> None:
    """Run one of the commands that set printers up."""
    place = shutil.which(command) or f"/usr/sbin/{command}"
    subprocess.run([place, "-h", server, *arguments], check=True, capture_output=True, timeout=20)


def until(holds: object, seconds: float = 15.0) -> None:
    """Wait until a condition holds; fail when it never does."""
    assert callable(holds)
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
