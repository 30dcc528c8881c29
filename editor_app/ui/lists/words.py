"""What the managed lists are called in the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from editor_app.model.lists import ListKind


@dataclass(frozen=True, slots=True)
class KindWords:
    """The name of a list, of one entry in it, and what the list is for."""

    title: str
    one: str
    hint: str


KINDS: Mapping[ListKind, KindWords] = MappingProxyType(
    {
        ListKind.SECTION: KindWords(
            "Sections", "section", "The labels above headlines, in the order they are offered."
        ),
        ListKind.TAG: KindWords(
            "Tags and topics", "tag", "Pages print a tag as a topic, by its name in their language."
        ),
        ListKind.CONTACT: KindWords("Contacts", "contact", "People to ask, for press releases."),
        ListKind.PROJECT: KindWords("Projects", "project", "Projects that items are about."),
        ListKind.DONOR: KindWords(
            "Donors", "donor", "Who pays for projects, and what has to be printed of it."
        ),
        ListKind.BOILERPLATE: KindWords(
            "Boilerplates", "boilerplate", "Texts under many items, such as About us."
        ),
        ListKind.PUBLICATION: KindWords(
            "Publications", "publication", "Documents that items point to."
        ),
    }
)


def used_words(items: int) -> str:
    """Return in how many items an entry is used, in words."""
    if not items:
        return "Not used yet"
    return "Used in 1 item" if items == 1 else f"Used in {items:,} items"


def items_words(items: int) -> str:
    """Return a number of items in words."""
    return "1 item" if items == 1 else f"{items:,} items"


def in_brief(name: str, *, most: int = 60) -> str:
    """Return a name as a sentence can hold it."""
    return name if len(name) <= most else f"{name[:most]}…"
