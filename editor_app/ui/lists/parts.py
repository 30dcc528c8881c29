"""The small controls that the form of an entry is made of: each shows a value and gives it back."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

_PICTURE = QSize(112, 80)
ShownPicture = Callable[[str], QImage | None]


class FormPart(QWidget):
    """One field of a form.

    Signals:
        edited: The user changed it. Not sent by `show_value`.
    """

    edited = Signal()

    def value(self) -> Any:
        """Return what the user has put in."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError


class LinePart(FormPart):
    """One line of words, under its label.

    ``read`` and ``write`` turn words into a value and back; what cannot be read stays unread, and
    counts as what was shown.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget,
        *,
        read: Callable[[str], Any] = str.strip,
        write: Callable[[Any], str] = str,
    ) -> None:
        super().__init__(parent)
        self._read, self._write = read, write
        self._shown: Any = None
        self.line = QLineEdit(self)
        self.line.setAccessibleName(label)
        self.line.textEdited.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(a_label(label, self, buddy=self.line))
        layout.addWidget(self.line)

    @override
    def value(self) -> Any:
        """Return what was typed."""
        try:
            return self._read(self.line.text())
        except ValueError:
            return self._shown

    @override
    def show_value(self, value: Any) -> None:
        """Show a value, from its beginning."""
        self._shown = value
        self.line.setText(self._write(value))
        self.line.setCursorPosition(0)

    def offer(self, names: Sequence[str]) -> None:
        """Offer names while one is typed."""
        completer = QCompleter(list(names), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.edited)
        self.line.setCompleter(completer)


class CheckPart(FormPart):
    """A yes or no."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(label, self)
        self.box.setAccessibleName(label)
        self.box.clicked.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    @override
    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    @override
    def show_value(self, value: Any) -> None:
        """Show whether it holds."""
        self.box.setChecked(bool(value))


class PhotoPart(FormPart):
    """A small photo of the library, or none.

    Signals:
        photo_requested: The user wants to choose one.
    """

    photo_requested = Signal()

    def __init__(self, label: str, parent: QWidget, *, picture: ShownPicture) -> None:
        super().__init__(parent)
        self._label, self._picture = label, picture
        self._src = ""
        self.shown = QLabel(self)
        self.shown.setAccessibleName(label)
        self.choose = QPushButton("Choose a photo…", self)
        self.choose.setAccessibleName(f"Choose the {label.lower()}")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.photo_requested)
        self.remove = QPushButton("Remove", self)
        self.remove.setProperty("look", "quiet")
        self.remove.setAccessibleName(f"Remove the {label.lower()}")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._on_removed)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.shown, self.choose, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(a_label(label, self, buddy=self.choose))
        layout.addLayout(row)
        self.show_value("")

    @override
    def value(self) -> str:
        """Return where the photo lies in the library."""
        return self._src

    @override
    def show_value(self, value: Any) -> None:
        """Show a photo."""
        self._src = str(value)
        image = self._picture(self._src) if self._src else None
        if image is None:
            self.shown.setText("The photo is gone" if self._src else "")
        else:
            size = image.size().scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
            smooth = Qt.TransformationMode.SmoothTransformation
            self.shown.setPixmap(QPixmap.fromImage(image).scaled(size, mode=smooth))
        self.shown.setVisible(bool(self._src))
        self.remove.setVisible(bool(self._src))

    def take(self, src: str) -> None:
        """Show a photo that the user has chosen."""
        self.show_value(src)
        self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        self.take("")
        self.choose.setFocus()


def a_label(words: str, parent: QWidget, *, buddy: QWidget | None = None) -> QLabel:
    """Return the label of a control."""
    label = QLabel(words, parent)
    label.setProperty("look", "label")
    if buddy is not None:
        label.setBuddy(buddy)
    return label
