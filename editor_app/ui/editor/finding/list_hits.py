"""What the list was searched for, marked in the open item for as long as the search stands."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextBlock

from editor_app.ui.editor.finding.marking import Sight, mark, seen
from editor_app.ui.editor.finding.search import Place
from editor_app.ui.editor.finding.surfaces import Editor, Finds, Lines, Surface

_PAUSE = 60  # ms without another key


class ListHits(QObject):
    """Marks hits in what can be seen of some editors, while nothing else does.

    ``surfaces`` returns what is marked; ``is_covered`` whether the find bar marks there instead.
    """

    def __init__(
        self,
        surfaces: Callable[[], Sequence[Surface]],
        is_covered: Callable[[], bool],
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._surfaces, self._is_covered = surfaces, is_covered
        self._lines: Lines | None = None
        self._known: set[Editor] = set()
        self._marked: list[Editor] = []
        self._sight = Sight(parent=self)
        self._sight.moved.connect(self.mark_soon)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._mark)

    def show(self, finds: Finds | None) -> None:
        """Mark what is found, from now on; nothing where there is nothing to find."""
        self._lines = None if finds is None else Lines(finds)
        self.mark_soon()

    @Slot()
    def mark_soon(self) -> None:
        """Mark again, because what is seen is another, or who marks it."""
        if self._lines is not None or self._marked:
            self._soon.start()

    @Slot()
    def _mark(self) -> None:
        if self._is_covered():
            self._marked = []
            return
        marked: list[Editor] = []
        for surface in self._surfaces() if self._lines is not None else ():
            self._watch(surface.editor)
            mark(surface.editor, self._places(surface), None)
            marked.append(surface.editor)
        for editor in self._marked:
            if editor not in marked:
                mark(editor, (), None)
        self._marked = marked

    def _watch(self, editor: Editor) -> None:
        if editor not in self._known:
            self._known.add(editor)
            self._sight.watch([editor])
            editor.textChanged.connect(self.mark_soon)

    def _places(self, surface: Surface) -> list[Place]:
        if self._lines is None:
            return []
        lines = self._lines
        return [
            Place(0, found.start, found)
            for block in _blocks_in_sight(surface.editor)
            for found in surface.find(block, lines)
        ]


def _blocks_in_sight(editor: Editor) -> Iterator[QTextBlock]:
    first, last = seen(editor)
    block = editor.document().findBlock(first)
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()
