"""What is said with a photo: words that are kept with it, and where one begins to write."""

import pytest

from editor_app.model.photo_words import PhotoWords
from editor_app.ui.photos.use import PhotoUseWords
from tests.ui.photos.conftest import a_record, found

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_first_words_are_kept_with_the_photo(sit_at, a_use):
    sitting = sit_at(a_record(), PhotoUseWords())
    sitting.write("altText", "A quay")
    sitting.write("figureCredit", "Lena Okafor")
    sitting.save()
    assert sitting.words == [PhotoWords(alt="A quay", credit="Lena Okafor")]
    assert sitting.uses == [PhotoUseWords(alt="A quay", credit="Lena Okafor")]


def test_first_words_are_not_kept_where_that_is_not_wanted(sit_at):
    sitting = sit_at(a_record(), PhotoUseWords())
    sitting.write("altText", "A quay")
    sitting.click("keepWithPhoto")
    sitting.save()
    assert sitting.words == []


def test_the_words_that_a_photo_lacks_are_kept_beside_those_it_has(sit_at):
    caption = found("caption", "A quay.")
    use = PhotoUseWords(caption="A quay.")
    sitting = sit_at(a_record(found=(caption,)), use)
    sitting.write("altText", "Boats")
    sitting.write("figureCaption", "Another quay.")
    sitting.save()
    assert sitting.words == [PhotoWords(alt="Boats")]


def test_words_are_not_kept_over_those_the_photo_has(sit_at, a_use):
    sitting = sit_at(
        a_record(found=(found("alt", "People dance."), found("credit", "Vibe"))), a_use()
    )
    assert not sitting.find("keepWithPhoto").isVisible()


@pytest.mark.parametrize(
    ("missing", "first"),
    [({"alt": ""}, "altText"), ({"credit": ""}, "figureCredit"), ({}, "altText")],
)
def test_the_keyboard_begins_where_something_is_missing(sit_at, a_use, missing, first):
    form = sit_at(a_record(), a_use(**missing)).form
    assert form.focusWidget().objectName() == first
