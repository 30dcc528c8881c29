"""Photos on the page beside the text: the browser asks for the copy it needs, and only once."""

from dataclasses import replace

import pytest

from editor_app.body import read_markdown
from editor_app.media.painting import paint_landscape
from editor_app.media.photo import inspect
from editor_app.media.photo_record import PhotoRecord
from editor_app.media.rendition import make_renditions
from editor_app.model.house import House
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.photo_words import Crop, PhotoWords
from editor_app.render.page import PageInput
from editor_app.render.pictures import named_recipes, page_pictures
from editor_app.ui.preview.browser import write_for_browser

pytestmark = pytest.mark.qt_log_ignore(
    "QRhi", "RHI", "Vulkan", "GBM", "propagateSizeHints", "GPUInfo", extend=True
)


@pytest.fixture(scope="module")
def data():
    return paint_landscape(3, width=700, height=400)


@pytest.fixture
def record(data):
    return PhotoRecord(photo=inspect(data), typed=PhotoWords(licence="cc-by-4.0"))


class Photographed:
    """Pages of one photo, and what was asked for to show them."""

    def __init__(self, renderer, data, record):
        self._renderer, self._data, self.record = renderer, data, record
        self.asked = []

    def page(self, **figure):
        """Return a page that has the photo above its text and in it."""
        src = self.record.photo.src
        lead = LeadFigure(**({"src": src, "alt": "Hills", "credit": "Jo"} | figure))
        item = NewsItem(
            id="1",
            headline="Flood",
            slug="flood",
            lead_figure=lead,
            body=f"Words.\n\n![Hills]({src})\n: Once\n:: Jo\n",
        )
        pictures = page_pictures(item.slug, {src: self.record}.get, language=item.language)
        body = read_markdown(item.body)
        return self._renderer.page(
            PageInput(item=item, body=body, house=House(), pictures=pictures)
        )

    def picture(self, name):
        """Return the bytes of a copy, or None where there is none of that name."""
        self.asked.append(name)
        photo, words = self.record.photo, self.record.typed
        recipe = named_recipes("flood", photo, words).get(name)
        return make_renditions(self._data, [recipe])[recipe] if recipe else None


@pytest.fixture
def photographed(renderer, data, record):
    return Photographed(renderer, data, record)


@pytest.fixture
def show(qtbot, shown, photographed):
    """Return a way to show the page of the photo as it is known now, with all its pictures."""

    def show(**figure):
        shown.show(photographed.page(**figure), pictures=photographed.picture)
        loaded = "[...document.images].every(one => one.complete && one.naturalWidth > 0)"
        shown.ask("document.images[1].scrollIntoView()")
        qtbot.waitUntil(lambda: shown.ask(loaded), timeout=20_000)

    return show


def test_the_browser_asks_once_for_a_copy_that_fits(show, photographed):
    show()
    assert photographed.asked
    assert all(name.endswith(".webp") for name in photographed.asked)
    assert len(photographed.asked) == len(set(photographed.asked)) <= 2


def test_other_words_ask_for_no_copy_again(show, shown, photographed):
    show()
    typed = PhotoWords(licence="cc-by-sa-4.0", long_description="Hills.")
    photographed.record = replace(photographed.record, typed=typed)
    show(alt="Blue hills")
    assert "CC BY-SA 4.0" in shown.html
    assert "Blue hills" in shown.html
    assert len(photographed.asked) == len(set(photographed.asked))


def test_another_crop_is_shown_at_once(show, shown, photographed):
    show()
    before = list(photographed.asked)
    crop = Crop(left=0.2, top=0.2, width=0.5, height=0.5)
    photographed.record = replace(photographed.record, typed=PhotoWords(crop=crop))
    show()
    assert len(photographed.asked) > len(before)
    assert shown.ask("document.images[0].getAttribute('width')") == "350"


def test_the_copy_for_the_browser_shows_each_photo_from_one_file(tmp_path, photographed):
    file = write_for_browser(photographed.page(), photographed.picture, tmp_path)
    (name,) = photographed.asked
    assert [path.name for path in (tmp_path / "img").iterdir()] == [name.removeprefix("img/")]
    html = file.read_text(encoding="utf-8")
    assert html.count(f'src="{name}"') == 2
    assert "srcset" not in html
