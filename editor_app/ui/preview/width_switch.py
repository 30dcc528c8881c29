"""The switch between the widths of a screen, a tablet and a phone."""

from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget


class PreviewWidth(Enum):
    """How wide the page is laid out, in CSS pixels."""

    DESKTOP = 1280
    TABLET = 768
    PHONE = 390


class WidthSwitch(QFrame):
    """Three joined buttons, one of them down.

    Signals:
        width_chosen: The user chose another width; carries the `PreviewWidth`.
    """

    width_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewWidth")
        self.setAccessibleName("Width of the preview")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        names = {
            PreviewWidth.DESKTOP: "Desktop",
            PreviewWidth.TABLET: "Tablet",
            PreviewWidth.PHONE: "Phone",
        }
        for width, name in names.items():
            row.addWidget(self._button(width, name))
        self._group.idClicked.connect(self._on_clicked)

    @property
    def width_chosen_now(self) -> PreviewWidth:
        """The width that is shown."""
        return PreviewWidth(self._group.checkedId())

    def show_width(self, width: PreviewWidth) -> None:
        """Show which width the page has."""
        self._group.button(width.value).setChecked(True)

    def _button(self, width: PreviewWidth, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(name)
        button.setObjectName(f"preview{name}")
        button.setAccessibleName(f"{name} width, {width.value} pixels")
        button.setToolTip(f"Show the page {width.value} pixels wide")
        button.setCheckable(True)
        button.setChecked(width is PreviewWidth.DESKTOP)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.addButton(button, width.value)
        return button

    @Slot(int)
    def _on_clicked(self, pixels: int) -> None:
        self.width_chosen.emit(PreviewWidth(pixels))
