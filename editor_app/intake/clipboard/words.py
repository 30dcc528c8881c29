"""The words of nodes as inline content: their marks, and white space where it belongs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from editor_app.body.tree import (
    NO_MARKS,
    Abbreviation,
    Break,
    Content,
    Footnote,
    Image,
    Inline,
    Language,
    Link,
    Mark,
    Marks,
    Text,
)
from editor_app.intake.clipboard.addresses import real_address
from editor_app.intake.clipboard.nodes import Node
from editor_app.intake.clipboard.reading import Reading
from editor_app.intake.clipboard.report import LeftOut
from editor_app.intake.clipboard.styles import Declarations, says_bold, says_italic, says_struck

_MARKS = MappingProxyType(
    {
        "b": Mark.STRONG,
        "strong": Mark.STRONG,
        "i": Mark.EMPHASIS,
        "em": Mark.EMPHASIS,
        "cite": Mark.EMPHASIS,
        "s": Mark.STRIKE,
        "strike": Mark.STRIKE,
        "del": Mark.STRIKE,
        "sup": Mark.SUPERSCRIPT,
        "sub": Mark.SUBSCRIPT,
        "code": Mark.CODE,
        "kbd": Mark.CODE,
        "samp": Mark.CODE,
        "tt": Mark.CODE,
    }
)
_BLANKS = re.compile("[ \t\n\r\f\x0b\xa0\u2000-\u200a\u3000]+")
_PRE_BLANKS = re.compile("[ \t\r\f\x0b]+")
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc]")
_TURNING = re.compile("[\u202d\u202e]")
_EMBEDDING = re.compile("[\u202a-\u202e]")
LONGEST_PARAGRAPH = 100_000
_ENDLESS = re.compile(r"\S{1000}(?=\S)")
_NO_BREAK = "\xa0"
_WINGDINGS = str.maketrans(
    {
        "à": "→",
        "ß": "←",
        "á": "↑",
        "â": "↓",
        "ó": "↔",
        "è": "➔",
        "J": "☺",
        "L": "☹",
        "ü": "✓",
        "û": "✗",
        "§": "▪",
        "q": "❑",
        "\uf0e0": "→",
        "\uf0df": "←",
        "\uf04a": "☺",
        "\uf0fc": "✓",
    }
)
_PRIVATE = re.compile("[\uf000-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are meant that stand somewhere: what is inherited from the elements round them."""

    marks: Marks = NO_MARKS
    is_set: bool = False  # white space is kept, as in a listing
    symbols: str = ""  # a font whose letters are signs
    language: str = ""

    def inside(self, node: Node, reading: Reading) -> "Manner":
        """Return how words inside an element are meant."""
        style = reading.style(node)
        marks = _with_style(_with_tag(self.marks, node, reading), node, style)
        is_set = node.tag == "pre" or (self.is_set and node.tag != "table")
        symbols = _symbol_font(node, style) or self.symbols
        language = node.get("lang") or node.get("xml:lang") or self.language
        return replace(self, marks=marks, is_set=is_set, symbols=symbols, language=language)

    def all_marks(self, reading: Reading) -> Marks:
        """Return the marks, with the language where it is worth saying."""
        if self.language and (tag := reading.foreign(self.language)):
            return self.marks | {Language(tag)}
        return self.marks


def _with_tag(marks: Marks, node: Node, reading: Reading) -> Marks:
    if node.tag in _MARKS:
        return marks | {_MARKS[node.tag]}
    if node.tag == "a" and node.get("href"):
        return _with_link(marks, node, reading)
    if node.tag in {"abbr", "acronym"} and node.get("title").strip():
        return marks | {Abbreviation(" ".join(node.get("title").split()))}
    return marks


def _with_link(marks: Marks, node: Node, reading: Reading) -> Marks:
    href = node.get("href")
    address = real_address(href)
    if address:
        return frozenset(mark for mark in marks if not isinstance(mark, Link)) | {Link(address)}
    if not href.strip().startswith("#") and node.text().strip():
        reading.leave_out(LeftOut.LINK)
    return marks


def _with_style(marks: Marks, node: Node, style: Declarations) -> Marks:
    if not style or (node.tag[:1] == "h" and node.tag[1:].isdigit()):
        return marks
    for mark, said in ((Mark.STRONG, says_bold(style)), (Mark.EMPHASIS, says_italic(style))):
        if said is not None:
            marks = marks | {mark} if said else marks - {mark}
    if says_struck(style):
        marks |= {Mark.STRIKE}
    height = style.get("vertical-align", "")
    if height == "super":
        marks |= {Mark.SUPERSCRIPT}
    elif height == "sub":
        marks |= {Mark.SUBSCRIPT}
    return marks


def _symbol_font(node: Node, style: Declarations) -> str:
    family = (style.get("font-family", "") or node.get("face")).strip("'\" ").lower()
    if not family:
        return ""
    return "wingdings" if family.startswith("wingdings") else "none"


# ---------------------------------------------------------------- collecting


def inlines(children: Iterable[Node | str], manner: Manner, reading: Reading) -> Iterator[Inline]:
    """Yield what stands in line, with white space as it was written."""
    for child in children:
        if isinstance(child, str):
            yield from _text(child, manner, reading)
        elif child in reading.notes:
            yield Footnote(_note(reading.notes[child], reading), manner.all_marks(reading))
        else:
            yield from _element(child, manner, reading)


def _element(node: Node, manner: Manner, reading: Reading) -> Iterator[Inline]:
    match node.tag:
        case "br":
            yield Break(manner.marks)
        case "img":
            yield from _image(node, manner, reading)
        case "q":
            inside = inlines(node.children, manner.inside(node, reading), reading)
            yield from (Text("“", manner.marks), *inside, Text("”", manner.marks))
        case _ if "mso-tab-count" in node.get("style"):
            yield Text(" ", manner.marks)
        case _:
            yield from inlines(node.children, manner.inside(node, reading), reading)
            if node.is_block:  # a block where only words can be: a line of its own
                yield Break(manner.marks)


def _text(words: str, manner: Manner, reading: Reading) -> Iterator[Inline]:
    if manner.symbols == "wingdings":
        words = words.translate(_WINGDINGS)
    words = reading.allowed(_PRIVATE.sub("", _NOTHING.sub("", words)))
    if _TURNING.search(words):
        reading.leave_out(LeftOut.TURNING, len(_TURNING.findall(words)))
        words = _EMBEDDING.sub("", words)
    marks = manner.all_marks(reading)
    if not manner.is_set:
        yield Text(words, marks)
        return
    for number, line in enumerate(words.replace("\r\n", "\n").split("\n")):
        if number:
            yield Break(marks)
        yield Text(_PRE_BLANKS.sub(" ", line), marks)


def _image(node: Node, manner: Manner, reading: Reading) -> Iterator[Inline]:
    if reading.is_speck(node):
        return
    alt = " ".join(node.get("alt").split())
    if alt and _is_sign(node, alt):
        yield Text(alt, manner.marks)
    elif key := reading.picture(node.get("src")):
        yield Image(key, alt, "", frozenset(m for m in manner.marks if isinstance(m, Link)))


def _is_sign(node: Node, alt: str) -> bool:
    """Whether a picture stands for a sign such as an emoji, which its alt text gives."""
    return len(alt) <= 4 and not any(map(str.isalnum, alt)) and "file:" not in node.get("src")  # noqa: PLR2004 - an emoji with its modifiers


def _note(node: Node, reading: Reading) -> Content:
    """Return the words of a footnote in one line, without pictures and notes of its own."""
    found: list[Inline] = []
    for each in inlines(node.children, Manner(), reading):
        if isinstance(each, Break):
            found.append(Text(" "))
        elif isinstance(each, Text):
            found.append(each)
    while found and isinstance(found[0], Text) and not found[0].text.strip():
        del found[0]
    return tidied(found)


# ---------------------------------------------------------------- white space


def tidied(content: Iterable[Inline]) -> Content:
    """Return content with one blank between words, none at the ends of lines.

    A lone no-break space between words stays what it is; a run of them was made to move words
    about, and becomes a space.
    """
    result: list[Inline] = []
    for piece in _merged(content):
        if not isinstance(piece, Text):
            if isinstance(piece, Break):
                _strip_end(result)
            result.append(piece)
            continue
        words = bearable(_BLANKS.sub(_blank, piece.text))
        before = result[-1] if result else None
        if before is None or isinstance(before, Break):
            words = words.lstrip(" \xa0")
        elif isinstance(before, Text) and _both_blank(before.text, words):
            result[-1] = replace(before, text=before.text[:-1] + " ")
            words = words[1:]
        if words:
            result.append(replace(piece, text=words))
    _strip_end(result)
    return tuple(result)


def _both_blank(before: str, after: str) -> bool:
    return before.endswith((" ", _NO_BREAK)) and after.startswith((" ", _NO_BREAK))


def bearable(words: str) -> str:
    """Return words with a space in what is too long for a word: no window can lay it out."""
    return _ENDLESS.sub(lambda found: f"{found.group()} ", words)


def _blank(found: re.Match[str]) -> str:
    return _NO_BREAK if found.group() == _NO_BREAK else " "


def _merged(content: Iterable[Inline]) -> Iterator[Inline]:
    held: list[str] = []
    marks: Marks = NO_MARKS
    for piece in content:
        if isinstance(piece, Text) and (not held or piece.marks == marks):
            held.append(piece.text)
            marks = piece.marks
            continue
        if held:
            yield Text("".join(held), marks)
            held = []
        if isinstance(piece, Text):
            held, marks = [piece.text], piece.marks
        else:
            yield piece
    if held:
        yield Text("".join(held), marks)


def _strip_end(result: list[Inline]) -> None:
    while result and isinstance(last := result[-1], Text):
        words = last.text.rstrip(" \xa0")
        if words:
            result[-1] = replace(last, text=words)
            return
        del result[-1]


def in_parts(content: Content) -> Iterator[Content]:
    """Yield content in paragraphs that a window can lay out at once."""
    part: list[Inline] = []
    size = 0
    for piece in content:
        words = piece.text if isinstance(piece, Text) else ""
        while size + len(words) > LONGEST_PARAGRAPH and isinstance(piece, Text):
            end = words.rfind(" ", 0, LONGEST_PARAGRAPH - size)
            end = end if end > 0 else LONGEST_PARAGRAPH - size
            yield (*part, replace(piece, text=words[:end]))
            part, size, words = [], 0, words[end:].lstrip()
        if words or not isinstance(piece, Text):
            part.append(replace(piece, text=words) if isinstance(piece, Text) else piece)
            size += len(words)
    if part:
        yield tuple(part)


def says_something(content: Iterable[Inline]) -> bool:
    """Whether content holds more than blanks and breaks."""
    return any(
        bool(piece.text.strip()) if isinstance(piece, Text) else not isinstance(piece, Break)
        for piece in content
    )


def without_marks(content: Content, *dropped: Mark) -> Content:
    """Return content without marks that all its words carry, as a heading's words are bold."""
    words = [piece for piece in content if isinstance(piece, Text) and piece.text.strip()]
    common = {mark for mark in dropped if words and all(mark in piece.marks for piece in words)}
    return tuple(replace(piece, marks=piece.marks - common) for piece in content)


def in_one_line(content: Iterable[Inline]) -> Content:
    """Return content without breaks."""
    return tidied(Text(" ", p.marks) if isinstance(p, Break) else p for p in content)
