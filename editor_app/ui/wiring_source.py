"""The Markdown of the open item: seen instead of its text or beside it, never lost."""

from functools import partial

from editor_app.body.tree import Body
from editor_app.editing.changes import Change, ChangeKind
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.place_bar import PlaceBar
from editor_app.ui.editor.source.block import edit_block
from editor_app.ui.editor.source.pane import SourcePane
from editor_app.ui.editor.source.view import Shown, SourceView
from editor_app.ui.window import MainWindow
from editor_app.ui.window_look import editor_look
from editor_app.ui.wiring_desk import Desk, attempt

_NARROWEST = 230  # pixels


def connect_source(window: MainWindow, desk: Desk, text: EditorActions) -> SourceView:
    """Let the text be written as Markdown; what is typed is handed on before anything is saved.

    To be connected before saving is: what is typed here comes first.
    """
    editors = window.panes.editor
    pane = SourcePane(editor_look(desk.look), parent=editors)
    editors.parts.addWidget(pane)
    # A column that is shown again must never be laid out as narrow as a hidden one.
    editors.column.setMinimumWidth(_NARROWEST)
    pane.setMinimumWidth(_NARROWEST)

    def keep(body: Body) -> None:
        draft = desk.session.draft
        if draft is None or draft.body is body:
            return
        if draft.body == body:
            desk.session.respell_body(body)
        else:
            desk.session.edit_body(body)

    view = SourceView(editors.body, pane, desk.background, keep=keep)

    def leave() -> None:
        if view.flush():
            desk.autosave.save_now()

    desk.session.call_before_leaving(leave)
    desk.session.subscribe(partial(_hear, window, view))
    window.actions_.save.triggered.connect(view.flush)
    window.left.connect(view.flush)
    window.call_after_closing(view.put_away)
    desk.look.changed.connect(lambda: pane.field.show_look(editor_look(desk.look)))
    _connect_actions(window, desk, view, pane)
    view.shown_changed.connect(lambda _shown: text.refresh())
    return view


def _hear(window: MainWindow, view: SourceView, change: Change) -> None:
    draft = change.draft
    if draft is None:
        view.put_away()
    elif change.kind is ChangeKind.OPENED:
        view.show_item(draft.body, is_locked=draft.item.is_trashed)
        _show_parts(window, view.shown)
    elif change.kind is ChangeKind.REPLACED:
        view.show_replaced(draft.body)


def _connect_actions(window: MainWindow, desk: Desk, view: SourceView, pane: SourcePane) -> None:
    actions, body = window.actions_, window.panes.editor.body

    def toggle(to: Shown) -> None:
        if desk.session.draft is not None:
            view.show(Shown.NOT if view.shown is to else to)
        _show_parts(window, view.shown)

    actions.source.triggered.connect(
        lambda: toggle(Shown.INSTEAD if view.shown is Shown.NOT else view.shown)
    )
    actions.source_beside.triggered.connect(lambda: toggle(Shown.BESIDE))
    actions.block_source.triggered.connect(
        lambda: attempt(window.notices, partial(edit_block, body))
    )
    actions.to_text.triggered.connect(
        lambda: pane.field.setFocus() if view.shown is Shown.INSTEAD else None
    )
    pane.beside_chosen.connect(lambda on: view.show(Shown.BESIDE if on else Shown.INSTEAD))
    pane.closed.connect(lambda: view.show(Shown.NOT))
    view.shown_changed.connect(partial(_show_parts, window))
    view.shown_changed.connect(lambda shown: pane.show_beside(is_beside=shown is Shown.BESIDE))
    body.hooks.menu_end.append(lambda _cursor: [actions.block_source])


def _show_parts(window: MainWindow, shown: Shown) -> None:
    """Show the rich text, its Markdown or both; what changes rich text rests while it is hidden."""
    editors, actions = window.panes.editor, window.actions_
    is_instead = shown is Shown.INSTEAD
    is_locked = not editors.header.isEnabled()
    editors.column.setVisible(not is_instead)
    editors.bar.setEnabled(not is_instead and not is_locked)
    editors.body.setReadOnly(is_instead or is_locked)
    for bar in editors.findChildren(PlaceBar):
        bar.setVisible(not is_instead)
    actions.source.setChecked(shown is not Shown.NOT)
    actions.source_beside.setChecked(shown is Shown.BESIDE)
    actions.block_source.setEnabled(not is_instead and actions.source.isEnabled())
    if shown is Shown.BESIDE:
        half = editors.parts.width() // 2
        editors.parts.setSizes([half, half])
