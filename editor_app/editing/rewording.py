"""Every text of an item that can be searched and reworded, from its headline to its notes.

The text of the body is reworded in the tree, so that no change of words can break its Markdown.
"""

from dataclasses import replace
from typing import Any, TypeVar

from editor_app.body import read_markdown, write_markdown
from editor_app.body.normal import normalised
from editor_app.editing.item_parts import Part, Place
from editor_app.editing.rewording_body import Editor, reworded_block
from editor_app.editing.spliced import Edits, spliced
from editor_app.model.item import (
    ChangeNote,
    Contact,
    LeadFigure,
    NewsItem,
    Project,
    Publication,
    RelatedLink,
)

Record = TypeVar(
    "Record", NewsItem, LeadFigure, Contact, Project, Publication, RelatedLink, ChangeNote
)


_FIELDS = {
    "headline": Place(Part.HEADLINE, "Headline"),
    "short_headline": Place(Part.HEADLINE, "Short headline"),
    "standfirst": Place(Part.STANDFIRST, "Standfirst"),
    "summary": Place(Part.STANDFIRST, "Summary"),
    "byline": Place(Part.OTHERS, "Byline"),
    "dateline_place": Place(Part.OTHERS, "Dateline"),
}
_LEAD = {
    "caption": Place(Part.CAPTIONS, "Caption"),
    "alt": Place(Part.CAPTIONS, "Alt text"),
    "credit": Place(Part.CREDITS, "Credit"),
}
_RECORDS = {
    "contacts": {
        "name": Place(Part.OTHERS, "Contact"),
        "role": Place(Part.OTHERS, "Contact"),
        "email": Place(Part.OTHERS, "Contact"),
        "phone": Place(Part.OTHERS, "Contact"),
    },
    "projects": {
        "title": Place(Part.OTHERS, "Project"),
        "donor": Place(Part.OTHERS, "Donor"),
        "statement": Place(Part.OTHERS, "Donor statement"),
        "disclaimer": Place(Part.OTHERS, "Disclaimer"),
    },
    "boilerplates": {
        "heading": Place(Part.OTHERS, "Boilerplate"),
        "text": Place(Part.OTHERS, "Boilerplate"),
    },
    "publications": {
        "title": Place(Part.OTHERS, "Publication"),
        "address": Place(Part.LINKS, "Publication's address"),
    },
    "related": {
        "text": Place(Part.OTHERS, "Related link"),
        "address": Place(Part.LINKS, "Related link's address"),
    },
    "change_notes": {"text": Place(Part.OTHERS, "Change note")},
}
_LAST = {
    "notes_to_editors": Place(Part.NOTES, "Notes to editors"),
    "internal_notes": Place(Part.NOTES, "Internal notes"),
    "rights": Place(Part.OTHERS, "Rights"),
}
_IN_BODY = frozenset({Part.BODY, Part.CAPTIONS, Part.CREDITS, Part.LINKS})


def reworded(item: NewsItem, edit: Editor, parts: frozenset[Part]) -> NewsItem:
    """Return item with what edit says in the lines of some parts, asked in reading order."""

    def within(place: Place, line: str) -> Edits:
        return edit(place, line) if place.part in parts and line else ()

    item = _with_fields(item, _FIELDS, within)
    lead = _with_fields(item.lead_figure, _LEAD, within)
    if lead != item.lead_figure:
        item = replace(item, lead_figure=lead)
    if parts & _IN_BODY and item.body:
        item = replace(item, body=_reworded_body(item.body, within))
    changed: dict[str, Any] = {}
    for name, fields in _RECORDS.items():
        records = getattr(item, name)
        changed[name] = tuple(_with_fields(one, fields, within) for one in records)
    return _with_fields(replace(item, **changed), _LAST, within)


def _with_fields(record: Record, fields: dict[str, Place], edit: Editor) -> Record:
    changed: dict[str, Any] = {}
    for name, place in fields.items():
        line = getattr(record, name)
        if edits := edit(place, line):
            changed[name] = spliced(line, edits)
    return replace(record, **changed) if changed else record


def _reworded_body(markdown: str, edit: Editor) -> str:
    body = read_markdown(markdown)
    blocks = tuple(reworded_block(block, edit) for block in body.blocks)
    if blocks == body.blocks:
        return markdown
    return write_markdown(body.with_blocks(normalised(blocks)))
