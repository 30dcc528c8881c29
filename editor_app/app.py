"""The composition root: makes every object of the window once and hands it on."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor_app import clock, paths
from editor_app.background.threads import Background
from editor_app.background.timers import QtTimers
from editor_app.editing.autosave import Autosave
from editor_app.editing.session import EditingSession
from editor_app.store.library import Library
from editor_app.ui import wiring
from editor_app.ui.crash import CrashNotice
from editor_app.ui.details.pane import DetailsPane
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.format_bar import FormatBar
from editor_app.ui.fields.header import ItemHeader
from editor_app.ui.item_list.pane import ListPane, Shelf
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.look.look import Look
from editor_app.ui.preview.pane import PreviewPane
from editor_app.ui.preview.scheme import register_scheme
from editor_app.ui.signals import close_when_asked
from editor_app.ui.single_instance import Doorbell, raise_other
from editor_app.ui.window import MainWindow, Panes
from editor_app.ui.window_actions import WindowActions
from editor_app.ui.window_editor_pane import EditorPane
from editor_app.ui.window_memory import WindowMemory
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_editing import read_picture
from editor_app.ui.wiring_view import editor_look


def application() -> QApplication:
    """Return the one application object, made ready for the preview."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    register_scheme()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    made = QApplication(["standfirst"])
    made.setApplicationName("Standfirst")
    made.setDesktopFileName("standfirst")
    return made


def build(
    library: Path, *, settings: Path | None = None, now: Callable[[], datetime] = clock.now
) -> MainWindow:
    """Return a window on the library in a folder; it is not shown yet.

    A library that is not there is made, with one sample item. ``settings`` is the ini file that
    remembers how the window was left.

    Raises:
        LibraryError: the library cannot be opened; nothing in it was changed.
    """
    running = application()
    opened = Library.open(library, clock=now)
    try:
        if opened.is_new:
            from editor_app.intake.sample import first_item  # noqa: PLC0415 - only the first start

            first_item(opened, now)
        memory = WindowMemory(settings or paths.settings_file(), opened.folder)
        desk = _desk(opened, memory, Look(running), now)
        window, text = _window(desk)
        _end_in_order(window, desk)
        wiring.connect(window, desk, text)
    except BaseException:
        opened.close()
        raise
    CrashNotice(window, desk.autosave.save_now)
    Doorbell(opened.folder, window).rung.connect(window.come_forward)
    return window


def run_window(folder: Path) -> int:
    """Open the window on a library and return the exit code when it is closed.

    Where a window is open on the library already, that one comes forward.

    Raises:
        LibraryError: the library cannot be opened.
    """
    running = application()
    if raise_other(folder.expanduser().absolute()):
        sys.stdout.write("Standfirst is open on this library already; its window comes forward.\n")
        return 0
    window = build(folder)
    close_when_asked(window)
    window.show()
    return running.exec()


def _desk(library: Library, memory: WindowMemory, look: Look, now: Callable[[], datetime]) -> Desk:
    look.choose(memory.scheme)
    background = Background()
    session = EditingSession(library, clock=now)
    autosave = Autosave(session, later=QtTimers(background), run=background.run)
    return Desk(
        library=library,
        session=session,
        autosave=autosave,
        background=background,
        clock=now,
        look=look,
        memory=memory,
    )


def _window(desk: Desk) -> tuple[MainWindow, EditorActions]:
    """Put the window together."""
    look, library = desk.look, desk.library
    body = BodyEditor(editor_look(look))
    text = EditorActions(body, look.icons)
    header = ItemHeader(look, lambda src: read_picture(desk, src), lambda: desk.clock().date())
    thumbnails = Thumbnails(desk.background, library.photos.data)
    shelf = Shelf(
        page=library.items.page,
        counts=library.items.counts,
        count=library.items.count,
        sections=library.sections.names,
    )
    panes = Panes(
        items=ListPane(shelf, thumbnails, look),
        editor=EditorPane(FormatBar(text, look.icons), header, body),
        preview=PreviewPane(desk.background),
        details=DetailsPane(look.icons, desk.clock),
    )
    thumbnails.setParent(panes.items)
    return MainWindow(panes, WindowActions(look.icons, body), look), text


def _end_in_order(window: MainWindow, desk: Desk) -> None:
    """Let threads end before the library is closed, and the library when the window is."""

    def end() -> None:
        desk.background.close()
        desk.library.close()
        desk.look.let_go()

    desk.background.setParent(window)
    window.call_after_closing(end)
