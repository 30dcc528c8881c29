"""What one page of HTML from the clipboard is read with: its styles, notes, language, pictures."""

import base64
import binascii
import re
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from editor_app.body.bounds import MOST_PARSED
from editor_app.intake.clipboard.nodes import Node, Page
from editor_app.intake.clipboard.report import LeftOut
from editor_app.intake.clipboard.styles import Declarations, points, read_sheet

_DATA = re.compile(
    r"data:image/(?P<kind>png|jpe?g|gif|webp|avif|tiff)[^,]{0,200};base64,", re.IGNORECASE
)
_WORD_PICTURE = re.compile(r"/msohtmlclip\d*/.*clip_image\d+\.(?:png|jpe?g|gif)$", re.IGNORECASE)
_MOST_BYTES = 100 * 1024 * 1024
_SPECK = 3.0  # points: pictures no larger than this count readers, and show nothing
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_LEAST_SHARE = 0.5
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Reading:
    """What is known of a page while it is read, and what had to be left out."""

    def __init__(
        self, page: Page, *, language: str, deadline: float, pictures: tuple[bytes, ...] = ()
    ) -> None:
        self._deadline = deadline
        self.sheet = read_sheet(page.sheets)
        self.notes: dict[Node, Node] = {}
        self.left_out: Counter[LeftOut] = Counter()
        self.pictures: dict[str, bytes] = {}
        self.markers: dict[Node, str] = {}
        self.numbered_heads: set[Node] = set()
        self.shift = 0
        self.is_full = False
        self._room = MOST_PARSED
        self._beside = list(pictures)
        self._styles: dict[Node, Declarations] = {}
        self._language = _primary(language)
        self._main_language = ""

    def settle(self, root: Node) -> None:
        """See what the whole page has in common, when all that goes has gone."""
        self.shift = int(any(node.tag == "h1" for node in root.walk()))
        self.numbered_heads = self._numbered_heads(root)
        self._main_language = _main_language(root)
        if len(self._beside) != _missing_pictures(root):
            self._beside = []  # nobody could say which is which

    def _numbered_heads(self, root: Node) -> set[Node]:
        """Return the headings that are numbered parts of a document, not items of a list."""
        heads = {n for n in root.walk() if n.tag in _HEADS and self._is_listed(n)}
        for parent in {head.parent for head in heads if head.parent is not None}:
            for one, after in pairwise(parent.elements()):
                if one in heads and self._is_listed(after):
                    return set()
        return heads if len(heads) > 1 else set()

    def _is_listed(self, node: Node) -> bool:
        return "level" in self.style(node).get("mso-list", "")

    def style(self, node: Node) -> Declarations:
        """Return what is declared for an element."""
        if node not in self._styles:
            self._styles[node] = self.sheet.of(node)
        return self._styles[node]

    def leave_out(self, what: LeftOut, number: int = 1) -> None:
        """Note that something does not come in."""
        self.left_out[what] += number

    def keep_marker(self, node: Node) -> None:
        """Remember the bullet or number that Word has written before the words of an item."""
        for each in node.ancestors():
            if each.is_block:
                self.markers[each] = node.text().strip()
                return

    def foreign(self, language: str) -> str:
        """Return the tag of a language where it is neither the item's nor that of most words."""
        primary = _primary(language)
        if not primary or primary in {self._language, self._main_language}:
            return ""
        return language if _TAG.fullmatch(language) and self._language else ""

    def is_over(self) -> bool:
        """Whether there is no time left to read on."""
        if not self.is_full and time.monotonic() > self._deadline:
            self.is_full = True
        return self.is_full

    def allowed(self, words: str) -> str:
        """Return as much of some words as the text still has room for."""
        if len(words) > self._room:
            self.is_full = True
            words = words[: self._room]
        self._room -= len(words)
        return words

    # ------------------------------------------------------------ pictures

    def is_speck(self, node: Node) -> bool:
        """Whether a picture shows nothing, as those that count readers."""
        sizes = [points(_with_unit(node.get(name))) for name in ("width", "height")]
        return all(node.get(name) for name in ("width", "height")) and max(sizes) <= _SPECK

    def picture(self, src: str) -> str:
        """Return the name that a picture has in `pictures`, or nothing where it did not come."""
        data = _embedded(src) or _left_by_word(src)
        if data is None and self._beside and not src.startswith("data:"):
            data = self._beside.pop(0)
        if data is None:
            self.leave_out(LeftOut.PICTURE)
            return ""
        key = f"clipboard/{len(self.pictures) + 1}"
        self.pictures[key] = data
        return key


def _with_unit(size: str) -> str:
    return f"{size}px" if size.isdigit() else size


def _embedded(src: str) -> bytes | None:
    head = _DATA.match(src)
    if head is None:
        return None
    try:
        return base64.b64decode("".join(unquote(src[head.end() :]).split()), validate=True) or None
    except (binascii.Error, ValueError):
        return None


def _left_by_word(src: str) -> bytes | None:
    """Return the picture that Word has put beside the clipboard, in a folder of its own.

    No other file is read: a page from anywhere could name a private one.
    """
    if not src.lower().startswith("file:///"):
        return None
    try:
        path = unquote(urlsplit(src).path)
        if not _WORD_PICTURE.search(path.replace("\\", "/")) or ".." in path or "\0" in path:
            return None
        file = Path(path.lstrip("/") if re.match(r"/+[A-Za-z]:", path) else "/" + path.lstrip("/"))
        if not file.is_file() or file.is_symlink() or file.stat().st_size > _MOST_BYTES:
            return None
        return file.read_bytes()
    except (OSError, ValueError):
        return None


def _missing_pictures(root: Node) -> int:
    sources = [node.get("src") for node in root.walk() if node.tag == "img"]
    return sum(not _DATA.match(src) for src in sources)


# ---------------------------------------------------------------- language


def _primary(language: str) -> str:
    return language.strip().lower().replace("_", "-").partition("-")[0]


def _main_language(root: Node) -> str:
    """Return the language that more than half of the letters are said to be in."""
    counts: Counter[str] = Counter()
    waiting = [(root, "")]
    while waiting:
        node, language = waiting.pop()
        language = _primary(node.get("lang")) or language
        for child in node.children:
            if isinstance(child, Node):
                waiting.append((child, language))
            else:
                counts[language] += len(child.strip())
    if not counts:
        return ""
    main, letters = counts.most_common(1)[0]
    return main if letters > _LEAST_SHARE * counts.total() else ""
