"""What is pasted and dropped into the text: cleaned, told of, and taken back with one step."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QTextCursor

from editor_app.body.tree import Body
from editor_app.errors import EditorError
from editor_app.intake.clipboard.report import LeftOut, Pasted
from editor_app.media.endings import PICTURE_ENDINGS
from editor_app.media.errors import PhotoRefusedError
from editor_app.ui.editor import clipboard
from editor_app.ui.editor.insertion import insert_leaves
from editor_app.ui.messages import Choice
from editor_app.ui.pasting.clip import TEXT_ENDINGS, Clip, clip_of, files_of
from editor_app.ui.pasting.pictures import with_pictures
from editor_app.ui.pasting.places import what_does_not_fit
from editor_app.ui.pasting.reading import Ready, read_clip, read_text_file, ready
from editor_app.ui.pasting.stepping import Stepping, is_quick, putting_in
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_field_pasting import FieldPasting

if TYPE_CHECKING:
    from editor_app.background.threads import Task

_QUICKLY_READ = 60_000  # characters of HTML: what is longer is read on a thread
_OTHER_FILE = (
    "Only photos and text files can be dropped into the text. Bring others in with Import."
)
_PASTING = "Pasting…"
_NOTHING = "There were no words to paste."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where something is to be put in, while it is read."""

    item: object
    cursor: QTextCursor


class PasteCommands(QObject):
    """Takes in what other programs have put on the clipboard."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._body, self._notices, self._desk = window.panes.editor.body, window.notices, desk
        self._task: Task[Ready] | None = None
        self._stepping: Stepping | None = None
        self._last: Clip | None = None
        self._told = ""
        self._body.body_edited.connect(self._on_edited)

    def take(self, data: QMimeData) -> bool:
        """Take in what is not our own; return False to leave it to the editor."""
        if data.hasFormat(clipboard.MIME):
            return False
        if self._task is not None or self._stepping is not None:
            return True  # one after the other
        if files := files_of(data):
            return self._take_files(files)
        clip = clip_of(data)
        if clip is None:
            return False
        self._last = clip if clip.html else None
        work = partial(_read, self._desk, clip, language=self._language())
        if clip.size <= _QUICKLY_READ and not clip.may_hold_pictures:
            self._put_in(work(), self._place())
        else:
            self._read(work)
        return True

    def take_as_text(self, clip: Clip) -> None:
        """Take back the last paste, and put in its words alone."""
        self._body.document().undo()
        self._last = None
        pasted = read_clip(replace(clip, html=""), language="")
        self._put_in(ready(pasted), self._place())

    def put_in(self, found: Ready) -> None:
        """Put in at the caret what was read already."""
        self._last = None
        self._put_in(found, self._place())

    # ------------------------------------------------------------ files

    def _take_files(self, files: Sequence[Path]) -> bool:
        texts = [path for path in files if path.suffix.lower() in TEXT_ENDINGS]
        has_pictures = any(path.suffix.lower() in PICTURE_ENDINGS for path in files)
        if not texts:
            if not has_pictures:
                self._notices.show_notice(_OTHER_FILE)
            return not has_pictures
        if has_pictures:
            self._body.pictures_received.emit([p for p in files if p not in set(texts)])
        language = self._language()
        self._last = None
        self._read(lambda: ready(_joined([read_text_file(p, language=language) for p in texts])))
        return True

    # ------------------------------------------------------------ reading and putting in

    def _read(self, work: Callable[[], Ready]) -> None:
        place = self._place()
        self._say_pasting()
        self._task = self._desk.background.run(
            work, then=partial(self._on_read, place), failed=self._on_failed
        )

    def _on_read(self, place: _Place, found: Ready) -> None:
        self._task = None
        self._end_sign()
        if self._item() != place.item:
            self._notices.show_notice("Nothing was pasted, because another item was opened.")
            return
        self._put_in(found, place)

    def _on_failed(self, error: EditorError) -> None:
        self._task = None
        self._notices.show_error(error)

    def _put_in(self, found: Ready, place: _Place) -> None:
        misfits = what_does_not_fit(found.leaves, place.cursor)
        if not found.leaves:
            self._tell(found.pasted, _NOTHING, is_in=False)
            return
        if is_quick(found.leaves):
            insert_leaves(place.cursor, found.leaves)
            self._body.setTextCursor(place.cursor)
            self._body.show_caret()
            self._tell(found.pasted, misfits)
            return
        self._say_pasting()

        def done(is_whole: bool) -> None:  # noqa: FBT001 - a callback
            self._stepping = None
            self._end_sign()
            if is_whole:
                self._tell(found.pasted, misfits)

        steps = putting_in(place.cursor, found.leaves)
        self._stepping = Stepping(self._body, place.cursor, steps, done=done)
        self._stepping.start()

    def _say_pasting(self) -> None:
        self._notices.show_notice(_PASTING, choices=[Choice(words="Cancel", act=self.cancel)])

    def _end_sign(self) -> None:
        if self._notices.words.text() == _PASTING:
            self._notices.clear()

    def cancel(self) -> None:
        """Give up what is being pasted."""
        if self._task is not None:
            self._task.forget()
            self._task = None
        if self._stepping is not None:
            self._stepping.stop()

    def _tell(self, pasted: Pasted, misfits: str, *, is_in: bool = True) -> None:
        words = " ".join(part for part in (pasted.note(), misfits) if part)
        if not words:
            return
        self._told = words
        choices = [Choice(words="Undo", act=self._body.undo)] if is_in else []
        clip = self._last
        if is_in and clip is not None and clip.text:
            choices.append(Choice(words="Paste as plain text", act=lambda: self.take_as_text(clip)))
        self._notices.show_notice(words, choices=choices)

    def _on_edited(self, _body: Body) -> None:
        """Offer no way back any more when the text has changed since: Undo is for the newest."""
        if self._told and self._notices.words.text() == self._told:
            self._notices.show_notice(self._told)
        self._told = ""

    # ------------------------------------------------------------ where

    def _place(self) -> _Place:
        return _Place(item=self._item(), cursor=self._body.textCursor())

    def _item(self) -> object:
        draft = self._desk.session.draft
        return None if draft is None else draft.item.id

    def _language(self) -> str:
        draft = self._desk.session.draft
        return "" if draft is None else draft.item.language


def _read(desk: Desk, clip: Clip, *, language: str) -> Ready:
    """Read a clip and take its pictures into the library."""
    pasted = read_clip(clip, language=language)
    if not pasted.pictures:
        return ready(pasted)

    def take(data: bytes) -> str:
        try:
            return desk.session.add_photo(data).src
        except PhotoRefusedError:
            return ""

    return ready(with_pictures(pasted, take))


def _joined(read: Sequence[Pasted]) -> Pasted:
    """Return several texts as one."""
    left_out: Counter[LeftOut] = Counter()
    for each in read:
        left_out.update(each.left_out)
    return Pasted(
        blocks=tuple(block for each in read for block in each.blocks),
        left_out=left_out,
        is_cut=any(each.is_cut for each in read),
    )


def connect_pasting(window: MainWindow, desk: Desk) -> None:
    """Let what is pasted and dropped be cleaned, and say what was left out."""
    commands = PasteCommands(window, desk)
    window.panes.editor.body.hooks.pastes.append(commands.take)
    FieldPasting(window, desk.session, commands.put_in)
