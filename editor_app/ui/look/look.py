"""The look of the moment: follows the system's colour scheme, or the one that was chosen."""

from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyleFactory

from editor_app import paths
from editor_app.ui.look.fonts import interface_font, serif_families
from editor_app.ui.look.icons import Icons
from editor_app.ui.look.tokens import DARK, LIGHT, Tokens, current_tokens, palette_of


class SchemeChoice(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The colours, fonts and icons that every widget asks for.

    Signals:
        changed: The colours are others now; the application's palette and `style_sheet` too.
    """

    changed = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or application)
        self._application = application
        self._choice = SchemeChoice.SYSTEM
        self.tokens: Tokens = LIGHT
        self.icons = Icons(lambda: self.tokens)
        application.setStyle(QStyleFactory.create("Fusion"))
        self.font = interface_font(application.font())
        application.setFont(self.font)
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._wear(self._wanted())

    @property
    def choice(self) -> SchemeChoice:
        """Which colours were chosen."""
        return self._choice

    def choose(self, choice: SchemeChoice) -> None:
        """Wear the light or the dark colours, or follow the system."""
        self._choice = choice
        hints = self._application.styleHints()
        if choice == SchemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:
            is_dark = choice == SchemeChoice.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
        self._wear(self._wanted())

    def let_go(self) -> None:
        """Stop following the system, because the window is closed."""
        self._application.styleHints().colorSchemeChanged.disconnect(self._on_scheme_changed)

    def style_sheet(self) -> str:
        """Return the window's style sheet, filled in with the colours and sizes of the moment."""
        file = paths.resources() / "app_style" / "window.qss"
        points = self.font.pointSizeF()
        shade = "dark" if self.tokens.is_dark else "light"
        sizes = {
            "size": f"{points:.2f}pt",
            "small": f"{points * 0.92:.2f}pt",
            "tiny": f"{points * 0.84:.2f}pt",
            "serif": ", ".join(f'"{family}"' for family in serif_families()),
            "tick": (file.parent / f"tick-{shade}.svg").as_posix(),
            "chevron": (file.parent / f"chevron-{shade}.svg").as_posix(),
        }
        return Template(file.read_text(encoding="utf-8")).substitute(asdict(self.tokens), **sizes)

    def _wanted(self) -> Tokens:
        chosen = {SchemeChoice.LIGHT: LIGHT, SchemeChoice.DARK: DARK}.get(self._choice)
        return chosen or current_tokens(self._application.styleHints().colorScheme())

    def _wear(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._application.setPalette(palette_of(tokens))
        self.changed.emit()

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._wanted() is not self.tokens:
            self._wear(self._wanted())
