"""Galleries on the page: each photo in all its widths, and as wide as it is shown."""

import re

import pytest

from editor_app.body import read_markdown, write_html
from editor_app.render.pictures import page_pictures
from editor_app.render.shown_photos import shown_photos
from tests.render.conftest import a_record

ONE = "![A quay](media/aa/a.jpg)\n: At dusk\n"
OTHER = "![A ferry](media/bb/b.jpg)\n"


@pytest.fixture
def pictures():
    records = {
        "media/aa/a.jpg": a_record("a", 3000, 2000),
        "media/bb/b.jpg": a_record("b", 500, 800, credit="Jane Doe"),
    }
    return page_pictures("quays", records.get, language="en")


def sizes(html):
    return set(re.findall(r'<img[^>]* sizes="([^"]*)"', html))


def test_photos_side_by_side_are_asked_for_half_as_wide(pictures):
    single = write_html(read_markdown(ONE), pictures=pictures)
    several = write_html(read_markdown(f"::: gallery\n{ONE}\n{OTHER}:::\n"), pictures=pictures)
    (whole,), (half,) = sizes(single), sizes(several)
    assert whole.endswith("calc(100vw - 2.5rem)")
    assert half.endswith("calc(50vw - 1.75rem)")
    assert several.count("<picture>") == 2
    assert "-1920.webp 1920w" in several
    assert "-500.webp 500w" in several


def test_a_photo_alone_in_its_gallery_has_all_the_room(pictures):
    single = write_html(read_markdown(ONE), pictures=pictures)
    alone = write_html(read_markdown(f"::: gallery\n{ONE}:::\n"), pictures=pictures)
    assert sizes(alone) == sizes(single)


def test_the_weight_of_a_page_knows_where_the_photos_of_a_gallery_stand(pictures):
    [gallery] = read_markdown(f"::: gallery\n{ONE}\n{OTHER}:::\n").blocks
    asked = {src: pictures(src) for src in ("media/aa/a.jpg", "media/bb/b.jpg")}
    shown = shown_photos(gallery, asked)
    assert [photo.src for photo in shown] == list(asked)
    assert {photo.slot.value for photo in shown} == {"gallery"}
