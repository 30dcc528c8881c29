"""The window of the managed lists: which entries there are, and the form of the one chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.model.lists import Entry, EntryId, ListKind
from editor_app.ui.lists.entries_pane import EntriesPane
from editor_app.ui.lists.form import EntryForm
from editor_app.ui.lists.parts import ShownPicture
from editor_app.ui.lists.words import KINDS, in_brief, used_words
from editor_app.ui.look.icons import Icons
from editor_app.ui.messages import Notices

_KINDS_WIDTH = 158
_ROW = QSize(0, 30)


class ListsWindow(QDialog):
    """Shows the lists, a page each, and offers what can be done; it does nothing itself.

    Signals:
        kind_chosen: Another list is to be shown; carries its `ListKind`.
        save_requested: What the form says is to be saved; carries the `Entry`, or None for a new
            one, and the record.
        items_requested: The items that carry an entry are to be shown; carries the `Entry`.
        photo_requested: A photo is to be chosen; carries the `PhotoPart` it is for.
    """

    kind_chosen = Signal(object)
    save_requested = Signal(object, object)
    items_requested = Signal(object)
    photo_requested = Signal(object)

    def __init__(self, icons: Icons, picture: ShownPicture, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("listsWindow")
        self.setWindowTitle("Lists")
        self.setModal(False)
        self._icons, self._picture = icons, picture
        self._entry: Entry | None = None  # whose fields the form shows; None: a new one's
        self.kind = ListKind.SECTION
        self.forms: dict[ListKind, EntryForm] = {}
        self.stack = QStackedWidget(self)
        self.notices = Notices(icons, self)
        self.kinds = self._make_kinds()
        self.entries = EntriesPane(icons, self.has_saved, self)
        self.entries.entry_chosen.connect(self._show_entry)
        self.entries.add_requested.connect(self._on_add)
        self.hint, self.title = self._make_labels()
        self.used = self._button("usedIn", "Used", self._on_used)
        self.used.setProperty("look", "quiet")
        self.save = self._button("saveEntry", "&Save", self.has_saved)
        self.save.setProperty("look", "primary")
        self.undo = self._button("undoEntry", "&Put back", self._on_put_back)
        self.undo.setToolTip("Put the fields back to what is saved")
        self.leave = self._button("closeLists", "Close", self.close)
        self._lay_out()
        self.resize(1020, 640)
        self.kinds.currentRowChanged.connect(self._on_kind)
        self._show_kind(self.kind)
        self.entries.search.setFocus()

    @property
    def form(self) -> EntryForm:
        """The form of the list that is shown."""
        return self.forms[self.kind]

    @property
    def shown(self) -> Entry | None:
        """The entry whose fields are shown; None where they are those of a new one."""
        return self._entry

    def show_entries(
        self, entries: Sequence[Entry], uses: Mapping[str, int], *, chosen: EntryId | None = None
    ) -> None:
        """Show the entries of the list, one of them chosen; words not saved yet stay."""
        wanted = chosen if chosen is not None else self._entry.id if self._entry else None
        found = self.entries.show_entries(entries, uses, chosen=wanted)
        is_written_in = self.form.is_edited and (found is not None or self._entry is None)
        if found == self._entry or (chosen is None and is_written_in):
            self._show_state()  # what is written in the fields stays
        else:
            self._show_entry(found)

    def show_uses(self, uses: Mapping[str, int]) -> None:
        """Show how many items carry each name of the list, by its key."""
        self.entries.table.show_uses(uses)
        self.entries.show_state()
        self._show_state()

    def show_new(self) -> None:
        """Show empty fields for a new entry."""
        self.entries.choose(None)
        self._show_entry(None)
        self.form.start()

    @Slot()
    def has_saved(self) -> bool:
        """Save what is not saved yet; return whether nothing is left unsaved."""
        if self.form.is_edited:
            self.save_requested.emit(self._entry, self.form.record())
        return not self.form.is_edited

    def take_as_saved(self, entry: Entry) -> None:
        """Note that what the form says is what an entry is now."""
        self._show_entry(entry)

    def keep_as_new(self) -> None:
        """Keep what the form says as the words of a new entry: the one it was of is gone."""
        self._entry = None
        self.entries.choose(None)
        self._show_state()

    # ------------------------------------------------------------ parts

    def _make_kinds(self) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("listKinds")
        made.setAccessibleName("Lists")
        made.setFixedWidth(_KINDS_WIDTH)
        for kind, words in KINDS.items():
            row = QListWidgetItem(words.title, made)
            row.setData(Qt.ItemDataRole.UserRole, kind.value)
            row.setSizeHint(_ROW)
        made.setCurrentRow(0)
        return made

    def _make_labels(self) -> tuple[QLabel, QLabel]:
        hint, title = QLabel(self), QLabel(self)
        hint.setProperty("look", "hint")
        hint.setWordWrap(True)
        title.setProperty("look", "heading")
        title.setTextFormat(Qt.TextFormat.PlainText)
        return hint, title

    def _button(self, name: str, words: str, act: object) -> QPushButton:
        made = QPushButton(words, self)
        made.setObjectName(name)
        made.setAccessibleName(words.replace("&", ""))
        made.setAutoDefault(False)
        made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self.save)
        last.addWidget(self.undo)
        last.addStretch(1)
        last.addWidget(self.leave)
        right = QWidget(self)
        fields = QVBoxLayout(right)
        fields.setContentsMargins(8, 0, 0, 0)
        fields.setSpacing(8)
        fields.addWidget(self.title)
        fields.addWidget(self.used, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self.stack, 1)
        fields.addLayout(last)
        panes = QSplitter(self)
        panes.addWidget(self.entries)
        panes.addWidget(right)
        panes.setStretchFactor(1, 1)
        panes.setSizes([350, 490])
        panes.setChildrenCollapsible(False)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self.kinds)
        across.addWidget(panes, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.notices)
        layout.addWidget(self.hint)
        layout.addLayout(across, 1)

    # ------------------------------------------------------------ state

    @Slot(object)
    def _show_entry(self, entry: Entry | None) -> None:
        self._entry = entry
        self.form.show_record(entry.record if entry is not None else None)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        entry = self._entry
        one = KINDS[self.kind].one
        self.title.setText(in_brief(entry.name) if entry else f"New {one}")
        uses = self.entries.table.uses(entry) if entry else 0
        self.used.setVisible(entry is not None)
        self.used.setText(used_words(uses))
        self.used.setAccessibleName(used_words(uses))
        self.used.setEnabled(bool(uses))
        is_edited = self.form.is_edited
        self.save.setEnabled(is_edited)
        self.undo.setEnabled(is_edited)

    def _show_kind(self, kind: ListKind) -> None:
        self.kind = kind
        if kind not in self.forms:
            form = EntryForm(kind, self._icons, self._picture, self)
            form.edited.connect(self._show_state)
            form.photo_requested.connect(self.photo_requested)
            self.forms[kind] = form
            self.stack.addWidget(form)
        self.stack.setCurrentWidget(self.form)
        self.hint.setText(KINDS[kind].hint)
        self.entries.begin(kind)
        self._show_entry(None)

    @Slot(int)
    def _on_kind(self, row: int) -> None:
        kind = list(KINDS)[row] if row >= 0 else self.kind
        if kind is self.kind:
            return
        if not self.has_saved():
            self.kinds.setCurrentRow(list(KINDS).index(self.kind))
            return
        self._show_kind(kind)
        self.kind_chosen.emit(kind)

    # ------------------------------------------------------------ wishes

    @Slot()
    def _on_add(self) -> None:
        if self.has_saved():
            self.show_new()

    @Slot()
    def _on_put_back(self) -> None:
        self._show_entry(self._entry)

    @Slot()
    def _on_used(self) -> None:
        if self._entry is not None:
            self.items_requested.emit(self._entry)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.has_saved():
            event.ignore()
            return
        super().closeEvent(event)

    @override
    def reject(self) -> None:
        self.close()
