"""A library that is worked on, beside plain dictionaries that say what it must hold."""

import copy
import os
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from editor_app.body.read import read_markdown
from editor_app.editing.restoring import as_restored
from editor_app.editing.session import EditingSession
from editor_app.export.kit import ExportOptions, export_items
from editor_app.export.manifest import read_manifest
from editor_app.model.fields import checksum
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import PhotoWords
from editor_app.model.status import Status
from editor_app.store.acknowledging import VARIABLE
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import backups_in, keep_backup
from editor_app.store.backups.making import backup
from editor_app.store.backups.restoring import restore, undo_restore
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify
from tests.builders import a_photo
from tests.faults.phases import finished
from tests.faults.places import whole_lines
from tests.faults.scoring import unlike_manifest
from tests.faults.world_model import Clock, Model, Words

_DAY = timedelta(days=1)


class World:
    """The library, the desk, the folder of pages and the backups, with the model of them."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="standfirst-world-"))
        self.clock, self.model, self.backups = Clock(), Model(), {}
        self.site, self.copies = self.folder / "site", self.folder / "copies"
        self.copies.mkdir()
        self._log = self.folder / "acknowledged.jsonl"
        os.environ[VARIABLE] = str(self._log)
        self._heard = self._made = 0
        self.desk = None  # the words on it; those that are not saved among them
        self._open(self.folder / "library-0")

    def end(self):
        """Close everything and delete it."""
        self.library.close()
        os.environ.pop(VARIABLE, None)
        shutil.rmtree(self.folder)

    def _open(self, place):
        self.place = place
        self.library = Library.open(place, clock=self.clock)
        self.session = EditingSession(self.library, clock=self.clock)
        self.desk = None

    # ------------------------------------------------------------ words

    @property
    def on_desk(self):
        """The id of the item on the desk, if any."""
        return self.session.draft.item.id if self.session.draft else None

    def wait(self, days):
        """Let some days go by."""
        self.clock.now += days * _DAY

    def create(self, headline):
        """Begin an item."""
        self.save()
        self.session.create()
        self.session.edit(headline=headline)
        self.desk = Words(headline=headline)

    def open(self, item):
        """Put an item on the desk."""
        self.save()
        self.session.open(item)
        self.desk = self.model.newest(item)[1]

    def edit(self, **words):
        """Set fields of the item on the desk."""
        self.session.edit(**words)
        self.desk = replace(self.desk, **words)

    def finish(self):
        """Make the item on the desk ready to go out."""
        self.session.edit(status=Status.READY)
        self.desk = replace(self.desk, is_ready=True)

    def write(self, *paragraphs):
        """Set the text of the item on the desk."""
        self.desk = replace(self.desk, paragraphs=paragraphs)
        self.session.edit_body(read_markdown(self.desk.body))

    def save(self):
        """Save what is on the desk."""
        if self.desk is None:
            return
        self.session.save()
        self._take_down(self.on_desk, self.desk)

    def undo(self):
        """Give the item on the desk the words of the version before its newest one."""
        self.save()
        item = self.on_desk
        *_, before, _ = sorted(self.model.items[item])
        then = self.library.history.get(item, before)
        now = self.session.draft.to_item()
        own = self.session.has_own_slug
        self.session.replace_words(as_restored(now, then, has_own_slug=own))
        words = self.model.items[item][before]
        self.desk = replace(words, is_ready=self.desk.is_ready, is_trashed=False)

    def trash(self, item):
        """Put an item into the trash."""
        self.save()
        is_on_desk = item == self.on_desk
        self.session.trash(item)
        if is_on_desk:
            self.desk = None
        self._take_down(item, replace(self.model.newest(item)[1], is_trashed=True))

    def restore_item(self, item):
        """Take an item out of the trash."""
        self.save()
        self.session.restore(item)
        self.desk = replace(self.model.newest(item)[1], is_trashed=False)
        self._take_down(item, self.desk)

    def duplicate(self, item):
        """Copy an item."""
        self.save()
        self.session.duplicate(item)
        words = self.model.newest(item)[1]
        self.desk = replace(words, headline=f"{words.headline} (copy)", is_ready=False)
        self._take_down(self.on_desk, self.desk)

    def translate(self, item, language):
        """Add a version of an item in another language."""
        self.save()
        version, words = self.model.newest(item)
        made = NewsItem(
            id=new_item_id(self.clock()),
            language=language,
            translated_from=item,
            translated_version=version,
            translation_group=item,
            headline=words.headline,
            body=words.body,
        )
        self.library.items.add_many([made])
        self.model.sources.add((item, version))
        kept = Words(headline=words.headline, paragraphs=words.paragraphs, language=language)
        self._take_down(made.id, kept)

    def _take_down(self, item, words):
        """Put into the model what must be the newest version now, and what was acknowledged."""
        before = max(self.model.items.get(item, {0: None}))
        version = self.library.items.get(item).version
        known = self.model.items.get(item, {}).get(before)
        same = known is not None and replace(known, saved_at=None) == replace(words, saved_at=None)
        assert version in ({before, before + 1} if same else {before + 1}), (item, before, version)
        if version > before:
            kept = replace(words, saved_at=self.clock.now)
            self.model.items.setdefault(item, {})[version] = kept
        self._listen()

    def _listen(self):
        lines = whole_lines(self._log)
        for said in lines[self._heard :]:
            self.model.sums[said["item"], said["version"]] = said["sha256"]
        self._heard = len(lines)

    # ------------------------------------------------------------ photos and versions

    def add_photo(self, colour):
        """Take a photo in."""
        src = self.session.add_photo(a_photo(40, 30, colour), name=f"{colour}.jpg").src
        self.model.photos[src] = [self.model.photos.get(src, [""])[0], False]

    def describe_photo(self, src, credit):
        """Say who made a photo."""
        self.session.save_photo_words(src, PhotoWords(credit=credit))
        self.model.photos[src][0] = credit

    def trash_photo(self, src):
        """Put a photo into the trash; what an item shows stays."""
        self.save()
        self.library.photo_shelf.trash([src])
        self.model.photos[src][1] = self.model.photos[src][1] or not self.model.in_use(src)

    def empty_trash_of_photos(self):
        """Delete the photos in the trash that no version shows."""
        self.save()
        finished(self.library.photo_shelf.empty_trash())
        self.model.photos = {
            src: known
            for src, known in self.model.photos.items()
            if not known[1] or self.model.is_named(src)
        }

    def name_version(self, item, version, name):
        """Name a version."""
        self.library.history.name(item, version, name)
        self.model.names[item, version] = name

    def thin(self):
        """Thin old versions; what has a reason to stay must stay."""
        self.save()
        now = self.clock.now
        for _ in self.library.history.thin(now):
            pass
        for item, its in self.model.items.items():
            left = {one.version for one in self.library.history.versions(item)}
            due = {version for version, words in its.items() if now - words.saved_at < _DAY}
            due |= {min(its), max(its)}
            due |= {
                version for one, version in (*self.model.sources, *self.model.names) if one == item
            }
            assert due & set(its) <= left <= set(its), (item, due, left, set(its))
            self.model.items[item] = {version: its[version] for version in left}
        self.model.sums = {
            key: value
            for key, value in self.model.sums.items()
            if key[1] in self.model.items[key[0]]
        }

    # ------------------------------------------------------------ pages, backups, ends

    def export(self):
        """Export all finished items, and compare the folder with the model."""
        self.save()
        options = ExportOptions(force_reason="a test")
        steps = export_items(self.library, None, to=self.site, options=options, clock=self.clock)
        finished(steps)
        due = {
            item: self.model.newest(item)[0]
            for item in self.model.items
            if self.model.newest(item)[1].is_ready and not self.model.newest(item)[1].is_trashed
        }
        there = read_manifest(self.site).items if self.site.exists() else {}
        known = {item: one.version for item, one in there.items() if item in self.model.items}
        assert known == due  # what only a later state knew, before a restore, stays as another's
        assert not self.site.exists() or unlike_manifest(self.site) == []
        for item in due:
            page = (self.site / there[item].folder / "index.html").read_text("utf-8")
            assert all(part in page for part in self.model.newest(item)[1].headline.split())
        self.model.sources |= set(due.items())

    def back_up(self, *, is_asked_for):
        """Make a backup, and keep what it must bring back."""
        self.save()
        if is_asked_for:
            self._made += 1
            made = backup(self.library, self.copies / f"asked-{self._made}.zip")
        else:
            made = keep_backup(self.library, self.copies, occasion=Occasion.AUTOMATIC)
        if made is not None:
            self.backups[made] = copy.deepcopy(self.model)
        self.backups = {path: model for path, model in self.backups.items() if path.exists()}
        fresh = [one for one in backups_in(self.copies) if self.clock.now - one.made_at < _DAY]
        assert {one.path for one in fresh} <= set(self.backups)

    def bring_back(self, file, *, is_undone):
        """Restore a backup, and perhaps take that back."""
        self.save()
        self.library.close()
        restore(self.place, file, clock=self.clock)
        if is_undone:
            undo_restore(self.place, clock=self.clock)
        else:
            self.model = copy.deepcopy(self.backups[file])
        self._open(self.place)

    def reopen(self):
        """Close the library in order and open it again."""
        item, words = self.on_desk, self.desk
        self.session.close()
        if words is not None:
            self._take_down(item, words)
        self.library.close()
        self._open(self.place)
        assert not self.library.was_left_open

    def kill(self):
        """Go on from what lies in the folder at this moment; what was not saved is gone."""
        copied = self.folder / f"library-{int(self.place.name.partition('-')[2]) + 1}"
        shutil.copytree(self.place, copied)
        self.library.close()
        shutil.rmtree(self.place)
        self._open(copied)
        assert self.library.was_left_open

    # ------------------------------------------------------------ what must be so

    def check(self):
        """Compare everything with the model."""
        self._listen()
        for item, its in self.model.items.items():
            assert [one.version for one in self.library.history.versions(item)] == sorted(its)[::-1]
            for version, words in its.items():
                kept = self.library.history.get(item, version)
                assert Words.of(kept) == replace(words, saved_at=None)
                assert checksum(kept) == self.model.sums[item, version]
            version, words = self.model.newest(item)
            assert self.library.items.get(item).version == version
            asked = ItemQuery(search=words.headline, is_trashed=words.is_trashed)
            assert item in self.library.items.ids(asked), words.headline
        for (item, version), name in self.model.names.items():
            named = {one.version: one.name for one in self.library.history.versions(item)}
            assert named[version] == name
        self._check_photos()
        assert verify(self.library).problems == ()

    def check_newest(self):
        """Compare the newest version of every item with what was acknowledged; nothing else."""
        self._listen()
        for item in self.model.items:
            version, _ = self.model.newest(item)
            kept = self.library.items.get(item)
            assert kept.version == version
            assert checksum(kept) == self.model.sums[item, version]

    def _check_photos(self):
        found = {record.photo.src: record for record in self._records()}
        assert set(found) == set(self.model.photos)
        for src, (credit, _) in self.model.photos.items():
            assert found[src].typed.credit == credit
            assert self.library.photos.data(src)

    def _records(self):
        srcs = [photo.src for photo in self.library.photos.all()]
        return self.library.photos.records(srcs).values()
