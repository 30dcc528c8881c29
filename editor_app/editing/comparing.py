"""Two versions of an item, compared as a reader would: words, photos and fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.body.text import count_words
from editor_app.body.tree import Text
from editor_app.editing.comparing_body import ComparedLine, compared_bodies
from editor_app.editing.comparing_fields import FieldChange, compared_fields
from editor_app.editing.comparing_lines import FIGURE_PARTS, LineKind
from editor_app.editing.comparing_words import Runs, State, compared, plain
from editor_app.editing.draft import Draft
from editor_app.model.item import LeadFigure

_FEW = 3  # fields that a summary names; more are counted
_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class PhotoChange:
    """A photo that came or went, or of which something else is said.

    ``words`` are those that changed, each under what they are: alt text, caption, credit.
    """

    state: State
    src: str
    is_lead: bool = False
    words: tuple[tuple[str, Runs], ...] = ()
    was_src: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different between two versions of an item.

    ``words`` are how many came into the text, and how many went. ``is_regrouped`` says that the
    text differs only in what belongs together, such as two lists that are one now.
    """

    fields: tuple[FieldChange, ...] = ()
    photos: tuple[PhotoChange, ...] = ()
    lines: tuple[ComparedLine, ...] = ()
    words: tuple[int, int] = (0, 0)
    is_regrouped: bool = False

    @property
    def has_other_text(self) -> bool:
        """Whether any line of the text is another."""
        return any(line.state is not State.KEPT for line in self.lines)

    @property
    def is_empty(self) -> bool:
        """Whether both versions say the same."""
        return not (self.fields or self.photos or self.has_other_text or self.is_regrouped)


def compare(old: Draft, new: Draft) -> Comparison:
    """Return what is different in new; safe on any thread."""
    lines = compared_bodies(old.body, new.body)
    lead = _lead_change(old.item.lead_figure, new.item.lead_figure)
    is_same = all(line.state is State.KEPT for line in lines)
    return Comparison(
        fields=compared_fields(old.item, new.item),
        photos=(*lead, *_photo_changes(lines)),
        lines=lines,
        words=_words_changed(lines),
        is_regrouped=is_same and old.body != new.body,
    )


def summary(comparison: Comparison) -> str:
    """Return what is different in one line: *Headline; body +12 words; a photo*."""
    parts = [_fields_words(comparison.fields), _body_words(comparison), _photos_words(comparison)]
    said = "; ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def _words_changed(lines: Sequence[ComparedLine]) -> tuple[int, int]:
    """Return how many words came into a text, and how many went; those of photos are not text."""
    texts: dict[State, list[str]] = {State.ADDED: [], State.REMOVED: []}
    for line in lines:
        if line.state is State.KEPT or line.line.kind is LineKind.FIGURE:
            continue
        for part in line.parts:
            for run in part:
                if run.state in texts and isinstance(run.piece, Text):
                    texts[run.state].append(run.piece.text)
    added, removed = (count_words(" ".join(found)) for found in texts.values())
    return added, removed


# ------------------------------------------------------------ photos


def _lead_change(old: LeadFigure, new: LeadFigure) -> Iterator[PhotoChange]:
    if old == new:
        return
    state = State.CHANGED
    if old.src != new.src and not (old.src and new.src):
        state = State.ADDED if new.src else State.REMOVED
    pairs = (
        ("Alt text", old.alt, new.alt),
        ("Caption", old.caption, new.caption),
        ("Credit", old.credit, new.credit),
        ("Decorative", _yes(is_so=old.is_decorative), _yes(is_so=new.is_decorative)),
    )
    words = tuple(
        (label, compared(plain(before), plain(after)))
        for label, before, after in pairs
        if before != after
    )
    was = old.src if old.src != new.src else ""
    yield PhotoChange(state, new.src or old.src, is_lead=True, words=words, was_src=was)


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"


def _photo_changes(lines: Sequence[ComparedLine]) -> Iterator[PhotoChange]:
    figures = [line for line in lines if line.line.kind is LineKind.FIGURE]
    for line in figures:
        if line.state is not State.KEPT:
            words = tuple(
                (label, runs)
                for label, runs in zip(FIGURE_PARTS, line.parts, strict=True)
                if any(run.state is not State.KEPT for run in runs)
            )
            yield PhotoChange(line.state, line.line.src, words=words)


# ------------------------------------------------------------ the line for a list


def _fields_words(changes: Sequence[FieldChange]) -> str:
    if len(changes) > _FEW:
        return f"{len(changes)} fields"
    return ", ".join(
        f"status: {change.new.lower()}" if change.name == "status" else change.label.lower()
        for change in changes
    )


def _body_words(comparison: Comparison) -> str:
    if not comparison.has_other_text:
        return "grouping of the text" if comparison.is_regrouped else ""
    added, removed = comparison.words
    if added or removed:
        counts = [f"+{added}"] * bool(added) + [f"{_MINUS}{removed}"] * bool(removed)
        is_one = max(added, removed) == 1
        return f"body {' '.join(counts)} {'word' if is_one else 'words'}"
    changed = [line.line.kind for line in comparison.lines if line.state is not State.KEPT]
    is_other = any(kind is not LineKind.FIGURE for kind in changed)
    return "formatting" if is_other else ""


def _photos_words(comparison: Comparison) -> str:
    number = len(comparison.photos)
    return "" if not number else "a photo" if number == 1 else f"{number} photos"
