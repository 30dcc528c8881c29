"""Who hears whom: read this to find your way through the window.

EDIT     a field or the text → session.edit… → every part that subscribed shows the change
SAVE     `wiring_saving`: session change → autosave → "Saved 14:02"; on leaving and closing too
SOURCE   `wiring_source`: Markdown typed → read on a thread → session; text → its Markdown
PREVIEW  `wiring_preview`: session change → page → patched into the pane, the frame after
ITEMS    `wiring_items`: list and Item menu → session → list, counts, status button
ARCHIVE  `wiring_archive`: counts of filters, hits in rows and in the open item
BULK     `wiring_bulk`: many items chosen → preview → changed on a thread → desk and list anew
LISTS    `wiring_lists`: File > Lists…; names of lists offered while one is typed
HOUSE    `wiring_house`: Tools > House style… → page, checks, counters
FILES    `wiring_files`: import, export, backup; `wiring_uploads`: what is to be uploaded
PHOTOS   `wiring_photos`: one into the text or above it; `wiring_photo_browser`: all of the library;
         `wiring_photo_intake`: new ones, dropped, pasted or chosen → on a thread → library
PASTING  `wiring_pasting`: what is pasted or dropped → read on a thread → text, with a note;
         `wiring_field_pasting`: a whole text pasted into the headline → field and text
FINDING  `wiring_finding`: find bar → search → text and fields
TYPING   `wiring_typing`: keys → Markdown converted, punctuation set, in the item's language
SPELLING `wiring_spelling`: lines that change → words → dictionaries on a thread → marks
READING  `wiring_reading`: how large the text is, alone on the screen, hidden characters
COMMANDS `wiring_commands`: place bar, quick insert and links to items → the text's commands
CHECKS   `wiring_checks`: session change → rules on a thread → tab, status bar
HISTORY  `wiring_history`: versions of the open item → compared, named, restored
UPKEEP   `wiring_upkeep`: backups of themselves, File > Backups…, damage, the reserve
VIEW     `wiring_view`: colours, panes, focus, what is remembered
"""

from editor_app.editing.draft import Draft
from editor_app.store.errors import StoreError
from editor_app.store.query import ItemQuery
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.menus import fill_menus, row_actions
from editor_app.ui.messages import EscapeClears
from editor_app.ui.window import MainWindow
from editor_app.ui.window_edit_actions import EditActions
from editor_app.ui.wiring_archive import connect_hits
from editor_app.ui.wiring_bulk import connect_bulk
from editor_app.ui.wiring_checks import connect_checks
from editor_app.ui.wiring_commands import connect_commands
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_editing import connect_editing, connect_state
from editor_app.ui.wiring_files import connect_files
from editor_app.ui.wiring_finding import connect_finding
from editor_app.ui.wiring_history import connect_history
from editor_app.ui.wiring_house import connect_house
from editor_app.ui.wiring_items import ItemCommands, connect_items
from editor_app.ui.wiring_lists import connect_lists
from editor_app.ui.wiring_pasting import connect_pasting
from editor_app.ui.wiring_photo_browser import connect_photo_browser
from editor_app.ui.wiring_photos import connect_photos
from editor_app.ui.wiring_preview import connect_preview
from editor_app.ui.wiring_reading import connect_reading
from editor_app.ui.wiring_saving import connect_saving
from editor_app.ui.wiring_source import connect_source
from editor_app.ui.wiring_spelling import connect_spelling
from editor_app.ui.wiring_typing import connect_typing
from editor_app.ui.wiring_upkeep import connect_upkeep
from editor_app.ui.wiring_uploads import connect_uploads
from editor_app.ui.wiring_versions import connect_versions
from editor_app.ui.wiring_view import connect_look, connect_memory, connect_view


def connect(window: MainWindow, desk: Desk, text: EditorActions, draft: Draft | None) -> None:
    """Connect everything, then show the library; ``draft`` is the item on the sheet already."""
    body = window.panes.editor.body
    _connect_bars(window, text)
    connect_look(body, desk.look)
    connect_spelling(window, desk)  # hears of another language before the text is shown
    connect_editing(window, desk)
    connect_state(window, desk)
    items = connect_items(window, desk)
    source = connect_source(window, desk, text)
    connect_saving(window, desk)
    updater = connect_preview(window, desk)
    forms = connect_photos(window, desk)
    connect_pasting(window, desk)
    photos = connect_photo_browser(window, desk, items, text, forms)
    files = connect_files(window, desk, items, photos.add)
    files.before_many = connect_upkeep(window, desk, items).before_many
    connect_uploads(window, desk)
    connect_bulk(window, desk, items, files)
    lists = connect_lists(window, desk, items, photos, updater)
    connect_house(window, desk, lists, updater, connect_checks(window, desk))
    connect_versions(window, desk, items, updater)
    connect_history(window, desk, items)
    connect_typing(window, desk)
    connect_view(window, desk)
    connect_hits(window, desk, source, connect_finding(window, desk, source))
    connect_commands(window, desk, text)
    connect_memory(window, desk)
    connect_reading(window, desk)  # last, so that focus mode is left before places are kept
    _begin(window, desk, items, draft)


def _begin(window: MainWindow, desk: Desk, items: ItemCommands, draft: Draft | None) -> None:
    """Show the list, and go on with the item that is on the sheet, or open one."""
    window.panes.items.show_query(ItemQuery())
    items.show_counts()
    if draft is None:
        _open_first(window, desk)
        window.panes.editor.take_focus()
    else:
        desk.session.take_up(draft)
        desk.session.edit_body(window.panes.editor.body.body())  # what was typed meanwhile
        if desk.session.is_dirty:
            desk.autosave.save_soon()  # it has waited for the start already


def _connect_bars(window: MainWindow, text: EditorActions) -> None:
    """Fill the menus, and let the bar at the top do what they do."""
    actions = window.actions_
    edit = EditActions(window.panes.editor.body, text, window)
    fill_menus(window.menuBar(), actions, edit, text)
    window.panes.items.view.set_menu_actions(row_actions(actions))
    window.top.follow(new=actions.new, bring_in=actions.bring_in, export=actions.export)
    window.installEventFilter(EscapeClears(window.notices))


def _open_first(window: MainWindow, desk: Desk) -> None:
    """Open the item that was open last, or the first of the list."""
    model, last = window.panes.items.model, desk.memory.item
    first = model.summary(0).id if model.rowCount() else None
    wanted = [item_id for item_id in (last, first) if item_id is not None]
    for item_id in wanted:
        try:
            desk.session.open(item_id)
        except StoreError:
            continue
        return
    window.panes.editor.show_sheet(is_shown=False)
    window.panes.details.setEnabled(False)
    window.actions_.show_item(is_open=False, is_trashed=False)
    window.actions_.show_status(None, possible=frozenset())
