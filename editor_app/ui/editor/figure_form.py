"""The form of a figure: alt text, caption, credit, and how it is set."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from editor_app.body.tree import Figure, Setting
from editor_app.ui.editor.forms.sheet import Sheet
from editor_app.ui.editor.forms.words import changed_content, words_of

ADVISED_ALT_LENGTH = 125
SETTINGS = (
    ("As wide as the text", Setting.NONE),
    ("Left of the text", Setting.LEFT),
    ("Right of the text", Setting.RIGHT),
    ("As wide as the page", Setting.FULL),
)
_ASKED = "What would you say to someone who cannot see the photo?"


class FigureForm(QDialog):
    """Asks for what a photo says to those who cannot see it, its caption and its credit.

    A decorative photo has no alt text. Marks and links in caption and credit stay as long as their
    words are not changed here.

    Signals:
        figure_edited: The user agreed; carries the new `Figure`.
    """

    figure_edited = Signal(object)

    def __init__(self, figure: Figure, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self.alt = QPlainTextEdit(figure.alt, self)
        self.alt.setTabChangesFocus(True)
        self.alt.setFixedHeight(4 * self.fontMetrics().lineSpacing())
        self.count = QLabel(self)
        self.count.setProperty("look", "counter")
        self.decorative = QCheckBox("Decorative: a reader who cannot see it misses nothing", self)
        self.decorative.setObjectName("figureDecorative")
        self.decorative.setChecked(figure.is_decorative)
        self.caption = QLineEdit(words_of(figure.caption), self)
        self.credit = QLineEdit(words_of(figure.credit), self)
        self.credit.setPlaceholderText("Photo: who made it")
        self.setting = QComboBox(self)
        for words, setting in SETTINGS:
            self.setting.addItem(words, setting.value)
        self.setting.setCurrentIndex(self.setting.findData(figure.setting.value))
        self._lay_out()
        self.alt.textChanged.connect(self._on_alt_changed)
        self.decorative.toggled.connect(self._on_alt_changed)
        self._on_alt_changed()
        (self.caption if figure.is_decorative else self.alt).setFocus()

    def _lay_out(self) -> None:
        self._sheet = Sheet(self, name="figureForm", title="Photo details", width=480)
        self._sheet.row("Alt text", self.alt, "altText")
        self._sheet.wide(self.count)
        self._sheet.wide(self.decorative)
        self._sheet.row("Caption", self.caption, "figureCaption")
        self._sheet.row("Credit", self.credit, "figureCredit")
        self._sheet.row("Place", self.setting, "figureSetting")
        self._sheet.notice.hide()
        self._sheet.when_agreed(lambda: self.figure_edited.emit(self._edited()))

    @Slot()
    def _on_alt_changed(self) -> None:
        is_decorative = self.decorative.isChecked()
        self.alt.setEnabled(not is_decorative)
        self.alt.setPlaceholderText("A decorative photo has none" if is_decorative else _ASKED)
        length = 0 if is_decorative else len(self.alt.toPlainText())
        self.count.setText(f"{length} / {ADVISED_ALT_LENGTH} characters")

    def _edited(self) -> Figure:
        is_decorative = self.decorative.isChecked()
        return replace(
            self._figure,
            alt="" if is_decorative else " ".join(self.alt.toPlainText().split()),
            caption=changed_content(self._figure.caption, self.caption.text()),
            credit=changed_content(self._figure.credit, self.credit.text()),
            setting=Setting(self.setting.currentData()),
            is_decorative=is_decorative,
        )
