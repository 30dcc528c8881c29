# ruff: noqa: RUF001 - these letters look alike, and are meant
"""What a search finds is what a reader going through every item would find, in seven scripts."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.store.query import ItemQuery
from editor_app.store.wanted import wanted

SCRIPTS = {
    "Latin": ["Łódź", "élan", "Straße", "water", "Wasser", "naïve", "İstanbul", "elan", "wat"],
    "Cyrillic": ["ёлка", "елка", "Вода", "йод", "водами", "иод"],
    "Greek": ["νερό", "ΝΕΡΟ", "νερά", "λόγος", "λόγοσ"],
    "Arabic": ["أحمد", "احمد", "مدرسة", "مدرسه", "مُدُن", "مـدن", "على", "علي"],
    "Hebrew": ["שָׁלוֹם", "שלום", "שלומי", "מים"],
    "Devanagari": ["पानी", "पानि", "क़लम", "कलम", "हिन्दी"],
    "CJK": ["東京", "京都", "東京都", "水", "かがく", "カナ"],
}
# How one letter is written in another's place, of the words above.
ALIKE = str.maketrans({"ł": "l", "أ": "ا", "ة": "ه", "ى": "ي", "ـ": "", "ı": "i", "ς": "σ"})
KEPT = {"й", "Й"}


def plain(text):
    """Return text as a reader compares it who minds neither case nor accents nor points."""
    letters = []
    for sign in unicodedata.normalize("NFC", text):
        if sign in KEPT:
            letters.append(sign.lower())
            continue
        apart = unicodedata.normalize("NFKD", sign.casefold())
        letters += [one for one in apart if not is_point(one)]
    return unicodedata.normalize("NFC", "".join(letters).translate(ALIKE))


def is_point(sign):
    kind = unicodedata.combining(sign)
    return kind == 7 or 10 <= kind <= 36 or kind >= 200


def words(text):
    """Return the words of a text; signs that are written without spaces are words of their own."""
    apart = re.sub("([\u3040-\u30ff\u4e00-\u9fff][\u3099\u309a]?)", r" \1 ", plain(text))
    return "".join(one if one.isalnum() or is_mark(one) else " " for one in apart).split()


def is_mark(sign):
    return unicodedata.category(sign)[0] == "M"


def has(text, piece, *, is_last, is_closed):
    """Whether the words of a piece stand together in a text."""
    sought, there = words(piece), words(text)
    is_open = is_last and not is_closed and not re.match("[\u3040-\u30ff\u4e00-\u9fff]", sought[-1])
    if is_open and len(sought) > 1 and len(sought[-1]) < 3:
        begins = any(word.startswith(sought[-1]) for word in there)
        return begins and is_in(sought[:-1], there, is_open=False)
    return is_in(sought, there, is_open=is_open)


def is_in(sought, there, *, is_open):
    for at in range(len(there) - len(sought) + 1):
        part = there[at : at + len(sought)]
        last = part[-1].startswith(sought[-1]) if is_open else part[-1] == sought[-1]
        if part[:-1] == sought[:-1] and last:
            return True
    return False


def found_by_reading(texts, pieces):
    """Return the numbers of the texts in which all pieces are; a minus sign keeps out."""
    bare = [at for at, (piece, sign) in enumerate(pieces) if sign == " "]
    hits = set()
    for number, text in texts.items():
        fits = [
            has(text, piece, is_last=at == max(bare, default=-1), is_closed=sign != " ")
            is not (sign == "-")
            for at, (piece, sign) in enumerate(pieces)
        ]
        if all(fits):
            hits.add(number)
    return hits


@pytest.mark.parametrize("script", SCRIPTS)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_search_finds_what_reading_every_item_finds(library, an_item, script, data):
    some = st.sampled_from([*SCRIPTS[script], "the", "2015"])
    joined = st.lists(some, min_size=1, max_size=5).map(" ".join)
    before = {row.id for row in library.items.page(ItemQuery(limit=1_000))}
    texts = {}
    for text in data.draw(st.lists(joined, min_size=1, max_size=4)):
        where = data.draw(st.sampled_from(["headline", "body", "internal_notes"]))
        texts[library.items.save(an_item(**{where: text}), over=0).id] = text
    pieces = data.draw(
        st.lists(
            st.tuples(some, st.just(" "))
            | st.tuples(some.map(lambda word: word[:2]), st.just(" "))
            | st.tuples(some, st.just("-"))
            | st.tuples(st.lists(some, min_size=1, max_size=2).map(" ".join), st.just('"')),
            min_size=1,
            max_size=3,
        ).filter(lambda found: all(words(piece) for piece, _ in found))
    )
    typed = " ".join({" ": f"{p}", "-": f"-{p}", '"': f'"{p}"'}[sign] for p, sign in pieces)
    hits = {row.id for row in library.items.page(ItemQuery(search=typed, limit=1_000))} - before
    assert hits == found_by_reading(texts, pieces), (typed, texts, wanted(typed))


@pytest.mark.parametrize(
    "typed",
    [
        '"""',
        "NEAR(a b)",
        "a AND OR NOT",
        "'; DROP TABLE items; --",
        "🙂👩\u200d👩\u200d👧",
        "a " * 5000,
        "x" * 10000,
        'each:"a" *',
        "{body}: x",
        "^wot",
        "-",
        '-"',
        "- -",
        "\ufffd",
        "missing:\x00 x",
        "from:9999-99",
    ],
)
def test_no_query_is_an_error_or_finds_what_does_not_fit(library, an_item, typed):
    library.items.save(an_item(headline="Water", body="Nothing of the kind"), over=0)
    opening = library.items.opening(ItemQuery(search=typed))
    if wanted(typed).words or wanted(typed).beginnings:
        assert opening.count == 0


def test_an_unwanted_phrase_keeps_out_only_what_has_it(library, an_item):
    kept = library.items.save(an_item(headline="東京"), over=0)
    library.items.save(an_item(headline="東京 京都"), over=0)
    found = library.items.page(ItemQuery(search="東京 -京都"))
    assert [row.id for row in found] == [kept.id]
