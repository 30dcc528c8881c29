"""What the window remembers from one day to the next, in an ini file of the user's."""

import hashlib
import os
import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from editor_app.model.identity import ItemId
from editor_app.ui.look.look import SchemeChoice

_SHAPE = "window/geometry"
_PANES = "window/panes"


class WindowMemory:
    """Reads and writes one ini file; what belongs to a library is kept under its folder.

    The file is read once and written by `write` alone. Qt would write it between two keys, and
    wait each time until the disk has it.
    """

    def __init__(self, file: Path, library: Path) -> None:
        self._file = str(file)
        known = self._opened()
        self._values: dict[str, object] = {key: known.value(key) for key in known.allKeys()}
        self._changed: dict[str, object] = {}
        mark = hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:12]
        self._library = f"library-{mark}"

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        return self._bytes(_SHAPE)

    @property
    def panes(self) -> QByteArray:
        """Where the splitters stood."""
        return self._bytes(_PANES)

    def keep_shape(self, *, geometry: QByteArray, panes: QByteArray) -> None:
        """Remember where the window and its splitters stand."""
        self._keep(_SHAPE, geometry)
        self._keep(_PANES, panes)

    @property
    def scheme(self) -> SchemeChoice:
        """Which colours were chosen."""
        found = self._text("window/colours")
        return SchemeChoice(found) if found in set(SchemeChoice) else SchemeChoice.SYSTEM

    def keep_scheme(self, choice: SchemeChoice) -> None:
        """Remember which colours were chosen."""
        self._keep("window/colours", choice.value)

    @property
    def is_punctuation_smart(self) -> bool:
        """Whether punctuation is set as it is typed."""
        return self._text("text/smart-punctuation") != "off"

    def keep_punctuation(self, *, is_smart: bool) -> None:
        """Remember whether punctuation is set as it is typed."""
        self._keep("text/smart-punctuation", "on" if is_smart else "off")

    @property
    def zoom(self) -> float:
        """How large the text was shown."""
        found = self._text("text/zoom")
        return float(found) if re.fullmatch(r"[0-9]\.[0-9]{1,2}", found) else 1.0

    def keep_zoom(self, level: float) -> None:
        """Remember how large the text is shown."""
        self._keep("text/zoom", f"{level:.2f}")

    @property
    def has_hidden_characters(self) -> bool:
        """Whether hidden characters were shown."""
        return self._text("text/hidden") == "shown"

    def keep_hidden_characters(self, is_shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Remember whether hidden characters are shown."""
        self._keep("text/hidden", "shown" if is_shown else "")

    def text(self, name: str) -> str:
        """Return a word remembered for this library."""
        return self._text(f"{self._library}/{name}")

    def keep_text(self, name: str, value: str) -> None:
        """Remember a word for this library."""
        self._keep(f"{self._library}/{name}", value)

    @property
    def item(self) -> ItemId | None:
        """The item that was open last."""
        found = self.text("item")
        return ItemId(found) if found else None

    def caret(self, item_id: ItemId) -> int:
        """Return where the caret was in an item."""
        found = self.text("caret").partition(":")
        return int(found[2]) if found[0] == item_id and found[2].isdigit() else 0

    def keep_place(self, item_id: ItemId | None, *, caret: int) -> None:
        """Remember which item is open and where the caret is in it."""
        self.keep_text("item", item_id or "")
        self.keep_text("caret", f"{item_id}:{caret}" if item_id else "")

    def write(self) -> None:
        """Write to the file what was changed; for any thread."""
        file = self._opened()
        for key, value in tuple(self._changed.items()):
            file.setValue(key, value)
        file.sync()

    def _opened(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)

    def _keep(self, key: str, value: object) -> None:
        self._values[key] = self._changed[key] = value

    def _text(self, key: str) -> str:
        found = self._values.get(key, "")
        return found if isinstance(found, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        found = self._values.get(key)
        return found if isinstance(found, QByteArray) else QByteArray()
