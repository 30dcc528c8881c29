"""An item made ready for the rules."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from editor_app.body.tree import Body
from editor_app.checks.passages import passages_of
from editor_app.checks.rule import Context, Examined, NoOthers, Others, PhotoFacts
from editor_app.model.house_lists import NO_LISTS, HouseLists
from editor_app.model.house_style import HouseStyle
from editor_app.model.item import NewsItem

_NO_PHOTOS: Mapping[str, PhotoFacts] = MappingProxyType({})


def examined(  # noqa: PLR0913 - all that rules may look at, by name
    item: NewsItem,
    body: Body,
    *,
    now: datetime,
    style: HouseStyle | None = None,
    photos: Mapping[str, PhotoFacts] = _NO_PHOTOS,
    others: Others | None = None,
    misspelt: int | None = None,
    lists: HouseLists = NO_LISTS,
) -> Examined:
    """Return item with everything that a rule may look at."""
    context = Context(
        style=style or HouseStyle(), language=item.language, content_type=item.content_type
    )
    return Examined(
        item=item,
        body=body,
        passages=passages_of(item, body),
        context=context,
        now=now,
        photos=photos,
        others=others or NoOthers(),
        misspelt=misspelt,
        lists=lists,
    )
