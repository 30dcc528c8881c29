"""Figures: what pastes of the samples become, group by group, beside what they should become.

Run as ``python -m tests.intake.paste_figures``; it needs the samples beside the project. Compared
are the elements and the words, in their order. Not compared are what a text of ours cannot or
should not hold: spans, attributes, empty paragraphs, a paragraph alone in a list item, runs of
blanks, and how much deeper all headings stand.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from editor_app.body.html import write_html
from editor_app.body.tree import Body
from editor_app.intake.clipboard.html import read_html

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "paste"
_SAME = {"b": "strong", "i": "em", "s": "del", "strike": "del"}
_UNSEEN = {"html", "body", "span", "div", "font", "head", "thead", "tbody", "figure", "bookmark"}
_UNSEEN |= {"br"}


def main() -> int:
    """Print a line for each group; return 1 where fewer than 12 are as wanted."""
    if not SAMPLES.is_dir():
        print("The samples are not here:", SAMPLES)
        return 0
    results = figures()
    for group, outcomes in results.items():
        wrong = [f"{name}: {reason}" for name, reason in outcomes.items() if reason]
        print(f"{'same' if not wrong else 'DIFFERS':8}{group:40}{len(outcomes)} inputs", *wrong)
    same = sum(not any(outcomes.values()) for outcomes in results.values())
    print(f"{same} of {len(results)} groups as wanted")
    return 0 if same >= len(results) - 1 else 1


def figures() -> dict[str, dict[str, str]]:
    """Return for each group and input why it differs from what is wanted, or nothing."""
    results: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(SAMPLES.glob("*__input*.html")):
        group = "__".join(path.name.split("__")[:2])
        results[group]["__".join(path.name.split("__")[2:])] = difference(path)
    return dict(results)


def difference(path: Path) -> str:
    """Return the first place where a paste differs from what is wanted, or nothing."""
    html = write_html(Body(read_html(path.read_text("utf-8"), language="en").blocks))
    for debris in ("mso-", "style=", "<p></p>", "class=", "\xa0\xa0", "\xa0<"):
        if debris in html:
            return f"debris {debris}"
    normalized, model = _beside(path, "__normalized"), _beside(path, "__model")
    if normalized.exists():
        wanted, got = signature(normalized.read_text("utf-8")), signature(html)
    else:
        is_listed = "listIndent" in model.read_text("utf-8")
        wanted = list(_model_lines(model.read_text("utf-8"), is_listed=is_listed))
        got = list(_html_lines(html, is_listed=is_listed))
    for one, other in zip([*wanted, "(end)"], [*got, "(end)"], strict=False):
        if one != other:
            return f"wanted {one!r}, got {other!r}"
    return ""


def _beside(path: Path, part: str) -> Path:
    """Return the file with what is wanted; Safari's is left out where it is the same."""
    found = Path(str(path).replace("__input", part))
    return (
        found if found.exists() else Path(str(found).replace(".safari", "").replace(".firefox", ""))
    )


# ---------------------------------------------------------------- elements and words


def signature(html: str) -> list[str]:
    """Return the elements and words of html in their order."""
    root = etree.fromstring(html, etree.HTMLParser(remove_comments=True, remove_pis=True))
    found = _joined(_pieces(root))
    heads = [int(piece[2]) for piece in found if piece[:2] == "<h" and piece[2].isdigit()]
    shift = min(heads, default=1) - 1
    return [
        f"<h{int(piece[2]) - shift}>" if piece[:2] == "<h" and piece[2].isdigit() else piece
        for piece in found
    ]


def _pieces(node: etree._Element) -> Iterator[str]:
    name = _SAME.get(node.tag, node.tag)
    is_item_text = name == "p" and node.getparent() is not None and node.getparent().tag == "li"
    is_silent = name in _UNSEEN or ":" in name or is_item_text
    has_something = "".join(node.itertext()).strip() or name in {"li", "img", "td", "th", "br"}
    has_something = has_something or node.find(".//img") is not None
    if not is_silent and has_something and (name != "p" or node.find(".//img") is None):
        yield f"<{name}>"
    yield " " if name == "br" else node.text or ""
    for child in node:
        yield from _pieces(child)
        yield child.tail or ""
    if name in {"p", "li", "td", "th"} or name[:1] == "h":
        yield " "


def _joined(pieces: Iterator[str]) -> list[str]:
    found: list[str] = []
    words = ""
    for piece in (*pieces, "<end>"):
        if piece[:1] == "<" and piece[-1:] == ">":
            if words := " ".join(words.split()):
                found.append(words)
            words = ""
            found.append(piece)
        else:
            words += piece
    return found[:-1]


# ---------------------------------------------------------------- lines with their depth


def _model_lines(model: str, *, is_listed: bool) -> Iterator[tuple[str, str, str]]:
    for node in etree.fromstring(f"<model>{model}</model>".replace("$text", "text")):
        words = " ".join("".join(node.itertext()).split())
        kind, depth = node.get("listType", ""), node.get("listIndent", "")
        if words or kind:
            yield (kind, depth, words) if is_listed else ("", "", words)


def _html_lines(html: str, *, is_listed: bool) -> Iterator[tuple[str, str, str]]:
    root = etree.fromstring(html, etree.HTMLParser())
    for node in root.iter("p", "li", "h2", "h3", "h4"):
        own = [node.text or ""]
        for child in node:
            if child.tag not in {"ul", "ol", "p"}:
                own += [*child.itertext(), child.tail or ""]
        words = " ".join("".join(own).split())
        lists = [each.tag for each in node.iterancestors("ul", "ol")]
        kind = {"ul": "bulleted", "ol": "numbered"}[lists[0]] if lists else ""
        if words or (node.tag == "li" and node.find("p") is None):
            depth = str(len(lists) - 1) if lists else ""
            yield (kind, depth, words) if is_listed else ("", "", words)


if __name__ == "__main__":
    sys.exit(main())
