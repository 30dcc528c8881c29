"""What has to be settled before Qt starts, so that the preview can start later."""

import os

from PySide6.QtCore import QCoreApplication, Qt

SCHEME = "standfirst-page"  # the address of every page and picture that the preview may see
_FLAGS_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"


def register_scheme() -> None:
    """Prepare the process for the preview. Call it before the application object is made.

    QtWebEngine itself is not loaded here, as that would cost the first window a third of its time;
    it takes a scheme until its first profile is made (see `editor_app.ui.preview.engine`).
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    flags = os.environ.get(_FLAGS_VARIABLE, "")
    missing = [flag for flag in _chromium_flags() if flag not in flags]
    os.environ[_FLAGS_VARIABLE] = " ".join([*filter(None, [flags]), *missing])


def _chromium_flags() -> tuple[str, ...]:
    """Return what keeps Chromium off every network, whatever a page says."""
    return (
        '--host-resolver-rules="MAP * ~NOTFOUND"',  # preconnect asks DNS behind the interceptor
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--no-pings",
    )
