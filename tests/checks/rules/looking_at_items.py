"""One rule over one text or item, and what its fixes make of it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from editor_app.body import read_markdown, write_markdown
from editor_app.checks.applying import mended
from editor_app.checks.catalogue import RULES
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Library:
    """The other items that rules may ask for."""

    items: tuple[NewsItem, ...] = ()
    published_slug: str = ""

    def with_headline(self, headline, language):
        return [one for one in self.items if (one.headline, one.language) == (headline, language)]

    def with_slug(self, slug, language):
        return [one for one in self.items if (one.slug, one.language) == (slug, language)]

    def versions_of(self, item):
        group = item.translation_group
        return [one for one in self.items if group and one.translation_group == group]

    def with_paragraph(self, _paragraph):
        return self.items

    def with_photo(self, src):
        return [one for one in self.items if one.lead_figure.src == src]

    def worded_in(self, item):
        return item.version

    def with_id(self, item_id):
        return next((one for one in self.items if one.id == item_id), None)

    def slug_when_published(self, _item):
        return self.published_slug


@dataclass(frozen=True)
class Look:
    """What one rule says of an item."""

    rule: str
    item: NewsItem
    known: dict = field(default_factory=dict)

    def findings(self):
        """Return its findings."""
        body = read_markdown(self.item.body)
        ready = examined(self.item, body, now=NOW, **self.known)
        rules = [rule for rule in RULES if rule.id == self.rule]
        assert len(rules) == 1, self.rule
        report = Checker(rules).run(ready)
        assert not report.failed
        return report.findings

    def words(self):
        """Return the words that each finding is about."""
        return [one.subject for one in self.findings()]

    def places(self):
        """Return the names of the places of the findings."""
        return [one.place.name for one in self.findings()]

    def mended(self):
        """Return the item after the fix of each finding, one after the other."""
        look = self
        for _round in range(50):
            fixes = [one.fix for one in look.findings() if one.fix]
            if not fixes:
                return look.item
            done = mended(look.item, read_markdown(look.item.body), fixes[0])
            item = replace(done.item, body=write_markdown(done.body))
            assert item != look.item, "a fix that changes nothing"
            look = replace(look, item=item)
        raise AssertionError("the fixes never come to an end")


def look(rule, body="", *, known=None, **fields):
    """Return what a rule says of an item with this body and these fields."""
    usual = {
        "id": ItemId("01a00000-0000-7000-8000-000000000001"),
        "headline": "Two ferries for the delta",
        "standfirst": "Villages without a road get boats that keep to a timetable all year round.",
        "display_date": date(2026, 3, 2),
    }
    return Look(rule, NewsItem(**{**usual, "body": body, **fields}), known or {})
