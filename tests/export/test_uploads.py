"""What changed since the last upload is listed file by file, handed over, and noted."""

import zipfile

import pytest

from editor_app.export.errors import ExportError
from editor_app.export.uploads import (
    TO_REMOVE,
    ToDo,
    copy_files,
    files_to_upload,
    mark_uploaded,
    zip_files,
)
from editor_app.model.status import Status
from editor_app.store.errors import DamagedItemError
from editor_app.store.library import Library
from tests.export.conftest import clock, finished


@pytest.fixture
def wanted(library, site):
    return lambda: files_to_upload(library, site)


@pytest.fixture
def mark(library, wanted):
    def mark():
        mark_uploaded(library, wanted(), place=" www.example.org ", person="Jo Doe", clock=clock)

    return mark


@pytest.fixture
def uploaded(save, export, mark):
    """Mark two items as uploaded; return a way to withdraw the first, change the second, export."""
    first, second = save(1), save(2)
    export()
    mark()

    def change():
        save(1, status=Status.WITHDRAWN, version=first.version)
        save(2, body="Other words.\n", version=second.version)
        export()

    return change


def todo(wanted):
    return {one.path: one.todo for one in wanted.files}


def test_before_the_first_upload_all_files_are_to_be_added_but_the_manifest(
    save, export, site, wanted, files_in
):
    save(1)
    export(as_zip=True)
    there = {name for name, data in files_in(site).items() if data is not None}
    assert set(todo(wanted())) == there - {"manifest.json", "site.zip"}
    assert set(todo(wanted()).values()) == {ToDo.ADD}


def test_after_a_change_only_its_files_are_listed(save, export, mark, wanted):
    save(1)
    second = save(2)
    export()
    mark()
    assert wanted().files == ()
    save(2, body="Other words.\n", version=second.version)
    export()
    assert todo(wanted()) == {"en-GB/item-2/index.html": ToDo.REPLACE}
    assert wanted().files[0].headline == "Headline 2"


def test_a_withdrawn_and_a_renamed_item_leave_files_to_remove(save, export, mark, wanted):
    first, second = save(1), save(2)
    save(3)
    export()
    mark()
    save(1, status=Status.WITHDRAWN, version=first.version)
    save(2, slug="elsewhere", version=second.version)
    export()
    removed = {path for path, what in todo(wanted()).items() if what is ToDo.REMOVE}
    assert removed == {"en-GB/item-1/index.html", "en-GB/item-2/index.html"}
    assert todo(wanted())["en-GB/elsewhere/index.html"] is ToDo.ADD


@pytest.mark.usefixtures("uploaded")
def test_what_was_marked_is_known_after_opening_the_library_again(library, site, tmp_path):
    library.close()
    with Library.open(tmp_path / "library", clock=clock) as again:
        known = files_to_upload(again, site)
    assert known.files == ()
    assert (known.last.place, known.last.person) == ("www.example.org", "Jo Doe")


def test_a_record_of_an_upload_that_rots_is_noticed(save, export, mark, library, wanted):
    save(1)
    export()
    mark()
    with library.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE uploads SET person = 'Jo Dof'")
    with pytest.raises(DamagedItemError):
        wanted()


def test_the_files_are_copied_to_their_places_with_a_list_of_what_has_to_go(
    uploaded, wanted, site, tmp_path, files_in
):
    uploaded()
    copied = files_in(finished(copy_files(wanted(), tmp_path / "out")))
    assert copied[TO_REMOVE] == b"en-GB/item-1/index.html\n"
    page = "en-GB/item-2/index.html"
    assert copied[page] == (site / page).read_bytes()
    assert "en-GB/item-1" not in copied


def test_the_zip_file_holds_the_same(uploaded, wanted, tmp_path):
    uploaded()
    with zipfile.ZipFile(finished(zip_files(wanted(), tmp_path / "out.zip"))) as archive:
        assert archive.namelist() == [*(one.path for one in wanted().to_copy), TO_REMOVE]
    assert [path.name for path in tmp_path.glob("*out*")] == ["out.zip"]


def test_a_file_that_was_changed_since_is_not_handed_over(save, export, wanted, site, tmp_path):
    save(1)
    export()
    (site / "en-GB/item-1/index.html").write_text("by hand")
    with pytest.raises(ExportError, match="not as it was exported"):
        finished(copy_files(wanted(), tmp_path / "out"))
    with pytest.raises(ExportError, match="not as it was exported"):
        finished(zip_files(wanted(), tmp_path / "out.zip"))
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "out.zip").exists()


def test_cancelling_a_copy_leaves_nothing(save, export, wanted, tmp_path):
    save(1)
    export()
    steps = copy_files(wanted(), tmp_path / "out")
    next(steps)
    steps.close()
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_is_not_copied_to(save, export, wanted, tmp_path, site):
    save(1)
    export()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("mine")
    for folder in (tmp_path / "mine", site / "within"):
        with pytest.raises(ExportError):
            finished(copy_files(wanted(), folder))
    assert not (site / "within").exists()


def test_a_place_is_needed_to_mark(save, export, library, wanted):
    save(1)
    export()
    with pytest.raises(ExportError, match="where"):
        mark_uploaded(library, wanted(), place=" ", person="", clock=clock)


def test_a_folder_without_an_export_is_said_to_be_one(library, tmp_path):
    with pytest.raises(ExportError, match="Nothing was exported"):
        files_to_upload(library, tmp_path / "nowhere")
