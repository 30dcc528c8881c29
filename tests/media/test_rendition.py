import io
import struct

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from editor_app.media.errors import PhotoRefusedError
from editor_app.media.photo import inspect, is_animated
from editor_app.media.recipes import lead_recipes, page_recipes
from editor_app.media.rendition import make_renditions, thumbnail
from editor_app.model.photo_words import PhotoWords

HIDDEN = "Shelter 7, Hidden Lane"
SPOKEN = {"exif", "xmp", "icc_profile", "comment", "Comment", "photoshop"}


def opened(data):
    return Image.open(io.BytesIO(data))


def saved(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def copies(data):
    """Return what is published of a photo, by the end of its name."""
    recipes = page_recipes(inspect(data), PhotoWords())
    return {recipe.suffix: copy for recipe, copy in make_renditions(data, recipes).items()}


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
    data = talkative(kind)
    recipes = lead_recipes(inspect(data), PhotoWords())
    for made in [*make_renditions(data, recipes).values(), thumbnail(data, longest=90)]:
        picture = opened(made)
        picture.load()
        assert HIDDEN.encode() not in made
        assert dict(picture.getexif()) == {}
        assert not set(picture.info) & SPOKEN
        for sign in (b"Exif", b"eXIf", b"EXIF", b"ICC_PROFILE", b"iCCP", b"tEXt", b"XMP", b"http"):
            assert sign not in made


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize(
    ("orientation", "corner"), list(enumerate(("lt", "rt", "rb", "lb", "lt", "rt", "rb", "lb"), 1))
)
def test_a_rendition_stands_upright(kind, orientation, corner):
    data = corner_marked(kind, orientation)
    photo = inspect(data)
    made = [*copies(data).values(), thumbnail(data, longest=100)]
    for picture in (opened(one).convert("RGB") for one in made):
        x = picture.width // 8 if corner[0] == "l" else picture.width * 7 // 8
        y = picture.height // 8 if corner[1] == "t" else picture.height * 7 // 8
        assert picture.getpixel((x, y))[0] > 180
        assert (picture.width > picture.height) == (photo.width > photo.height)


@pytest.mark.parametrize("size", [(2000, 7), (2000, 1300), (7, 4001), (1, 1), (999, 2)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_rendition_has_the_size_that_was_promised(kind, size):
    data = saved(Image.new("RGB", size, "teal"), kind)
    photo = inspect(data)
    made = make_renditions(data, lead_recipes(photo, PhotoWords()))
    for recipe, copy in made.items():
        assert opened(copy).size == (recipe.width, recipe.height)
        assert recipe.width <= photo.width
        assert recipe.height <= photo.height
        endings = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
        assert endings[opened(copy).format] == recipe.extension


def test_the_same_photo_gives_the_same_bytes():
    data = talkative("JPEG")
    assert copies(data) == copies(data)


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
    made = copies(saved(Image.new(mode, (400, 300), colour), kind))
    assert {opened(one).mode for one in made.values()} <= {"L", "RGB", "RGBA", "P"}
    assert {opened(one).size for one in made.values()} == {(320, 240), (400, 300)}


def test_ink_becomes_light():
    made = copies(saved(Image.new("CMYK", (30, 30), (0, 255, 255, 0)), "TIFF"))
    red, green, blue = opened(made["30.jpg"]).convert("RGB").getpixel((15, 15))
    assert red > 200
    assert max(green, blue) < 80


def test_sixteen_bits_of_grey_keep_their_lightness():
    made = copies(saved(Image.new("I;16", (30, 30), 32_768), "TIFF"))
    assert abs(opened(made["30.jpg"]).convert("L").getpixel((15, 15)) - 128) <= 2


def test_a_colour_profile_is_carried_out_and_then_left_behind():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    lab = ImageCms.profileToProfile(
        Image.new("RGB", (30, 30), (200, 30, 40)),
        ImageCms.createProfile("sRGB"),
        profile,
        outputMode="LAB",
    )
    made = copies(saved(lab, "TIFF", icc_profile=profile.tobytes()))
    red, green, _ = opened(made["30.jpg"]).convert("RGB").getpixel((15, 15))
    assert abs(red - 200) < 12
    assert green < 60


def a_grey_profile(gamma=1):
    """Return a profile of grey whose values mean amounts of light, as small as can be."""
    white = b"XYZ \0\0\0\0" + struct.pack(">iii", 63_190, 65_536, 54_061)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, gamma << 8) + b"\0\0"
    table = struct.pack(">I", 2) + b"wtpt" + struct.pack(">II", 156, 20)
    table += b"kTRC" + struct.pack(">II", 176, 16)
    head = struct.pack(">I4sI4s4s4s", 192, b"\0\0\0\0", 0x02100000, b"mntr", b"GRAY", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">iii", 63_190, 65_536, 54_061)
    return head.ljust(128, b"\0") + table + white + curve


@pytest.mark.parametrize(
    ("mode", "kind"), [("L", "JPEG"), ("LA", "PNG"), ("L", "TIFF"), ("P", "PNG")]
)
def test_grey_that_means_light_is_lightened_for_the_web(mode, kind):
    grey = Image.new("L", (30, 30), 55).convert(mode)
    made = copies(saved(grey, kind, icc_profile=a_grey_profile()))
    for copy in made.values():
        shade = opened(copy).convert("RGB").getpixel((9, 9))[0]
        assert abs(shade - 128) < 4  # 55 of 255 of the light looks half as light as white


def test_a_damaged_profile_does_no_harm():
    data = saved(Image.new("RGB", (30, 30), (10, 200, 30)), "JPEG", icc_profile=b"nonsense" * 20)
    assert opened(copies(data)["30.jpg"]).getpixel((15, 15))[1] > 180


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize("side", [30, 1400])
def test_what_can_be_seen_through_stays_so(mode, side):
    clear = Image.new("RGBA", (side, side), (255, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (side // 2, 0, side, side))
    options = {"transparency": 0} if mode == "P" else {}
    if mode == "P":
        clear = Image.new("P", (side, side), 0)
        clear.putpalette([255, 0, 0, 0, 0, 255])
        clear.paste(1, (side // 2, 0, side, side))
    data = saved(clear if mode == "P" else clear.convert(mode), "PNG", **options)
    for copy in (copies(data)[f"{min(side, 320)}.{kind}"] for kind in ("png", "webp")):
        picture = opened(copy).convert("RGBA")
        assert picture.getpixel((5, 5))[3] == 0
        assert picture.getpixel((picture.width - 3, 5))[3] == 255


def test_what_can_be_seen_through_is_white_in_a_jpeg():
    clear = Image.new("RGBA", (30, 30), (255, 0, 0, 0))
    printed = opened(copies(saved(clear, "TIFF"))["30.jpg"]).getpixel((5, 5))
    assert min(printed) > 250


def test_a_picture_that_moves_is_shown_still():
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green")]
    for kind in ("GIF", "WEBP", "PNG", "AVIF"):
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
        assert is_animated(data)
        for copy in copies(data).values():
            assert getattr(opened(copy), "n_frames", 1) == 1
            assert opened(copy).convert("RGB").getpixel((9, 9))[0] > 200


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "MPO"])
def test_a_picture_that_stands_still_is_known_to(kind):
    pages = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green")]
    more = {"save_all": True, "append_images": pages[1:]} if kind in {"MPO", "TIFF"} else {}
    assert not is_animated(saved(pages[0], kind, **more))


def test_a_thumbnail_is_small_and_of_a_kind_every_window_can_show():
    big = saved(Image.effect_noise((900, 600), 50).convert("RGB"), "WEBP")
    assert opened(thumbnail(big, longest=96)).size == (96, 64)
    assert opened(thumbnail(big, longest=96)).format == "JPEG"
    clear = saved(Image.new("RGBA", (30, 30), (255, 0, 0, 0)), "AVIF")
    assert opened(thumbnail(clear, longest=96)).format == "PNG"


def test_a_damaged_photo_has_no_rendition():
    data = corner_marked("JPEG")
    with pytest.raises(PhotoRefusedError):
        thumbnail(data[:400], longest=90)
