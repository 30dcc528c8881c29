"""What every test needs, and what no test may do.

No test reaches the network, touches the user's own folders, or leaves a message box, a Qt warning
or a log warning behind that it did not ask for.
"""

import gc
import os
import socket
from datetime import UTC, datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault(
    "QTWEBENGINE_DISABLE_SANDBOX", "1"
)  # tests may run as root; never set by the product

import pytest
from hypothesis import settings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

settings.register_profile("standfirst", deadline=None, print_blob=True)
settings.load_profile("standfirst")

_NEAR = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture
def now():
    """Return a moment that does not move."""
    return datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


@pytest.fixture
def clock(now):
    """Return a clock that stands still."""
    return lambda: now


@pytest.fixture(autouse=True, scope="module")
def _old_things_are_not_looked_through():
    """Let the collector pass over what earlier tests left: with many windows it takes minutes."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _folders_of_its_own(tmp_path_factory, monkeypatch):
    """Keep the program, and what it starts, out of the user's data, settings and cache."""
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.delenv("STANDFIRST_ACK_LOG", raising=False)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Fail whatever asks for another host."""

    def is_far(address):
        return isinstance(address, tuple) and str(address[0]) not in _NEAR

    def guarded(method):
        def connect(self, address, *rest):
            if self.family != socket.AF_UNIX and is_far(address):
                pytest.fail(f"the test asked for the network: {address}")
            return method(self, address, *rest)

        return connect

    def look_up(host, *rest, **options):
        if host is not None and str(host) not in _NEAR:
            pytest.fail(f"the test asked for the address of {host}")
        return resolve(host, *rest, **options)

    resolve = socket.getaddrinfo
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.fixture(autouse=True)
def _empty_clipboard():
    """Leave nothing on the clipboard: data made by a test must not outlive Python."""
    yield
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_unexpected_log_warnings(caplog):
    """Fail on a warning in the log; a test that expects one reads it and calls caplog.clear()."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= 30]
    assert not loud, [r.getMessage() for r in loud]


@pytest.fixture
def message_boxes(monkeypatch):
    """Return the texts of the message boxes shown so far; a test that names this expects some."""
    return _watch_boxes(monkeypatch)


@pytest.fixture(autouse=True)
def _no_unexpected_message_boxes(request, monkeypatch):
    """Fail on a message box nobody asked for; one that would block is answered with nothing."""
    if "message_boxes" in request.fixturenames:
        yield
        return
    shown = _watch_boxes(monkeypatch)
    yield
    assert not shown, f"message boxes: {shown}"


def _watch_boxes(monkeypatch):
    shown = []

    def noted(method):
        def show(box, *rest):
            shown.append(box.text())
            return method(box, *rest)

        return show

    def answered_box(box):
        shown.append(box.text())
        return QMessageBox.StandardButton.NoButton

    def answered(_parent, _title, text, *_rest):
        shown.append(text)
        return QMessageBox.StandardButton.NoButton

    for name in ("show", "open"):
        monkeypatch.setattr(QMessageBox, name, noted(getattr(QMessageBox, name)))
    monkeypatch.setattr(QMessageBox, "exec", answered_box)
    for name in ("information", "question", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, staticmethod(answered))
    return shown
