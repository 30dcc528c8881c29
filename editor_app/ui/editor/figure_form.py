"""The form of a figure: alt text, caption, credit."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor_app.body.tree import Content, Figure, Text

ADVISED_ALT_LENGTH = 125


class FigureForm(QDialog):
    """Asks for what a photo says to those who cannot see it, its caption and its credit.

    Marks and links in caption and credit stay as long as their words are not changed here.

    Signals:
        figure_edited: The user agreed; carries the new `Figure`.
    """

    figure_edited = Signal(object)

    def __init__(self, figure: Figure, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self.setObjectName("figureForm")
        self.setWindowTitle("Photo details")
        self.alt = QPlainTextEdit(figure.alt, self)
        self.alt.setObjectName("altText")
        self.alt.setAccessibleName("Alt text")
        self.alt.setPlaceholderText("What would you say to someone who cannot see the photo?")
        self.alt.setTabChangesFocus(True)
        self.alt.setFixedHeight(4 * self.fontMetrics().lineSpacing())
        self.count = QLabel(self)
        self.caption = QLineEdit(_words(figure.caption), self)
        self.caption.setObjectName("figureCaption")
        self.credit = QLineEdit(_words(figure.credit), self)
        self.credit.setObjectName("figureCredit")
        self.credit.setPlaceholderText("Photo: who made it")
        self._lay_out()
        self.alt.textChanged.connect(self._on_alt_changed)
        self._on_alt_changed()
        self.alt.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("Alt text", self.alt)
        form.addRow("", self.count)
        form.addRow("Caption", self.caption)
        form.addRow("Credit", self.credit)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

    @Slot()
    def _on_alt_changed(self) -> None:
        length = len(self.alt.toPlainText())
        self.count.setText(f"{length} / {ADVISED_ALT_LENGTH} characters")

    @Slot()
    def _on_accepted(self) -> None:
        self.figure_edited.emit(
            replace(
                self._figure,
                alt=" ".join(self.alt.toPlainText().split()),
                caption=_content(self._figure.caption, self.caption.text()),
                credit=_content(self._figure.credit, self.credit.text()),
            )
        )
        self.accept()


def _words(content: Content) -> str:
    return "".join(node.text for node in content if isinstance(node, Text))


def _content(before: Content, words: str) -> Content:
    """Return the content for words, which is the one before where its words are the same."""
    if words == _words(before):
        return before
    return (Text(words),) if words.strip() else ()
