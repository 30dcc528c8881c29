"""The page about the organisation: its name, addresses, languages, and the links of every page."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.editing.house_changes import HousePage
from editor_app.editing.languages import offered_languages
from editor_app.model.house import House
from editor_app.model.house_words import address_problem
from editor_app.ui.fields.choices import language_name
from editor_app.ui.house.form import HouseForm
from editor_app.ui.house.parts import JudgedLine, RowsPart, WordsPart, pick_language
from editor_app.ui.lists.parts import CheckPart, FormPart, a_label

_NOBODY = House()
_LANGUAGES_HEIGHT = 96


class OrganisationPage(HouseForm):
    """Who publishes, where, and in which languages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(HousePage.ORGANISATION, parent)
        inside = self.inside
        self.parts: dict[str, FormPart] = {
            "organisation": JudgedLine(
                "Name of the organisation",
                inside,
                usual=_NOBODY.organisation,
                hint="As it stands at the head of every page",
            ),
            "address": JudgedLine(
                "Web address of the site",
                inside,
                judge=address_problem,
                usual=_NOBODY.address,
                hint="Where the exported folder is uploaded to: https://…",
            ),
            "languages": LanguagesPart(inside),
            "navigation": RowsPart(
                "Links at the head of every page", ("Words", "Web address"), inside
            ),
            "hosts": WordsPart("Own web hosts", inside, hint="www.example.org, news.example.org"),
            "staging_hosts": WordsPart(
                "Hosts that readers cannot reach", inside, hint="draft.example.org"
            ),
            "leaves_redirects": CheckPart(
                "Where a page moved or was withdrawn, leave one that leads on", inside
            ),
        }
        for name, part in self.parts.items():
            self.add_part(name, part)
        self.column.addStretch(1)

    @override
    def show_house(self, house: House) -> None:
        """Show what a house says."""
        for name in ("organisation", "address", "navigation", "leaves_redirects"):
            self.parts[name].show_value(getattr(house, name))
        for name in ("hosts", "staging_hosts"):
            self.parts[name].show_value(getattr(house.style, name))
        self.parts["languages"].show_value((house.language, *house.languages))

    @override
    def house(self, over: House) -> House:
        """Return a house with what the fields say."""
        said: dict[str, Any] = {name: part.value() for name, part in self.parts.items()}
        first, *others = said["languages"]
        style = replace(over.style, hosts=said["hosts"], staging_hosts=said["staging_hosts"])
        return replace(
            over,
            organisation=said["organisation"],
            address=said["address"],
            language=first,
            languages=tuple(others),
            navigation=said["navigation"],
            leaves_redirects=said["leaves_redirects"],
            style=style,
        )


class LanguagesPart(FormPart):
    """The languages of the house, the first of them at the top; there is always one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Languages")
        self.list.setFixedHeight(_LANGUAGES_HEIGHT)
        self.list.currentRowChanged.connect(self._show_state)
        self.add = self._button("Add…", "Add a language", self._on_add)
        self.first = self._button("Make first", "Make it the first language", self._on_first)
        self.remove = self._button("Remove", "Remove the language", self._on_remove)
        buttons = QHBoxLayout()
        for button in (self.add, self.first, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        words = "Languages, the first one for new items and for pages that list several"
        layout.addWidget(a_label(words, self, buddy=self.list))
        layout.addWidget(self.list)
        layout.addLayout(buttons)

    @override
    def value(self) -> tuple[str, ...]:
        """Return the tags, the first language first."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(row.data(_TAG) for row in rows)

    @override
    def show_value(self, value: Any) -> None:
        """Show languages."""
        if self.value() == tuple(value):
            return
        chosen = self.list.currentRow()
        self.list.clear()
        for tag in dict.fromkeys(value):
            row = QListWidgetItem(language_name(tag), self.list)
            row.setData(_TAG, tag)
        self.list.setCurrentRow(min(max(chosen, 0), self.list.count() - 1))

    def take(self, tag: str) -> None:
        """Add a language."""
        self.show_value((*self.value(), tag))
        self.list.setCurrentRow(self.list.count() - 1)
        self.edited.emit()

    @Slot()
    def _on_add(self) -> None:
        taken = self.value()
        rest = [(one.tag, one.name) for one in offered_languages() if one.tag not in taken]
        pick_language(self.add, rest, self.take)

    @Slot()
    def _on_first(self) -> None:
        tags = list(self.value())
        tag = tags.pop(self.list.currentRow())
        self.show_value((tag, *tags))
        self.list.setCurrentRow(0)
        self.edited.emit()

    @Slot()
    def _on_remove(self) -> None:
        tags = list(self.value())
        del tags[self.list.currentRow()]
        self.show_value(tags)
        self.edited.emit()

    @Slot()
    def _show_state(self) -> None:
        self.first.setEnabled(self.list.currentRow() > 0)
        self.remove.setEnabled(self.list.count() > 1 and self.list.currentRow() >= 0)

    def _button(self, words: str, name: str, act: Any) -> QPushButton:
        made = QPushButton(words, self)
        made.setAccessibleName(name)
        made.setAutoDefault(False)
        made.clicked.connect(act)
        return made


_TAG = 0x0100  # Qt.ItemDataRole.UserRole
