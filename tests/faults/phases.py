"""What a process is busy with when it is killed, without a window."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import count

from PIL import Image
from PySide6.QtCore import QCoreApplication, QTimer

from editor_app import clock
from editor_app.background.threads import Background
from editor_app.background.timers import QtTimers
from editor_app.body.read import read_markdown
from editor_app.body.write import write_markdown
from editor_app.editing.autosave import Autosave
from editor_app.editing.session import EditingSession
from editor_app.export.kit import ExportOptions, export_items
from editor_app.intake.files import import_file
from editor_app.intake.photo_files import PhotoFile, add_photos
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import PhotoWords
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.backups.making import backup
from editor_app.store.backups.restoring import restore, undo_restore
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery

TEXT = "The river rose again in the night, and the quay was closed. " * 20


@dataclass(frozen=True, slots=True)
class Phase:
    """Work that goes on until it is killed, and after how many seconds that may be."""

    work: Callable
    latest: float
    earliest: float = 0.0
    operations: int = 40  # how many file operations it may do before it kills itself


class TickingClock:
    """A clock on which every look is a minute later: names of backups tell minutes apart."""

    def __init__(self):
        self._minutes = count()
        self._start = clock.now()

    def __call__(self):
        """Return the next minute."""
        return self._start + timedelta(minutes=next(self._minutes))


def word(number):
    """Return a word that no rule of typing changes, and that tells when it was typed."""
    return f"w{number:05d}"


def finished(steps):
    """Run steps to their end and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def a_photo(chance):
    """Return the bytes of a small photo that is like no other."""
    file = io.BytesIO()
    Image.frombytes("RGB", (24, 16), chance.randbytes(24 * 16 * 3)).save(file, "JPEG")
    return file.getvalue()


# ------------------------------------------------------------ words


def saving(place, chance, ready):
    """Save again and again, one item and many, into the trash and out of it."""
    with Library.open(place.library, clock=clock.now) as library:
        session = EditingSession(library, clock=clock.now)
        ready()
        for turn in count():
            draft = session.create()
            for change in range(chance.randint(1, 6)):
                session.edit(headline=f"Item {turn}, change {change}")
                session.edit_body(read_markdown(f"{TEXT}\n\n{chance.random()}\n"))
                session.save()
            item_id = session.draft.item.id
            session.trash(item_id)
            session.restore(item_id)
            if turn % 3 == 0:
                session.duplicate(draft.item.id)
                library.items.add_many(
                    NewsItem(id=new_item_id(clock.now()), headline=f"Many {n}") for n in range(5)
                )


class Typist:
    """Types a word now and then into a session that saves by itself."""

    def __init__(self, place, chance, session):
        self._place, self._chance, self._session = place, chance, session
        self._typed = 0
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self.type)
        self._timer.start(0)

    def type(self):
        """Type one word at the end of the text, or of the headline."""
        self._typed += 1
        draft = self._session.draft
        if self._chance.random() < 0.1:
            self._session.edit(headline=f"{draft.item.headline} {word(self._typed)}".strip())
        else:
            glue = "\n\n" if self._chance.random() < 0.1 else " "
            text = f"{write_markdown(draft.body).rstrip()}{glue}{word(self._typed)}".lstrip()
            self._session.edit_body(read_markdown(text))
        self._place.note(word=self._typed)
        self._timer.start(self._chance.choice((5, 20, 60, 120, 1000)))


def _desk(place):
    application = QCoreApplication(["typing"])
    library = Library.open(place.library, clock=clock.now)
    session, background = EditingSession(library, clock=clock.now), Background()
    autosave = Autosave(session, later=QtTimers(application), run=background.run_at_once)
    return application, library, session, background, autosave


def typing(place, chance, ready):
    """Type, and let it be saved after pauses and limits."""
    application, _library, session, _background, _autosave = _desk(place)
    session.create()
    typist = Typist(place, chance, session)
    ready()
    application.exec()
    del typist


def closing(place, chance, ready):
    """Type for a moment, leave in order, come again."""
    application, library, session, background, _autosave = _desk(place)
    items = library.items.ids(ItemQuery())
    session.open(items[0])
    typist = Typist(place, chance, session)
    QTimer.singleShot(chance.randint(100, 900), application.quit)
    application.exec()
    del typist
    ready()
    session.close()
    background.close()
    library.close()
    place.note(closed=True)


# ------------------------------------------------------------ pages, photos, files


def exporting(place, chance, ready):
    """Change some items and export all, again and again."""
    with Library.open(place.library, clock=clock.now) as library:
        items = library.items.ids(ItemQuery())
        options = ExportOptions(force_reason="a test")
        ready()
        for turn in count():
            for item_id in chance.sample(items, 3):
                item = library.items.get(item_id)
                library.items.save(
                    replace(item, body=f"{item.body}\n\n{turn}\n"), over=item.version
                )
            finished(export_items(library, None, to=place.site, options=options, clock=clock.now))
            place.note(exported=turn)


def taking_photos(place, chance, ready):
    """Take photos in, describe them, show them in an item."""
    with Library.open(place.library, clock=clock.now) as library:
        session = EditingSession(library, clock=clock.now)
        session.create()
        ready()
        for turn in count():
            files = [
                PhotoFile(
                    name=f"{turn}-{n}.jpg",
                    add=partial(library.photos.add, a_photo(chance), name=f"{turn}-{n}.jpg"),
                )
                for n in range(2)
            ]
            added = finished(add_photos(library, files))
            for photo in added.photos:
                place.note(photo=photo.src)
            session.save_photo_words(added.photos[0].src, PhotoWords(credit=f"Photo {turn}"))
            text = f"{write_markdown(session.draft.body)}\n\n![Boats]({added.photos[1].src})\n"
            session.edit_body(read_markdown(text))
            session.save()


def importing(place, chance, ready):
    """Import text files, one after the other."""
    with Library.open(place.library, clock=clock.now) as library:
        files = sorted(place.texts.iterdir())
        ready()
        while True:
            imported = import_file(chance.choice(files), library=library, clock=clock.now)
            place.note(item=imported.item.id, version=imported.item.version)


# ------------------------------------------------------------ backups and old versions


def backing_up(place, chance, ready):
    """Back up, by itself and as asked for, with changes in between."""
    with Library.open(place.library, clock=TickingClock()) as library:
        items = library.items.ids(ItemQuery())
        ready()
        for turn in count():
            item = library.items.get(chance.choice(items))
            library.items.save(replace(item, standfirst=f"Turn {turn}"), over=item.version)
            if turn % 3:
                made = keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
            else:
                made = backup(library, place.copies)
            place.note(backup=str(made))


def restoring(place, chance, ready):
    """Bring the library back to one state, to the other, and to what it was before."""
    ticking = TickingClock()
    files = sorted(place.copies.iterdir())
    ready()
    while True:
        restore(place.library, chance.choice(files), clock=ticking)
        place.note(restored=True)
        if chance.random() < 0.4:
            undo_restore(place.library, clock=ticking)


def migrating(place, chance, ready):
    """Open a library that an earlier version of the program made."""
    ready()
    Library.open(place.library, clock=clock.now).close()


def thinning(place, chance, ready):
    """Thin old versions as the days go by."""
    with Library.open(place.library, clock=clock.now) as library:
        ready()
        for day in count():
            for _ in library.history.thin(clock.now() + timedelta(days=5 * day)):
                pass


def sweeping(place, chance, ready):
    """Delete photos that nothing shows, and take in others."""
    with Library.open(place.library, clock=clock.now) as library:
        ready()
        while True:
            srcs = [photo.src for photo in library.photos.all()]
            library.photo_shelf.trash(chance.sample(srcs, len(srcs) // 2))
            finished(library.photo_shelf.empty_trash())
            for number in range(6):
                library.photos.add(a_photo(chance), name=f"{number}.jpg")


PHASES = {
    "saving": Phase(saving, latest=0.8),
    "typing": Phase(typing, earliest=0.5, latest=6.0),
    "leaving": Phase(closing, latest=0.15, operations=6),
    "export": Phase(exporting, latest=2.0, operations=300),
    "photos": Phase(taking_photos, latest=0.8),
    "import": Phase(importing, latest=0.8, operations=20),
    "backup": Phase(backing_up, latest=1.5, operations=60),
    "restore": Phase(restoring, latest=1.5, operations=60),
    "migration": Phase(migrating, latest=0.5, operations=14),
    "thinning": Phase(thinning, latest=0.8, operations=2),
    "photo sweep": Phase(sweeping, latest=0.6, operations=60),
}
