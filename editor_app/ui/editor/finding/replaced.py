"""What was replaced from the bar, to be taken back from there."""

from collections.abc import Sequence

from editor_app.ui.editor.finding.search import Place
from editor_app.ui.editor.finding.surfaces import Editor, Found

TAKEN_BACK = "Nothing was replaced."


class Replaced:
    """Remembers in which editors words were replaced, the newest last.

    An editor's replacement can be taken back for as long as it is the newest change there.
    """

    def __init__(self) -> None:
        self._steps: list[tuple[Editor, int]] = []

    def note(self, editor: Editor) -> None:
        """Remember that the newest change of an editor is a replacement."""
        self._steps.append((editor, editor.document().availableUndoSteps()))

    def take_back(self) -> bool:
        """Undo the newest replacement; return False where there is none or more came after it."""
        if not self._steps:
            return False
        editor, steps = self._steps.pop()
        if not steps or editor.document().availableUndoSteps() != steps:
            self._steps.clear()
            return False
        editor.undo()
        return True


def sorted_out(places: Sequence[Place], text: int) -> tuple[list[Found], str]:
    """Return the hits of the text that can be replaced at once, and what is said of it then.

    ``text`` is the number of the text among what was searched.
    """
    due = [p.found for p in places if p.surface == text and not p.found.is_locked]
    locked = sum(p.found.is_locked for p in places)
    in_fields = sum(p.surface != text for p in places)
    said = f"{len(due)} replaced."
    if locked:
        said += f" {locked} in locked blocks left: change these in the Markdown."
    if in_fields:
        said += f" {in_fields} in headline and standfirst left: replace these one by one."
    return due, said
