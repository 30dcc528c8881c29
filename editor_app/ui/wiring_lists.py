"""The managed lists: their window, and names picked from them while one is typed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from editor_app.editing.changes import Change
from editor_app.editing.list_offers import Offer, entry_offers
from editor_app.editing.listed import newer_boilerplate, picked, with_donor
from editor_app.errors import EditorError
from editor_app.model.house_lists import NO_LISTS, HouseLists
from editor_app.model.item import Boilerplate, Project
from editor_app.model.lists import Donor, ListedProject, ListKind, Said, name_of
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands
from editor_app.ui.wiring_photo_intake import PhotoIntake
from editor_app.ui.wiring_preview import PreviewUpdater

if TYPE_CHECKING:
    from editor_app.ui.lists.at_work import ListsAtWork


class ListsInFields:
    """What the fields of the open item ask of the managed lists; ``changed`` follows a change."""

    def __init__(self, window: MainWindow, desk: Desk, changed: Callable[[], None]) -> None:
        self._window, self._desk, self._changed = window, desk, changed

    def offers(self, kind: ListKind) -> Sequence[Offer]:
        """Return what a list offers; one that cannot be read offers nothing."""
        return entry_offers(self._lists().offered(kind))

    def filled(self, kind: ListKind, name: str, record: Any | None) -> Any | None:
        """Return what a record becomes when a name of a list is picked for it."""
        lists, language = self._lists(), self._language()
        entry = lists.find(kind, name)
        if entry is None:
            return record
        house = self._house_language()
        if kind is ListKind.DONOR and isinstance(record, Project):
            donor = lists.donor(entry.name)
            return with_donor(record, donor, language=language, house=house)
        made = picked(entry, lists, language=language, house=house)
        if made is None:
            words = f"“{entry.name}” has no words yet; write them in Lists."
            self._window.notices.show_notice(words)
        return made

    def has(self, kind: ListKind, record: Any) -> bool:
        """Return whether a list has a record, by its name; a nameless one belongs in none."""
        name = record.title if isinstance(record, Project) else name_of(record)
        return not name.strip() or self._lists().find(kind, name) is not None

    def add(self, kind: ListKind, record: Any) -> None:
        """Put a record into a list; a project brings its donor along."""
        store = self._desk.library.lists

        def add() -> None:
            if not isinstance(record, Project):
                store.add(kind, record)
                return
            if record.donor.strip() and self._lists().donor(record.donor) is None:
                store.add(ListKind.DONOR, self._donor(record))
            store.add(kind, ListedProject(name=record.title, donor=record.donor))

        attempt(self._window.notices, add)
        self._changed()

    def newer(self, boilerplate: Boilerplate) -> Boilerplate | None:
        """Return the words that the list has in place of a boilerplate's, if they are others."""
        return newer_boilerplate(boilerplate, self._lists(), self._language())

    def add_name(self, kind: ListKind, name: str) -> None:
        """Put a section or a tag into its list."""
        attempt(self._window.notices, lambda: self._desk.library.lists.add_names(kind, [name]))
        self._changed()

    def _donor(self, project: Project) -> Donor:
        def said(text: str) -> tuple[Said, ...]:
            return (Said(language=self._language(), text=text),) if text.strip() else ()

        return Donor(
            name=project.donor,
            statements=said(project.statement),
            disclaimers=said(project.disclaimer),
            emblem=project.emblem,
            emblem_alt=project.emblem_alt,
        )

    def _lists(self) -> HouseLists:
        try:
            return self._desk.library.lists.everything()
        except EditorError:
            return NO_LISTS  # as if there were none; the window of lists says what is wrong

    def _language(self) -> str:
        draft = self._desk.session.draft
        return draft.item.language if draft is not None else self._house_language()

    def _house_language(self) -> str:
        try:
            return self._desk.library.house.get().language
        except EditorError:
            return "en"


class ListCommands:
    """Opens the window of lists, and tells everybody when a list has changed."""

    def __init__(
        self, window: MainWindow, desk: Desk, items: ItemCommands, photos: PhotoIntake
    ) -> None:
        self._window, self._desk, self._items, self._photos = window, desk, items, photos
        self._at_work: ListsAtWork | None = None
        self.listeners: list[Callable[[], None]] = []

    def show(self) -> None:
        """Open the window of lists."""
        if self._at_work is None:
            from editor_app.ui.lists.at_work import (  # noqa: PLC0415 - few starts need it
                ListsAtWork,
            )

            self._at_work = ListsAtWork(
                self._window, self._desk, self._items, self._photos, self.tell
            )
        self._at_work.show()

    def changed_elsewhere(self) -> None:
        """A list has changed in the fields of the item."""
        if self._at_work is not None:
            self._at_work.read()
        self.tell()

    def tell(self) -> None:
        """Tell everybody that a list has changed."""
        for listener in self.listeners:
            listener()


def connect_lists(
    window: MainWindow,
    desk: Desk,
    items: ItemCommands,
    photos: PhotoIntake,
    updater: PreviewUpdater,
) -> ListCommands:
    """Let lists be kept, and names be picked from them."""
    commands = ListCommands(window, desk, items, photos)
    fields = ListsInFields(window, desk, commands.changed_elsewhere)
    header, details = window.panes.editor.header, window.panes.details
    window.actions_.lists.triggered.connect(commands.show)
    section = header.section.complete_from(lambda: fields.offers(ListKind.SECTION))
    section.add_requested.connect(lambda name: fields.add_name(ListKind.SECTION, name))
    tags = header.tags.complete_from(lambda: fields.offers(ListKind.TAG))
    tags.add_requested.connect(lambda name: fields.add_name(ListKind.TAG, name))
    details.take_lists(fields, fields.newer)

    def offer_sections() -> None:
        sections = attempt(window.notices, desk.library.lists.sections_to_choose)
        if sections is not None:
            header.section.offer(sections)

    commands.listeners += [offer_sections, details.show_lists, updater.refresh]

    def hear(change: Change) -> None:
        if "section" in change.fields:
            offer_sections()

    desk.session.subscribe(hear)
    return commands
