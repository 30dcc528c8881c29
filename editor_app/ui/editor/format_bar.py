"""The formatting bar over the text."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from editor_app.ui.editor.actions import EditorActions, IconSource
from editor_app.ui.editor.commands.entries import STYLE_ACTIONS

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


class FormatBar(QWidget):
    """Buttons for the commands of an editor; those that find no room move into the last menu.

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
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(2)
        self._layout = layout
        self.style_box = self._style_box()
        layout.addWidget(self.style_box)
        for names in _GROUPS:
            self._add_group(names)
        self._more = self._more_button(icons)
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
        box.setMinimumWidth(118)
        for name in STYLE_ACTIONS:
            box.addItem(self._actions.named(name).text(), name)
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
        line.setFixedSize(13, 18)
        return line

    def _more_button(self, icons: IconSource) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("moreFormats")
        button.setIcon(icons("paragraph"))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName("More formats")
        button.setToolTip("More formats")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setAccessibleName("More formats")
        menu.aboutToShow.connect(self._fill_menu)
        button.setMenu(menu)
        return button

    @Slot()
    def _fill_menu(self) -> None:
        """Put in what has no button, and what has one that finds no room."""
        menu = self._more.menu()
        menu.clear()
        for names, widgets in zip(_GROUPS, self._groups, strict=True):
            if widgets[0].isHidden():
                menu.addActions([self._actions.named(name) for name in names])
                menu.addSeparator()
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
        return QSize(118 + 4 * _BUTTON + 40, super().minimumSizeHint().height())

    def _make_room(self) -> None:
        """Hide the groups from the last one on that do not fit; they are in the menu then."""
        left = self.width() - (118 + 3 * _BUTTON + 13 + 28 + 16)
        for widgets in self._groups:
            left -= 13 + (_BUTTON + 2) * (len(widgets) - 1) + 2
            for widget in widgets:
                widget.setVisible(left >= 0)
