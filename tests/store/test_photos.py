"""Photos are kept as they came, under the name of their bytes."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from editor_app.media.errors import PhotoRefusedError
from editor_app.model.photo_words import PhotoWords
from editor_app.store.errors import DiskFailedError, PhotoDamagedError, PhotoMissingError
from editor_app.store.library import Library
from editor_app.store.tables import MEDIA


def test_a_photo_comes_back_byte_for_byte(folder, clock, a_photo):
    data = a_photo()
    with Library.open(folder, clock=clock) as library:
        photo = library.photos.add(data, name="street.jpg")
        assert (photo.width, photo.height, photo.extension) == (40, 30, "jpg")
    with Library.open(folder, clock=clock) as library:
        assert library.photos.get(photo.src) == photo
        assert library.photos.data(photo.src) == data
        assert library.photos.path(photo.src) == folder / photo.src
        assert library.photos.all() == [photo]


def test_the_same_photo_twice_is_one_photo(library, a_photo):
    first = library.photos.add(a_photo(), name="a.jpg")
    written = library.photos.path(first.src).stat().st_mtime_ns
    assert library.photos.add(a_photo(), name="b\udc80.jpg") == first
    assert library.photos.path(first.src).stat().st_mtime_ns == written
    assert library.photos.all() == [first]
    assert [path.name for path in (library.folder / "media").glob("*/*")] == [Path(first.src).name]


def test_what_is_no_photo_leaves_nothing_behind(library):
    with pytest.raises(PhotoRefusedError):
        library.photos.add(b"not a photo", name="a.jpg")
    assert list((library.folder / "media").iterdir()) == []
    assert library.photos.all() == []


def test_a_photo_that_was_never_added_is_normally_absent(library):
    assert library.photos.get("media/ab/nothing.jpg") is None


def test_a_photo_that_is_gone_or_damaged_is_told_apart(library, a_photo):
    photo = library.photos.add(a_photo(), name="a.jpg")
    path = library.photos.path(photo.src)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(PhotoDamagedError) as damaged:
        library.photos.data(photo.src)
    assert damaged.value.src == photo.src
    path.unlink()
    with pytest.raises(PhotoMissingError):
        library.photos.data(photo.src)
    path.mkdir()
    with pytest.raises(PhotoDamagedError):
        library.photos.data(photo.src)


def test_adding_a_damaged_photo_again_mends_it(library, a_photo):
    photo = library.photos.add(a_photo(), name="a.jpg")
    library.photos.path(photo.src).write_bytes(b"rotten")
    library.photos.add(a_photo(), name="a.jpg")
    assert library.photos.data(photo.src) == a_photo()


@pytest.mark.parametrize(
    "src",
    [
        "",
        "/etc/passwd",
        "media/../../secret.jpg",
        "media/ab/../cd.jpg",
        "https://example.org/a.jpg",
    ],
)
def test_no_path_leads_out_of_the_library(library, src):
    with pytest.raises(PhotoMissingError):
        library.photos.path(src)


def test_a_photo_that_cannot_be_written_is_not_on_record(library, a_photo, monkeypatch):
    def fail(_descriptor):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(DiskFailedError):
        library.photos.add(a_photo(), name="a.jpg")
    monkeypatch.undo()
    assert library.photos.all() == []
    assert not list(library.folder.glob("media/**/*.jpg"))


def test_a_photo_of_an_earlier_version_that_is_refused_today_is_still_on_record(library, a_photo):
    kept = library.photos.add(a_photo(), name="a.jpg")
    data = b"\x89PNG no photo that can be read"
    old = replace(kept, sha256=hashlib.sha256(data).hexdigest())
    path = library.photos.path(old.src)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    with library.database.transaction() as connection:
        of_old = {"src": old.src, "sha256": old.sha256, "is_looked_at": 0}
        connection.execute(update(MEDIA).values(of_old))
    assert library.photos.record(old.src).photo == old
    assert library.photos.save_words(old.src, PhotoWords(alt="A ferry")).typed.alt == "A ferry"
