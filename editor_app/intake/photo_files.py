"""Many photos on their way into the library: one after another, each refusal by name."""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor_app.errors import EditorError
from editor_app.media.endings import PHOTO_ENDINGS
from editor_app.media.errors import PhotoRefusedError
from editor_app.media.photo import Photo
from editor_app.store.errors import LibraryError
from editor_app.store.library import Library

MOST_OF_A_FOLDER = 2_000
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFile:
    """A photo that is to be taken in: what it is called, and what puts it into the library."""

    name: str
    add: Callable[[], Photo]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingProgress:
    """How far the photos are: so many are done, and one is looked at."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedPhotos:
    """What became of photos: new ones, those that were there already, and those refused.

    ``photos`` are all that the library has now, in the order they came, each once. ``repeated``
    are the names of files, ``refused`` their names with the reason.
    """

    photos: tuple[Photo, ...] = ()
    new: int = 0
    repeated: tuple[str, ...] = ()
    refused: tuple[tuple[str, EditorError], ...] = ()


def add_photos(
    library: Library, files: Sequence[PhotoFile]
) -> Generator[AddingProgress, None, AddedPhotos]:
    """Take photos into a library, yielding before each; close the generator to stop there.

    Those that are in stay in. A file that is refused does not keep the next ones out.

    Raises:
        LibraryError: there is no room, or the library cannot be written.
    """
    known = {photo.src for photo in library.photos.all()}
    taken: dict[str, Photo] = {}
    repeated: list[str] = []
    refused: list[tuple[str, EditorError]] = []
    new = 0
    for done, file in enumerate(files):
        yield AddingProgress(done=done, total=len(files), name=shown_name(file.name))
        try:
            photo = file.add()
        except LibraryError:
            raise
        except EditorError as error:
            refused.append((file.name, error))
            continue
        if photo.src in known:
            repeated.append(file.name)
        else:
            new += 1
        known.add(photo.src)
        taken[photo.src] = photo
    return AddedPhotos(
        photos=tuple(taken.values()), new=new, repeated=tuple(repeated), refused=tuple(refused)
    )


def photos_below(folder: Path) -> list[Path]:
    """Return the photos in a folder and below, sorted; hidden ones and links are passed by.

    Raises:
        PhotoRefusedError: there are too many for one time.
    """
    found = []
    for path in _files_below(folder):
        found.append(path)
        if len(found) > MOST_OF_A_FOLDER:
            raise PhotoRefusedError(
                f"The folder “{folder.name}” has more than {MOST_OF_A_FOLDER:,} photos in it.",
                hint="Add the folders inside it one after another.",
            )
    return sorted(found)


def _files_below(folder: Path) -> Iterator[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError:  # a folder that may not be read has nothing for us
        return
    for path in entries:
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files_below(path)
        elif path.suffix.lower() in PHOTO_ENDINGS:
            yield path


def shown_name(name: str) -> str:
    """Return the name of a file as it can be shown in a line: short, and without tricks."""
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    half = _LONGEST_NAME // 2
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:half]}…{shown[-half:]}"


def added_words(added: AddedPhotos) -> str:
    """Return in a few sentences what became of photos."""
    parts = []
    if added.new:
        parts.append(f"{_photos(added.new)} added to the library.")
    if number := len(added.repeated):
        names = _named(added.repeated)
        verb = "was" if number == 1 else "were"
        parts.append(f"{names} {verb} in the library already.")
    if number := len(added.refused):
        verb = "was" if number == 1 else "were"
        parts.append(f"{_named([name for name, _ in added.refused])} {verb} not taken.")
    return " ".join(parts) or "There was no photo in what was dropped."


def refused_words(added: AddedPhotos) -> str:
    """Return each refused file with its sentence, a line for each."""
    return "\n\n".join(str(error) for _name, error in added.refused)


def _photos(number: int) -> str:
    return "1 photo was" if number == 1 else f"{number:,} photos were"


def _named(names: Sequence[str]) -> str:
    first = [f"“{shown_name(name)}”" for name in names[:2]]
    rest = len(names) - len(first)
    if rest:
        return f"{', '.join(first)} and {rest} more"
    return " and ".join(first)
