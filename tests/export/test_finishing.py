"""An export that was cut off is finished by the next start, without another export."""

import os
from pathlib import Path

import pytest

from editor_app.export.finishing import finish_exports
from editor_app.export.kit import ExportOptions, export_items
from editor_app.export.manifest import NAME
from editor_app.export.staging import STAGING_NAME
from editor_app.store.library import Library
from tests.export.conftest import a_finished_item, clock, finished, tree
from tests.faults.scoring import unlike_manifest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")


@pytest.fixture
def folder(library):
    """Return the folder of a library of two items that nobody has open."""
    for number in (1, 2):
        library.items.save(a_finished_item(number), over=0)
    library.close()
    return library.folder


def killed(folder, site, *, moves):
    """Export in a process that dies when it has moved so many files in."""
    child = os.fork()
    if child == 0:
        left, rename = [moves], os.replace

        def counted(here, there):
            if site in Path(there).parents and STAGING_NAME not in Path(there).parts:
                if left[0] == 0:
                    os._exit(9)
                left[0] -= 1
            return rename(here, there)

        os.replace = counted
        with Library.open(folder, clock=clock) as library:
            finished(export_items(library, None, to=site, options=ExportOptions(), clock=clock))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def notes(folder):
    return list(folder.glob("export-under-way-*"))


@pytest.mark.parametrize("moves", [0, 1, 3])
def test_the_next_start_finishes_what_was_being_moved_in(folder, site, moves):
    assert killed(folder, site, moves=moves) == 9
    with Library.open(folder, clock=clock) as library:
        assert finish_exports(library).folders == (site,)
        assert finish_exports(library).folders == ()
    assert (site / NAME).exists()
    assert unlike_manifest(site) == []
    assert not (site / STAGING_NAME).exists()
    assert notes(folder) == []


def test_what_was_only_prepared_is_taken_away(folder, site):
    with Library.open(folder, clock=clock) as library:
        library.under_way.note(site)
        (site / STAGING_NAME / "new").mkdir(parents=True)
        (site / STAGING_NAME / "new" / "half").write_bytes(b"half")
        assert finish_exports(library).folders == ()
    assert tree(site) == {}
    assert notes(folder) == []


def test_a_folder_that_was_worked_on_since_is_named_once_and_left(folder, site):
    assert killed(folder, site, moves=1) == 9
    (site / "feed.json").write_text("somebody else's")
    with Library.open(folder, clock=clock) as library:
        (error,) = finish_exports(library).errors
        assert "cut short" in error.message
        assert finish_exports(library).errors == ()
    assert (site / "feed.json").read_text() == "somebody else's"


def test_a_disk_that_is_not_connected_is_waited_for(folder, site):
    assert killed(folder, site, moves=1) == 9
    away = site.rename(site.with_name("away"))
    with Library.open(folder, clock=clock) as library:
        assert finish_exports(library).folders == ()
        away.rename(site)
        assert finish_exports(library).folders == (site,)


def test_an_export_that_ends_in_order_leaves_no_note(library, save, steps):
    save()
    begun = steps()
    next(begun)
    assert len(notes(library.folder)) == 1
    finished(begun)
    assert notes(library.folder) == []
    cancelled = steps()
    next(cancelled)
    cancelled.close()
    assert notes(library.folder) == []
