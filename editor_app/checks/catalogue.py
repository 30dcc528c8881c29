"""All rules in one place."""

from editor_app.checks.rule import Rule

_MODULES: tuple[tuple[Rule, ...], ...] = (
    # One line a module, in the order in which findings of one level are shown.
)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module)
"""Every rule, by ids that differ."""
