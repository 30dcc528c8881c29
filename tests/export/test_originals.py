"""The original of a photo as a file."""

import errno
import os

import pytest

from editor_app.export.errors import ExportError
from editor_app.export.originals import export_original, original_name
from editor_app.store.errors import PhotoDamagedError
from tests.builders import a_library, a_photo


def test_an_original_is_written_byte_for_byte(tmp_path):
    with a_library(tmp_path / "library") as library:
        src = library.photos.add(a_photo(), name="quay.jpg").src
        export_original(library, src, to=tmp_path / "out.jpg")
    assert (tmp_path / "out.jpg").read_bytes() == a_photo()


def test_an_altered_original_is_not_given_out(tmp_path):
    with a_library(tmp_path / "library") as library:
        src = library.photos.add(a_photo(), name="quay.jpg").src
        library.photos.path(src).write_bytes(a_photo(colour="navy"))
        with pytest.raises(PhotoDamagedError):
            export_original(library, src, to=tmp_path / "out.jpg")
    assert not (tmp_path / "out.jpg").exists()


def test_where_it_cannot_be_written_whole_what_stood_there_stays(tmp_path, monkeypatch):
    def fail(_descriptor):
        raise OSError(errno.ENOSPC, "no space left")

    (tmp_path / "out.jpg").write_bytes(b"mine")
    with a_library(tmp_path / "library") as library:
        src = library.photos.add(a_photo(), name="quay.jpg").src
        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(ExportError):
            export_original(library, src, to=tmp_path / "out.jpg")
        monkeypatch.undo()
    assert (tmp_path / "out.jpg").read_bytes() == b"mine"
    assert {one.name for one in tmp_path.iterdir()} == {"out.jpg", "library"}


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with a_library(tmp_path / "library") as library:
        src = library.photos.add(a_photo(), name="quay.jpg").src
        with pytest.raises(ExportError):
            export_original(library, src, to=tmp_path / "gone" / "out.jpg")


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("quay at noon.JPG", "quay at noon.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("a\nb\u202e.jpg", "ab.jpg"),
        ("CON.jpg", "photo CON.jpg"),
        ("", "photo.jpg"),
        ("...", "photo.jpg"),
        ("x" * 400 + ".jpeg", "x" * 120 + ".jpg"),
    ],
)
def test_an_original_is_called_as_it_was_where_that_can_be(name, called):
    assert original_name(name, "media/ab/abc.jpg") == called
