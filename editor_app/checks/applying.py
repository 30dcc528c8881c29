"""Fixes put into an item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Block,
    Body,
    Content,
    FactBox,
    Figure,
    Gallery,
    ListBlock,
    ListItem,
    Passage,
    Quote,
)
from editor_app.checks.errors import OutdatedFixError
from editor_app.checks.fields import field_value, first_name, with_field
from editor_app.checks.finding import (
    Change,
    Finding,
    Fix,
    Place,
    PutBlocks,
    Readdress,
    Reword,
    SayLanguage,
    SetValue,
)
from editor_app.checks.parts import parts_of, with_part
from editor_app.checks.passages import text_of
from editor_app.checks.rewording import in_language, readdressed, reworded
from editor_app.model.item import NewsItem


@dataclass(frozen=True, slots=True)
class Mended:
    """An item after fixes; ``fields`` are the names of those that changed."""

    item: NewsItem
    body: Body
    fields: frozenset[str] = frozenset()


def mended(item: NewsItem, body: Body, fix: Fix) -> Mended:
    """Return an item with a fix put in.

    Raises:
        OutdatedFixError: a place of it is not there.
    """
    try:
        blocks = _mended_blocks(body.blocks, fix.changes)
        fields, changed = item, set()
        for change in _last_first(one for one in fix.changes if not one.place.is_in_body):
            fields = _with_change_of_field(fields, change)
            changed.add(first_name(change.place.field))
    except (KeyError, IndexError, AttributeError, TypeError) as error:
        raise OutdatedFixError from error
    same = blocks == body.blocks
    return Mended(
        fields, body if same else body.with_blocks(normalised(blocks)), frozenset(changed)
    )


def all_of_kind(findings: Iterable[Finding], rule: str) -> Fix | None:
    """Return one fix that mends all findings of a rule that do not get into each other's way."""
    taken: list[Place] = []
    changes: list[Change] = []
    label = ""
    for finding in findings:
        fix = finding.fix
        if finding.rule != rule or fix is None:
            continue
        places = [change.place for change in fix.changes]
        if any(_overlap(one, other) for one in places for other in taken):
            continue
        taken += places
        changes += fix.changes
        label = label or fix.label
    return Fix(label, tuple(changes)) if changes else None


def _overlap(one: Place, other: Place) -> bool:
    """Whether two places share something, so that only one of them can be changed at once."""
    if one.field != other.field:
        return False
    depth = min(len(one.block), len(other.block))
    if one.block != other.block or one.part != other.part:
        is_inside = one.block[:depth] == other.block[:depth]
        return is_inside and (one.start is None or other.start is None)
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return True
    return one.start <= other.end and other.start <= one.end


def _with_change_of_field(item: NewsItem, change: Change) -> NewsItem:
    field, act = change.place.field, change.act
    if isinstance(act, SetValue):
        return with_field(item, field, act.value)
    if not isinstance(act, Reword):
        raise TypeError(act)
    old = field_value(item, field)
    start, end = _range(change.place, len(old))
    return with_field(item, field, old[:start] + act.text + old[end:])


def _range(place: Place, length: int) -> tuple[int, int]:
    start = 0 if place.start is None else place.start
    end = length if place.end is None else place.end
    if not 0 <= start <= end <= length:
        raise IndexError(start)
    return start, end


def _last_first(changes: Iterable[Change]) -> list[Change]:
    return sorted(
        changes,
        key=lambda one: (one.place.field, one.place.block, one.place.part, one.place.start or 0),
        reverse=True,
    )


# ---------------------------------------------------------------- body


def _mended_blocks(
    blocks: tuple[Block, ...], changes: Sequence[Change], depth: int = 0
) -> tuple[Block, ...]:
    """Return blocks, all of which stand this deep, with the changes that are in them."""
    ours = [one for one in changes if one.place.is_in_body]
    result = list(blocks)
    ours.sort(key=lambda one: one.place.block)
    numbered = [(n, list(of)) for n, of in groupby(ours, key=lambda one: one.place.block[depth])]
    for number, of_block in reversed(numbered):
        if not 0 <= number < len(result):
            raise IndexError(number)
        result[number : number + 1] = _mended_block(result[number], of_block, depth)
    return tuple(result)


def _mended_block(block: Block, changes: Sequence[Change], depth: int) -> tuple[Block, ...]:
    own = [one for one in changes if len(one.place.block) == depth + 1]
    deeper = [one for one in changes if len(one.place.block) > depth + 1]
    for change in own:
        if isinstance(change.act, PutBlocks):
            return change.act.blocks
    for change in _last_first(own):
        block = _with_change(block, change)
    if not deeper:
        return (block,)
    return (_with_inner(block, deeper, depth),)


def _with_change(block: Block, change: Change) -> Block:
    place = change.place
    contents = {name: words for name, _kind, words in parts_of(block)}
    return with_part(block, place.part, _changed(contents[place.part], change))


def _changed(content: Content, change: Change) -> Content:
    start, end = _range(change.place, len(text_of(content)))
    match change.act:
        case Reword(text=text):
            return reworded(content, start, end, text)
        case Readdress(address=address):
            return readdressed(content, start, end, address)
        case SayLanguage(tag=tag):
            return in_language(content, start, end, tag)
    raise TypeError(change.act)


def _with_inner(block: Block, changes: Sequence[Change], depth: int) -> Block:
    match block:
        case Quote(blocks=blocks) | FactBox(blocks=blocks) | Passage(blocks=blocks):
            return replace(block, blocks=_mended_blocks(blocks, changes, depth + 1))
        case Gallery(figures=figures):
            inner = _mended_blocks(figures, changes, depth + 1)
            return replace(block, figures=tuple(one for one in inner if isinstance(one, Figure)))
        case ListBlock(items=items):
            return replace(block, items=_mended_items(items, changes, depth + 1))
    raise KeyError(depth)


def _mended_items(
    items: tuple[ListItem, ...], changes: Sequence[Change], depth: int
) -> tuple[ListItem, ...]:
    """Return the items of a list, whose blocks are counted through all of them."""
    result: list[ListItem] = []
    first = 0
    for item in items:
        last = first + len(item.blocks)
        inside = [one for one in changes if first <= one.place.block[depth] < last]
        moved = [_moved(one, depth, -first) for one in inside]
        blocks = _mended_blocks(item.blocks, moved, depth) if moved else item.blocks
        if blocks or not item.blocks:
            result.append(ListItem(blocks))
        first = last
    return tuple(result)


def _moved(change: Change, depth: int, by: int) -> Change:
    way = change.place.block
    block = (*way[:depth], way[depth] + by, *way[depth + 1 :])
    return replace(change, place=replace(change.place, block=block))
