"""The words that are said of bulk changes."""

from collections.abc import Sequence

from editor_app.editing.bulk import Move, Preview
from editor_app.store.bulk import BulkOutcome, Refusal

_MOST_NAMED = 200  # items that stay as they are, named one by one


def items(number: int) -> str:
    """Return a number of items in words: *1 item*, *1,204 items*."""
    return "1 item" if number == 1 else f"{number:,} items"


def preview_words(preview: Preview, *, whole: int) -> str:
    """Return in some sentences what a change would do to so many items."""
    said = [f"{items(preview.changing)} of {whole:,} will change."]
    if preview.same:
        said.append(f"{preview.same:,} {_are(preview.same)} so already.")
    if preview.refused:
        said.append(f"{len(preview.refused):,} cannot change and will stay as they are.")
    return " ".join(said)


def moves_words(moves: Sequence[Move]) -> str:
    """Return how many go from what to what, where that is soon said."""
    return "; ".join(
        f"{move.items:,} from “{move.before or 'nothing'}” to “{move.after or 'nothing'}”"
        for move in moves
    )


def outcome_words(what: str, outcome: BulkOutcome) -> str:
    """Return in a sentence what came of a bulk change."""
    words = f"Changed {items(outcome.changed)}. {what}."
    return words + _stayed(outcome.refused, "could not be changed")


def undoing_words(number: int, what: str) -> str:
    """Return what is said while a bulk change is taken back."""
    return f"Undoing a change of {items(number)}…\n{what}".strip()


def undone_words(outcome: BulkOutcome) -> str:
    """Return in a sentence what came of taking a bulk change back."""
    are = "is" if outcome.changed == 1 else "are"
    words = f"{items(outcome.changed).capitalize()} {are} as before."
    return words + _stayed(outcome.refused, "stayed as they are, most likely changed since")


def found_words(hits: int, in_items: int, *, is_whole: bool) -> str:
    """Return in a sentence what a search through many items found."""
    if not hits:
        return "Nothing found."
    words = f"{_hits(hits)} in {items(in_items)}."
    if is_whole:
        return words
    return f"{words} There are more: look for something rarer, or replace these first."


def ticked_words(hits: int, in_items: int) -> str:
    """Return what the button for replacing says."""
    return f"Replace {_hits(hits)} in {items(in_items)}" if hits else "Replace"


def refused_words(refused: Sequence[Refusal]) -> str:
    """Return, a line each, which items stayed as they are and why."""
    lines = [f"{one.headline or 'No headline'}: {one.reason}" for one in refused[:_MOST_NAMED]]
    if len(refused) > _MOST_NAMED:
        lines.append(f"… and {len(refused) - _MOST_NAMED:,} more.")
    return "\n".join(lines)


def _stayed(refused: Sequence[Refusal], words: str) -> str:
    return f" {len(refused):,} {words}." if refused else ""


def _hits(number: int) -> str:
    return "1 hit" if number == 1 else f"{number:,} hits"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
