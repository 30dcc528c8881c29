"""The words of the Photos browser: what a tile, the details and the sweeps say."""

from collections.abc import Mapping
from types import MappingProxyType

from editor_app.intake.photo_files import shown_name
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.photo_words import PhotoWords
from editor_app.store.photo_query import (
    SMALL_BELOW,
    PhotoFilter,
    PhotoQuery,
    PhotoSort,
    PhotoSummary,
    PhotoUse,
    SweepReport,
)
from editor_app.ui.item_list.words import NAMES, isolated, long_date
from editor_app.ui.photos.facts import kind_name, size_in_pixels, size_words

FILTER_NAMES: Mapping[PhotoFilter, str] = MappingProxyType(
    {
        PhotoFilter.ALL: "All",
        PhotoFilter.MISSING_WORDS: "Missing words",
        PhotoFilter.NO_LICENCE: "No licence",
        PhotoFilter.UNUSED: "Not used",
        PhotoFilter.SMALL: "Small",
        PhotoFilter.TRASHED: "Trash",
    }
)
FILTER_TIPS: Mapping[PhotoFilter, str] = MappingProxyType(
    {
        PhotoFilter.ALL: "Every photo that is not in the trash",
        PhotoFilter.MISSING_WORDS: "Photos without alt text or credit of their own",
        PhotoFilter.NO_LICENCE: "Photos of which no licence or terms are known",
        PhotoFilter.UNUSED: "Photos that no item shows",
        PhotoFilter.SMALL: f"Photos less than {SMALL_BELOW:,} pixels wide",
        PhotoFilter.TRASHED: "Photos in the trash",
    }
)
SORT_NAMES: Mapping[PhotoSort, str] = MappingProxyType(
    {PhotoSort.NEWEST: "Newest first", PhotoSort.NAME: "Name, A to Z"}
)
_NOTHING: Mapping[PhotoFilter, str] = MappingProxyType(
    {
        PhotoFilter.ALL: "No photos yet. Drop some here, paste one, or choose Add photos.",
        PhotoFilter.MISSING_WORDS: "Every photo has alt text and a credit.",
        PhotoFilter.NO_LICENCE: "Every photo has a licence.",
        PhotoFilter.UNUSED: "Every photo is used in an item.",
        PhotoFilter.SMALL: "No photo is too small for the top of a page.",
        PhotoFilter.TRASHED: "The trash is empty.",
    }
)
_TIMES = "\N{MULTIPLICATION SIGN}"


def nothing_words(query: PhotoQuery) -> str:
    """Return why there is no photo to show."""
    if query.search:
        return f"No photo found for “{query.search}”."
    return _NOTHING[query.filter]


def photos_words(number: int) -> str:
    """Return a number of photos in words."""
    return "1 photo" if number == 1 else f"{number:,} photos"


def items_words(number: int) -> str:
    """Return in how many items a photo is, in words."""
    if not number:
        return "Not used"
    return "In 1 item" if number == 1 else f"In {number:,} items"


def tile_name(summary: PhotoSummary) -> str:
    """Return what stands under a photo: its file's name, or words for one that has none."""
    return shown_name(summary.name) or "Pasted picture"


def tile_details(summary: PhotoSummary) -> str:
    """Return the small line under a photo's name."""
    size = f"{summary.width:,} {_TIMES} {summary.height:,}"
    return f"{size} · {items_words(summary.uses).lower()}"


def tile_marks(summary: PhotoSummary) -> tuple[str, ...]:
    """Return what a photo lacks, as the marks on it say it."""
    lacking = (
        ("NO ALT", not summary.alt.strip()),
        ("NO CREDIT", not summary.credit.strip()),
        ("SMALL", summary.width < SMALL_BELOW),
    )
    return tuple(name for name, is_lacking in lacking if is_lacking)


def spoken_tile(summary: PhotoSummary) -> str:
    """Return a photo as a screen reader says it."""
    lacking = {"NO ALT": "No alt text", "NO CREDIT": "No credit", "SMALL": "Small"}
    parts = [
        tile_name(summary),
        summary.caption,
        f"{summary.width} by {summary.height} pixels",
        items_words(summary.uses),
        *(lacking[mark] for mark in tile_marks(summary)),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


def fact_lines(record: PhotoRecord) -> tuple[str, ...]:
    """Return what is known of a photo's file, a line for each."""
    photo = record.photo
    pixels = size_in_pixels(photo.width, photo.height)
    lines = [f"{pixels} · {kind_name(photo)} · {size_words(photo.size)}"]
    if record.added_at is not None:
        lines.append(f"Added on {long_date(record.added_at.date())}")
    return tuple(lines)


def word_rows(words: PhotoWords) -> tuple[tuple[str, str], ...]:
    """Return the words of a photo that are shown beside it: each label with its words."""
    licence = words.known_licence
    rows = (
        ("Alt text", words.alt),
        ("Caption", words.caption),
        ("Credit", words.credit),
        ("Licence", licence.name if licence else words.usage_terms),
    )
    more = (("Title", words.title), ("Place", words.place), ("Taken on", words.taken_on))
    return (*rows, *(row for row in more if row[1].strip()))


def use_words(use: PhotoUse) -> str:
    """Return an item that shows a photo, as a line to click."""
    place = "lead photo" if use.is_lead else "in the text"
    state = "in the trash" if use.is_trashed else NAMES[use.status].lower()
    return f"{isolated(use.headline.strip() or 'No headline yet')}\n{place} · {state}"


def trashed_words(report: SweepReport) -> str:
    """Return what became of photos that were to go into the trash."""
    return " ".join(
        part
        for part in (
            _gone(report, "moved to the trash"),
            _stayed(report, "an item shows it", "items show them"),
        )
        if part
    )


def emptied_words(report: SweepReport) -> str:
    """Return what became of the photos in the trash."""
    if not report.gone and not report.stayed:
        return "The trash was empty."
    return " ".join(
        part
        for part in (
            _gone(report, "deleted for good"),
            _stayed(
                report,
                "an item or an earlier version of one shows it",
                "items or earlier versions of items show them",
            ),
        )
        if part
    )


def _gone(report: SweepReport, done: str) -> str:
    number = len(report.gone)
    if not number:
        return ""
    verb = "was" if number == 1 else "were"
    return f"{photos_words(number)} ({size_words(report.size)}) {verb} {done}."


def _stayed(report: SweepReport, because_one: str, because_many: str) -> str:
    number = len(report.stayed)
    if not number:
        return ""
    if number == 1:
        return f"1 photo stays, because {because_one}."
    return f"{photos_words(number)} stay, because {because_many}."
