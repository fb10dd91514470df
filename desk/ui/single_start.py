"""One desk per data folder: a second start asks the first to show itself, and ends."""

from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QThread, QTimer, Signal

from desk.domain.errors import DatabaseReadOnly

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_LISTENS_AFTER_MS = 300
_PATIENCE_MS = 1000
_TRIES, _PAUSE_MS = 20, 100
_ANSWER = b"shown"


class Start(Enum):
    """What a start found: nobody, a desk that now shows itself, or one that cannot be reached."""

    FIRST = "first"
    SHOWN = "shown"
    ELSEWHERE = "elsewhere"


class SingleStart(QObject):
    """Judges by a lock file in the data folder, which heals after a killed process.

    The local socket only carries "show yourself": Qt's server would take its name away from a
    living process without a word, so it decides nothing.
    """

    show_yourself = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._lock = QLockFile(str(data / "desk.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> Start:
        """Become the desk of this folder, or wake the one there is.

        Raises DatabaseReadOnly when the folder cannot be written at all.
        """
        if self._lock.tryLock(0):
            # Qt's network library costs 25 ms, which the first paint need not wait for.
            QTimer.singleShot(_LISTENS_AFTER_MS, self, self._listen)
            return Start.FIRST
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            raise DatabaseReadOnly(self._data)
        return Start.SHOWN if self._wake() else Start.ELSEWHERE

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @cached_property
    def _name(self) -> str:
        from hashlib import sha256

        return "desk-" + sha256(str(self._data.resolve()).encode()).hexdigest()[:16]

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        if not self._lock.isLocked():
            return
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # When this fails the lock still holds; a second start then says "elsewhere".
        self._server.listen(self._name)

    def _on_connection(self) -> None:
        server = self._server
        while server is not None and (caller := server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.write(_ANSWER)
            caller.disconnectFromServer()
            self.show_yourself.emit()

    def _wake(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        for _try in range(_TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_PATIENCE_MS):
                # A desk that hangs is still connected to by the system; only its answer counts.
                answered = socket.waitForReadyRead(_PATIENCE_MS)
                socket.abort()
                return answered
            QThread.msleep(_PAUSE_MS)  # it may only just be starting
        return False
