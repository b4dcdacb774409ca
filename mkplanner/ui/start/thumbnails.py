"""Little pictures of the layouts, drawn with the same marks as the real thing, in the colours of the day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mkplanner.ui.look import theme

WIDTH, HEIGHT = 170.0, 104.0
"""The ground on which all of them are drawn; the widget scales it."""

_ROWS = tuple(28.0 + 12.6 * number for number in range(6))


class Thumbnail(QWidget):
    """A drawing of one layout by its name among `DRAWINGS`; says nothing to a screen reader, its card does."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = DRAWINGS[name]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HEIGHT))
        self.setMinimumWidth(theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("grid2"), 1))
        painter.setBrush(theme.colour("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
        self._draw(painter)


def _bar(painter: QPainter, x: float, y: float, width: float, token: str = "grid2", height: float = 3) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    painter.drawRoundedRect(QRectF(x, y - height / 2, width, height), 1.2, 1.2)


def _line(painter: QPainter, x1: float, y1: float, x2: float, y2: float, token: str = "grid") -> None:
    painter.setPen(QPen(theme.colour(token), 0.8))
    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def _head(painter: QPainter) -> None:
    _fill(painter, QRectF(10, 9, WIDTH - 20, 11), "theme_row")


def _fill(painter: QPainter, area: QRectF, token: str) -> None:
    """Colour an area; `fillRect` would load all that Qt knows of gradients before the first picture."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    painter.drawRect(area)


def _mark(painter: QPainter, x: float, y: float, width: float, done: float = 0) -> None:
    painter.setPen(QPen(theme.colour("mark"), 1))
    painter.setBrush(theme.colour("mark_fill"))
    painter.drawRoundedRect(QRectF(x, y - 3, width, 6), 1.5, 1.5)
    if done:
        _fill(painter, QRectF(x, y - 3, done, 6), "mark")


def _diamond(painter: QPainter, x: float, y: float, half: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("mark"))
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
    )


def _gantt(painter: QPainter) -> None:
    _head(painter)
    for x, token in ((62, "grid2"), (88, "grid"), (114, "year_line"), (138, "grid")):
        _line(painter, x, 9, x, HEIGHT - 6, token)
    for number, y in enumerate(_ROWS):
        _line(painter, 10, y + 6.3, WIDTH - 10, y + 6.3)
        _bar(painter, 13, y, (44, 38, 41, 46, 36, 42)[number])
    _mark(painter, 68, _ROWS[0], 30, 12)
    _mark(painter, 80, _ROWS[1], 22)
    _line(painter, 96, _ROWS[2], 126, _ROWS[2], "mark")
    _diamond(painter, 127, _ROWS[2], 4.4)
    _mark(painter, 102, _ROWS[3], 54)
    for x in (74, 92, 112, 132):
        _diamond(painter, x, _ROWS[4], 2.8)
    _mark(painter, 118, _ROWS[5], 30)


def _timetable(painter: QPainter) -> None:
    _head(painter)
    for x in (54, 120):
        _line(painter, x, 9, x, HEIGHT - 6, "year_line")
    for block in range(3):
        y = 28.0 + 25 * block
        _bar(painter, 13, y, (34, 30, 36)[block])
        for line in range(2 + block % 2):
            _bar(painter, 59, y + 7.5 * line, (54, 42, 50)[(block + line) % 3])
        _bar(painter, 125, y, (26, 32, 22)[block])
        _line(painter, 10, y + 18.5, WIDTH - 10, y + 18.5, "year_line")


def _action_plan(painter: QPainter) -> None:
    _head(painter)
    for x in (40, 82, 110, 134):
        _line(painter, x, 9, x, HEIGHT - 6, "year_line")
    for block in range(3):
        y = 28.0 + 25 * block
        _bar(painter, 13, y, (22, 18, 23)[block])
        for line in range(2):
            _bar(painter, 44, y + 9 * line, (33, 26, 30)[(block + line) % 3])
            _bar(painter, 85, y + 9 * line, (20, 16, 19)[(block + line) % 3])
            _bar(painter, 113, y + 9 * line, 16)
            _bar(painter, 137, y + 9 * line, (20, 15, 18)[(block + line) % 3])
        _line(painter, 10, y + 18.5, WIDTH - 10, y + 18.5, "year_line")


def _improvement_plan(painter: QPainter) -> None:
    for top in (9.0, 55.0):
        painter.setPen(QPen(theme.colour("year_line"), 0.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(10, top, WIDTH - 20, 41))
        _fill(painter, QRectF(10.5, top + 0.5, WIDTH - 21, 12), "theme_row")
        _bar(painter, 13, top + 6.5, 62, "mark")
        for x in (68, 98):
            _line(painter, x, top + 13, x, top + 41, "year_line")
        for line in range(3):
            y = top + 19 + 8 * line
            _bar(painter, 13, y, (46, 38, 43)[line])
            _bar(painter, 72, y, (20, 16, 21)[line])
            _bar(painter, 102, y, (50, 42, 28)[line])


def _rasic(painter: QPainter) -> None:
    _head(painter)
    columns = (68, 89, 112, 134, 154)
    for y, letters in zip(_ROWS, ("ARC  ", "R A I", " CR A", "I AC ", "RA RS", "A IR "), strict=True):
        _bar(painter, 13, y, 38)
        _line(painter, 10, y + 6.3, WIDTH - 10, y + 6.3)
        for x, letter in zip(columns, letters, strict=True):
            _token(painter, x, y, letter)
    _line(painter, 57, 9, 57, HEIGHT - 6, "year_line")


def _token(painter: QPainter, x: float, y: float, letter: str) -> None:
    """One RASIC letter as the matrix shows it: A solid, R heavy, S filled, C and I round."""
    if letter == " ":
        return
    square = QRectF(x - 4.5, y - 4.5, 9, 9)
    painter.setPen(QPen(theme.colour("mark"), 1.6 if letter == "R" else 0.9))
    painter.setBrush(theme.colour({"A": "mark", "S": "mark_fill"}.get(letter, "base")))
    if letter in "CI":
        painter.drawEllipse(square)
    else:
        painter.drawRoundedRect(square, 1.5, 1.5)
    font = theme.font(12, bold=True)
    font.setPixelSize(7)
    painter.setFont(font)
    painter.setPen(theme.colour("mark_text" if letter == "A" else "mark"))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter)


def _blank(painter: QPainter) -> None:
    _head(painter)
    for number in range(5):
        _line(painter, 10, 32 + 15 * number, WIDTH - 10, 32 + 15 * number)


DRAWINGS: dict[str, Callable[[QPainter], None]] = {
    "gantt": _gantt,
    "timetable": _timetable,
    "action-plan": _action_plan,
    "improvement-plan": _improvement_plan,
    "rasic": _rasic,
    "blank": _blank,
}
