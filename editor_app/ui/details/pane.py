"""The form of all other fields, in groups that fold."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from editor_app.model import limits
from editor_app.model.item import NewsItem
from editor_app.store.query import ItemSummary
from editor_app.ui.details import kinds
from editor_app.ui.details.boilerplates import BoilerplatesField, Newer, boilerplates_row
from editor_app.ui.details.countries import CountriesField, countries_row
from editor_app.ui.details.moments import day_row, moment_row
from editor_app.ui.details.records import ListsAtHand, RecordsField, records_row
from editor_app.ui.details.row import Row, area_row, choice_row, line_row, settled_line_row
from editor_app.ui.details.versions import VersionsBox
from editor_app.ui.fields.settled_line import SettledLine
from editor_app.ui.look.icons import Icons

CONTENT_TYPES = ("project news", "press release", "news", "feature", "statement", "event")
_SLUG_HINT = "The last part of the web address; empty it to follow the headline again"


class Group(QWidget):
    """Rows under a heading that folds them away."""

    def __init__(
        self, title: str, inside: Sequence[QWidget], icons: Icons, *, is_open: bool = True
    ) -> None:
        super().__init__()
        self._icons = icons
        self.head = QToolButton(self)
        self.head.setProperty("look", "fold")
        self.head.setText(title)
        self.head.setAccessibleName(title)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(14, 14))
        self.card = QFrame(self)
        self.card.setObjectName("card")
        rows = QVBoxLayout(self.card)
        rows.setContentsMargins(14, 12, 14, 14)
        rows.setSpacing(10)
        for widget in inside:
            rows.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addWidget(self.card)
        self.head.clicked.connect(lambda: self.fold(is_open=self.card.isHidden()))
        self.fold(is_open=is_open)

    def fold(self, *, is_open: bool) -> None:
        """Show the rows, or only the heading."""
        self.card.setHidden(not is_open)
        self.head.setIcon(self._icons("chevron-down" if is_open else "chevron-right"))
        self.head.setAccessibleDescription("open" if is_open else "folded")


class DetailsPane(QScrollArea):
    """Shows all other fields of the open item.

    Signals:
        field_edited: The user edited a field; carries its name in `NewsItem` and its new value.
        item_requested: The user wants to open another item; carries its `ItemId`.
        version_requested: The user wants to write this item in another language.
    """

    field_edited = Signal(str, object)
    item_requested = Signal(str)
    version_requested = Signal()

    def __init__(
        self, icons: Icons, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailsPane")
        self.setAccessibleName("Details")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._item: NewsItem | None = None
        self._is_showing = False
        self.versions = VersionsBox(self)
        self.versions.item_requested.connect(self.item_requested)
        self.versions.version_requested.connect(self.version_requested)
        self.rows: dict[str, Row] = {}
        self.setWidget(self._form(icons, clock))
        for row in self.rows.values():
            row.edited.connect(self._on_edited)

    def show_item(self, item: NewsItem) -> None:
        """Show the fields of an item; what did not change is left alone."""
        before, self._item = self._item, item
        if before is not None and before.id != item.id:
            for line in self.findChildren(SettledLine):
                line.put_back()
        self._is_showing = True
        try:
            for field, row in self.rows.items():
                if before is None or getattr(before, field) != getattr(item, field):
                    row.show_item(item)
            if before is None or before.language != item.language:
                self._show_language(item.language)
        finally:
            self._is_showing = False

    def take_lists(self, lists: ListsAtHand, newer: Newer) -> None:
        """Let names be picked from the managed lists; newer tells of newer boilerplates."""
        for records in self.findChildren(RecordsField):
            records.take_lists(lists)
        for boilerplates in self.findChildren(BoilerplatesField):
            boilerplates.take_lists(lists, newer)

    def show_lists(self) -> None:
        """Show what the managed lists have by now."""
        for records in self.findChildren(RecordsField):
            records.show_lists()
        for boilerplates in self.findChildren(BoilerplatesField):
            boilerplates.show_lists()

    def show_versions(self, versions: Sequence[ItemSummary]) -> None:
        """Show the language versions of the open item."""
        if self._item is not None:
            self.versions.show_versions(self._item, versions)

    def _show_language(self, tag: str) -> None:
        for countries in self.findChildren(CountriesField):
            countries.show_language(tag)
        self.show_lists()

    def _on_edited(self, field: str, value: object) -> None:
        if not self._is_showing:
            self.field_edited.emit(field, value)

    def _form(self, icons: Icons, clock: Callable[[], datetime]) -> QWidget:
        form = QWidget(self)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(14, 10, 14, 18)
        layout.setSpacing(8)
        for title, rows, is_open in self._groups(icons, clock):
            for row in rows:
                if isinstance(row, Row):
                    self.rows[row.field] = row
            layout.addWidget(Group(title, rows, icons, is_open=is_open))
        layout.addStretch(1)
        return form

    def _groups(
        self, icons: Icons, clock: Callable[[], datetime]
    ) -> tuple[tuple[str, Sequence[QWidget], bool], ...]:
        return (
            ("Lists and search engines", _search_rows(), True),
            ("Byline and place", _byline_rows(), True),
            ("Dates and embargo", _date_rows(icons, clock), False),
            ("Publications", (_records("publications", "Publications", icons),), False),
            ("Contacts", (_records("contacts", "Contacts", icons),), False),
            ("Projects and donors", (_records("projects", "Projects", icons),), False),
            ("Boilerplates", (_boilerplates(icons),), False),
            ("Related links", (_records("related", "Related links", icons),), False),
            ("Language versions", (self.versions,), False),
            ("Notes and rights", (*_note_rows(), _records("change_notes", "", icons)), False),
        )


def _search_rows() -> tuple[Row, ...]:
    return (
        line_row("short_headline", "Short headline", most=limits.SHORT_HEADLINE),
        area_row("summary", "Summary for search engines and cards", most=limits.SUMMARY),
        settled_line_row("slug", "Web address (slug)", hint=_SLUG_HINT),
        choice_row("content_type", "Content type", CONTENT_TYPES),
    )


def _byline_rows() -> tuple[Row, ...]:
    return (
        line_row("byline", "Byline", placeholder="Who wrote it, as printed"),
        line_row("dateline_place", "Dateline place", placeholder="VIENNA"),
        countries_row("countries", "Countries"),
    )


def _date_rows(icons: Icons, clock: Callable[[], datetime]) -> tuple[Row, ...]:
    return (
        moment_row("embargo_until", "Embargo until", icons, clock),
        moment_row("published_at", "Published", icons, clock),
        moment_row("updated_at", "Updated", icons, clock),
        moment_row("first_published_at", "First published", icons, clock),
        day_row("archive_on", "Archive on", icons, clock),
    )


def _note_rows() -> tuple[Row, ...]:
    return (
        area_row("notes_to_editors", "Notes to editors (printed)"),
        area_row("internal_notes", "Internal notes (never exported)"),
        line_row("rights", "Rights", placeholder="© 2026 Organisation name"),
    )


def _boilerplates(icons: Icons) -> Row:
    row = boilerplates_row("boilerplates", "Boilerplates", icons)
    row.label.hide()
    return row


def _records(field: str, label: str, icons: Icons) -> Row:
    kind = {
        "publications": kinds.PUBLICATION,
        "contacts": kinds.CONTACT,
        "projects": kinds.PROJECT,
        "related": kinds.RELATED,
        "change_notes": kinds.CHANGE_NOTE,
    }[field]
    row = records_row(field, label or "Change notes (printed)", kind, icons)
    row.label.setVisible(not label)
    return row
