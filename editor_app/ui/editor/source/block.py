"""The Markdown of one block, in a small dialog: for a locked block the only way to change it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from editor_app.body import read_markdown, write_markdown
from editor_app.body.read import definitions_in
from editor_app.body.tree import Body
from editor_app.editing.source_places import block_span
from editor_app.editing.source_problems import problems_in
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.source.caret import block_lines
from editor_app.ui.editor.source.field import MarkdownField

_PAUSE = 250
_MOST = 100_000
_TOO_LONG = (
    "This is too long for one block. Put it in parts, or into the Markdown of the whole text."
)


class BlockDialog(QDialog):
    """Asks for the Markdown of a block, and says what would not be what was meant."""

    def __init__(
        self,
        markdown: str,
        look: EditorLook,
        read: Callable[[str], Body],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("blockSource")
        self.setWindowTitle("Markdown of this block")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read = read
        self.field = MarkdownField(look, parent=self)
        self.field.setAccessibleName("Markdown of this block")
        self.field.show_markdown(markdown)
        self.problem = QLabel(self)
        self.problem.setProperty("look", "hint")
        self.problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)
        self.resize(560, 320)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._check)
        self.field.markdown_edited.connect(self._soon.start)
        self.field.refused.connect(self.problem.setText)
        self._check()
        self.field.setFocus()

    @Slot()
    def _check(self) -> None:
        text = self.field.markdown()
        if len(text) > _MOST:
            self.problem.setText(_TOO_LONG)
            return
        problems = problems_in(text, self._read(text))
        self.problem.setText(problems[0].words if problems else "")

    @Slot()
    def _on_accepted(self) -> None:
        if len(self.field.markdown()) > _MOST:
            self.problem.setText(_TOO_LONG)
        else:
            self.accept()


def edit_block(editor: BodyEditor) -> None:
    """Ask for the Markdown of the block at the caret and put it in, as one undo step."""
    number = editor.textCursor().blockNumber()
    body = editor.body()
    found = [index for index, first, _count in block_lines(editor) if first <= number]
    index = found[-1] if found else 0
    whole = write_markdown(body)
    start, end = block_span(whole, body, index)
    markdown = whole[start:end]
    definitions = definitions_in(body.blocks)

    def read(text: str) -> Body:
        return read_markdown(text, definitions)

    def put_in() -> None:
        text = dialog.field.markdown()
        if text != markdown:
            new = read(text)
            before, after = body.blocks[:index], body.blocks[index + 1 :]
            editor.apply_body(Body((*before, *new.blocks, *after), (*new.kept, *body.kept)))

    dialog = BlockDialog(markdown, editor.look(), read, parent=editor)
    dialog.field.setReadOnly(editor.isReadOnly())
    dialog.accepted.connect(put_in)
    dialog.finished.connect(lambda _result: editor.setFocus())
    dialog.open()
