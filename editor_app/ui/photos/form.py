"""The form of a photo: the picture with its crop, its words in the item, and all that is known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.media.photo_record import PhotoRecord
from editor_app.model.photo_words import Crop, Focus, PhotoWords
from editor_app.ui.details.pane import Group
from editor_app.ui.fields.choices import direction_of
from editor_app.ui.fields.settled_line import SettledLine, settle_typing
from editor_app.ui.look.look import Look
from editor_app.ui.messages import Choice, ask
from editor_app.ui.photos.about_group import AboutGroup
from editor_app.ui.photos.consent_group import ConsentGroup
from editor_app.ui.photos.crop_panel import CropPanel
from editor_app.ui.photos.facts import facts, remarks
from editor_app.ui.photos.use import OtherUse, PhotoUseWords, with_own_words
from editor_app.ui.photos.use_group import UseGroup

_Buttons = QDialogButtonBox.StandardButton
_WHOLE_SIZE, _SMALL_SIZE = QSize(1120, 700), QSize(560, 470)
_FRAME = QSize(24, 60)  # what the window's own frame and the screen's edge take
_PICTURE_WIDTH = 440
_REMARK_LINES = 3
_NOT_HERE = (
    "Only the words in this item can be changed: the library does not have this photo, or cannot "
    "read what is known of it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoInQuestion:
    """What a form is about: a photo on record, and its words in an item; one may be None.

    ``language`` is that of the item, or of the one who looks through the photos.
    """

    record: PhotoRecord | None
    use: PhotoUseWords | None
    language: str


class PhotoForm(QDialog):
    """Shows and changes what is known of a photo, and what an item says with it.

    It closes when what was changed is saved: whoever hears its signals calls `refuse` where that
    fails, and it stays open.

    Signals:
        words_edited: The user agreed, and the photo's own words changed; carries `PhotoWords`.
        use_edited: The user agreed; carries the `PhotoUseWords`. Sent last, changed or not.
    """

    words_edited = Signal(object)
    use_edited = Signal(object)

    def __init__(
        self,
        shown: PhotoInQuestion,
        look: Look,
        today: Callable[[], date],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("photoForm")
        self.setWindowTitle("Photo details")
        self._record, self._use, self._language = shown.record, shown.use, shown.language
        self._is_refused = self._is_asked = False
        direction = direction_of(shown.language)
        self.crop = CropPanel(look, self)
        self.facts, self.remarks = _label("photoFacts", "hint"), _label("photoRemarks", "warning")
        self.uses = _label("photoUses", "hint")
        self.use = UseGroup(look.icons, direction, self)
        self.about = AboutGroup(look.icons, shown.language, direction, today)
        self.consent = ConsentGroup(look.icons, direction, today)
        self.notice = _label("photoFormNotice", "warning")
        self.buttons = QDialogButtonBox(_Buttons.Save | _Buttons.Cancel, self)
        self.buttons.button(_Buttons.Save).setDefault(True)
        self._used = Group("Used elsewhere", (self.uses,), look.icons)
        self._groups = (
            Group(self._first_title(), (self.use,), look.icons),
            Group("About the photo, wherever it is shown", (self.about,), look.icons),
            Group("Consent (internal, never published)", (self.consent,), look.icons),
            self._used,
        )
        self._lay_out()
        self._connect()
        self._show_all()
        self._before = self._edited()

    # ------------------------------------------------------------ what is shown

    def show_image(self, image: QImage | None) -> None:
        """Show the photo itself; None where its file is missing."""
        self.crop.show_image(image)

    def show_uses(self, uses: Sequence[OtherUse]) -> None:
        """Show where else the photo is used, and how its words differ there."""
        self._used.setVisible(bool(uses))
        self.uses.setText("\n".join(_use_words(use) for use in uses))

    def say(self, sentence: str) -> None:
        """Say a sentence over the buttons."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def refuse(self, sentence: str) -> None:
        """Stay open, because something could not be saved."""
        self._is_refused = True
        self.say(sentence)

    # ------------------------------------------------------------ agreeing and leaving

    @override
    def accept(self) -> None:
        settle_typing(self)
        wrong = [line for line in self.findChildren(SettledLine) if line.property("wrong")]
        if wrong:
            wrong[0].setFocus()
            self.say(wrong[0].accessibleDescription())
            return
        self._is_refused = False
        words, use = self._edited()
        if words is not None and self._record is not None and words != self._record.typed:
            self.words_edited.emit(words)
        if use is not None and not self._is_refused:
            self.use_edited.emit(use)
        if not self._is_refused:
            super().accept()

    @override
    def reject(self) -> None:
        if self._is_asked or not self.has_changes():
            super().reject()
            return
        leave = Choice(words="Leave without saving", act=self._leave)
        ask(self, "Leave the photo as it was?", detail="What you changed here is lost.", yes=leave)

    def has_changes(self) -> bool:
        """Whether anything in the form is other than it was."""
        return self._edited() != self._before

    def _leave(self) -> None:
        self._is_asked = True
        self.reject()

    def _edited(self) -> tuple[PhotoWords | None, PhotoUseWords | None]:
        """Return the photo's own words and those in the item as they are in the form."""
        use = None if self._use is None else self.use.use(self._use)
        if self._record is None:
            return None, use
        words = replace(
            self.about.typed(self._record.typed),
            consent=self.consent.consent(),
            crop=self.crop.view.crop,
            focus=self.crop.view.focus,
        )
        if use is None:
            own = self.use
            alt, caption, credit = own.alt.typed(), own.caption.typed(), own.credit.typed()
            return replace(words, alt=alt, caption=caption, credit=credit), None
        if self.use.keeps_words:
            words = with_own_words(words, self._record.words(self._language), use)
        return words, use

    # ------------------------------------------------------------ inside

    def _first_title(self) -> str:
        return "Words to begin with" if self._use is None else "In this item"

    def _lay_out(self) -> None:
        self.picture = self._picture_side()
        self.side = self._words_side()
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.picture)
        both.addWidget(self.side, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 12, 12)
        layout.addLayout(both, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.buttons)
        self._order_stops()

    def _picture_side(self) -> QWidget:
        side = QWidget(self)
        side.setFixedWidth(_PICTURE_WIDTH)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.crop, 1)
        rows.addWidget(self.facts)
        rows.addWidget(self.remarks)
        # Room for what may come to be said: the photo must not move under the mouse.
        self.remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.remarks.setMinimumHeight(_REMARK_LINES * self.fontMetrics().lineSpacing())
        return side

    def _words_side(self) -> QScrollArea:
        inside = QWidget(self)
        inside.setObjectName("photoFormInside")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(6)
        for group in self._groups:
            rows.addWidget(group)
        rows.addStretch(1)
        side = QScrollArea(self)
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setWidget(inside)
        return side

    def _order_stops(self) -> None:
        """Let the Tab key go through the form as it is read."""
        use, about, consent, used = self._groups
        stops = [
            *(*self.crop.stops(), use.head, *self.use.stops()),
            *(about.head, *self.about.stops(), consent.head, *self.consent.stops()),
            *(used.head, *self.buttons.buttons()),
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.use.edited.connect(self._show_credit)
        self.about.edited.connect(self._show_credit)
        self.crop.framing_edited.connect(self._on_framing_edited)

    def _show_all(self) -> None:
        record, use = self._record, self._use
        self.say("")
        self.show_uses(())
        if use is not None:
            self.use.show_use(use, record, self._language)
        if record is None:
            for part in (self.picture, *self._groups[1:]):
                part.hide()
            self.say(_NOT_HERE)
        else:
            self._show_record(record)
        self.resize(self._fitting(_SMALL_SIZE if record is None else _WHOLE_SIZE))
        self._first_field(use).setFocus()

    def _show_record(self, record: PhotoRecord) -> None:
        if self._use is None:
            self.use.show_own(record, self._language)
        self.about.show_record(record)
        self.consent.show_consent(record.typed.consent)
        self.use.help.show_record(record, self._language)
        size = QSize(record.photo.width, record.photo.height)
        self.crop.show_photo(record.photo, record.typed.crop, record.typed.focus)
        self.crop.setAccessibleDescription(f"{size.width()} by {size.height()} pixels")
        self.facts.setText(facts(record))
        self._show_remarks(record.typed.crop)
        self._show_credit()

    def _first_field(self, use: PhotoUseWords | None) -> QWidget:
        """Return where somebody begins to write: the first thing that is missing.

        Where nothing is, it is no line, as Qt selects the words of one: a key would replace them.
        """
        is_alt_done = use is not None and (use.is_decorative or bool(use.alt.strip()))
        if use is not None and is_alt_done and not use.credit.strip():
            return self.use.credit.control
        is_decorative = use is not None and use.is_decorative
        return self.use.decorative if is_decorative else self.use.alt.control

    def _fitting(self, size: QSize) -> QSize:
        return size.boundedTo(self.screen().availableSize() - _FRAME)

    @Slot()
    def _show_credit(self) -> None:
        if self._record is None:
            return
        words = self.about.said()
        credit = self.use.credit.words()
        self.use.help.show_credit(credit, replace(words, crop=self.crop.view.crop))

    @Slot(object, object)
    def _on_framing_edited(self, crop: Crop | None, _focus: Focus | None) -> None:
        self._show_remarks(crop)
        self._show_credit()

    def _show_remarks(self, crop: Crop | None) -> None:
        lines: Iterator[str] = iter(()) if self._record is None else remarks(self._record, crop)
        self.remarks.setText("\n".join(lines))


def _use_words(use: OtherUse) -> str:
    same = "the same words" if not use.differing else f"another {', '.join(use.differing)}"
    return f"{use.headline or 'An item without headline'} ({use.place}): {same}"


def _label(name: str, look: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
