"""What did not change is neither read nor written; what was touched is noticed all the same."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.body.read import read_markdown
from editor_app.checks.catalogue import blocking_rules
from editor_app.checks.engine import Checker
from editor_app.export import delivery, run, texts
from editor_app.export.errors import ForeignFileError
from editor_app.export.pages import PageMaker
from editor_app.model.house_lists import HouseLists
from editor_app.model.house_look import Colours, PageLook
from editor_app.model.house_style import HouseStyle
from editor_app.model.status import Status
from editor_app.render.listing import ListingRenderer
from editor_app.store.examining import Surroundings
from editor_app.store.items import ItemStore
from tests.export.conftest import a_finished_item, clock


def written(report):
    return {path for path, action in report.files if action == "written"}


@pytest.fixture
def forbid_looking(monkeypatch):
    """Return what makes it a failure from now on to read an item or a file, or to set a page."""

    def refuse(*_, **__):
        pytest.fail("looked at what did not change")

    def forbid():
        monkeypatch.setattr(ItemStore, "get", refuse)
        monkeypatch.setattr(ItemStore, "get_many", refuse)
        monkeypatch.setattr(delivery, "digest", refuse)
        monkeypatch.setattr(run, "PageMaker", refuse)

    return forbid


def test_after_no_change_nothing_is_read_or_hashed(save, export, forbid_looking):
    for number in range(1, 4):
        save(number, translation_group="g" if number > 1 else "")
    first = export()
    forbid_looking()
    again = export()
    assert {action for _, action in again.files} == {"kept"}
    assert [path for path, _ in again.files] == [path for path, _ in first.files]
    assert len(again.items) == 3


def test_a_page_that_was_deleted_is_written_again(save, export, site):
    save(1)
    save(2)
    export()
    (site / "en-GB/item-2/index.html").unlink()
    assert written(export()) == {"en-GB/item-2/index.html"}


def test_a_list_that_was_deleted_is_written_again(save, export, site):
    save(1)
    export()
    (site / "atom.xml").unlink()
    assert written(export()) == {"atom.xml"}


def test_a_page_that_was_edited_stops_the_export_even_with_its_size_and_day_kept(
    save, export, site
):
    save(1)
    export()
    page = site / "en-GB/item-1/index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Headline", b"Headlime"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ForeignFileError):
        export()


def test_a_copied_folder_is_looked_through_and_nothing_is_written(save, export, site, tmp_path):
    save(1)
    export()
    shutil.copytree(site, tmp_path / "copy")
    assert written(export(to=tmp_path / "copy")) == set()


def test_another_manifest_makes_the_memory_worthless(save, export, site):
    save(1)
    export()
    older = (site / "manifest.json").read_bytes()
    save(2)
    export()
    (site / "manifest.json").write_bytes(older)
    assert written(export()) == {"manifest.json"}
    assert written(export()) == set()


def test_another_name_of_the_house_changes_every_page(save, export, library):
    save(1)
    export()
    library.house.save(replace(library.house.get(), organisation="River Council"))
    assert "en-GB/item-1/index.html" in written(export())
    assert written(export()) == set()


def test_another_look_of_the_house_changes_every_page_and_list(save, export, library, site):
    save(1)
    export()
    look = PageLook(light=Colours(accent="#aa0000"), footer="Box 1, Vienna")
    library.house.save(replace(library.house.get(), look=look))
    assert {"en-GB/item-1/index.html", "index.html"} <= written(export())
    for name in ("en-GB/item-1/index.html", "index.html"):
        page = (site / name).read_text("utf-8")
        assert "--accent: #aa0000" in page
        assert "Box 1, Vienna" in page
    assert written(export()) == set()


def test_a_thorough_export_reads_everything(save, export, site, monkeypatch):
    save(1)
    export()
    read = []
    digest = delivery.digest
    monkeypatch.setattr(delivery, "digest", lambda file: read.append(Path(file)) or digest(file))
    assert written(export(is_thorough=True)) == set()
    assert site / "en-GB/item-1/index.html" in read


def test_a_page_whose_language_version_comes_or_goes_is_written_again(save, export, site):
    save(1, translation_group="g")
    export()
    french = save(2, language="fr", translation_group="g")
    assert "en-GB/item-1/index.html" in written(export())
    save(2, language="fr", translation_group="g", status=Status.WITHDRAWN, version=french.version)
    assert "en-GB/item-1/index.html" in written(export())
    assert "fr/item-2" not in (site / "en-GB/item-1/index.html").read_text()


def test_a_moved_page_leaves_one_that_leads_on_where_the_house_wants_it(
    save, export, site, library
):
    library.house.save(replace(library.house.get(), leaves_redirects=True))
    first, second = save(1), save(2)
    export()
    save(1, slug="elsewhere", version=first.version)
    save(2, status=Status.WITHDRAWN, version=second.version)
    export()
    moved = (site / "en-GB/item-1/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../en-GB/elsewhere/index.html">' in moved
    assert 'rel="canonical" href="https://www.example.org/en-GB/elsewhere/"' in moved
    gone = (site / "en-GB/item-2/index.html").read_text("utf-8")
    assert '<a href="../../index.html">' in gone
    assert "item-1" not in (site / "sitemap.xml").read_text()
    assert json.loads((site / "manifest.json").read_text())["moved"].keys() == {
        "en-GB/item-1",
        "en-GB/item-2",
    }
    assert written(export()) == set()
    save(3, slug="item-1")
    export()
    assert "Headline 3" in (site / "en-GB/item-1/index.html").read_text("utf-8")


def test_an_item_that_passed_is_not_read_again_for_another_folder(
    save, export, tmp_path, monkeypatch
):
    save(1)
    export()
    monkeypatch.setattr(texts, "read_markdown", lambda _: pytest.fail("read a body again"))
    assert "en-GB/item-1/index.html" in written(export(to=tmp_path / "other"))


def test_rules_that_block_of_themselves_do_not_ask_for_other_items(save, library):
    class Nobody:
        def __getattr__(self, name):
            pytest.fail(f"asked for {name}")

    style, item = HouseStyle(), save(1)
    around = Surroundings(style=style, lists=HouseLists(), others=Nobody(), photo=lambda _: None)
    examined = around.examined(item, read_markdown(item.body), now=clock())
    assert not Checker(blocking_rules(style)).run(examined).blocking


def test_another_folder_gets_kept_pages_and_none_is_set_again(
    save, export, tmp_path, monkeypatch, files_in
):
    save(1)
    save(2, language="fr", translation_group="g")
    save(3, translation_group="g", body=f"[Back](item:{a_finished_item(1).id}).\n")
    export()
    monkeypatch.setattr(PageMaker, "page", lambda *_, **__: pytest.fail("set a page again"))
    export(to=tmp_path / "other")
    assert files_in(tmp_path / "other") == files_in(tmp_path / "site")


def test_another_folder_gets_kept_lists_and_none_is_made_again(
    save, export, tmp_path, monkeypatch, files_in
):
    for number in range(1, 4):
        save(number)
    export()
    monkeypatch.setattr(ListingRenderer, "listing", lambda *_: pytest.fail("made a list again"))
    export(to=tmp_path / "other")
    assert files_in(tmp_path / "other") == files_in(tmp_path / "site")


def test_a_kept_list_of_other_items_is_not_taken(save, export, tmp_path, site):
    save(1)
    export()
    save(2)
    export(to=tmp_path / "other")
    home = (tmp_path / "other" / "index.html").read_text("utf-8")
    assert "Headline 2" in home
    assert "Headline 2" not in (site / "index.html").read_text("utf-8")


def test_after_no_change_other_words_of_a_photo_are_noticed(save, export, lead, library):
    figure = lead()
    save(1, lead_figure=figure)
    save(2)
    export()
    assert written(export()) == set()
    typed = library.photos.record(figure.src).typed
    library.photos.save_words(figure.src, replace(typed, copyright_notice="Somebody else"))
    assert [path for path in written(export()) if path.startswith("en-GB/item-1/")]
    assert written(export()) == set()
