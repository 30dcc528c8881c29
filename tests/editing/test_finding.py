"""Looking for words: what is a hit, what is not, and where it is in Qt's counting."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.editing.errors import FindError
from editor_app.editing.expressions import replacement
from editor_app.editing.finding import Finder, Query


def found(words, text, *, language="en", **how):
    """Return the stretches of text that are hits, as they stand in the text."""
    units = text.encode("utf-16-le")
    hits = Finder(Query(words=words, **how), language=language).hits(text)
    return [units[2 * hit.start : 2 * hit.end].decode("utf-16-le") for hit in hits]


def replaced(pattern, template, text, **how):
    given_parts = replacement(template, pattern)
    hits = Finder(Query(words=pattern, is_expression=True, **how)).hits(text)
    for hit in reversed(hits):
        text = text[: hit.start] + given_parts.words(hit.groups) + text[hit.end :]
    return text


@pytest.mark.parametrize(
    ("words", "text", "hits"),
    [
        ("vienna", "Vienna, VIENNA, vienna", ["Vienna", "VIENNA", "vienna"]),
        ("strasse", "Straße, STRASSE", ["Straße", "STRASSE"]),
        ("ß", "Maß, MASS, mast", ["ß", "SS"]),
        ("s", "ß", []),
        ("e", "e\u0301 \u00e9", []),
        ("\u00e9", "e\u0301 \u00e9 E\u0301", ["e\u0301", "\u00e9", "E\u0301"]),
        ("istanbul", "İstanbul Istanbul", ["İstanbul", "Istanbul"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("", "anything", []),
        ("don't", "don\u2019t DON'T", ["don\u2019t", "DON'T"]),
        ("a b", "a\u00a0b a\u202fb a b", ["a\u00a0b", "a\u202fb", "a b"]),
        ("\u00a0", "a b\u00a0c", ["\u00a0"]),
        ("coop", "co\u00adop", ["co\u00adop"]),
        ("b", "🎉 a b", ["b"]),
        ("👩", "👩\u200d👩\u200d👧 👩", ["👩"]),
        ("ΟΔΟΣ", "οδος οδοσ", ["οδος", "οδοσ"]),
        ("a\ufffcb", "a\ufffcb", []),
    ],
)
def test_words_are_found_whatever_their_case(words, text, hits):
    assert found(words, text) == hits


@pytest.mark.parametrize(
    ("words", "text", "hits"),
    [
        ("isparta", "Isparta İsparta", ["İsparta"]),
        ("\u0131sparta", "Isparta İsparta", ["Isparta"]),
        ("İ", "i I \u0131 I\u0307", ["i", "I\u0307"]),
    ],
)
def test_turkish_knows_two_letters_i(words, text, hits):
    assert found(words, text, language="tr-TR") == hits


@pytest.mark.parametrize(
    ("words", "text", "hits"),
    [
        ("elan", "élan e\u0301lan ELAN", ["élan", "e\u0301lan", "ELAN"]),
        ("élan", "elan", ["elan"]),
        ("كتب", "كَتَبَ كتب", ["كَتَبَ", "كتب"]),
        ("احمد", "أحمد أَحْمَد", ["أحمد", "أَحْمَد"]),
        ("سلام", "ســلام", ["ســلام"]),
        ("lodz", "Łódź", ["Łódź"]),
        ("елка", "ёлка", ["ёлка"]),
        ("кои", "кой", []),
        ("शकत", "शक्ति", []),
        ("か", "が", []),
        ("istanbul", "İstanbul ISTANBUL \u0131stanbul", ["İstanbul", "ISTANBUL", "\u0131stanbul"]),
    ],
)
def test_accents_and_points_can_be_ignored(words, text, hits):
    assert found(words, text, ignores_accents=True) == hits


def test_arabic_points_count_when_they_are_not_ignored():
    assert found("كتب", "كَتَبَ كتب") == ["كتب"]


def test_matching_case_is_exact():
    assert found("Don't", "Don't Don\u2019t don't", matches_case=True) == ["Don't"]


def test_whole_words_are_those_that_nothing_goes_on_from():
    assert found("art", "art, start, arts, art-house", is_whole_word=True) == ["art", "art"]
    assert found("#tag", "a#tag #tags #tag", is_whole_word=True) == ["#tag", "#tag"]
    assert found("كتب", "كتبَه كتب", is_whole_word=True, ignores_accents=True) == ["كتب"]


def test_an_expression_never_takes_an_object_in():
    assert found("a.*b", "a1b\ufffca2b", is_expression=True) == ["a1b", "a2b"]


def test_an_expression_sees_the_lines_between_breaks():
    assert found("^b.*$", "a\u2028bc\u2028d", is_expression=True) == ["bc"]


def test_an_expression_can_ignore_accents():
    assert found("caf[é]s?", "cafes CAFÉ", is_expression=True, ignores_accents=True) == [
        "cafes",
        "CAFÉ",
    ]


def test_an_empty_match_is_no_hit():
    assert found("x*", "axxb", is_expression=True) == ["xx"]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (r"\2 \1", "Sultan Maria"),
        ("$2 $1", "Sultan Maria"),
        (r"\g<last>, $&", "Sultan, Maria Sultan"),
        ("${last}", "Sultan"),
        (r"$$1 \\1", r"$1 \1"),
    ],
)
def test_parts_of_an_expression_can_be_put_back(template, text):
    assert replaced(r"(\w+) (?P<last>\w+)", template, "Maria Sultan") == text


def test_parts_are_put_back_as_they_stand_in_the_text():
    assert replaced("(e.)", "[$1]", "Él", ignores_accents=True) == "[Él]"


def test_a_part_that_is_not_there_is_said():
    with pytest.raises(FindError, match="no part 3"):
        replacement(r"\3", "(a)(b)")


def test_without_an_expression_a_replacement_stands_for_itself():
    assert replacement(r"$1 \1").words({}) == r"$1 \1"


@pytest.mark.parametrize("wrong", ["(", "[a", "*", "(?P<x", r"\p{Foo}", "(" * 400])
def test_a_wrong_expression_is_one_sentence(wrong):
    with pytest.raises(FindError, match=r"^This expression [^\n]*\.$"):
        Finder(Query(words=wrong, is_expression=True))


@pytest.mark.parametrize(
    "costly",
    [
        r"(a+)+$b",
        r"(a{1,1000}){1,1000}b",
        r"(?:a|aa|aaa)+(?:b|c)*\w*d",
        r"(?R)",
        r"(?:(?:a{9999}){9999}){9999}",
        r"a{999999999}",
        r"(?:(?:a{100}){100}){100}",
        "a" * 100_000,
    ],
)
def test_a_costly_expression_gives_up_with_a_sentence(costly):
    start = time.process_time()
    with pytest.raises(FindError, match="expression"):
        Finder(Query(words=costly, is_expression=True)).hits("a" * 5000)
    assert time.process_time() - start < 1


@pytest.mark.parametrize("bounded", [r"\d{4}-\d{2}", r".{0,400}x", r"(?:ab{30}){30}", r"[{9999}]"])
def test_ordinary_counts_are_not_refused(bounded):
    Finder(Query(words=bounded, is_expression=True)).hits("2015-09")


LETTERS = st.sampled_from(
    "aAbIiİ\u0131ßsSéeÉ\u0301\u0307 \u2019'\u00a0\u00ad\u200d🎉👩كَتَبـأşğœŒ\ufffc\u2028-."
)
TEXTS = st.text(LETTERS, max_size=30)


@given(TEXTS, TEXTS, st.sampled_from(["en", "tr"]), st.booleans(), st.booleans())
def test_hits_lie_in_the_text_in_order_and_hold_no_object(words, text, language, case, accents):
    finder = Finder(
        Query(words=words, matches_case=case, ignores_accents=accents), language=language
    )
    units = text.encode("utf-16-le")
    last = 0
    for hit in finder.hits(text):
        assert last <= hit.start < hit.end <= len(units) // 2
        last = hit.end
        assert "\ufffc" not in units[2 * hit.start : 2 * hit.end].decode("utf-16-le")


@given(TEXTS, TEXTS, TEXTS, st.booleans())
def test_what_stands_alone_between_blanks_is_found(before, words, after, accents):
    words = "x" + words.strip().replace("\ufffc", "").replace("\u2028", "") + "y"
    text = f"{before} {words} {after}"
    hits = found(words, text, ignores_accents=accents)
    assert words in hits or any(words in hit for hit in hits)
    assert words in found(words, text, matches_case=True)


@given(TEXTS, st.booleans())
def test_exact_search_finds_what_python_finds(text, accents):
    for words in {text[:1], text[1:3]} - {""}:
        hits = found(words, text, matches_case=True)
        assert len(hits) <= text.count(words)
        assert all(hit == words or len(hit) != len(words) for hit in hits) or not accents
