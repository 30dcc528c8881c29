"""What the Checks tab shows: the findings, and under them what can be done about the chosen one."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.body.tree import Body
from editor_app.checks.finding import Finding
from editor_app.checks.leaving import Judged, can_be_left
from editor_app.ui.checks.finding_list import FindingList
from editor_app.ui.checks.words import summary_words
from editor_app.ui.item_list.flow import FlowLayout
from editor_app.ui.look.look import Look

_LEAVE = "Leave it, because…"
_ALL_GOOD = "Nothing missing. This item is ready for its readers."


class ChecksPanel(QWidget):
    """Shows what was found, and offers what can be done.

    Signals:
        chosen_changed: Another finding is chosen, or none.
        visit_requested: The user wants to go to the place of the chosen finding.
        fix_requested: The chosen finding is to be mended; carries the `Finding`.
        fix_all_requested: All findings of its kind are to be mended; carries the rule's id.
        undo_requested: What was mended last is to be as it was.
        leave_requested: The chosen finding is to be left; carries the `Finding` and the reason.
        open_requested: The other item that the chosen finding is about is to be opened; carries its
            `ItemId`.
        take_back_requested: A reason is to hold no longer; carries the `LeftAlone`.
    """

    chosen_changed = Signal()
    visit_requested = Signal()
    fix_requested = Signal(object)
    fix_all_requested = Signal(str)
    undo_requested = Signal()
    leave_requested = Signal(object, str)
    open_requested = Signal(str)
    take_back_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checksPanel")
        self._look = look
        self._judged = Judged()
        self._goes_on = False
        self.list = FindingList(look, self)
        self.summary = QLabel(self)
        self.summary.setObjectName("checksSummary")
        self.summary.setAccessibleName("Summary of the checks")
        self.forced = self._make_forced()
        self.good = self._make_good()
        self.fix = self._button("fixFinding", "Mend")
        self.fix.setProperty("look", "primary")
        self.fix_all = self._button("fixAllOfKind", "Mend all of this kind")
        self.undo = self._button("undoFix", "Undo")
        self.open = self._button("openOther", "Open the other item")
        self.leave = self._button("leaveFinding", _LEAVE)
        self.take_back = self._button("takeBackReason", "Take the reason back")
        self.reason = QLineEdit(self)
        self.reason.setObjectName("leaveReason")
        self.reason.setAccessibleName("Why it is left as it is")
        self.reason.setPlaceholderText("Because… (Enter keeps it, Esc does not)")
        self.reason.setMaxLength(400)
        self.bar = self._make_bar()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self.clear("No item is open.")

    # ------------------------------------------------------------ what is shown

    def show_judged(self, judged: Judged, body: Body) -> None:
        """Show what was found in the open item."""
        self._judged = judged
        self.summary.setText(summary_words(judged))
        has_rows = bool(judged.findings or judged.left or judged.failed)
        self.list.show_findings(judged, body, goes_on=self._goes_on)
        self._goes_on = False
        self.good.setVisible(not judged.findings)
        self._sign.show()
        self._nothing.setText(_ALL_GOOD)
        self.list.setVisible(has_rows)
        self._offer()

    def clear(self, words: str) -> None:
        """Show no findings, and say why."""
        self._judged = Judged()
        self.summary.clear()
        self.list.clear_findings()
        self.list.hide()
        self._sign.hide()
        self._nothing.setText(words)
        self.good.show()
        self.show_undo(is_possible=False)
        self.show_forced("")
        self._offer()

    def show_forced(self, words: str) -> None:
        """Show why the item went out although the checks held it back; nothing for nothing."""
        self.forced.setText(words)
        self.forced.setVisible(bool(words))

    def show_undo(self, *, is_possible: bool) -> None:
        """Offer to take back what was mended last, or no longer."""
        self.undo.setVisible(is_possible)
        self._show_bar()

    def go_on(self) -> None:
        """Choose the next finding when the chosen one is gone."""
        self._goes_on = True

    # ------------------------------------------------------------ parts

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        return button

    def _make_forced(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("forcedExport")
        label.setAccessibleName("Exported over the checks")
        label.setProperty("look", "hint")
        label.setWordWrap(True)
        label.setContentsMargins(14, 0, 14, 8)
        return label

    def _make_good(self) -> QWidget:
        good = QWidget(self)
        self._sign = QLabel(good)
        self._sign.setPixmap(self._look.icons("check").pixmap(QSize(28, 28)))
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing = QLabel(good)
        self._nothing.setObjectName("nothingMissing")
        self._nothing.setAccessibleName("Checks")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(good)
        layout.setContentsMargins(24, 36, 24, 24)
        layout.setSpacing(10)
        layout.addWidget(self._sign)
        layout.addWidget(self._nothing)
        layout.addStretch(1)
        return good

    def _make_bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("findingBar")
        inside = QWidget(bar)
        row = FlowLayout(inside, gap=6)
        for part in (self.fix, self.fix_all, self.open, self.leave, self.take_back, self.undo):
            row.addWidget(part)
        layout = QVBoxLayout(bar)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.addWidget(inside)
        return bar

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.addWidget(self.summary, 1)
        self._reason_row = QWidget(self)
        reason = QHBoxLayout(self._reason_row)
        reason.setContentsMargins(12, 8, 12, 0)
        reason.addWidget(self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.forced)
        layout.addWidget(self.good)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._reason_row)
        layout.addWidget(self.bar)
        layout.addStretch(0)
        self._reason_row.hide()

    def _connect(self) -> None:
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.list.visit_requested.connect(self.visit_requested)
        self.fix.clicked.connect(self._on_fix)
        self.fix_all.clicked.connect(self._on_fix_all)
        self.open.clicked.connect(self._on_open)
        self.undo.clicked.connect(self.undo_requested)
        self.leave.clicked.connect(self._on_leave)
        self.take_back.clicked.connect(self._on_take_back)
        self.reason.returnPressed.connect(self._on_reason)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.reason)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._end_reason)

    # ------------------------------------------------------------ what can be done

    @Slot()
    def _on_chosen_changed(self) -> None:
        self._end_reason()
        self._offer()
        self.chosen_changed.emit()

    def _offer(self) -> None:
        """Offer what can be done about the chosen finding."""
        row = self.list.chosen
        finding = row.finding if row is not None and row.left is None else None
        self._offer_fix(finding)
        self.open.setVisible(finding is not None and bool(finding.item))
        self.leave.setVisible(finding is not None and can_be_left(finding))
        self.take_back.setVisible(row is not None and row.left is not None)
        self._show_bar()

    def _offer_fix(self, finding: Finding | None) -> None:
        fix = finding.fix if finding is not None else None
        alike = [
            one for one in self._judged.findings if finding and one.rule == finding.rule and one.fix
        ]
        self.fix.setVisible(fix is not None)
        if fix is not None:
            self.fix.setText(fix.label)
            self.fix.setAccessibleName(fix.label)
        self.fix_all.setVisible(fix is not None and len(alike) > 1)
        self.fix_all.setText(f"Mend all {len(alike)} of this kind")
        self.fix_all.setAccessibleName(self.fix_all.text())

    def _show_bar(self) -> None:
        parts = (self.fix, self.fix_all, self.open, self.leave, self.take_back, self.undo)
        self.bar.setVisible(any(not part.isHidden() for part in parts))

    def _finding(self) -> Finding | None:
        row = self.list.chosen
        return row.finding if row is not None else None

    @Slot()
    def _on_fix(self) -> None:
        if (finding := self._finding()) is not None:
            self.fix_requested.emit(finding)

    @Slot()
    def _on_fix_all(self) -> None:
        if (finding := self._finding()) is not None:
            self.fix_all_requested.emit(finding.rule)

    @Slot()
    def _on_open(self) -> None:
        if (finding := self._finding()) is not None:
            self.open_requested.emit(finding.item)

    @Slot()
    def _on_leave(self) -> None:
        self._reason_row.show()
        self.reason.setFocus()

    @Slot()
    def _on_reason(self) -> None:
        finding, reason = self._finding(), " ".join(self.reason.text().split())
        if finding is not None and reason:
            self._end_reason()
            self.leave_requested.emit(finding, reason)

    @Slot()
    def _end_reason(self) -> None:
        had_focus = self.reason.hasFocus()
        self.reason.clear()
        self._reason_row.hide()
        if had_focus:
            self.list.setFocus()

    @Slot()
    def _on_take_back(self) -> None:
        row = self.list.chosen
        if row is not None and row.left is not None:
            self.take_back_requested.emit(row.left)
