"""The program's icons: line drawings on a grid of 20, coloured like the words beside them.

`use_palette` is called when the theme changes; icons asked for afterwards have its colours and text size. Drawings are
kept for each colour, size and device pixel ratio. QtSvg is only loaded with the first icon.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

from mkplanner.charts.palette import LIGHT, Palette
from mkplanner.paths import resource, resource_folder

SIZES = (16, 18, 20)
"""In panels, beside a word, and alone, at the usual text size; none is drawn larger than the last."""
APPLICATION = "mkplanner"


class _Day:
    """What icons look like today."""

    def __init__(self) -> None:
        self.palette = LIGHT
        self.scale = 1.0


_today = _Day()


def use_palette(palette: Palette, scale: float = 1.0) -> None:
    """Colour icons asked for from now on after this palette, and draw them for text that many times the usual size."""
    _today.palette, _today.scale = palette, scale


def names() -> list[str]:
    """The name of every icon there is, but the program's own."""
    return sorted(path.stem for path in (resource_folder() / "icons").glob("*.svg") if path.stem != APPLICATION)


def icon(name: str, token: str = "text", checked: str | None = None) -> QIcon:
    """An icon in the colour of a token, grey while disabled; `checked` is the token for a pressed-in button's ground.

    Raises FileNotFoundError for a name there is no drawing of: a slip of ours.
    """
    palette = _today.palette
    pressed = palette[checked] if checked else None
    return _icon(name, palette[token], palette["disabled"], pressed, round(SIZES[-1] * _today.scale))


def pixmap(name: str, size: int, token: str = "text") -> QPixmap:
    """One icon as a picture of so many pixels, for delegates and labels."""
    return _drawing(name, _today.palette[token], size, _ratio())


@cache
def application_icon() -> QIcon:
    """The program's own sign, for windows and the task bar; it keeps its colours."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        found.addPixmap(_drawing(APPLICATION, "", size, 1.0))
    return found


def _ratio() -> float:
    """The largest device pixel ratio of the screens in use, so that no screen shows an enlarged picture."""
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


@cache
def _icon(name: str, colour: str, disabled: str, pressed: str | None, largest: int) -> QIcon:
    _source(name)  # A slip is told here, and not in the middle of a paint.
    return QIcon(_Engine(name, colour, disabled, pressed, largest))


class _Engine(QIconEngine):
    """Draws one icon at the size and for the screen that asks, and no other: most icons of menus are never seen."""

    def __init__(self, name: str, colour: str, disabled: str, pressed: str | None, largest: int) -> None:
        super().__init__()
        self._name = name
        self._colour, self._disabled, self._pressed = colour, disabled, pressed
        self._largest = largest

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._disabled, self._pressed, self._largest)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        side = min(size.width(), size.height(), self._largest)
        return QSize(side, side)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        colour = self._colour
        if mode == QIcon.Mode.Disabled:
            colour = self._disabled
        elif self._pressed is not None and state == QIcon.State.On:
            colour = self._pressed
        return _drawing(self._name, colour, self.actualSize(size, mode, state).width(), scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        drawing = self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatio())
        place = QRect(QPoint(0, 0), drawing.deviceIndependentSize().toSize())
        place.moveCenter(rect.center())
        painter.drawPixmap(place.topLeft(), drawing)


@cache
def _drawing(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """One drawing at a size, exact for the device's pixels."""
    from PySide6.QtSvg import QSvgRenderer

    text = _source(name).replace("currentColor", colour)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
