"""A comparison as the rich text that Qt shows: fields, photos, and the text with its changes."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from editor_app.editing.comparing import Comparison, PhotoChange
from editor_app.editing.comparing_body import ComparedLine
from editor_app.editing.comparing_lines import FIGURE_PARTS, Around, Line, LineKind
from editor_app.editing.comparing_words import Runs, State
from editor_app.ui.history.line_words import Dress, colours_of, runs_html, style_of

UNFOLD = "unfold:"
MORE = "more:"
_CONTEXT = 1  # lines that are shown round a change, though nothing happened to them
_FEWEST = 3  # unchanged lines that are folded; fewer take no more room than saying so
_MINUS = "\N{MINUS SIGN}"
_ENGLISH, _END = "\u2066", "\u2069"  # words that run from the left wherever they stand
_SIGNS = {State.ADDED: "+ ", State.REMOVED: f"{_MINUS} "}
_INDENTED = frozenset({Around.BULLET, Around.NUMBER, Around.QUOTE, Around.PASSAGE})


def comparison_html(
    comparison: Comparison, dress: Dress, *, unfolded: frozenset[int], most: int
) -> str:
    """Return what is different, as a reader would see it.

    ``unfolded`` are the unchanged stretches that are shown, by their first line; ``most`` is how
    many lines are shown at all. Photos in the text stand there, with what is said of them.
    """
    parts = [*_fields(comparison, dress), *_lead(comparison, dress)]
    if comparison.has_other_text:
        parts.append(_heading(_text_title(comparison), dress))
        parts += _text(comparison.lines, dress, unfolded=unfolded, most=most)
    elif comparison.is_regrouped:
        parts.append(_note("The words are the same; they are grouped in another way.", dress))
    return "".join(parts)


def title_html(title: str, dress: Dress) -> str:
    """Return between what the differences are, and how they are marked."""
    samples = "".join(
        f' <span style="{style_of(state, dress.tokens)}">{state.value}</span>'
        for state in (State.ADDED, State.REMOVED)
    )
    return f'<p dir="ltr" style="margin:0 0 4px 0">{_small(f"{title}:", dress)}{samples}</p>'


def _fields(comparison: Comparison, dress: Dress) -> Iterator[str]:
    if not comparison.fields:
        return
    yield _heading("Fields", dress)
    for change in comparison.fields:
        yield _labelled(change.label, change.runs, dress)


def _lead(comparison: Comparison, dress: Dress) -> Iterator[str]:
    for photo in comparison.photos:
        if photo.is_lead:
            name = "replaced" if photo.was_src else photo.state.value
            yield _heading(f"Lead photo {name}", dress)
            yield _lead_pictures(photo, dress)
            for label, runs in photo.words:
                yield _labelled(label, runs, dress)


def _lead_pictures(photo: PhotoChange, dress: Dress) -> str:
    """Return the photo above the text; where another took its place, both side by side."""
    if not (photo.was_src and photo.state is State.CHANGED):
        return _picture(photo.src, photo.state, dress)
    signs = ((State.REMOVED, photo.was_src), (State.ADDED, photo.src))
    cells = "".join(f"<td>{_picture(src, state, dress)}</td>" for state, src in signs)
    return f'<table cellpadding="3"><tr>{cells}</tr></table>'


def _picture(src: str, state: State, dress: Dress) -> str:
    words = {State.ADDED: "+ now", State.REMOVED: f"{_MINUS} before"}.get(state, "")
    sign = f'<span style="{colours_of(state, dress.tokens)}">{words}</span><br>' if words else ""
    width = dress.photo_width // 2
    return _line_of(f'{sign}<img src="{escape(src)}" width="{width}">', dress) if src else ""


# ------------------------------------------------------------ the text


def _text_title(comparison: Comparison) -> str:
    added, removed = comparison.words
    if not (added or removed):
        return "Text: the same words"
    return f"Text: {added} words added, {removed} removed"


def _text(
    lines: Sequence[ComparedLine], dress: Dress, *, unfolded: frozenset[int], most: int
) -> Iterator[str]:
    shown = 0
    for start, end, is_folded in _stretches(lines):
        if is_folded and start not in unfolded:
            words = f"{end - start} unchanged {_what(lines[start:end])}"
            yield _link(f"{UNFOLD}{start}", f"… {words}", dress)
            continue
        if shown >= most:
            yield _link(MORE, f"… {len(lines) - start} more lines", dress)
            return
        part = lines[start : min(end, start + most - shown)]
        yield from _shown(part, dress)
        shown += len(part)
        if start + len(part) < end:
            yield _link(MORE, f"… {len(lines) - start - len(part)} more lines", dress)
            return


def _what(lines: Sequence[ComparedLine]) -> str:
    kinds = {line.line.kind for line in lines}
    return "paragraphs" if kinds == {LineKind.PARAGRAPH} else "lines"


def _stretches(lines: Sequence[ComparedLine]) -> Iterator[tuple[int, int, bool]]:
    """Yield where stretches begin and end, and whether nothing happened near them."""
    near = [False] * len(lines)
    for place, line in enumerate(lines):
        if line.state is not State.KEPT:
            low, high = max(0, place - _CONTEXT), min(len(lines), place + _CONTEXT + 1)
            near[low:high] = [True] * (high - low)
    start = 0
    for is_near, group in groupby(near):
        end = start + len(list(group))
        yield start, end, not is_near and end - start >= _FEWEST
        start = end


def _shown(lines: Sequence[ComparedLine], dress: Dress) -> Iterator[str]:
    """Yield lines, those of one box together in it."""
    for is_boxed, group in groupby(lines, key=_is_boxed):
        html = "".join(_line(line, dress) for line in group)
        if is_boxed:
            colour = dress.tokens.surface
            yield (
                f'<table width="100%" cellpadding="8" bgcolor="{colour}"><tr><td>{html}</td>'
                "</tr></table>"
            )
        else:
            yield html


def _is_boxed(line: ComparedLine) -> bool:
    return any(each.kind in {Around.BOX, Around.GALLERY} for each in line.line.around)


def _line(compared: ComparedLine, dress: Dress) -> str:
    line = compared.line
    words = _words(compared, dress)
    if compared.was is not None:
        words += _small(f" ({_was(compared.was, line)})", dress)
    sign = _SIGNS.get(compared.state, "")
    style = colours_of(compared.state, dress.tokens)
    start = f'<span style="{style}">{sign}</span>' if sign else ""
    indent = 18 * sum(each.kind in _INDENTED for each in line.around)
    inside = f"{start}{escape(_bullet(line))}{words}"
    if line.kind is LineKind.SEPARATOR:
        inside = f"{start}<hr>"
    size = {"2": 125, "3": 110}.get(line.says, 100) if line.kind is LineKind.CROSS_HEAD else 100
    weight = "bold" if line.kind in {LineKind.CROSS_HEAD, LineKind.TITLE} else "normal"
    sides = f"margin:4px {indent if dress.is_right_to_left else 0}px 4px "
    sides += f"{0 if dress.is_right_to_left else indent}px"
    font = f"font-family:{dress.serif}; font-size:{size}%; font-weight:{weight}"
    return f'<p style="{sides}; {font}">{inside}</p>'


def _words(compared: ComparedLine, dress: Dress) -> str:
    line, parts = compared.line, [runs_html(part, dress) for part in compared.parts]
    if line.kind is LineKind.FIGURE:
        picture = f'<img src="{escape(line.src)}" width="{dress.photo_width}">'
        named = zip(FIGURE_PARTS, parts, strict=True)
        said = [f"{_small(f'{label}: ', dress)}{words}" for label, words in named if words]
        return "<br>".join((picture, *said))
    if line.kind in {LineKind.TABLE_HEAD, LineKind.TABLE_ROW}:
        cells = (
            f"<b>{words}</b>" if line.kind is LineKind.TABLE_HEAD else words for words in parts
        )
        return _small(" | ", dress).join(cells)
    if line.kind is LineKind.ATTRIBUTION:
        return f"— {parts[0]}"
    if line.kind is LineKind.SOURCE:
        return f"<code>{parts[0]}</code>"
    return ", ".join(words for words in parts if words)


def _bullet(line: Line) -> str:
    """Return what stands before the first line of an item of a list."""
    kinds = [each.kind for each in line.around]
    if not line.number or not kinds:
        return "“ " if Around.QUOTE in kinds and line.kind is LineKind.PARAGRAPH else ""
    return f"{line.number}. " if kinds[-1] is Around.NUMBER else "• "


def _was(was: Line, now: Line) -> str:
    """Return what kind of line it was; where it was of the same kind, that it is set otherwise."""
    if was.kind is not now.kind:
        return f"was: {was.kind.value}"
    before, after = ([each.kind.value for each in line.around] for line in (was, now))
    if before != after:
        return f"was in: {before[-1]}" if before else "stood alone"
    return f"was: {was.says}" if was.says else "set otherwise"


# ------------------------------------------------------------ pieces


def _heading(words: str, dress: Dress) -> str:
    colour = dress.tokens.muted
    style = f"color:{colour}; font-weight:bold; margin:10px 0 2px 0"
    return f'<p dir="ltr" style="{style}">{escape(words)}</p>'


def _labelled(label: str, runs: Runs, dress: Dress) -> str:
    return _line_of(f"{_small(f'{label}: ', dress)}{runs_html(runs, dress)}", dress)


def _small(words: str, dress: Dress) -> str:
    if dress.is_right_to_left:
        words = f"{_ENGLISH}{words}{_END}"
    return f'<span style="color:{dress.tokens.muted}; font-size:small">{escape(words)}</span>'


def _line_of(html: str, dress: Dress) -> str:
    return f'<p style="margin:3px 0; color:{dress.tokens.text}">{html}</p>'


def _note(words: str, dress: Dress) -> str:
    return _line_of(escape(words), dress)


def _link(address: str, words: str, dress: Dress) -> str:
    style = f"color:{dress.tokens.accent}; text-decoration:none"
    link = f'<a href="{address}" style="{style}">{escape(words)}</a>'
    return f'<p dir="ltr" style="margin:6px 0">{link}</p>'
