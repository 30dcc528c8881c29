"""Punctuation is set as each language has it, by rules that know strings only."""

# ruff: noqa: RUF001 - the marks that look alike are what this is about

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from editor_app.ui.editor.typed import markdown, smart
from editor_app.ui.editor.typed.smart import REACH, setting_of
from editor_app.wording import punctuation
from editor_app.wording.punctuation import known_languages, punctuation_of

LANGUAGES = known_languages()
languages = st.sampled_from(LANGUAGES)
words = st.text(st.sampled_from("abéжنn09 \"'-.:;!?«»“”‘’–…()*_`/@&\u00a0\u202f🎉"), max_size=40)


def typed(keys, language="en", before=""):
    """Return what a text is after so many keys."""
    text = before
    for key in keys:
        change = setting_of(text, key, language)
        text += key
        if change is not None:
            tail = change.old + change.kept
            assert text.endswith(tail)
            text = text[: len(text) - len(tail)] + change.new + change.kept
    return text


# ---------------------------------------------------------------- every language

WRITTEN = {
    "en": "“Hello,” he said. “It’s ‘so’.”",
    "en-GB": "“Hello,” he said. “It’s ‘so’.”",
    "fr": "«\u202fHello,\u202f» he said. «\u202fIt’s ’so’.\u202f»",
    "fr-BE": "«\u202fHello,\u202f» he said. «\u202fIt’s ’so’.\u202f»",
    "fr-CA": "«\u00a0Hello,\u00a0» he said. «\u00a0It’s ’so’.\u00a0»",
    "de": "„Hello,“ he said. „It’s ‚so‘.“",
    "de-AT": "„Hello,“ he said. „It’s ‚so‘.“",
    "de-CH": "«Hello,» he said. «It’s ’so’.»",
    "es": "«Hello,» he said. «It’s ‘so’.»",
    "ru": "«Hello,» he said. «It’s ’so’.»",
    "uk": "«Hello,» he said. «It’s ’so’.»",
    "ar": "“Hello,” he said. “It’s ‘so’.”",
    "it": "«Hello,» he said. «It’s ’so’.»",
    "pl": "„Hello,” he said. „It’s ’so’.”",
    "sv": "”Hello,” he said. ”It’s ’so’.”",
    "he": '"Hello," he said. "It’s ’so’."',
    "xx": "“Hello,” he said. “It’s ‘so’.”",
}


@pytest.mark.parametrize("language", WRITTEN)
def test_a_sentence_is_set_as_its_language_has_it(language):
    assert typed('"Hello," he said. "It\'s \'so\'."', language) == WRITTEN[language]


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("fr", '"Il dit "oui" et part."', "«\u202fIl dit “oui” et part.\u202f»"),
        ("es", '"Dijo "no" y ya."', "«Dijo “no” y ya.»"),
        ("ru", '"Газета "Правда""', "«Газета „Правда“»"),
        ("en", '("so") "\'a\' b" x--"y"', "(“so”) “‘a’ b” x–“y”"),
        ("en", '"Wait--" and **"b"**', "“Wait–” and **“b”**"),
        ("fr", 'l\'"abc"', "l’«\u202fabc\u202f»"),
        ("fr", '" mot"', "«\u202fmot\u202f»"),
        ("zh", '他说"你好"...', "他说“你好”……"),
        ("he", 'צה"ל', 'צה"ל'),
    ],
)
def test_quotations_begin_and_end_and_stand_in_each_other(language, keys, expected):
    assert typed(keys, language) == expected


# The languages whose rules are older than CLDR's table, or finer, and those it knows no words for.
NOT_AS_CLDR = {"ar", "de-ch", "es", "fr", "fr-ca", "fr-ch", "he", "ja", "nl", "no", "ur"}


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - NOT_AS_CLDR))
def test_the_other_languages_are_as_cldr_has_them(language):
    shown = QLocale(language.replace("-", "_")).quoteString("x")
    pair = punctuation_of(language).double
    assert pair.opening + "x" + pair.closing == shown


# ---------------------------------------------------------------- apostrophes, dashes, ellipses


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("don't, the '90s and '15", "don’t, the ’90s and ‘15"),
        ("'tis so, 'Twas", "’tis so, ‘Twas"),
        ("the 90's, 5'10\" tall", "the 90’s, 5'10\" tall"),
        ("a -- b --- c", "a – b — c"),
        ("2014-2015, 10--14", "2014-2015, 10–14"),
        ("so...", "so…"),
        ("....", "…."),
        ("../..", "../.."),
        ("---", "---"),
        ("--x", "–x"),
        ("--- x", "— x"),
        ("<!-- x", "<!-- x"),
    ],
)
def test_english_is_set_as_it_is_typed(keys, expected):
    assert typed(keys) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "a – b – c"), ("fr", "a – b — c"), ("ru", "a — b — c"), ("es", "a — b — c")],
)
def test_dashes_are_as_long_as_the_language_has_them(language, expected):
    assert typed("a -- b --- c", language) == expected


def test_a_closing_mark_turns_out_to_be_an_apostrophe():
    assert typed("'geht's so'", "de") == "‚geht’s so‘"


# ---------------------------------------------------------------- French spaces


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Quoi? Non! Si; voir: x", "Quoi\u202f? Non\u202f! Si\u202f; voir\u00a0: x"),
        ("Quoi ? Non ! Si ; voir : x", "Quoi\u202f? Non\u202f! Si\u202f; voir\u00a0: x"),
        ("Quoi\u00a0? Vraiment ?!", "Quoi\u00a0? Vraiment\u202f?!"),
        ('"Oui!"', "«\u202fOui\u202f!\u202f»"),
        ("12:30, en 2015: x", "12:30, en 2015\u00a0: x"),
        ("https://e.org/?a=1;b mailto:a@e.org", "https://e.org/?a=1;b mailto:a@e.org"),
        ("&eacute; C:\\a (?)", "&eacute; C:\\a (?)"),
        ("(?) [!] (:", "(?) [!] (:"),
        ("« a »", "«\u202fa\u202f»"),
        ("«a» ?", "«\u202fa\u202f»\u202f?"),
        ("«a\u00a0»", "«\u202fa\u00a0»"),
    ],
)
def test_french_marks_get_their_spaces(keys, expected):
    assert typed(keys, "fr") == expected


def test_canadian_french_has_a_space_before_the_colon_only():
    assert typed("Quoi? Non! Si; voir: x", "fr-CA") == "Quoi? Non! Si; voir\u00a0: x"


# ---------------------------------------------------------------- what is left alone


@pytest.mark.parametrize(
    "keys",
    [
        "https://e.org/a--b...?c:d;e!f'g",
        "www.e.org/--/?x",
        "abc@e--f.org",
        "/usr/lib--x/...",
        "[a](e--f...",
        "`a--b \"c\" 'd'... e ?",
        "10-14, 5 3/4",
    ],
)
def test_addresses_code_and_ranges_are_left_alone(keys):
    assert {typed(keys, language) for language in LANGUAGES} == {keys}


@given(language=languages, before=words, last=words)
def test_a_change_is_of_the_end_and_of_punctuation_only(language, before, last):
    change = setting_of(before, last, language)
    if change is None:
        return
    assert (before + last).endswith(change.old + change.kept)
    assert change.old != change.new
    assert _said(change.old) == _said(change.new)


def _said(text):
    return [letter for letter in text if letter.isalnum()]


@given(language=languages, keys=words)
def test_typing_letter_by_letter_is_typing_at_once(language, keys):
    change = setting_of("", keys, language)
    at_once = keys if change is None else _changed(keys, change)
    assert at_once == typed(keys, language)


def _changed(text, change):
    tail = change.old + change.kept
    return text[: len(text) - len(tail)] + change.new + change.kept


@given(language=languages, before=words, key=st.sampled_from("\"'-.:;!? ax"))
def test_what_stands_far_before_the_caret_changes_nothing(language, before, key):
    near = ("." * REACH + before)[-REACH:]
    assert setting_of(near, key, language) == setting_of('"«“' * 99 + near, key, language)


@given(language=languages, word=st.text(st.sampled_from("abжنé"), min_size=1, max_size=8))
def test_marks_round_a_word_face_it(language, word):
    pair = punctuation_of(language).double
    if pair is None or punctuation_of(language).without_gaps:
        return
    expected = f"{pair.opening}{pair.space}{word}{pair.space}{pair.closing}"
    assert typed(f'x "{word}"', language) == f"x {expected}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_whole(language):
    rules = punctuation_of(language)
    assert all(len(pair.opening) == len(pair.closing) == 1 for pair in rules.pairs)
    assert rules.nested is None or rules.double is not None
    assert rules.dash
    assert rules.long_dash
    assert rules.ellipsis


@pytest.mark.parametrize("module", [markdown, punctuation, smart])
def test_the_rules_know_nothing_of_qt(module):
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    asked = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    asked += [
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    ]
    assert not [name for name in asked if name.startswith("PySide6")]
