"""What goes before a page is read: what is not seen, what was deleted, what others remarked."""

from types import MappingProxyType

from editor_app.intake.clipboard.nodes import Node
from editor_app.intake.clipboard.reading import Reading
from editor_app.intake.clipboard.report import LeftOut
from editor_app.intake.clipboard.styles import is_hidden

_SILENT = frozenset(
    [
        "script",
        "style",
        "title",
        "meta",
        "link",
        "base",
        "head",
        "template",
        "noscript",
        "xml",
        "area",
        "map",
        "colgroup",
        "col",
        "param",
        "source",
        "track",
        "datalist",
        "wbr",
        "bgsound",
        "basefont",
        "frame",
        "frameset",
        "canvas",
        "svg",
        "input",
        "select",
        "textarea",
        "button",
        "option",
    ]
)
_COUNTED = MappingProxyType(
    dict.fromkeys(["iframe", "object", "embed", "applet", "video", "audio"], LeftOut.MEDIA)
    | {"math": LeftOut.FORMULA}
)
_OFFICE = ("o:", "w:", "v:", "m:", "x:")
_OFFICE_WITH_WORDS = frozenset({"o:p", "w:sdt", "v:textbox", "v:shape", "v:rect"})
_COMMENTS = ("mso-element:comment", "mso-comment-reference", "mso-special-character:comment")
_COMMENT_CLASSES = frozenset({"msocommentreference", "msocommenttext", "msocomanchor"})
_CHANGES = frozenset({"ins", "del"})


def clean(root: Node, reading: Reading) -> None:
    """Take out of a page what is not a part of its text."""
    is_tracked = any(node.tag in _CHANGES and "datetime" in node.attributes for node in root.walk())
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.children = [
            child
            for child in node.children
            if isinstance(child, str) or not _goes(child, reading, is_tracked=is_tracked)
        ]
        waiting.extend(reversed(list(node.elements())))


def _goes(node: Node, reading: Reading, *, is_tracked: bool) -> bool:
    """Return whether an element goes with all that is in it; what is worth telling is counted."""
    if node.tag in _SILENT or (node.tag.startswith(_OFFICE) and node.tag not in _OFFICE_WITH_WORDS):
        return True
    if node.tag in _COUNTED:
        reading.leave_out(_COUNTED[node.tag])
        return True
    if node.tag == "del" and (is_tracked or node.get("cite") or node.get("cdate")):
        reading.leave_out(LeftOut.DELETION)
        return True
    return bool(node.attributes) and _is_beside_the_text(node, reading)


def _is_beside_the_text(node: Node, reading: Reading) -> bool:
    packed = "".join(node.get("style").lower().split())
    if any(mark in packed for mark in _COMMENTS) or _COMMENT_CLASSES & _classes(node):
        reading.leave_out(LeftOut.COMMENT, int("comment-reference" in packed))
        return True
    if "mso-list:ignore" in packed:
        reading.keep_marker(node)
        return True
    if "hidden" in node.attributes or is_hidden(reading.style(node)):
        was_written = "mso-hide" in packed  # a page hides its own machinery
        reading.leave_out(LeftOut.HIDDEN, int(was_written and bool(node.text().strip())))
        return True
    return False


def _classes(node: Node) -> set[str]:
    return set(node.get("class").lower().split())
