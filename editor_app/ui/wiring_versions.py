"""An item in several languages: begun, opened, read side by side, and kept as its original is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.languages import offered_languages
from editor_app.editing.listed import said_again
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.store.query import ItemSummary
from editor_app.ui.checks.runner import CheckRunner
from editor_app.ui.fields.choices import language_name
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands
from editor_app.ui.wiring_preview import PreviewUpdater

if TYPE_CHECKING:
    from editor_app.ui.beside.at_work import BesideAtWork
    from editor_app.ui.beside.untranslated import UntranslatedMarks

_SHOWN_ANEW = frozenset({ChangeKind.OPENED, ChangeKind.SAVED, ChangeKind.COPIED})


class Versions(QObject):
    """The language versions of the open item, in the Details tab, the menu and beside the text."""

    def __init__(
        self, window: MainWindow, desk: Desk, items: ItemCommands, updater: PreviewUpdater
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._items, self._updater = items, updater
        self._at_work: BesideAtWork | None = None
        self._marks: UntranslatedMarks | None = None
        self._made: list[QAction] = []
        self._menu = window.menuBar().findChild(QMenu, "versionsMenu")
        actions, box = window.actions_.versions, window.panes.details.versions
        window.panes.details.version_requested.connect(self._choose_at_button)
        box.beside_requested.connect(self._show_beside)
        box.changes_requested.connect(self._show_changes)
        actions.begin.triggered.connect(self._choose_in_window)
        actions.beside.triggered.connect(self._toggle_beside)
        actions.changes.triggered.connect(self._show_changes)
        actions.next.triggered.connect(self._open_next)
        if isinstance(self._menu, QMenu):
            self._menu.aboutToShow.connect(self._fill_menu)
        desk.session.subscribe(self._hear)

    def at_work(self) -> "BesideAtWork":
        """Return what shows another version beside the text."""
        if self._at_work is None:
            from editor_app.ui.beside.at_work import BesideAtWork  # noqa: PLC0415 - costs a start

            self._at_work = BesideAtWork(self._window, self._desk, self._items)
        return self._at_work

    # ------------------------------------------------------------ what there is

    def _rows(self) -> Sequence[ItemSummary]:
        """Return the versions of the open item, itself among them; none where it has no others."""
        draft = self._desk.session.draft
        group = draft.item.translation_group if draft is not None else ""
        if not group:
            return ()
        read = partial(self._desk.library.items.translations, group)
        return attempt(self._window.notices, read) or ()

    def _hear(self, change: Change) -> None:
        """Show what became of the versions: in the Details tab, and in the list."""
        if change.kind is ChangeKind.CLOSED:
            self._offer(())
        if change.kind not in _SHOWN_ANEW:
            return
        if change.draft is not None and change.draft.item.translated_from is not None:
            self._mark_untranslated()
        rows = self._rows()
        self._offer(rows)
        if change.kind is ChangeKind.OPENED:
            return  # the details show them with everything else
        self._window.panes.details.show_versions(rows)
        model = self._window.panes.items.model
        behind = {one.id: one.is_behind_original for one in rows}
        for row in model.rows_of(frozenset(behind)):
            shown = model.summary(row)
            model.update(replace(shown, is_behind_original=behind[shown.id]))

    def _mark_untranslated(self) -> None:
        """From the first translation on, show what the checks say is still to be translated."""
        runner = self._window.findChild(CheckRunner)
        if self._marks is not None or not isinstance(runner, CheckRunner):
            return
        from editor_app.ui.beside.untranslated import UntranslatedMarks  # noqa: PLC0415 - as above

        editor = self._window.panes.editor
        self._marks = UntranslatedMarks(editor.header, editor.body, runner)

    def _offer(self, rows: Sequence[ItemSummary]) -> None:
        draft = self._desk.session.draft
        actions = self._window.actions_.versions
        own = next((one for one in rows if draft is not None and one.id == draft.item.id), None)
        actions.begin.setEnabled(draft is not None)
        actions.beside.setEnabled(len(rows) > 1)
        actions.next.setEnabled(len(rows) > 1)
        actions.changes.setEnabled(own is not None and own.is_behind_original)

    # ------------------------------------------------------------ from one to another

    @Slot()
    def _fill_menu(self) -> None:
        """Offer each of the other versions in the menu."""
        menu, draft = self._menu, self._desk.session.draft
        if not isinstance(menu, QMenu):
            return
        for action in self._made:
            menu.removeAction(action)
            action.deleteLater()
        others = [one for one in self._rows() if draft is not None and one.id != draft.item.id]
        self._made = [QAction(menu)] if others else []
        for action in self._made:
            action.setSeparator(True)
        for number, one in enumerate(others, start=1):
            words = f"&{number} {language_name(one.language)}"
            words = f"{words} (original changed)" if one.is_behind_original else words
            action = QAction(words, menu)
            action.triggered.connect(partial(_open, self._items, one.id))
            self._made.append(action)
        menu.addActions(self._made)

    @Slot()
    def _open_next(self) -> None:
        """Open the version whose language comes after that of the open one."""
        draft, rows = self._desk.session.draft, self._rows()
        ids = [one.id for one in rows]
        if draft is not None and draft.item.id in ids and len(ids) > 1:
            self._items.open(ids[(ids.index(draft.item.id) + 1) % len(ids)])

    # ------------------------------------------------------------ side by side

    @Slot()
    def _toggle_beside(self) -> None:
        self._save()
        self.at_work().toggle()

    @Slot()
    def _show_beside(self) -> None:
        self._save()
        self.at_work().show_beside()

    @Slot()
    def _show_changes(self) -> None:
        self._save()
        self.at_work().show_changes()

    def _save(self) -> None:
        attempt(self._window.notices, self._desk.autosave.save_now)

    # ------------------------------------------------------------ another one

    @Slot()
    def _choose_at_button(self) -> None:
        button = self._window.panes.details.versions.add
        self._choose(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot()
    def _choose_in_window(self) -> None:
        sheet = self._window.panes.editor
        self._choose(sheet.mapToGlobal(sheet.rect().topLeft()))

    def _choose(self, place: QPoint) -> None:
        """Let a language be chosen that the item is not written in yet."""
        draft = self._desk.session.draft
        if draft is None:
            return
        taken = {draft.item.language, *(one.language for one in self._rows())}
        menu = QMenu(self._window)
        menu.setObjectName("newVersionMenu")
        for one in offered_languages():
            if one.tag not in taken:
                menu.addAction(one.name).setData(one.tag)
        menu.triggered.connect(self._on_language_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    @Slot(QAction)
    def _on_language_chosen(self, action: QAction) -> None:
        self._begin(str(action.data()))

    def _begin(self, language: str) -> None:
        desk, draft = self._desk, self._desk.session.draft
        if draft is None:
            return

        def make() -> NewsItem:
            desk.session.leave()
            group = draft.item.translation_group or draft.item.id
            desk.session.edit(translation_group=group)
            desk.session.leave()
            source = desk.library.items.get(draft.item.id)
            version = language_version(source, language=language, desk=desk)
            return desk.library.items.save(version, over=0)

        if (made := attempt(self._window.notices, make)) is not None:
            self._items.show_list_anew()
            self._items.open(made.id)
            self._updater.refresh()


def connect_versions(
    window: MainWindow, desk: Desk, items: ItemCommands, updater: PreviewUpdater
) -> Versions:
    """Let language versions be begun, opened and read side by side."""
    return Versions(window, desk, items, updater)


def language_version(source: NewsItem, *, language: str, desk: Desk) -> NewsItem:
    """Return the beginning of source in another language: its words, to be written over.

    What it has word for word from the managed lists is said in the other language already.
    """
    version = replace(
        source,
        id=new_item_id(desk.clock()),
        language=language,
        translated_from=source.id,
        translated_version=source.version,
        status=Status.DRAFT,
        slug="",
        first_published_at=None,
        published_at=None,
        updated_at=None,
        change_notes=(),
        version=0,
        created_at=None,
        modified_at=None,
    )
    house = desk.library.house.get().language
    return said_again(version, desk.library.lists.everything(), house=house)


def _open(items: ItemCommands, item_id: str, _is_on: object = None) -> None:
    items.open(item_id)
