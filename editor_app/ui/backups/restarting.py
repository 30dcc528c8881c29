"""The window is closed, something is done with its library, and the program starts again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from editor_app.errors import EditorError
from editor_app.ui.window import MainWindow
from editor_app.ui.window_memory import WindowMemory

TOLD = "told-at-the-start"  # a sentence for the window that opens next


def do_while_closed(
    window: MainWindow, memory: WindowMemory, work: Callable[[], str], *, start: Callable[[], None]
) -> bool:
    """Close window, do work with the library that is closed now, and start again.

    What work returns, or why it could not be done, is said by the window that opens. Return whether
    the window closed: it stays where words could not be saved.
    """
    if not window.close():
        return False
    sign = QLabel("Bringing the library back…")
    sign.setWindowTitle("Standfirst")
    sign.setObjectName("bringingBack")
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sign.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
    sign.resize(360, 90)
    sign.show()
    QApplication.processEvents()
    try:
        words = work()
    except EditorError as error:
        words = str(error)
    memory.keep_text(TOLD, words)
    memory.write()
    start()
    sign.close()
    sign.deleteLater()
    QApplication.quit()  # the wish to quit that the last window left went by with the sign
    return True


def new_folder_for(file: Path, parent: Path) -> Path:
    """Return a folder that is not there yet, named after a backup file."""
    first = parent / file.stem
    folder, number = first, 2
    while folder.exists():
        folder, number = first.with_name(f"{first.name}-{number}"), number + 1
    return folder
