"""Bold, italic and the other marks of words; links, languages and abbreviations included."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import (
    NO_MARKS,
    Abbreviation,
    Card,
    Language,
    Link,
    Mark,
    Marks,
)
from editor_app.ui.editor.formats import (
    PHOTO_OBJECT,
    mark_format,
    marks_of,
    object_format,
    object_of,
)
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import covered, line_kind, one_step, table_at

_EXCLUDES = {Mark.SUPERSCRIPT: Mark.SUBSCRIPT, Mark.SUBSCRIPT: Mark.SUPERSCRIPT}
Change = Callable[[Marks], Marks]
SaidOfWords = TypeVar("SaidOfWords", Link, Language, Abbreviation)
"""A mark that says something of certain words, and of no word typed after them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in a row that share one format."""

    start: int
    end: int
    marks: Marks


def runs(cursor: QTextCursor) -> Iterator[Run]:
    """Yield the runs of a selection, without those that cannot be marked."""
    for start, end in _ranges(cursor):
        part = QTextCursor(cursor.document())
        part.setPosition(start)
        part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        for block in covered(part):
            for run in _line_runs(block):
                first, stop = max(start, run.start), min(end, run.end)
                if first < stop:
                    yield Run(first, stop, run.marks)


def _line_runs(block: QTextBlock) -> Iterator[Run]:
    """Yield the runs of a line, unless it is one that cannot be marked."""
    if line_kind(block) in {Kind.SOURCE, Kind.PHOTO, Kind.CARD}:
        return
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        start = fragment.position()
        yield Run(start, start + fragment.length(), marks_of(fragment.charFormat()))
        step += 1


def _ranges(cursor: QTextCursor) -> Iterator[tuple[int, int]]:
    """Yield the stretches that a selection covers: a selection of table cells has many."""
    table = table_at(cursor)
    if table is None or not cursor.hasComplexSelection():
        yield cursor.selectionStart(), cursor.selectionEnd()
        return
    row, rows, column, columns = _cells(cursor)
    for r in range(row, row + rows):
        for c in range(column, column + columns):
            cell = table.cellAt(r, c)
            yield cell.firstPosition(), cell.lastPosition()


def _cells(cursor: QTextCursor) -> tuple[int, ...]:
    """Return first row, rows, first column, columns; the stubs do not know that Qt tells."""
    return tuple(cast("Iterable[int]", cursor.selectedTableCells()))


def typing_marks(cursor: QTextCursor) -> Marks:
    """Return the marks that a letter typed at the caret should get.

    A link, a language or an abbreviation goes on only inside it, never at its end; what belongs to
    a picture is not passed on.
    """
    marks = marks_of(cursor.charFormat())
    said = _said_of(marks)
    if not said:
        return marks
    after = QTextCursor(cursor)
    block = cursor.block()
    is_first = cursor.position() == block.position()
    is_last = cursor.position() == block.position() + block.length() - 1
    if is_first or is_last:
        return marks - said
    after.setPosition(cursor.position() + 1)
    return marks - (said - marks_of(after.charFormat()))


def _said_of(marks: Marks) -> Marks:
    """Return the marks that say something of certain words."""
    return frozenset(mark for mark in marks if not isinstance(mark, Mark))


def is_marked(cursor: QTextCursor, mark: Mark) -> bool:
    """Whether all of the selection has a mark, or the next letter typed would."""
    return mark in shared_marks(cursor)


def shared_marks(cursor: QTextCursor) -> Marks:
    """Return the marks that all of the selection has, or those of the next letter typed."""
    if not cursor.hasSelection():
        return marks_of(cursor.charFormat())
    shared: Marks | None = None
    for run in runs(cursor):
        shared = run.marks if shared is None else shared & run.marks
        if not shared:
            break
    return shared or NO_MARKS


def toggle_mark(cursor: QTextCursor, mark: Mark) -> None:
    """Give all of the selection a mark, or take it away where all of it has it."""
    change_marks(cursor, removing(mark) if is_marked(cursor, mark) else adding(mark))


def adding(mark: Mark) -> Change:
    """Return the change that adds a mark, and takes away the one it cannot stand beside."""
    return lambda marks: (marks | {mark}) - {_EXCLUDES.get(mark, mark)} | {mark}


def removing(mark: Mark) -> Change:
    """Return the change that takes a mark away."""
    return lambda marks: marks - {mark}


def clear_marks(cursor: QTextCursor) -> None:
    """Take from the selection all marks that are only a matter of looks."""
    change_marks(cursor, _said_of)


def set_link(cursor: QTextCursor, link: Link | None) -> None:
    """Make the selection a link, or take links out of it."""
    set_said(cursor, Link, link)


def set_said(cursor: QTextCursor, kind: type[SaidOfWords], mark: SaidOfWords | None) -> None:
    """Say something of the selected words in place of what was said of them before."""
    added: Marks = NO_MARKS if mark is None else frozenset({mark})

    def change(marks: Marks) -> Marks:
        return frozenset(each for each in marks if not isinstance(each, kind)) | added

    change_marks(cursor, change)


def change_marks(cursor: QTextCursor, change: Change) -> None:
    """Change the marks of every run of the selection, in one undo step."""
    found = list(runs(cursor))
    with one_step(QTextCursor(cursor)) as step:
        for run in found:
            marks = change(run.marks)
            if marks != run.marks:
                step.setPosition(run.start)
                step.setPosition(run.end, QTextCursor.MoveMode.KeepAnchor)
                _remark(step, marks)


def _remark(run: QTextCursor, marks: Marks) -> None:
    shape = run.charFormat()
    node = object_of(shape)
    if node is None or not shape.objectType():
        run.setCharFormat(mark_format(marks))
    elif not isinstance(node, Card):
        is_photo = shape.objectType() == PHOTO_OBJECT
        run.setCharFormat(object_format(replace(node, marks=marks), is_photo=is_photo))


def link_span(cursor: QTextCursor) -> tuple[int, int, Link] | None:
    """Return from where to where the link at the caret goes, and the link itself."""
    return said_span(cursor, Link)


def said_span(cursor: QTextCursor, kind: type[SaidOfWords]) -> tuple[int, int, SaidOfWords] | None:
    """Return from where to where what is said of the words at the caret goes, and what is said."""
    block = cursor.block()
    spans: list[tuple[int, int, SaidOfWords]] = []
    for run in _line_runs(block):
        for mark in run.marks:
            if not isinstance(mark, kind):
                continue
            if spans and spans[-1][1] == run.start and spans[-1][2] == mark:
                spans[-1] = (spans[-1][0], run.end, mark)
            else:
                spans.append((run.start, run.end, mark))
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return next((span for span in spans if span[0] <= start and end <= span[1]), None)


def select_said(cursor: QTextCursor, kind: type[SaidOfWords]) -> SaidOfWords | None:
    """Select the words something is said of at the caret, or else the word there.

    Return what is said; where words are selected already they stay selected.
    """
    span = said_span(cursor, kind)
    if span is not None:
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        return span[2]
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    return None
