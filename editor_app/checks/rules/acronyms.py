"""Rules about short forms: not explained where they come first, explained twice or for nothing."""

# ruff: noqa: RUF001 - marks and letters that look alike are what this is about

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from editor_app.body.tree import Abbreviation
from editor_app.checks.finding import Change, Fix, Found, Level, Place, Reword
from editor_app.checks.passage import Kind, Passage, PlacedPassage
from editor_app.checks.quotation_marks import is_inside
from editor_app.checks.rule import Examined, Group, ItemRule
from editor_app.checks.term_lists import shipped_acronyms
from editor_app.checks.words_shown import links_at, words_shown
from editor_app.wording.dateline import is_known_place, split_dateline
from editor_app.wording.dates import primary
from editor_app.wording.sentences import sentence_starts
from editor_app.wording.vocabulary import is_small_word

LANGUAGES = frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk"})
_SHORT = re.compile(r"(?<![\w\-/.’'&])(?:[A-Z]{2,7}|[А-ЯЁ]{2,7})(?:s(?=\W|\Z))?(?![\w\-/&]|\.\w)")
_OPENING = re.compile(r"[ \u00a0]\(")
_APPOSITION = re.compile(
    r"[ \u00a0]?,[ \u00a0](?:(?:the|la|le|les|die|der|das|el|los|las)[ \u00a0]|l[’'])[A-ZÀ-Þ]"
)
_AFTER = re.compile(r"[ \u00a0]+(?:[A-ZÀ-Þ]{4,}|[А-ЯЁ]{4,})(?!\w)")
_BEFORE_IT = re.compile(r"(?<!\w)(?:[A-ZÀ-Þ]{4,}|[А-ЯЁ]{4,})[ \u00a0]+\Z")
_LONGEST_SPELT = 4  # letters: a longer one that can be said may be a word in capitals
_VOWELS = re.compile("[AEIOUYÀ-ÖØ-ÞАЕЁИОУЫЭЮЯ]")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 160  # characters looked back for what a short form stands for
_MOST_CAPITALS = 0.5  # share of words in capitals from which a line says nothing of short forms
_FEWEST_WORDS = 2
_AFTER_IN_BRACKETS = frozenset(")],; '’")

# Known everywhere, or no words at all: money, units, hours, kinds of files, titles, companies.
_KNOWN = frozenset(
    """
    EU UE UN ONU NU UK US USA UAE EE EUR USD GBP CHF JPY CNY AUD CAD SEK NOK DKK RUB TND MAD
    GMT UTC CET CEST EST PM AM AD BC BCE CE TV PC ID IT AI KI IA ICT NGO NGOs ONG ONGs NRO NRA
    PDF HTML URL CD DVD USB SMS GPS QR FAQ HR PR CEO CFO MP MPs MEP MEPs PhD MBA BA MA DJ VIP
    FBI CIA NSA FIFA UEFA IOC GDP PIB BIP RSS HTTP HTTPS IP LED UV XL XXL COP IMF ASEAN FAQ WLAN
    OBE CBE MBE KBE CMG KCMG AMS DSGVO RGPD GDPR ВВП АСЕАН АО ПАО ОАО
    AIDS HIV VIH SIDA COVID DNA ADN NATO OTAN UNESCO UNICEF BBC CNN AFP DPA TASS
    OK SOS ISBN ISSN DOI NB PS SA AG KG GBR SRL LLC PLC SPA AB OY GIZ ZDF ARD ORF LKW PKW MWST TÜV
    США ООН ЕС СМИ НПО РФ СССР ООО ТВ США СНГ ВВП ЧП ЖКХ ВИЧ СПИД ДНК ОАЭ НАТО США СЕ
    """.split()  # noqa: SIM905 - ninety lines otherwise
)


# After these the full name reads as well as the short form; elsewhere its case or gender may not.
_ARTICLE = MappingProxyType(
    {
        "en": re.compile(r"(?<!\w)the[ \u00a0]\Z", re.IGNORECASE),
        "fr": re.compile(r"(?<!\w)(?:(?:la|le|les|du|des|au|aux)[ \u00a0]|l[’'])\Z", re.IGNORECASE),
        "es": re.compile(r"(?<!\w)(?:el|la|los|las|del|al)[ \u00a0]\Z", re.IGNORECASE),
        "de": re.compile(r"(?<!\w)(?:die|der|das|dem|des)[ \u00a0]\Z", re.IGNORECASE),
    }
)
_BEFORE_ARTICLE = re.compile(
    r"(?<!\w)(?:by|with|of|from|to|for|in|at|and|between|under|through|via|that|as|when|while|where)"
    r"[ \u00a0]\Z"
)


class Use(NamedTuple):
    """A short form in a passage; ``full`` is what is said before it, if it is explained here."""

    start: int
    end: int
    short: str
    is_explained: bool
    full_start: int


@lru_cache(maxsize=1024)
def uses(passage: Passage) -> tuple[Use, ...]:
    """Return the short forms of a passage, in order."""
    if passage.kind in {Kind.CREDIT, Kind.CARD} or passage.is_quoted:
        return ()
    text = words_shown(passage)
    found = tuple(_SHORT.finditer(text, _after_dateline(passage)))
    if not found or len(found) > _MOST_CAPITALS * sum(1 for _ in _WORD.finditer(text)):
        return ()
    explained = {
        (span.start, span.end) for span in passage.spans if isinstance(span.mark, Abbreviation)
    }
    return tuple(_use(text, one, explained) for one in found)


def _after_dateline(passage: Passage) -> int:
    """Return where the words after a dateline begin: its place may be in capitals."""
    if passage.kind is not Kind.PARAGRAPH:
        return 0
    text = words_shown(passage)
    dateline = split_dateline(text, passage.language)
    return 0 if dateline is None else len(text) - len(dateline.rest)


def _use(text: str, found: re.Match[str], explained: set[tuple[int, int]]) -> Use:
    start, end = found.span()
    short = found.group()
    full_start = _full_form(text, start, end, short)
    is_explained = full_start is not None or _is_followed(text, end, short)
    is_explained = is_explained or _APPOSITION.match(text, end) is not None
    if any(one <= start and end <= other for one, other in explained):
        is_explained = True
    return Use(start, end, short, is_explained, start if full_start is None else full_start)


def _full_form(text: str, start: int, end: int, short: str) -> int | None:
    """Return where the words begin that a short form in brackets stands for; None for no such.

    Its own place where there are such words, and their letters do not say which, or where they
    stand before a comma.
    """
    is_in_brackets = text[start - 1 : start] in {"(", "["}
    if not (is_in_brackets or text[start - 2 : start] == ", ") or start < _FEWEST_WORDS:
        return None
    if is_in_brackets and text[end : end + 1] not in _AFTER_IN_BRACKETS:
        return None
    before = text[max(0, start - _BEFORE) : start - 1]
    offset = max(0, start - _BEFORE)
    all_words = list(_WORD.finditer(before))
    letters = [letter.casefold() for letter in short.rstrip("s")]
    for number in range(len(all_words) - 1, max(-1, len(all_words) - 1 - 3 * len(letters)), -1):
        if all_words[number].group()[0].casefold() != letters[0]:
            continue
        if _spells(letters, [word.group() for word in all_words[number:]]):
            return offset + all_words[number].start() if is_in_brackets else start
    return start if all_words and is_in_brackets else None


def _spells(letters: list[str], words: list[str]) -> bool:
    """Whether the first letters of words, some of them left out, make a short form."""
    waiting = list(letters)
    for word in words:
        if waiting and word[0].casefold() == waiting[0]:
            waiting.pop(0)
    return not waiting


def _is_followed(text: str, end: int, short: str) -> bool:
    """Whether a bracket after a short form says what it stands for: HCR (Haut-Commissariat…)."""
    opening = _OPENING.match(text, end)
    if opening is None:
        return False
    inside = text[opening.end() : opening.end() + _BEFORE].partition(")")[0]
    return (
        len(_WORD.findall(inside)) >= _FEWEST_WORDS
        and inside[:1].casefold() == short[:1].casefold()
    )


# ---------------------------------------------------------------- the item


@dataclass(frozen=True, slots=True)
class _Placed:
    """A short form and the passage it stands in."""

    use: Use
    at: PlacedPassage

    @property
    def place(self) -> Place:
        return self.at.place.between(self.use.start, self.use.end)


_READ_FIRST = frozenset({"standfirst", "body"})


def _in_order(examined: Examined) -> dict[str, list[_Placed]]:
    """Return the short forms of standfirst and body, with all their places in reading order."""
    found: dict[str, list[_Placed]] = {}
    for placed, used in examined.telling(uses):
        if placed.place.field in _READ_FIRST and _is_same_language(placed, examined):
            for use in used:
                found.setdefault(_one(use.short), []).append(_Placed(use, placed))
    return found


def _is_same_language(placed: PlacedPassage, examined: Examined) -> bool:
    return primary(placed.passage.language) == primary(examined.item.language)


def _one(short: str) -> str:
    """Return a short form without the s of several: NGOs, MEPs."""
    return short[:-1] if short.endswith("s") else short


def _known(examined: Examined) -> frozenset[str]:
    return _KNOWN | frozenset(_one(short) for short in examined.style.allowed_acronyms)


def _unexplained(examined: Examined) -> Iterator[Found]:
    known = _known(examined)
    for short, places in _in_order(examined).items():
        first = places[0]
        if first.use.is_explained or short in known or first.use.short in known:
            continue
        if _ROMAN.fullmatch(short) or _is_in_name(first) or _is_plain_word(first, examined):
            continue
        later = any(placed.use.is_explained for placed in places[1:])
        message = f"{short} is not explained where it comes first."
        if later:
            message = f"{short} is explained only after it came first."
        yield Found(message, first.place, None if later else _expansion(examined, first))


def _is_plain_word(placed: _Placed, examined: Examined) -> bool:
    """Whether this may be a word or a place that is merely in capitals."""
    short, language = _one(placed.use.short), examined.item.language
    if any(one.short == short for one in shipped_acronyms(language)):
        return False
    text = placed.at.passage.text
    if is_small_word(short, language) or is_known_place(short, language):
        return True
    if _AFTER.match(text, placed.use.end) or _BEFORE_IT.search(text[: placed.use.start][-40:]):
        return True
    return len(short) > _LONGEST_SPELT and len(_VOWELS.findall(short)) > 1


def _is_in_name(placed: _Placed) -> bool:
    """Whether a short form stands in quotation marks or in the words of a link."""
    passage, use = placed.at.passage, placed.use
    return is_inside(words_shown(passage), use.start, use.end) or links_at(
        passage, use.start, use.end
    )


def _expansion(examined: Examined, first: _Placed) -> Fix | None:
    """Return the fix that explains a short form from the lists; none before a genitive."""
    main = primary(examined.item.language)
    short, text = first.use.short, first.at.passage.text
    article = _article(text, first, main)
    if article is None or text[first.use.end : first.use.end + 1] in {"’", "'", "("}:
        return None
    own = (one for one in examined.style.acronyms if primary(one.language) == main)
    for acronym in (*own, *shipped_acronyms(examined.item.language)):
        if acronym.short == short:
            full = acronym.expansion
            said = f"{article if full[0].isupper() else ''}{full} ({short})"
            return Fix(f"Write “{full} ({short})”", (Change(first.place, Reword(said)),))
    return None


def _article(text: str, first: _Placed, main: str) -> str | None:
    """Return the article to put before the full name; None where its form cannot be known."""
    before = text[max(0, first.use.start - 12) : first.use.start]
    if _ARTICLE[main].search(before) if main in _ARTICLE else False:
        return ""
    if main != "en":
        return None
    if not first.use.start or first.use.start in sentence_starts(text, first.at.passage.language):
        return "The "
    return "the " if _BEFORE_ARTICLE.search(before) else None


def _explained_again(examined: Examined) -> Iterator[Found]:
    for short, places in _in_order(examined).items():
        explained = [one for one in places if one.use.full_start < one.use.start]
        in_body = [one for one in explained if one.at.place.field == "body"]
        for again in in_body[1:]:
            first = in_body[0]
            end = again.use.end + _ends(again)
            place = again.at.place.between(again.use.full_start, end)
            fix = None
            if _full(first).casefold() == _full(again).casefold() and _ends(again):
                fix = Fix(f"Leave {again.use.short}", (Change(place, Reword(again.use.short)),))
            yield Found(f"{short} is explained a second time.", place, fix)


def _full(placed: _Placed) -> str:
    return placed.at.passage.text[placed.use.full_start : placed.use.start - 1].strip()


def _ends(placed: _Placed) -> bool:
    return placed.at.passage.text[placed.use.end : placed.use.end + 1] == ")"


def _explained_for_nothing(examined: Examined) -> Iterator[Found]:
    known = _known(examined)
    said: Counter[str] = Counter()
    for _placed, counts in examined.telling(_said):
        said.update(counts)
    for short, places in _in_order(examined).items():
        only = places[0]
        is_used = len(places) > 1 or only.use.full_start >= only.use.start or not _ends(only)
        if is_used or short in known or said[short] > 1:
            continue
        text = only.at.passage.text
        start = only.use.start - (2 if text[only.use.start - 2] in " \u00a0" else 1)
        place = only.at.place.between(start, only.use.end + 1)
        fix = Fix(f"Leave out ({only.use.short})", (Change(place, Reword("")),))
        yield Found(f"{short} is explained and then never used.", place, fix)


@lru_cache(maxsize=1024)
def _said(passage: Passage) -> Counter[str]:
    """Return the short forms of a passage, also where none is explained: in a headline."""
    return Counter(_one(found.group()) for found in _SHORT.finditer(words_shown(passage)))


RULES = (
    ItemRule(
        id="acronym-unexplained",
        title="Short forms that are not explained",
        group=Group.WORDS,
        level=Level.WARNS,
        find=_unexplained,
        languages=LANGUAGES,
    ),
    ItemRule(
        id="acronym-explained-again",
        title="Short forms explained a second time",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_explained_again,
        languages=LANGUAGES,
    ),
    ItemRule(
        id="acronym-not-used",
        title="Short forms explained and not used",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_explained_for_nothing,
        languages=LANGUAGES,
    ),
)
"""The rules about short forms."""
