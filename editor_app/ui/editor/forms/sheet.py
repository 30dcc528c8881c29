"""What all forms of the text have: rows with labels, one sentence of notice, buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

_Buttons = QDialogButtonBox.StandardButton


class Sheet:
    """Lays out a dialog; the dialog itself says what its fields mean.

    While `say` names a problem the dialog cannot be agreed to.
    """

    def __init__(self, dialog: QDialog, *, name: str, title: str, width: int = 460) -> None:
        self._dialog = dialog
        self._act: Callable[[], object] = bool
        dialog.setObjectName(name)
        dialog.setWindowTitle(title)
        dialog.setMinimumWidth(width)
        self._rows = QFormLayout()
        self._rows.setSpacing(9)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.notice = QLabel(dialog)
        self.notice.setObjectName(f"{name}Notice")
        self.notice.setProperty("look", "hint")
        self.notice.setWordWrap(True)
        self.buttons = QDialogButtonBox(_Buttons.Ok | _Buttons.Cancel, dialog)
        self.buttons.accepted.connect(self.agree)
        self.buttons.rejected.connect(dialog.reject)
        self._layout = QVBoxLayout(dialog)
        self._layout.setContentsMargins(20, 18, 20, 16)
        self._layout.setSpacing(12)
        self._layout.addLayout(self._rows)
        self._layout.addWidget(self.notice)
        self._layout.addWidget(self.buttons)

    def row(self, label: str, field: QWidget, name: str) -> None:
        """Add a field under a label; name is its stable object name."""
        field.setObjectName(name)
        field.setAccessibleName(label)
        shown = QLabel(label, self._dialog)
        shown.setProperty("look", "muted")
        shown.setBuddy(field)
        self._rows.addRow(shown, field)

    def wide(self, part: QWidget | QLayout) -> None:
        """Add something that stands right of the labels without one of its own."""
        if isinstance(part, QWidget):
            self._rows.addRow("", part)
        else:
            self._rows.addRow("", part)

    def whole(self, part: QWidget) -> None:
        """Add something as wide as the form, under the rows."""
        self._layout.insertWidget(self._layout.indexOf(self.notice), part, 1)

    def when_agreed(self, act: Callable[[], object]) -> None:
        """Do something when the user agrees; the form is closed then."""
        self._act = act

    def agree(self) -> None:
        """Agree as the user does with the button, where nothing is wrong."""
        if self._ok().isEnabled():
            self._act()
            self._dialog.accept()

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Add a button that does something else than what was asked, and closes the form."""

        def do() -> None:
            act()
            self._dialog.accept()

        role = QDialogButtonBox.ButtonRole.DestructiveRole
        self.buttons.addButton(words, role).clicked.connect(do)

    def say(self, sentence: str, *, is_problem: bool = True) -> None:
        """Say a sentence under the fields; a problem has to be mended before the form can close."""
        self.notice.setText(sentence)
        self._ok().setEnabled(not (sentence and is_problem))

    def _ok(self) -> QWidget:
        return self.buttons.button(_Buttons.Ok)
