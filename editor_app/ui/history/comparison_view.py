"""The view in which a comparison is read."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from editor_app.editing.comparing import Comparison
from editor_app.editing.languages import direction
from editor_app.ui.history.line_words import Dress
from editor_app.ui.history.page import MORE, UNFOLD, comparison_html, title_html
from editor_app.ui.history.words import spoken_comparison
from editor_app.ui.look.fonts import serif_families
from editor_app.ui.look.look import Look

_AT_ONCE = 60  # lines that are laid out: a whole long text would be felt
_PHOTO = 240
_MARGIN = 56  # beside a photo, with a scroll bar


class ComparisonView(QTextBrowser):
    """Shows what is different between two versions; it can be read and copied, not written in.

    Signals:
        shown: What is different stands there, or why there is nothing to show.
    """

    shown = Signal()

    def __init__(
        self, look: Look, picture: Callable[[str], QImage | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._picture = look, picture
        self._comparison: Comparison | None = None
        self._title = self._language = ""
        self._unfolded: frozenset[int] = frozenset()
        self._most = _AT_ONCE
        self._photo_width = 0
        self._is_laying_out = False
        self.setObjectName("comparison")
        self.setAccessibleName("What is different")
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(12)
        self.document().setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._on_link)
        look.changed.connect(self._lay_out_anew)

    def show_comparison(self, comparison: Comparison, *, title: str, language: str) -> None:
        """Show what is different, from its top; ``title`` says between what."""
        self._comparison, self._title, self._language = comparison, title, language
        self._unfolded, self._most = frozenset(), _AT_ONCE
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(f"{title}. {spoken_comparison(comparison)}")
        self.shown.emit()

    def show_words(self, words: str) -> None:
        """Show a sentence instead."""
        self._comparison = None
        self._run_from(is_right=False)
        self.setPlainText(words)
        self.setAccessibleDescription(words)
        self.shown.emit()

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Give photos of the library, and nothing else: no file, no address is ever read."""
        if type == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(name if isinstance(name, str) else name.toString()) or _blank()
        return None

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        # A scroll bar that comes or goes resizes the view while its words are being set.
        if not self._is_laying_out and self._width_of_photos() != self._photo_width:
            self._lay_out_anew()

    @Slot()
    def _lay_out_anew(self) -> None:
        """Lay out the same comparison again, without moving away from what is read."""
        if self._comparison is None:
            return
        place = self.verticalScrollBar().value()
        self._lay_out()
        self.verticalScrollBar().setValue(place)

    def _width_of_photos(self) -> int:
        return max(80, min(_PHOTO, self.width() - _MARGIN))

    def _lay_out(self) -> None:
        self._run_from(is_right=direction(self._language) == "rtl")
        self._photo_width = self._width_of_photos()
        self._is_laying_out = True
        try:
            self.setHtml(self._html())
        finally:
            self._is_laying_out = False

    def _run_from(self, *, is_right: bool) -> None:
        """Lay words out from the side that their language is written from."""
        ways = Qt.LayoutDirection
        option = QTextOption()
        option.setTextDirection(ways.RightToLeft if is_right else ways.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    def _html(self) -> str:
        if self._comparison is None:
            return ""
        dress = Dress(
            tokens=self._look.tokens,
            serif=", ".join(f"'{family}'" for family in serif_families()),
            photo_width=self._photo_width,
            is_right_to_left=direction(self._language) == "rtl",
        )
        return title_html(self._title, dress) + comparison_html(
            self._comparison, dress, unfolded=self._unfolded, most=self._most
        )

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        """Unfold an unchanged stretch, or lay out more lines."""
        address = link.toString()
        if address == MORE:
            self._most += 2 * _AT_ONCE
        elif address.startswith(UNFOLD):
            self._unfolded |= {int(address.removeprefix(UNFOLD))}
            self._most += _AT_ONCE
        self._lay_out_anew()


def _blank() -> QImage:
    """Return what stands for a photo that is not there."""
    image = QImage(8, 6, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.lightGray)
    return image
