"""What is found after a fault: is anything lost, mixed or half, does the next start need a hand?"""

import json
import re
from dataclasses import dataclass, field

from editor_app.errors import EditorError
from editor_app.export.staging import STAGING_NAME
from editor_app.model.fields import checksum
from editor_app.store.backups.archive import manifest_of, opened, proven_parts
from editor_app.store.errors import StoreError
from editor_app.store.library import Library
from editor_app.store.verify import verify
from tests.faults.ground import Contents, clock_at

KINDS = ("lost", "mixed", "half", "hand", "unsaid", "stray")
_SENTENCE = re.compile(r"[A-Z“/].*[.?!”]", re.DOTALL)
_NO_WORDS = re.compile(r"Errno|Traceback|\wError\b|0x[0-9a-f]|sqlite|\n")


@dataclass(frozen=True)
class Reference:
    """What a job starts from and what it comes to when nothing goes wrong."""

    old: Contents
    new: Contents
    old_site: dict
    new_site: dict
    kinds: str  # of the file operations, a letter each
    readings: int
    words: dict = field(default_factory=dict)  # of each item: every checksum it may have


def contents_of(ground):
    """Return all words in a library that nobody has open."""
    with Library.open(ground.library, clock=clock_at(7)) as library:
        return Contents.of(library)


def words_in(*contents):
    """Return for each item the checksums of all words that it ever had."""
    known = {}
    for one in contents:
        for item, versions in one.versions.items():
            known.setdefault(item, set()).update(versions.values())
    return known


def files_in(folder):
    """Return the visible files of an export with their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and STAGING_NAME not in path.parts
    }


def promised(ground):
    """Return what was said to be saved: item, version, checksum."""
    if not ground.log.exists():
        return []
    lines = ground.log.read_text(encoding="utf-8").splitlines()
    return [(line["item"], line["version"], line["sha256"]) for line in map(json.loads, lines)]


def judge(ground, job, reference):
    """Yield what is wrong on a ground after a fault, as kind and sentence."""
    yield from _judge_site(ground, reference)
    yield from _judge_backups(ground)
    try:
        with Library.open(ground.library, clock=clock_at(7)) as library:
            yield from _judge_library(ground, library, job, reference)
    except (EditorError, OSError, ArithmeticError, LookupError, TypeError) as error:
        yield "hand", f"the next start: {error!r}"
        return
    try:
        if not (job.is_toggle and contents_of(ground) == reference.new):
            job.work(ground)
        after = contents_of(ground)
    except (EditorError, OSError, ValueError, LookupError, TypeError) as error:
        yield "hand", f"the same work again: {error!r}"
        return
    if after.items != reference.new.items or after.house != reference.new.house:
        yield "hand", "the same work again comes to something else"
    if files_in(ground.site) != reference.new_site:
        yield "half", "the same work again leaves another export"
    yield from _strays(ground)


def judge_words(said):
    """Yield what is wrong with what a process said of a fault that it survived."""
    if said.get("bug"):
        yield "unsaid", said["bug"]
    if said.get("again"):
        yield "hand", f"once the fault is gone: {said['again']}"
    message = said.get("message", "")
    if message and (not _SENTENCE.fullmatch(message) or _NO_WORDS.search(message)):
        yield "unsaid", f"no sentence: {message}"


def _judge_site(ground, reference):
    there = files_in(ground.site)
    if there in (reference.old_site, reference.new_site):
        return
    if not (ground.site / STAGING_NAME / "journal.json").exists():
        yield "half", "an export that is neither the old nor the new one"
    for name, data in there.items():
        if data not in (reference.old_site.get(name), reference.new_site.get(name)):
            yield "half", f"{name} is torn"


def _judge_backups(ground):
    for place in (ground.usb, ground.library / "backups"):
        for path in place.glob("[!.]*.zip"):
            try:
                with opened(path) as archive:
                    list(proven_parts(archive, manifest_of(archive).files))
            except EditorError as error:
                yield "half", f"the backup {path.name}: {error.message}"


def _judge_library(ground, library, job, reference):
    for problem in verify(library).problems:
        if "is not on record" not in problem:  # a photo whose row never came: harmless
            yield "mixed", problem
    now = Contents.of(library)
    if not job.is_swap:
        yield from _judge_items(ground, library, now, reference)
    elif now not in (reference.old, reference.new):
        yield "mixed", "the library is neither the old nor the new one"


def _judge_items(ground, library, now, reference):
    for item, version, sha256 in promised(ground):
        try:
            if checksum(library.history.get(item, version)) != sha256:
                yield "lost", f"version {version} of {item} has other words"
        except StoreError as error:
            yield "lost", f"version {version} of {item}: {error.message}"
    for item in reference.old.items.keys() - now.items.keys():
        yield "lost", f"the item {item} is gone"
    for item, versions in now.versions.items():
        if strange := set(versions.values()) - reference.words.get(item, set()):
            yield "mixed", f"{item} says what nobody wrote: {strange}"
    if now.house not in (reference.old.house, reference.new.house):
        yield "mixed", "the house style is another one"


def _strays(ground):
    for path in sorted(ground.faulted.rglob("*")):
        name = path.name
        if ground.usb in path.parents:
            continue  # others may be at work there: swept a day later
        if name.startswith(".standfirst-") or name.endswith((".part", "-journal", "library.open")):
            yield "stray", path.relative_to(ground.faulted).as_posix()
