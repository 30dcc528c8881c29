"""The page about how pages look: colours, fonts and a footer, with a page beside them."""

from dataclasses import fields, replace
from functools import partial

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from editor_app.editing.house_changes import HousePage
from editor_app.model.house import House
from editor_app.model.house_look import Colours, PageLook
from editor_app.render.look import DARK, FONTS, LIGHT, colour_problem
from editor_app.ui.house.form import HouseForm
from editor_app.ui.house.parts import AreaPart, ChoicePart, JudgedLine

_SWATCH = 14  # pixels
_LABEL_WIDTH = 96
_COLOURS = {"accent": "Links and sections", "ink": "Words", "paper": "Page"}
_SCHEMES = {"light": ("Colours on light screens", LIGHT), "dark": ("On dark screens", DARK)}


class LookPage(HouseForm):
    """Colours that cannot be read are named with their contrast, and not kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(HousePage.LOOK, parent)
        self._look = PageLook()
        self.colours: dict[tuple[str, str], JudgedLine] = {}
        for scheme, (title, usual) in _SCHEMES.items():
            self.add_heading(title)
            for name, label in _COLOURS.items():
                part = JudgedLine(
                    label,
                    self.inside,
                    judge=partial(self._colour_problem, scheme, name),
                    hint=f"{getattr(usual, name)}, as usual",
                )
                part.line.setAccessibleName(f"{title}: {label}")
                _show_swatch(part)
                self.colours[scheme, name] = part
                self.add_part(f"{scheme}-{name}", part)
        self.add_heading("Fonts")
        fonts = [("", "As usual"), *((key, font.name) for key, font in FONTS.items())]
        self.headings = ChoicePart("Headlines", fonts, self.inside, label_width=_LABEL_WIDTH)
        self.text = ChoicePart("Text", fonts, self.inside, label_width=_LABEL_WIDTH)
        self.add_part("headings", self.headings)
        self.add_part("text", self.text)
        self.footer = AreaPart("Words at the foot of every page", self.inside)
        self.add_part("footer", self.footer)
        self.column.addStretch(1)

    @override
    def show_house(self, house: House) -> None:
        """Show what a house says."""
        look = self._look = house.look
        for (scheme, name), part in self.colours.items():
            part.show_value(getattr(getattr(look, scheme), name))
            _show_swatch(part)
        self.headings.show_value(look.headings)
        self.text.show_value(look.text)
        self.footer.show_value(look.footer)

    @override
    def house(self, over: House) -> House:
        """Return a house with what the fields say."""
        look = PageLook(
            light=self._said("light"),
            dark=self._said("dark"),
            headings=self.headings.value(),
            text=self.text.value(),
            footer=self.footer.value(),
        )
        self._look = look
        for part in self.colours.values():
            _show_swatch(part)
        return replace(over, look=look)

    def _said(self, scheme: str) -> Colours:
        return Colours(
            **{
                field.name: self.colours[scheme, field.name].value().lower()
                for field in fields(Colours)
            }
        )

    def _colour_problem(self, scheme: str, name: str, words: str) -> str:
        usual = getattr(_SCHEMES[scheme][1], name)
        return colour_problem(self._look, scheme, name, words or usual)


def _show_swatch(part: JudgedLine) -> None:
    """Show the colour that is kept at the beginning of its line."""
    for action in part.line.actions():
        part.line.removeAction(action)
    if part.value():
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(QColor(part.value()))
        part.line.addAction(QIcon(swatch), QLineEdit.ActionPosition.LeadingPosition)
