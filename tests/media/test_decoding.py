"""Opening photos: of every kind, by any name, as large as can be borne."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from editor_app.media import heic
from editor_app.media.decoding import MAX_BYTES, called_by, read_photo
from editor_app.media.errors import PhotoRefusedError
from editor_app.media.photo import inspect, is_animated
from editor_app.media.recipes import page_recipes
from editor_app.media.rendition import make_renditions, thumbnail
from editor_app.model.photo_words import Crop, PhotoWords
from tests.media.hostile_parts import saved

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("name", ["corner.heic", "sideways.heic"])
def test_heic_is_read_upright(name):
    pytest.importorskip("pi_heif")
    data = (SAMPLES / name).read_bytes()
    photo = inspect(data, name="IMG_1.HEIC")
    assert (photo.extension, photo.mime) == ("heic", "image/heic")
    assert not is_animated(data)
    picture = Image.open(io.BytesIO(thumbnail(data, longest=96))).convert("RGB")
    assert picture.size == (photo.width, photo.height)
    corner = (5, 5) if photo.width > photo.height else (picture.width - 5, 5)
    assert picture.getpixel(corner)[0] > 150
    made = make_renditions(data, page_recipes(photo, PhotoWords()))
    assert {recipe.extension for recipe in made} == {"webp", "jpg"}


def test_without_its_package_heic_is_refused_with_the_reason(monkeypatch):
    heic.can_read_heic.cache_clear()
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    with pytest.raises(PhotoRefusedError, match="HEIC"):
        inspect((SAMPLES / "corner.heic").read_bytes())
    heic.can_read_heic.cache_clear()


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path):
    path = tmp_path / "huge.tif"
    with path.open("wb") as file:
        file.write(b"II*\0")
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(PhotoRefusedError, match=r"“huge\.tif” is larger than 100 MB\."):
        read_photo(path)
    assert MAX_BYTES == 100 * 1024 * 1024


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("a.jpg", "“a.jpg”"),
        ("", "This file"),
        ("\u200b\u2066", "This file"),
        ("first\nsecond\u2028.jpg", "“first second .jpg”"),
        ("photo\u202egpj.exe", "“photo gpj.exe”"),
        ("x" * 400, f"“{'x' * 30}…{'x' * 30}”"),
    ],
)
def test_a_name_stands_in_one_line_of_a_sentence(name, called):
    assert called_by(name) == called


def test_a_cut_shows_the_same_part_of_a_photo_however_it_lies():
    upright = Image.new("RGB", (400, 300), "blue")
    upright.paste((255, 0, 0), (200, 0, 400, 150))
    words = PhotoWords(crop=Crop(left=0.5, top=0, width=0.5, height=0.5))
    stored = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    for orientation, turn in stored.items():
        exif = Image.Exif()
        exif[0x0112] = orientation
        lying = upright.transpose(turn) if turn is not None else upright
        data = saved(lying, "JPEG", exif=exif, quality=95)
        photo = inspect(data)
        assert (photo.width, photo.height) == (400, 300)
        for copy in make_renditions(data, page_recipes(photo, words)).values():
            picture = Image.open(io.BytesIO(copy)).convert("RGB")
            assert picture.size == (200, 150)
            for corner in ((4, 4), (195, 4), (4, 145), (195, 145)):
                assert picture.getpixel(corner)[0] > 200, orientation


def test_a_picture_in_many_colours_that_can_be_seen_through_may_be_large():
    clear = Image.new("LA", (5000, 3300), (90, 128))
    data = saved(clear, "PNG", compress_level=1)
    small = Image.open(io.BytesIO(thumbnail(data, longest=64))).convert("RGBA")
    *shades, alpha = small.getpixel((30, 20))
    assert alpha == 128
    assert all(abs(shade - 90) <= 1 for shade in shades)


def test_a_large_photo_of_a_kind_that_takes_much_memory_is_refused():
    data = saved(Image.new("RGB", (6000, 4000)), "WEBP", method=0)
    with pytest.raises(PhotoRefusedError, match=r"more than 1\d million pixels"):
        inspect(data)
