"""Writing an item in another language."""

from dataclasses import replace

from PySide6.QtWidgets import QMenu

from editor_app.editing.languages import offered_languages
from editor_app.editing.listed import said_again
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands
from editor_app.ui.wiring_preview import PreviewUpdater


def connect_versions(
    window: MainWindow, desk: Desk, items: ItemCommands, updater: PreviewUpdater
) -> None:
    """Let a language version be begun from the Details tab."""

    def begin(language: str) -> None:
        draft = desk.session.draft
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

        if (made := attempt(window.notices, make)) is not None:
            items.show_list_anew()
            items.open(made.id)
            updater.refresh()

    def choose() -> None:
        draft = desk.session.draft
        menu = QMenu(window)
        for one in offered_languages():
            if draft is None or one.tag != draft.item.language:
                menu.addAction(one.name).setData(one.tag)
        menu.triggered.connect(lambda action: begin(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        button = window.panes.details.versions.add
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    window.panes.details.version_requested.connect(choose)


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
