"""The items of the library as places that a text can link to."""

from collections.abc import Sequence

from editor_app.body.addresses import item_address, item_of
from editor_app.editing.languages import language
from editor_app.editing.session import EditingSession
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.editor.link_dialog import ItemChoice
from editor_app.ui.item_list.words import NAMES

_MOST = 8
_NO_HEADLINE = "No headline"


class LibraryItems:
    """Finds the items that a link can lead to; the open one is none of them."""

    def __init__(self, library: Library, session: EditingSession) -> None:
        self._library, self._session = library, session

    def search(self, words: str) -> Sequence[ItemChoice]:
        """Return the items that fit words best."""
        try:
            found = self._library.items.page(ItemQuery(search=words, limit=_MOST + 1))
        except EditorError:
            return ()
        draft = self._session.draft
        open_id = draft.item.id if draft else ""
        others = [one for one in found if one.id != open_id]
        return [_choice(one.id, one.headline, one.language, one.status) for one in others[:_MOST]]

    def named(self, address: str) -> ItemChoice | None:
        """Return the item that an address leads to, if the library has it."""
        try:
            item = self._library.items.get(ItemId(item_of(address)))
        except EditorError:
            return None
        return _choice(item.id, item.headline, item.language, item.status)


def _choice(item_id: str, headline: str, tag: str, status: Status) -> ItemChoice:
    return ItemChoice(
        item_address(item_id),
        headline.strip() or _NO_HEADLINE,
        f"{NAMES[status].lower()}, {language(tag).name}",
        is_out=status.is_finished,
    )
