"""The rich text and its Markdown, kept saying the same."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.background.threads import Background, Task
from editor_app.body import read_markdown, write_markdown
from editor_app.body.tree import Body
from editor_app.editing.joined import joined
from editor_app.editing.source_problems import Problem, problems_in
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.source.caret import go_to_place, place_in_markdown
from editor_app.ui.editor.source.field import MarkdownField
from editor_app.ui.editor.source.pane import SourcePane

MOST_SHOWN = 400_000  # letters that the rich text takes in without a pause
_LONGEST_LINE = 50_000
_MOST_FOLLOWED = 100_000  # letters; in a longer text only the words follow, not the caret
TOO_LONG = "This is too long to be shown as rich text. It is kept and saved as it is typed here."

_PAUSE, _LIMIT, _REWRITE = 400, 2000, 300  # milliseconds


class Shown(Enum):
    """Where the Markdown is seen."""

    NOT = 0
    INSTEAD = 1  # of the rich text
    BESIDE = 2


class SourceView(QObject):
    """Lets a text be written as Markdown, instead of the rich text or beside it.

    What is typed as Markdown is read on a thread after a pause and handed to ``keep``, so that it
    is saved and seen in the preview. Beside the rich text each burst is one undo step there;
    instead of it, all that was typed is one when the rich text comes back.

    Signals:
        shown_changed: The Markdown came up, went away or changed its place; carries `Shown`.
    """

    shown_changed = Signal(object)

    def __init__(
        self,
        editor: BodyEditor,
        pane: SourcePane,
        background: Background,
        *,
        keep: Callable[[Body], None],
    ) -> None:
        super().__init__(pane)
        self._editor, self._pane, self._field = editor, pane, pane.field
        self._background, self._keep = background, keep
        self._shown = Shown.NOT
        self._agreed = ""  # the Markdown that was last read or written
        self._said: Body = editor.body()  # what the rich text said then
        self._read_as: tuple[str, Body] = ("", Body())  # the newest reading
        self._typed: Body | None = None  # what was read and is not in the rich text yet
        self._task: Task[tuple[Body, list[Problem]]] | None = None
        self._is_applying = False
        self._pause = self._timer(_PAUSE, self._flow)
        self._limit = self._timer(_LIMIT, self._flow)
        self._rewriting = self._timer(_REWRITE, self._rewrite)
        self._field.markdown_edited.connect(self._on_typed)
        self._field.left.connect(self._flow)
        self._field.refused.connect(pane.show_sentence)
        editor.body_edited.connect(self._on_body_edited)
        editor.refused.connect(pane.show_sentence)

    @property
    def field(self) -> MarkdownField:
        """The field that the Markdown is typed in."""
        return self._field

    @property
    def shown(self) -> Shown:
        """Where the Markdown is seen now."""
        return self._shown

    def show(self, wanted: Shown) -> None:
        """Let the Markdown be seen somewhere, or go back to the rich text alone.

        It stays where it is as long as the rich text cannot take in what was typed.
        """
        if wanted is self._shown:
            return
        if self._shown is Shown.NOT:
            self._open()
        elif not self._settle():
            self.shown_changed.emit(self._shown)
            return
        self._shown = wanted
        self._pane.setVisible(wanted is not Shown.NOT)
        self.shown_changed.emit(wanted)
        if wanted is Shown.NOT:
            self._field.show_markdown("")
            self._editor.setFocus()
        else:
            self._field.setFocus()

    def show_item(self, body: Body, *, is_locked: bool) -> None:
        """Show the Markdown of another item, if it is seen at all."""
        if self._shown is not Shown.NOT:
            self._forget()
            self._field.setReadOnly(is_locked)
            self._fill(write_markdown(body))

    def show_replaced(self, body: Body) -> None:
        """Show another text of the same item; it can be undone here as well."""
        if self._shown is not Shown.NOT:
            self._forget()
            self._agreed, self._said = write_markdown(body), body
            self._field.change_markdown(self._agreed)
            self._read(self._agreed)

    def put_away(self) -> None:
        """Close without asking, because no item is open."""
        if self._shown is not Shown.NOT:
            self._forget()
            self._field.show_markdown("")
            self._shown = Shown.NOT
            self._pane.hide()
            self.shown_changed.emit(Shown.NOT)

    def flush(self) -> bool:
        """Hand on what was typed before returning; return whether there was anything."""
        if self._shown is Shown.NOT:
            return False
        if self._field.markdown() == self._agreed:
            return False
        self._drop_reading()
        self._join()
        text = self._field.markdown()
        self._accept(text, *_read(text))
        return True

    # ------------------------------------------------------------ coming and going

    def _open(self) -> None:
        body = self._editor.body()
        self._typed = None
        text = write_markdown(body)
        place = place_in_markdown(self._editor, text)
        self._field.setReadOnly(self._editor.isReadOnly())
        self._fill(text)
        self._field.go_to(place)

    def _fill(self, text: str) -> None:
        self._drop_reading()
        self._agreed, self._said = text, self._editor.body()
        self._pane.show_problems(())
        self._field.show_direction(self._editor.document().defaultTextOption().textDirection())
        self._field.show_markdown(text)
        self._read(text)

    def _settle(self) -> bool:
        """Let the rich text say what was typed; return False where it cannot."""
        self.flush()
        if not _fits(self._agreed):
            self._pane.show_sentence(TOO_LONG)
            return False
        place = self._field.place()
        if self._typed is not None:
            self._apply(self._typed)
        self._stop()
        if self._read_as[0] != self._agreed and self._task is not None:
            self._task.finish()
        text, body = self._read_as
        if text == self._agreed:
            go_to_place(self._editor, body, place)
        return True

    def _forget(self) -> None:
        """Let go of what was typed: it was handed on."""
        self._stop()
        self._typed = None
        self._drop_reading()

    def _stop(self) -> None:
        for timer in (self._pause, self._limit, self._rewriting):
            timer.stop()

    # ------------------------------------------------------------ from the Markdown

    @Slot()
    def _on_typed(self) -> None:
        if self._shown is Shown.NOT:
            return
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    @Slot()
    def _flow(self) -> None:
        """Begin to hand on what was typed."""
        self._pause.stop()
        self._limit.stop()
        text = self._field.markdown()
        if self._shown is not Shown.NOT and text != self._agreed:
            self._read(text)

    def _read(self, text: str) -> None:
        if self._task is not None and not self._task.is_over:
            self._pause.start()  # one is read at a time
            return
        self._task = self._background.run(
            lambda: _read(text),
            then=lambda read: self._accept(text, *read),
            failed=lambda error: self._pane.show_sentence(str(error)),
        )

    def _drop_reading(self) -> None:
        """Let go of what is being read, because there is a newer text."""
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _accept(self, text: str, body: Body, problems: list[Problem]) -> None:
        """Take note of what a text was read as."""
        if self._shown is Shown.NOT and text != self._agreed:
            return
        self._read_as = (text, body)
        self._pane.show_problems(problems)
        if text == self._agreed:
            return
        if self._join():
            self._flow()
            return
        self._agreed = text
        if not _fits(text):
            self._pane.show_sentence(TOO_LONG)
        if self._shown is Shown.BESIDE and _fits(text):
            self._apply(body)
            if not self._editor.hasFocus():
                go_to_place(self._editor, body, self._field.place())
        else:
            self._typed = body
            self._keep(body)

    def _join(self) -> bool:
        """Take into the Markdown what was typed in the rich text beside it in the meantime.

        Return whether anything was: the Markdown is to be read anew then.
        """
        body = self._editor.body()
        if self._shown is not Shown.BESIDE or self._typed is not None or body == self._said:
            return False
        written = write_markdown(body)
        self._field.change_markdown(joined(self._agreed, self._field.markdown(), written))
        self._agreed, self._said = written, body
        return True

    def _apply(self, body: Body) -> None:
        """Let the rich text say the same, as one undo step; what is saved is as it was typed."""
        self._typed = None
        self._is_applying = True
        try:
            self._editor.apply_body(body)
        finally:
            self._is_applying = False
        self._said = self._editor.body()
        self._keep(body)

    # ------------------------------------------------------------ from the rich text

    @Slot(object)
    def _on_body_edited(self, _body: object) -> None:
        if self._shown is not Shown.NOT and not self._is_applying:
            self._rewriting.start()

    @Slot()
    def _rewrite(self) -> None:
        """Let the Markdown say what the rich text does, unless it is being typed in."""
        if self._shown is Shown.NOT or self._field.markdown() != self._agreed:
            return
        if self._typed is not None:
            self._keep(self._typed)
            return
        self._drop_reading()
        self._said = self._editor.body()
        self._agreed = write_markdown(self._said)
        self._field.change_markdown(self._agreed)
        if len(self._agreed) <= _MOST_FOLLOWED:
            self._field.follow(place_in_markdown(self._editor, self._agreed))
            self._read(self._agreed)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer


def _read(text: str) -> tuple[Body, list[Problem]]:
    body = read_markdown(text)
    return body, problems_in(text, body)


def _fits(text: str) -> bool:
    """Whether the rich text takes in a text without a pause that is felt."""
    return len(text) <= MOST_SHOWN and all(len(line) <= _LONGEST_LINE for line in text.split("\n"))
