"""The page of terminology: words not used here, names, and short forms, each per language."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from typing_extensions import override

from editor_app.checks.term_tables import TermKind, TermRecord
from editor_app.editing.house_changes import HousePage
from editor_app.editing.languages import offered_languages
from editor_app.model.house import House
from editor_app.ui.fields.choices import language_name
from editor_app.ui.house.form import HouseForm
from editor_app.ui.house.parts import WordsPart, pick_language
from editor_app.ui.house.term_table import TermTableModel
from editor_app.wording.dates import primary

_KINDS = {
    TermKind.WORDS: (
        "Words not used here",
        (
            "Each with what the house says instead. A word that ends in * stands for all its"
            " endings. A word that is its own “better” word is allowed, whatever the program's own"
            " list says."
        ),
    ),
    TermKind.NAMES: (
        "Official names",
        "How countries and bodies are called here, beside the names that the program knows.",
    ),
    TermKind.SHORT_FORMS: (
        "Short forms",
        "What short forms stand for; the check for unexplained ones offers these words.",
    ),
}


class TermsPage(HouseForm):
    """One table at a time: a list in a language.

    Signals:
        import_requested: A file is to be read into the table.
        export_requested: The table is to be written into a file.
    """

    import_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(HousePage.TERMS, parent)
        self._house = House()
        self._tags: list[str] = []
        self.kinds, self.languages = self._choices()
        self.hint = self._laid_choices()
        self.search = QLineEdit(self.inside)
        self.search.setObjectName("termSearch")
        self.search.setAccessibleName("Search the list")
        self.search.setPlaceholderText("Search the list")
        self.search.setClearButtonEnabled(True)
        self.model = TermTableModel()
        self.model.setParent(self)
        self.view = self._make_view()
        self.problem = QLabel(self.inside)
        self.problem.setProperty("look", "warning")
        self.problem.setWordWrap(True)
        self.column.addWidget(self.search)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.problem)
        self._lay_out_buttons()
        self.allowed = WordsPart("Short forms that need no explanation", self.inside)
        self.add_part("allowed_acronyms", self.allowed)
        self._connect()

    @property
    def kind(self) -> TermKind:
        """The list that is shown."""
        return list(_KINDS)[self.kinds.currentIndex()]

    @property
    def language(self) -> str:
        """The language that it is shown in."""
        return self._tags[self.languages.currentIndex()]

    @override
    def show_house(self, house: House) -> None:
        """Show what a house says."""
        self._house = house
        self._offer_languages()
        self.allowed.show_value(house.style.allowed_acronyms)
        self._show_table()

    @override
    def house(self, over: House) -> House:
        """Return a house with the rows that can be used."""
        field, language = self.kind.value, self.language
        others = [one for one in getattr(over.style, field) if one.language != language]
        said: dict[str, Any] = {field: (*others, *self.model.records())}
        style = replace(over.style, allowed_acronyms=self.allowed.value(), **said)
        self._house = replace(over, style=style)
        return self._house

    def records(self) -> tuple[TermRecord, ...]:
        """Return what the table says."""
        return self.model.records()

    def show_language(self, tag: str) -> None:
        """Show the list in another language."""
        if tag not in self._tags:
            self._tags.append(tag)
            self.languages.addItem(language_name(tag))
        self.languages.setCurrentIndex(self._tags.index(tag))

    # ------------------------------------------------------------ parts

    def _choices(self) -> tuple[QComboBox, QComboBox]:
        kinds, languages = QComboBox(self.inside), QComboBox(self.inside)
        kinds.setObjectName("termKind")
        kinds.setAccessibleName("List")
        kinds.addItems([title for title, _hint in _KINDS.values()])
        languages.setObjectName("termLanguage")
        languages.setAccessibleName("Language of the list")
        return kinds, languages

    def _laid_choices(self) -> QLabel:
        self.other = self._button("Another language…", "Choose another language")
        row = QHBoxLayout()
        row.addWidget(self.kinds)
        row.addWidget(self.languages)
        row.addWidget(self.other)
        row.addStretch(1)
        self.column.addLayout(row)
        return self.add_hint("")

    def _make_view(self) -> QTableView:
        view = QTableView(self.inside)
        view.setObjectName("termTable")
        view.setAccessibleName("Words")
        view.setModel(self.model)
        view.setTabKeyNavigation(False)
        view.setMinimumHeight(160)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setAlternatingRowColors(False)
        view.verticalHeader().hide()
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setDefaultSectionSize(170)
        return view

    def _lay_out_buttons(self) -> None:
        self.add = self._button("Add", "Add a row")
        self.remove = self._button("Remove", "Remove the selected rows")
        self.bring_in = self._button("Import table…", "Import a table (CSV)")
        self.write_out = self._button("Export table…", "Export the table (CSV)")
        row = QHBoxLayout()
        for button in (self.add, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.bring_in, self.write_out):
            row.addWidget(button)
        self.column.addLayout(row)

    def _button(self, words: str, name: str) -> QPushButton:
        made = QPushButton(words, self.inside)
        made.setAccessibleName(name)
        made.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(self._show_table)
        self.languages.currentIndexChanged.connect(self._show_table)
        self.other.clicked.connect(self._on_other)
        self.search.textChanged.connect(self.model.search)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.bring_in.clicked.connect(self.import_requested)
        self.write_out.clicked.connect(self.export_requested)
        self.model.edited.connect(self._on_edited)
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._show_state)

    # ------------------------------------------------------------ what happens

    def _offer_languages(self) -> None:
        house = self._house
        kept = (getattr(house.style, kind.value) for kind in TermKind)
        tags = (
            house.language,
            *house.languages,
            *(one.language for list_ in kept for one in list_),
        )
        for tag in dict.fromkeys(primary(tag) for tag in tags):
            if tag not in self._tags:
                self._tags.append(tag)
                self.languages.addItem(language_name(tag))

    @Slot()
    def _show_table(self) -> None:
        if not self._tags:
            return
        title, hint = _KINDS[self.kind]
        self.hint.setText(hint)
        self.view.setAccessibleName(f"{title}, {language_name(self.language)}")
        kept = getattr(self._house.style, self.kind.value)
        records = [one for one in kept if one.language == self.language]
        self.model.show_records(self.kind, self.language, records)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        row = self.view.currentIndex().row()
        self.problem.setText(self.model.problem(row))
        self.problem.setVisible(bool(self.problem.text()))
        self.remove.setEnabled(self.model.rowCount() > 0)
        self.write_out.setEnabled(bool(self.model.records()))

    @Slot()
    def _on_edited(self) -> None:
        self._show_state()
        self.edited.emit("")

    @Slot()
    def _on_add(self) -> None:
        self.search.clear()
        index = self.model.index(self.model.add(), 0)
        self.view.setFocus()
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    @Slot()
    def _on_remove(self) -> None:
        rows = {index.row() for index in self.view.selectionModel().selectedIndexes()}
        self.model.remove(sorted(rows))
        self._show_state()

    @Slot()
    def _on_other(self) -> None:
        tags = {primary(one.tag): language_name(primary(one.tag)) for one in offered_languages()}
        rest = [(tag, name) for tag, name in tags.items() if tag not in self._tags]
        pick_language(self.other, rest, self.show_language)
