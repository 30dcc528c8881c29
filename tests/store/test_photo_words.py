"""What is known of a photo is kept with it, proven by its checksum, and found again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.fields import read_record, record_fields
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import Consent, ConsentState, Crop, Focus, PhotoWords
from editor_app.store.errors import PhotoMissingError, PhotoWordsDamagedError
from editor_app.store.exports import ExportRecord
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify

WORDS = PhotoWords(
    title="Ferry",
    credit="Diaspora Vibe",
    alt="A ferry at the quay",
    licence="cc-by-2.0",
    consent=Consent(state=ConsentState.GIVEN, given_by="A. Nowak", day=date(2026, 3, 1)),
    crop=Crop(left=0.1, top=0.0, width=0.8, height=0.5),
    focus=Focus(x=0.4, y=0.25),
)


@given(
    st.builds(
        PhotoWords,
        title=st.text(),
        caption=st.text(),
        crop=st.none()
        | st.builds(Crop, left=st.floats(0, 1), top=st.just(0.0), width=st.just(1.0), height=...),
        consent=st.builds(
            Consent, state=st.sampled_from(ConsentState), day=st.none() | st.dates(), note=st.text()
        ),
    )
)
def test_words_as_fields_come_back_as_they_were(words):
    assert read_record(PhotoWords, record_fields(words)) == words


def test_words_typed_of_a_photo_are_there_after_opening_again(folder, clock, a_photo):
    with Library.open(folder, clock=clock) as library:
        src = library.photos.add(a_photo(), name="ferry.jpg").src
        assert library.photos.record(src).typed == PhotoWords()
        saved = library.photos.save_words(src, WORDS)
        assert saved.typed == WORDS
    with Library.open(folder, clock=clock) as library:
        record = library.photos.record(src)
        assert record == saved
        assert (record.name, record.photo.src) == ("ferry.jpg", src)
        assert library.photos.records([src, "media/no/photo.jpg"]) == {src: saved}


def test_a_photo_that_was_never_added_has_no_record_and_takes_no_words(library):
    assert library.photos.record("media/ab/nothing.jpg") is None
    with pytest.raises(PhotoMissingError):
        library.photos.save_words("media/ab/nothing.jpg", WORDS)


def test_adding_a_photo_again_keeps_its_words(library, a_photo):
    src = library.photos.add(a_photo(), name="ferry.jpg").src
    library.photos.save_words(src, WORDS)
    library.photos.add(a_photo(), name="again.jpg")
    assert library.photos.record(src).typed == WORDS


def test_damaged_words_are_never_taken_for_the_users(folder, clock, a_photo, damage):
    with Library.open(folder, clock=clock) as library:
        src = library.photos.add(a_photo(), name="ferry.jpg").src
        library.photos.save_words(src, WORDS)
    damage(folder, b"A ferry at the quay", b"A fairy at the quay")
    with Library.open(folder, clock=clock) as library:
        with pytest.raises(PhotoWordsDamagedError):
            library.photos.record(src)
        assert "The stored words of the photo “ferry.jpg” are damaged." in verify(library).problems
        library.photos.save_words(src, WORDS)
        assert library.photos.record(src).typed == WORDS


def test_a_library_from_before_photos_had_words_gets_a_place_for_them(
    folder, clock, a_photo, turn_back
):
    with Library.open(folder, clock=clock) as library:
        src = library.photos.add(a_photo(), name="ferry.jpg").src
    turn_back(folder, 2)
    with Library.open(folder, clock=clock) as library:
        assert library.photos.record(src).name == "ferry.jpg"
        library.photos.save_words(src, WORDS)
        assert library.photos.record(src).typed == WORDS


@pytest.fixture
def exported(library, an_item, a_photo, clock):
    """Return a saved item with a lead photo, just exported, and the photo's path."""
    src = library.photos.add(a_photo(), name="ferry.jpg").src
    lead = LeadFigure(src=src, alt="A ferry", credit="A. Nowak")
    item = library.items.save(an_item(headline="Ferry", lead_figure=lead), over=0)
    record = ExportRecord(
        item_id=item.id,
        version=item.version,
        kind="page",
        folder="out",
        path="index.html",
        sha256="",
        exported_at=clock(),
    )
    library.exports.record([record])
    return item, src


def test_new_words_of_a_photo_are_a_change_of_the_items_that_show_it(library, exported):
    item, src = exported
    assert not library.exports.is_behind(item.id, item.version)
    assert not library.items.page(ItemQuery())[0].is_changed_since_export
    library.photos.save_words(src, WORDS)
    assert library.exports.is_behind(item.id, item.version)
    assert library.items.page(ItemQuery())[0].is_changed_since_export


def test_records_that_are_out_of_date_are_told_apart_all_at_once(library, exported):
    item, src = exported
    nobody = ItemId("nobody")
    versions = {item.id: item.version, nobody: 1}
    assert library.exports.out_of_date(versions) == {nobody}
    assert library.exports.out_of_date({item.id: item.version + 1}) == {item.id}
    library.photos.save_words(src, WORDS)
    assert library.exports.out_of_date(versions) == {item.id, nobody}


def test_consent_never_goes_out_and_is_no_change_of_an_item(library, exported):
    item, src = exported
    library.photos.save_words(src, PhotoWords(consent=WORDS.consent))
    assert library.photos.record(src).typed.consent == WORDS.consent
    assert not library.exports.is_behind(item.id, item.version)


def test_saving_the_words_that_are_there_is_no_change(library, exported):
    item, src = exported
    library.photos.save_words(src, PhotoWords())
    assert library.photos.record(src).changed_at is None
    assert not library.exports.is_behind(item.id, item.version)


def test_an_item_that_says_the_same_again_is_not_behind(library, exported):
    item, _ = exported
    other = library.items.save(replace(item, headline="Boat"), over=item.version)
    assert library.exports.is_behind(item.id, other.version)
    again = library.items.save(replace(other, headline="Ferry"), over=other.version)
    assert not library.exports.is_behind(item.id, again.version)
    assert timedelta(0) < again.modified_at - item.modified_at
