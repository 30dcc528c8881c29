"""Which quotation marks, dashes and spaces a language is set with. Knows nothing of Qt.

Sources, in the order in which they win:

- French: Lexique des règles typographiques en usage à l'Imprimerie nationale (3rd edition): a thin
  no-break space before ; ! ? and a no-break space before the colon; « » hold spaces that do not
  break, and “ ” stand inside them. Canada: Office québécois de la langue française, Banque de
  dépannage linguistique: a no-break space inside « » and before the colon, none before ; ! ?.
- Switzerland: Bundeskanzlei, Schreibweisungen (German): « », with ‹ › inside.
- Spanish: RAE, Ortografía de la lengua española (2010): « », inside them “ ”, inside those ‘ ’; the
  raya — for asides.
- Russian: Мильчин, Чельцова, Справочник издателя и автора: « », inside them „ “; the long dash.
- German: Duden, Rat für deutsche Rechtschreibung §§ 89-95: „ “ and ‚ ‘; the short dash (DIN 5008).
- Arabic: “ ” as the agencies' own news pages have them.
- All others: Unicode CLDR, ``delimiters``; dashes as in English.

Hebrew and Japanese keep what was typed: a straight mark inside a word is an abbreviation in the
one, and comes from the input method in the other.
"""

# ruff: noqa: RUF001, RUF002 - the marks that look alike are what this is about

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

NO_BREAK = "\u00a0"
THIN = "\u202f"
APOSTROPHE = "’"
_EN_DASH = "–"
_EM_DASH = "—"


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and a closing quotation mark, and the space between them and the words."""

    opening: str
    closing: str
    space: str = ""

    @property
    def is_told_apart(self) -> bool:
        """Whether the two marks differ."""
        return self.opening != self.closing


@dataclass(frozen=True, slots=True, kw_only=True)
class Punctuation:
    """How a language is set.

    ``nested`` takes the place of ``double`` inside of it; ``single`` is what a straight
    apostrophe stands for where it is not one. ``spaces`` says what stands before a mark.
    ``elided`` are words that an apostrophe begins. In a language ``without_gaps`` a quotation
    may begin right after a letter.
    """

    double: Pair | None = None
    nested: Pair | None = None
    single: Pair | None = None
    dash: str = _EN_DASH
    long_dash: str = _EM_DASH
    ellipsis: str = "…"
    spaces: Mapping[str, str] = field(default_factory=dict)
    elided: frozenset[str] = frozenset()
    without_gaps: bool = False

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Return all pairs of quotation marks."""
        return tuple(pair for pair in (self.double, self.nested, self.single) if pair is not None)


def _set(double: str = "", *, nested: str = "", single: str = "") -> Punctuation:
    """Return the punctuation with these marks, each two letters, and everything else as usual."""
    return Punctuation(
        double=Pair(*double) if double else None,
        nested=Pair(*nested) if nested else None,
        single=Pair(*single) if single else None,
    )


@cache
def _languages() -> Mapping[str, Punctuation]:
    return MappingProxyType({**_by_country_rules(), **_by_cldr()})


def _by_country_rules() -> dict[str, Punctuation]:
    french = Punctuation(
        double=Pair("«", "»", THIN),
        nested=Pair("“", "”"),
        spaces={";": THIN, "!": THIN, "?": THIN, ":": NO_BREAK},
    )
    elided = frozenset({"tis", "twas", "twere", "twill", "em", "til"})
    return {
        "en": replace(_set("“”", single="‘’"), elided=elided),
        "fr": french,
        "fr-ca": replace(
            french,
            double=Pair("«", "»", NO_BREAK),
            spaces={":": NO_BREAK},
        ),
        "fr-ch": replace(french, nested=Pair("‹", "›")),
        "de": replace(_set("„“", single="‚‘"), long_dash=_EN_DASH),
        "de-ch": replace(_set("«»", nested="‹›"), long_dash=_EN_DASH),
        "es": replace(_set("«»", nested="“”", single="‘’"), dash=_EM_DASH),
        "ru": replace(_set("«»", nested="„“"), dash=_EM_DASH),
        "ar": _set("“”", single="‘’"),
        "zh": replace(_set("“”", single="‘’"), dash="——", ellipsis="……", without_gaps=True),
        "he": Punctuation(),
        "ja": Punctuation(dash="――", ellipsis="……"),
    }


def _by_cldr() -> dict[str, Punctuation]:
    curly = _set("“”", single="‘’")
    angled = _set("«»", nested="“”")
    low = _set("„“", single="‚‘")
    same = _set("””")
    eastern = _set("«»", nested="„“")
    low_high = _set("„”", nested="«»")
    return {
        **dict.fromkeys(("af", "az", "cy", "da", "ga", "gl", "hi", "id", "ko", "lv"), curly),
        **dict.fromkeys(("mt", "nl", "ps", "ckb", "pt", "so", "sq", "sw", "th"), curly),
        **dict.fromkeys(("tl", "tr", "ur", "vi"), curly),
        **dict.fromkeys(("ca", "el", "eu", "it", "kk", "pt-pt"), angled),
        **dict.fromkeys(("cs", "hr", "is", "mk", "sk", "sl"), low),
        **dict.fromkeys(("fi", "sv"), same),
        **dict.fromkeys(("be", "uk"), replace(eastern, dash=_EM_DASH)),
        **dict.fromkeys(("pl", "ro"), low_high),
        **dict.fromkeys(("nb", "nn", "no"), _set("«»", single="‘’")),
        **dict.fromkeys(("am", "fa"), _set("«»", nested="‹›")),
        **dict.fromkeys(("bg", "et", "lt"), _set("„“")),
        **dict.fromkeys(("bs",), _set("„”", single="‘’")),
        **dict.fromkeys(("hu",), _set("„”", nested="»«")),
        **dict.fromkeys(("hy",), _set("«»")),
        **dict.fromkeys(("it-ch",), _set("«»", nested="‹›")),
        **dict.fromkeys(("ka",), _set("„“", nested="«»")),
        **dict.fromkeys(("sr",), _set("„”")),
    }


def known_languages() -> tuple[str, ...]:
    """Return the languages, and languages of a country, that have rules of their own."""
    return tuple(_languages())


def punctuation_of(language: str) -> Punctuation:
    """Return how a language is set, by its BCP 47 tag; English where it is not known."""
    first, *others = language.replace("_", "-").lower().split("-")
    known = _languages()
    of_country = known.get(f"{first}-{others[-1]}") if others else None
    return of_country or known.get(first) or known["en"]
