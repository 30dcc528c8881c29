"""What is known of a photo: typed words over what its file says."""

from editor_app.model.photo_words import LEFT_OUT, FoundWord, Origin, PhotoWords, with_found

FOUND = (FoundWord(field="title", value="IMG_0412", origin=Origin.XMP),)


def test_what_the_file_says_stands_where_nothing_was_typed():
    assert with_found(PhotoWords(), FOUND, "en").title == "IMG_0412"
    assert with_found(PhotoWords(title="A street"), FOUND, "en").title == "A street"


def test_what_the_file_says_can_be_left_out():
    assert with_found(PhotoWords(title=LEFT_OUT), FOUND, "en") == PhotoWords()
