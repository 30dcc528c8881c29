"""The files of a photo beside a page: their names, and what a page may know of it."""

from dataclasses import replace

import pytest

from editor_app.media.photo import Photo
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.photo_words import Consent, Crop, FoundWord, Origin, PhotoWords
from editor_app.render.pictures import named_recipes, page_pictures

SRC = "media/aa/a.jpg"


def a_record(width=2400, height=1600, *, extension="jpg", size=2_000_000, **fields):
    photo = Photo("a" * 64, extension, width, height, "image/jpeg", size)
    return PhotoRecord(photo=photo, **fields)


def picture_of(record, *, slug="bridges", language="en-GB"):
    return page_pictures(slug, {SRC: record}.get, language=language)(SRC)


def files_of(picture):
    sets = (picture.srcset, *(one.srcset for one in picture.formats))
    named = [file.split(" ")[0] for srcset in sets for file in srcset.split(", ")]
    return {*named, *(cut.src for cut in picture.cuts)}


def test_a_page_names_the_very_files_that_are_made():
    record = a_record()
    picture = picture_of(record)
    assert files_of(picture) == set(named_recipes("bridges", record.photo, PhotoWords()))
    assert picture.src in files_of(picture)
    assert (picture.width, picture.height) == (1920, 1280)


def test_a_small_photo_is_there_in_its_own_width_only():
    picture = picture_of(a_record(200, 100, size=9000))
    assert picture.srcset.endswith("-200.jpg 200w")
    assert "," not in picture.srcset


def test_a_drawing_stays_a_png_for_browsers_without_webp():
    picture = picture_of(a_record(extension="png", size=40_000))
    assert picture.src.endswith("-1920.png")
    assert all(cut.src.endswith(".jpg") for cut in picture.cuts)


def test_names_change_with_the_pixels_and_with_nothing_else():
    record = a_record()
    name = picture_of(record).src
    worded = replace(record, typed=PhotoWords(title="Bridge", licence="cc0-1.0"))
    assert picture_of(worded).src == name
    cropped = replace(record, typed=PhotoWords(crop=Crop(left=0, top=0, width=0.9, height=1)))
    assert picture_of(cropped).src != name
    assert picture_of(record, slug="con").src.startswith("img/photo-")


def test_a_page_gets_the_words_of_its_language_and_no_consent():
    found = tuple(
        FoundWord(field="title", value=value, origin=Origin.XMP, language=language)
        for value, language in (("Bridge", "en"), ("Le\x00 pont", "fr"))
    )
    record = a_record(found=found, typed=PhotoWords(consent=Consent(given_by="Mira Moser")))
    assert picture_of(record).words.title == "Bridge"
    assert picture_of(record, language="fr").words.title == "Le pont"
    assert picture_of(record).words.consent == Consent()


@pytest.mark.parametrize("src", ["media/bb/b.jpg", "https://example.org/a.jpg", "../a.jpg", ""])
def test_what_the_library_does_not_have_is_no_picture(src):
    assert page_pictures("bridges", {SRC: a_record()}.get, language="en")(src) is None


def test_every_description_is_tied_to_its_own_photo(item, page_of, records):
    described = replace(records["media/bb/b.jpg"], typed=PhotoWords(long_description="Twice."))
    records["media/bb/b.jpg"] = described
    figure = "![A bridge](media/bb/b.jpg)\n"
    html = page_of(replace(item, body=f"{figure}\n::: fact-box Box\n{figure}:::\n")).html
    for name in ("lead-description", "description-1", "description-2"):
        assert html.count(f'<img aria-details="{name}"') == 1
        assert html.count(f'<details id="{name}" class="description">') == 1
