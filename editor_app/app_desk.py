"""What lies behind the window: the library is opened, and everything is connected."""

from functools import partial

from editor_app.app_frame import Frame
from editor_app.background.timers import QtTimers
from editor_app.editing.autosave import Autosave
from editor_app.editing.draft import Draft
from editor_app.editing.session import EditingSession
from editor_app.store.first_look import FirstLook
from editor_app.store.library import Library
from editor_app.ui import wiring
from editor_app.ui.crash import CrashNotice
from editor_app.ui.details.pane import DetailsPane
from editor_app.ui.single_instance import Doorbell
from editor_app.ui.wiring_desk import Desk


def furnish(frame: Frame, look: FirstLook, draft: Draft | None) -> None:
    """Open a library whole, or make one with a sample item, and let the window work on it.

    ``draft`` is the item that is on the sheet already.

    Raises:
        LibraryError: the library cannot be opened; nothing in it was changed.
    """
    library = Library(look, clock=frame.clock)
    try:
        frame.window.take_details(DetailsPane(frame.look.icons, frame.clock))
        if library.is_new:
            from editor_app.intake.sample import first_item  # noqa: PLC0415 - only the first start

            first_item(library, frame.clock)
        desk = _desk(frame, library)
        _end_in_order(frame, desk)
        wiring.connect(frame.window, desk, frame.text, draft)
    except BaseException:
        library.close()
        raise
    CrashNotice(frame.window, partial(_save_words, desk), library.folder)
    doorbell = Doorbell(library.folder, frame.window)
    doorbell.rung.connect(frame.window.come_forward)
    frame.window.call_after_closing(doorbell.stop)  # the last to be joined is the first to end


def _save_words(desk: Desk) -> bool:
    """Save at once; return whether an item is open of which the library has every word.

    Raises:
        EditorError: the words could not be saved.
    """
    desk.autosave.save_now()
    return desk.session.draft is not None and not desk.session.is_dirty


def _desk(frame: Frame, library: Library) -> Desk:
    frame.at_hand.put(library)
    session = EditingSession(library, clock=frame.clock)
    later = QtTimers(frame.background)
    return Desk(
        library=library,
        session=session,
        autosave=Autosave(session, later=later, run=frame.background.run_at_once),
        background=frame.background,
        clock=frame.clock,
        look=frame.look,
        memory=frame.memory,
    )


def _end_in_order(frame: Frame, desk: Desk) -> None:
    """Let threads end before the library is closed, and the library when the window is."""

    def end() -> None:
        desk.background.close()
        desk.library.close()
        desk.look.let_go()

    frame.window.call_after_closing(end)
