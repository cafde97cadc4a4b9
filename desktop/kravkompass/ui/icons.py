"""The program's icons: drawn in any colour and size, crisp on any screen, read from disk when first seen."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kravkompass.paths import bundled
from kravkompass.ui.look import look

_CACHED = 512


@cache
def _drawing(name: str) -> str:
    return bundled("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=_CACHED)
def _pixmap(name: str, colour: str, pixels: int) -> QPixmap:
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    svg = _drawing(name).replace("currentColor", colour)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def pixmap(name: str, colour: QColor | str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon ``size`` screen-independent pixels wide, for a screen with ``ratio`` real pixels to each of them.

    Raises FileNotFoundError for an icon that does not exist.
    """
    drawn = QPixmap(_pixmap(name, QColor(colour).name(), round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def paint(painter: QPainter, name: str, colour: QColor | str, where: QRectF) -> None:
    """Draw an icon into a square."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(where.topLeft(), pixmap(name, colour, round(where.width()), ratio))


def icon(name: str, colour: QColor | str | None = None) -> QIcon:
    """Give an icon to hand to Qt, as menus need it. It keeps its colour: ask again when the look changes."""
    made = QIcon()
    palette = look().palette
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(pixmap(name, colour or palette.text, look().px(18), ratio))
        made.addPixmap(pixmap(name, palette.edge, look().px(18), ratio), QIcon.Mode.Disabled)
    return made
