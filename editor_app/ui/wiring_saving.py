"""When the words are saved, and what the window says about it."""

from editor_app.editing.autosave import SaveReport, SaveState
from editor_app.editing.changes import Change, ChangeKind
from editor_app.errors import EditorError
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.messages import Choice, Tone, ask
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

_ON_RESERVE = (
    "The disk is full. Your words were saved in the last reserve: free some space now, or save a "
    "copy on another disk."
)


class SaveNotices:
    """Says in the window where the words are, and what can be done when they cannot be saved."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk
        self._has_failed = self._is_on_reserve = False  # and that was said
        self._elsewhere = Choice(words="Save a copy elsewhere…", act=self._save_elsewhere)

    def show(self, report: SaveReport) -> None:
        """Show a report in the status bar, and what is grave in a notice, once."""
        is_failure = report.state is SaveState.FAILED
        if is_failure and not self._has_failed:
            words = f"{report.message} {report.hint}".strip()
            notices, tone = self._window.notices, Tone.DANGER
            notices.show_notice(words, tone=tone, choices=[self._elsewhere])
        elif report.is_on_reserve and not self._is_on_reserve:
            notices, tone = self._window.notices, Tone.WARNING
            notices.show_notice(_ON_RESERVE, tone=tone, choices=[self._elsewhere])
        self._is_on_reserve = report.is_on_reserve
        if report.state is not SaveState.SAVING:  # between two tries it is still the same failure
            self._has_failed = is_failure
        words = save_words(report, is_open=self._desk.session.draft is not None)
        self._window.status.show_save_state(words, is_failure=is_failure)

    def save(self) -> None:
        """Save at once."""
        settle_typing(self._window)
        try:
            self._desk.autosave.save_now()
        except EditorError as error:
            self._window.notices.show_error(error, choices=[self._elsewhere])

    def _save_elsewhere(self) -> None:
        from editor_app.ui.saving_elsewhere import CopyElsewhere  # noqa: PLC0415 - costs a start

        CopyElsewhere(self._window, self._desk).choose()


def connect_saving(window: MainWindow, desk: Desk) -> None:
    """Show where the words are; save on Ctrl+S, on leaving the window, before it closes."""
    autosave, saying = desk.autosave, SaveNotices(window, desk)

    def hear(change: Change) -> None:
        saying.show(autosave.report)
        if change.kind is ChangeKind.COPIED:
            window.notices.show_notice(
                "This item was changed elsewhere. Your words were kept as a copy, open here.",
                tone=Tone.WARNING,
            )

    def may_close() -> bool:
        settle_typing(window)
        try:
            desk.session.leave()
        except EditorError as error:
            _ask_about_loss(window, error)
            return False
        return True

    window.actions_.save.triggered.connect(saying.save)
    window.left.connect(autosave.save_soon)
    window.call_before_closing(may_close)
    window.call_after_closing(autosave.end)
    autosave.subscribe(saying.show)
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
