"""Spelling in one window: who is asked, what is marked, what is remembered."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFileDialog

from editor_app import paths
from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.languages import language as known_language
from editor_app.model.identity import ItemId
from editor_app.spelling.dictionaries import (
    Dictionaries,
    Dictionary,
    find_dictionaries,
    folder_of_hunspell,
)
from editor_app.spelling.judging import Endings
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.spelling.actions import SpellingActions
from editor_app.ui.editor.spelling.field_marks import FieldMarks
from editor_app.ui.editor.spelling.jumps import Jumps
from editor_app.ui.editor.spelling.marks import Marks
from editor_app.ui.editor.spelling.offers import Keeping, Offers
from editor_app.ui.editor.spelling.proofreader import Proofreader
from editor_app.ui.messages import Tone
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt

# What is imported inside the commands would cost every start a part of its time.
_IN_LIBRARY = "dictionaries"
_FILES = "Dictionaries (*.oxt *.aff *.dic);;All files (*)"
_ON, _OFF = "on", "off"


class SpellingCommands:
    """Lets the Spelling menu, the marks and the library's words work together."""

    def __init__(self, window: MainWindow, desk: Desk, actions: SpellingActions) -> None:
        self._window, self._desk, self._actions = window, desk, actions
        self._language = ""
        self._item: ItemId | None = None
        self._hint = ""
        self.proofreader = Proofreader(desk.background, self._find, parent=window)
        keeping = Keeping(add=self._add, ignore=self._ignore)
        self._offers = Offers(self.proofreader, keeping, parent=window)
        body, header = window.panes.editor.body, window.panes.editor.header
        self._body = self._join(body)
        body.hooks.parts.append(self._join_part)
        self._fields = [
            FieldMarks(field, self.proofreader, self._offers)
            for field in (header.headline, header.standfirst)
        ]
        self._jumps = {
            marks.editor: Jumps(marks, self._offers)
            for marks in (self._body, *(field.marks for field in self._fields))
        }

    def start(self) -> None:
        """Go on as it was left, with the item that is on the desk."""
        memory, actions = self._desk.memory, self._actions
        for jumps in self._jumps.values():
            jumps.said.connect(self._say)
        self.proofreader.said.connect(self._say)
        self._show_colour()
        self._desk.look.changed.connect(self._show_colour)
        self.proofreader.use_endings(_endings(memory.text("spelling-endings")))
        self.proofreader.check_capitals(is_wanted=memory.text("spelling-capitals") == _ON)
        actions.endings[self.proofreader.endings].setChecked(True)
        actions.capitals.setChecked(self.proofreader.with_capitals)
        self._connect_actions()
        self.hear(Change(kind=ChangeKind.OPENED, draft=self._desk.session.draft))
        self.proofreader.switch(is_on=memory.text("spelling") != _OFF)
        self._show_state()

    def hear(self, change: Change) -> None:
        """Follow the item on the desk and its language."""
        draft = change.draft
        if draft is None:
            return
        if draft.item.id != self._item:
            self._item = draft.item.id
            self._use_words()
        if draft.item.language != self._language or change.kind is ChangeKind.OPENED:
            self._language = draft.item.language
            for marks in (self._body, *(field.marks for field in self._fields)):
                marks.use_language(self._language)
            self._show_state()

    def _join(self, editor: BodyEditor) -> Marks:
        marks = Marks(editor, self.proofreader, editor.refresh_layers)
        editor.hooks.layers.append(marks.layer)
        editor.hooks.menu.insert(0, partial(self._offers.actions, marks))
        return marks

    def _join_part(self, editor: BodyEditor) -> None:
        """Check what a part of the text is written in, for as long as that is open."""
        marks = self._join(editor)
        marks.use_colour(QColor(self._desk.look.tokens.danger))
        marks.use_language(self._language)

    # ------------------------------------------------------------ the menu

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.check.toggled.connect(self._switch)
        actions.following.triggered.connect(lambda: self._jump(is_forward=True))
        actions.previous.triggered.connect(lambda: self._jump(is_forward=False))
        actions.capitals.toggled.connect(self._check_capitals)
        actions.own_words.triggered.connect(self._show_words)
        actions.install.triggered.connect(self._choose_dictionary)
        for endings, action in actions.endings.items():
            action.triggered.connect(partial(self._use_endings, endings))

    def _switch(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        self._desk.memory.keep_text("spelling", _ON if is_on else _OFF)
        self.proofreader.switch(is_on=is_on)
        self._show_state()

    def _check_capitals(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        self._desk.memory.keep_text("spelling-capitals", _ON if is_wanted else _OFF)
        self.proofreader.check_capitals(is_wanted=is_wanted)

    def _use_endings(self, endings: Endings, _is_on: object = None) -> None:
        self._desk.memory.keep_text("spelling-endings", endings.value)
        self.proofreader.use_endings(endings)

    def _jump(self, *, is_forward: bool) -> None:
        body = self._window.panes.editor.body
        focused = QApplication.focusWidget()
        jumps = next((j for editor, j in self._jumps.items() if editor is focused), None)
        if jumps is None:
            body.setFocus()
            jumps = self._jumps[body]
        jumps.go(is_forward=is_forward)

    def _show_state(self) -> None:
        is_on = self.proofreader.is_on
        dictionary = self.proofreader.dictionary_for(self._language) if self._language else None
        self._actions.show_state(is_on=is_on, dictionary=_words_for(self._language, dictionary))
        hint = ""
        if is_on and self._language and dictionary is None:
            hint = f"{_words_for(self._language, None)}: its spelling is not checked."
        if hint or self._window.status.hint.text() == self._hint:
            self._window.status.show_hint(hint, is_lasting=True)
        self._hint = hint

    def _show_colour(self) -> None:
        colour = QColor(self._desk.look.tokens.danger)
        self._body.use_colour(colour)
        for field in self._fields:
            field.use_colour(colour)

    def _say(self, words: str) -> None:
        self._window.status.show_hint(words)

    # ------------------------------------------------------------ words

    def _add(self, word: str) -> None:
        self._change_words(lambda: self._desk.library.own_words.add(word))

    def _ignore(self, word: str) -> None:
        item = self._item
        if item is not None:
            self._change_words(lambda: self._desk.library.own_words.let_pass(word, item))

    def _remove(self, word: str) -> None:
        self._change_words(lambda: self._desk.library.own_words.remove(word))

    def _change_words(self, change: Callable[[], None]) -> None:
        attempt(self._window.notices, change)
        self._use_words()

    def _use_words(self) -> None:
        own = self._desk.library.own_words
        passed = attempt(self._window.notices, lambda: own.passed_in(self._item or ItemId("")))
        self.proofreader.use_own_words({*self._all_words(), *(passed or ())})

    def _all_words(self) -> tuple[str, ...]:
        return attempt(self._window.notices, self._desk.library.own_words.all) or ()

    def _show_words(self) -> None:
        from editor_app.ui.editor.spelling.own_words_dialog import (  # noqa: PLC0415 - see the top
            OwnWordsDialog,
            WordList,
        )

        kept = WordList(all=self._all_words, add=self._add, remove=self._remove)
        OwnWordsDialog(kept, self._window).open()

    # ------------------------------------------------------------ dictionaries

    def _find(self) -> Dictionaries:
        return find_dictionaries(
            [
                self._desk.library.folder / _IN_LIBRARY,
                paths.dictionaries(),
                paths.resources() / "dictionaries",
                folder_of_hunspell(),
            ]
        )

    def _choose_dictionary(self) -> None:
        folder = self._desk.memory.text("dictionary-folder")
        dialog = QFileDialog(self._window, "Install a dictionary", folder, _FILES)
        dialog.setObjectName("dictionaryFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.install(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def install(self, file: Path) -> None:
        """Take in a dictionary of the user's, on a thread."""
        from editor_app.spelling.installing import install  # noqa: PLC0415 - see the top

        self._desk.memory.keep_text("dictionary-folder", str(file.parent))
        self._say("Installing the dictionary…")

        def done(installed: tuple[Dictionary, ...]) -> None:
            self._say("")
            self.proofreader.find_dictionaries()
            self._show_state()
            names = ", ".join(known_language(one.tag).name for one in installed)
            self._window.notices.show_notice(
                f"Spelling can be checked now in: {names}.", tone=Tone.GOOD
            )

        def failed(error: Exception) -> None:
            self._say("")
            self._window.notices.show_notice(str(error), tone=Tone.DANGER)

        self._desk.background.run(
            lambda: install(file, paths.dictionaries()), then=done, failed=failed
        )


def _words_for(language: str, dictionary: Dictionary | None) -> str:
    name = known_language(language).name if language else ""
    if dictionary is None:
        return f"There is no dictionary for {name}" if name else "No item is open"
    return f"Dictionary: {known_language(dictionary.tag).name}"


def _endings(name: str) -> Endings:
    return Endings(name) if name in set(Endings) else Endings.EITHER
