"""The pane that shows the Markdown: over it how it is shown, under it what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.editing.source_problems import Problem
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.source.field import MarkdownField
from editor_app.ui.fields.elided_button import ElidedButton


class ProblemLine(ElidedButton):
    """One quiet line; it leads to what it speaks of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sourceProblem")

    @override
    def show_words(self, words: str) -> None:
        """Say something, or nothing."""
        super().show_words(words)
        self.setAccessibleName(words or "Mistakes in the Markdown")
        self.setVisible(bool(words))


class SourcePane(QWidget):
    """Shows the Markdown of an item.

    Signals:
        beside_chosen: The rich text is to be seen as well, or no longer.
        closed: The Markdown is not wanted any more.
    """

    beside_chosen = Signal(bool)
    closed = Signal()

    def __init__(self, look: EditorLook, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcePane")
        self.setAccessibleName("Markdown of the text")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = MarkdownField(look, parent=self)
        self.beside = QToolButton(self)
        self.beside.setObjectName("sourceBeside")
        self.beside.setText("Side by side")
        self.beside.setToolTip("Show the rich text beside its Markdown (Shift+F12)")
        self.beside.setCheckable(True)
        self.back = QToolButton(self)
        self.back.setObjectName("sourceClose")
        self.back.setText("Back to the text")
        self.back.setToolTip("Put the Markdown away (F12)")
        for button in (self.beside, self.back):
            button.setProperty("look", "words")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.problem = ProblemLine(self)
        self._problems: Sequence[Problem] = ()
        self._lay_out()
        self.beside.clicked.connect(self.beside_chosen)
        self.back.clicked.connect(self.closed)
        self.problem.clicked.connect(self._on_problem)
        self.show_problems(())
        self.hide()

    def show_beside(self, *, is_beside: bool) -> None:
        """Show whether the rich text is seen as well."""
        self.beside.setChecked(is_beside)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the first thing that is wrong, and how many there are."""
        self._problems = problems
        words = ""
        if problems:
            first, *others = problems
            more = f" And {len(others)} more." if others else ""
            words = f"Line {first.line}: {first.words}{more}"
        self._show_line(words, is_place=bool(problems))

    def show_sentence(self, words: str) -> None:
        """Say something about the text as a whole."""
        self._problems = ()
        self._show_line(words, is_place=False)

    def _show_line(self, words: str, *, is_place: bool) -> None:
        self.problem.show_words(words)
        self.problem.setEnabled(is_place)

    def _lay_out(self) -> None:
        title = QLabel("Markdown", self)
        title.setProperty("look", "label")
        top = QHBoxLayout()
        top.setContentsMargins(14, 4, 8, 4)
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.beside)
        top.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.problem)

    @Slot()
    def _on_problem(self) -> None:
        if self._problems:
            self.field.go_to_line(self._problems[0].line)
            self.field.setFocus()
