"""Find and replace in the open item; the library has a search of its own."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.ui.editor.finding.bar import FindBar
from editor_app.ui.editor.finding.find_replace import FindReplace
from editor_app.ui.editor.finding.surfaces import BodySurface, Editor, PlainSurface, Surface
from editor_app.ui.editor.source.view import Shown, SourceView
from editor_app.ui.messages import Choice
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

_REPLACING = "Replacing…"


def connect_finding(window: MainWindow, desk: Desk, source: SourceView) -> FindReplace:
    """Let Ctrl+F find in the item, and in the list where the keyboard is there."""
    pane = window.panes.editor
    bar = FindBar(desk.look.icons, parent=pane)
    pane.put_under_bar(bar)

    def language() -> str:
        draft = desk.session.draft
        return draft.item.language if draft else ""

    def reveal(editor: Editor) -> None:
        if editor is pane.body:
            pane.body.show_caret()
        else:
            pane.column.scroll_to(0)

    finding = FindReplace(bar, language=language, reveal=reveal, parent=pane)
    finding.use(surfaces_of(window, source))
    source.shown_changed.connect(lambda _shown: finding.use(surfaces_of(window, source)))
    desk.look.changed.connect(finding.show_marks)
    escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), pane)
    escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    escape.setEnabled(False)
    escape.activated.connect(finding.close)
    finding.toggled.connect(escape.setEnabled)
    desk.session.call_before_leaving(finding.many.cancel)
    finding.many.busy_changed.connect(partial(_show_replacing, window, finding))
    _connect_actions(window, finding, source)
    return finding


def _show_replacing(window: MainWindow, finding: FindReplace, is_busy: bool) -> None:  # noqa: FBT001
    if is_busy:
        cancel = Choice(words="Cancel", act=finding.many.cancel)
        window.notices.show_notice(_REPLACING, choices=[cancel])
    elif window.notices.words.text() == _REPLACING:
        window.notices.clear()


def surfaces_of(window: MainWindow, source: SourceView) -> list[Surface]:
    """Return what of an item is searched: headline, standfirst and text, or the Markdown."""
    editors = window.panes.editor
    is_in_source = source.shown is Shown.BESIDE and source.field.hasFocus()
    if source.shown is Shown.INSTEAD or is_in_source:
        return [PlainSurface(source.field)]
    fields = [PlainSurface(field) for field in (editors.header.headline, editors.header.standfirst)]
    return [*fields, BodySurface(editors.body)]


def _connect_actions(window: MainWindow, finding: FindReplace, source: SourceView) -> None:
    actions = window.actions_

    def find(*, with_replace: bool) -> None:
        items = window.panes.items
        focused: QWidget | None = QApplication.focusWidget()
        is_in_list = focused is not None and items.isAncestorOf(focused)
        if is_in_list and not with_replace:
            actions.search.trigger()
        elif actions.save.isEnabled():  # an item is open
            finding.use(surfaces_of(window, source))
            finding.open(with_replace=with_replace)

    actions.find.triggered.connect(lambda: find(with_replace=False))
    actions.replace.triggered.connect(lambda: find(with_replace=True))
    actions.find_next.triggered.connect(finding.go_next)
    actions.find_previous.triggered.connect(finding.go_previous)
