"""The block of YAML above a Markdown text, read as plain words and within limits."""

import re
from typing import Any

import yaml

_BLOCK = re.compile(
    r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_MOST_CHARACTERS = 64 * 1024
_MOST_BRACKETS = 300
_MOST_VALUES = 2_000
_MOST_ALIASES = 20
_DEEPEST = 12


class FrontMatterError(Exception):
    """Front matter that cannot or must not be read; its words stay with the caller."""


def split_front_matter(text: str) -> tuple[str, str]:
    """Return the YAML above a text and the text; the YAML is empty where there is none."""
    found = _BLOCK.match(text)
    if not found or ":" not in found["yaml"]:
        return "", text
    return found["yaml"], text[found.end() :]


def read_front_matter(source: str) -> dict[str, Any]:
    """Return what YAML says as texts, lists and mappings.

    No value is turned into anything but text: ``NO`` is Norway and not false, and 2015-02-31 is
    a date that the author has to hear about.

    Raises:
        FrontMatterError: it is no YAML, no mapping, or larger than front matter ever is.
    """
    # PyYAML takes seconds for some thousand open brackets.
    brackets = source.count("[") + source.count("{")
    if len(source) > _MOST_CHARACTERS or brackets > _MOST_BRACKETS:
        message = "it is too large"
        raise FrontMatterError(message)
    try:
        _refuse_aliases(source)
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        message = f"line {line} is not YAML"
        raise FrontMatterError(message) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        message = "it is not YAML"
        raise FrontMatterError(message) from error
    if not isinstance(node, yaml.MappingNode):
        message = "it is no list of names and values"
        raise FrontMatterError(message)
    value = _Reader().value(node, depth=0)
    return value if isinstance(value, dict) else {}


def _refuse_aliases(source: str) -> None:
    aliases = 0
    for event in yaml.parse(source, Loader=yaml.SafeLoader):
        aliases += isinstance(event, yaml.AliasEvent)
        if aliases > _MOST_ALIASES:
            message = "it points at itself too often"
            raise FrontMatterError(message)


class _Reader:
    """Turns nodes into values, counting them: aliases can make much out of little."""

    def __init__(self) -> None:
        self._count = 0

    def value(self, node: yaml.Node, *, depth: int) -> Any:
        self._count += 1
        if self._count > _MOST_VALUES or depth > _DEEPEST:
            message = "it holds too much"
            raise FrontMatterError(message)
        if isinstance(node, yaml.MappingNode):
            return {
                str(self.value(name, depth=depth + 1)): self.value(said, depth=depth + 1)
                for name, said in node.value
            }
        if isinstance(node, yaml.SequenceNode):
            return [self.value(one, depth=depth + 1) for one in node.value]
        is_null = node.tag == "tag:yaml.org,2002:null"
        return "" if is_null else str(node.value)
