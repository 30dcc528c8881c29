"""HTML from other programs as lines: every word of it, and the structure that we have too."""

from html.parser import HTMLParser

from typing_extensions import override

from editor_app.body.gate import clean_html
from editor_app.body.tree import Break, Inline, Link, Mark, Text
from editor_app.ui.editor.leaves import Kind, Leaf, head_kind
from editor_app.ui.editor.paths import Path, token

_MARKS = {
    "strong": Mark.STRONG,
    "b": Mark.STRONG,
    "em": Mark.EMPHASIS,
    "i": Mark.EMPHASIS,
    "del": Mark.STRIKE,
    "s": Mark.STRIKE,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
    "code": Mark.CODE,
}
_CONTAINERS = {"blockquote": "q", "ul": "u", "ol": "o", "li": "i"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "pre", "hr", "figure"}
_BLOCKS |= {"figcaption", "section", "article", "header", "footer", "dt", "dd", "dl", "td", "th"}
_LOWEST = 2
_DEEPEST = 4


def leaves_of_html(html: str) -> list[Leaf]:
    """Return foreign HTML as lines, after the gate has cleaned it."""
    parser = _Lines()
    parser.feed(clean_html(html))
    parser.close()
    parser.end_line()
    return parser.leaves


class _Lines(HTMLParser):
    """Collects lines while clean HTML is read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.leaves: list[Leaf] = []
        self._content: list[Inline] = []
        self._marks: list[tuple[str, Mark | Link]] = []
        self._path: list[str] = []
        self._number = 0
        self._kind = Kind.PARAGRAPH

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS:
            self._marks.append((tag, _MARKS[tag]))
        elif tag == "a":
            hrefs = [value for name, value in attrs if name == "href" and value]
            self._marks += [(tag, Link(href)) for href in hrefs[:1]]
        elif tag == "br":
            self._content.append(Break(self._current()))
        elif tag in _CONTAINERS:
            self.end_line()
            self._number += 1
            self._path.append(token(_CONTAINERS[tag], self._number))
        elif tag in _BLOCKS:
            self._begin_block(tag)

    def _begin_block(self, tag: str) -> None:
        self.end_line()
        if tag == "hr":
            self.leaves.append(Leaf(Kind.SEPARATOR, self._standing()))
        elif tag[0] == "h" and tag[1:].isdigit():
            self._kind = head_kind(min(_DEEPEST, max(_LOWEST, int(tag[1]))))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS or tag == "a":
            for index in range(len(self._marks) - 1, -1, -1):
                if self._marks[index][0] == tag:
                    del self._marks[index]
                    break
        elif tag in _CONTAINERS:
            self.end_line()
            letter = _CONTAINERS[tag]
            if any(name[0] == letter for name in self._path):
                while self._path.pop()[0] != letter:
                    pass
        elif tag in _BLOCKS:
            self.end_line()

    @override
    def handle_data(self, data: str) -> None:
        words = " ".join(data.replace("\n", " ").replace("\t", " ").replace("\r", " ").split(" "))
        while "  " in words:
            words = words.replace("  ", " ")
        if not self._content:
            words = words.lstrip(" ")
        if words:
            self._content.append(Text(words, self._current()))

    def end_line(self) -> None:
        """End the line that is being collected, if it says anything."""
        content = tuple(self._content)
        says_something = any(isinstance(n, Text) and n.text.strip() for n in content)
        if says_something:
            path = self._standing()
            kind = self._kind
            if path and path[-1][0] == "i" and kind is Kind.PARAGRAPH:
                kind = Kind.TIGHT
            self.leaves.append(Leaf(kind, path, content))
        self._content = []
        self._kind = Kind.PARAGRAPH

    def _standing(self) -> Path:
        """Return the containers of the line, without a list that no item was opened in."""
        path = list(self._path)
        while path and path[-1][0] in "uo":
            path.pop()
        return tuple(path)

    def _current(self) -> frozenset[Mark | Link]:
        marks: set[Mark | Link] = {mark for _tag, mark in self._marks if isinstance(mark, Mark)}
        links = [mark for _tag, mark in self._marks if isinstance(mark, Link)]
        return frozenset(marks | set(links[-1:]))
