"""One window for one library: a second start brings the first window forward."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 800  # milliseconds
_ANSWER_AFTER = 3_000  # milliseconds; a window may be at work, but one that closes never answers
_GREETING = b"raise\n"
_ANSWER = b"here\n"


def address_of(library: Path) -> str:
    """Return the name of the local socket on which the window of a library listens."""
    place = f"{os.getuid() if hasattr(os, 'getuid') else ''}:{library.resolve()}"
    return f"standfirst-{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}"


def raise_other(library: Path, *, answer_after: int = _ANSWER_AFTER) -> bool:
    """Ask the window that has library open to come forward; return whether it answers in time."""
    socket = QLocalSocket()
    socket.connectToServer(address_of(library))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(_GREETING)
    socket.waitForBytesWritten(_PATIENCE)
    if not socket.bytesAvailable():  # it may have come while the greeting was on its way
        socket.waitForReadyRead(answer_after)
    answer = bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer == _ANSWER


class Doorbell(QObject):
    """Listens for another start on the same library.

    Signals:
        rung: Somebody started the program again on this library.
    """

    rung = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = address_of(library)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a crash: nobody answered on it
            self._server.listen(name)

    def stop(self) -> None:
        """Listen no more, because the window is closing; who waits for an answer gets none."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_ANSWER)
            socket.flush()
            self.rung.emit()
