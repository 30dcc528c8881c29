"""Bodies set as HTML and kept in the library, so that an unchanged text is never read again."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from editor_app.body.html import PictureSource
from editor_app.body.read import read_markdown
from editor_app.body.tree import Body
from editor_app.checks.finished import blocking
from editor_app.model.item import NewsItem
from editor_app.render.page import SETTING_VERSION, PageRenderer
from editor_app.render.setting import SetBody
from editor_app.store.kept_html import KeptHtml

_KEPT_AS = "export-1"
_KEPT_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportText:
    """A set body, and what the checks say of the body alone."""

    body: SetBody
    reasons: tuple[str, ...]


class ExportTexts:
    """The bodies of items, set once and then taken from the library's memory."""

    def __init__(self, renderer: PageRenderer, kept: KeptHtml, *, now: datetime) -> None:
        self._renderer = renderer
        self._kept = kept
        self._now = now
        self._new: dict[str, str] = {}
        self._expected: dict[str, str] = {}

    def expect(self, items: Iterable[NewsItem]) -> None:
        """Fetch the kept bodies of items that come next, all at once."""
        self._expected = self._kept.get_many(_key(item) for item in items)

    def text(self, item: NewsItem, pictures: PictureSource) -> ExportText:
        """Return the body of item as HTML."""
        key = _key(item)
        kept = self._expected.pop(key, None) or self._new.get(key) or self._kept.get(key)
        text = _read(kept) if kept else None
        if text and all(pictures(src) for src in text.body.pictures):
            return text
        body = read_markdown(item.body)
        blocked = blocking(item, body, now=self._now)
        of_the_item = self.item_reasons(item)
        text = ExportText(
            body=self._renderer.set_body(body, pictures),
            reasons=tuple(reason for reason in blocked if reason not in of_the_item),
        )
        if all(pictures(src) for src in text.body.pictures):
            self._new[key] = _write(text)
            if len(self._new) >= _KEPT_AT_ONCE:
                self.flush()
        return text

    def flush(self) -> None:
        """Hand the library what was set since the last time."""
        self._kept.put_many(self._new)
        self._new.clear()

    def item_reasons(self, item: NewsItem) -> tuple[str, ...]:
        """Return what holds item back whatever its body says."""
        return blocking(item, Body(), now=self._now)


def _key(item: NewsItem) -> str:
    """Return a name for the body of item as this version of the program sets it."""
    parts = (_KEPT_AS, SETTING_VERSION, item.slug, item.body)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _write(text: ExportText) -> str:
    return json.dumps([asdict(text.body), text.reasons], ensure_ascii=False, separators=(",", ":"))


def _read(kept: str) -> ExportText | None:
    """Return a kept text, or None where what was kept cannot be used."""
    try:
        body, reasons = json.loads(kept)
        lists = {name: tuple(value) for name, value in body.items() if isinstance(value, list)}
        return ExportText(body=SetBody(**(body | lists)), reasons=tuple(reasons))
    except (ValueError, TypeError, AttributeError):
        return None
