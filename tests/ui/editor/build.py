"""Short words for making trees in tests."""

from editor_app.body.tree import (
    Alignment,
    Card,
    CardKind,
    CrossHead,
    Direction,
    FactBox,
    Figure,
    Footnote,
    Gallery,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Table,
    Text,
)


def text(words, *marks):
    return Text(words, frozenset(marks))


def content(parts):
    return tuple(text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts):
    return Paragraph(content(parts))


def tight(*parts):
    return Paragraph(content(parts), is_tight=True)


def head(words, level=2):
    return CrossHead(level, (text(words),))


def bullets(*items):
    return ListBlock(is_numbered=False, items=tuple(map(item, items)))


def numbers(*items, start=1):
    return ListBlock(is_numbered=True, items=tuple(map(item, items)), start=start)


def item(what):
    if isinstance(what, str):
        return ListItem((tight(what),) if what else ())
    return ListItem(tuple(tight(each) if isinstance(each, str) else each for each in what))


def quote(*blocks, by=""):
    return Quote(written(blocks), line(by))


def written(blocks):
    return tuple(paragraph(each) if isinstance(each, str) else each for each in blocks)


def line(words):
    return (text(words),) if words else ()


def pull_quote(words="Words", speaker="", role=""):
    return PullQuote(line(words), line(speaker), line(role))


def box(title, *blocks):
    return FactBox(line(title), written(blocks))


def passage(*blocks, language="fr", direction=Direction.NONE):
    return Passage(language, written(blocks), direction)


def card(title="A film", source="Them", link=""):
    return Card(CardKind.EMBED, (title, source, link))


def note(words):
    return Footnote((text(words),))


def figure(caption="Caption", credit="Credit", alt="Alt", src="media/a.jpg", **details):
    return Figure(src, alt, "", line(caption), line(credit), **details)


def gallery(*figures, title=""):
    return Gallery(figures, line(title))


def table(*rows, caption="", has_header_column=False):
    cells = [tuple(line(cell) for cell in row) for row in rows]
    sides = (Alignment.NONE,) * len(rows[0])
    return Table(sides, cells[0], tuple(cells[1:]), line(caption), has_header_column)
