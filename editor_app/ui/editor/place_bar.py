"""The slim bar that shows where the caret stands: quote, bullets, item."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.said_by import OFFER, unsaid_quote
from editor_app.ui.editor.standing import Place


class PlaceBar(QWidget):
    """One quiet button for each thing the caret stands in, and for its line.

    Signals:
        place_chosen: The user wants to do something with one of them; carries the `Place` and the
            button it belongs to.
    """

    place_chosen = Signal(object, object)

    def __init__(self, actions: EditorActions, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._places: tuple[Place, ...] = ()
        self._parts: list[QWidget] = []
        self.setObjectName("placeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Where the caret stands")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 1, 12, 1)
        self._layout.setSpacing(0)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addStretch(1)
        self._offer = self._said_by()
        self._layout.addWidget(self._offer)
        self._show()
        actions.standing_changed.connect(self._show)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from the outermost thing to the line."""
        return [part for part in self._parts if isinstance(part, QToolButton)]

    def offer(self) -> QToolButton:
        """Return the button that adds who said a quote."""
        return self._offer

    @Slot()
    def _show(self) -> None:
        self._offer.setVisible(
            self._actions.can_edit() and unsaid_quote(self._actions.cursor()) is not None
        )
        places = self._actions.places()
        if places == self._places and self._parts:
            self._make_room()
            return
        names_changed = [each.words for each in places] != [each.words for each in self._places]
        self._places = places
        if not names_changed and self._parts:
            self._make_room()
            return
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for number, place in enumerate(places):
            if number:
                self._add(self._arrow())
            self._add(self._button(place, number))
        self._make_room()

    def _make_room(self) -> None:
        """Hide from the outermost part on what finds no room; the line itself always shows."""
        margins = self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= 0 if self._offer.isHidden() else self._offer.sizeHint().width()
        needed = sum(part.sizeHint().width() for part in self._parts)
        for part in self._parts:
            is_shown = needed <= room or part is self._parts[-1]
            part.setVisible(is_shown)
            needed -= 0 if is_shown else part.sizeHint().width()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _add(self, part: QWidget) -> None:
        self._layout.insertWidget(len(self._parts), part)
        self._parts.append(part)

    def _button(self, place: Place, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"place{number + 1}")
        button.setProperty("look", "words")
        button.setText(place.words)
        button.setAccessibleName(place.words)
        button.setToolTip(f"Select this and choose what to do with it: {place.words}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self._choose(number, button))
        return button

    def _said_by(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("addWhoSaidIt")
        button.setProperty("look", "words")
        button.setText(OFFER)
        button.setAccessibleName("Add who said it")
        button.setToolTip(f"Add: {self._actions.named('attribution').toolTip()}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRaise(True)
        button.clicked.connect(self._on_offer_taken)
        return button

    @Slot()
    def _on_offer_taken(self) -> None:
        self._actions.named("attribution").trigger()
        self._actions.focus_editor()

    def _arrow(self) -> QLabel:
        arrow = QLabel("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", self)
        arrow.setProperty("look", "hint")
        return arrow

    def _choose(self, number: int, button: QToolButton) -> None:
        if number < len(self._places):
            self.place_chosen.emit(self._places[number], button)
