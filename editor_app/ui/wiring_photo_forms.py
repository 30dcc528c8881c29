"""The form of a photo at the window: opened for the lead photo, a figure, or one of the library."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QWidget

from editor_app.body import read_markdown
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.render.shown_photos import shown_photos
from editor_app.ui.photos.shown_pictures import uncut_picture
from editor_app.ui.photos.use import (
    OtherUse,
    PhotoUseWords,
    differing,
    figure_use,
    lead_use,
    with_figure_use,
    with_lead_use,
)
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt

if TYPE_CHECKING:
    from editor_app.media.photo_record import PhotoRecord
    from editor_app.model.photo_words import PhotoWords
    from editor_app.store.photo_query import PhotoUse
    from editor_app.ui.photos.form import PhotoForm

_MOST_USES = 40
_DEFAULT_LANGUAGE = "en-GB"
_NOT_THERE = "The photo is not in the item any more: its words in this item were not changed."


class PhotoForms(QObject):
    """Opens forms of photos, and saves what is changed in them.

    What is true of a photo is saved at once, for all items; its words in the open item are an edit
    of that item, which Undo takes back in the text.
    """

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk

    def open_lead(self) -> None:
        """Open the form of the lead photo."""
        draft = self._desk.session.draft
        if draft is None or draft.item.is_trashed or not draft.item.lead_figure.src:
            return
        item, figure, session = draft.item.id, draft.item.lead_figure, self._desk.session

        def change(use: PhotoUseWords) -> None:
            now = session.draft
            if now is None or (now.item.id, now.item.lead_figure.src) != (item, figure.src):
                self._window.notices.show_notice(_NOT_THERE)
                return
            session.edit(lead_figure=with_lead_use(now.item.lead_figure, use))

        back = self._window.panes.editor.header.photo.picture
        self.ask(figure.src, lead_use(figure), change, back=back)

    def open_figure(self, number: int) -> None:
        """Open the form of the figure that a text block of the body belongs to.

        Another photo that was on its way may come into the text while the form is open.
        """
        body = self._window.panes.editor.body
        placed = body.figure_at(number)
        if placed is None or body.isReadOnly():
            return

        place = QTextCursor(body.document().findBlockByNumber(placed.number))

        def change(use: PhotoUseWords) -> None:
            now = body.figure_at(place.blockNumber())
            if now is None or now.figure.src != placed.figure.src:
                self._window.notices.show_notice(_NOT_THERE)
                return
            body.change_figure(now, with_figure_use(now.figure, use))

        use = figure_use(placed.figure)
        if placed.is_in_gallery:
            use = replace(use, setting=None)  # the gallery says where it stands
        self.ask(placed.figure.src, use, change, back=body)

    def open_own(self, src: str, parent: QWidget) -> None:
        """Open the form of a photo of the library, over a window, without any item's words."""
        if (record := self._record(src)) is not None:
            self._open(self._form(record, None, parent), parent)

    def ask(
        self,
        src: str,
        use: PhotoUseWords,
        put: Callable[[PhotoUseWords], None],
        *,
        back: QWidget,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask for the words of a photo in the open item, and put them there when they are agreed.

        When the form is closed the focus goes back, and then is called.
        """
        form = self._form(self._record(src), use, self._window)
        form.use_edited.connect(put)
        self._open(form, back, then)

    # ------------------------------------------------------------ inside

    def _record(self, src: str) -> "PhotoRecord | None":
        return attempt(self._window.notices, lambda: self._desk.library.photos.record(src))

    def _form(
        self, record: "PhotoRecord | None", use: PhotoUseWords | None, parent: QWidget
    ) -> "PhotoForm":
        # Imported with the first form, which the window does not wait for.
        from editor_app.ui.photos.form import PhotoForm, PhotoInQuestion  # noqa: PLC0415

        shown = PhotoInQuestion(record=record, use=use, language=self._language())
        form = PhotoForm(shown, self._desk.look, lambda: self._desk.clock().date(), parent=parent)
        if record is not None:
            form.words_edited.connect(partial(self._save, form, record.photo.src))
            self._fill(form, record, use)
        return form

    def _open(
        self, form: "PhotoForm", back: QWidget, then: Callable[[], None] = lambda: None
    ) -> None:
        def leave() -> None:
            form.deleteLater()
            back.setFocus()
            then()

        form.finished.connect(leave)
        form.open()

    def _save(self, form: "PhotoForm", src: str, words: "PhotoWords") -> None:
        try:
            self._desk.session.save_photo_words(src, words)
        except EditorError as error:
            form.refuse(str(error))

    def _fill(self, form: "PhotoForm", record: "PhotoRecord", use: PhotoUseWords | None) -> None:
        """Bring the picture and the other uses, which are read on threads."""
        library, run = self._desk.library, self._desk.background.run
        here = draft.item.id if (draft := self._desk.session.draft) and use else ItemId("")
        words = use or _own_use(record, self._language())

        def show_image(image: QImage | None) -> None:
            form.show_image(image)

        def uses() -> list[OtherUse]:
            return list(_other_uses(self._desk, record.photo.src, words, here))

        def fail(_error: EditorError) -> None:
            form.show_image(None)

        reading = run(lambda: uncut_picture(library, record.photo), then=show_image, failed=fail)
        looking = run(uses, then=form.show_uses, failed=lambda _error: None)
        form.finished.connect(reading.forget)
        form.finished.connect(looking.forget)

    def _language(self) -> str:
        draft = self._desk.session.draft
        return _DEFAULT_LANGUAGE if draft is None else draft.item.language


def _own_use(record: "PhotoRecord", language: str) -> PhotoUseWords:
    words = record.words(language)
    return PhotoUseWords(alt=words.alt, caption=words.caption, credit=words.credit)


def _other_uses(desk: Desk, src: str, words: PhotoUseWords, here: ItemId) -> Iterator[OtherUse]:
    """Yield where a photo is used but in one item, and how its words differ there."""
    uses = [use for use in desk.library.photo_shelf.uses(src) if use.item_id != here]
    for use in uses[:_MOST_USES]:
        for place, there in _words_there(desk, src, use):
            trash = ", in the trash" if use.is_trashed else ""
            yield OtherUse(use.headline, f"{place}, {use.language}{trash}", differing(words, there))


def _words_there(desk: Desk, src: str, use: "PhotoUse") -> Iterator[tuple[str, PhotoUseWords]]:
    item = desk.library.items.get(use.item_id)
    if use.is_lead:
        yield "lead photo", lead_use(item.lead_figure)
    for block in read_markdown(item.body).blocks:
        for shown in shown_photos(block, [src]):
            words = PhotoUseWords(alt=shown.alt, caption=shown.caption, credit=shown.credit)
            yield "in the text", words
