"""What the window can do, as actions: menus, buttons and keys all lead to these."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from editor_app.model.status import Status
from editor_app.ui.bulk.actions import BulkActions
from editor_app.ui.item_list.words import NAMES
from editor_app.ui.look.icons import Icons
from editor_app.ui.look.look import SchemeChoice
from editor_app.ui.version_actions import VersionActions

_KEYS = QKeySequence.StandardKey


class WindowActions(QObject):
    """Every action of the window but those of the text, which the editor makes itself."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self.new = self._make("newItem", "&New item", _KEYS.New, icon="plus")
        self.bring_in = self._make("importFiles", "&Import…", "Ctrl+O", icon="import")
        self.export = self._make("exportItems", "&Export…", "Ctrl+E", icon="export")
        self.save = self._make("save", "&Save", _KEYS.Save, icon="save")
        self.quit = self._make("quit", "&Quit", "Ctrl+Q")
        self.search = self._make("search", "&Search items", "Ctrl+Shift+F", icon="search")
        self.duplicate = self._make("duplicateItem", "&Duplicate", "Ctrl+D", icon="duplicate")
        self.trash = self._make("trashItem", "Move to &trash", icon="trash")
        self.name_version = self._make("nameVersion", "Name this &version…", "Ctrl+Shift+S")
        self.history = self._make("itemHistory", "&History", "Ctrl+Shift+R")
        self.checks = self._make("itemChecks", "&Checks", "Ctrl+Shift+J")
        self.restore = self._make("restoreItem", "&Restore from trash", icon="restore")
        self.next_item = self._make("nextItem", "&Next item", "Ctrl+PgDown")
        self.previous_item = self._make("previousItem", "&Previous item", "Ctrl+PgUp")
        self.show_list = self._switch("showList", "&List of items", "F9")
        self.show_side = self._switch("showSide", "&Preview and details", "F8")
        self.smart_punctuation = self._switch("smartPunctuation", "S&mart punctuation", "")
        self.about = self._make("about", "&About Standfirst", icon="info")
        self.keys = self._make("keyboardShortcuts", "&Keyboard shortcuts", "F1")
        self.markdown_forms = self._make("markdownForms", "&Markdown forms…")
        self.bulk = BulkActions(self)
        self.statuses = self._statuses()
        self.schemes = self._schemes()
        self._make_those_of_the_library()
        self._make_walking()
        self._make_reading()
        self._make_those_of_the_text()
        self._explain()

    def _make_those_of_the_library(self) -> None:
        """Make the actions that have to do with the library as a whole."""
        self.uploads = self._make("filesToUpload", "Files to &upload…", "Ctrl+Shift+U")
        self.photos = self._make("photos", "&Photos…", "Ctrl+Shift+O", icon="figure")
        self.lists = self._make("lists", "&Lists…", "Ctrl+F2", icon="tag")
        self.house = self._make("houseStyle", "&House style…", "Ctrl+Shift+Y")
        self.backups = self._make("backups", "&Backups…")
        self.back_up = self._make("backUpLibrary", "Save the &whole library as one file…")
        self.open_library = self._make("openLibrary", "Open &another library…", icon="folder")

    def _make_walking(self) -> None:
        """Make the actions by which the keyboard comes from one place to another."""
        self.versions = VersionActions(self)
        self.to_list = self._make("goToList", "Go to the l&ist", "F2")
        self.to_text = self._make("goToText", "Go to the &text", "F4")
        self.next_pane = self._make("nextPane", "Next pan&e", "F6")
        self.previous_pane = self._make("previousPane", "Previous pane", "Shift+F6")
        self.context_menu = self._make("contextMenu", "Context menu", "Shift+F10")

    def _make_reading(self) -> None:
        """Make the actions that change how the text is shown."""
        self.zoom_in = self._make("zoomIn", "La&rger text", "Ctrl++")
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = self._make("zoomOut", "&Smaller text", "Ctrl+-")
        self.zoom_reset = self._make("zoomReset", "&Usual size", "Ctrl+0")
        self.focus_mode = self._switch("focusMode", "&Focus on the text", "F11", is_on=False)
        self.show_hidden = self._switch(
            "showHidden", "Show &hidden characters", "Ctrl+Shift+8", is_on=False
        )

    def _explain(self) -> None:
        """Say what the menu's few words leave open."""
        self.duplicate.setToolTip("Make a copy of this item")
        self.smart_punctuation.setToolTip("Set quotes, dashes and spaces as you type")
        self.search.setToolTip("Search all items (Ctrl+Shift+F); Ctrl+F finds in the open one")

    def show_item(self, *, is_open: bool, is_trashed: bool) -> None:
        """Offer what can be done with the open item."""
        of_its_text = (self.source, self.source_beside, self.block_source, self.replace)
        found = (self.find_next, self.find_previous)
        for action in (self.duplicate, self.save, self.name_version, *of_its_text, *found):
            action.setEnabled(is_open)
        self.trash.setEnabled(is_open and not is_trashed)
        self.trash.setVisible(not is_trashed)
        self.restore.setEnabled(is_open and is_trashed)
        self.restore.setVisible(is_trashed)

    def show_status(self, status: Status | None, *, possible: frozenset[Status]) -> None:
        """Mark the status of the open item and offer those it may go to."""
        for other, action in self.statuses.items():
            action.setChecked(other == status)
            action.setEnabled(other in possible or other == status)

    def _make_those_of_the_text(self) -> None:
        """Make the actions that find in the text, and those that show its Markdown."""
        self.find = self._make("findReplace", "&Find…", _KEYS.Find)
        self.replace = self._make("replace", "R&eplace…", "Ctrl+H")
        self.find_next = self._make("findNext", "Find ne&xt", "F3")
        self.find_previous = self._make("findPrevious", "Find pre&vious", "Shift+F3")
        self.source = self._switch("markdownSource", "&Markdown", "F12", is_on=False)
        self.source_beside = self._switch(
            "markdownBeside", "Markdown &beside", "Shift+F12", is_on=False
        )
        self.block_source = self._make("blockSource", "Markdown of this bloc&k…", "Ctrl+F12")
        self.find.setToolTip("Find in this item (Ctrl+F); Ctrl+Shift+F searches all items")

    def _make(
        self, name: str, words: str, keys: str | QKeySequence.StandardKey = "", *, icon: str = ""
    ) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        if icon:
            action.setIcon(self._icons(icon))
        action.setToolTip(words.replace("&", ""))
        return action

    def _switch(self, name: str, words: str, keys: str, *, is_on: bool = True) -> QAction:
        action = self._make(name, words, keys)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action

    def _statuses(self) -> dict[Status, QAction]:
        group = QActionGroup(self)
        made = {}
        for number, status in enumerate(Status, start=1):
            action = self._make(f"status-{status.value}", NAMES[status], f"Alt+{number}")
            action.setCheckable(True)
            action.setActionGroup(group)
            made[status] = action
        return made

    def _schemes(self) -> dict[SchemeChoice, QAction]:
        words = {
            SchemeChoice.SYSTEM: "As the &system",
            SchemeChoice.LIGHT: "&Light",
            SchemeChoice.DARK: "&Dark",
        }
        group = QActionGroup(self)
        made = {}
        for choice, name in words.items():
            action = self._make(f"scheme-{choice.value}", name)
            action.setCheckable(True)
            action.setActionGroup(group)
            made[choice] = action
        return made
