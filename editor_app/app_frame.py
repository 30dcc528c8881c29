"""The window before there is a library behind it: it can be shown, and asks for nothing yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from editor_app.background.collecting import Collector
from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.first_look import FirstLook
from editor_app.store.query import Cursor, ItemQuery, ItemSummary, Opening
from editor_app.ui.checks.pane import ChecksPane
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.format_bar import FormatBar
from editor_app.ui.fields.header import ItemHeader
from editor_app.ui.history.pane import HistoryPane
from editor_app.ui.item_list.model import RowSource
from editor_app.ui.item_list.pane import ListPane, Shelf
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.look.look import Look
from editor_app.ui.photos.shown_pictures import cut_picture, first_picture
from editor_app.ui.photos.small_pictures import square_picture
from editor_app.ui.preview.pane import PreviewPane
from editor_app.ui.window import MainWindow, Panes
from editor_app.ui.window_actions import WindowActions
from editor_app.ui.window_editor_pane import EditorPane
from editor_app.ui.window_look import editor_look
from editor_app.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from editor_app.store.library import Library


class LibraryAtHand:
    """What the panes ask of a library that is opened when the window is on the screen.

    Asked before that, each raises `EditorError`; so it does when the library cannot be read.
    """

    def __init__(self, look: FirstLook) -> None:
        self._look = look
        self._library: Library | None = None
        self._first: dict[str, QImage | None] = {}  # the pictures of the item shown first

    def put(self, library: "Library") -> None:
        """Let the window reach an open library."""
        self._library = library
        self._first.clear()

    def photo(self, src: str) -> bytes:
        """Return the bytes of a photo of the library."""
        return self._look.photo(src) if self._library is None else self._library.photos.data(src)

    def page(self, query: ItemQuery) -> Sequence[ItemSummary]:
        """Return one page of what answers a query."""
        return self._open().items.page(query)

    def stretch(self, query: ItemQuery) -> tuple[int, Cursor | None]:
        """Return how many items answer a query from a place on, and where they end."""
        return self._open().items.stretch(query)

    def row_of(self, query: ItemQuery, item_id: ItemId) -> int | None:
        """Return in which row of what answers a query an item stands."""
        return self._open().items.row_of(query, item_id)

    def opening(self, query: ItemQuery) -> Opening:
        """Return how the list of what answers a query begins."""
        return self._open().items.opening(query)

    def count(self, query: ItemQuery) -> int:
        """Return how many items answer a query."""
        return self._open().items.count(query)

    def why_nothing(self, query: ItemQuery) -> str:
        """Return why no item answers a query, as far as that can be said."""
        return self._open().items.why_nothing(query)

    def picture(self, src: str) -> QImage | None:
        """Return what of a photo of the library is shown in the window, or None."""
        if self._library is not None:
            return cut_picture(self._library, src)
        if src not in self._first:  # the strip and the text may show the same
            self._first[src] = first_picture(self._look, src)
        return self._first[src]

    def square(self, src: str, pixels: int) -> QImage | None:
        """Return a photo of the library cut to a small square, or None; for any thread."""
        return square_picture(self._open(), src, pixels)

    def _open(self) -> "Library":
        if self._library is None:
            raise EditorError("The library is not open yet.", hint="Wait a moment.")
        return self._library


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A window and what it is made with."""

    window: MainWindow
    text: EditorActions
    look: Look
    memory: WindowMemory
    background: Background
    clock: Callable[[], datetime]
    at_hand: LibraryAtHand


def make_frame(
    running: QApplication, library: FirstLook, settings: Path, now: Callable[[], datetime]
) -> Frame:
    """Return the window for a library, standing as it was left, without opening it whole."""
    memory = WindowMemory(settings, library.folder)
    look = Look(running)
    look.choose(memory.scheme)
    background = Background()
    at_hand = LibraryAtHand(library)
    body = BodyEditor(replace(editor_look(look), zoom=memory.zoom))
    body.set_picture_source(at_hand.picture)
    text = EditorActions(body, look.icons)
    header = ItemHeader(look, at_hand.picture, lambda: now().date())
    header.show_zoom(memory.zoom)
    thumbnails = Thumbnails(background, at_hand.square)
    shelf = Shelf(
        rows=RowSource(
            opening=at_hand.opening,
            page=at_hand.page,
            stretch=at_hand.stretch,
            row_of=at_hand.row_of,
        ),
        count=at_hand.count,
        why_nothing=at_hand.why_nothing,
    )
    panes = Panes(
        items=ListPane(shelf, thumbnails, look),
        editor=EditorPane(FormatBar(text, look.icons), header, body),
        preview=PreviewPane(background),
        checks=ChecksPane(),
        history=HistoryPane(),
    )
    thumbnails.setParent(panes.items)
    window = MainWindow(panes, WindowActions(look.icons, body), look)
    background.setParent(window)
    window.call_after_closing(Collector(window).let_go)
    window.restoreGeometry(memory.geometry)
    window.splitter.restoreState(memory.panes)
    return Frame(
        window=window,
        text=text,
        look=look,
        memory=memory,
        background=background,
        clock=now,
        at_hand=at_hand,
    )
