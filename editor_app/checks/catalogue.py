"""All rules in one place."""

from editor_app.checks.rule import Rule
from editor_app.checks.rules import (
    capitals,
    characters,
    cross_heads,
    dashes,
    datelines,
    dates,
    embargo,
    files,
    french,
    headline,
    leftovers,
    link_addresses,
    link_texts,
    numbers,
    photos,
    placeholders,
    quotes,
    repeats,
    spaces,
    standfirst,
    tables,
)

_MODULES: tuple[tuple[Rule, ...], ...] = (
    # One line a module, in the order in which findings of one level are shown.
    headline.RULES,
    standfirst.RULES,
    photos.RULES,
    embargo.RULES,
    dates.RULES,
    datelines.RULES,
    repeats.RULES,
    leftovers.RULES,
    placeholders.RULES,
    cross_heads.RULES,
    tables.RULES,
    link_texts.RULES,
    link_addresses.RULES,
    files.RULES,
    characters.RULES,
    quotes.RULES,
    spaces.RULES,
    french.RULES,
    dashes.RULES,
    numbers.RULES,
    capitals.RULES,
)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module)
"""Every rule, by ids that differ."""
