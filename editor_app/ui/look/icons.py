"""The program's own icons: drawn as black strokes in SVG files, tinted when they are painted."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from editor_app import paths
from editor_app.ui.look.tokens import Tokens

Tint = Callable[[Tokens], str]
SIZE = 18


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> bytes:
    """Return an icon's SVG in one colour."""
    svg = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("#000", colour).encode()


def paint_icon(painter: QPainter, name: str, colour: str, area: QRect) -> None:
    """Paint an icon into the middle of area, as large as it fits, sharp at any scale."""
    side = min(area.width(), area.height())
    square = QRect(0, 0, side, side)
    square.moveCenter(area.center())
    QSvgRenderer(QByteArray(_drawing(name, colour))).render(painter, square)


def icon_pixmap(name: str, colour: str, *, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture for a screen of the given pixel ratio."""
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, colour, QRect(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: str) -> QIcon:
    """Return an icon in one colour that stays."""
    made = QIcon()
    for ratio in (1, 2, 3):
        made.addPixmap(icon_pixmap(name, colour, ratio=ratio))
    return made


def muted(tokens: Tokens) -> str:
    """The tint of icons on tool buttons."""
    return tokens.muted


def on_accent(tokens: Tokens) -> str:
    """The tint of icons on the accent colour."""
    return tokens.accent_text


class _TintedEngine(QIconEngine):
    """Paints one icon in the colours of the moment, so that no icon outlives its scheme."""

    def __init__(self, name: str, tokens: Callable[[], Tokens], tint: Tint) -> None:
        super().__init__()
        self._name = name
        self._tokens = tokens
        self._tint = tint

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        tokens = self._tokens()
        if mode == QIcon.Mode.Disabled:
            return tokens.border_strong
        return tokens.accent if state == QIcon.State.On else self._tint(tokens)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._name, self._colour(mode, state), rect)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._tokens, self._tint)


class Icons:
    """Gives out icons by name; all of them follow the colours of the moment."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        self._tokens = tokens

    def __call__(self, name: str, tint: Tint = muted) -> QIcon:
        """Return the icon of that name in resources/icons, without its ending."""
        return QIcon(_TintedEngine(name, self._tokens, tint))
