"""Copies of photos, kept so that a photo is decoded once."""

import io
import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError

import pytest
from PIL import Image

from editor_app.background.threads import on_all_cores
from editor_app.media.recipes import Shape, lead_recipes, page_recipes
from editor_app.media.rendition import make_renditions
from editor_app.model.photo_words import Crop, PhotoWords
from editor_app.store.errors import PhotoDamagedError, PhotoMissingError
from editor_app.store.renditions import Renditions

WORDS = PhotoWords()


@pytest.fixture
def photo(library):
    file = io.BytesIO()
    Image.effect_noise((450, 300), 40).convert("RGB").save(file, "JPEG")
    return library.photos.add(file.getvalue(), name="noise.jpg")


def kept_files(library):
    return sorted((library.folder / "cache").rglob("*"))


def test_a_photo_is_decoded_once_for_all_its_copies(library, photo):
    recipes = lead_recipes(photo, WORDS)
    first = library.renditions.get(photo, recipes)
    assert library.renditions.decoded == 1
    assert library.renditions.get(photo, recipes) == first
    assert library.renditions.decoded == 1
    assert list(first) == list(recipes)
    assert first == make_renditions(library.photos.data(photo.src), recipes)


def test_a_copy_is_the_same_whatever_else_is_made_with_it(library, photo):
    recipes = lead_recipes(photo, WORDS)
    together = library.renditions.get(photo, recipes)
    library.renditions.clear()
    for recipe in reversed(recipes):
        assert library.renditions.get(photo, [recipe])[recipe] == together[recipe]


def test_only_the_copies_that_are_missing_are_made(library, photo):
    first, *_, last = page_recipes(photo, WORDS)
    library.renditions.get(photo, [first])
    sizes = library.renditions.sizes(photo, [first, last])
    assert sizes[first] == len(library.renditions.get(photo, [first])[first])
    assert sizes[last] is None
    library.renditions.get(photo, [first, last])
    assert library.renditions.decoded == 2


@pytest.mark.parametrize(("kind", "meet"), [("JPEG", True), ("PNG", False)])
def test_large_photos_are_decoded_one_after_another(library, kind, meet):
    def a_large_photo(colour):
        file = io.BytesIO()
        Image.new("RGB", (4000, 4000), colour).save(file, kind)
        return library.photos.add(file.getvalue(), name="large")

    met, both_are_at_work = [], Barrier(2)

    def each(work, things):
        try:
            both_are_at_work.wait(timeout=20 if meet else 0.5)
            met.append(True)
        except BrokenBarrierError:
            met.append(False)
        return map(work, things)

    def make(photo):
        return library.renditions.get(photo, page_recipes(photo, WORDS)[:1], each=each)

    photos = [a_large_photo(colour) for colour in ("red", "blue")]
    with ThreadPoolExecutor(2) as threads:
        made = list(threads.map(make, photos))
    assert met == [meet, meet]
    assert all(made)


def test_a_large_photo_that_is_refused_keeps_nobody_waiting(library, a_photo, monkeypatch):
    monkeypatch.setattr("editor_app.store.renditions._LARGE", 0)
    photo = library.photos.add(a_photo(), name="a.jpg")
    original = library.photos.path(photo.src).read_bytes()
    library.photos.path(photo.src).write_bytes(original[:-1] + b"x")
    for _ in range(2):
        with pytest.raises(PhotoDamagedError):
            library.renditions.thumbnail(photo, 20)


def test_another_cut_is_another_copy(library, photo):
    whole = library.renditions.get(photo, page_recipes(photo, WORDS))
    cut = PhotoWords(crop=Crop(left=0.5, top=0.5, width=0.5, height=0.5))
    parts = library.renditions.get(photo, page_recipes(photo, cut))
    assert not set(whole) & set(parts)
    assert not set(whole.values()) & set(parts.values())


def test_work_on_all_cores_gives_the_same_bytes(library, photo):
    recipes = lead_recipes(photo, WORDS)
    alone = library.renditions.get(photo, recipes)
    library.renditions.clear()
    assert library.renditions.get(photo, recipes, each=on_all_cores) == alone


@pytest.mark.parametrize("harm", ["flipped", "cut off", "emptied"])
def test_a_damaged_copy_is_made_anew_and_never_given_out(library, photo, harm):
    recipes = page_recipes(photo, WORDS)
    before = library.renditions.get(photo, recipes)
    for path in kept_files(library):
        if path.is_file():
            data = path.read_bytes()
            flipped = data[:-3] + bytes([data[-3] ^ 1]) + data[-2:]
            path.write_bytes({"flipped": flipped, "cut off": data[:-9], "emptied": b""}[harm])
    assert library.renditions.get(photo, recipes) == before
    assert library.renditions.decoded == 2
    assert library.renditions.get(photo, recipes) == before
    assert library.renditions.decoded == 2


def test_a_copy_under_the_name_of_another_is_not_taken_for_it(library, photo):
    one, other = page_recipes(photo, WORDS)[:2]
    made = library.renditions.get(photo, [one, other])
    first, second = [path for path in kept_files(library) if path.is_file()]
    shutil.copy(first, second)
    assert library.renditions.get(photo, [one, other]) == made


def test_a_photo_that_is_gone_or_altered_has_no_copies_any_more(library, photo):
    recipes = page_recipes(photo, WORDS)
    library.renditions.get(photo, recipes)
    path = library.photos.path(photo.src)
    data = path.read_bytes()
    path.write_bytes(data + b"!")
    with pytest.raises(PhotoDamagedError):
        library.renditions.get(photo, recipes)
    path.unlink()
    with pytest.raises(PhotoMissingError):
        library.renditions.get(photo, recipes)
    path.write_bytes(b"x" * len(data))  # as long as the photo, but not the photo
    library.renditions.clear()
    with pytest.raises(PhotoDamagedError):
        library.renditions.get(photo, recipes)


def test_removing_the_cache_costs_nothing_but_time(library, photo):
    recipes = page_recipes(photo, WORDS)
    before = library.renditions.get(photo, recipes)
    shutil.rmtree(library.folder / "cache")
    assert library.renditions.get(photo, recipes) == before


def test_a_folder_that_cannot_be_written_is_no_failure(library, photo):
    (library.folder / "cache").write_text("a file where the folder should be")
    recipes = page_recipes(photo, WORDS)
    assert library.renditions.get(photo, recipes) == library.renditions.get(photo, recipes)
    assert library.renditions.decoded == 2


def test_many_threads_may_ask_at_once(library, photo):
    recipes = page_recipes(photo, WORDS)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(library.renditions.get, photo, recipes) for _ in range(16)]
    first, *others = [future.result() for future in asked]
    assert all(other == first for other in others)
    assert all(not path.name.startswith(".") for path in kept_files(library))
    before = library.renditions.decoded
    assert library.renditions.get(photo, recipes) == first
    assert library.renditions.decoded == before


def test_the_oldest_copies_go_when_there_are_too_many(library, photo):
    recipes = page_recipes(photo, WORDS)
    made = library.renditions.get(photo, recipes)
    library.renditions.clear()
    largest = max(map(len, made.values()))
    few = Renditions(library.folder, library.photos, most_bytes=256 * (largest + 100))
    for recipe in recipes:
        assert few.get(photo, [recipe])[recipe] == made[recipe]
    sizes = few.sizes(photo, recipes)
    assert sizes[recipes[-1]] == len(made[recipes[-1]])
    assert sizes[recipes[0]] is None


def test_copies_of_a_deleted_photo_can_be_forgotten(library, photo):
    library.renditions.get(photo, page_recipes(photo, WORDS))
    library.renditions.forget(photo.src)
    assert not [path for path in kept_files(library) if path.is_file()]


def test_a_thumbnail_is_kept_as_well(library, photo):
    small = library.renditions.thumbnail(photo, 90)
    assert Image.open(io.BytesIO(small)).size == (90, 60)
    assert library.renditions.thumbnail(photo, 90) == small
    assert library.renditions.decoded == 1
    cut = PhotoWords(crop=Crop(left=0, top=0, width=0.5, height=1))
    assert Image.open(io.BytesIO(library.renditions.thumbnail(photo, 90, cut))).size == (68, 90)


def test_a_lead_photo_has_its_cuts(library, photo):
    made = library.renditions.get(photo, lead_recipes(photo, WORDS))
    sizes = {
        recipe.shape: Image.open(io.BytesIO(data)).size
        for recipe, data in made.items()
        if recipe.shape is not Shape.PAGE
    }
    assert sizes == {
        Shape.CARD: (450, 236),
        Shape.WIDE: (450, 253),
        Shape.CLASSIC: (400, 300),
        Shape.SQUARE: (300, 300),
    }
