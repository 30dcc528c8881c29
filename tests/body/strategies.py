"""Trees for property tests: `contents()`, `blocks()`, `bodies()`, plain or hostile.

``hostile`` is False, True, or `WORDS_ALONE` for hostile words without HTML and locked blocks.
"""

from functools import cache

from hypothesis import strategies as st

from editor_app.body.normal import normalised
from editor_app.body.tree import (
    CARD_FIELDS,
    NO_MARKS,
    Abbreviation,
    Alignment,
    Body,
    Break,
    Card,
    CardKind,
    CrossHead,
    Direction,
    FactBox,
    Figure,
    Footnote,
    Gallery,
    Image,
    Language,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    RawInline,
    Separator,
    Setting,
    Source,
    Table,
    Text,
)

WORDS_ALONE = 2

WORDS = [
    *("a", "the", "news", "said", "in", "Vienna", "President", "minister", "2024", "10", "3,5"),
    *(
        "AT&T",
        "R&D",
        "file_name",
        "être",
        "ñandú",
        "€",
        "日本",
        "東京都",
        "שלום",
        "السلام",
        "Москва",
    ),
    *("🎉", "👩\u200d👧", "e\u0301", "USA", "don't", "“yes”", "—", "…", "?", "!", "%", "kg"),
]

HOSTILE = [
    *("*", "**", "***", "_", "__", "~", "~~", "^", "^^", "`", "``", "```", "[", "]", "(", ")"),
    *("<", ">", "&", "\\", "#", "##", "+", "-", "--", "---", "===", "=", "|", ":", "{", "}"),
    *('"', "'", "/", "$", "@", ";", "[x]", "[x](y)", "![", "![a](b)", "[^1]", "[label]", "]("),
    *("<b>", "</b>", "<3", "<a@b.org>", "<!--", "-->", "<br>", "<div>", "</div>", "<script>"),
    *("&amp;", "&lt;", "&copy", "&copy;", "&#42;", "&#", "&#4", "&#38", "&notanentity;", "\\*"),
    *("*a*", "_a_", "**a**", "~a~", "^a^", "`a`", "1.", "12)", "2024.", "+47", "#tag", "[1]:"),
    *("www.x.org", "http://x.org/z_w?a=1&b=2", "{: .x }", "!!!", "# ", "- ", "1. ", ": ", ":: "),
    *("> ", "  ", "| |", "\t", "\n", "\\\\", " - ", " * ", "\u200b", "\u00ad", "\u00a0"),
    *(
        ":::",
        "::: fact-box",
        "::: gallery",
        "::: lang fr",
        "::: x",
        "::: publication",
        ":::\n",
        "\n:::\n",
        "::",
    ),
    *("::: pull-quote", "-- ", "-- Maria", "{lang=fr}", "]{lang=fr}", "[x]{lang=fr}", '{abbr="x"}'),
    *('[x]{abbr="y"}', "^[", "^[x]", "^[]", ": x", ":: x", "{right}", "{decorative}", " {full}"),
    *("{header-column}", " {header-column}", "title: x", "link: y", "[^1]: x", "{dir=rtl}", "]{"),
    *("\u202f", "\u2009", "\u3000", "\u200d", "\u2028", "\x00", "\x02", "\x03", "\ufeff"),
]

ADDRESSES = [
    "https://www.example.org/",
    "https://example.org/a_b?c=1&d=2",
    "https://example.org/wiki/X_(y)",
    "/there",
    "#here",
    "mailto:press@example.org",
    "tel:+4312345",
]

HOSTILE_ADDRESSES = [
    *("", "a b", 'x"y', "x'y", "x)y", "x(y", "a*b*c", "<x>", "a`b", "a\\b", "ünï/日本", "x|y"),
    *("&copy;", "a&b", "&#4", "[x]", "javascript:alert(1)", "//host/x", "\\\\host", "data:x,y"),
]

SOURCES = [
    "```python\nprint('*x*')\n```",
    "~~~\n<b>\n\n# not a heading\n~~~",
    '<div class="note">\n<p>a <b>b</b></p>\n</div>',
    '<iframe src="https://example.org/"></iframe>',
    "<!-- a note -->",
    '[label]: https://example.org/label "Title"',
    "    indented code",
    "* item\n\n        code in an item",
    "> quote\n>\n>     code in a quote",
    "::: unknown\nwords^[a note in a locked block]\n\nmore\n:::",
    "::: fact-box\n~~~\ncode\n~~~\n:::",
    "::: gallery Photos\nwords among them\n\n![a](b.jpg)\n:::",
]

RAW = ['<span class="x">', "</span>", "<u>", "</u>", "<kbd>", "</kbd>", '<abbr title="W &amp; H">',
       "</abbr>", "<!-- c -->", "<div>", "<img src=x>"]  # fmt: skip


def _named(function):
    """Return function as a strategy that is shown by its name, not by all it is made of."""
    made = cache(function)

    def drawn(draw, **choices):
        return draw(made(**choices))

    drawn.__name__ = function.__name__
    drawn.__doc__ = function.__doc__
    return st.composite(drawn)


@_named
def texts(*, hostile=True, pieces=8):
    """Return a strategy for runs of text."""
    choices = [st.sampled_from(WORDS)] * 3 + [st.just(" ")] * 3
    if hostile:
        choices += [st.sampled_from(HOSTILE), st.sampled_from(HOSTILE), st.text(max_size=4)]
    return st.lists(st.one_of(choices), min_size=1, max_size=pieces).map("".join)


@_named
def addresses(*, hostile=True):
    """Return a strategy for addresses of links and pictures."""
    usual = st.sampled_from(ADDRESSES)
    return (
        st.one_of(usual, st.sampled_from(HOSTILE_ADDRESSES), st.text(max_size=6))
        if hostile
        else usual
    )


@_named
def links(*, hostile=True):
    """Return a strategy for links."""
    titles = st.one_of(st.just(""), st.just(""), texts(hostile=hostile, pieces=4))
    return st.builds(Link, addresses(hostile=hostile), titles)


LANGUAGES = ["fr", "ar", "zh-Hant", "en-GB", "de-1996"]


@_named
def languages(*, hostile=True):
    """Return a strategy for marks of words in another language."""
    tags = st.sampled_from([*LANGUAGES, "", "x y", "}"] if hostile else LANGUAGES)
    return st.builds(Language, tags, st.sampled_from(Direction))


@_named
def marks(*, hostile=True):
    """Return a strategy for sets of marks, mostly empty."""
    plain = st.frozensets(st.sampled_from(Mark), min_size=1, max_size=2)
    abbreviations = st.builds(Abbreviation, texts(hostile=hostile, pieces=4))
    worded = st.one_of(
        links(hostile=hostile), links(hostile=hostile), languages(hostile=hostile), abbreviations
    )
    one = worded.map(lambda mark: frozenset({mark}))
    both = st.builds(frozenset.union, one, st.frozensets(st.sampled_from(Mark), max_size=1))
    several = st.frozensets(worded, max_size=3)
    return st.one_of(*[st.just(NO_MARKS)] * 6, plain, plain, plain, one, both, several)


@_named
def contents(*, hostile=True, pieces=6):
    """Return a strategy for inline content, not yet in normal form."""
    words = texts(hostile=hostile, pieces=4)
    run = st.builds(Text, texts(hostile=hostile), marks(hostile=hostile))
    note = st.builds(Footnote, st.lists(run, max_size=2).map(tuple), marks(hostile=hostile))
    inner = _pieces_of_a_line(run, words, hostile=hostile)
    nested = st.builds(Footnote, st.tuples(run, st.one_of(inner, note)))
    notes = [note, nested] if hostile else [note]
    return st.lists(st.one_of(*[inner] * 7, *notes), min_size=1, max_size=pieces).map(tuple)


def _pieces_of_a_line(run, words, *, hostile):
    some_marks = marks(hostile=hostile)
    image = st.builds(
        Image, addresses(hostile=hostile), words, st.one_of(st.just(""), words), some_marks
    )
    choices = [*[run] * 7, st.builds(Break, some_marks), image]
    if hostile is True:
        choices.append(st.builds(RawInline, st.sampled_from(RAW), some_marks))
    return st.one_of(choices)


@_named
def figures(*, hostile=True):
    """Return a strategy for figures."""
    words = texts(hostile=hostile, pieces=4)
    lines = _lines(hostile=hostile)
    return st.builds(
        Figure,
        addresses(hostile=hostile),
        words,
        st.one_of(st.just(""), words),
        lines,
        lines,
        st.sampled_from(Setting),
        st.sampled_from([False, False, True]),
    )


@_named
def _lines(*, hostile=True):
    return st.one_of(st.just(()), contents(hostile=hostile, pieces=3))


@_named
def tables(*, hostile=True):
    """Return a strategy for tables of one to three columns."""
    cell = st.one_of(st.just(()), contents(hostile=hostile, pieces=3))

    def of_columns(columns):
        row = st.tuples(*[cell] * columns)
        alignments = st.tuples(*[st.sampled_from(Alignment)] * columns)
        rows = st.lists(row, max_size=3).map(tuple)
        caption = st.one_of(st.just(()), _lines(hostile=hostile))
        return st.builds(Table, alignments, row, rows, caption, st.booleans())

    return st.integers(1, 3).flatmap(of_columns)


def _containers(children, *, hostile):
    text = contents(hostile=hostile)
    tight = st.builds(lambda c: Paragraph(c, is_tight=True), text)
    several = st.lists(children, max_size=3).map(tuple)
    item = st.one_of(
        several.map(ListItem),
        st.builds(lambda first, rest: ListItem((first, *rest)), tight, several),
        st.builds(lambda first: ListItem((first,)), tight),
    )
    items = st.lists(item, min_size=1, max_size=4).map(tuple)
    lists = st.builds(ListBlock, st.booleans(), items, st.sampled_from([1, 1, 1, 3, 10]))
    return st.one_of(lists, lists, st.builds(Quote, several, _lines(hostile=hostile)))


@_named
def cards(*, hostile=True):
    """Return a strategy for cards of every kind."""
    value = st.one_of(st.just(""), texts(hostile=hostile, pieces=4), addresses(hostile=hostile))

    def of_kind(kind):
        return st.builds(Card, st.just(kind), st.tuples(*[value] * len(CARD_FIELDS[kind])))

    return st.sampled_from(CardKind).flatmap(of_kind)


@_named
def boxes(*, hostile=True):
    """Return a strategy for what stands only at the top of a text."""
    line = _lines(hostile=hostile)
    inside = blocks(hostile=hostile)
    card = cards(hostile=hostile)
    several = st.lists(inside, max_size=3).map(tuple)
    with_cards = st.lists(st.one_of(inside, inside, card), max_size=4).map(tuple)
    tags = st.sampled_from([*LANGUAGES, "", "x y"] if hostile else LANGUAGES)
    photos = st.lists(figures(hostile=hostile), max_size=4).map(tuple)
    return st.one_of(
        card,
        st.builds(FactBox, line, with_cards),
        st.builds(Gallery, photos, line),
        st.builds(Passage, tags, several, st.sampled_from(Direction)),
        st.builds(PullQuote, contents(hostile=hostile), line, line),
    )


@_named
def blocks(*, hostile=True):
    """Return a strategy for blocks that may stand anywhere, not yet in normal form."""
    text = contents(hostile=hostile)
    leaves = st.one_of(
        *[st.builds(Paragraph, text)] * 3,
        st.builds(CrossHead, st.integers(1, 6), contents(hostile=hostile, pieces=3)),
        figures(hostile=hostile),
        tables(hostile=hostile),
        st.builds(Separator),
    )
    return st.recursive(
        leaves, lambda inner: st.one_of(leaves, _containers(inner, hostile=hostile)), max_leaves=6
    )


@_named
def misplaced_boxes(*, hostile=True):
    """Return a strategy for boxes where they cannot stay boxes."""
    box = boxes(hostile=hostile)
    item = box.map(lambda inner: (ListItem((inner,)),))
    return st.one_of(
        st.builds(Quote, st.tuples(box), _lines(hostile=hostile)),
        st.builds(ListBlock, st.booleans(), item),
        st.builds(FactBox, _lines(hostile=hostile), st.tuples(box)),
        st.builds(Passage, st.sampled_from(LANGUAGES), st.tuples(box)),
    )


def bodies(*, hostile=True, most=4):
    """Return a strategy for bodies in normal form."""
    top = [*[blocks(hostile=hostile)] * 6, *[boxes(hostile=hostile)] * 3]
    if hostile is True:
        top.append(st.sampled_from(SOURCES).map(Source))
    if hostile:
        top.append(misplaced_boxes(hostile=hostile))
    several = st.lists(st.one_of(top), max_size=most)
    return several.map(lambda found: Body(normalised(found)))


def has_raw_html(block):
    """Return whether block holds HTML that is not ours."""
    return isinstance(block, Source) or "RawInline(" in repr(block)
