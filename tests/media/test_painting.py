from editor_app.media.painting import paint_landscape
from editor_app.media.photo import inspect


def test_one_seed_gives_one_picture():
    assert paint_landscape(5, width=300, height=200) == paint_landscape(5, width=300, height=200)
    assert paint_landscape(5, width=300, height=200) != paint_landscape(6, width=300, height=200)


def test_a_painted_picture_is_a_photo_of_the_size_asked_for():
    photo = inspect(paint_landscape(1))
    assert (photo.width, photo.height, photo.extension) == (1200, 800, "jpg")
