"""The Checks tab at work: what the runner finds is shown, and what the user wants is done."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from editor_app.checks.applying import all_of_kind
from editor_app.checks.finding import Finding, Fix
from editor_app.checks.leaving import LeftAlone
from editor_app.errors import EditorError
from editor_app.ui.checks.delegate import level_colour
from editor_app.ui.checks.jumping import Jumps
from editor_app.ui.checks.mending import Mending, Undo
from editor_app.ui.checks.panel import ChecksPanel
from editor_app.ui.checks.runner import CheckedItem, CheckRunner
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt


class ChecksAtWork(QObject):
    """Lets the panel show and do what the checks of the open item say."""

    def __init__(self, window: MainWindow, desk: Desk, runner: CheckRunner) -> None:
        super().__init__(window)
        self._window, self._desk, self._runner = window, desk, runner
        self._shown: CheckedItem | None = None
        self._undo: Undo | None = None
        self.panel = ChecksPanel(desk.look)
        header, body = window.panes.editor.header, window.panes.editor.body
        lines = {"headline": header.headline, "standfirst": header.standfirst}
        self._mending = Mending(desk.session, body, lines)
        self._jumps = Jumps(window)
        window.panes.checks.furnish(self.panel)
        self._connect()

    def _connect(self) -> None:
        panel, runner = self.panel, self._runner
        runner.checked.connect(self._on_checked)
        runner.cleared.connect(self._on_cleared)
        runner.failed.connect(self._on_failed)
        panel.chosen_changed.connect(self._on_chosen_changed)
        panel.visit_requested.connect(self._on_visit)
        panel.fix_requested.connect(self._on_fix)
        panel.fix_all_requested.connect(self._on_fix_all)
        panel.open_requested.connect(self._window.panes.details.item_requested)
        panel.undo_requested.connect(self._on_undo)
        panel.leave_requested.connect(self._on_leave)
        panel.take_back_requested.connect(self._on_take_back)

    # ------------------------------------------------------------ what was found

    @Slot(object)
    def _on_checked(self, found: CheckedItem) -> None:
        is_other = self._shown is None or self._shown.draft.item.id != found.draft.item.id
        if is_other:
            self._forget_undo()
            self.panel.clear("")
        self._shown = found
        self.panel.show_judged(found.judged, found.draft.body)
        self.panel.show_forced(_forced_words(found))

    @Slot()
    def _on_cleared(self) -> None:
        self._shown = None
        self._forget_undo()
        self._jumps.forget()
        self.panel.clear("No item is open.")

    @Slot(object)
    def _on_failed(self, error: EditorError) -> None:
        self.panel.clear(str(error))

    @Slot()
    def _on_chosen_changed(self) -> None:
        row = self.panel.list.chosen
        if row is None or row.finding is None:
            self._jumps.forget()
        elif self.panel.isVisible():
            colour = level_colour(row.level, self._desk.look.tokens)
            self._jumps.show(row.finding.place, QColor(colour))

    @Slot()
    def _on_visit(self) -> None:
        row = self.panel.list.chosen
        if row is not None and row.finding is not None:
            self._jumps.visit(row.finding.place)

    # ------------------------------------------------------------ what is done about it

    @Slot(object)
    def _on_fix(self, finding: Finding) -> None:
        if finding.fix is not None:
            self._mend(finding.fix)

    @Slot(str)
    def _on_fix_all(self, rule: str) -> None:
        if self._shown is None:
            return
        fix = all_of_kind(self._shown.judged.findings, rule)
        if fix is not None:
            self._mend(fix)

    def _mend(self, fix: Fix) -> None:
        """Put a fix in, unless something was typed since it was found."""
        if not self._is_newest():
            self._runner.look_again()
            return
        self.panel.go_on()
        self._undo = attempt(self._window.notices, lambda: self._mending.mend(fix))
        self.panel.show_undo(is_possible=self._undo is not None)

    def _is_newest(self) -> bool:
        now = self._desk.session.draft
        if now is None or self._shown is None or now.item.is_trashed:
            return False
        found = self._shown.draft
        return now.body == found.body and now.item == found.item

    @Slot()
    def _on_undo(self) -> None:
        undo = self._undo
        self._forget_undo()
        if undo is not None:
            attempt(self._window.notices, undo)

    def _forget_undo(self) -> None:
        self._undo = None
        self.panel.show_undo(is_possible=False)

    @Slot(object, str)
    def _on_leave(self, finding: Finding, reason: str) -> None:
        if self._shown is None:
            return
        item = self._shown.draft.item
        left = LeftAlone(
            rule=finding.rule,
            subject=finding.subject,
            reason=reason,
            left_at=self._desk.clock(),
        )

        def keep() -> None:
            self._desk.session.leave()  # a reason needs an item that the library knows
            self._desk.library.left_alone.leave(item.id, left)
            self._desk.library.check_counts.forget(item.id)

        self.panel.go_on()
        attempt(self._window.notices, keep)
        self._runner.look_again()

    @Slot(object)
    def _on_take_back(self, left: LeftAlone) -> None:
        if self._shown is None:
            return
        item = self._shown.draft.item

        def take_back() -> None:
            self._desk.library.left_alone.take_back(item.id, left.rule, left.subject)
            self._desk.library.check_counts.forget(item.id)

        attempt(self._window.notices, take_back)
        self._runner.look_again()


def _forced_words(found: CheckedItem) -> str:
    """Return why the item went out although the checks held it back."""
    record = found.forced
    if record is None:
        return ""
    day = f"{record.exported_at.day} {record.exported_at:%b %Y}"
    return f"Exported on {day} over the checks, because: {record.forced_reason}"
