"""What changed since the last upload: a dialog of the File menu."""

from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


def connect_uploads(window: MainWindow, desk: Desk) -> None:
    """Let the File menu show which files are to be uploaded."""

    def show() -> None:
        from editor_app.ui.export_uploads import (  # noqa: PLC0415 - no start need pay for it
            UploadDuties,
            UploadsDialog,
        )

        duties = UploadDuties(
            library=desk.library,
            background=desk.background,
            clock=desk.clock,
            memory=desk.memory,
        )
        UploadsDialog(duties, window).open()

    window.actions_.uploads.triggered.connect(show)
