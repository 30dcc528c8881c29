"""How the house writes: limits, spelling, marks, dates, names, and what an item must have.

Plain frozen records of plain values, which JSON can carry (see `editor_app.model.fields`). Every
value has a sensible default: nothing must be set before the first item.
"""

from dataclasses import dataclass

from editor_app.model import limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long or small things may be; texts in characters as a reader counts them."""

    headline: int = limits.HEADLINE
    short_headline: int = limits.SHORT_HEADLINE
    standfirst_least: int = 60
    standfirst: int = 300
    summary: int = limits.SUMMARY
    slug: int = limits.SLUG
    photo_width: int = limits.PHOTO_WIDTH  # pixels
    link_text: int = 100
    sentence_words: int = 30
    sentence_words_de: int = 25
    first_sentence_words: int = 35
    paragraph_words: int = 100
    words_without_cross_head: int = 400
    quotation_sentences: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLevel:
    """Another level for a rule than its own: ``blocks``, ``warns``, ``hints`` or ``off``."""

    rule: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationMarks:
    """The house's own quotation marks for a language; each of outer and inner is two marks.

    ``language`` is a BCP 47 tag; the marks stand with the spaces that belong inside them.
    """

    language: str
    outer: tuple[str, str]
    inner: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePattern:
    """How dates are written in a language, as a CLDR pattern: ``d MMMM y``."""

    language: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that the house does not use, and what it says instead.

    A form may end in ``*`` for any ending. ``reason`` and ``source`` are shown with the finding.
    """

    language: str
    forms: tuple[str, ...]
    suggestion: str = ""
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym:
    """A short form that the house knows, and what it stands for in a language."""

    short: str
    language: str
    expansion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """A text that stands under items of some content types, and its older wordings."""

    language: str
    text: str
    older: tuple[str, ...] = ()
    content_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an item of a content type must have, by the names of its fields (``contacts``)."""

    content_type: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The settings that the checks read.

    ``ise_or_ize`` is ``ise``, ``ize`` or empty where both may stand, but not in one item.
    ``percent`` is ``%``, the words (``per cent``), or empty where both may. ``dateline`` is the
    pattern of a dateline, in which ``{PLACE}``, ``{Place}`` and ``{date}`` stand for what changes;
    a place in capitals is ``{PLACE}``. ``hosts`` are the house's own web hosts, ``staging_hosts``
    those that readers cannot reach. ``allowed_acronyms`` need no expansion.
    """

    limits: Limits = Limits()
    levels: tuple[RuleLevel, ...] = ()
    ise_or_ize: str = ""
    percent: str = ""
    quotation_marks: tuple[QuotationMarks, ...] = ()
    date_patterns: tuple[DatePattern, ...] = ()
    dateline: str = "{PLACE}, {date} \u2013 "
    allowed_acronyms: tuple[str, ...] = (
        *("EU", "UN", "UK", "US", "USA", "UAE", "NGO", "COVID-19", "PDF", "TV", "ID", "CEO", "HIV"),
        *("SMS", "GPS", "IT", "AIDS", "NATO", "UNESCO", "UNICEF", "BBC", "CNN", "HTML", "CV"),
    )
    acronyms: tuple[Acronym, ...] = ()
    terms: tuple[Term, ...] = ()
    official_names: tuple[Term, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    hosts: tuple[str, ...] = ()
    staging_hosts: tuple[str, ...] = ()
    needs: tuple[Need, ...] = (Need(content_type="press release", fields=("contacts",)),)
    title_case_headlines: bool = False

    def level_of(self, rule: str) -> str:
        """Return the level that the house gives a rule; empty where it has the rule's own."""
        return next((chosen.level for chosen in self.levels if chosen.rule == rule), "")
