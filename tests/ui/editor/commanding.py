"""What the tests of commands have in common."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QListView, QWidget

from editor_app.body.read import read_markdown
from editor_app.body.tree import Body
from editor_app.body.write import write_markdown
from editor_app.ui.editor.document import read

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def one_step_to(typist, before, after):
    """Check that the text is after, can be kept, and was before until one Ctrl+Z ago."""
    assert typist.blocks == after
    assert read(typist.editor.document()).blocks == after
    assert read_markdown(write_markdown(Body(after))).blocks == after
    typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.blocks == before
    typist.press(Qt.Key.Key_Y, CTRL)
    assert typist.blocks == after


def opened(typist, kind=QDialog):
    """Return the dialog that is open on the editor."""
    found = [each for each in typist.editor.findChildren(kind) if each.isVisible()]
    assert len(found) == 1, found
    found[0].activateWindow()
    assert QTest.qWaitForWindowActive(found[0])
    QApplication.processEvents()
    assert QApplication.activeWindow() is found[0]
    return found[0]


def agree(dialog):
    """Press the dialog's OK."""
    button(dialog, QDialogButtonBox.StandardButton.Ok).click()


def button(dialog, which):
    """Return a button of a dialog."""
    return dialog.findChild(QDialogButtonBox).button(which)


def can_be_agreed_to(dialog):
    return button(dialog, QDialogButtonBox.StandardButton.Ok).isEnabled()


def notice(dialog):
    """Return what a dialog says under its fields."""
    return dialog.findChild(QLabel, f"{dialog.objectName()}Notice").text()


def nameless(dialog):
    """Return the fields of a dialog that a screen reader could not name."""
    return [
        field
        for field in dialog.findChildren(QWidget)
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not field.accessibleName()
        and not (hasattr(field, "text") and field.text())
        and not field.objectName().startswith("qt_")
        and not isinstance(field, QListView)  # the one inside a combo box
        and not field.parent().accessibleName()
    ]
