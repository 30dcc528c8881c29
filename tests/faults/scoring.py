"""What became of a place whose process was killed: opened again with the product's own code."""

import hashlib
import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from editor_app import clock
from editor_app.errors import EditorError
from editor_app.export.kit import ExportOptions, export_items
from editor_app.export.manifest import NAME, read_manifest
from editor_app.export.staging import STAGING_NAME
from editor_app.model.fields import checksum
from editor_app.store.backups.archive import manifest_of, opened, proven_parts
from editor_app.store.backups.keeping import BACKUPS_NAME, backups_in
from editor_app.store.backups.restoring import restore
from editor_app.store.files import TEMPORARY
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify
from tests.faults.phases import finished
from tests.faults.places import whole_lines

_WORD = re.compile(r"w(\d{5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found, in sentences: lost words, half results, starts that needed a hand.

    ``waits`` says that an export had to be finished by the next one, which did so. ``seconds`` is
    how much typing was lost that was not acknowledged.
    """

    lost: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    hand: tuple[str, ...] = ()
    waits: bool = False
    seconds: float = 0.0

    @property
    def is_clean(self):
        """Whether nothing was found."""
        return not (self.lost or self.half or self.hand)


def score(place, *, killed_at):
    """Open a place as a user would, and say what became of what was promised there."""
    lost, half, hand = [], [], []
    seconds = 0.0
    waits = (place.site / STAGING_NAME / "journal.json").exists()
    if not waits:
        half += unlike_manifest(place.site)
    try:
        with Library.open(place.library, clock=clock.now) as library:
            lost += lost_words(library, place)
            lost += lost_photos(library, place)
            hand += verify(library).problems
            half += half_state(library, place)
            half += half_exports(library, place)
            half += half_backups(library, place)
            seconds, late = lost_typing(library, place, killed_at)
            lost += late
            hand += _left_over(place)
    except EditorError as error:
        hand.append(f"{type(error).__name__}: {error}")
    found = {"lost": tuple(lost), "half": tuple(half), "hand": tuple(hand)}
    return Score(**found, waits=waits, seconds=seconds)


# ------------------------------------------------------------ words


def lost_words(library, place, *, compares=True):
    """Return what was said to be saved and is not there, byte for byte."""
    lost = []
    for said in whole_lines(place.acknowledged):
        name = f"{said['op']} {said['item']} version {said['version']}"
        try:
            kept = library.history.get(said["item"], said["version"])
            newest = library.items.get(said["item"])
        except EditorError as error:
            lost.append(f"{name}: {error}")
            continue
        if compares and checksum(kept) != said["sha256"]:
            lost.append(f"{name}: other words")
        if newest.version < said["version"]:
            lost.append(f"{name}: the item is at version {newest.version}")
    return lost + [
        f"imported {said['item']}"
        for said in place.noted("item")
        if library.items.get(said["item"]).version < said["version"]
    ]


def lost_typing(library, place, killed_at):
    """Return how many seconds of typing are gone, and what is gone although all was closed."""
    typed = {said["word"]: said["at"] for said in place.noted("word")}
    texts = [
        f"{item.headline} {item.body}"
        for item in library.items.get_many(library.items.ids(ItemQuery()))
    ]
    kept = {int(number) for text in texts for number in _WORD.findall(text)}
    gone = [number for number in typed if number not in kept]
    if not gone:
        return 0.0, []
    late = [f"word {gone[0]} was typed before all was closed"] if place.noted("closed") else []
    return max(0.0, killed_at - typed[gone[0]]), late


def lost_photos(library, place):
    """Return the photos that were taken in and are not there."""
    lost = []
    for said in place.noted("photo"):
        try:
            library.photos.data(said["photo"])
        except EditorError as error:
            lost.append(str(error))
    return lost


def state_of(library):
    """Return what a library holds: items with versions and checksums."""
    items = library.items.ids(ItemQuery()) + library.items.ids(ItemQuery(is_trashed=True))
    return sorted(
        [item.id, item.version, checksum(item)] for item in library.items.get_many(sorted(items))
    )


def half_state(library, place):
    """Return a complaint where the library holds none of the states that it may hold."""
    if not place.states.exists():
        return []
    allowed = json.loads(place.states.read_text())
    return [] if state_of(library) in allowed else ["the library holds a mixture"]


# ------------------------------------------------------------ exports


def unlike_manifest(site):
    """Return how a folder differs from what its manifest says."""
    there = {
        path.relative_to(site).as_posix(): path
        for path in site.rglob("*")
        if path.is_file() and STAGING_NAME not in path.parts
    }
    said = read_manifest(site).files if NAME in there else {}
    wrong = [f"{path} is not in the manifest" for path in there if path not in {*said, NAME}]
    for path, entry in said.items():
        if path not in there:
            wrong.append(f"{path} is missing")
        elif hashlib.sha256(there[path].read_bytes()).hexdigest() != entry.sha256:
            wrong.append(f"{path} is another version")
    return wrong


def half_exports(library, place):
    """Export once more, as the user would, and return what is not as the manifest says then."""
    if not place.site.exists():
        return []
    options = ExportOptions(force_reason="a test")
    try:
        report = finished(
            export_items(library, None, to=place.site, options=options, clock=clock.now)
        )
    except EditorError as error:
        return [f"the next export: {error}"]
    left = [f"{path} was left as another's" for path in report.left]
    if (place.site / STAGING_NAME).exists():
        left.append("the folder of preparation is still there")
    return unlike_manifest(place.site) + left


# ------------------------------------------------------------ backups


def half_backups(library, place):
    """Return the backups that are not whole, those that are gone, and a newest that is no use."""
    own = place.library / BACKUPS_NAME
    found = [one.path for one in (*backups_in(own), *backups_in(place.copies))]
    noted = [Path(said["backup"]) for said in place.noted("backup")]
    wrong = [f"{path.name} is gone" for path in noted if path not in found]
    for path in found:
        try:
            with opened(path) as archive:
                manifest = manifest_of(archive)
                list(proven_parts(archive, manifest.files))
        except EditorError as error:
            wrong.append(str(error))
    if noted and found:
        wrong += _useless(max(found, key=lambda path: path.name.rsplit("-", 2)[1:]))
    return wrong


def _useless(newest):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "library"
        try:
            restore(folder, newest, clock=clock.now)
            with Library.open(folder, clock=clock.now) as again:
                return [f"{newest.name}: {problem}" for problem in verify(again).problems]
        except EditorError as error:
            return [f"{newest.name}: {error}"]


def _left_over(place):
    """Return what an earlier process left unfinished and nobody took away."""
    return [
        f"{path.relative_to(place.folder)} was left over"
        for path in place.library.rglob(f"{TEMPORARY}*")
    ]
