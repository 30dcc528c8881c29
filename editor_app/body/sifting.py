"""Python-Markdown's inline patterns, each tried only on words that it can be found in.

Most of a news text is plain words, and the library tries every pattern on all of them, which is
most of its time. A pattern cannot be found where what each of its finds starts with or holds is
missing; what the patterns leave behind while they work holds nothing that they look for.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from types import MappingProxyType

from markdown import Markdown, util
from markdown.treeprocessors import InlineProcessor
from typing_extensions import override

NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "backtick": ("`",),
        "escape": ("\\",),
        "note": ("^[",),
        "span": ("]{",),
        "reference": ("[",),
        "link": ("[",),
        "image_link": ("![",),
        "image_reference": ("![",),
        "short_reference": ("[",),
        "short_image_ref": ("![",),
        "autolink": ("<",),
        "automail": ("<",),
        "linebreak": ("  \n",),
        "html": ("<",),
        "entity": ("&",),
        "em_strong": ("*", "_", "~", "^"),
    }
)
"""The patterns of the profile, in their order, and of what one must be in a text for each."""


class SiftedInlineProcessor(InlineProcessor):
    """Finds what the library's own finds, element by element at the top level."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self._all = self.inlinePatterns
        self._sifted: dict[tuple[str, ...], util.Registry[InlineProcessor]] = {}

    @override
    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        if ancestors or any(child.tail for child in tree):
            self.inlinePatterns = self._all
            return super().run(tree, ancestors)
        alike: dict[tuple[str, ...], ET.Element] = {}
        for child in tree:
            names = _possible("\n\n".join(child.itertext()))
            if names:
                alike.setdefault(names, ET.Element(tree.tag)).append(child)
        for names, elements in alike.items():
            self.inlinePatterns = self._only(names)
            super().run(elements)
        return tree

    def _only(self, names: tuple[str, ...]) -> util.Registry[InlineProcessor]:
        if names not in self._sifted:
            patterns: util.Registry[InlineProcessor] = util.Registry()
            for place, name in enumerate(names):
                patterns.register(self._all[name], name, -place)
            self._sifted[names] = patterns
        return self._sifted[names]


def _possible(text: str) -> tuple[str, ...]:
    """Return the patterns that may be found in text."""
    return tuple(name for name, needed in NEEDED.items() if any(map(text.__contains__, needed)))
