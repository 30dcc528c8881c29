"""The dialog that asks where a link leads."""

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#", "/", "./", "../")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_HOST = re.compile(r"[^\s/:]+\.[^\s/:]{2,}(/\S*)?")


def complete_address(typed: str) -> str:
    """Return what was typed as an address, or an empty string where it cannot be one."""
    address = typed.strip()
    if address.lower().startswith(_SCHEMES):
        return address
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _HOST.fullmatch(address):
        return f"https://{address}"
    return ""


class LinkDialog(QDialog):
    """Asks for the words and the address of a link.

    Signals:
        link_chosen: Carries the words and the complete address.
        link_removed: The words shall stay, the link shall go.
    """

    link_chosen = Signal(str, str)
    link_removed = Signal()

    def __init__(
        self, *, text: str, address: str, is_new: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("linkDialog")
        self.setWindowTitle("Link")
        self._has_words = bool(text)
        self.words = QLineEdit(" ".join(text.split()), self)
        self.words.setObjectName("linkWords")
        self.words.setReadOnly(self._has_words)
        self.words.setPlaceholderText("The same as the address")
        self.address = QLineEdit(address, self)
        self.address.setObjectName("linkAddress")
        self.address.setPlaceholderText("https://…, an e-mail address or #place")
        self.address.setMinimumWidth(360)
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._lay_out(is_new=is_new)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self.address.textChanged.connect(self._on_typed)
        self._on_typed()
        self.address.selectAll()
        self.address.setFocus()

    def _lay_out(self, *, is_new: bool) -> None:
        form = QFormLayout()
        form.addRow("Words", self.words)
        form.addRow("Address", self.address)
        if not is_new:
            role = QDialogButtonBox.ButtonRole.DestructiveRole
            remove = self._buttons.addButton("Remove link", role)
            remove.clicked.connect(self._on_removed)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addWidget(self._buttons)

    @Slot()
    def _on_typed(self) -> None:
        typed = self.address.text()
        complete = complete_address(typed)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(complete))
        if typed.strip() and not complete:
            self.notice.setText("This is not a web address, an e-mail address or a place (#…).")
        elif complete != typed.strip():
            self.notice.setText(f"Leads to {complete}")
        else:
            self.notice.clear()

    @Slot()
    def _on_accepted(self) -> None:
        if complete := complete_address(self.address.text()):
            self.link_chosen.emit("" if self._has_words else self.words.text().strip(), complete)
            self.accept()

    @Slot()
    def _on_removed(self) -> None:
        self.link_removed.emit()
        self.accept()
