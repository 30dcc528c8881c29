"""The page of checks: every rule with its level, which the house may change."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from editor_app.checks.catalogue import RULES
from editor_app.checks.rule import Group, Rule
from editor_app.editing.house_changes import HousePage
from editor_app.editing.list_offers import folded
from editor_app.model.house import House
from editor_app.model.house_style import RuleLevel
from editor_app.ui.house.form import HouseForm
from editor_app.ui.lists.parts import a_label

_OFF = "off"
_LEVELS = (
    ("", "As it is"),
    ("blocks", "Blocks"),
    ("warns", "Warns"),
    ("hints", "Hints"),
    (_OFF, "Off"),
)
_NAMES = dict(_LEVELS)
_RULE = Qt.ItemDataRole.UserRole
_TITLE_WIDTH = 420


class ChecksPage(HouseForm):
    """All rules by what they are about; a level is chosen for those that are selected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(HousePage.CHECKS, parent)
        self._levels: dict[str, str] = {}
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.search = QLineEdit(self.inside)
        self.search.setObjectName("checkSearch")
        self.search.setAccessibleName("Search checks")
        self.search.setPlaceholderText("Search checks")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.tree = self._make_tree()
        self.level = QComboBox(self.inside)
        self.level.setObjectName("checkLevel")
        self.level.setAccessibleName("Level of the selected checks")
        for value, words in _LEVELS:
            self.level.addItem(words, value)
        self.level.activated.connect(self._on_level)
        self.add_hint(
            "What blocks keeps an item from going out. Select one check or several, then choose"
            " their level."
        )
        self.column.addWidget(self.search)
        self.column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.addWidget(a_label("Level of what is selected", self.inside, buddy=self.level))
        row.addWidget(self.level)
        row.addStretch(1)
        self.column.addLayout(row)
        self._on_selected()

    @override
    def show_house(self, house: House) -> None:
        """Show what a house says."""
        levels = {one.rule: one.level for one in house.style.levels}
        self._levels = levels
        for row in self._rows():
            self._show_level(row)
        self._on_selected()

    @override
    def house(self, over: House) -> House:
        """Return a house with the levels that are shown."""
        chosen = sorted((rule, level) for rule, level in self._levels.items() if level)
        levels = tuple(RuleLevel(rule=rule, level=level) for rule, level in chosen)
        return replace(over, style=replace(over.style, levels=levels))

    def row_of(self, rule_id: str) -> QTreeWidgetItem:
        """Return the row of a rule."""
        return next(row for row in self._rows() if row.data(0, _RULE).id == rule_id)

    # ------------------------------------------------------------ inside

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self.inside)
        tree.setObjectName("checkTree")
        tree.setAccessibleName("Checks")
        tree.setHeaderLabels(["Check", "Level"])
        tree.setColumnWidth(0, _TITLE_WIDTH)
        tree.setRootIsDecorated(False)
        tree.setIndentation(14)
        tree.setMinimumHeight(180)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for group in Group:
            head = QTreeWidgetItem(tree, [group.value])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            rows = [_row(head, rule) for rule in RULES if rule.group is group]
            head.setHidden(not rows)
            self._groups.append((head, rows))
        tree.expandAll()
        tree.itemSelectionChanged.connect(self._on_selected)
        tree.itemActivated.connect(lambda _row, _column: self.level.setFocus())
        return tree

    def _rows(self) -> list[QTreeWidgetItem]:
        return [row for _head, rows in self._groups for row in rows]

    def _show_level(self, row: QTreeWidgetItem) -> None:
        rule: Rule = row.data(0, _RULE)
        level = self._levels.get(rule.id, "")
        own = _NAMES[rule.level.value]
        row.setText(1, f"{_NAMES.get(level, own)} (otherwise {own.lower()})" if level else own)
        font = row.font(1)
        font.setBold(bool(level))
        row.setFont(1, font)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{rule.title}, {row.text(1)}")

    @Slot(str)
    def _on_search(self, typed: str) -> None:
        wanted = folded(typed.strip())
        for head, rows in self._groups:
            is_about_it = bool(wanted) and wanted in folded(head.text(0))
            for row in rows:
                is_shown = is_about_it or wanted in folded(row.text(0))
                row.setHidden(not is_shown)
                if not is_shown:
                    row.setSelected(False)
            head.setHidden(all(row.isHidden() for row in rows))

    @Slot()
    def _on_selected(self) -> None:
        rules = [row.data(0, _RULE) for row in self.tree.selectedItems()]
        self.level.setEnabled(bool(rules))
        levels = {self._levels.get(rule.id, "") for rule in rules}
        self.level.setCurrentIndex(
            self.level.findData(levels.pop()) if len(levels) == 1 else -1 if levels else 0
        )

    @Slot(int)
    def _on_level(self, row: int) -> None:
        level = self.level.itemData(row)
        for chosen in self.tree.selectedItems():
            self._levels[chosen.data(0, _RULE).id] = level
            self._show_level(chosen)
        self.edited.emit("")


def _row(head: QTreeWidgetItem, rule: Rule) -> QTreeWidgetItem:
    row = QTreeWidgetItem(head, [rule.title])
    row.setData(0, _RULE, rule)
    row.setToolTip(0, rule.title)
    return row
