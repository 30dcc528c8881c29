"""The Photos browser: every photo of the library, to be found, looked at, used and swept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.store.library import Library
from editor_app.store.photo_query import PhotoFilter, PhotoQuery, PhotoUse
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.look.look import Look
from editor_app.ui.paged_rows import RestOffer
from editor_app.ui.pasting.clip import Picture, copied_pictures, files_of
from editor_app.ui.photos.browser_actions import BrowserActions
from editor_app.ui.photos.browser_parts import BrowserParts
from editor_app.ui.photos.browser_trash import TrashCommands
from editor_app.ui.photos.browser_words import nothing_words, photos_words
from editor_app.ui.photos.facts import size_words

_SIZE = QSize(1120, 660)


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserDuties:
    """What the browser works with; ``save`` brings the open item's words into the library.

    ``language`` is that of the open item, ``can_use`` whether there is one that may be edited.
    """

    library: Library
    background: Background
    look: Look
    thumbnails: Thumbnails
    save: Callable[[], None]
    language: Callable[[], str]
    can_use: Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What photos are chosen for: the words of the button, and what happens with them."""

    words: str
    then: Callable[[list[str]], None]
    is_many: bool = False


class PhotoBrowser(QDialog):
    """Shows the photos of a library while the window goes on behind it.

    Signals:
        use_requested: The user wants to see where a photo is used; carries its path and the
            `PhotoUse`.
        lead_requested: The user wants a photo above the open item; carries its path.
        insert_requested: The user wants photos in the open text; carries their paths.
        gallery_requested: The user wants photos in the open text as a gallery; carries their paths.
        details_requested: The user wants the form of a photo; carries its path.
        export_requested: The user wants the original of a photo; carries its path.
        add_requested: The user wants to choose files.
        received: Files or pictures were dropped or pasted; carries paths, bytes or pictures.
    """

    use_requested = Signal(str, object)
    lead_requested = Signal(str)
    insert_requested = Signal(list)
    gallery_requested = Signal(list)
    details_requested = Signal(str)
    export_requested = Signal(str)
    add_requested = Signal()
    received = Signal(list)

    def __init__(self, duties: BrowserDuties, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("photoBrowser")
        self.setWindowTitle("Photos")
        self.setModal(False)
        self.setAcceptDrops(True)
        self._duties = duties
        self._pick: Pick | None = None
        self._counts: Mapping[PhotoFilter, int] = {}
        self.commands = BrowserActions(duties.look.icons, self)
        self.parts = BrowserParts(
            self, duties.look, duties.thumbnails, duties.library.photo_shelf.page, self.commands
        )
        self.model, self.grid = self.parts.model, self.parts.grid
        self.trash = TrashCommands(self, duties.library, duties.background, duties.save)
        self._connect()
        self._connect_commands()
        self.resize(_SIZE)

    # ------------------------------------------------------------ what is shown

    @property
    def query(self) -> PhotoQuery:
        """What is shown."""
        return self.model.query

    @Slot(object)
    def show_query(self, query: PhotoQuery) -> None:
        """Show the photos that answer query."""
        try:
            self.model.show(query)
            self._show_counts()
        except EditorError as error:
            self.parts.notices.show_error(error)
            return
        self.parts.chips.show_query(query)
        self.parts.sort.show_query(query)
        if self.parts.search.text().strip() != query.search:
            self.parts.search.setText(query.search)
        self.grid.scrollToTop()
        self._show_tiles_or_words()
        self._show_chosen()

    @Slot()
    def refresh(self) -> None:
        """Read again what is shown, because photos or items changed; what is chosen stays."""
        chosen = frozenset(self.grid.chosen_srcs())
        row = self.grid.currentIndex().row()
        had_words = not self.grid.isVisible()
        try:
            is_other = self.model.refresh()
            self._show_counts()
        except EditorError as error:
            self.parts.notices.show_error(error)
            return
        self._show_tiles_or_words()
        if is_other:
            last = self.model.rowCount() - 1
            self.grid.choose(chosen, current=-1 if had_words or row < 0 else min(row, last))
        self._show_chosen()

    def follow_item(self) -> None:
        """Offer what can be done with the photos now that another item is open, or none."""
        self._show_chosen()

    def forget_picture(self, src: str) -> None:
        """Make the picture of a photo anew, and read its words, because they were edited."""
        self._duties.thumbnails.forget(src)
        if self.isVisible():
            self.refresh()

    def show_photos(self, srcs: Sequence[str]) -> None:
        """Show all photos with these chosen, for example because they are new."""
        self.show_query(PhotoQuery(sort=self.query.sort))
        self.grid.choose(frozenset(srcs))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, pick: Pick | None = None) -> None:
        """Come forward, to look through the photos or to choose some for a purpose."""
        self._pick = pick
        if not self.isVisible():
            self.parts.notices.clear()
        self.parts.show_pick(pick.words if pick else "")
        self.setWindowTitle(_title(pick))
        wanted = self.query if self.isVisible() or self.model.rowCount() else PhotoQuery()
        if pick is not None and wanted.filter is PhotoFilter.TRASHED:
            wanted = PhotoQuery(sort=wanted.sort)
        self.show_query(wanted)
        self.show()
        self.raise_()
        self.activateWindow()
        self.parts.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.parts.search.selectAll()

    def _show_counts(self) -> None:
        self._counts = self._duties.library.photo_shelf.counts(self.query.search)
        self.parts.chips.show_counts(self._counts)

    def _show_tiles_or_words(self) -> None:
        query = self.query
        self.parts.show_nothing("" if self.model.rowCount() else nothing_words(query))
        is_trash = query.filter is PhotoFilter.TRASHED
        self.parts.sweep.setVisible(not is_trash and self._pick is None)
        self.parts.empty.setVisible(is_trash and self._pick is None)
        self.parts.empty.setEnabled(bool(self.model.rowCount()))

    # ------------------------------------------------------------ what is chosen

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.grid.chosen_photos()
        number, size = len(chosen), sum(photo.size for photo in chosen)
        is_trash = self.query.filter is PhotoFilter.TRASHED
        can_use = self._duties.can_use()
        self.commands.show_chosen(number, is_trash=is_trash, can_use=can_use)
        is_fit = number == 1 or (number > 1 and self._pick is not None and self._pick.is_many)
        self.parts.pick.setEnabled(is_fit and not is_trash)
        self._say_how_many(number, size)
        try:
            if number != 1 or not self._show_details(chosen[0].src):
                self.parts.details.show_many(number, size=size)
        except EditorError as error:
            self.parts.details.show_many(number, size=size)
            self.parts.notices.show_error(error)

    def _show_details(self, src: str) -> bool:
        """Show what is known of a photo; return False where it is not on record any more."""
        record = self._duties.library.photos.record(src)
        if record is not None:
            words = record.words(self._duties.language())
            uses = self._duties.library.photo_shelf.uses(src)
            self.parts.details.show_photo(record, words, uses)
        return record is not None

    def _say_how_many(self, number: int, size: int) -> None:
        words = photos_words(self._counts.get(self.query.filter, 0))
        if number > 1:
            words += f" · {number:,} chosen ({size_words(size)})"
        self.parts.status.setText(words)

    # ------------------------------------------------------------ choosing for a purpose

    @Slot()
    def _on_picked(self) -> None:
        pick, srcs = self._pick, self.grid.chosen_srcs()
        if pick is None or not srcs or not self.parts.pick.isEnabled():
            return
        self.close()
        pick.then(srcs if pick.is_many else srcs[:1])

    @Slot(str)
    def _on_opened(self, src: str) -> None:
        if self._pick is not None:
            self._on_picked()
        else:
            self.details_requested.emit(src)

    # ------------------------------------------------------------ files and pictures coming in

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        words = event.mimeData()
        if files_of(words) or words.hasImage():
            self.parts.zone.show_over(self.parts.stage)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.parts.zone.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.parts.zone.hide()
        found = files_of(event.mimeData()) or copied_pictures(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.received.emit(found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    @Slot()
    def paste(self) -> None:
        """Take in the photo files or the picture on the clipboard."""
        if found := _copied():
            self.received.emit(found)
        else:
            self.parts.notices.show_notice("There is no photo on the clipboard.")

    # ------------------------------------------------------------ wiring

    def _connect(self) -> None:
        parts = self.parts
        parts.search.textChanged.connect(self._on_search_changed)
        parts.search.installEventFilter(self)
        parts.chips.query_edited.connect(self.show_query)
        parts.sort.query_edited.connect(self.show_query)
        parts.add.clicked.connect(self.add_requested)
        parts.close_button.clicked.connect(self.close)
        parts.pick.clicked.connect(self._on_picked)
        parts.show_all.clicked.connect(lambda: self.show_query(PhotoQuery(sort=self.query.sort)))
        parts.sweep.clicked.connect(self.trash.ask_about_unused)
        parts.empty.clicked.connect(self.trash.ask_about_trash)
        parts.details.use_requested.connect(self._on_use_requested)
        self.grid.chosen.connect(self._show_chosen)
        self.grid.opened.connect(self._on_opened)
        self.grid.read_failed.connect(parts.notices.show_error)
        RestOffer(self.model, parts.notices)
        self.grid.menu_wanted.connect(self.commands.fill)
        self.trash.changed.connect(self.refresh)
        self._duties.thumbnails.arrived.connect(self.grid.viewport().update)
        self._duties.look.changed.connect(self.grid.viewport().update)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._go_to_search),
            (QKeySequence("F6"), lambda: parts.walk.go(is_forward=True)),
            (QKeySequence("Shift+F6"), lambda: parts.walk.go(is_forward=False)),
        ):
            QShortcut(keys, self).activated.connect(act)

    def _connect_commands(self) -> None:
        commands = self.commands
        commands.lead.triggered.connect(lambda: self._with_one(self.lead_requested.emit))
        commands.insert.triggered.connect(
            lambda: self.insert_requested.emit(self.grid.chosen_srcs())
        )
        commands.gallery.triggered.connect(
            lambda: self.gallery_requested.emit(self.grid.chosen_srcs())
        )
        commands.details.triggered.connect(lambda: self._with_one(self.details_requested.emit))
        commands.export.triggered.connect(lambda: self._with_one(self.export_requested.emit))
        commands.trash.triggered.connect(lambda: self.trash.trash(self.grid.chosen_srcs()))
        commands.restore.triggered.connect(lambda: self.trash.restore(self.grid.chosen_srcs()))
        self.grid.delete_pressed.connect(commands.trash.trigger)

    def _with_one(self, act: Callable[[str], object]) -> None:
        if len(srcs := self.grid.chosen_srcs()) == 1:
            act(srcs[0])

    @Slot(object)
    def _on_use_requested(self, use: PhotoUse) -> None:
        self._with_one(lambda src: self.use_requested.emit(src, use))

    @Slot(str)
    def _on_search_changed(self, words: str) -> None:
        if words.strip() != self.query.search:
            self.show_query(replace(self.query, search=words.strip()))

    def _go_to_search(self) -> None:
        self.parts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.parts.search.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the search field lead to the photos, and Escape empty it before it closes all.

        What is pasted into it is a search, but photos are photos there too.
        """
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Paste) and _copied():
            self.paste()
            return True
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.grid.enter()
            return True
        if event.key() == Qt.Key.Key_Escape and self.parts.search.text():
            self.parts.search.clear()
            return True
        return False


def _copied() -> list[Picture]:
    """Return the photo files or the picture on the clipboard."""
    words = QGuiApplication.clipboard().mimeData()
    return [*files_of(words)] or copied_pictures(words)


def _title(pick: Pick | None) -> str:
    if pick is None:
        return "Photos"
    return "Choose photos" if pick.is_many else "Choose a photo"
