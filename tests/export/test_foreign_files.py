"""Files that are not ours are never touched, and what cannot be used is said in a sentence."""

import pytest

from editor_app.export.errors import ExportError, ForeignFileError
from editor_app.model.item import LeadFigure
from editor_app.model.status import Status


@pytest.mark.parametrize("name", ["index.html", "en-GB/item-1/index.html", "atom.xml"])
def test_a_foreign_file_with_our_name_stops_everything(save, export, site, files_in, name):
    save(1)
    (site / name).parent.mkdir(parents=True)
    (site / name).write_text("mine")
    before = files_in(site)
    with pytest.raises(ForeignFileError, match=name):
        export()
    assert files_in(site) == before


def test_a_page_edited_by_hand_is_not_overwritten(save, export, site, files_in):
    item = save(1)
    export()
    (site / "en-GB/item-1/index.html").write_text("edited by hand")
    save(1, headline="Changed", version=item.version)
    before = files_in(site)
    with pytest.raises(ForeignFileError):
        export()
    assert files_in(site) == before


def test_a_page_edited_by_hand_is_not_removed(save, export, site):
    save(1)
    item = save(2)
    export()
    (site / "en-GB/item-2/index.html").write_text("edited by hand")
    save(2, status=Status.WITHDRAWN, version=item.version)
    report = export()
    assert report.left == ("en-GB/item-2/index.html",)
    assert (site / "en-GB/item-2/index.html").read_text() == "edited by hand"


def test_other_files_in_the_folder_are_left_alone(save, export, site):
    (site / "en-GB/item-1").mkdir(parents=True)
    (site / "en-GB/item-1/notes.txt").write_text("mine")
    item = save(1)
    export()
    save(1, status=Status.WITHDRAWN, version=item.version)
    export()
    assert (site / "en-GB/item-1/notes.txt").read_text() == "mine"


def test_a_link_out_of_the_folder_is_not_followed(save, export, site, tmp_path):
    save(1)
    (tmp_path / "outside").mkdir()
    site.mkdir()
    (site / "en-GB").symlink_to(tmp_path / "outside")
    with pytest.raises(ForeignFileError):
        export()
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize(
    "written",
    [
        "not json",
        "[]",
        '{"files": []}',
        (
            '{"made_by": "Standfirst", "format": 1, "items": [],'
            ' "files": [{"path": "../../library/library.db", "sha256": "", "size": 1}]}'
        ),
    ],
)
def test_a_manifest_that_is_not_ours_stops_everything(save, export, site, files_in, written):
    save(1)
    site.mkdir()
    (site / "manifest.json").write_text(written)
    before = files_in(site)
    with pytest.raises(ExportError, match=r"manifest\.json"):
        export()
    assert files_in(site) == before


def test_a_folder_that_is_a_file_gives_one_sentence(save, export, site):
    save(1)
    site.write_text("a file")
    with pytest.raises(ExportError, match="is not a folder"):
        export()
    assert site.read_text() == "a file"


def test_a_photo_that_is_gone_holds_its_item_back(save, export, site, lead, library):
    figure = lead()
    save(1, lead_figure=figure)
    save(2)
    (library.folder / figure.src).unlink()
    report = export()
    assert [held.headline for held in report.held_back] == ["Headline 1"]
    assert (site / "en-GB/item-2/index.html").exists()


def test_a_photo_from_another_host_is_never_asked_for(save, export, site):
    save(1, lead_figure=LeadFigure(src="https://evil.example/x.jpg", alt="x", credit="y"))
    export()
    assert "evil" not in (site / "en-GB/item-1/index.html").read_text()
