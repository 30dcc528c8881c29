"""The menu bar: every action under the word a user looks for."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.commands.entries import (
    BLOCK_ACTIONS,
    COLUMN_ACTIONS,
    FIGURE_SETTINGS,
    INSERT_ACTIONS,
    ROW_ACTIONS,
    WHOLE_TABLE_ACTIONS,
)
from editor_app.ui.window_actions import WindowActions
from editor_app.ui.window_edit_actions import EditActions

_STYLES = ("paragraph", "crossHead", "crossHead3", "crossHead4")
_MARKS = ("bold", "italic", "strike", "superscript", "subscript", "inlineCode", "clearFormatting")
_SHAPES = ("bulletList", "numberedList", "quote", "attribution")
_SAID = ("wordLanguage", "passageLanguage", "unlink", "blockDetails")


def fill_menus(
    bar: QMenuBar, window: WindowActions, edit: EditActions, text: EditorActions
) -> None:
    """Put all actions into the menu bar."""
    bar.setAccessibleName("Menus")
    _fill(
        bar.addMenu("&File"),
        [window.new, window.bring_in, window.export, window.uploads, None],
        [window.photos, window.lists, None],
        [window.save, None],
        [window.backups, window.back_up, window.open_library, None, window.quit],
    )
    _fill(
        bar.addMenu("&Edit"),
        [edit.undo, edit.redo, None, edit.cut, edit.copy, edit.paste, text.named("pasteAsText")],
        [edit.select_all, None, window.find, window.find_next, window.find_previous],
        [window.replace, None, window.search, window.bulk.replace, window.bulk.undo],
        [None, window.smart_punctuation],
    )
    _fill_groups(bar.addMenu("I&nsert"), text, (("quickInsert",), *INSERT_ACTIONS))
    _fill_format(bar.addMenu("F&ormat"), text)
    item = bar.addMenu("&Item")
    _fill(item, [window.duplicate, window.trash, window.restore, None])
    _fill(item, [window.name_version, window.history, window.checks, None])
    _fill(item.addMenu("&Status"), list(window.statuses.values()))
    versions = item.addMenu("Lan&guage versions")
    versions.setObjectName("versionsMenu")
    versions.addActions(window.versions.all)
    item.addMenu("Se&lected items").addActions(window.bulk.of_items)
    _fill(item, [None, window.next_item, window.previous_item])
    view = bar.addMenu("&View")
    _fill(view, [window.show_list, window.show_side, text.named("footnoteList"), None])
    _fill(view, [window.to_list, window.to_text, window.next_pane, window.previous_pane, None])
    _fill(view, [window.source, window.source_beside, window.block_source, None])
    _fill(view, [window.zoom_in, window.zoom_out, window.zoom_reset, None])
    _fill(view, [window.focus_mode, window.show_hidden, None])
    _fill(view.addMenu("&Colours"), list(window.schemes.values()))
    _fill(bar.addMenu("&Tools"), [window.house])
    _fill(bar.addMenu("&Help"), [window.keys, window.markdown_forms, None, window.about])


def row_actions(actions: WindowActions) -> list[QAction]:
    """Return what a row's own menu offers."""
    rule = QAction(actions)
    rule.setSeparator(True)
    second = QAction(actions)
    second.setSeparator(True)
    return [
        actions.new,
        actions.duplicate,
        rule,
        *actions.statuses.values(),
        second,
        actions.trash,
        actions.restore,
    ]


def _fill_format(menu: QMenu, text: EditorActions) -> None:
    _fill_groups(menu, text, (_STYLES, _MARKS, _SHAPES, _SAID))
    menu.addSeparator()
    block = menu.addMenu("&Block")
    _fill_groups(block, text, (("blockMenu",), BLOCK_ACTIONS))
    _fill_groups(menu.addMenu("&Photo"), text, (tuple(FIGURE_SETTINGS), ("figureDecorative",)))
    groups = (ROW_ACTIONS, COLUMN_ACTIONS, WHOLE_TABLE_ACTIONS)
    _fill_groups(menu.addMenu("&Table"), text, groups)


def _fill_groups(menu: QMenu, text: EditorActions, groups: Sequence[Sequence[str]]) -> None:
    for number, names in enumerate(groups):
        if number:
            menu.addSeparator()
        menu.addActions([text.named(name) for name in names])


def _fill(menu: QMenu, *parts: Sequence[QAction | None]) -> None:
    for part in parts:
        for action in part:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
