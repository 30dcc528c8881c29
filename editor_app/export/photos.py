"""The photos of a page as the files that belong beside it, with their words inside."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields

from editor_app.body.photo_lines import licence_address
from editor_app.export.manifest import FileEntry
from editor_app.media.packet import PublishedWords, packet_of
from editor_app.media.photo import Photo
from editor_app.media.photo_record import PhotoRecord
from editor_app.media.recipes import Recipe, key, lead_recipes, mark, page_recipes
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import TEXT_FIELDS, PhotoWords
from editor_app.render.pictures import LIBRARY_FOLDER, FindPhoto, picture_name
from editor_app.render.shown_photos import ShownPhoto, lead_photo
from editor_app.render.words import page_words
from editor_app.store.errors import PhotoWordsDamagedError
from editor_app.store.library import Library

_MOST_PHOTOS = 4096
_DIGITS = 24  # of each hash, in the manifest
_OF_PHOTO = tuple(one.name for one in fields(PublishedWords) if one.name in TEXT_FIELDS)
_OF_USE = ("alt", "caption", "credit")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFiles:
    """The files of one photo beside one page, not made yet, and the words that go into each."""

    photo: Photo
    packet: bytes
    entries: tuple[tuple[Recipe, FileEntry], ...]


class KnownPhotos:
    """What a library knows of its photos, asked for once."""

    def __init__(self, library: Library) -> None:
        self._photos = library.photos
        self._known: dict[str, PhotoRecord | None] = {}

    def expect(self, srcs: Iterable[str]) -> None:
        """Look up photos that are asked for next, all at once."""
        wanted = [src for src in srcs if src.startswith(LIBRARY_FOLDER) and src not in self._known]
        self._make_room()
        with suppress(PhotoWordsDamagedError):  # said again of the one that is asked for
            self._known |= self._photos.records(wanted)

    def find(self, src: str) -> PhotoRecord | None:
        """Return what the library knows of a photo.

        Raises:
            PhotoWordsDamagedError: its words are not those that were saved.
        """
        if not src.startswith(LIBRARY_FOLDER):
            return None
        if src not in self._known:
            self._make_room()
            self._known[src] = self._photos.record(src)
        return self._known[src]

    def _make_room(self) -> None:
        if len(self._known) >= _MOST_PHOTOS:
            self._known.clear()


def photo_files(
    item: NewsItem, shown: Iterable[ShownPhoto], find: FindPhoto, *, folder: str
) -> Iterator[PhotoFiles]:
    """Yield the files of each photo that the page of item shows, the lead photo first.

    A photo that is shown twice says inside its files what it says where it is shown first.
    """
    uses: dict[str, ShownPhoto] = {}
    for use in (*lead_photo(item), *shown):
        uses.setdefault(use.src, use)
    for src, use in uses.items():
        if record := find(src):
            yield _files(item, use, record, folder)


def _files(item: NewsItem, use: ShownPhoto, record: PhotoRecord, folder: str) -> PhotoFiles:
    photo, words = record.photo, record.words(item.language)
    packet = packet_of(_published(item, use, words))
    photo_mark, packet_mark = mark(photo, words), hashlib.sha256(packet).hexdigest()[:_DIGITS]
    is_lead = use.src == item.lead_figure.src
    recipes = lead_recipes(photo, words) if is_lead else page_recipes(photo, words)
    entries = (
        FileEntry(
            path=f"{folder}/{picture_name(item.slug, photo_mark, recipe)}",
            sha256="",
            size=0,
            item=item.id,
            version=item.version,
            made_from=f"{key(photo, recipe)[:_DIGITS]}-{packet_mark}",
        )
        for recipe in recipes
    )
    return PhotoFiles(photo=photo, packet=packet, entries=tuple(zip(recipes, entries, strict=True)))


def _published(item: NewsItem, use: ShownPhoto, words: PhotoWords) -> PublishedWords:
    """Return what goes out inside a photo: the words of this use before its own."""
    said = {name: getattr(words, name) for name in _OF_PHOTO}
    said |= {name: text for name in _OF_USE if (text := getattr(use, name).strip())}
    said |= {
        "credit": page_words(item.language).bare_credit(said["credit"]),
        "licence_address": licence_address(words),
        "language": item.language,
    }
    return PublishedWords(**said)
