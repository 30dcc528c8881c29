"""What every page of the house style is: a form that shows a house and gives back what it says."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from editor_app.editing.house_changes import HousePage
from editor_app.model.house import House
from editor_app.ui.lists.parts import FormPart


class HouseForm(QScrollArea):
    """The fields of one page.

    Signals:
        edited: The user changed a field; carries its name. What cannot be is said beside it, and
            not sent.
    """

    edited = Signal(str)

    def __init__(self, page: HousePage, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.setObjectName(f"{page}Page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget(self)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 10, 0)
        self.column.setSpacing(12)
        self.setWidget(self.inside)

    def show_house(self, house: House) -> None:
        """Show what a house says; fields that say it already are left alone."""
        raise NotImplementedError

    def house(self, over: House) -> House:
        """Return a house with what the fields say."""
        raise NotImplementedError

    def tab_stops(self) -> Iterator[QWidget]:
        """Yield the fields that the tab key stops at, from top to bottom."""
        waiting: list[QLayout | QWidget] = [self.column]
        while waiting:
            one = waiting.pop()
            if isinstance(one, QWidget) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield one
                continue
            layout = one.layout() if isinstance(one, QWidget) else one
            entries = [layout.itemAt(at) for at in range(layout.count())] if layout else []
            parts = (entry.widget() or entry.layout() for entry in entries if entry is not None)
            waiting.extend(part for part in reversed(list(parts)) if part is not None)

    def add_heading(self, words: str) -> None:
        """Begin a group of fields."""
        label = QLabel(words, self.inside)
        label.setProperty("look", "heading")
        self.column.addWidget(label)

    def add_hint(self, words: str) -> QLabel:
        """Explain the fields around."""
        label = QLabel(words, self.inside)
        label.setProperty("look", "hint")
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def add_part(self, name: str, part: FormPart) -> None:
        """Add a field, which tells of changes under a name."""
        part.setObjectName(f"house-{name}")
        part.edited.connect(lambda: self.edited.emit(name))
        self.column.addWidget(part)
