"""Taking in a dictionary from a file of the user's: an .oxt package, or an .aff and its .dic."""

import lzma
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring

from editor_app.spelling.dictionaries import Dictionary, language_tag
from editor_app.spelling.errors import BadDictionaryError, SpellerStoppedError
from editor_app.spelling.reencoding import NotReadableError, in_utf8
from editor_app.spelling.speller import Speller

MOST_BYTES = 48 << 20
"""Bytes of the largest word list that is taken in; the largest known has 20 million."""

_MOST_ENTRIES = 2000
_MOST_PACKAGE = 100 << 20
_TRIED = 40  # words of a list that are looked up in it, to see whether it works at all
_VALUE = "{http://openoffice.org/2001/registry}name"
_NO_PACKAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_PACKAGES = frozenset({".oxt", ".zip", ".xpi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A dictionary as it lies in the user's file."""

    tag: str
    affixes: bytes
    words: bytes


def install(file: Path, folder: Path) -> tuple[Dictionary, ...]:
    """Put the dictionaries of a file into a folder, in UTF-8, and return them.

    A dictionary for the same language that is there already is replaced.

    Raises:
        BadDictionaryError: the file is no dictionary, or a broken one; nothing was changed.
    """
    try:
        is_package = file.suffix.lower() in _PACKAGES
        found = list(_in_package(file)) if is_package else [_pair(file)]
        if not found:
            raise BadDictionaryError(file, "it holds no dictionary for spelling.")
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as scratch:
            fresh = [_prepared(one, Path(scratch) / one.tag, file) for one in found]
            return tuple(_put(one, folder) for one in fresh)
    except OSError as error:
        raise BadDictionaryError(file, f"{error.strerror or 'it cannot be read'}.") from error


def _pair(file: Path) -> _Found:
    affixes, words = file.with_suffix(".aff"), file.with_suffix(".dic")
    tag = language_tag(file.stem)
    if file.suffix.lower() not in {".aff", ".dic"} or not tag:
        raise BadDictionaryError(file, "its name is not that of a language, such as de-AT.aff.")
    for other in (affixes, words):
        if not other.is_file():
            raise BadDictionaryError(file, f"there is no “{other.name}” beside it.")
        if other.stat().st_size > MOST_BYTES:
            raise BadDictionaryError(file, "it is too large to be a dictionary.")
    return _Found(tag=tag, affixes=affixes.read_bytes(), words=words.read_bytes())


# ---------------------------------------------------------------- packages


def _in_package(file: Path) -> Iterator[_Found]:
    if file.stat().st_size > _MOST_PACKAGE:
        raise BadDictionaryError(file, "it is too large to be a dictionary.")
    try:
        with zipfile.ZipFile(file) as package:
            names = _safe_names(package, file)
            left = MOST_BYTES
            for tag, name in _pairs(package, names).items():
                data = []
                for suffix in (".aff", ".dic"):
                    entry = PurePosixPath(name).with_suffix(suffix).as_posix()
                    data.append(_read(package, entry, left))
                    left -= len(data[-1])
                    if left < 0:
                        raise BadDictionaryError(file, "it is too large to be a dictionary.")
                yield _Found(tag=tag, affixes=data[0], words=data[1])
    except (*_NO_PACKAGE, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadDictionaryError(file, "it is no package, or a damaged one.") from error


def _safe_names(package: zipfile.ZipFile, file: Path) -> frozenset[str]:
    names = package.namelist()
    if len(names) > _MOST_ENTRIES:
        raise BadDictionaryError(file, "it holds too many files to be a dictionary.")
    for name in names:
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in name:
            raise BadDictionaryError(file, "it names a place outside of itself.")
    return frozenset(names)


def _pairs(package: zipfile.ZipFile, names: frozenset[str]) -> dict[str, str]:
    """Return the affix files of a package that have a word list, by language: the first of each."""
    languages = _languages(package, names)
    found: dict[str, str] = {}
    for name in sorted(names):
        path = PurePosixPath(name)
        tag = languages.get(name) or language_tag(path.stem)
        if path.suffix == ".aff" and tag and path.with_suffix(".dic").as_posix() in names:
            found.setdefault(tag, name)
    return found


def _read(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a file, or one byte too many: what a package says of sizes is not believed."""
    with package.open(name) as entry:
        return entry.read(most + 1)


def _languages(package: zipfile.ZipFile, names: frozenset[str]) -> dict[str, str]:
    """Return the language tag of each affix file, as the package's own list gives it."""
    try:
        with package.open("dictionaries.xcu") as entry:
            data = entry.read(1 << 20)
        root = fromstring(data)
    except (ParseError, LookupError, ValueError):  # none, or none that can be read
        return {}
    found: dict[str, str] = {}
    for node in root.iter("node"):
        said = {
            prop.get(_VALUE, ""): " ".join(prop.itertext()).split() for prop in node.findall("prop")
        }
        tags = [tag for name in said.get("Locales", []) if (tag := language_tag(name))]
        if said.get("Format") != ["DICT_SPELL"] or not tags:
            continue
        for place in said.get("Locations", []):
            name = place.replace("%origin%/", "").removeprefix("./")
            if name in names:
                found[name] = _common(tags)
    return found


def _common(tags: list[str]) -> str:
    """Return the tag that stands for all: the language where there is more than one country."""
    languages = {tag.partition("-")[0] for tag in tags}
    return languages.pop() if len(tags) > 1 and len(languages) == 1 else tags[0]


# ---------------------------------------------------------------- putting it in its place


def _prepared(found: _Found, folder: Path, file: Path) -> Dictionary:
    """Return a dictionary, tried and in UTF-8, in a folder of its own."""
    try:
        affixes, words = in_utf8(found.affixes, found.words)
    except NotReadableError as error:
        raise BadDictionaryError(file, str(error)) from error
    folder.mkdir()
    fresh = Dictionary(tag=found.tag, folder=folder, name=found.tag)
    fresh.affixes.write_bytes(affixes)
    fresh.words.write_bytes(words)
    if not _works(fresh, words.decode()):
        raise BadDictionaryError(file, "it does not know its own words.")
    return fresh


def _put(fresh: Dictionary, folder: Path) -> Dictionary:
    place = folder / fresh.tag
    if place.exists():
        shutil.rmtree(place)
    fresh.folder.replace(place)
    return Dictionary(tag=fresh.tag, folder=place, name=fresh.name)


def _works(dictionary: Dictionary, listed: str) -> bool:
    """Whether a dictionary can be loaded, knows most of its words, and not just any word."""
    lines = listed.lstrip().split("\n")[1:]
    words = [word for line in lines if (word := line.partition("/")[0].strip()).isalpha()]
    tried = words[:: max(1, len(words) // _TRIED)][:_TRIED]
    nonsense = "".join(dict.fromkeys("".join(tried).lower()))[:_TRIED]
    speller = Speller()
    try:
        wrong = speller.wrong_parts([*tried, nonsense], dictionary)
    except SpellerStoppedError:
        return False
    finally:
        speller.close()
    unknown = sum(bool(wrong[word]) for word in tried)
    return bool(tried) and bool(wrong[nonsense]) and unknown <= len(tried) // 2
