"""Photos of a library as the window shows them, with its library open and before."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from editor_app.model.photo_words import Crop, PhotoWords
from editor_app.store.errors import StoreError
from editor_app.store.first_look import FirstLook
from editor_app.ui.editor.drawing.pictures import Pictures
from editor_app.ui.photos.shown_pictures import cut_picture, first_picture, uncut_picture
from tests.builders import a_library

RIGHT = PhotoWords(crop=Crop(left=0.5, top=0, width=0.5, height=1))


def a_photo(kind="JPEG", *, size=(2400, 1200), turned=1):
    """Return a photo that is red on the left and blue on the right, before it is turned."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    words = picture.getexif()
    words[0x0112] = turned
    file = BytesIO()
    picture.save(file, kind, exif=words)
    return file.getvalue()


def kept(folder, data, typed=None):
    with a_library(folder) as library:
        src = library.photos.add(data, name="quay").src
        library.photos.save_words(src, typed or PhotoWords())
    return src


def seen(image):
    """Return the colour in the middle of an image, and its size."""
    colour = QColor(image.pixel(image.width() // 4, image.height() // 2))
    return "red" if colour.red() > colour.blue() else "blue", image.width(), image.height()


def full_width(image):
    pictures = Pictures()
    pictures.use(lambda _src: image)
    return pictures.full_width("any")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_a_photo_is_shown_cropped_and_no_larger_than_a_screen(tmp_path, kind):
    src = kept(tmp_path / "library", a_photo(kind), RIGHT)
    with a_library(tmp_path / "library") as library:
        image = cut_picture(library, src)
        whole = uncut_picture(library, library.photos.get(src))
    assert seen(image) == ("blue", 1200, 1200)
    assert full_width(image) == 1200
    assert seen(whole) == ("red", 1920, 960)


def test_a_photo_that_is_gone_is_not_shown(tmp_path):
    src = kept(tmp_path / "library", a_photo())
    (tmp_path / "library" / src).unlink()
    with a_library(tmp_path / "library") as library:
        assert cut_picture(library, src) is None
        assert cut_picture(library, "media/none.jpg") is None
        with pytest.raises(StoreError):
            uncut_picture(library, library.photos.get(src))


@pytest.mark.parametrize(("typed", "colour"), [(RIGHT, "blue"), (PhotoWords(), "red")])
def test_before_its_library_is_open_a_photo_is_shown_as_after(tmp_path, typed, colour):
    src = kept(tmp_path / "library", a_photo(), typed)
    look = FirstLook(tmp_path / "library")
    image = first_picture(look, src)
    look.close()
    with a_library(tmp_path / "library") as library:
        after = cut_picture(library, src)
    assert seen(image)[0] == seen(after)[0] == colour
    assert full_width(image) == full_width(after)


def test_a_turned_photo_is_shown_upright_before_its_library_is_open(tmp_path):
    src = kept(tmp_path / "library", a_photo(turned=6))
    look = FirstLook(tmp_path / "library")
    image = first_picture(look, src)
    look.close()
    assert seen(image)[1:] == (960, 1920)
    assert full_width(image) == 1200


def test_what_qt_cannot_decode_waits_for_the_library(tmp_path):
    src = kept(tmp_path / "library", a_photo("AVIF"))
    look = FirstLook(tmp_path / "library")
    images = [first_picture(look, one) for one in (src, "media/none.jpg")]
    look.close()
    assert images == [None, None]
