"""What keeps items from going out: the checks that block, and nothing else of the checks."""

from collections.abc import Callable
from datetime import datetime

from editor_app.body.tree import Body
from editor_app.checks.catalogue import blocking_rules
from editor_app.checks.engine import Checker
from editor_app.checks.finding import Finding
from editor_app.export.reports import HeldBack
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.house_lists import HouseLists
from editor_app.model.house_style import HouseStyle
from editor_app.model.item import NewsItem
from editor_app.store.examining import Surroundings
from editor_app.store.library import Library
from editor_app.store.neighbours import Neighbours

_NEVER_FORCED = frozenset({"embargo-running"})


class Gate:
    """Looks at one item after another with the rules that block under the house's levels."""

    def __init__(
        self,
        library: Library,
        style: HouseStyle,
        lists: HouseLists,
        photo: Callable[[str], PhotoRecord | None],
    ) -> None:
        self._library, self._style, self._lists, self._photo = library, style, lists, photo
        self._checker = Checker(blocking_rules(style))

    def held_by(self, item: NewsItem, body: Body, *, now: datetime) -> tuple[Finding, ...]:
        """Return what keeps an item from going out; nothing where it may."""
        around = Surroundings(
            style=self._style,
            lists=self._lists,
            others=Neighbours(self._library.database, self._library.items, item.id),
            photo=self._photo,
        )
        return self._checker.run(around.examined(item, body, now=now)).blocking


def can_be_forced(held_by: tuple[Finding, ...]) -> bool:
    """Whether a reason lets the item out; an embargo ends by itself and by nothing else."""
    return all(finding.rule not in _NEVER_FORCED for finding in held_by)


def held_back(item: NewsItem, held_by: tuple[Finding, ...]) -> HeldBack:
    """Return what a report says of an item that does not go out."""
    reasons = tuple(dict.fromkeys(finding.message for finding in held_by))
    return HeldBack(item.id, item.headline, reasons, can_be_forced(held_by))
