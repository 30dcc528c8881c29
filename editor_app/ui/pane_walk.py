"""Going from pane to pane with the keyboard, and the context menu that the keyboard opens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A pane, and what in it takes the keyboard when somebody comes to it.

    A pane that is made when it is first wanted is known by its object's name; until then it has no
    target.
    """

    target: Callable[[], QWidget | None]
    pane: QWidget | None = None
    name: str = ""

    def is_pane(self, widget: QWidget) -> bool:
        """Return whether a widget is the pane."""
        return widget is self.pane or bool(self.name and widget.objectName() == self.name)


class PaneWalk:
    """The round through the panes; what is hidden or locked is passed by."""

    def __init__(self, stops: Sequence[Stop]) -> None:
        self._stops = stops

    def go(self, *, is_forward: bool) -> None:
        """Go to the next pane, or to the one before."""
        here, step = self._here(), 1 if is_forward else -1
        for way in range(1, len(self._stops)):
            target = self._stops[(here + step * way) % len(self._stops)].target()
            if target is not None and target.isVisible() and target.isEnabled():
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _here(self) -> int:
        """Return the innermost pane round what has the keyboard; without one, the last."""
        focused = QApplication.focusWidget()
        while focused is not None:
            for place, stop in enumerate(self._stops):
                if stop.is_pane(focused):
                    return place
            focused = focused.parentWidget()
        return len(self._stops) - 1


def open_context_menu() -> None:
    """Open the context menu of what has the keyboard, as the menu key does."""
    focused = QApplication.focusWidget()
    if focused is None or not focused.isEnabled():
        return
    area = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = area.center() if isinstance(area, QRect) else focused.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(focused, QContextMenuEvent(reason, place, focused.mapToGlobal(place)))
