"""The window of the house style: its pages, and what can be done with the one that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.editing.house_changes import HousePage
from editor_app.model.house import House
from editor_app.ui.house.checks_page import ChecksPage
from editor_app.ui.house.form import HouseForm
from editor_app.ui.house.language import LanguagePage
from editor_app.ui.house.limits import LimitsPage
from editor_app.ui.house.look import LookPage
from editor_app.ui.house.needs import NeedsPage
from editor_app.ui.house.organisation import OrganisationPage
from editor_app.ui.house.terms import TermsPage
from editor_app.ui.look.icons import Icons
from editor_app.ui.messages import Notices

_PAGES_WIDTH = 168
_ROW = QSize(0, 30)


@dataclass(frozen=True, slots=True)
class _PageWords:
    """What a page is called, what it is for, and what makes it."""

    title: str
    hint: str
    make: Callable[[QWidget], HouseForm]


_PAGES: Mapping[HousePage, _PageWords] = MappingProxyType(
    {
        HousePage.ORGANISATION: _PageWords(
            "Organisation",
            "Who publishes the pages, where, and in which languages.",
            OrganisationPage,
        ),
        HousePage.LIMITS: _PageWords(
            "Limits", "From where on the checks call a text long or a photo small.", LimitsPage
        ),
        HousePage.CHECKS: _PageWords(
            "Checks", "What the checks look for, and how much each of them matters.", ChecksPage
        ),
        HousePage.LANGUAGE: _PageWords(
            "Language", "How the house spells, quotes and writes dates.", LanguagePage
        ),
        HousePage.TERMS: _PageWords(
            "Terminology", "Words, names and short forms of the house.", TermsPage
        ),
        HousePage.NEEDS: _PageWords(
            "Lists and donors", "What items must have, and where lists are kept.", NeedsPage
        ),
        HousePage.LOOK: _PageWords(
            "Page", "How pages look. Colours that readers could not read are not kept.", LookPage
        ),
    }
)


class HouseWindow(QDialog):
    """Shows the pages of the house style; each is made when it is first shown.

    Signals:
        page_made: A page was made; carries the `HouseForm`.
        page_shown: Another page is shown; carries its `HousePage`.
        undo_requested: The last change of the page is to be taken back; carries its `HousePage`.
        reset_requested: The page is to say what a new library says; carries its `HousePage`.
    """

    page_made = Signal(object)
    page_shown = Signal(object)
    undo_requested = Signal(object)
    reset_requested = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("houseWindow")
        self.setWindowTitle("House style")
        self.setModal(False)
        self._house = House()
        self.forms: dict[HousePage, HouseForm] = {}
        self.notices = Notices(icons, self)
        self.pages = self._make_pages()
        self.hint = QLabel(self)
        self.hint.setProperty("look", "hint")
        self.hint.setWordWrap(True)
        self.stack = QStackedWidget(self)
        self._beside: QWidget | None = None
        self._middle = QHBoxLayout()
        self.undo = self._button("undoHouse", "&Undo", self._on_undo)
        self.undo.setToolTip("Take the last change on this page back")
        self.reset = self._button("resetHouse", "&Reset to defaults", self._on_reset)
        self.reset.setToolTip("Let this page say what it says in a new library")
        self.bring_in = self._button("bringHouseIn", "&Import house style…")
        self.bring_in.setToolTip("Take the house style over from a file that somebody sent")
        self.write_out = self._button("writeHouseOut", "&Export house style…")
        self.write_out.setToolTip("Write the whole house style into one file to share")
        self.leave = self._button("closeHouse", "Close", self.close)
        self._lay_out()
        self.resize(1060, 640)
        self.pages.currentRowChanged.connect(self._on_page)

    @property
    def page(self) -> HousePage:
        """The page that is shown."""
        return list(_PAGES)[max(self.pages.currentRow(), 0)]

    def form(self, page: HousePage) -> HouseForm:
        """Return a page, making it if it was not shown yet."""
        if page not in self.forms:
            made = _PAGES[page].make(self)
            made.setAccessibleName(_PAGES[page].title)
            self.forms[page] = made
            self.stack.addWidget(made)
            made.show_house(self._house)
            self.page_made.emit(made)
        return self.forms[page]

    def start(self) -> None:
        """Show the page that is chosen."""
        self._on_page(self.pages.currentRow())

    def go_to(self, page: HousePage) -> None:
        """Show a page."""
        self.pages.setCurrentRow(list(_PAGES).index(page))

    def put_beside(self, preview: QWidget) -> None:
        """Let a page be seen beside the settings of its look."""
        self._beside = preview
        self._middle.addWidget(preview, 5)
        preview.setVisible(self.page is HousePage.LOOK)

    def show_house(self, house: House) -> None:
        """Show what the house says on every page that was made."""
        self._house = house
        for form in self.forms.values():
            form.show_house(house)

    def show_state(self, *, can_undo: bool, is_reset: bool) -> None:
        """Offer what can be done with the page."""
        had_focus = self.undo.hasFocus() or self.reset.hasFocus()
        self.undo.setEnabled(can_undo)
        self.reset.setEnabled(not is_reset)
        if had_focus and not (self.undo.hasFocus() or self.reset.hasFocus()):
            self.pages.setFocus()

    # ------------------------------------------------------------ parts

    def _make_pages(self) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("housePages")
        made.setAccessibleName("Pages")
        made.setFixedWidth(_PAGES_WIDTH)
        for words in _PAGES.values():
            row = QListWidgetItem(words.title, made)
            row.setSizeHint(_ROW)
        made.setCurrentRow(0)
        return made

    def _button(
        self, name: str, words: str, act: Callable[[], object] | None = None
    ) -> QPushButton:
        made = QPushButton(words, self)
        made.setObjectName(name)
        made.setAccessibleName(words.replace("&", ""))
        made.setAutoDefault(False)
        if act is not None:
            made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self.undo)
        last.addWidget(self.reset)
        last.addStretch(1)
        last.addWidget(self.bring_in)
        last.addWidget(self.write_out)
        last.addWidget(self.leave)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.hint)
        self._middle.setSpacing(12)
        self._middle.addWidget(self.stack, 4)
        right.addLayout(self._middle, 1)
        right.addLayout(last)
        across = QHBoxLayout()
        across.setSpacing(18)
        across.addWidget(self.pages)
        across.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.notices)
        layout.addLayout(across, 1)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ what happens

    @Slot(int)
    def _on_page(self, _row: int) -> None:
        self.stack.setCurrentWidget(self.form(self.page))
        self.hint.setText(_PAGES[self.page].hint)
        if self._beside is not None:
            self._beside.setVisible(self.page is HousePage.LOOK)
        self.page_shown.emit(self.page)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the tab key go from the pages through the fields of this one to the buttons.

        Fields are made when they are first needed, after the buttons.
        """
        previous: QWidget = self.pages
        after = (self.undo, self.reset, self.bring_in, self.write_out, self.leave)
        for widget in (*self.form(self.page).tab_stops(), *after):
            QWidget.setTabOrder(previous, widget)
            previous = widget

    @Slot()
    def _on_undo(self) -> None:
        self.undo_requested.emit(self.page)

    @Slot()
    def _on_reset(self) -> None:
        self.reset_requested.emit(self.page)
