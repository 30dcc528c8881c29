"""What the Checks tab says: where something is, and how much was found."""

from collections.abc import Mapping
from types import MappingProxyType

from editor_app.body.tree import Body, Card, CrossHead, Figure, Gallery, ListBlock, Quote, Table
from editor_app.checks.finding import Finding, Level, Place
from editor_app.checks.leaving import Judged

HEADINGS: Mapping[Level, str] = MappingProxyType(
    {Level.BLOCKS: "Blocks the export", Level.WARNS: "Warnings", Level.HINTS: "Hints"}
)
_NOUNS: Mapping[Level, tuple[str, str]] = MappingProxyType(
    {
        Level.BLOCKS: ("problem", "problems"),
        Level.WARNS: ("warning", "warnings"),
        Level.HINTS: ("hint", "hints"),
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "lead_figure": "Lead photo",
        "display_date": "Date",
        "dateline_place": "Dateline place",
        "embargo_until": "Embargo",
        "content_type": "Content type",
        "slug": "Web address",
        "notes_to_editors": "Notes to editors",
        "change_notes": "Change notes",
        "related": "Related links",
        "published_at": "Published",
        "updated_at": "Updated",
        "first_published_at": "First published",
        "archive_on": "Archive date",
        "translation_group": "Language versions",
    }
)
_BLOCKS: Mapping[type, str] = MappingProxyType(
    {
        CrossHead: "Cross-head",
        Figure: "Photo",
        Gallery: "Gallery",
        ListBlock: "List",
        Quote: "Quotation",
        Table: "Table",
        Card: "Card",
    }
)


def counted(level: Level, number: int) -> str:
    """Return how many findings of a level there are, e.g. “2 warnings”."""
    one, more = _NOUNS[level]
    return f"{number:,} {one if number == 1 else more}"


def summary_words(judged: Judged) -> str:
    """Return in a few words how much was found."""
    counts = [(level, judged.count(level)) for level in Level]
    parts = [counted(level, number) for level, number in counts if number]
    return ", ".join(parts) if parts else "Nothing missing"


def first_words(judged: Judged) -> str:
    """Return the worst finding and how many of its level there are, for one line."""
    if not judged.findings:
        return "Nothing missing"
    first = judged.findings[0]
    number = counted(first.level, judged.count(first.level))
    return f"{number}: {first.message.removesuffix('.')}"


def place_words(place: Place, body: Body) -> str:
    """Return where something is, as the window calls it."""
    if place.is_in_body:
        return _body_words(place, body)
    if not place.field or place.field == "body":
        return "Text" if place.field else "Item"
    name, _dot, inner = place.field.partition(".")
    name, _bracket, number = name.partition("[")
    words = _FIELDS.get(name, _with_capital(name))
    if number:
        words = f"{words} {int(number.rstrip(']')) + 1}"
    return f"{words}, {_part_words(inner)}" if inner else words


def _body_words(place: Place, body: Body) -> str:
    number = place.block[0]
    block = body.blocks[number] if number < len(body.blocks) else None
    kind = type(block)
    words = _BLOCKS.get(kind, "Paragraph")
    ours = tuple(_BLOCKS)
    alike = sum(
        type(one) is kind if words != "Paragraph" else not isinstance(one, ours)
        for one in body.blocks[: number + 1]
    )
    return f"{words} {alike}, {_part_words(place.part)}" if place.part else f"{words} {alike}"


def _part_words(part: str) -> str:
    names = {"alt": "alt text", "head": "heading row", "cell": "cell", "note": "note"}
    name = part.partition("[")[0]
    return names.get(name, name.replace("_", " "))


def _with_capital(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def spoken(finding: Finding, where: str) -> str:
    """Return what a screen reader says of a finding."""
    fix = f" Can be mended: {finding.fix.label}." if finding.fix else ""
    return f"{counted(finding.level, 1).removeprefix('1 ')}: {finding.message} {where}.{fix}"
