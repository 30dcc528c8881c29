"""Bodies set as HTML and kept in the library, so that an unchanged text is never read again."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from editor_app.body.pictures import PictureSource, Slot
from editor_app.body.read import read_markdown
from editor_app.body.tree import Body
from editor_app.model.item import NewsItem
from editor_app.render.page import SETTING_VERSION, PageRenderer
from editor_app.render.setting import SetBody
from editor_app.render.shown_photos import ShownPhoto
from editor_app.store.kept_html import KeptHtml

_KEPT_AS = "export-3"
_KEPT_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportText:
    """A set body."""

    body: SetBody


class ExportTexts:
    """The bodies of items, set once and then taken from the library's memory."""

    def __init__(self, renderer: PageRenderer, kept: KeptHtml) -> None:
        self._renderer = renderer
        self._kept = kept
        self._read = ("", Body())  # the Markdown that was read last, and what it says
        self._new: dict[str, str] = {}
        self._expected: dict[str, str] = {}

    def expect(self, items: Iterable[NewsItem]) -> None:
        """Fetch the kept bodies of items that come next, all at once."""
        self._expected = self._kept.get_many(_key(item) for item in items)

    def text(self, item: NewsItem, pictures: PictureSource) -> ExportText:
        """Return the body of item as HTML."""
        key = _key(item)
        kept = self._expected.pop(key, None) or self._new.get(key) or self._kept.get(key)
        text = _read(kept, pictures) if kept else None
        if text:
            return text
        text = ExportText(body=self._renderer.set_body(self.body(item), pictures))
        given = _given(text, pictures)
        if all(given.values()):
            self._new[key] = _write(text, given)
            if len(self._new) >= _KEPT_AT_ONCE:
                self.flush()
        return text

    def flush(self) -> None:
        """Hand the library what was set since the last time."""
        self._kept.put_many(self._new)
        self._new.clear()

    def body(self, item: NewsItem) -> Body:
        """Return the body of item, read once however often it is asked for in a row."""
        if self._read[0] != item.body:
            self._read = (item.body, read_markdown(item.body))
        return self._read[1]


def _key(item: NewsItem) -> str:
    """Return a name for the body of item as this version of the program sets it."""
    parts = (_KEPT_AS, SETTING_VERSION, item.slug, item.language, item.body)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _given(text: ExportText, pictures: PictureSource) -> dict[str, str]:
    """Return what a text was given for each picture it asked for; empty where it got none."""
    given: dict[str, str] = {}
    for photo in text.body.photos:
        picture = pictures(photo.src)
        said = repr(picture).encode("utf-8", "surrogatepass")
        given[photo.src] = hashlib.sha256(said).hexdigest() if picture else ""
    return given


def _write(text: ExportText, given: dict[str, str]) -> str:
    written = [asdict(text.body), given]
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _read(kept: str, pictures: PictureSource) -> ExportText | None:
    """Return a kept text, or None where what was kept cannot be used: pictures may be others."""
    try:
        body, given = json.loads(kept)
        lists = {name: tuple(value) for name, value in body.items() if isinstance(value, list)}
        photos = tuple(ShownPhoto(src, Slot(slot), *words) for src, slot, *words in body["photos"])
        set_body = SetBody(**(body | lists | {"photos": photos}))
    except (ValueError, TypeError, AttributeError, KeyError):
        return None
    text = ExportText(body=set_body)
    return text if _given(text, pictures) == given else None
