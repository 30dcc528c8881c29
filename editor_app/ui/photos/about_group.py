"""The second part of a photo's form: what is true of the photo wherever it is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from editor_app.media.photo_record import PhotoRecord
from editor_app.model.licences import licence_at, licence_of
from editor_app.model.photo_words import PhotoWords, with_found
from editor_app.ui.editor.forms.addresses import complete_address
from editor_app.ui.look.icons import Icons
from editor_app.ui.photos.controls import (
    Control,
    LicenceChoice,
    QuietChoice,
    TakenOnLine,
    WordsArea,
    WordsLine,
)
from editor_app.ui.photos.photo_field import PhotoField
from editor_app.ui.photos.starts import NO_START, Start, start_in_file

_LICENCE, _LICENCE_ADDRESS = "licence", "licence_address"
_ADDRESSES = ("source_address", _LICENCE_ADDRESS, "licensor_address")
_SOURCE_TYPES = (
    ("Not known", ""),
    ("A photo from a camera", "digitalCapture"),
    ("A scan of a print", "print"),
    ("A scan of a negative", "negativeFilm"),
    ("Retouched by people", "humanEdits"),
    ("Put together from several", "composite"),
    ("Made by software (AI)", "trainedAlgorithmicMedia"),
    ("Partly made by software (AI)", "compositeWithTrainedAlgorithmicMedia"),
    ("Drawn", "digitalCreation"),
)
_ROWS = (
    (("long_description", "Long description"),),
    (("title", "Title"), ("photographer", "Photographer")),
    (("source", "Source"), ("source_address", "Address of the source")),
    ((_LICENCE, "Licence"), (_LICENCE_ADDRESS, "Address of the terms")),
    (("copyright_notice", "Copyright"), ("usage_terms", "Usage terms")),
    (("place", "Where it was taken"), ("taken_on", "Date taken")),
    (("licensor_address", "Address for a licence"), ("digital_source_type", "Made how")),
)
_HINTS = {
    "long_description": "What there is to see in a chart, a map or a crowded scene",
    "source": "An agency, an archive, a website",
    "source_address": "https://…",
    "copyright_notice": "© 2026 Name",
    "licence_address": "https://…",
    "licensor_address": "https://…",
}


class AboutGroup(QWidget):
    """Title, author, source, licence and the rest; each begins with what the file says.

    Signals:
        edited: The user changed something.
    """

    edited = Signal()

    def __init__(
        self,
        icons: Icons,
        language: str,
        direction: Qt.LayoutDirection,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._language, self._direction, self._today = language, direction, today
        self._record: PhotoRecord | None = None
        self.fields: dict[str, PhotoField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, named in enumerate(_ROWS):
            for column, (name, label) in enumerate(named):
                field = PhotoField(label, self._control(name), _object_name(name), icons)
                field.edited.connect(self._on_edited)
                self.fields[name] = field
                grid.addWidget(field, row, column, 1, 2 // len(named))
        self.fields[_LICENCE].edited.connect(self._on_licence_edited)

    def show_record(self, record: PhotoRecord) -> None:
        """Show what is known of a photo."""
        self._record = record
        words = record.words(self._language)
        for name, field in self.fields.items():
            shown = getattr(words, name).strip()
            if name == _LICENCE:
                licence = words.known_licence
                field.show_words(licence.code if licence else shown, self._licence_start())
            else:
                field.show_words(shown, start_in_file(record, name, self._language))

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in order."""
        return tuple(stop for field in self.fields.values() for stop in field.stops())

    def said(self) -> PhotoWords:
        """Return what the fields say now, wherever it came from."""
        words: dict[str, Any] = {name: field.words() for name, field in self.fields.items()}
        return PhotoWords(**words)

    def typed(self, before: PhotoWords) -> PhotoWords:
        """Return what is typed of the photo, over what was typed before."""
        words: dict[str, Any] = {name: field.typed() for name, field in self.fields.items()}
        words |= {name: complete_address(words[name]) or words[name] for name in _ADDRESSES}
        if words[_LICENCE].isspace():
            words[_LICENCE] = ""  # it has no words in the file: its address has, and was left out
        return replace(before, **words)

    def _licence_start(self) -> Start:
        """Return the licence that the address in the file leads to."""
        if self._record is None:
            return NO_START
        found = with_found(PhotoWords(), self._record.found, self._language)
        licence = found.known_licence
        if licence is None:
            return NO_START
        address = start_in_file(self._record, _LICENCE_ADDRESS, self._language)
        return replace(address, words=licence.code)

    def _control(self, name: str) -> Control:
        if name == "long_description":
            control: Control = WordsArea(self, self._direction, lines=2)
        elif name == _LICENCE:
            control = LicenceChoice(self)
        elif name == "digital_source_type":
            control = QuietChoice(_SOURCE_TYPES, self)
        elif name == "taken_on":
            control = TakenOnLine(self._today, self._language, self)
        else:
            left = Qt.LayoutDirection.LeftToRight
            control = WordsLine(self, left if name in _ADDRESSES else self._direction)
        if not isinstance(control, QuietChoice):
            control.setPlaceholderText(_HINTS.get(name, ""))
        return control

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_licence_edited(self) -> None:
        """Drop an address that leads to another licence than the one that was chosen."""
        address = self.fields[_LICENCE_ADDRESS]
        led_to = licence_at(address.words())
        if led_to is not None and led_to != licence_of(self.fields[_LICENCE].words()):
            address.take("")


def _object_name(field: str) -> str:
    first, *others = field.split("_")
    return "photo" + "".join(part.title() for part in (first, *others))
