"""The pane beside the editor: another language version, and what has changed in it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.editing.comparing import Comparison
from editor_app.editing.draft import Draft
from editor_app.store.query import ItemSummary
from editor_app.ui.beside.differences import Differences
from editor_app.ui.beside.header import ReadHeader
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.fields.choices import QuietCombo, language_name
from editor_app.ui.history.comparison_view import ComparisonView
from editor_app.ui.look.look import Look
from editor_app.ui.window_column import WritingColumn
from editor_app.ui.window_look import editor_look

_NARROWEST = 230  # pixels


class BesidePane(QWidget):
    """Shows another version of the open item; nothing in it can be changed.

    Signals:
        version_chosen: Another version is to be read here; carries its `ItemId`.
        open_requested: The version that stands here is to be written; carries its `ItemId`.
        changes_requested: What changed is to be seen, or no longer.
        taken_over: The user has taken over what changed.
        closed: The pane is not wanted any more.
    """

    version_chosen = Signal(str)
    open_requested = Signal(str)
    changes_requested = Signal(bool)
    taken_over = Signal()
    closed = Signal()

    def __init__(
        self, look: Look, picture: Callable[[str], QImage | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("besidePane")
        self.setAccessibleName("Another language version")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_NARROWEST)
        self.header = ReadHeader(look, self)
        self.body = self._make_body(look, picture)
        self.column = WritingColumn(self.header, self.body, self)
        self.changes = ComparisonView(look, picture, self)
        self.choice = QuietCombo(self)
        self.choice.setObjectName("besideLanguage")
        self.choice.setAccessibleName("Version that stands beside the text")
        self.open = self._words("Write in this one", "besideOpen", "Open the version beside")
        self.close_button = self._words("Close", "besideClose", "Close what stands beside")
        self._shown = ""
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.column)
        self._stack.addWidget(self.changes)
        self.news = self._make_news()
        self.differences = Differences(self)
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def shown(self) -> str:
        """The id of the version that stands here."""
        return self._shown

    def offer(self, versions: Sequence[ItemSummary], *, original: str) -> None:
        """Offer the versions that can be read here; the original is named as such."""
        self.choice.blockSignals(True)  # noqa: FBT003
        self.choice.clear()
        for version in versions:
            name = language_name(version.language)
            is_original = version.id == original
            self.choice.addItem(f"{name}, original" if is_original else name, version.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(self._shown)))
        self.choice.blockSignals(False)  # noqa: FBT003
        self.choice.updateGeometry()

    def show_version(self, draft: Draft, *, zoom: float) -> None:
        """Show a version from its top."""
        self._shown = draft.item.id
        self.choice.blockSignals(True)  # noqa: FBT003
        self.choice.setCurrentIndex(max(0, self.choice.findData(self._shown)))
        self.choice.blockSignals(False)  # noqa: FBT003
        self.header.show_item(draft.item)
        self.show_zoom(zoom)
        self.body.show_body(draft.body, language=draft.item.language)
        self.column.scroll_to(0)
        self.column.place_again()

    def show_zoom(self, zoom: float) -> None:
        """Show the text as large as the one that is written."""
        look = self.body.look()
        if look.zoom != zoom:
            self.body.show_look(replace(look, zoom=zoom))

    def show_flag(self, *, is_behind: bool) -> None:
        """Say whether what stands here has changed since the open version was made from it."""
        self.news.setVisible(is_behind)
        if not is_behind:
            self.show_text()

    def show_text(self) -> None:
        """Show the version as a whole."""
        self.what.setChecked(False)
        self._stack.setCurrentWidget(self.column)

    def show_changes(self, comparison: Comparison, *, language: str) -> None:
        """Show what has changed in the version instead."""
        self.what.setChecked(True)
        self._stack.setCurrentWidget(self.changes)
        if comparison.is_empty:
            self.changes.show_words("The words are the same as they were then.")
        else:
            title = "Since this version was made"
            self.changes.show_comparison(comparison, title=title, language=language)

    def _make_body(self, look: Look, picture: Callable[[str], QImage | None]) -> BodyEditor:
        body = BodyEditor(editor_look(look), parent=self)
        body.setObjectName("besideBody")
        body.setAccessibleName("Text of the other version")
        body.setReadOnly(True)
        body.setTabChangesFocus(True)
        body.set_picture_source(picture)
        body.show_start("There is no text yet.")
        return body

    def _words(self, words: str, name: str, spoken: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.setProperty("look", "words")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _make_news(self) -> QFrame:
        """Return the line that says that the original has changed, and what can be done."""
        self.flag = QLabel("Changed since this version was made from it.", self)
        self.flag.setObjectName("besideFlag")
        self.flag.setProperty("look", "warning")
        self.flag.setWordWrap(True)
        self.what = self._words("What changed", "besideWhat", "Show what changed in the original")
        self.what.setCheckable(True)
        self.take_over = QPushButton("I have taken this over", self)
        self.take_over.setObjectName("besideTakeOver")
        self.take_over.setAccessibleName("I have taken this over")
        news = QFrame(self)
        news.setObjectName("besideNews")
        row = QHBoxLayout(news)
        row.setContentsMargins(14, 2, 8, 6)
        row.addWidget(self.flag, 1)
        row.addWidget(self.what)
        row.addWidget(self.take_over)
        news.hide()
        return news

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 4, 8, 4)
        top.addWidget(self.choice)
        top.addStretch(1)
        top.addWidget(self.open)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.news)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.differences)

    def _connect(self) -> None:
        self.choice.activated.connect(self._on_chosen)
        self.open.clicked.connect(self._on_open)
        self.close_button.clicked.connect(self.closed)
        self.what.clicked.connect(self.changes_requested)
        self.take_over.clicked.connect(self.taken_over)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self.version_chosen.emit(str(self.choice.itemData(row)))

    @Slot()
    def _on_open(self) -> None:
        self.open_requested.emit(self._shown)
