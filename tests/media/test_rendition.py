import io

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from editor_app.media.errors import PhotoRefusedError
from editor_app.media.photo import inspect
from editor_app.media.rendition import (
    make_rendition,
    rendition_extension,
    rendition_size,
    thumbnail,
)

HIDDEN = "Shelter 7, Hidden Lane"


def opened(data):
    return Image.open(io.BytesIO(data))


def saved(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def corner_marked(kind, orientation=1, *, size=(400, 200)):
    """A blue picture whose first corner, as stored, is red."""
    picture = Image.new("RGB", size, "blue")
    picture.paste((255, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(picture, kind, exif=exif)


def talkative(kind):
    """A picture that says where and by whom it was made, in every way its kind knows."""
    exif = Image.Exif()
    exif[0x010E] = HIDDEN
    exif[0x0112] = 6
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (48.0, 12.0, 30.0), "E", (16.0, 22.0, 12.0)
    options = {"exif": exif}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options["icc_profile"] = profile
    if kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Comment", HIDDEN)
    if kind in {"JPEG", "WEBP", "AVIF"}:
        options["xmp"] = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{HIDDEN}</x:xmpmeta>".encode()
    if kind in {"JPEG", "GIF"}:
        options["comment"] = HIDDEN
    return saved(Image.effect_noise((300, 200), 40).convert("RGB"), kind, **options)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF"])
def test_a_rendition_says_nothing_but_its_pixels(kind):
    made = make_rendition(talkative(kind))
    picture = opened(made.data)
    picture.load()
    assert HIDDEN.encode() not in made.data
    assert dict(picture.getexif()) == {}
    assert not set(picture.info) & {"exif", "xmp", "icc_profile", "comment", "Comment", "photoshop"}
    for sign in (b"Exif", b"eXIf", b"EXIF", b"ICC_PROFILE", b"iCCP", b"tEXt", b"XMP", b"http"):
        assert sign not in made.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize(
    ("orientation", "corner"), list(enumerate(("lt", "rt", "rb", "lb", "lt", "rt", "rb", "lb"), 1))
)
def test_a_rendition_stands_upright(kind, orientation, corner):
    data = corner_marked(kind, orientation)
    made = make_rendition(data, longest=100)
    picture = opened(made.data).convert("RGB")
    x = picture.width // 8 if corner[0] == "l" else picture.width * 7 // 8
    y = picture.height // 8 if corner[1] == "t" else picture.height * 7 // 8
    assert picture.getpixel((x, y))[0] > 180
    assert picture.size == (made.width, made.height) == rendition_size(inspect(data), longest=100)


@pytest.mark.parametrize(
    "size", [(1601, 7), (3000, 2000), (7, 4001), (1, 1), (1600, 1600), (999, 2)]
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_rendition_has_the_size_that_was_promised(kind, size):
    data = saved(Image.new("RGB", size, "teal"), kind)
    photo, made = inspect(data), make_rendition(data)
    assert (made.width, made.height) == rendition_size(photo) == opened(made.data).size
    assert made.extension == rendition_extension(photo)
    assert max(made.width, made.height) <= 1600
    assert made.width <= size[0]


def test_the_same_photo_gives_the_same_bytes():
    data = talkative("JPEG")
    assert make_rendition(data) == make_rendition(data)


@pytest.mark.parametrize(
    ("mode", "kind", "colour"),
    [
        ("CMYK", "JPEG", (0, 255, 255, 0)),
        ("CMYK", "TIFF", (0, 255, 255, 0)),
        ("P", "PNG", 0),
        ("L", "JPEG", 90),
        ("1", "PNG", 1),
        ("LA", "PNG", (90, 128)),
        ("RGBA", "WEBP", (255, 0, 0, 0)),
        ("RGBA", "TIFF", (255, 0, 0, 255)),
        ("I;16", "PNG", 30_000),
        ("I;16", "TIFF", 30_000),
        ("F", "TIFF", 0.5),
        ("LAB", "TIFF", (90, 128, 128)),
    ],
)
def test_pictures_of_every_kind_of_colour_come_out_for_the_web(mode, kind, colour):
    made = make_rendition(saved(Image.new(mode, (40, 30), colour), kind), longest=20)
    assert opened(made.data).mode in {"L", "RGB", "RGBA"}
    assert (made.width, made.height) == (20, 15)


def test_ink_becomes_light():
    made = make_rendition(saved(Image.new("CMYK", (30, 30), (0, 255, 255, 0)), "TIFF"))
    red, green, blue = opened(made.data).convert("RGB").getpixel((15, 15))
    assert red > 200
    assert max(green, blue) < 80


def test_sixteen_bits_of_grey_keep_their_lightness():
    made = make_rendition(saved(Image.new("I;16", (30, 30), 32_768), "PNG"))
    assert abs(opened(made.data).convert("L").getpixel((15, 15)) - 128) <= 2


def test_a_colour_profile_is_carried_out_and_then_left_behind():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    lab = ImageCms.profileToProfile(
        Image.new("RGB", (30, 30), (200, 30, 40)),
        ImageCms.createProfile("sRGB"),
        profile,
        outputMode="LAB",
    )
    made = make_rendition(saved(lab, "TIFF", icc_profile=profile.tobytes()))
    red, green, _ = opened(made.data).convert("RGB").getpixel((15, 15))
    assert abs(red - 200) < 12
    assert green < 60


def test_a_damaged_profile_does_no_harm():
    data = saved(Image.new("RGB", (30, 30), (10, 200, 30)), "JPEG", icc_profile=b"nonsense" * 20)
    assert opened(make_rendition(data).data).getpixel((15, 15))[1] > 180


def test_what_can_be_seen_through_stays_so_and_is_white_in_a_jpeg():
    clear = Image.new("RGBA", (30, 30), (255, 0, 0, 0))
    assert opened(make_rendition(saved(clear, "PNG")).data).getpixel((5, 5))[3] == 0
    printed = opened(make_rendition(saved(clear, "TIFF")).data).convert("RGB").getpixel((5, 5))
    assert min(printed) > 250


def test_a_picture_that_moves_is_shown_still():
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    made = make_rendition(data)
    assert made.extension == "png"
    assert getattr(opened(made.data), "n_frames", 1) == 1


def test_a_thumbnail_is_small_and_of_a_kind_every_window_can_show():
    big = saved(Image.effect_noise((900, 600), 50).convert("RGB"), "WEBP")
    assert opened(thumbnail(big, longest=96)).size == (96, 64)
    assert opened(thumbnail(big, longest=96)).format == "JPEG"
    clear = saved(Image.new("RGBA", (30, 30), (255, 0, 0, 0)), "AVIF")
    assert opened(thumbnail(clear, longest=96)).format == "PNG"


def test_a_damaged_photo_has_no_rendition():
    data = corner_marked("JPEG")
    with pytest.raises(PhotoRefusedError):
        make_rendition(data[:400])
