"""Rules about languages: one that is not declared, other scripts without a mark, mixed digits."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from editor_app.checks.finding import Change, Fix, Found, Level, Place, Reword, SayLanguage, at
from editor_app.checks.passage import OBJECT, Kind, Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule
from editor_app.checks.words_shown import Edit, Ways, changes_both_ways, ways, words_shown
from editor_app.wording.dates import primary, western_digits
from editor_app.wording.sentences import words
from editor_app.wording.telling import (
    certain_language,
    language_of_run,
    runs_of_scripts,
    scripts_of,
)

_LATIN = "Latin"
_FEWEST_FOREIGN = 2  # words: one is a name
_FEWEST_LATIN = 6  # words in Latin letters: fewer are the names of firms and projects everywhere
_NEAR = frozenset({frozenset(pair) for pair in (("sr", "bg"), ("cs", "sk"), ("nb", "da"))})
_NAMES = frozenset({Kind.CREDIT, Kind.CARD, Kind.SPEAKER, Kind.ATTRIBUTION, Kind.CELL})


def _name(language: str) -> str:
    return Locale.parse(language).get_display_name("en") or language


@lru_cache(maxsize=1024)
def _told(text: str, declared: str) -> str:
    """Return the language a text certainly is in where that is another than is declared."""
    found = certain_language(text, primary(declared))
    if not found or found == primary(declared) or frozenset({found, primary(declared)}) in _NEAR:
        return ""
    return found


def _whole_item(examined: Examined) -> Iterator[Found]:
    declared = examined.item.language
    prose = examined.telling(_prose_told, declared)
    told = Counter(one for _placed, (one,) in prose)
    best, count = told.most_common(1)[0] if told else ("", 0)
    if best and count * 2 > len(prose):
        message = f"The text is in {_name(best)}, but the item says {_name(primary(declared))}."
        yield Found(message, Place("language"), subject=f"{best}/{declared}")
        return
    for placed, (told_here,) in prose:
        if told_here:
            place = placed.place.between(0, len(placed.passage.text))
            fix = Fix(f"Mark it as {_name(told_here)}", (Change(place, SayLanguage(told_here)),))
            yield Found(f"This paragraph is in {_name(told_here)} and not marked so.", place, fix)


def _prose_told(passage: Passage, declared: str) -> tuple[str] | None:
    """Return what a paragraph that is declared so is told to be in; nothing for any other."""
    if passage.kind is not Kind.PARAGRAPH or primary(passage.language) != primary(declared):
        return None
    return (_told(words_shown(passage), declared),)


def _other_scripts(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    own = scripts_of(passage.language)
    if passage.kind in _NAMES or (text.isascii() and _LATIN in own):
        return
    for run in runs_of_scripts(text):
        fewest = _FEWEST_LATIN if run.script == _LATIN else _FEWEST_FOREIGN
        if run.script in own or run.words < fewest:
            continue
        words_here = text[run.start : run.end]
        place = at(run.start, run.end)
        language = language_of_run(words_here, run.script)
        fix = None
        if language and OBJECT not in words_here:
            fix = Fix(f"Mark it as {_name(language)}", (Change(place, SayLanguage(language)),))
        letters = f"{run.script} letters"
        yield Found(f"These words in {letters} are not marked as another language.", place, fix)


# ---------------------------------------------------------------- letters that look alike

_LATIN_TWINS = "ABEKMHOPCTXaeopcyxijs"
_CYRILLIC_TWINS = "АВЕКМНОРСТХаеорсухіјѕ"  # noqa: RUF001
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN_LETTER = re.compile("[A-Za-z]")


def _mixed_scripts(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    if text.isascii() or not _mixes(text):
        return
    for word in words(text):
        if word.text.isascii() or not word.text.isalpha() or not _mixes(word.text):
            continue  # a part after a hyphen or with digits may well be of another script
        meant = _meant(word.text, passage.language)
        fix = None
        if meant:
            change = Change(at(word.start, word.end), Reword(meant))
            fix = Fix("Put the letters of one alphabet", (change,))
        message = f"“{word.text}” mixes Latin and Cyrillic letters that look alike."
        yield Found(message, at(word.start, word.end), fix)


def _mixes(text: str) -> bool:
    return bool(_CYRILLIC.search(text) and _LATIN_LETTER.search(text))


def _meant(word: str, language: str) -> str:
    """Return a word in one alphabet, if looks alone can tell; that of the text where both can."""
    in_latin, in_cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    can_be_latin, can_be_cyrillic = in_latin.isascii(), not _LATIN_LETTER.search(in_cyrillic)
    if can_be_latin and can_be_cyrillic:
        return in_latin if _LATIN in scripts_of(language) else in_cyrillic
    if can_be_latin:
        return in_latin
    return in_cyrillic if can_be_cyrillic else ""


# ---------------------------------------------------------------- digits

_WESTERN = re.compile(r"(?<![A-Za-z\d])[0-9]+(?![A-Za-z\d])")
_EASTERN = re.compile("[\u0660-\u0669]+|[\u06f0-\u06f9]+")
_TO_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@lru_cache(maxsize=1024)
def _digits(passage: Passage) -> Ways | None:
    """Return what makes Western digits of the Eastern ones in a passage, and the other way."""
    text = words_shown(passage)
    eastern = tuple(
        Edit(*found.span(), western_digits(found.group())) for found in _EASTERN.finditer(text)
    )
    western = tuple(
        Edit(*found.span(), found.group().translate(_TO_EASTERN))
        for found in _WESTERN.finditer(text)
    )
    return ways(eastern, western)


def _mixed_digits(examined: Examined) -> Iterator[Found]:
    eastern, western = changes_both_ways(examined.telling(_digits))
    if not (eastern and western):
        return
    is_arabic = primary(examined.item.language) == "ar"
    fewer = eastern if len(eastern) <= len(western) or not is_arabic else western
    fix = Fix("Write all in one way", fewer)
    yield Found("Both kinds of digits stand in this text (١٢٣ and 123).", fewer[0].place, fix)


RULES = (
    ItemRule(
        id="language-not-declared",
        title="A text in another language than it says",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_whole_item,
    ),
    PassageRule(
        id="script-unmarked",
        title="Words in another script without their language",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_other_scripts,
    ),
    PassageRule(
        id="scripts-in-one-word",
        title="Latin and Cyrillic letters in one word",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_mixed_scripts,
    ),
    ItemRule(
        id="digits-mixed",
        title="Western and Eastern Arabic digits mixed",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_mixed_digits,
        languages=frozenset({"ar", "fa", "ur", "ps", "ckb"}),
    ),
)
"""The rules about languages."""
