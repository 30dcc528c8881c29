"""Ways of saying that two pieces of HTML are the same.

`strict`: the same tags and words, white space that no browser shows apart. `sem`: the same also
where only the order of nested marks differs, or which of two neighbouring runs a space is in.
"""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "link",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "script",
        "section",
        "style",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
MARKS = frozenset(["em", "strong", "del", "sup", "sub", "code", "a"])
BLANKS = re.compile(r"[ \t\n\r\f]+")
NOTHING = ("edge", "")


class _Tokens(HTMLParser):
    """Collects ``(kind, value)``: open, close, text, code (text in ``pre``), other."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = []
        self._depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append(("open", (tag, tuple(sorted((k, v or "") for k, v in attrs)))))
        self._depth += tag == "pre"

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        self._depth = max(0, self._depth - (tag == "pre"))
        self.found.append(("close", (tag, ())))

    def handle_data(self, data):
        kind = "code" if self._depth else "text"
        if self.found and self.found[-1][0] == kind:
            data = self.found.pop()[1] + data
        self.found.append((kind, data))

    def handle_comment(self, data):
        self.found.append(("other", data.strip()))

    def handle_decl(self, decl):
        self.found.append(("other", decl))

    def unknown_decl(self, data):
        self.found.append(("other", data))

    def handle_pi(self, data):
        self.found.append(("other", data))


def strict(html):
    """Return html as tokens, white space beside blocks and in a row taken out."""
    found = [(k, BLANKS.sub(" ", v)) if k == "text" else (k, v) for k, v in _Tokens(html).found]
    result = []
    for before, (kind, value), after in _with_neighbours(found):
        shown = value
        if kind == "text":
            shown = shown.lstrip(" ") if _is_block(before) else shown
            shown = shown.rstrip(" ") if _is_block(after) else shown
        elif kind == "code" and after[0] == "close":
            shown = shown.rstrip("\n")
        if shown:
            result.append((kind, shown))
    return result


def sem(html):
    """Return html as tokens whose words carry sets of marks instead of standing in elements."""
    pieces = _settled(list(_words_and_blanks(_with_mark_sets(strict(html)))))
    result = []
    for piece in pieces:
        if piece[0] == "text" and result and result[-1][0] == "text":
            kind, text, marks = result[-1]
            if marks == piece[2]:
                result[-1] = (kind, re.sub(" +", " ", text + piece[1]), marks)
                continue
            if piece[1] == " " == text:
                continue
        result.append(piece)
    return result


def words_and_addresses(html):
    """Return what must never be lost: the words, and every address and description."""
    tokens = strict(html)
    words = "".join(value for kind, value in tokens if kind in ("text", "code"))
    names = ("href", "src", "alt", "title")
    pairs = [pair for kind, value in tokens if kind == "open" for pair in value[1]]
    return BLANKS.sub("", words), sorted(
        (n, v) for n, v in pairs if n in names and (v or n != "title")
    )


def _with_neighbours(items):
    return zip([NOTHING, *items], items, [*items[1:], NOTHING], strict=False)


def _is_block(token):
    return token is NOTHING or (token[0] in ("open", "close") and token[1][0] in BLOCKS)


def _with_mark_sets(tokens):
    stack, depth = [], 0
    for kind, value in tokens:
        if kind in ("open", "close") and value[0] == "pre":
            depth += 1 if kind == "open" else -1
        if kind in ("open", "close") and value[0] in MARKS and not depth:
            _turn(stack, kind, value)
        elif kind == "text" or (kind == "open" and value[0] == "img"):
            yield kind, value, frozenset(stack)
        else:
            yield kind, value


def _turn(stack, kind, value):
    if kind == "open":
        stack.append(value)
        return
    for index in range(len(stack) - 1, -1, -1):
        if stack[index][0] == value[0]:
            del stack[index]
            return


def _words_and_blanks(tokens):
    joined = []
    for token in tokens:
        if token[0] == "text" and joined and joined[-1][0] == "text" and joined[-1][2] == token[2]:
            joined[-1] = ("text", joined[-1][1] + token[1], token[2])
        else:
            joined.append(token)
    for token in joined:
        if token[0] != "text":
            yield token
            continue
        for part in re.findall(r"[^ ](?:.*[^ ])?| +", token[1], re.DOTALL):
            yield ("text", part, token[2]) if part.strip(" ") else ("blank", " ", token[2])


def _settled(pieces):
    """Return pieces, each blank with the marks that the words on both sides share."""
    result = []
    for index, piece in enumerate(pieces):
        if piece[0] != "blank":
            result.append(piece)
            continue
        sides = (_side(pieces, index, -1), _side(pieces, index, 1))
        if any(_is_block(side[:2]) if side is not NOTHING else True for side in sides):
            continue
        marks = piece[2]
        for side in sides:
            marks &= side[2] if len(side) > 2 else frozenset()
        result.append(("text", " ", frozenset(m for m in marks if m[0] != "code")))
    return result


def _side(pieces, index, step):
    index += step
    while 0 <= index < len(pieces) and pieces[index][0] == "blank":
        index += step
    return pieces[index] if 0 <= index < len(pieces) else NOTHING
