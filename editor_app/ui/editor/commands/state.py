"""Which commands are checked and which can be used where the caret stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Abbreviation, Language, Link
from editor_app.ui.editor import tables
from editor_app.ui.editor.blocks import can_unwrap
from editor_app.ui.editor.commands.details import NOTHING, details_at
from editor_app.ui.editor.commands.entries import (
    COLUMN_SIDES,
    FIGURE_ACTIONS,
    FIGURE_SETTINGS,
    HEAD_LEVELS,
    MARK_ACTIONS,
    STYLE_ACTIONS,
    TABLE_ACTIONS,
)
from editor_app.ui.editor.containers import is_in_box, passage_at
from editor_app.ui.editor.figures import figure_at
from editor_app.ui.editor.footnotes import can_take_footnote, footnote_at
from editor_app.ui.editor.formats import kind_of, path_of
from editor_app.ui.editor.galleries import gallery_words, is_at_gallery
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    covered,
    figure_lines,
    line_kind,
    line_path,
    table_at,
    table_of,
)
from editor_app.ui.editor.lists import list_letter
from editor_app.ui.editor.marks import link_span, runs, shared_marks
from editor_app.ui.editor.quotes import can_be_quoted, is_quoted
from editor_app.ui.editor.standing import taking_out
from editor_app.ui.editor.styles import can_be_head
from editor_app.ui.editor.table_details import table_details

_LOOKED_AT = 50  # lines of a selection that are asked what they can become
_PLAIN = "uoi"  # containers in which no line matters to another one: lists and their items
_SIGNS = ("nonBreakingSpace", "nonBreakingHyphen")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of the commands where the caret stands, by the names of their actions."""

    checked: Mapping[str, bool]
    enabled: Mapping[str, bool]
    details: str  # what the form of the thing at the caret is called
    unwrap: str  # what it is called to take the line out of what it stands in
    gallery: str  # what it is called to put in a gallery


def plain_standing(cursor: QTextCursor) -> tuple[object, ...] | None:
    """Return all that `standing_at` follows from in a plain line; None where it may be more.

    Made for typing: it stays the same from one letter to the next.
    """
    block = cursor.block()
    if cursor.hasSelection() or table_of(block) is not None:
        return None
    shape = block.blockFormat()
    kind, path = kind_of(shape), path_of(shape)
    if not (kind.is_prose or kind.level) or any(name[0] not in _PLAIN for name in path):
        return None
    is_linked = link_span(cursor) is not None
    return (kind, path, shared_marks(cursor), is_linked, footnote_at(cursor) is not None)


def standing_at(cursor: QTextCursor) -> Standing:
    """Return what is checked and what can be used; what is not named can always be used."""
    blocks = covered(cursor)
    kind = line_kind(blocks[0])
    is_linked = kind is not Kind.SOURCE and link_span(cursor) is not None
    details = details_at(cursor)
    return Standing(
        _checked(cursor, blocks[0], kind, is_linked=is_linked),
        {
            **_enabled(cursor, blocks),
            "blockDetails": details is not None,
            "unlink": is_linked or _has_links(cursor, blocks),
        },
        details or NOTHING,
        taking_out(line_path(cursor.block())),
        gallery_words(cursor),
    )


def _checked(
    cursor: QTextCursor, block: QTextBlock, kind: Kind, *, is_linked: bool
) -> Mapping[str, bool]:
    marks = shared_marks(cursor)
    letter = list_letter(block)
    return {
        **{name: mark in marks for name, mark in MARK_ACTIONS.items()},
        **{name: kind.level == level for name, level in HEAD_LEVELS.items()},
        "bulletList": letter == "u",
        "numberedList": letter == "o",
        "quote": is_quoted(block),
        "paragraph": kind.is_prose,
        "link": is_linked,
        "abbreviation": any(isinstance(mark, Abbreviation) for mark in marks),
        "wordLanguage": any(isinstance(mark, Language) for mark in marks),
        "factBox": is_in_box(cursor),
        "passageLanguage": passage_at(cursor) is not None,
        "headerColumn": (table_details(cursor) or ((), False))[1],
        **_column_checked(cursor),
        **_figure_checked(block),
    }


def _has_links(cursor: QTextCursor, blocks: list[QTextBlock]) -> bool:
    """Whether any of the selected words lead somewhere; more than one line is not looked at."""
    if not cursor.hasSelection() or len(blocks) > 1:
        return cursor.hasSelection()
    return any(isinstance(mark, Link) for run in runs(cursor) for mark in run.marks)


def _column_checked(cursor: QTextCursor) -> Mapping[str, bool]:
    side = tables.column_alignment(cursor) if table_at(cursor) is not None else None
    return {name: side is each for name, each in COLUMN_SIDES.items()}


def _figure_checked(block: QTextBlock) -> Mapping[str, bool]:
    placed = figure_at(block) if figure_lines(block) else None
    if placed is None:
        return dict.fromkeys(FIGURE_ACTIONS, False)
    figure = placed.figure
    checked = {name: figure.setting is each for name, each in FIGURE_SETTINGS.items()}
    return {**checked, "figureDecorative": figure.is_decorative}


def _enabled(cursor: QTextCursor, blocks: list[QTextBlock]) -> Mapping[str, bool]:
    is_locked = line_kind(cursor.block()).is_whole and not cursor.hasSelection()
    is_styled = any(can_be_head(block) for block in blocks[:_LOOKED_AT])
    is_figure = bool(figure_lines(cursor.block()))
    is_set = is_figure and not is_at_gallery(cursor)
    typed = (*MARK_ACTIONS, *_SIGNS, "link", "abbreviation", "wordLanguage")
    return {
        "cut": cursor.hasSelection(),
        "copy": cursor.hasSelection(),
        **dict.fromkeys(typed, not is_locked),
        **dict.fromkeys((*STYLE_ACTIONS, "bulletList", "numberedList"), is_styled),
        **dict.fromkeys(FIGURE_SETTINGS, is_set),
        "figureDecorative": is_figure,
        "quote": any(can_be_quoted(block) for block in blocks[:_LOOKED_AT]),
        "unwrapBlock": can_unwrap(line_path(cursor.block())),
        "footnote": can_take_footnote(cursor),
        "attribution": is_quoted(cursor.block()),
        **_in_table(cursor),
    }


def _in_table(cursor: QTextCursor) -> Mapping[str, bool]:
    table = table_at(cursor)
    if table is None:
        return dict.fromkeys(TABLE_ACTIONS, False)
    return dict.fromkeys(TABLE_ACTIONS, True) | {
        "moveRowUp": tables.can_move_row(cursor, by=-1),
        "moveRowDown": tables.can_move_row(cursor, by=1),
        "moveColumnLeft": tables.can_move_column(cursor, by=-1),
        "moveColumnRight": tables.can_move_column(cursor, by=1),
    }
