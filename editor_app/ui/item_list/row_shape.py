"""How the rows of the list are shaped: roomy or compact, in groups or not."""

from dataclasses import dataclass

from editor_app.store.query import ItemSummary, Sort
from editor_app.ui.item_list.words import month_of

_BAND = 16  # pixels over a row, in which a group can begin


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShape:
    """What is chosen of the look of rows; lengths are in pixels."""

    is_compact: bool = False
    is_grouped: bool = False

    @property
    def thumbnail(self) -> int:
        """The side of the small picture."""
        return 32 if self.is_compact else 52

    @property
    def margin(self) -> int:
        """What is kept clear below the words, and above them where no group can begin."""
        return 6 if self.is_compact else 10

    @property
    def top(self) -> int:
        """Where the words begin."""
        return _BAND + 4 if self.is_grouped else self.margin

    @property
    def most_lines(self) -> int:
        """How many lines a headline has at most."""
        return 1 if self.is_compact else 3


def group_of(summary: ItemSummary, sort: Sort) -> str:
    """Return the group that a row belongs to; it follows from the order of the list."""
    if sort is Sort.HEADLINE:
        first = summary.headline.strip()[:1].upper()
        return first if first.isalpha() else "#"
    if sort is Sort.MODIFIED:
        return month_of(summary.modified_at.date())
    if sort is Sort.NEWEST:
        return month_of(summary.display_date or summary.modified_at.date())
    return ""
