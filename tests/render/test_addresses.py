"""Folders that are safe on every system, and addresses that lead where they say."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.render.addresses import (
    absolute,
    between,
    language_folder,
    safe_href,
    slug_folder,
)


@pytest.mark.parametrize(
    ("tag", "folder"),
    [
        ("en-gb", "en-GB"),
        ("zh-hans", "zh-Hans"),
        ("../..", "und"),
        ("", "und"),
        ("con", "lang-con"),
        ("AUX", "lang-aux"),
    ],
)
def test_a_language_names_a_folder(tag, folder):
    assert language_folder(tag) == folder


@given(slug=st.text(max_size=130), item_id=st.text(max_size=60))
def test_any_slug_gives_a_folder_that_every_system_takes(slug, item_id):
    folder = slug_folder(slug, item_id)
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", folder)
    assert folder not in {"con", "nul", "aux", "prn", "com1", "lpt9"}
    assert len(folder) <= 110


def test_pages_find_each_other_on_disk_and_on_any_host():
    assert between("en-GB/a", "fr/b") == "../../fr/b/index.html"
    assert between("en-GB/a", "") == "../../index.html"
    assert between("", "fr/b") == "fr/b/index.html"
    assert absolute("https://example.org/news", "en-GB/a/") == "https://example.org/news/en-GB/a/"


@pytest.mark.parametrize(
    "address",
    ["javascript:x", " JaVaScript:x", "data:text/html,x", "file:///etc", "//evil", "\\\\evil", ""],
)
def test_an_address_that_leads_nowhere_good_is_dropped(address):
    assert safe_href(address) == ""


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "mailto:a@b.c", "tel:+43", "../other/", "/news"]
)
def test_a_good_address_stays(address):
    assert safe_href(address) == address
