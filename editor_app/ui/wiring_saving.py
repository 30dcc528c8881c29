"""When the words are saved, and what the window says about it."""

from editor_app.editing.autosave import SaveReport, SaveState
from editor_app.editing.changes import Change, ChangeKind
from editor_app.errors import EditorError
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.messages import Choice, Tone, ask
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt


def connect_saving(window: MainWindow, desk: Desk) -> None:
    """Show where the words are; save on Ctrl+S, on leaving the window, before it closes."""
    autosave = desk.autosave

    def show(report: SaveReport) -> None:
        is_failure = report.state is SaveState.FAILED
        words = save_words(report, is_open=desk.session.draft is not None)
        window.status.show_save_state(words, is_failure=is_failure)

    def hear(change: Change) -> None:
        show(autosave.report)
        if change.kind is ChangeKind.COPIED:
            window.notices.show_notice(
                "This item was changed elsewhere. Your words were kept as a copy, open here.",
                tone=Tone.WARNING,
            )

    def save() -> None:
        settle_typing(window)
        attempt(window.notices, autosave.save_now)

    def may_close() -> bool:
        settle_typing(window)
        try:
            desk.session.leave()
        except EditorError as error:
            _ask_about_loss(window, error)
            return False
        return True

    window.actions_.save.triggered.connect(save)
    window.left.connect(autosave.save_soon)
    window.call_before_closing(may_close)
    autosave.subscribe(show)
    desk.session.subscribe(hear)


def save_words(report: SaveReport, *, is_open: bool) -> str:
    """Return what the status bar says about the words."""
    if not is_open:
        return ""
    if report.state is SaveState.FAILED:
        return f"Not saved — {report.message}"
    if report.state is SaveState.SAVING:
        return "Saving…"
    if report.state is SaveState.UNSAVED:
        return "Editing…"
    if report.saved_at is None:
        return "✓ Saved"
    return f"✓ Saved {report.saved_at.astimezone():%H:%M}"


def _ask_about_loss(window: MainWindow, error: EditorError) -> None:
    def close_anyway() -> None:
        window.close_without_asking()

    ask(
        window,
        "The last words could not be saved.",
        detail=f"{error}\nIf you close the window now, they are lost.",
        yes=Choice(words="Close and lose them", act=close_anyway),
    )
