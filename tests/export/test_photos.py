"""What goes out with a photo: its words and rights in every file, and never where it was taken."""

import json
from dataclasses import replace

import pytest
from PIL import Image

from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import Consent, ConsentState, Crop, PhotoWords
from tests.export.talkative import KINDS, SECRETS, talkative

WORDS = PhotoWords(
    title="The harbour",
    photographer="Mira Moser",
    copyright_notice="© 2015 Mira Moser",
    licence="cc-by-4.0",
    source_address="https://photos.example.org/1",
    licensor_address="https://photos.example.org/buy",
    usage_terms="Name the author.",
    long_description="Two boats, and a red one.",
    digital_source_type="digitalCapture",
    consent=Consent(state=ConsentState.GIVEN, given_by="Sura Halabi", note="by phone"),
)


@pytest.fixture
def taken_in(library):
    """Return a way to have a photo in the library, with words, and its src."""

    def take(data, **words):
        src = library.photos.add(data, name="p.jpg").src
        library.photos.save_words(src, replace(WORDS, **words))
        return src

    return take


@pytest.fixture
def pictures_in(site):
    """Return what finds the picture files of a page, by the end of their names."""

    def find(folder):
        files = sorted((site / folder / "img").iterdir())
        return {"-".join(file.name.rsplit("-", 2)[1:]): file for file in files}

    return find


def lead_of(src, **words):
    usual = {"alt": "Two boats", "caption": "At dawn", "credit": "Photo: Harbour Office"}
    return LeadFigure(src=src, **(usual | words))


def said_in(file):
    """Return what a picture file says in its XMP, as Pillow reads it."""
    with Image.open(file) as picture:
        return picture.getxmp()["xmpmeta"]["RDF"]["Description"]


def first_of(alternatives):
    found = alternatives["Alt"]["li"]
    return (found[0] if isinstance(found, list) else found)["text"]


def test_no_file_says_where_a_photo_was_taken_with_what_or_what_was_done_to_it(
    save, export, site, library, taken_in
):
    originals = [talkative(kind, seed) for seed, kind in enumerate(KINDS)]
    assert all(any(secret in data for secret in SECRETS) for data in originals)
    srcs = [taken_in(data) for data in originals]
    for number, src in enumerate(srcs):
        body = f"Words.\n\n![Boats]({srcs[number - 1]})\n:: Jo Doe\n"
        save(number + 1, lead_figure=lead_of(src), body=body)
    export(as_zip=True)
    files = [file for file in site.rglob("*") if file.is_file()]
    assert len([file for file in files if file.parent.name == "img"]) == len(KINDS) * 12
    told = {
        (file.name, secret)
        for file in files
        for secret in (*SECRETS, b"Sura Halabi", b"by phone")
        if secret in file.read_bytes()
    }
    assert told == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_names_author_rights_and_what_can_be_seen(
    save, export, taken_in, pictures_in, kind
):
    save(lead_figure=lead_of(taken_in(talkative(kind))))
    export()
    pictures = pictures_in("en-GB/item-1")
    assert {name.partition("-")[2] for name in pictures} >= {"320.webp", "card.jpg", "1x1.jpg"}
    for file in pictures.values():
        said = said_in(file)
        assert said["Credit"] == "Harbour Office"
        assert said["creator"]["Seq"]["li"] == "Mira Moser"
        assert first_of(said["rights"]) == "© 2015 Mira Moser"
        assert said["WebStatement"] == "https://creativecommons.org/licenses/by/4.0/"
        assert first_of(said["AltTextAccessibility"]) == "Two boats"
        assert first_of(said["description"]) == "At dawn"
        assert said["DigitalSourceType"].endswith("/digitalCapture")


def test_words_that_change_are_written_anew_without_decoding_a_photo(
    save, export, taken_in, pictures_in, library
):
    src = taken_in(talkative("JPEG"))
    save(lead_figure=lead_of(src))
    export()
    before, decoded = pictures_in("en-GB/item-1"), library.renditions.decoded
    library.photos.save_words(src, replace(WORDS, copyright_notice="© 2016 Mira Moser"))
    report = export()
    assert pictures_in("en-GB/item-1") == before
    written = [path for path, action in report.files if action == "written" and "/img/" in path]
    assert len(written) == len(before)
    assert first_of(said_in(before[next(iter(before))])["rights"]) == "© 2016 Mira Moser"
    assert library.renditions.decoded == decoded


def test_another_crop_gives_other_names(save, export, taken_in, pictures_in, library):
    src = taken_in(talkative("JPEG"))
    save(lead_figure=lead_of(src))
    export()
    before = pictures_in("en-GB/item-1")
    crop = Crop(left=0, top=0, width=0.9, height=0.9)
    library.photos.save_words(src, replace(WORDS, crop=crop))
    export()
    after = pictures_in("en-GB/item-1")
    assert not before.keys() & after.keys()
    (file,) = [file for name, file in after.items() if name.endswith("-360.webp")]
    with Image.open(file) as picture:
        assert picture.size == (360, 270)


@pytest.mark.parametrize(
    "words",
    [
        {"licence": "cc-by-sa-4.0"},
        {"title": "Another title"},
        {"source_address": "https://photos.example.org/2"},
        {"long_description": "Three boats."},
    ],
)
def test_a_page_says_what_the_photo_in_its_text_says_now(save, export, taken_in, library, words):
    src = taken_in(talkative("JPEG"))
    save(body=f"![Boats]({src})\n:: Jo Doe\n")

    def page_is():
        return dict(export().files)["en-GB/item-1/index.html"]

    assert [page_is(), page_is()] == ["written", "kept"]
    library.photos.save_words(src, replace(WORDS, **words))
    assert [page_is(), page_is()] == ["written", "kept"]
    library.photos.save_words(src, WORDS)
    assert page_is() == "written"


def test_a_consent_changes_no_file(save, export, taken_in, library):
    src = taken_in(talkative("JPEG"))
    save(lead_figure=lead_of(src), body=f"![Boats]({src})\n:: Jo Doe\n")
    export()
    library.photos.save_words(src, replace(WORDS, consent=Consent(state=ConsentState.REFUSED)))
    assert {action for _, action in export().files} == {"kept"}


def test_a_photo_that_is_gone_or_altered_holds_its_items_back(
    save, export, taken_in, library, site
):
    gone, altered = (taken_in(talkative("JPEG", seed)) for seed in (1, 2))
    save(1, lead_figure=lead_of(gone))
    save(2, body=f"Words.\n\n![Boats]({altered})\n:: Jo Doe\n")
    save(3)
    library.photos.path(gone).unlink()
    data = library.photos.path(altered).read_bytes()
    library.photos.path(altered).write_bytes(data[:-1] + b"\0")
    report = export()
    assert [len(one.reasons) for one in report.held_back] == [1, 1]
    assert all("photo" in one.reasons[0] for one in report.held_back)
    assert (site / "en-GB/item-3/index.html").exists()
    assert not list(site.rglob("img"))


def test_a_rehearsal_tells_of_a_photo_that_is_gone_where_it_is_needed(
    save, export, taken_in, library
):
    src = taken_in(talkative("JPEG"))
    save(lead_figure=lead_of(src))
    original = library.photos.path(src)
    aside = original.rename(original.with_suffix(".aside"))
    (rehearsed,) = export(is_rehearsal=True).held_back
    (held,) = export().held_back
    assert rehearsed == held
    aside.rename(original)
    assert export().held_back == ()
    original.unlink()
    assert export(is_rehearsal=True).held_back == export().held_back == ()


def test_damaged_words_of_a_photo_hold_its_item_back(save, export, taken_in, library):
    save(lead_figure=lead_of(taken_in(talkative("JPEG"))))
    with library.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE media SET words = replace(words, 'Mira', 'Sura')")
    (held,) = export().held_back
    assert "words of the photo" in held.reasons[0]


def test_a_photo_that_two_places_show_says_what_the_first_says(save, export, taken_in, pictures_in):
    src = taken_in(talkative("JPEG"), licence="")
    save(body=f"![One]({src})\n:: First\n\n![Two]({src})\n:: Second\n")
    export()
    for file in pictures_in("en-GB/item-1").values():
        assert said_in(file)["Credit"] == "First"
        assert first_of(said_in(file)["AltTextAccessibility"]) == "One"


def test_copies_are_made_once_for_items_that_share_a_photo(save, export, taken_in, library):
    src = taken_in(talkative("JPEG"))
    for number in (1, 2):
        save(
            number,
            lead_figure=lead_of(src),
            translation_group="g",
            language=("en", "fr")[number - 1],
        )
    export()
    assert library.renditions.decoded == 1


def test_each_photo_is_a_step_that_can_be_cancelled(save, steps, taken_in, site, library):
    srcs = [taken_in(talkative("JPEG", seed)) for seed in (1, 2)]
    save(lead_figure=lead_of(srcs[0]), body=f"![One]({srcs[1]})\n:: First\n")
    export = steps()
    labels = [next(export).label, next(export).label]
    assert labels == ["Headline 1: photo 1 of 2", "Headline 1: photo 2 of 2"]
    export.close()
    assert not site.exists()


def test_the_weight_of_a_page_is_known_before_it_is_written(save, export, taken_in, site):
    src = taken_in(talkative("JPEG"))
    save(lead_figure=lead_of(src), body=f"Words.\n\n![Boats]({src}){{left}}\n:: Jo Doe\n")
    (guessed,) = export(is_rehearsal=True).items
    assert guessed.weight.is_about
    export()
    (known,) = export(is_rehearsal=True).items
    assert not known.weight.is_about
    folder = site / "en-GB/item-1"
    pictures = {file.name.rsplit("-", 1)[1]: file for file in (folder / "img").iterdir()}
    html = (folder / "index.html").stat().st_size
    loaded = sum(pictures[name].stat().st_size for name in ("400.webp", "320.webp"))
    whole = sum(file.stat().st_size for file in pictures.values())
    assert known.weight.page == pytest.approx(html + loaded, rel=0.02)
    assert known.weight.kit == pytest.approx(html + whole, rel=0.02)


def test_search_engines_are_told_the_rights_of_each_shape(save, export, site, taken_in):
    save(lead_figure=lead_of(taken_in(talkative("JPEG"))))
    export()
    page = (site / "en-GB/item-1/index.html").read_text(encoding="utf-8")
    data = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    images = json.loads(data)["image"]
    assert [(one["width"], one["height"]) for one in images] == [
        (400, 300),
        (400, 225),
        (400, 300),
        (300, 300),
    ]
    for one in images:
        assert one["creditText"] == "Harbour Office"
        assert one["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert one["acquireLicensePage"] == "https://photos.example.org/buy"
        assert one["creator"] == {"@type": "Person", "name": "Mira Moser"}
        file = site / "en-GB" / one["contentUrl"].partition("/en-GB/")[2]
        with Image.open(file) as picture:
            assert picture.size == (one["width"], one["height"])
