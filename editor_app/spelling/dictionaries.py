"""Which dictionaries there are, and which one serves a language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

Dictionaries = Mapping[str, "Dictionary"]

_TAG = re.compile(
    r"[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?:[-_]\w{4,8})*",
    re.ASCII | re.IGNORECASE,
)
_SCRIPT, _REGION, _NUMBERED = 4, 2, 3
_FIRST_CHOICE = {"en": "en-GB", "pt": "pt-PT", "zh": "zh-Hans"}
_STANDS_ALONE = frozenset({"en-US"})
"""Spelt so differently from the rest of the language that no other dictionary will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """A word list in the Hunspell form: two files of one name in a folder."""

    tag: str
    folder: Path
    name: str

    @property
    def affixes(self) -> Path:
        """Return the file of endings and rules."""
        return self.folder / f"{self.name}.aff"

    @property
    def words(self) -> Path:
        """Return the file of words."""
        return self.folder / f"{self.name}.dic"


def find_dictionaries(folders: Iterable[Path]) -> dict[str, Dictionary]:
    """Return the dictionaries in folders and in their folders, by language tag.

    Where two serve one language, that of the earlier folder is taken.
    """
    found: dict[str, Dictionary] = {}
    for folder in folders:
        for affixes in sorted([*folder.glob("*.aff"), *folder.glob("*/*.aff")]):
            tag = language_tag(affixes.stem)
            if tag and affixes.with_suffix(".dic").is_file():
                found.setdefault(tag, Dictionary(tag=tag, folder=affixes.parent, name=affixes.stem))
    return found


def folder_of_hunspell() -> Path:
    """Return the folder of the American word list that comes with Hunspell's own package."""
    spec = find_spec("hunspell")
    origin = spec.origin if spec is not None else None
    return Path(origin or ".").parent / "dictionaries"


def language_tag(name: str) -> str:
    """Return a BCP 47 tag in its usual letters (``en_gb`` is ``en-GB``), "" for other words."""
    if not _TAG.fullmatch(name):
        return ""
    language, *rest = re.split("[-_]", name)
    return "-".join([language.lower(), *map(_subtag, rest)])


def best_dictionary(tag: str, dictionaries: Dictionaries) -> Dictionary | None:
    """Return the dictionary for a language: its own, or the nearest that does not mislead."""
    wanted = language_tag(tag)
    parts = wanted.split("-") if wanted else []
    while parts:
        if (found := dictionaries.get("-".join(parts))) is not None:
            return found
        if "-".join(parts) in _STANDS_ALONE:
            return None
        parts.pop()
    return _relative(wanted, dictionaries) if wanted else None


def _relative(wanted: str, dictionaries: Dictionaries) -> Dictionary | None:
    """Return a dictionary for another country of the same language and script."""
    language = wanted.partition("-")[0]
    first = dictionaries.get(_FIRST_CHOICE.get(language, ""))
    others = (
        dictionaries[tag]
        for tag in sorted(dictionaries)
        if tag.partition("-")[0] == language and tag not in _STANDS_ALONE
    )
    for found in (first, *others):
        if found is not None and _script(found.tag) == _script(wanted):
            return found
    return None


def _script(tag: str) -> str:
    return next((part for part in tag.split("-")[1:] if len(part) == _SCRIPT), "")


def _subtag(part: str) -> str:
    if len(part) == _REGION or (len(part) == _NUMBERED and part.isdigit()):
        return part.upper()
    return part.title() if len(part) == _SCRIPT and part.isalpha() else part.lower()
