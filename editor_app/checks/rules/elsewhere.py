"""Rules about what stands in another item as well: its text, a paragraph, a photo."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from editor_app.body import read_markdown
from editor_app.checks.finding import Found, Level, Place
from editor_app.checks.passage import Kind, PlacedPassage
from editor_app.checks.passages import passages_of
from editor_app.checks.repetition import is_repeat, spoken
from editor_app.checks.rule import Examined, Group, ItemRule, Rule
from editor_app.model.item import NewsItem

_FEWEST_WORDS = 10  # of a paragraph: shorter ones are alike by chance
_MOST = 0.5  # of the paragraphs of an item: then it is the other one, reworded
_FEWEST_PARAGRAPHS = 2

_Repeat = tuple[PlacedPassage, NewsItem]


def _whole(examined: Examined) -> Iterator[Found]:
    other = _nearly_the_same(examined)
    if other is not None:
        message = f"This item nearly repeats “{_name(other)}”."
        yield Found(message, Place("body"), subject=other.id, item=other.id)


def _paragraphs(examined: Examined) -> Iterator[Found]:
    whole = _nearly_the_same(examined)
    for placed, other in _repeats(examined):
        if whole is None or other.id != whole.id:
            message = f"This paragraph nearly repeats one in “{_name(other)}”."
            yield Found(message, placed.place, item=other.id)


def _photos(examined: Examined) -> Iterator[Found]:
    seen = set[str]()
    for shown in examined.shown_photos:
        if shown.src in seen:
            continue
        seen.add(shown.src)
        others = _of_others(examined, examined.others.with_photo(shown.src))
        if others:
            more = f" and {len(others) - 1} more" if len(others) > 1 else ""
            message = f"This photo is in “{_name(others[0])}”{more} as well."
            yield Found(message, shown.place, subject=shown.src, item=others[0].id)


def _nearly_the_same(examined: Examined) -> NewsItem | None:
    """Return the item that has most of the paragraphs of this one, if there is one."""
    repeats = _repeats(examined)
    counted = Counter(other.id for _placed, other in repeats)
    if not counted:
        return None
    item_id, number = counted.most_common(1)[0]
    if number < max(_FEWEST_PARAGRAPHS, _MOST * len(_long_ones(examined.in_body))):
        return None
    return next(other for _placed, other in repeats if other.id == item_id)


def _repeats(examined: Examined) -> list[_Repeat]:
    """Return the paragraphs that nearly are in another item, each with the first such item."""
    found: list[_Repeat] = []
    for placed in _long_ones(examined.in_body):
        text = placed.passage.text
        likely = _of_others(examined, examined.others.with_paragraph(text))
        other = next((one for one in likely if _has_paragraph(one, text)), None)
        if other is not None:
            found.append((placed, other))
    return found


def _of_others(examined: Examined, items: Sequence[NewsItem]) -> list[NewsItem]:
    """Return items but for the language versions of this one, which are to say the same."""
    group = examined.item.translation_group
    return [one for one in items if not group or one.translation_group != group]


@lru_cache(maxsize=256)
def _has_paragraph(item: NewsItem, text: str) -> bool:
    return any(is_repeat(text, paragraph) for paragraph in _texts(item))


@lru_cache(maxsize=64)
def _texts(item: NewsItem) -> tuple[str, ...]:
    placed = passages_of(item, read_markdown(item.body))
    return tuple(one.passage.text for one in _long_ones(placed))


def _long_ones(passages: Sequence[PlacedPassage]) -> list[PlacedPassage]:
    return [
        one
        for one in passages
        if one.passage.kind is Kind.PARAGRAPH and len(spoken(one.passage.text)) >= _FEWEST_WORDS
    ]


def _name(item: NewsItem) -> str:
    return item.headline or "an item without a headline"


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="item-elsewhere",
        title="Item that nearly repeats another one",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_whole,
    ),
    ItemRule(
        id="paragraph-elsewhere",
        title="Paragraph that is in another item",
        group=Group.STRUCTURE,
        level=Level.HINTS,
        find=_paragraphs,
    ),
    ItemRule(
        id="photo-elsewhere",
        title="Photo that is in another item",
        group=Group.PHOTOS,
        level=Level.HINTS,
        find=_photos,
    ),
)
"""The rules about what stands elsewhere."""
