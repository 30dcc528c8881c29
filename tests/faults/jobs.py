"""The work that is disturbed, file operation by file operation; done twice it comes to the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from editor_app.model.identity import ItemId
from editor_app.model.photo_words import PhotoWords
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.backups.making import backup
from editor_app.store.backups.restoring import restore, undo_restore
from editor_app.store.errors import ItemNotFoundError
from editor_app.store.library import Library
from tests.builders import a_photo
from tests.faults.ground import a_finished_item, change, clock_at, export, finished, item_id
from tests.store.earlier_shapes import turn_back

NEW_ITEM = 900
OLD_SHAPE = 1  # the first there was


@dataclass(frozen=True)
class Job:
    """One kind of work. ``prepare`` makes the ground fit for it, ``is_swap`` means old or new.

    ``is_toggle`` says that doing it twice brings the old state back.
    """

    work: Callable
    prepare: Callable = lambda _ground: None
    is_swap: bool = False
    is_toggle: bool = False


def opened(ground):
    """Open the library of a ground some days after it was last worked in."""
    return Library.open(ground.library, clock=clock_at(5))


def put(library, item):
    """Save an item, whether it is there already or not."""
    try:
        over = library.items.get(ItemId(item.id)).version
    except ItemNotFoundError:
        over = 0
    return library.items.save(replace(item, version=over), over=over)


def save(ground):
    """Change an item twice, make a new one, throw one away."""
    with opened(ground) as library:
        change(library, 1, body="Saved once.")
        change(library, 1, body="Saved twice. " * 300)
        put(library, a_finished_item(NEW_ITEM))
        library.items.trash(item_id(2))


def take_photo(ground):
    """Take a photo in, say something of it, show it."""
    with opened(ground) as library:
        photo = library.photos.add(a_photo(64, 48, "navy"), name="new.jpg")
        library.photos.save_words(photo.src, PhotoWords(alt="New", credit="Somebody"))
        change(library, 3, body=f"![New]({photo.src})\n")


def write_pages(ground):
    """Export what is finished over an earlier export."""
    with opened(ground) as library:
        export(library, ground, library.clock, as_zip=True)


def back_up(ground):
    """Back up as it happens by itself, then the whole library into one file."""
    with opened(ground) as library:
        keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
        backup(library, ground.usb)


def bring_back(ground):
    """Bring the library back to what it was at first."""
    restore(ground.library, ground.whole_backup, clock=clock_at(5))


def undo(ground):
    """Undo a restore."""
    undo_restore(ground.library, clock=clock_at(6))


def upgrade(ground):
    """Open a library that the first version of the program made."""
    opened(ground).close()


def thin(ground):
    """Thin the versions of all items years later, and empty the photos' trash."""
    with Library.open(ground.library, clock=clock_at(900)) as library:
        for _ in library.history.thin(library.clock()):
            pass
        finished(library.photo_shelf.empty_trash())


def found(ground):
    """Make a library where there is none, with one item."""
    with opened(ground) as library:
        put(library, a_finished_item(NEW_ITEM))


def _many_versions(ground):
    with Library.open(ground.library, clock=clock_at(3)) as library:
        for turn in range(8):
            change(library, 1, byline=f"Reporter {turn}")
        unused = library.photos.add(a_photo(32, 32, "olive"), name="unused.jpg")
        library.photo_shelf.trash([unused.src])


def _nothing_there(ground):
    ground.library.rename(ground.folder / "laid-aside")


JOBS = {
    "save": Job(save),
    "photo": Job(take_photo),
    "export": Job(write_pages),
    "backup": Job(back_up),
    "restore": Job(bring_back, is_swap=True),
    "undo": Job(undo, bring_back, is_swap=True, is_toggle=True),
    "migration": Job(upgrade, lambda ground: turn_back(ground.library, OLD_SHAPE), is_swap=True),
    "thinning": Job(thin, _many_versions),
    "founding": Job(found, _nothing_there),
}
