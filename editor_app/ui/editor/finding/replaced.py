"""What was replaced from the bar, to be taken back from there."""

from editor_app.ui.editor.finding.surfaces import Editor


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


def told(done: int, *, locked: int, in_fields: int) -> str:
    """Return what came of replacing all."""
    said = f"{done} replaced."
    if locked:
        said += f" {locked} in locked blocks left: change these in the Markdown."
    if in_fields:
        said += f" {in_fields} in headline and standfirst left: replace these one by one."
    return said
