"""The words of a compared line as the rich text that Qt shows, with what was added and removed."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from editor_app.body.tree import (
    Break,
    Footnote,
    Image,
    Inline,
    Link,
    Mark,
    Marks,
    RawInline,
    Text,
)
from editor_app.editing.comparing_words import Run, Runs, State
from editor_app.ui.look.tokens import Tokens

_ELEMENTS: Mapping[Mark, str] = MappingProxyType(
    {
        Mark.STRONG: "b",
        Mark.EMPHASIS: "i",
        Mark.STRIKE: "s",
        Mark.SUPERSCRIPT: "sup",
        Mark.SUBSCRIPT: "sub",
        Mark.CODE: "code",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """What a comparison is shown in: colours, letters, and how wide its photos are."""

    tokens: Tokens
    serif: str
    photo_width: int
    is_right_to_left: bool = False


def runs_html(runs: Runs, dress: Dress) -> str:
    """Return the words of a line; what was added is underlined, what was removed struck out."""
    return "".join(_run_html(run, dress) for run in runs)


def style_of(state: State, tokens: Tokens) -> str:
    """Return how words are set that something happened to; a reader need not see the colours."""
    styles = {
        State.KEPT: "",
        State.ADDED: (
            f"color:{tokens.good}; background-color:{tokens.good_soft}; text-decoration:underline"
        ),
        State.REMOVED: (
            f"color:{tokens.danger}; background-color:{tokens.danger_soft};"
            " text-decoration:line-through"
        ),
        State.CHANGED: f"color:{tokens.text}; background-color:{tokens.warning_soft}",
    }
    return styles[state]


def colours_of(state: State, tokens: Tokens) -> str:
    """Return how a sign is set that says what happened: coloured, but not underlined or struck."""
    return style_of(state, tokens).partition("; text-decoration")[0]


def _run_html(run: Run, dress: Dress) -> str:
    words = _marked(_piece_html(run.piece), run.piece.marks, dress.tokens)
    style = style_of(run.state, dress.tokens)
    return f'<span style="{style}">{words}</span>' if style else words


def _piece_html(piece: Inline) -> str:
    match piece:
        case Text(text=text):
            return escape(text).replace("\n", "<br>")
        case Break():
            return "<br>"
        case Image(alt=alt):
            return escape(f"[picture: {alt}]" if alt else "[picture]")
        case RawInline(source=source):
            return f"<code>{escape(source)}</code>"
        case Footnote(content=content):
            inside = "".join(map(_piece_html, content))
            return f"<sup>[note: {inside}]</sup>"


def _marked(words: str, marks: Marks, tokens: Tokens) -> str:
    for mark in sorted((each for each in marks if isinstance(each, Mark)), reverse=True):
        words = f"<{_ELEMENTS[mark]}>{words}</{_ELEMENTS[mark]}>"
    if any(isinstance(mark, Link) for mark in marks):
        words = f'<span style="color:{tokens.accent}">{words}</span>'
    return words
