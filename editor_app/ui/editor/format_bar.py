"""The formatting bar over the text."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from editor_app.ui.editor.actions import EditorActions, IconSource
from editor_app.ui.editor.commands.entries import HEAD_LEVELS, STYLE_ACTIONS
from editor_app.ui.editor.standing import head_words

_GROUPS = (
    ("bold", "italic", "link"),
    ("bulletList", "numberedList", "quote"),
    ("insertFigure", "insertTable", "quickInsert"),
)
_MORE = (
    *("strike", "superscript", "subscript", "inlineCode", "abbreviation", "wordLanguage", ""),
    *("insertSeparator", "pullQuote", "factBox", "footnote", "", "clearFormatting"),
)
_BUTTON = 28
_BOX = 118
_SIDE = 12
_GAP = 1
_LINE = 9
_ALWAYS = 2 * _SIDE + _BOX + _LINE + 3 * _BUTTON + 5 * _GAP
"""What the bar needs for its box, one menu, undo and redo."""


class FormatBar(QWidget):
    """Buttons for the commands of an editor; those that find no room move into a menu of their own.

    The buttons are only pictures of the actions: what can be done is in `EditorActions`.
    """

    def __init__(
        self, actions: EditorActions, icons: IconSource, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._groups: list[list[QWidget]] = []
        self.setObjectName("formatBar")
        self.setAccessibleName("Formatting")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 6, _SIDE, 6)
        layout.setSpacing(_GAP)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout = layout
        self.style_box = self._style_box()
        layout.addWidget(self.style_box)
        for names in _GROUPS:
            self._add_group(names)
        self._rest = self._menu_button("moreButtons", "More buttons", self._fill_rest)
        self._rest.setText("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}")
        self._more = self._menu_button("moreFormats", "More formats", self._fill_more)
        self._more.setIcon(icons("paragraph"))
        layout.addWidget(self._rest)
        layout.addWidget(self._separator())
        layout.addWidget(self._more)
        layout.addStretch(1)
        for name in ("undo", "redo"):
            layout.addWidget(self._button(actions.named(name)))
        actions.standing_changed.connect(self._show_style)
        self._show_style()

    def show_icons(self, icons: IconSource) -> None:
        """Use other icons, because the colours of the window have changed."""
        self._more.setIcon(icons("paragraph"))

    # ------------------------------------------------------------ parts

    def _style_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("paragraphStyle")
        box.setAccessibleName("Paragraph style")
        box.setToolTip("Paragraph style")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumWidth(_BOX)
        for index, name in enumerate(STYLE_ACTIONS):
            action = self._actions.named(name)
            level = HEAD_LEVELS.get(name)
            box.addItem(head_words(level) if level else action.text(), name)
            box.setItemData(index, action.toolTip(), Qt.ItemDataRole.ToolTipRole)
        box.view().setMinimumWidth(box.sizeHint().width())
        box.activated.connect(self._on_style_chosen)
        return box

    def _add_group(self, names: tuple[str, ...]) -> None:
        widgets: list[QWidget] = [self._separator()]
        widgets += [self._button(self._actions.named(name)) for name in names]
        for widget in widgets:
            self._layout.addWidget(widget)
        self._groups.append(widgets)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"{action.objectName()}Button")
        button.setAccessibleName(action.text().rstrip("…"))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(_BUTTON, _BUTTON)
        return button

    def _separator(self) -> QFrame:
        line = QFrame(self)
        line.setObjectName("formatBarLine")
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        line.setFixedSize(_LINE, 18)
        return line

    def _menu_button(self, name: str, words: str, fill: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setAccessibleName(words)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return button

    @Slot()
    def _fill_rest(self) -> None:
        """Put in what has a button that finds no room."""
        menu = self._rest.menu()
        menu.clear()
        for names, widgets in zip(_GROUPS, self._groups, strict=True):
            pairs = zip(names, widgets[1:], strict=True)
            menu.addActions([self._actions.named(name) for name, each in pairs if each.isHidden()])
            menu.addSeparator()

    @Slot()
    def _fill_more(self) -> None:
        """Put in what has no button."""
        menu = self._more.menu()
        menu.clear()
        for name in _MORE:
            if name:
                menu.addAction(self._actions.named(name))
            else:
                menu.addSeparator()

    # ------------------------------------------------------------ behaviour

    @Slot()
    def _show_style(self) -> None:
        self.style_box.setPlaceholderText(self._actions.style_words())
        for index, name in enumerate(STYLE_ACTIONS):
            if self._actions.named(name).isChecked():
                self.style_box.setCurrentIndex(index)
                return
        self.style_box.setCurrentIndex(-1)

    @Slot(int)
    def _on_style_chosen(self, index: int) -> None:
        action = self._actions.named(self.style_box.itemData(index))
        if not action.isChecked():
            action.trigger()
        self._show_style()
        self._actions.focus_editor()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_ALWAYS + _BUTTON + _GAP, super().minimumSizeHint().height())

    def _make_room(self) -> None:
        """Hide the buttons from the last one on that do not fit; they are in a menu then."""
        room = self.width() - _ALWAYS
        step = _BUTTON + _GAP
        needed = sum(_LINE + _GAP + step * (len(widgets) - 1) for widgets in self._groups)
        is_whole = needed <= room
        room -= 0 if is_whole else step
        self._rest.setVisible(not is_whole)
        for line, *buttons in self._groups:
            room -= _LINE + _GAP
            line.setVisible(room >= step)
            for button in buttons:
                room -= step
                button.setVisible(room >= 0)
