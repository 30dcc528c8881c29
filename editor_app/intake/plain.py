"""A plain text as an item: its parts are found, and what is found nowhere else is the body."""

import re
from collections import Counter
from collections.abc import Sequence

from editor_app.body import write_markdown
from editor_app.body.normal import normalised
from editor_app.body.tree import Body
from editor_app.checks.repetition import near_repeats
from editor_app.intake.blocks import blocks_of
from editor_app.intake.chunks import Chunk, chunks_of
from editor_app.intake.credit import credit_of
from editor_app.intake.fields import Findings
from editor_app.intake.furniture import Line, lines_of, without_furniture
from editor_app.intake.head import Head
from editor_app.intake.reading import Reading
from editor_app.wording.dateline import Dateline, split_dateline
from editor_app.wording.dates import read_date_line
from editor_app.wording.language import detect

_HEADER_KEY = re.compile(r"(?P<key>[A-Z][A-Z0-9 _-]{1,30}):\s*(?P<value>.*)")
_MOST_HEADER_LINES = 30
_LONGEST_STANDFIRST = 700


def read_plain(text: str) -> Reading:
    """Return what a plain text says; every word of it is in a field, in the body, or dropped."""
    findings = Findings(detect(text))
    lines = _without_header(lines_of(text), findings)
    lines, dropped = without_furniture(lines)
    head = Head(findings)
    chunks = _without_rules_at_ends(_without_signs(head.read(chunks_of(lines)), findings))
    if head.has_headline:
        chunks = _without_standfirst(chunks, findings)
    else:
        findings.notes.append("No headline was found; the text begins at once.")
    _note_several_items(chunks, findings)
    chunks = _without_dateline(chunks, findings)
    paragraphs = [chunk.text for chunk in chunks if not chunk.is_rule]
    return Reading(
        fields=findings.item_fields(),
        body=write_markdown(Body(normalised(blocks_of(chunks)))),
        photo=findings.photo,
        dropped=(*dropped, *head.dropped),
        repeated=_repeats(findings.fields.get("standfirst", ""), paragraphs),
        notes=tuple(findings.notes),
    )


def _without_header(lines: list[Line], findings: Findings) -> list[Line]:
    """Return lines without the block of ``KEY: value`` lines that a rule closes, taken in."""
    rule = next((at for at, line in enumerate(lines[:_MOST_HEADER_LINES]) if line.is_rule), 0)
    pairs = [_HEADER_KEY.fullmatch(line.text) for line in lines[:rule]]
    found = [pair for pair in pairs if pair]
    if not found or len(found) != len(pairs):
        return lines
    for pair in found:
        findings.put(pair["key"].capitalize(), pair["value"])
    return lines[rule + 1 :]


def _without_signs(chunks: list[Chunk], findings: Findings) -> list[Chunk]:
    """Return chunks without the first credit, and without the one date that stands in the text."""
    kept = []
    dates = [chunk for chunk in chunks if _is_day(chunk, findings)]
    for chunk in chunks:
        credit = credit_of(chunk.text) if len(chunk.lines) == 1 and not chunk.is_point else ""
        if credit and "photo_credit" not in findings.photo:
            findings.photo["photo_credit"] = credit
        elif [chunk] == dates and _takes_date(chunk, findings):
            continue
        else:
            kept.append(chunk)
    return kept


def _is_day(chunk: Chunk, findings: Findings) -> bool:
    if len(chunk.lines) != 1:
        return False
    found = read_date_line(chunk.text, findings.language)
    return found is not None and found.written.day is not None


def _takes_date(chunk: Chunk, findings: Findings) -> bool:
    found = read_date_line(chunk.text, findings.language)
    return found is not None and findings.take_date_line(found, chunk.text)


def _without_rules_at_ends(chunks: list[Chunk]) -> list[Chunk]:
    """Return chunks without the rules that stood between the text and what was taken off it."""
    kept: list[Chunk] = []
    for chunk in chunks:
        if not chunk.is_rule or (kept and not kept[-1].is_rule):
            kept.append(chunk)
    return kept[:-1] if kept and kept[-1].is_rule else kept


def _without_standfirst(chunks: list[Chunk], findings: Findings) -> list[Chunk]:
    """Return chunks without the first paragraph, where that can be the standfirst of an item."""
    texts = [chunk for chunk in chunks if not chunk.is_rule and not chunk.stays]
    if len(texts) <= 1 or "standfirst" in findings.fields:
        return chunks
    first = texts[0]
    is_paragraph = len(first.lines) == 1 and not (first.is_point or first.number)
    if not is_paragraph or len(first.text) > _LONGEST_STANDFIRST:
        return chunks
    if split_dateline(first.text, findings.language):
        return chunks
    findings.set("standfirst", first.text)
    at = next(at for at, chunk in enumerate(chunks) if chunk is first)
    return _without_rules_at_ends([*chunks[:at], *chunks[at + 1 :]])


def _without_dateline(chunks: list[Chunk], findings: Findings) -> list[Chunk]:
    """Return chunks with the dateline taken off the first paragraph of the body."""
    at = next((at for at, one in enumerate(chunks) if not one.is_rule and not one.stays), None)
    if at is None or len(chunks[at].lines) != 1 or chunks[at].is_point or chunks[at].number:
        return chunks
    day = findings.fields.get("display_date")
    dateline = split_dateline(chunks[at].text, findings.language, year=day.year if day else None)
    if dateline is None or not _takes_dateline(dateline, findings):
        return chunks
    return [*chunks[:at], Chunk(lines=(dateline.rest,), opens=chunks[at].opens), *chunks[at + 1 :]]


def _takes_dateline(dateline: Dateline, findings: Findings) -> bool:
    """Take in a dateline, keeping its words where they say more than the fields can."""
    if not findings.set("dateline_place", dateline.place):
        return False
    written = dateline.written
    if written is None:
        return True
    day = findings.fields.get("display_date")
    if day is None and not written.year_is_missing:
        findings.set("display_date", written.day)
    elif day is None:
        findings.keep("Dateline", dateline.source)
        findings.notes.append(f"The dateline “{dateline.source}” has no year; please set the date.")
    elif day != written.day:
        findings.keep("Dateline", dateline.source)
        findings.notes.append(
            f"The dateline “{dateline.source}” names another day than the date of the item."
        )
    return True


def _note_several_items(chunks: Sequence[Chunk], findings: Findings) -> None:
    opened = sum(
        1 for chunk in chunks if not chunk.is_rule and split_dateline(chunk.text, findings.language)
    )
    dates = sum(1 for chunk in chunks if _is_day(chunk, findings))
    if opened > 1 or (dates and "display_date" in findings.fields):
        findings.notes.append(
            "This file seems to hold more than one item; all of it was put into this one."
        )


def _repeats(standfirst: str, paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs that say the standfirst again, or stand in the text twice."""
    again = set(near_repeats(standfirst, paragraphs)) if standfirst else set()
    counted = Counter(paragraphs)
    return tuple(dict.fromkeys(one for one in paragraphs if one in again or counted[one] > 1))
