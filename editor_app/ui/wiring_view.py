"""What the window looks like: colours, panes, where the keyboard is, what is remembered, help."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor_app.editing.changes import Change, ChangeKind
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.help import show_about, show_keys, show_markdown_forms
from editor_app.ui.look.look import Look, SchemeChoice
from editor_app.ui.pane_walk import PaneWalk, Stop, open_context_menu
from editor_app.ui.preview.width_switch import PreviewWidth
from editor_app.ui.window import MainWindow
from editor_app.ui.window_look import editor_look
from editor_app.ui.wiring_desk import Desk

_BY_TAB = Qt.FocusPolicy.TabFocus


def connect_look(body: BodyEditor, look: Look) -> None:
    """Let the text wear the colours of the moment."""

    def wear() -> None:
        body.show_look(replace(editor_look(look), zoom=body.look().zoom))

    look.changed.connect(wear)


def connect_view(window: MainWindow, desk: Desk) -> None:
    """Let the View and Help menus work."""
    actions, panes = window.actions_, window.panes
    actions.show_list.toggled.connect(panes.items.setVisible)
    if (side := window.tabs.parentWidget()) is not None:
        actions.show_side.toggled.connect(side.setVisible)
    actions.search.triggered.connect(partial(_search, window))
    actions.to_list.triggered.connect(partial(_focus, panes.items.view))
    actions.to_text.triggered.connect(panes.editor.take_focus)
    walk = PaneWalk(_stops(window))
    actions.next_pane.triggered.connect(lambda: walk.go(is_forward=True))
    actions.previous_pane.triggered.connect(lambda: walk.go(is_forward=False))
    actions.context_menu.triggered.connect(open_context_menu)
    window.addAction(actions.context_menu)
    actions.quit.triggered.connect(window.close)
    actions.about.triggered.connect(lambda: show_about(window))
    actions.keys.triggered.connect(lambda: show_keys(window))
    actions.markdown_forms.triggered.connect(lambda: show_markdown_forms(window))
    for choice, action in actions.schemes.items():
        action.triggered.connect(partial(_choose_scheme, desk, choice))
    actions.schemes[desk.look.choice].setChecked(True)


def _stops(window: MainWindow) -> tuple[Stop, ...]:
    """Return the panes in the order in which F6 goes through them."""
    items, editor, tabs = window.panes.items, window.panes.editor, window.tabs

    def text() -> QWidget:
        written = editor.parts.findChildren(QAbstractScrollArea)
        shown = [each for each in written if each.isVisible() and each.focusPolicy() & _BY_TAB]
        return editor.body if editor.body.isVisible() or not shown else shown[0]

    return (
        Stop(pane=items, target=lambda: items.view if items.view.isVisible() else items.search),
        Stop(pane=editor.header, target=lambda: editor.header.headline),
        Stop(pane=editor.bar, target=lambda: editor.bar.style_box),
        Stop(pane=editor, target=text),
        Stop(name="besidePane", target=partial(_beside, editor)),
        Stop(pane=tabs, target=tabs.tabBar),
        Stop(pane=window.status, target=lambda: window.status),
    )


def _beside(editor: QWidget) -> QWidget | None:
    """Return the text of the version beside the open one, once one was there."""
    found = editor.findChild(BodyEditor, "besideBody")
    return found if isinstance(found, BodyEditor) else None


def connect_memory(window: MainWindow, desk: Desk) -> None:
    """Bring the preview back as it was left, and remember how the window is left."""
    memory, body = desk.memory, window.panes.editor.body
    name = memory.text("width")
    is_known = name in PreviewWidth.__members__
    # A whole desktop page is too small to read in a side pane: begin with what can be read.
    window.panes.preview.show_width(PreviewWidth[name] if is_known else PreviewWidth.TABLET)

    def keep_place() -> None:
        draft = desk.session.draft
        is_kept = draft is not None and draft.item.version > 0
        memory.keep_place(draft.item.id if draft and is_kept else None, caret=body.caret())

    def keep() -> None:
        keep_place()
        memory.keep_shape(geometry=window.saveGeometry(), panes=window.splitter.saveState())
        memory.write()

    def hear(change: Change) -> None:
        if change.kind in {ChangeKind.SAVED, ChangeKind.COPIED}:
            keep_place()  # a program that is ended by force has no other moment for it
            desk.background.run(memory.write, then=lambda _: None, failed=lambda _: None)

    desk.session.subscribe(hear)
    window.call_after_closing(keep)


def _choose_scheme(desk: Desk, choice: SchemeChoice, _is_on: object = None) -> None:
    desk.look.choose(choice)
    desk.memory.keep_scheme(choice)


def _search(window: MainWindow) -> None:
    window.actions_.show_list.setChecked(True)
    window.panes.items.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    window.panes.items.search.selectAll()


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
