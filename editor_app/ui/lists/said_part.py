"""Words per language in the form of an entry: a row for each, and a button for one more."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.editing.languages import direction, language, offered_languages
from editor_app.model.lists import ListedBoilerplate, Said
from editor_app.ui.fields.growing_text import PlainArea
from editor_app.ui.lists.parts import FormPart, a_label
from editor_app.ui.look.icons import Icons

_NAME_WIDTH = 108
_LINES = 4


class SaidRow(QWidget):
    """The words in one language: in one line, or in several, or as a heading with lines under it.

    Signals:
        edited: The user changed the words.
        removed: The user wants the language to be taken out.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, tag: str, icons: Icons, *, about: str, shape: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tag = tag
        name = language(tag).name
        side = (
            Qt.LayoutDirection.RightToLeft
            if direction(tag) == "rtl"
            else Qt.LayoutDirection.LeftToRight
        )
        self.line, self.area = self._controls(f"{about} in {name}", shape)
        self.note = QLabel(self)
        self.note.setProperty("look", "hint")
        self.note.hide()
        words = QVBoxLayout()
        words.setSpacing(4)
        for control in (self.line, self.area):
            if control is not None:
                control.setLayoutDirection(side)
                words.addWidget(control)
        words.addWidget(self.note)
        label = a_label(name, self)
        label.setFixedWidth(_NAME_WIDTH)
        label.setWordWrap(True)
        self.remove = QToolButton(self)
        self.remove.setIcon(icons("close"))
        self.remove.setAccessibleName(f"Remove {about.lower()} in {name}")
        self.remove.setToolTip(f"Remove {name}")
        self.remove.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_words(self, text: str, *, heading: str = "", note: str = "") -> None:
        """Show words, and what is to be known of them."""
        if self.line is not None:
            self.line.setText(heading if self.area is not None else text)
            self.line.setCursorPosition(0)
        if self.area is not None:
            self.area.show_text(text)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def text(self) -> str:
        """Return the words."""
        if self.area is not None:
            return self.area.toPlainText().strip()
        return self.line.text().strip() if self.line is not None else ""

    def heading(self) -> str:
        """Return the heading over the words."""
        return self.line.text().strip() if self.line is not None else ""

    def start(self) -> None:
        """Let the user write here."""
        first = self.line or self.area
        if first is not None:
            first.setFocus()

    def _controls(self, name: str, shape: str) -> tuple[QLineEdit | None, PlainArea | None]:
        line = QLineEdit(self) if shape in {"line", "headed"} else None
        area = PlainArea(name=name, lines=_LINES, parent=self) if shape != "line" else None
        if line is not None:
            line.setAccessibleName(f"Heading: {name}" if area is not None else name)
            line.setPlaceholderText("Heading" if area is not None else "")
            line.textEdited.connect(self.edited)
        if area is not None:
            area.text_edited.connect(self.edited)
        return line, area


class SaidPart(FormPart):
    """Words in some languages; ``shape`` is ``line``, ``area`` or ``headed``."""

    def __init__(self, label: str, icons: Icons, parent: QWidget, *, shape: str = "line") -> None:
        super().__init__(parent)
        self._label, self._icons, self._shape = label, icons, shape
        self.rows: list[SaidRow] = []
        self.add = QPushButton("Add a language…", self)
        self.add.setProperty("look", "quiet")
        self.add.setAccessibleName(f"{label}: add a language")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(a_label(label, self))
        self._layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def value(self) -> Any:
        """Return the words that are not empty, in the order of their languages here."""
        return tuple(Said(language=row.tag, text=row.text()) for row in self.rows if row.text())

    @override
    def show_value(self, value: Any) -> None:
        """Show words."""
        said: Sequence[Said] = value
        self.show_languages([one.language for one in said])
        for row, one in zip(self.rows, said, strict=True):
            row.show_words(one.text)

    def show_languages(self, tags: Sequence[str]) -> None:
        """Have a row for each of some languages."""
        while self.rows:
            self._drop(self.rows[-1])
        for tag in tags:
            self.add_language(tag)

    def add_language(self, tag: str) -> SaidRow:
        """Add a row for a language, or return the one that is there."""
        for row in self.rows:
            if row.tag == tag:
                return row
        row = SaidRow(tag, self._icons, about=self._label, shape=self._shape, parent=self)
        row.edited.connect(self.edited)
        row.removed.connect(partial(self._on_removed, row))
        self.rows.append(row)
        self._layout.insertWidget(self._layout.count() - 1, row)
        return row

    def _drop(self, row: SaidRow) -> None:
        self.rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_removed(self, row: SaidRow) -> None:
        self._drop(row)
        self.edited.emit()
        self.add.setFocus()

    def _on_add(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("languageMenu")
        present = {row.tag for row in self.rows}
        for one in offered_languages():
            if one.tag not in present:
                menu.addAction(one.name).setData(one.tag)
        menu.triggered.connect(lambda action: self.add_language(action.data()).start())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))


class TextsPart(SaidPart):
    """The newest words of a boilerplate in each language; what is changed is a new version."""

    def __init__(self, label: str, icons: Icons, parent: QWidget) -> None:
        super().__init__(label, icons, parent, shape="headed")
        self._before = ListedBoilerplate(name="")

    @override
    def value(self) -> Any:
        """Return all versions, with what is written here as the newest ones.

        A language that was taken out has empty words as its newest: its versions stay known.
        """
        record = self._before
        written = {row.tag: row for row in self.rows}
        for tag in dict.fromkeys([*record.languages(), *written]):
            row = written.get(tag)
            heading, text = (row.heading(), row.text()) if row is not None else ("", "")
            record = record.with_text(tag, heading=heading, text=text)
        return record.texts

    @override
    def show_value(self, value: Any) -> None:
        """Show the newest words of each language, and which version they are."""
        self._before = ListedBoilerplate(name="", texts=value)
        newest = [self._before.newest(tag) for tag in self._before.languages()]
        said = [one for one in newest if one is not None and (one.text or one.heading)]
        self.show_languages([one.language for one in said])
        for row, one in zip(self.rows, said, strict=True):
            row.show_words(one.text, heading=one.heading, note=f"Version {one.version}")
