"""The page of limits: how long texts and how small photos may be."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor_app.editing.house_changes import HousePage
from editor_app.model.house import House
from editor_app.ui.house.form import HouseForm
from editor_app.ui.house.parts import NumberPart

_GROUPS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "Headline, standfirst and links",
        (
            ("headline", "Headline, at most", "characters"),
            ("short_headline", "Short headline, at most", "characters"),
            ("standfirst_least", "Standfirst, at least", "characters"),
            ("standfirst", "Standfirst, at most", "characters"),
            ("summary", "Summary, at most", "characters"),
            ("slug", "Web address (slug), at most", "characters"),
            ("link_text", "Words of a link, at most", "characters"),
        ),
    ),
    (
        "Text",
        (
            ("sentence_words", "Sentence, at most", "words"),
            ("sentence_words_de", "Sentence in German, at most", "words"),
            ("first_sentence_words", "First sentence, at most", "words"),
            ("paragraph_words", "Paragraph, at most", "words"),
            ("words_without_cross_head", "Text without a cross-head, at most", "words"),
            ("quotation_sentences", "Quotation, at most", "sentences"),
        ),
    ),
    ("Photos", (("photo_width", "Photo, at least", "pixels wide"),)),
)


class LimitsPage(HouseForm):
    """A number for each limit; none of them keeps an item from going out unless Checks says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(HousePage.LIMITS, parent)
        self.parts: dict[str, NumberPart] = {}
        for title, limits in _GROUPS:
            self.add_heading(title)
            for name, label, unit in limits:
                self.parts[name] = NumberPart(label, unit, self.inside)
                self.add_part(name, self.parts[name])
        self.column.addStretch(1)

    @override
    def show_house(self, house: House) -> None:
        """Show what a house says."""
        for name, part in self.parts.items():
            part.show_value(getattr(house.style.limits, name))

    @override
    def house(self, over: House) -> House:
        """Return a house with what the fields say."""
        said: dict[str, Any] = {name: part.value() for name, part in self.parts.items()}
        limits = replace(over.style.limits, **said)
        return replace(over, style=replace(over.style, limits=limits))
