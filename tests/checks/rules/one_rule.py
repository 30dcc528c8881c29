"""One rule looked at alone, over a text of one paragraph or a whole item."""

from datetime import UTC, datetime

from editor_app.body import read_markdown
from editor_app.body.text import plain_text
from editor_app.body.tree import Body, Paragraph, Text
from editor_app.checks.applying import mended
from editor_app.checks.catalogue import RULES
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
_BY_ID = {rule.id: rule for rule in RULES}


def paragraphs(*texts):
    """Return a body of paragraphs with these words and no marks."""
    return Body(tuple(Paragraph((Text(text),)) for text in texts))


def report(rule_id, body, language="en-GB", style=None, **fields):
    """Return what one rule finds in an item with this body, which may be Markdown."""
    misspelt = fields.pop("misspelt", None)
    item = NewsItem(id=ItemId("one"), language=language, **fields)
    if isinstance(body, str):
        body = read_markdown(body)
    ready = examined(item, body, now=NOW, style=style, misspelt=misspelt)
    done = Checker((_BY_ID[rule_id],)).run(ready)
    assert done.failed == ()
    return done.findings


def found(rule_id, text, language="en-GB", style=None):
    """Return the words that one rule finds fault with in a paragraph."""
    return [one.subject for one in report(rule_id, paragraphs(text), language, style)]


def after_mending(rule_id, text, language="en-GB", style=None):
    """Return a paragraph after all fixes of one rule, which must have nothing to say then."""
    item, body = NewsItem(id=ItemId("one"), language=language), paragraphs(text)
    for finding in report(rule_id, body, language, style)[::-1]:
        assert finding.fix is not None
        body = mended(item, body, finding.fix).body
    assert report(rule_id, body, language, style) == ()
    return plain_text(body)
