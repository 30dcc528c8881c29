"""What the disk says comes out as one sentence and a hint, and the folder is as it was."""

import errno
import os
from pathlib import Path

import pytest

from editor_app.export.errors import ExportError, explained
from editor_app.store.errors import DiskFullError


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "cannot be written"),
        (errno.EROFS, "cannot be written"),
        (errno.ENOTDIR, "is not a folder"),
        (errno.EIO, "cannot be used"),
    ],
)
def test_each_failure_has_its_own_words(number, words):
    with pytest.raises(ExportError, match=words) as caught, explained(Path("site")):
        raise OSError(number, os.strerror(number))
    assert caught.value.hint


def test_a_full_disk_leaves_the_folder_as_it_was(save, export, site, files_at_home, monkeypatch):
    item = save(1)
    export()
    save(1, headline="Changed", version=item.version)
    before = files_at_home()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(ExportError, match=f"folder {site} is full"):
            export()
    assert files_at_home() == before
    assert ("en-GB/item-1/index.html", "written") in export().files


def test_a_full_disk_of_the_library_is_not_taken_for_that_of_the_folder(
    save, export, site, monkeypatch
):
    save(1)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)  # what is noted in the library of work under way
    with pytest.raises(DiskFullError, match="is full"):
        export()
    assert not site.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_is_not_ours_to_write_gives_one_sentence(save, export, site):
    save(1)
    site.mkdir(mode=0o500)
    with pytest.raises(ExportError, match="cannot be written"):
        export()
