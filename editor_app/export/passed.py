"""Items that passed the gate before, so that their bodies need not be read again to say so."""

import hashlib
from collections.abc import Iterable

from editor_app.checks.catalogue import blocking_rules
from editor_app.model.house_style import HouseStyle
from editor_app.store.kept_html import KeptHtml

_KEPT_AS = "passed-1"
_KEPT_AT_ONCE = 256


class Passed:
    """What the library remembers of items that nothing held back.

    An item is named by all that its page says; ``made_with`` names all else that rules look at.
    What passes once passes later: the rules that ask for the time only hold back for a while. Where
    a house made rules block that ask for other items, nothing is remembered.
    """

    def __init__(self, kept: KeptHtml, style: HouseStyle, *, made_with: str) -> None:
        self._kept, self._made_with = kept, made_with
        usual = {rule.id for rule in blocking_rules(HouseStyle())}
        self.lasts = bool(made_with) and {rule.id for rule in blocking_rules(style)} <= usual
        self._known: set[str] = set()
        self._new: dict[str, str] = {}

    def expect(self, marks: Iterable[str]) -> None:
        """Look up the items that come next, all at once."""
        if self.lasts:
            self._known = set(self._kept.get_many(self._key(mark) for mark in marks if mark))

    def knows(self, mark: str) -> bool:
        """Return whether the item of a mark passed before."""
        key = self._key(mark)
        return bool(mark) and (key in self._known or key in self._new)

    def remember(self, mark: str) -> None:
        """Keep that the item of a mark passed."""
        if self.lasts and mark:
            self._new[self._key(mark)] = _KEPT_AS
            if len(self._new) >= _KEPT_AT_ONCE:
                self.flush()

    def flush(self) -> None:
        """Hand the library what was found since the last time."""
        self._kept.put_many(self._new)
        self._new.clear()

    def _key(self, mark: str) -> str:
        return hashlib.sha256(f"{_KEPT_AS}\0{self._made_with}\0{mark}".encode()).hexdigest()
