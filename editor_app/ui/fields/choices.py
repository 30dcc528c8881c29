"""The small fields of the line above the headline: section, language, tags."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget
from typing_extensions import override

from editor_app.editing.languages import language, offered_languages
from editor_app.ui.fields.name_offers import NameOffers, Offers
from editor_app.ui.fields.settled_line import size_for_words

_ARROW = 28
_INSIDE = 2  # Qt's own margin between a line's frame and its words
_TAGS_HINT = "Tags, each with # before it or a comma after it"
_SHORTER = (("United Kingdom", "UK"), ("United States", "US"))


class QuietCombo(QComboBox):
    """A choice that stands in a line of words, as wide as what is chosen.

    The wheel scrolls what lies around it and never changes the choice.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.updateGeometry)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        line = self.lineEdit()
        font = line.font() if line is not None else self.font()
        words = self.currentText() or (line.placeholderText() if line is not None else "")
        shown = (
            words.upper() if font.capitalization() == QFont.Capitalization.AllUppercase else words
        )
        width = QFontMetrics(font).horizontalAdvance(shown) + _ARROW
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), super().minimumSizeHint().height())


class SectionField(QuietCombo):
    """The section: one of the house's, or a new one that is typed.

    Signals:
        section_edited: The user chose or typed a section; carries its name.
    """

    section_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionField")
        self.setAccessibleName("Section")
        self.setToolTip("The label above the headline: choose one, or type a new one")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        assert line is not None  # noqa: S101 - an editable combo box has one
        line.setPlaceholderText("Section")
        line.setAccessibleName("Section")
        plain = QFont(self.font())
        font = QFont(plain)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setWeight(QFont.Weight.Bold)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        self.setFont(font)
        self.view().setFont(plain)
        self._line = line
        self._shown = ""
        self.activated.connect(self._on_finished)
        line.editingFinished.connect(self._on_finished)

    def offer(self, sections: Sequence[str]) -> None:
        """Offer the sections of the house."""
        if [self.itemText(row) for row in range(self.count())] == list(sections):
            return
        text = self.currentText()
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        self.addItems(list(sections))
        self.blockSignals(False)  # noqa: FBT003
        self.setEditText(text)

    def complete_from(self, offers: Offers) -> NameOffers:
        """Offer names while one is typed; return what offers them."""
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's own completes from its rows
        made = NameOffers(self._line, offers, adds_to="sections")
        made.picked.connect(lambda _name: self._on_finished())
        made.add_requested.connect(lambda _name: self._on_finished())
        return made

    def show_section(self, section: str) -> None:
        """Show a section."""
        self._shown = section
        if section != self.currentText():
            self.setEditText(section)
        self._line.setCursorPosition(0)

    @Slot()
    def _on_finished(self, _row: int = 0) -> None:
        section = " ".join(self.currentText().split())
        if section != self._shown:
            self._shown = section
            self.section_edited.emit(section)


class LanguageField(QuietCombo):
    """The language of the item.

    Signals:
        language_edited: The user chose another language; carries its tag.
    """

    language_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("languageField")
        self.setAccessibleName("Language")
        self.setToolTip("The language this item is written in")
        self.activated.connect(self._on_activated)

    def show_language(self, tag: str) -> None:
        """Show a language, also one that is not among those offered."""
        row = self.findData(tag)
        if row < 0:
            self.addItem(language_name(tag), tag)
            row = self.count() - 1
        self.setCurrentIndex(row)
        self.updateGeometry()

    @override
    def showPopup(self) -> None:
        self._offer()
        names = self.view()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        names.setMinimumWidth(names.sizeHintForColumn(0) + bar + _ARROW)
        super().showPopup()

    def _offer(self) -> None:
        """Offer all languages; only now, as naming them takes a moment."""
        for one in offered_languages():
            if self.findData(one.tag) < 0:
                self.addItem(_shortened(one.name), one.tag)

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        self.language_edited.emit(self.itemData(row))


class TagsField(QLineEdit):
    """Tags in one line: ``#diaspora #SDGs``.

    Signals:
        tags_edited: The user finished a change; carries the tags as a tuple.
    """

    tags_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagsField")
        self.setProperty("look", "bare")
        self.setAccessibleName("Tags")
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText("#tags")
        self.setToolTip(_TAGS_HINT)
        self.textChanged.connect(self._on_text_changed)
        self._shown: tuple[str, ...] = ()
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_finished)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show tags; what is being typed stays if it means the same."""
        self._shown = tags
        if read_tags(self.text()) != tags or not self.hasFocus():
            self.setText(write_tags(tags))
            self.setCursorPosition(0)

    def complete_from(self, offers: Offers) -> NameOffers:
        """Offer names while a tag is typed; return what offers them."""
        made = NameOffers(self, offers, adds_to="tags", split=last_tag)
        made.picked.connect(lambda _name: self._on_text_edited(self.text()))
        made.add_requested.connect(lambda _name: self._on_text_edited(self.text()))
        return made

    @override
    def sizeHint(self) -> QSize:
        return size_for_words(self, super().sizeHint())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        painter = QPainter(self)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, frame, painter, self)
        area = style.subElementRect(QStyle.SubElement.SE_LineEditContents, frame, self)
        area.adjust(_INSIDE, 0, -_INSIDE, 0)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        side = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.text(), side, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.setToolTip(f"{text}\n{_TAGS_HINT}" if text else _TAGS_HINT)
        self.updateGeometry()

    @Slot()
    def _on_text_edited(self, text: str) -> None:
        tags = read_tags(text)
        if tags != self._shown:
            self._shown = tags
            self.tags_edited.emit(tags)

    @Slot()
    def _on_finished(self) -> None:
        self.setText(write_tags(read_tags(self.text())))


def read_tags(text: str) -> tuple[str, ...]:
    """Return the tags in a line: parted by # or commas, without repeats."""
    parts = (" ".join(part.split()) for part in re.split(r"[#,;]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def last_tag(text: str) -> tuple[str, str]:
    """Return a line of tags in two: what stands before the last of them, and that one."""
    start = max(text.rfind(sign) for sign in "#,;") + 1
    typed = text[start:]
    lead = len(typed) - len(typed.lstrip())
    return text[: start + lead], typed[lead:]


def write_tags(tags: Sequence[str]) -> str:
    """Return tags as one line."""
    return "  ".join(f"#{tag}" for tag in tags)


def language_name(tag: str) -> str:
    """Return the name of a language, short enough for a line of fields."""
    return _shortened(language(tag).name)


def _shortened(name: str) -> str:
    for long, short in _SHORTER:
        name = name.replace(long, short)
    return name


def direction_of(tag: str) -> Qt.LayoutDirection:
    """Return the way a language is written."""
    is_rtl = language(tag).is_right_to_left
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
