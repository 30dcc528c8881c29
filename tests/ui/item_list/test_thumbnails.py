"""Small pictures: made on a thread, kept, cut as the photo's crop and focus say."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.model.photo_words import Crop, Focus, PhotoWords
from editor_app.ui.item_list.thumbnails import Thumbnails, square
from editor_app.ui.photos.small_pictures import square_picture, whole_picture
from tests.builders import a_library, a_photo

LEFT_HALF = Crop(left=0, top=0, width=0.5, height=1)


def halves(width=40, height=20):
    """Return a picture that is red on its left half and blue on its right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor("red"))
    painter.end()
    return image


@pytest.fixture
def thumbnails(qtbot):
    """Return thumbnails with a record of what was made."""
    background = Background()

    def make(src, pixels):
        if src == "gone":
            raise EditorError("It is gone.")
        made.asked.append((src, pixels))
        return halves()

    made = Thumbnails(background, make, most_waiting=3)
    made.asked = []
    yield made
    background.close()


def ask(qtbot, thumbnails, src, side=20):
    """Ask for a picture until it is known; return it."""
    thumbnails.get(src, side=side, ratio=1.0)
    qtbot.waitUntil(lambda: (src, side) in thumbnails._kept)
    return thumbnails.get(src, side=side, ratio=1.0)


def test_a_picture_is_made_once_and_kept(qtbot, thumbnails):
    first = ask(qtbot, thumbnails, "a")
    assert first is ask(qtbot, thumbnails, "a")
    assert thumbnails.asked == [("a", 20)]


def test_a_screen_of_more_pixels_gets_a_picture_of_more(qtbot, thumbnails):
    thumbnails.get("a", side=20, ratio=2.0)
    qtbot.waitUntil(lambda: thumbnails.asked == [("a", 40)])


def test_a_photo_that_is_gone_is_known_to_be(qtbot, thumbnails):
    assert not thumbnails.is_missing("gone", side=20, ratio=1.0)
    assert ask(qtbot, thumbnails, "gone") is None
    assert thumbnails.is_missing("gone", side=20, ratio=1.0)


def test_a_photo_that_is_cut_in_another_way_is_made_anew(qtbot, thumbnails):
    ask(qtbot, thumbnails, "a")
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.forget("a")
    ask(qtbot, thumbnails, "a")
    assert thumbnails.asked == [("a", 20), ("a", 20)]


def test_what_is_long_out_of_sight_is_not_made(qtbot, thumbnails):
    for name in "abcdefgh":
        thumbnails.get(name, side=20, ratio=1.0)
    qtbot.waitUntil(lambda: not thumbnails._waiting and not thumbnails._running)
    assert len(thumbnails.asked) < 8
    assert ("h", 20) in thumbnails.asked


def test_a_square_is_cut_round_the_middle_or_round_what_matters():
    image = halves()
    middle = square(image, 20, PhotoWords())
    assert (middle.pixelColor(2, 10), middle.pixelColor(17, 10)) == (QColor("red"), QColor("blue"))
    right = square(image, 20, PhotoWords(focus=Focus(x=0.95, y=0.5)))
    assert right.pixelColor(2, 10) == QColor("blue")
    assert right.size().toTuple() == (20, 20)


def test_focus_is_a_point_of_the_whole_photo_also_where_it_is_cropped():
    half = halves(80, 20)  # what is left of a photo twice as wide
    words = PhotoWords(crop=LEFT_HALF, focus=Focus(x=0.45, y=0.5))
    assert square(half, 20, words).pixelColor(2, 10) == QColor("blue")


def test_pictures_of_the_library_show_the_crop(tmp_path, qapp):
    with a_library(tmp_path / "library") as library:
        src = library.photos.add(a_photo(400, 200), name="a.jpg").src
        assert whole_picture(library, src, 100).size().toTuple() == (160, 80)
        library.photos.save_words(src, PhotoWords(crop=LEFT_HALF))
        assert whole_picture(library, src, 100).size().toTuple() == (160, 160)
        assert square_picture(library, src, 52).size().toTuple() == (52, 52)


def test_a_picture_that_is_gone_raises_what_the_library_says(tmp_path, qapp):
    with a_library(tmp_path / "library") as library:
        src = library.photos.add(a_photo(), name="a.jpg").src
        library.photos.path(src).unlink()
        with pytest.raises(EditorError, match="is not in the library folder"):
            whole_picture(library, src, 100)
        with pytest.raises(EditorError):
            whole_picture(library, "media/00/" + "0" * 64 + ".jpg", 100)
