"""All rules in one place."""

from editor_app.checks.rule import Rule
from editor_app.checks.rules import (
    datelines,
    dates,
    embargo,
    files,
    headline,
    leftovers,
    link_addresses,
    link_texts,
    placeholders,
    repeats,
    standfirst,
)

_MODULES: tuple[tuple[Rule, ...], ...] = (
    # One line a module, in the order in which findings of one level are shown.
    headline.RULES,
    standfirst.RULES,
    embargo.RULES,
    dates.RULES,
    datelines.RULES,
    repeats.RULES,
    leftovers.RULES,
    placeholders.RULES,
    link_texts.RULES,
    link_addresses.RULES,
    files.RULES,
)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module)
"""Every rule, by ids that differ."""
