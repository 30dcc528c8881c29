"""An export writes what changed, all of it or nothing, and touches nothing else."""

import hashlib
import json
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editor_app.export import texts
from editor_app.export.errors import ExportError
from editor_app.model.status import Status


def actions(report):
    return Counter(action for _, action in report.files)


def test_a_finished_item_becomes_a_page_with_its_pictures_lists_and_feeds(
    save, export, site, lead, files_in
):
    save(lead_figure=lead())
    export()
    names = {name for name, data in files_in(site).items() if data is not None}
    (card,) = [name for name in names if name.endswith("-card.jpg")]
    stem = card.removesuffix("card.jpg")
    assert stem.startswith("en-GB/item-1/img/item-1-")
    pictures = {"320.webp", "320.jpg", "card.jpg", "16x9.jpg", "4x3.jpg", "1x1.jpg"}
    assert names == {
        *(stem + name for name in pictures),
        "en-GB/item-1/index.html",
        "index.html",
        "en-GB/index.html",
        "archive/en-GB/2026-03/index.html",
        "atom.xml",
        "rss.xml",
        "feed.json",
        "sitemap.xml",
        "manifest.json",
    }
    page = (site / "en-GB/item-1/index.html").read_text(encoding="utf-8")
    assert f'src="{stem.removeprefix("en-GB/item-1/")}320.jpg"' in page


def test_the_manifest_names_every_file_with_its_hash(save, export, site, lead, files_in):
    item = save(lead_figure=lead())
    export()
    listed = json.loads((site / "manifest.json").read_text())["files"]
    on_disk = {name: data for name, data in files_in(site).items() if data is not None}
    del on_disk["manifest.json"]
    assert {one["path"] for one in listed} == set(on_disk)
    for one in listed:
        data = on_disk[one["path"]]
        assert (one["sha256"], one["size"]) == (hashlib.sha256(data).hexdigest(), len(data))
        assert (one["item"], one["version"]) in {(item.id, 1), ("", 0)}


@pytest.fixture
def forbid_reading_and_drawing(library, monkeypatch):
    """Return what makes it a failure to read a text or a photo from now on."""

    def refuse(*_arguments, **_options):
        raise AssertionError

    def forbid():
        library.renditions.clear()
        monkeypatch.setattr(texts, "read_markdown", refuse)
        monkeypatch.setattr(library.photos, "data", refuse)

    return forbid


def test_exporting_again_writes_nothing_and_neither_reads_nor_draws(
    save, export, lead, files_at_home, forbid_reading_and_drawing
):
    for number in range(1, 4):
        save(number, lead_figure=lead())
    export()
    before = files_at_home()
    forbid_reading_and_drawing()
    assert set(actions(export())) == {"kept"}
    assert files_at_home() == before


def test_the_same_items_give_the_same_bytes_in_another_folder(
    save, export, tmp_path, lead, files_in
):
    save(1, lead_figure=lead(), translation_group="g")
    save(2, language="fr", translation_group="g")
    export(as_zip=True)
    export(to=tmp_path / "elsewhere" / "site", as_zip=True)
    assert files_in(tmp_path / "site") == files_in(tmp_path / "elsewhere" / "site")


def test_only_what_changed_is_written(save, export, site):
    save(1)
    second = save(2)
    export()
    save(2, headline="Another headline", version=second.version)
    written = {path for path, action in export().files if action == "written"}
    assert "en-GB/item-2/index.html" in written
    assert "en-GB/item-1/index.html" not in written


def test_a_page_whose_photo_changed_loses_the_old_picture(save, export, site, lead):
    item = save(lead_figure=lead("teal"))
    export()
    save(lead_figure=lead("red"), version=item.version)
    report = export()
    assert [action for path, action in report.files if "card.jpg" in path].count("removed") == 1
    assert len(list((site / "en-GB/item-1/img").glob("*-card.jpg"))) == 1


def test_a_withdrawn_item_goes_from_folder_lists_and_manifest(save, export, site):
    save(1)
    item = save(2)
    export()
    save(2, status=Status.WITHDRAWN, version=item.version)
    report = export()
    assert ("en-GB/item-2/index.html", "removed") in report.files
    assert not (site / "en-GB/item-2").exists()
    assert "Headline 2" not in (site / "index.html").read_text()
    assert "item-2" not in (site / "manifest.json").read_text()


def test_a_new_slug_moves_the_page(save, export, site):
    item = save(1)
    export()
    save(1, slug="elsewhere", version=item.version)
    export()
    assert not (site / "en-GB/item-1").exists()
    assert (site / "en-GB/elsewhere/index.html").exists()


def test_exporting_one_item_keeps_the_others_in_manifest_and_lists(save, export, site):
    save(1)
    second = save(2)
    export()
    export(second.id)
    assert "Headline 1" in (site / "index.html").read_text()
    assert "item-1" in (site / "manifest.json").read_text()
    assert "item-1" in (site / "sitemap.xml").read_text()


def test_items_with_missing_credit_are_held_back_and_others_go_out(save, export, site, lead):
    save(1, lead_figure=replace(lead(), credit=""))
    save(2)
    report = export()
    (held,) = report.held_back
    assert held.reasons == ("The lead photo has no credit.",)
    assert not (site / "en-GB/item-1").exists()
    assert (site / "en-GB/item-2/index.html").exists()


def test_a_reason_overrides_the_checks_and_is_remembered(save, export, site, lead, library):
    item = save(1, lead_figure=replace(lead(), credit=""))
    assert not export(force_reason="The director said so").held_back
    assert library.exports.last(item.id).forced_reason == "The director said so"
    listed = json.loads((site / "manifest.json").read_text())["files"]
    forced = [one["forced"] for one in listed if "forced" in one]
    assert forced == ["The director said so"]


def test_an_embargo_holds_back_what_went_out_unchanged_before(save, export, site):
    item = save(1)
    export()
    save(1, embargo_until=datetime(2099, 1, 1, tzinfo=UTC), version=item.version)
    report = export()
    assert "embargo" in report.held_back[0].reasons[0]
    assert (site / "en-GB/item-1/index.html").exists()


def test_a_draft_does_not_go_out_and_says_why(save, export, site):
    item = save(1, status=Status.DRAFT)
    report = export(item.id)
    assert "draft" in report.held_back[0].reasons[0]
    assert not site.exists()


def test_a_clearance_copy_stays_apart_from_the_public_pages(save, export, site, library):
    save(1)
    item = save(2, status=Status.DRAFT)
    export()
    public = json.loads((site / "manifest.json").read_text())
    report = export(item.id, is_draft=True)
    assert ("clearance/item-2/index.html", "written") in report.files
    page = (site / "clearance/item-2/index.html").read_text(encoding="utf-8")
    assert "noindex" in page
    assert json.loads((site / "manifest.json").read_text()) == public
    assert library.exports.last(item.id) is None
    assert set(actions(export())) == {"kept"}


def test_clearance_copies_are_of_named_items(export):
    with pytest.raises(ExportError):
        export(is_draft=True)


def test_only_changed_leaves_out_what_was_exported_anywhere(save, export, site, tmp_path):
    save(1)
    second = save(2)
    export()
    save(2, headline="Changed", version=second.version)
    other = tmp_path / "other"
    export(to=other, only_changed=True)
    assert not (other / "en-GB/item-1").exists()
    assert (other / "en-GB/item-2/index.html").exists()


def test_the_zip_file_holds_what_the_folder_holds(save, export, site, lead, files_in):
    save(lead_figure=lead())
    export(as_zip=True)
    with zipfile.ZipFile(site / "site.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
    on_disk = {name: data for name, data in files_in(site).items() if data is not None}
    del on_disk["site.zip"], on_disk["manifest.json"], packed["manifest.json"]
    assert packed == on_disk
    assert set(actions(export(as_zip=True))) == {"kept"}


def test_a_zip_file_that_would_go_stale_is_made_again(save, export, site):
    item = save(1)
    export(as_zip=True)
    save(1, headline="Changed", version=item.version)
    export()
    with zipfile.ZipFile(site / "site.zip") as archive:
        assert b"Changed" in archive.read("en-GB/item-1/index.html")


def test_languages_point_at_each_other(save, export, site):
    save(1, translation_group="g")
    save(2, language="ar", headline="قوارب جديدة", translation_group="g")
    export()
    english = (site / "en-GB/item-1/index.html").read_text(encoding="utf-8")
    arabic = (site / "ar/item-2/index.html").read_text(encoding="utf-8")
    assert 'href="../../ar/item-2/index.html"' in english
    assert 'href="../../en-GB/item-1/index.html"' in arabic
    assert (site / "ar/atom.xml").exists()
