"""Many photos into the library: each refusal by name, the rest all the same."""

from functools import partial

import pytest

from editor_app.errors import EditorError
from editor_app.intake.photo_files import (
    MOST_OF_A_FOLDER,
    AddedPhotos,
    PhotoFile,
    add_photos,
    added_words,
    photos_below,
    refused_words,
)
from editor_app.media.errors import PhotoRefusedError
from editor_app.store.errors import DiskFullError
from tests.builders import a_library, a_photo


@pytest.fixture
def library(tmp_path):
    with a_library(tmp_path / "library") as opened:
        yield opened


def a_file(library, name, data):
    return PhotoFile(name=name, add=partial(library.photos.add, data, name=name))


def walk(steps):
    """Walk through a generator; return what it yielded and what came of it."""
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return seen, end.value


def test_each_photo_is_announced_before_it_is_looked_at(library):
    files = [a_file(library, f"{n}.jpg", a_photo(width=50 + n)) for n in range(3)]
    steps, added = walk(add_photos(library, files))
    assert [(one.done, one.total, one.name) for one in steps] == [
        *((0, 3, "0.jpg"), (1, 3, "1.jpg"), (2, 3, "2.jpg")),
    ]
    assert added.new == len(added.photos) == 3


def test_a_refused_file_is_named_and_keeps_none_of_the_others_out(library):
    files = [
        a_file(library, "broken.jpg", a_photo()[:90]),
        a_file(library, "quay.jpg", a_photo()),
        a_file(library, "notes.txt", b"no photo"),
    ]
    _, added = walk(add_photos(library, files))
    assert [photo.width for photo in added.photos] == [320]
    assert [name for name, _ in added.refused] == ["broken.jpg", "notes.txt"]
    assert added_words(added) == (
        "1 photo was added to the library. “broken.jpg” and “notes.txt” were not taken."
    )
    assert refused_words(added).count("\n\n") == 1


def test_the_same_photo_twice_is_one_and_is_said_to_be(library):
    library.photos.add(a_photo(colour="navy"), name="old.jpg")
    files = [
        a_file(library, name, a_photo(colour=colour))
        for name, colour in (("a.jpg", "teal"), ("b.jpg", "teal"), ("c.jpg", "navy"))
    ]
    _, added = walk(add_photos(library, files))
    assert (added.new, len(added.photos), added.repeated) == (1, 2, ("b.jpg", "c.jpg"))
    assert added_words(added).endswith("“b.jpg” and “c.jpg” were in the library already.")


def test_a_photo_in_the_trash_comes_out_of_it_when_it_is_added_again(library):
    src = library.photos.add(a_photo(), name="quay.jpg").src
    library.photo_shelf.trash([src])
    _, added = walk(add_photos(library, [a_file(library, "quay.jpg", a_photo())]))
    assert added.repeated == ("quay.jpg",)
    assert library.photos.record(src).trashed_at is None


def test_stopping_leaves_in_what_is_in(library):
    files = [a_file(library, f"{n}.jpg", a_photo(width=50 + n)) for n in range(3)]
    steps = add_photos(library, files)
    next(steps)
    next(steps)
    steps.close()
    assert [photo.width for photo in library.photos.all()] == [50]


def test_a_full_disk_ends_it_all(library):
    def fail():
        raise DiskFullError

    with pytest.raises(DiskFullError):
        walk(add_photos(library, [PhotoFile(name="a.jpg", add=fail)]))


def test_a_folder_gives_its_photos_and_passes_by_what_is_hidden(tmp_path):
    for name in ("b.JPG", "a.heic", "c/d.png", ".thumbs/e.jpg", ".f.jpg", "notes.txt", "logo.svg"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    found = [path.relative_to(tmp_path / "in").as_posix() for path in photos_below(tmp_path / "in")]
    assert found == ["a.heic", "b.JPG", "c/d.png"]


def test_a_folder_of_far_too_many_photos_is_refused_in_a_sentence(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(MOST_OF_A_FOLDER + 1):
        (folder / f"{number}.jpg").touch()
    with pytest.raises(PhotoRefusedError, match="“archive” has more than 2,000 photos"):
        photos_below(folder)


def test_names_that_could_mislead_are_shown_as_what_they_are():
    error = EditorError("No.")
    names = ("a\nb.jpg", "gpj.\u202etxt", "x" * 400 + ".jpg")
    for name in names:
        words = added_words(AddedPhotos(refused=((name, error),)))
        assert words.isprintable()
        assert len(words) < 120
