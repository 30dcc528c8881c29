"""The page of language: spelling, quotation marks, dates and datelines, each with an example."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from editor_app.editing.house_changes import HousePage
from editor_app.editing.house_examples import (
    MARKS,
    quoted,
    usual_marks,
    written_dateline,
    written_day,
)
from editor_app.model.house import House
from editor_app.model.house_style import DatePattern, QuotationMarks
from editor_app.model.house_words import DATE_PATTERNS, dateline_problem
from editor_app.ui.fields.choices import language_name
from editor_app.ui.house.form import HouseForm
from editor_app.ui.house.parts import ChoicePart, JudgedLine
from editor_app.ui.lists.parts import CheckPart, FormPart

_SPELLINGS = (
    ("", "Either, but one of them in an item"),
    ("ise", "-ise: organise, realise"),
    ("ize", "-ize: organize, realize"),
)
_Choices = tuple[Callable[[Any], str], Sequence[tuple[Any, str]]]
_PER_CENT = (("", "Either"), ("%", "12%"), ("per cent", "12 per cent"), ("percent", "12 percent"))


class LanguagePage(HouseForm):
    """How the house writes; marks and dates are asked for each language of the house."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(HousePage.LANGUAGE, parent)
        inside = self.inside
        self._languages: tuple[str, ...] = ()
        self.marks: dict[str, ChoicePart] = {}
        self.dates: dict[str, ChoicePart] = {}
        self.parts: dict[str, FormPart] = {
            "ise_or_ize": ChoicePart("English spelling", _SPELLINGS, inside),
            "percent": ChoicePart("Percentages", _PER_CENT, inside),
            "title_case_headlines": CheckPart("Headlines in English have Capital Letters", inside),
        }
        for name, part in self.parts.items():
            self.add_part(name, part)
        self.dateline = JudgedLine("Dateline", inside, judge=dateline_problem)
        self.add_part("dateline", self.dateline)
        self.example = self.add_hint("")
        self.example.setObjectName("datelineExample")
        self.example.setAccessibleName("Example of the dateline")
        self._of_languages = QVBoxLayout()
        self._of_languages.setSpacing(8)
        self.column.addLayout(self._of_languages)
        self.column.addStretch(1)

    @override
    def show_house(self, house: House) -> None:
        """Show what a house says."""
        style = house.style
        self._offer_languages(house)
        for name, part in self.parts.items():
            part.show_value(getattr(style, name))
        self.dateline.show_value(style.dateline.strip())
        marks = {one.language: (one.outer, one.inner) for one in style.quotation_marks}
        dates = {one.language: one.pattern for one in style.date_patterns}
        for tag in self._languages:
            self.marks[tag].show_value(marks.get(tag))
            self.dates[tag].show_value(dates.get(tag, ""))
        self._show_example()

    @override
    def house(self, over: House) -> House:
        """Return a house with what the fields say."""
        said: dict[str, Any] = {name: part.value() for name, part in self.parts.items()}
        marks = [(tag, part.value()) for tag, part in self.marks.items()]
        dates = [(tag, part.value()) for tag, part in self.dates.items()]
        self._show_example()
        style = replace(
            over.style,
            dateline=f"{self.dateline.value()} ",
            quotation_marks=tuple(
                QuotationMarks(language=tag, outer=pairs[0], inner=pairs[1])
                for tag, pairs in marks
                if pairs
            ),
            date_patterns=tuple(
                DatePattern(language=tag, pattern=pattern) for tag, pattern in dates if pattern
            ),
            **said,
        )
        return replace(over, style=style)

    # ------------------------------------------------------------ inside

    def _offer_languages(self, house: House) -> None:
        """Make the choices of each language that the house writes in or has chosen for."""
        style = house.style
        marked = (one.language for one in style.quotation_marks)
        dated = (one.language for one in style.date_patterns)
        tags = (house.language, *house.languages, *marked, *dated)
        languages = tuple(dict.fromkeys(tags))
        if languages == self._languages:
            return
        self._languages = languages
        self.marks, self.dates = {}, {}
        while (entry := self._of_languages.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tag in languages:
            heading = QLabel(language_name(tag), self.inside)
            heading.setProperty("look", "heading")
            self._of_languages.addWidget(heading)
            self.marks[tag] = self._choice("Quotation marks", tag, _marks_of(tag))
            self.dates[tag] = self._choice("Dates in the text", tag, _dates_of(tag))

    def _choice(self, label: str, tag: str, choices: _Choices) -> ChoicePart:
        words, offered = choices
        part = ChoicePart(label, offered, self.inside, words=words)
        part.box.setAccessibleName(f"{label} in {language_name(tag)}")
        part.edited.connect(self._on_chosen)
        self._of_languages.addWidget(part)
        return part

    @Slot()
    def _on_chosen(self) -> None:
        self.edited.emit("")

    def _show_example(self) -> None:
        first = self._languages[0]
        day = written_day(first, self.dates[first].value() or "")
        self.example.setText(written_dateline(f"{self.dateline.value()} ", day))


def _marks_of(tag: str) -> _Choices:
    usual = f"As usual: {quoted(usual_marks(tag))}"
    offered = ((pairs, f"{name}: {quoted(pairs)}") for name, pairs in MARKS.items())
    return quoted, [(None, usual), *offered]


def _dates_of(tag: str) -> _Choices:
    words = partial(written_day, tag)
    offered = ((pattern, words(pattern)) for pattern in DATE_PATTERNS)
    return words, [("", f"As usual: {words('')}"), *offered]
