"""From a finding to its place: selected in the text, in a field over it, or among the details."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from editor_app.checks.finding import Place
from editor_app.ui.checks.places import Stretch, stretch_of
from editor_app.ui.details.pane import Group
from editor_app.ui.editor.counting import units
from editor_app.ui.fields.growing_text import GrowingText
from editor_app.ui.window import MainWindow

_FOCUS = Qt.FocusReason.ShortcutFocusReason
_DOTTED = QTextCharFormat.UnderlineStyle.DotLine


class Jumps:
    """Shows places of findings, and marks the one that is looked at with a dotted line."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._body = window.panes.editor.body
        self._marked: Stretch | None = None
        self._colour = QColor()
        self._body.hooks.layers.append(self._layer)

    def show(self, place: Place, colour: QColor) -> None:
        """Mark a place of the text and scroll to it; the keyboard stays where it is."""
        self.forget()
        if not place.is_in_body:
            return
        stretch = stretch_of(self._body, place)
        if stretch is None:
            return
        self._marked, self._colour = stretch, colour
        self._refresh(stretch)
        self._body.setTextCursor(stretch.cursor(self._body))
        self._body.show_caret()

    def forget(self) -> None:
        """Mark nothing."""
        before, self._marked = self._marked, None
        if before is not None:
            self._refresh(before)

    def visit(self, place: Place) -> None:
        """Go to a place with the keyboard."""
        header = self._window.panes.editor.header
        name, _dot, inner = place.field.partition(".")
        if place.field == "body":
            self._visit_text(place)
        elif name in {"headline", "standfirst"}:
            _select(header.headline if name == "headline" else header.standfirst, place)
        elif name == "lead_figure":
            if inner == "alt":
                header.photo.open_alt()
            controls = {"alt": header.photo.alt, "credit": header.photo.credit}
            self._visit_control(controls.get(inner, header.photo.caption), place)
        elif control := self._small_field(name):
            self._visit_control(control, place)
        else:
            self._visit_details(place)

    def _visit_text(self, place: Place) -> None:
        stretch = stretch_of(self._body, place) if place.is_in_body else None
        if stretch is not None:
            self._body.setTextCursor(stretch.cursor(self._body))
            self._body.show_caret()
        self._body.setFocus(_FOCUS)

    def _small_field(self, name: str) -> QWidget | None:
        header = self._window.panes.editor.header
        return {
            "section": header.section,
            "display_date": header.day,
            "language": header.language,
            "tags": header.tags,
        }.get(name)

    def _visit_control(self, control: QWidget, place: Place) -> None:
        control.setFocus(_FOCUS)
        if isinstance(control, QLineEdit):
            _select_in_line(control, place)

    def _visit_details(self, place: Place) -> None:
        details = self._window.panes.details
        name = place.field.partition(".")[0].partition("[")[0]
        row = details.rows.get(name)
        if row is None:
            return
        self._window.actions_.show_side.setChecked(True)
        self._window.tabs.setCurrentWidget(details)
        group = row.parentWidget()
        while group is not None and not isinstance(group, Group):
            group = group.parentWidget()
        if isinstance(group, Group):
            group.fold(is_open=True)
        controls = [one for one in row.findChildren(QWidget) if one.focusPolicy() & _TAB]
        fields = [
            one for one in controls if isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit)
        ]
        if wanted := next(iter(fields or controls), None):
            details.ensureWidgetVisible(row)
            wanted.setFocus(_FOCUS)
            if isinstance(wanted, QLineEdit):
                _select_in_line(wanted, place)

    # ------------------------------------------------------------ the dotted line

    def _layer(self, block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
        marked = self._marked
        if marked is None or not block.isValid():
            return []
        start = max(marked.start - block.position(), 0)
        end = min(marked.end - block.position(), block.length() - 1)
        if end <= start:
            return []
        shape = QTextCharFormat()
        shape.setUnderlineStyle(_DOTTED)
        shape.setUnderlineColor(self._colour)
        return [(start, end - start, shape)]

    def _refresh(self, stretch: Stretch) -> None:
        document = self._body.document()
        first = document.findBlock(stretch.start).blockNumber()
        last = document.findBlock(max(stretch.start, stretch.end - 1)).blockNumber()
        self._body.refresh_layers(max(first, 0), max(last, first))


_TAB = Qt.FocusPolicy.TabFocus


def _select(line: GrowingText, place: Place) -> None:
    text = line.text()
    cursor = QTextCursor(line.document())
    start = 0 if place.start is None else place.start
    end = len(text) if place.end is None else place.end
    cursor.setPosition(units(text[:start]))
    cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    line.setTextCursor(cursor)
    line.setFocus(_FOCUS)


def _select_in_line(line: QLineEdit, place: Place) -> None:
    if place.start is None or place.end is None:
        line.selectAll()
        return
    text = line.text()
    start = units(text[: place.start])
    line.setSelection(start, units(text[: place.end]) - start)
