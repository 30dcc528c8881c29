"""A whole text pasted into the headline or the standfirst: its first paragraph stays, no more."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QTextCursor

from editor_app.body.text import block_text
from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.session import EditingSession
from editor_app.intake.clipboard.report import Pasted
from editor_app.model import limits
from editor_app.ui.editor.insertion import insert_leaves
from editor_app.ui.fields.growing_text import GrowingText
from editor_app.ui.messages import Choice
from editor_app.ui.pasting.clip import Clip, clip_of
from editor_app.ui.pasting.reading import Ready, read_clip, ready
from editor_app.ui.pasting.stepping import is_quick
from editor_app.ui.window import MainWindow

_BLANK = re.compile(r"\n[ \t]*\n")
_QUICKLY_READ = 60_000  # characters of HTML: the rest of what is longer comes as plain words
_Places = dict[GrowingText, tuple[str, int]]


class FieldPasting(QObject):
    """Takes a text of several paragraphs that is pasted into a field of one.

    The first paragraph goes into the field. The others go into the text where that is empty;
    otherwise they are offered for it.
    """

    def __init__(
        self, window: MainWindow, session: EditingSession, put_in: Callable[[Ready], None]
    ) -> None:
        super().__init__(window)
        header = window.panes.editor.header
        self._body, self._notices, self._put_in = window.panes.editor.body, window.notices, put_in
        self._told = ""
        places: _Places = {
            header.headline: ("headline", limits.HEADLINE),
            header.standfirst: ("standfirst", limits.STANDFIRST),
        }
        for field, (name, most) in places.items():
            field.pastes.append(partial(self._take, field, name, most))
            field.text_edited.connect(self._on_edited)
        self._body.body_edited.connect(self._on_edited)
        session.subscribe(self._hear)

    def _take(self, field: GrowingText, name: str, most: int, data: QMimeData) -> bool:
        clip = clip_of(data)
        parts = paragraphs_of(clip.text, most=most) if clip else []
        if clip is None or len(parts) < len(("one", "another")):
            return False
        field.textCursor().insertText(parts[0])
        rest = _rest_of(clip, parts)
        if self._body.body().blocks or self._body.isReadOnly() or not is_quick(rest.leaves):
            self._offer(name, rest, many=len(parts) - 1)
        else:
            self._begin_text(field, name, rest, many=len(parts) - 1)
        return True

    def _begin_text(self, field: GrowingText, name: str, rest: Ready, *, many: int) -> None:
        insert_leaves(QTextCursor(self._body.document()), rest.leaves)
        self._body.moveCursor(QTextCursor.MoveOperation.Start)
        after = field.text()

        def undo() -> None:
            self._body.undo()
            if field.text() == after:
                field.undo()

        words = f"The first paragraph went into the {name}, {_others(many)} into the text."
        self._tell(f"{words} {rest.pasted.note()}".strip(), Choice(words="Undo", act=undo))

    def _offer(self, name: str, rest: Ready, *, many: int) -> None:
        def put_in() -> None:
            self._body.setFocus()
            self._put_in(rest)

        verb = "was" if many == 1 else "were"
        words = f"Only the first paragraph was pasted into the {name}; {_others(many)} {verb} not."
        self._tell(words, Choice(words="Paste the rest into the text", act=put_in))

    def _tell(self, words: str, choice: Choice) -> None:
        self._told = words
        self._notices.show_notice(words, choices=[choice])

    def _hear(self, change: Change) -> None:
        """Offer nothing any more when another item is opened."""
        if change.kind in {ChangeKind.OPENED, ChangeKind.CLOSED}:
            if self._told and self._notices.words.text() == self._told:
                self._notices.clear()
            self._told = ""

    def _on_edited(self, _edited: object) -> None:
        """Offer nothing any more when the words have changed since."""
        if self._told and self._notices.words.text() == self._told:
            self._notices.show_notice(self._told)
        self._told = ""


def paragraphs_of(text: str, *, most: int) -> list[str]:
    """Return the paragraphs of a text, each as one line.

    Where no blank line parts them, each line is one, but for lines that are no longer together
    than a field may be: those are one line that was broken.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.replace("\u2029", "\n\n").replace("\u2028", "\n").strip()
    if _BLANK.search(plain):
        parts = _BLANK.split(plain)
    else:
        whole = " ".join(plain.split())
        parts = [whole] if len(whole) <= most else plain.split("\n")
    return [words for part in parts if (words := " ".join(part.split()))]


def _rest_of(clip: Clip, parts: list[str]) -> Ready:
    """Return all but the first paragraph, with its lists and links where they can be read."""
    plain = Clip(text="\n\n".join(parts[1:]))
    if clip.html and clip.size <= _QUICKLY_READ and not clip.may_hold_pictures:
        pasted = read_clip(clip, language="")
        if _begins_with(pasted, parts[0]):
            return ready(replace(pasted, blocks=pasted.blocks[1:]))
    return ready(read_clip(plain, language=""))


def _begins_with(pasted: Pasted, words: str) -> bool:
    """Whether a text has its first paragraph to itself, and others after it."""
    if len(pasted.blocks) < len(("one", "another")) or pasted.pictures:
        return False
    return " ".join(block_text(pasted.blocks[0]).split()) == words


def _others(many: int) -> str:
    return "the other" if many == 1 else f"the other {many}"
