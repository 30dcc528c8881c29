"""The slim bar over the rows that says how many are chosen, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from editor_app.ui.look.icons import Icons


class ChosenBar(QWidget):
    """Says how many items are chosen; hidden where it is no more than one.

    Signals:
        ended: The user wants no more than the open item to be chosen.
    """

    ended = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chosenBar")
        self.setAccessibleName("Selected items")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel(self)
        self.words.setObjectName("chosenCount")
        self.menu = QMenu(self)
        self.change = QToolButton(self)
        self.change.setObjectName("changeChosen")
        self.change.setText("Change…")
        self.change.setAccessibleName("Change the selected items")
        self.change.setToolTip("Change all selected items at once")
        self.change.setProperty("look", "words")
        self.change.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.change.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.change.setMenu(self.menu)
        self.end = QToolButton(self)
        self.end.setObjectName("endChoosing")
        self.end.setIcon(icons("close"))
        self.end.setAccessibleName("End the selection")
        self.end.setToolTip("End the selection (Esc)")
        self.end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.end.clicked.connect(self.ended)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.change)
        layout.addWidget(self.end)
        self.hide()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer what can be done with the chosen items."""
        self.menu.clear()
        self.menu.addActions(list(actions))

    def show_count(self, count: int) -> None:
        """Say how many items are chosen."""
        self.words.setText(f"{count:,} selected")
        self.setVisible(count > 1)
