"""Finding and replacing: what the bar asks for is done in the text, hit by hit or all at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor

from editor_app.body.tidy import clean_text
from editor_app.editing.errors import FindError
from editor_app.editing.expressions import Replacement, replacement
from editor_app.editing.finding import Finder
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.finding.bar import FindBar
from editor_app.ui.editor.finding.many import ManyReplaced
from editor_app.ui.editor.finding.marking import Sight, mark
from editor_app.ui.editor.finding.replaced import TAKEN_BACK, Replaced, sorted_out
from editor_app.ui.editor.finding.search import Search
from editor_app.ui.editor.finding.surfaces import Editor, Found, Surface

_PAUSE = 150  # milliseconds after an edit before the text is looked through again
_LONGEST_SEED = 200  # letters of a selection that are taken as what is looked for
_LAST = "1 replaced, no more found."
_LOCKED = "This block is locked: change it in its Markdown."


class FindReplace(QObject):
    """Joins a bar, a search and the editors that are searched.

    The last of the surfaces is the text; those before it are the fields over it, whose hits are
    replaced one by one only. The hit one stands on is the selection of its editor.

    Signals:
        toggled: The bar came up or went away.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        bar: FindBar,
        *,
        language: Callable[[], str],
        reveal: Callable[[Editor], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar, self._language, self._reveal = bar, language, reveal
        self._surfaces: list[Surface] = []
        self._known: set[Editor] = set()
        self._active = 0
        self._anchor = (0, 0)
        self._within: QTextCursor | None = None
        self._finder: Finder | None = None
        self._searched: list[int] = []  # the revisions of the documents that were searched
        self._number = -1  # of the hit one stands on
        self._is_marked = False
        self._goes_to_first = False
        self._has_replaced = False  # a hit; what was looked for has been the same since
        self._replaced = Replaced()
        self.many = ManyReplaced(self)
        self._search = Search(parent=self)
        self._sight = Sight(parent=self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_PAUSE)
        self._connect()

    def use(self, surfaces: Sequence[Surface]) -> None:
        """Search these from now on; the last one is the text."""
        for surface in self._surfaces:
            mark(surface.editor, (), None)
        self._surfaces = list(surfaces)
        self._active = len(self._surfaces) - 1
        self._within = None
        self._bar.set_in_selection(is_on=False)
        self._sight.watch([surface.editor for surface in surfaces])
        for surface in surfaces:
            if surface.editor not in self._known:
                self._known.add(surface.editor)
                surface.editor.textChanged.connect(self._on_edited)
                surface.editor.cursorPositionChanged.connect(self._on_caret_moved)
        if self._bar.isVisible():
            self._search_again()

    @property
    def is_open(self) -> bool:
        """Whether the bar is up."""
        return self._bar.isVisible()

    def open(self, *, with_replace: bool) -> None:
        """Bring the bar up; what is selected is looked for, or is where to look."""
        self._notice_focus()
        cursor = self._cursor()
        self._anchor = (self._active, cursor.selectionStart())
        chosen = cursor.selectedText()
        has_lines = "\u2029" in chosen
        if has_lines:
            self._stay_within(cursor)
        seed = "" if has_lines or len(chosen) > _LONGEST_SEED else chosen
        self._bar.set_locked(is_locked=self._surfaces[-1].editor.isReadOnly())
        self._bar.open(seed, with_replace=with_replace)
        self.toggled.emit(True)  # noqa: FBT003
        self._on_query_changed()

    @Slot()
    def close(self) -> None:
        """Put the bar away; the caret stays at the hit."""
        self._bar.hide()
        self.toggled.emit(False)  # noqa: FBT003
        self._again.stop()
        self._within = None
        self._bar.set_in_selection(is_on=False)
        self._search.stop()
        self.show_marks()
        for field in range(len(self._surfaces) - 1):
            self._clear_selection(field)
        self._surfaces[self._active].editor.setFocus()

    @Slot()
    def go_next(self) -> None:
        """Go to the next hit, after the last one to the first."""
        self._step(by=1)

    @Slot()
    def go_previous(self) -> None:
        """Go to the hit before, before the first one to the last."""
        self._step(by=-1)

    @Slot()
    def replace(self) -> None:
        """Replace the hit one stands on and go to the next one."""
        new = self._prepared()
        if new is None:
            return
        if self._number < 0:
            self.go_next()
            return
        place = self._search.places[self._number]
        if place.found.is_locked:
            self._step(by=1)
            self._bar.show_message(_LOCKED)
            return
        words = new.words(place.found.groups)
        self._put_in(place.surface, [(place.found, words)])
        self._has_replaced = True
        self._search_again()
        self._show(self._search.after(place, units(words)))

    @Slot()
    def replace_all(self) -> None:
        """Replace every hit in the text, as one undo step."""
        new = self._prepared()
        if new is None:
            return
        self._search.finish()
        self._has_replaced = False
        text = len(self._surfaces) - 1
        due, outcome = sorted_out(self._search.places, text)
        words = [(found, new.words(found.groups)) for found in due]

        def done(is_whole: bool) -> None:  # noqa: FBT001 - a callback
            if is_whole:
                self._note_replaced(self._surfaces[text])
            self._search_again()
            self._bar.show_message(outcome if is_whole else TAKEN_BACK)

        if self.many.take(self._surfaces[text], words, done=done):
            return
        if due:
            self._put_in(text, words)
        self._search_again()
        self._bar.show_message(outcome)

    # ------------------------------------------------------------ searching

    def _connect(self) -> None:
        bar = self._bar
        bar.query_changed.connect(self._on_query_changed)
        bar.selection_toggled.connect(self._on_selection_toggled)
        bar.next_requested.connect(self.go_next)
        bar.previous_requested.connect(self.go_previous)
        bar.replace_requested.connect(self.replace)
        bar.replace_all_requested.connect(self.replace_all)
        bar.undo_requested.connect(self._undo)
        bar.closed.connect(self.close)
        self._search.progressed.connect(self._on_progressed)
        self._sight.moved.connect(self.show_marks)
        self._again.timeout.connect(self._search_again)

    @Slot()
    def _on_query_changed(self) -> None:
        self._bar.show_message("")
        self._has_replaced, self._goes_to_first = False, True
        self._make_finder()
        self._search_again()

    def _make_finder(self) -> None:
        try:
            self._finder = Finder(self._bar.query(), language=self._language())
        except FindError as error:
            self._finder = None
            self._bar.show_message(str(error), is_problem=True)

    @Slot()
    def _search_again(self) -> None:
        """Look through everything again, because words or query are others."""
        self._again.stop()
        self._searched = self._revisions()
        if self._finder is None:
            self._search.stop()
        else:
            self._search.start(self._finder, self._surfaces, self._is_within)
        self._on_progressed()

    def _revisions(self) -> list[int]:
        return [surface.editor.document().revision() for surface in self._surfaces]

    @property
    def _is_stale(self) -> bool:
        """Whether the text is another than the one that was searched."""
        return self._searched != self._revisions()

    def _is_within(self, surface: int, found: Found) -> bool:
        if self._within is None:
            return True
        is_text = surface == len(self._surfaces) - 1
        start, end = self._within.selectionStart(), self._within.selectionEnd()
        return is_text and start <= found.start and found.end <= end

    @Slot()
    def _on_progressed(self) -> None:
        if self._search.problem:
            self._bar.show_message(self._search.problem, is_problem=True)
        if self._goes_to_first and (self._search.places or not self._search.is_running):
            number = self._search.first_from(*self._anchor)
            is_sure = number < len(self._search.places) or not self._search.is_running
            if is_sure:
                self._goes_to_first = False
                self._show(number)
                return
        self._on_caret_moved()

    @Slot()
    def _on_edited(self) -> None:
        if self.is_open and not self.many.is_busy:
            self._again.start()

    @Slot(bool)
    def _on_selection_toggled(self, is_on: bool) -> None:  # noqa: FBT001
        cursor = self._surfaces[-1].editor.textCursor()
        if is_on and cursor.hasSelection():
            self._stay_within(cursor)
        else:
            self._within = None
            self._bar.set_in_selection(is_on=False)
            if is_on:
                self._bar.show_message("Select the part of the text to search first.")
        self._search_again()

    def _stay_within(self, cursor: QTextCursor) -> None:
        self._within = QTextCursor(cursor)
        self._bar.set_in_selection(is_on=True)

    # ------------------------------------------------------------ going

    def _cursor(self) -> QTextCursor:
        return self._surfaces[self._active].editor.textCursor()

    def _notice_focus(self) -> None:
        for number, surface in enumerate(self._surfaces):
            if surface.editor.hasFocus():
                self._go_to(number)

    def _go_to(self, surface: int) -> None:
        """Let the hits be in a surface; no other one keeps what was selected there."""
        if surface != self._active:
            self._clear_selection(self._active)
            self._active = surface

    def _step(self, *, by: int) -> None:
        self._bar.show_message("")
        if self._is_stale or not self.is_open:
            self._make_finder()
            self._search_again()
        self._notice_focus()
        self._goes_to_first = False
        if self._number >= 0:
            self._show(self._number + by)
            return
        cursor = self._cursor()
        if by > 0:
            self._show(self._search.first_from(self._active, cursor.selectionEnd()))
        else:
            self._show(self._search.first_from(self._active, cursor.selectionStart()) - 1)

    def _show(self, number: int) -> None:
        """Go to a hit by its number, counted round and round."""
        places = self._search.places
        if not places:
            self._number = -1
            self._say()
            self.show_marks()
            return
        self._number = number % len(places)
        place = places[self._number]
        editor = self._surfaces[place.surface].editor
        self._go_to(place.surface)
        cursor = editor.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.found.end, QTextCursor.MoveMode.KeepAnchor)
        number_shown = self._number
        editor.setTextCursor(cursor)
        self._number = number_shown
        self._reveal(editor)
        editor.ensureCursorVisible()
        self._say()
        self.show_marks()

    def _clear_selection(self, surface: int) -> None:
        editor = self._surfaces[surface].editor
        cursor = editor.textCursor()
        cursor.clearSelection()
        editor.setTextCursor(cursor)

    @Slot()
    def _on_caret_moved(self) -> None:
        """Say on which hit one stands now, if on any."""
        if not self.is_open or self._is_stale:
            return
        self._notice_focus()
        cursor = self._cursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        known = self._search.places
        is_same = 0 <= self._number < len(known) and (
            known[self._number][:2] == (self._active, start)
            and known[self._number].found.end == end
        )
        if not is_same:
            self._number = self._search.number_of(self._active, start, end)
        self._say()
        self.show_marks()

    def _say(self) -> None:
        total = len(self._search.places)
        more = "+" if self._search.is_running else ""
        if not self._bar.words.text() or self._finder is None:
            self._bar.show_count("")
        elif self._number >= 0:
            self._bar.show_count(f"{self._number + 1} of {total}{more}")
        elif total or more:
            self._bar.show_count(f"{total}{more} found")
        else:
            self._bar.show_count("" if self._has_replaced else "Not found")
            if self._has_replaced:
                self._bar.show_message(_LAST)

    @Slot()
    def show_marks(self) -> None:
        """Mark all hits that can be seen, the one one stands on in another colour."""
        if self._is_stale if self.is_open else not self._is_marked:
            return  # marks move with the text till it is searched again, or are the list's
        self._is_marked = self.is_open
        places = self._search.places if self.is_open else []
        current = places[self._number] if 0 <= self._number < len(places) else None
        for number, surface in enumerate(self._surfaces):
            low = self._search.first_from(number, -1)
            high = self._search.first_from(number + 1, -1)
            mark(surface.editor, places[low:high] if places else (), current)

    # ------------------------------------------------------------ replacing

    def _put_in(self, surface: int, words: Sequence[tuple[Found, str]]) -> None:
        self._surfaces[surface].replace(words)
        self._note_replaced(self._surfaces[surface])

    def _note_replaced(self, surface: Surface) -> None:
        self._replaced.note(surface.editor)
        self._bar.show_undo(is_offered=True)

    @Slot()
    def _undo(self) -> None:
        self._bar.show_message("")
        self._bar.show_undo(is_offered=self._replaced.take_back())

    def _prepared(self) -> Replacement | None:
        """Return what is put in, with the search as the text is now; None where nothing can be."""
        if self._is_stale:
            self._search_again()
        self._notice_focus()
        if self._finder is None or not self._bar.words.text():
            return None
        if self._surfaces[-1].editor.isReadOnly():
            return None
        query = self._bar.query()
        pattern = query.words if query.is_expression else ""
        try:
            return replacement(clean_text(self._bar.replacement.text()), pattern)
        except FindError as error:
            self._bar.show_message(str(error), is_problem=True)
            return None
