"""The editor of a body."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from editor_app.body.tree import Body, Figure
from editor_app.ui.editor import clipboard, figures, input_events, patch
from editor_app.ui.editor.colours import Colours
from editor_app.ui.editor.composing import Composition
from editor_app.ui.editor.context_menu import open_context_menu
from editor_app.ui.editor.drawing.canvas import painting
from editor_app.ui.editor.drawing.caret import caret_width
from editor_app.ui.editor.drawing.decoration import Decoration
from editor_app.ui.editor.drawing.pictures import Pictures, PictureSource
from editor_app.ui.editor.drawing.wear import margin, wear
from editor_app.ui.editor.figure_drag import FigureDrag
from editor_app.ui.editor.hooks import Hooks
from editor_app.ui.editor.hover import Hover
from editor_app.ui.editor.insertion import insert_leaves
from editor_app.ui.editor.leaves import Leaf
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.objects import Objects
from editor_app.ui.editor.opening import CaptionOpening
from editor_app.ui.editor.said_by import SaidBy
from editor_app.ui.editor.showing import put_in
from editor_app.ui.editor.spacing import HANG
from editor_app.ui.editor.tracker import Tracker
from editor_app.ui.pasting.clip import has_picture, pictures_of

_RIGHT_TO_LEFT = {"ar", "he", "fa", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"}


class BodyEditor(QTextEdit):
    """A rich-text editor whose document always is a body.

    It never takes in formats that a body cannot hold, and every change the user makes is one undo
    step. Give it a look, a source of pictures and a body.

    Signals:
        body_edited: The user changed the text; carries the new `Body`. Blocks that were not
            touched are the same objects as before.
        figure_requested: The user wants a photo to be put in.
        figure_opened: The user wants to see the form of a figure; carries the text block number of
            its photo.
        link_requested: The user wants to make or change a link at the caret.
        pictures_received: Pictures were pasted or dropped; carries a list of paths and of bytes.
        refused: Something could not be done; carries the reason as a sentence.
        caret_shown: The caret is to be in sight, with what belongs to it and a little below it.
        lock_changed: The text may be changed now, or no longer.
    """

    body_edited = Signal(object)
    figure_requested = Signal()
    figure_opened = Signal(int)
    link_requested = Signal()
    pictures_received = Signal(list)
    refused = Signal(str)
    caret_shown = Signal()
    lock_changed = Signal()

    def __init__(self, look: EditorLook | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look or EditorLook()
        self._pictures = Pictures()
        self.hooks = Hooks()
        self._composition = Composition()
        self.setObjectName("bodyEditor")
        self.setAccessibleName("Body text")
        self._start = "Write the story…"
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setAcceptRichText(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._tracker = Tracker(self.document(), parent=self)
        self._tracker.body_edited.connect(self.body_edited)
        self._objects = Objects(self._pictures, self._tracker.lines, self._look, parent=self)
        self._objects.serve(self.document())
        self._colours = Colours(self._look, self.hooks.layers, parent=self)
        self._colours.setDocument(self.document())
        self._decoration = Decoration(self._tracker.lines, self._look, self._pictures)
        Hover(self)
        CaptionOpening(self)
        SaidBy(self)
        FigureDrag(self, self._pictures)
        self._notes = 0
        self.cursorPositionChanged.connect(self._fit_caret)
        self.selectionChanged.connect(self.viewport().update)
        self._tracker.body_edited.connect(self._show_edit)
        self.show_look(self._look)
        self.show_body(Body(), language="en")

    # ------------------------------------------------------------ what is shown

    def show_body(self, body: Body, *, language: str) -> None:
        """Show another text, with nothing to undo and the caret at its start."""
        self._tracker.pause()
        self._colours.forget()
        self.set_language(language)
        self._tracker.restart(body, put_in(self, body))
        self.textChanged.emit()
        self.cursorPositionChanged.emit()
        self.verticalScrollBar().setValue(0)

    def apply_body(self, body: Body) -> None:
        """Make the open text equal to body as one undo step; caret and scroll position stay."""
        place = self.verticalScrollBar().value()
        patch.apply_body(self.document(), self._tracker, body)
        self.verticalScrollBar().setValue(place)

    def body(self) -> Body:
        """Return the text."""
        return self._tracker.body

    def set_language(self, language: str) -> None:
        """Lay the text out from the side that a language is written from.

        In a left-to-right language each paragraph may still be Arabic or Hebrew: it is then laid
        out from the right by its own letters.
        """
        is_rtl = language.partition("-")[0].lower() in _RIGHT_TO_LEFT
        option = self.document().defaultTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LayoutDirectionAuto
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    def set_picture_source(self, source: PictureSource) -> None:
        """Take the pictures of figures from source."""
        self._pictures.use(source)
        self.refresh_pictures()

    def refresh_pictures(self, *, only_missing: bool = False) -> None:
        """Ask for every picture again, because one has come or gone; or only for missing ones."""
        if only_missing and not self._pictures.forget_missing():
            return
        if not only_missing:
            self._pictures.forget()
        document = self.document()
        document.markContentsDirty(0, document.characterCount())
        self.viewport().update()

    def show_look(self, look: EditorLook) -> None:
        """Use other colours and fonts; neither the text nor what can be undone changes."""
        self._look = self._objects.look = self._decoration.look = look
        wear(self, look)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # see `paintEvent`
        self._colours.show_look(look)
        self._fit_caret()
        self._set_margins()
        self.viewport().update()

    def show_start(self, words: str) -> None:
        """Say what an empty text is for; Qt's own placeholder would ignore zoom and margins."""
        self._start = words
        self.viewport().update()

    def look(self) -> EditorLook:
        """Return the look in use."""
        return self._look

    def tracker(self) -> Tracker:
        """Return what follows the text."""
        return self._tracker

    def refresh_layers(self, first: int, last: int) -> None:
        """Ask again for what is laid over the letters of some lines, by their numbers."""
        self._colours.refresh(first, last)

    # ------------------------------------------------------------ caret

    def caret(self) -> int:
        """Return where the caret is, for remembering it."""
        return self.textCursor().position()

    def set_caret(self, position: int) -> None:
        """Put the caret where it was, or as near as the text allows."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.show_caret()

    def show_caret(self) -> None:
        """Scroll, as little as needed, so that one sees where one writes."""
        self.ensureCursorVisible()
        self.caret_shown.emit()

    @Slot()
    def _fit_caret(self) -> None:
        leaf = self._tracker.line_at(self.textCursor().blockNumber())
        width = caret_width(leaf, self._look.zoom)
        if not width or width != self.cursorWidth():
            self.setCursorWidth(width)
            self.viewport().update()  # what is chosen as a whole has a frame

    @Slot()
    def _show_edit(self) -> None:
        """Fit the caret to what its line is now; paint all when notes have come or gone."""
        self._fit_caret()
        notes = self._objects.notes.total(self.document())
        if notes != self._notes:
            self._notes = notes
            self.viewport().update()

    # ------------------------------------------------------------ figures

    def insert_figure(self, figure: Figure) -> None:
        """Put a figure where the caret is."""
        cursor = self.textCursor()
        figures.insert_figure(cursor, figure)
        self.setTextCursor(cursor)

    def figure_at(self, number: int) -> figures.PlacedFigure | None:
        """Return the figure that a text block belongs to."""
        return figures.figure_at(self.document().findBlockByNumber(number))

    def change_figure(self, placed: figures.PlacedFigure, figure: Figure) -> None:
        """Change what a figure says, as one undo step."""
        figures.change_figure(self.textCursor(), placed, figure)

    def hang(self) -> int:
        """Return how far the lines stand from the sides of the viewport."""
        return round(HANG * self._look.zoom)

    def _set_margins(self) -> None:
        side = margin(self, self._look)
        self.setViewportMargins(side, 0, side, 0)

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() in {QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange}:
            self.lock_changed.emit()

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(e)

    # ------------------------------------------------------------ painting

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint the ground as well: with every key Qt would have all widgets below painted anew."""
        area = QRectF(e.rect()).translated(self.offset())
        document = self.document()
        with painting(self.viewport(), self.offset()) as painter:
            painter.fillRect(area, QColor(self._look.background))
            self._decoration.paint_under(painter, document, area, start=self._start)
        super().paintEvent(e)
        with painting(self.viewport(), self.offset()) as painter:
            self._decoration.paint_over(
                painter, document, area, self.textCursor(), has_focus=self.hasFocus()
            )
            for overlay in self.hooks.overlays:
                overlay(painter, document, area)

    def offset(self) -> QPointF:
        """Return which point of the document is in the viewport's corner."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # ------------------------------------------------------------ keys and input methods

    @override
    def event(self, e: QEvent) -> bool:
        """Keep a sign typed with AltGr from a command that has Ctrl, Alt and the same key."""
        is_asked = e.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(e, QKeyEvent) and input_events.is_alt_gr(e):
            e.accept()
            return True
        return super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(e)
            return
        before = (self.textCursor().position(), self.document().revision())
        if any(rule(e) for rule in self.hooks.keys) or input_events.press(self, e):
            e.accept()
        else:
            super().keyPressEvent(e)
        if input_events.is_typed(e):
            input_events.improve(self, e.text())
        if before != (self.textCursor().position(), self.document().revision()):
            self.show_caret()

    @override
    def inputMethodEvent(self, e: QInputMethodEvent) -> None:
        if self.isReadOnly():
            super().inputMethodEvent(e)
            return
        if not self._composition.begin(self, e):
            e.accept()
            return
        with self._composition.one_step(self, e):
            super().inputMethodEvent(e)
        if e.commitString():
            input_events.improve(self, e.commitString())
            self.show_caret()

    # ------------------------------------------------------------ clipboard, drag and drop

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.mime_of(self.textCursor(), pictures=self._pictures.get)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (
            source.hasFormat(clipboard.MIME)
            or source.hasText()
            or source.hasHtml()
            or has_picture(source)
            or source.hasUrls()
        )

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if any(rule(source) for rule in self.hooks.pastes):
            return
        if (pictures := pictures_of(source)) and not source.hasFormat(clipboard.MIME):
            self.pictures_received.emit(pictures)
            return
        self._insert(clipboard.leaves_of(source))

    def paste_as_text(self) -> None:
        """Paste the words of the clipboard and nothing of how they looked."""
        self.insertFromMimeData(clipboard.words_alone())

    def _insert(self, leaves: list[Leaf]) -> None:
        cursor = self.textCursor()
        insert_leaves(cursor, leaves)
        self.setTextCursor(cursor)
        self.show_caret()

    @override
    def dropEvent(self, e: QDropEvent) -> None:
        if self.isReadOnly() or not input_events.drop(self, e):
            super().dropEvent(e)

    # ------------------------------------------------------------ mouse

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        number = self.pill_under(e.position().toPoint())
        if number is not None and e.button() == Qt.MouseButton.LeftButton:
            self.figure_opened.emit(number)
            return
        super().mousePressEvent(e)

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        number = self.photo_under(e.position().toPoint())
        if number is not None:
            self.figure_opened.emit(number)
            return
        super().mouseDoubleClickEvent(e)

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        super().mouseMoveEvent(e)
        if self.pill_under(e.position().toPoint()) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def caption_under(self, point: QPoint) -> int | None:
        """Return the first text block of the table whose caption is at a point of the viewport."""
        return self._decoration.caption_under(self.document(), QPointF(point) + self.offset())

    def pill_under(self, point: QPoint) -> int | None:
        """Return the photo's text block of the figure whose mark is at a point of the viewport."""
        return self._decoration.pill_under(self.document(), QPointF(point) + self.offset())

    def photo_under(self, point: QPoint) -> int | None:
        """Return the text block of the photo at a point of the viewport."""
        return self._decoration.photo_under(self.document(), QPointF(point) + self.offset())

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        open_context_menu(self, e.pos(), e.globalPos())

    def leave(self, *, is_forward: bool) -> None:
        """Give the focus to the next or the previous control."""
        self.focusNextPrevChild(is_forward)
