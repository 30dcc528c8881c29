"""An export writes what changed, all of it or nothing, and touches nothing else."""

import hashlib
import json
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.export import pages, texts
from editor_app.export.errors import ExportError, ForeignFileError
from editor_app.model.item import LeadFigure
from editor_app.model.status import Status


def actions(report):
    return Counter(action for _, action in report.files)


def test_a_finished_item_becomes_a_page_with_its_pictures_lists_and_feeds(
    save, export, site, lead, files_in
):
    save(lead_figure=lead())
    export()
    names = {name for name, data in files_in(site).items() if data is not None}
    picture = next(name for name in names if name.endswith(".jpg"))
    assert picture.startswith("en-GB/item-1/img/item-1-")
    assert names == {
        picture,
        "en-GB/item-1/index.html",
        "index.html",
        "atom.xml",
        "rss.xml",
        "feed.json",
        "sitemap.xml",
        "manifest.json",
    }
    assert f'<img src="{picture.removeprefix("en-GB/item-1/")}"' in (
        site / "en-GB/item-1/index.html"
    ).read_text(encoding="utf-8")


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


def test_exporting_again_writes_nothing_and_neither_reads_nor_draws(
    save, export, lead, files_at_home, monkeypatch
):
    for number in range(1, 4):
        save(number, lead_figure=lead())
    export()
    before = files_at_home()

    def refuse(*_arguments, **_options):
        raise AssertionError

    monkeypatch.setattr(texts, "read_markdown", refuse)
    monkeypatch.setattr(pages, "make_rendition", refuse)
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
    assert [action for path, action in report.files if ".jpg" in path].count("removed") == 1
    assert len(list((site / "en-GB/item-1/img").iterdir())) == 1


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
    save(2, language="ar", headline="عنوان", translation_group="g")
    export()
    english = (site / "en-GB/item-1/index.html").read_text(encoding="utf-8")
    arabic = (site / "ar/item-2/index.html").read_text(encoding="utf-8")
    assert 'href="../../ar/item-2/index.html"' in english
    assert 'href="../../en-GB/item-1/index.html"' in arabic
    assert (site / "ar/atom.xml").exists()


# ---------------------------------------------------------------- files that are not ours


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


# ---------------------------------------------------------------- all or nothing


def test_cancelling_at_any_step_leaves_the_folder_as_it_was(save, steps, site, lead, files_in):
    save(1, lead_figure=lead())
    item = save(2)
    total = sum(1 for _ in steps())
    save(2, headline="Changed", version=item.version)
    save(3)
    before = files_in(site)
    total = 5  # three items, the lists, and just before the move
    for stop in range(1, total):
        running = steps()
        for _ in range(stop):
            next(running)
        staged = site / ".standfirst-staging"
        assert staged.exists(), "without staging there would be nothing to take back"
        running.close()
        assert files_in(site) == before


def test_cancelling_the_first_export_leaves_no_folder(save, steps, tmp_path):
    save(1)
    running = steps(to=tmp_path / "new" / "site")
    next(running)
    running.close()
    assert not (tmp_path / "new").exists()


def test_a_rehearsal_says_what_would_happen_and_does_nothing(save, export, steps, site, lead):
    save(1, lead_figure=lead())
    rehearsed = export(is_rehearsal=True)
    assert not site.exists()
    real = export()
    assert rehearsed.files == real.files
    assert rehearsed.items == real.items
    assert set(actions(export(is_rehearsal=True))) == {"kept"}


def test_two_exports_to_one_folder_do_not_mix(save, steps, site):
    save(1)
    first = steps()
    next(first)
    with pytest.raises(ExportError, match="Another export"):
        next(steps())
    first.close()
    assert not site.exists()


def test_an_unknown_kind_is_refused(export):
    with pytest.raises(ExportError, match="pdf"):
        export(kinds=("pdf",))


# ---------------------------------------------------------------- any items

SLUGS = st.text("ab-./\\~ :Ä\0", max_size=6) | st.sampled_from(["con", "nul", "../x", "a", "A"])
TAGS = st.sampled_from(["en-GB", "EN-gb", "fr", "../..", "", "con"])


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(items=st.lists(st.tuples(SLUGS, TAGS), min_size=1, max_size=5))
def test_any_items_lie_inside_the_folder_each_in_a_place_of_its_own(
    save, export, tmp_path, numbers, items
):
    target = tmp_path / f"site-{next(numbers)}"
    saved = [save(next(numbers), slug=slug, language=tag) for slug, tag in items]
    outside = {path for path in tmp_path.iterdir() if path != target}
    report = export(*(item.id for item in saved), to=target)
    page_paths = [path for path, _ in report.files if path.count("/") > 1]
    assert len({path.casefold() for path in page_paths}) == len(items)
    assert all((target / path).resolve().is_relative_to(target) for path in page_paths)
    assert {path for path in tmp_path.iterdir() if path != target} == outside
    again = export(*(item.id for item in saved), to=target)
    assert set(actions(again)) == {"kept"}
