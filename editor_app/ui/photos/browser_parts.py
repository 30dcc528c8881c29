"""The parts of the Photos browser and how they stand: search, tiles, details, buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.look.look import Look
from editor_app.ui.messages import Notices
from editor_app.ui.pane_walk import PaneWalk, Stop
from editor_app.ui.photos.browser_actions import BrowserActions
from editor_app.ui.photos.browser_chips import PhotoChips, SortBox
from editor_app.ui.photos.browser_details import PhotoDetails
from editor_app.ui.photos.browser_grid import PhotoGrid
from editor_app.ui.photos.browser_model import PhotoGridModel, PhotoPages
from editor_app.ui.photos.browser_tile import TileDelegate
from editor_app.ui.photos.browser_work import WorkRow
from editor_app.ui.photos.drop_zone import DropZone


class BrowserParts:
    """Makes and lays out the widgets of the browser; what they mean is the browser's business."""

    def __init__(
        self,
        browser: QDialog,
        look: Look,
        thumbnails: Thumbnails,
        pages: PhotoPages,
        commands: BrowserActions,
    ) -> None:
        self._browser = browser
        self.search = _search_field(look, browser)
        self.sort = SortBox(browser)
        self.add = _button("Add photos…", "photosAdd", browser)
        self.add.setIcon(look.icons("import"))
        self.chips = PhotoChips(browser)
        self.notices = Notices(look.icons, browser)
        self.notices.setObjectName("notice")
        self.model = PhotoGridModel(pages, browser)
        self.grid = PhotoGrid(self.model, TileDelegate(look, thumbnails, parent=browser), browser)
        self.nothing = QLabel(browser)
        self.nothing.setObjectName("noPhotos")
        self.show_all = _button("Show all photos", "photosShowAll", browser)
        self.stage = QStackedWidget(browser)
        self.stage.addWidget(self.grid)
        self.stage.addWidget(self._nothing_page())
        self.details = PhotoDetails(look, thumbnails, commands, browser)
        self.status = QLabel(browser)
        self.status.setObjectName("photoCount")
        self.work = WorkRow(browser)
        self.sweep = _button("Move unused to trash…", "photosSweep", browser)
        self.empty = _button("Empty trash…", "photosEmptyTrash", browser)
        self.close_button = _button("Close", "photosClose", browser)
        self.pick = _button("", "photosPick", browser)
        self.pick.setProperty("look", "primary")
        self.zone = DropZone("Drop photos here to add them to the library", look, browser)
        self.walk = PaneWalk(self._stops())
        self._lay_out()
        self.show_pick("")

    def show_nothing(self, words: str) -> None:
        """Show why there are no photos, or, without words, the photos."""
        had_focus = self.grid.hasFocus()
        self.nothing.setText(words)
        self.stage.setCurrentIndex(1 if words else 0)
        is_narrowed = bool(self.search.text().strip()) or not self.chips.is_all
        self.show_all.setVisible(is_narrowed)
        if words and had_focus:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pick(self, words: str) -> None:
        """Offer to choose photos for a purpose, or, without words, to look through them."""
        self.pick.setText(words)
        self.pick.setAccessibleName(words)
        self.pick.setVisible(bool(words))
        self.close_button.setText("Cancel" if words else "Close")
        self.close_button.setAccessibleName(self.close_button.text())

    def _stops(self) -> tuple[Stop, ...]:
        details = self.details
        return (
            Stop(pane=self.search, target=lambda: self.search),
            Stop(pane=self.chips, target=lambda: self.chips.chosen),
            Stop(
                pane=self.stage,
                target=lambda: self.grid if self.grid.isVisible() else self.search,
            ),
            Stop(pane=details, target=details.first_button),
            Stop(pane=self.close_button, target=lambda: self.close_button),
        )

    def _nothing_page(self) -> QWidget:
        page = QWidget(self._browser)
        self.nothing.setProperty("look", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(40, 60, 40, 40)
        layout.setSpacing(14)
        layout.addWidget(self.nothing)
        layout.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return page

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.sort)
        top.addWidget(self.add)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(9)
        head.addLayout(top)
        head.addWidget(self.chips)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stage, 1)
        middle.addWidget(self.details)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 11)
        foot.setSpacing(8)
        foot.addWidget(self.status)
        foot.addWidget(self.work, 1)
        foot.addStretch(0)
        for button in (self.sweep, self.empty, self.close_button, self.pick):
            foot.addWidget(button)
        layout = QVBoxLayout(self._browser)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.notices)
        layout.addWidget(_rule(self._browser))
        layout.addLayout(middle, 1)
        layout.addWidget(_rule(self._browser))
        layout.addLayout(foot)


def _search_field(look: Look, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setObjectName("photoSearch")
    field.setAccessibleName("Search photos")
    field.setPlaceholderText("Search names, captions, credits, places…")
    field.setClearButtonEnabled(True)
    field.addAction(look.icons("search"), QLineEdit.ActionPosition.LeadingPosition)
    return field


def _button(words: str, name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("look", "rule")
    rule.setFixedHeight(1)
    return rule
