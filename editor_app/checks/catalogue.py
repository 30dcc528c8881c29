"""All rules in one place."""

import hashlib
import json

from editor_app import __version__
from editor_app.checks.finding import Level
from editor_app.checks.rule import Rule
from editor_app.checks.rules import (
    acronyms,
    articles,
    boilerplates,
    capitals,
    characters,
    consistency,
    contacts,
    cross_heads,
    dashes,
    datelines,
    dates,
    donors,
    doubled,
    elsewhere,
    embargo,
    files,
    french,
    headline,
    inclusive_forms,
    languages,
    leftovers,
    link_addresses,
    link_texts,
    numbers,
    personal,
    photos,
    placeholders,
    quotations,
    quotes,
    repeats,
    sentences,
    slugs,
    spaces,
    spelling,
    standfirst,
    tables,
    terms,
    topics,
    versions,
)
from editor_app.model.fields import record_fields
from editor_app.model.house_style import HouseStyle

_MODULES: tuple[tuple[Rule, ...], ...] = (
    # One line a module, in the order in which findings of one level are shown.
    headline.RULES,
    standfirst.RULES,
    photos.RULES,
    embargo.RULES,
    dates.RULES,
    datelines.RULES,
    repeats.RULES,
    elsewhere.RULES,
    leftovers.RULES,
    placeholders.RULES,
    cross_heads.RULES,
    tables.RULES,
    link_texts.RULES,
    link_addresses.RULES,
    files.RULES,
    donors.RULES,
    contacts.RULES,
    boilerplates.RULES,
    topics.RULES,
    slugs.RULES,
    versions.RULES,
    personal.RULES,
    characters.RULES,
    quotes.RULES,
    spaces.RULES,
    french.RULES,
    dashes.RULES,
    numbers.RULES,
    capitals.RULES,
    terms.RULES,
    acronyms.RULES,
    consistency.RULES,
    quotations.RULES,
    spelling.RULES,
    doubled.RULES,
    articles.RULES,
    inclusive_forms.RULES,
    languages.RULES,
    sentences.RULES,
)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module)
"""Every rule, by ids that differ."""


def rules_mark(style: HouseStyle) -> str:
    """Return a name for what these rules find in a house: another one, other findings."""
    said = json.dumps([__version__, sorted(rule.id for rule in RULES), record_fields(style)])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def blocking_rules(style: HouseStyle) -> tuple[Rule, ...]:
    """Return the rules whose findings keep an item from going out in a house."""
    return tuple(rule for rule in RULES if (style.level_of(rule.id) or rule.level) == Level.BLOCKS)
