"""How heavy pages are, in words."""

from editor_app.export.weight import Weight
from editor_app.render.words import page_words

_WINDOW_LANGUAGE = "en-GB"


def page_weight_words(weight: Weight) -> str:
    """Return what a reader loads for a page, such as ``about 412 kB``."""
    return _words(weight.page, is_about=weight.is_about)


def kit_weight_words(weight: Weight) -> str:
    """Return what is uploaded for a page, with all copies of its photos."""
    return _words(weight.kit, is_about=weight.is_about)


def weight_details(weight: Weight) -> str:
    """Return a sentence on what a reader loads and what is uploaded."""
    return (
        f"A reader loads {page_weight_words(weight)} for this page in a window of 1,280 pixels. "
        f"With the copies for all screens, {kit_weight_words(weight)} are uploaded."
    )


def size_words(size: int) -> str:
    """Return how large a file is, such as ``412 kB``."""
    return page_words(_WINDOW_LANGUAGE).size(size)


def _words(size: int, *, is_about: bool) -> str:
    words = size_words(size)
    return f"about {words}" if is_about else words
