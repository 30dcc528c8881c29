"""Links between items in an exported folder: good while both are there, never broken silently."""

from editor_app.model.status import Status
from tests.export.conftest import a_finished_item

FIRST, SECOND = a_finished_item(1), a_finished_item(2)
TO_SECOND = f"As [we wrote](item:{SECOND.id}) before.\n"


def page(site, slug="item-1"):
    (file,) = site.glob(f"*/{slug}/index.html")
    return file.read_text("utf-8")


def way(site):
    (folder,) = {file.parent.parent.name for file in site.glob("*/item-1/index.html")}
    return f'<a href="../../{folder}/item-2/index.html">we wrote</a>'


def test_a_link_leads_to_the_page_of_another_item(save, export, site):
    save(1, body=TO_SECOND)
    save(2)
    report = export()
    assert way(site) in page(site)
    assert report.lost_links == ()
    assert [action for _path, action in export().files if action != "kept"] == []


def test_two_items_may_lead_to_each_other(save, export, site):
    save(1, body=TO_SECOND)
    save(2, body=f"[Back](item:{FIRST.id}).\n")
    export()
    assert way(site) in page(site)
    assert "/item-1/index.html" in page(site, "item-2")


def test_a_link_to_an_item_that_is_not_exported_is_reported(save, export, site):
    save(1, body=TO_SECOND)
    save(2, status=Status.DRAFT)
    (lost,) = export().lost_links
    assert (lost.item_id, lost.headline, lost.target) == (FIRST.id, "Headline 1", "Headline 2")
    assert "As we wrote before." in page(site)


def test_a_link_to_an_item_that_is_gone_is_reported(save, export, site):
    save(1, body=TO_SECOND)
    (lost,) = export().lost_links
    assert lost.target == "an item that is not in the library any more"


def test_a_held_back_item_is_not_led_to(save, export, site):
    save(1, body=TO_SECOND)
    save(2, standfirst="", body="", headline="")
    report = export()
    assert [held.item_id for held in report.held_back] == [SECOND.id]
    assert [lost.item_id for lost in report.lost_links] == [FIRST.id]
    assert "item-2" not in page(site)


def test_a_page_is_written_again_when_what_it_leads_to_comes_or_goes(save, export, site):
    save(1, body=TO_SECOND)
    draft = save(2, status=Status.DRAFT)
    export()
    ready = save(2, status=Status.READY, version=draft.version)
    export(only_changed=True)
    assert way(site) in page(site)
    save(2, status=Status.WITHDRAWN, version=ready.version)
    report = export(only_changed=True)
    assert "As we wrote before." in page(site)
    assert [lost.target for lost in report.lost_links] == ["Headline 2"]


def test_a_page_is_written_again_when_what_it_leads_to_lies_elsewhere(save, export, site):
    save(1, body=TO_SECOND)
    second = save(2)
    export()
    save(2, version=second.version, slug="moved")
    export(only_changed=True)
    assert way(site).replace("item-2", "moved") in page(site)


def test_exporting_one_item_mends_the_links_to_it_and_brings_out_no_other_words(save, export, site):
    first, second = save(1, body=TO_SECOND), save(2)
    export()
    second = save(2, version=second.version, slug="moved")
    export(SECOND.id)
    assert "/moved/index.html" in page(site)
    save(1, version=first.version, body=f"New words. {TO_SECOND}")
    save(2, version=second.version, slug="again")
    export(SECOND.id)
    assert "New words" not in page(site)


def test_a_clearance_copy_leads_nowhere_else(save, export, site):
    save(1, body=TO_SECOND)
    save(2)
    report = export(FIRST.id, is_draft=True)
    assert [lost.target for lost in report.lost_links] == ["Headline 2"]
