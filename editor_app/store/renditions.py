"""Copies of photos that were made before, so that a photo need not be decoded again."""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from queue import SimpleQueue
from tempfile import mkstemp

from editor_app.media.photo import Photo
from editor_app.media.recipes import Recipe, key, small_recipe
from editor_app.media.rendition import Each, make_renditions
from editor_app.model.photo_words import PhotoWords
from editor_app.store.errors import PhotoDamagedError, PhotoMissingError
from editor_app.store.files import TEMPORARY
from editor_app.store.photos import PhotoStore

CACHE_NAME = "cache"
_FOLDER = "renditions"
_MOST_BYTES = 4 * 1024**3
_FOLDS = 256  # folders, by the first two digits of the photo's SHA-256
_LARGE = 60_000_000  # bytes of decoded pixels; several such photos are not decoded at once
_CHECKED = 32  # bytes of SHA-256 before the copy itself


class Renditions:
    """The copies of a library's photos, made when they are first asked for. Only a cache.

    What comes out is what was put in, or made anew: a damaged file counts as absent. Removing
    all of it costs time and nothing else, and a folder that cannot be written is no failure. The
    oldest go when it grows too large. May be used by many threads at once, of which one at a time
    decodes a large photo.
    """

    def __init__(self, folder: Path, photos: PhotoStore, *, most_bytes: int = _MOST_BYTES) -> None:
        self._folder = folder / CACHE_NAME / _FOLDER
        self._photos = photos
        self._most_in_fold = most_bytes // _FOLDS
        self._decoded: list[str] = []
        self._turn: SimpleQueue[None] = SimpleQueue()  # holds one thing: the right to go on
        self._turn.put(None)

    @property
    def decoded(self) -> int:
        """How many times a photo was decoded for want of a copy."""
        return len(self._decoded)

    def get(
        self, photo: Photo, recipes: Iterable[Recipe], *, each: Each = map
    ) -> dict[Recipe, bytes]:
        """Return the copies that recipes ask for; those that are missing are made at once.

        Raises:
            PhotoMissingError: the photo's file is not there.
            PhotoDamagedError: the photo's file is not what was added.
            PhotoRefusedError: the photo cannot be decoded.
        """
        self.look_at(photo)
        wanted = tuple(dict.fromkeys(recipes))
        kept = {recipe: self._kept(photo, recipe) for recipe in wanted}
        copies = {recipe: data for recipe, data in kept.items() if data is not None}
        if missing := [recipe for recipe in wanted if recipe not in copies]:
            copies |= self._make(photo, missing, each)
        return {recipe: copies[recipe] for recipe in wanted}

    def sizes(self, photo: Photo, recipes: Iterable[Recipe]) -> dict[Recipe, int | None]:
        """Return how many bytes each copy has, or None where it was not made yet."""
        return {recipe: self._size(photo, recipe) for recipe in recipes}

    def thumbnail(self, photo: Photo, side: int, words: PhotoWords | None = None) -> bytes:
        """Return a small copy of a photo, its longer side of so many pixels at most.

        With words it is cut as they say, without it is the whole photo.

        Raises:
            PhotoMissingError: the photo's file is not there.
            PhotoDamagedError: the photo's file is not what was added.
            PhotoRefusedError: the photo cannot be decoded.
        """
        recipe = small_recipe(photo, words or PhotoWords(), side)
        return self.get(photo, [recipe])[recipe]

    def look_at(self, photo: Photo) -> None:
        """Refuse, without reading it, a photo whose file is gone or was replaced.

        Raises:
            PhotoMissingError: the photo's file is not there.
            PhotoDamagedError: the photo's file cannot be what was added.
        """
        try:
            size = self._photos.path(photo.src).stat().st_size
        except FileNotFoundError as error:
            raise PhotoMissingError(photo.src) from error
        except OSError as error:
            raise PhotoDamagedError(photo.src) from error
        if size != photo.size:
            raise PhotoDamagedError(photo.src)

    def forget(self, src: str) -> None:
        """Remove every copy of the photo at src, such as when it is deleted for good."""
        shutil.rmtree(self._home(Path(src).stem), ignore_errors=True)

    def clear(self) -> None:
        """Remove every copy."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self, photo: Photo, recipes: list[Recipe], each: Each) -> dict[Recipe, bytes]:
        with self._in_turn() if _is_large(photo) else nullcontext():
            data = self._photos.data(photo.src)
            self._decoded.append(photo.src)
            made = make_renditions(data, recipes, each=each)
        with suppress(OSError):  # no room, or no right to write: it is made again next time
            self._home(photo.sha256).mkdir(parents=True, exist_ok=True)
            for recipe, copy in made.items():
                self._keep(self._path(photo, recipe), copy)
            self._sweep(self._home(photo.sha256).parent)
        return made

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Wait until no other thread is in such a block: two large photos would fill the memory."""
        self._turn.get()
        try:
            yield
        finally:
            self._turn.put(None)

    def _home(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _path(self, photo: Photo, recipe: Recipe) -> Path:
        return self._home(photo.sha256) / key(photo, recipe)

    def _kept(self, photo: Photo, recipe: Recipe) -> bytes | None:
        path = self._path(photo, recipe)
        try:
            found = path.read_bytes()
        except OSError:
            return None
        checksum, copy = found[:_CHECKED], found[_CHECKED:]
        return copy if checksum == _checksum(path.name, copy) else None

    def _size(self, photo: Photo, recipe: Recipe) -> int | None:
        try:
            return max(0, self._path(photo, recipe).stat().st_size - _CHECKED)
        except OSError:
            return None

    def _keep(self, path: Path, copy: bytes) -> None:
        """Put a copy where it is looked for, in one step; after a power cut it may be missing."""
        descriptor, name = mkstemp(prefix=TEMPORARY, dir=path.parent)
        scratch = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_checksum(path.name, copy))
                file.write(copy)
            scratch.replace(path)
        finally:
            scratch.unlink(missing_ok=True)

    def _sweep(self, fold: Path) -> None:
        """Remove the oldest copies in a folder until the others are no more than its share."""
        looked = [(path, path.stat()) for path in fold.glob("*/*")]
        total = sum(found.st_size for _, found in looked)
        for path, found in sorted(looked, key=lambda pair: pair[1].st_mtime_ns):
            if total <= self._most_in_fold:
                return
            path.unlink(missing_ok=True)
            total -= found.st_size


def _is_large(photo: Photo) -> bool:
    needed = 1 if photo.extension == "jpg" else 4  # bytes a pixel; a JPEG is decoded smaller
    return photo.width * photo.height * needed > _LARGE


def _checksum(name: str, copy: bytes) -> bytes:
    return hashlib.sha256(name.encode() + copy).digest()
