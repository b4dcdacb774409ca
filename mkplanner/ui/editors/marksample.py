"""Small pictures of marks: one segment as it is drawn on the chart, beside its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mkplanner.charts.marks.marks import marks_for
from mkplanner.charts.marks.metrics import SCREEN, RowGeometry
from mkplanner.charts.marks.places import Form, form_of
from mkplanner.charts.shapes import Box, Shape, Text
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.models.timeframes.timeframe import Segment, Timeframe
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint

_WIDTH, _HEIGHT = 28, 16
_UNUSED_GROUND = "#010203"
_SMALL = replace(
    SCREEN, height=10.0, lead_length=17.0, fade=3.0, label=1.0, overhang=0.0, hatch_step=4.0, hatch_width=2.0
)


def sample(segment: Segment) -> tuple[Shape, ...]:
    """Return the mark of a segment without its label, in a field of 28 by 16."""
    scale = _scale(segment)
    layout = marks_for(
        Timeframe("", (segment,)),
        scale,
        RowGeometry(0, _HEIGHT),
        visible=(0, _WIDTH),
        metrics=_SMALL,
        row_colour=_UNUSED_GROUND,
    )
    return tuple(shape for shape in layout.shapes if not _is_label(shape))


def _is_label(shape: Shape) -> bool:
    return isinstance(shape, Text) or (isinstance(shape, Box) and shape.fill == _UNUSED_GROUND)


def _scale(segment: Segment) -> Timescale:
    start, end = segment.start, segment.end
    match form_of(segment):
        case Form.DEADLINE | Form.POINT:
            return Timescale(end or start or date(2000, 1, 1), 1.0, 19.0)
        case Form.REPEATED:
            first = start or date(2000, 4, 1)
            return Timescale(first, 10 / _rhythm(segment), 4.0)
        case Form.OPEN_BAR:
            return Timescale(start or date(2000, 1, 1), 1.0, 2.0)
    if start and end:
        return Timescale.fitting(start, end, _WIDTH - 8, 4.0)
    return Timescale((end or date(2000, 1, 1)) - timedelta(20), 1.0, 2.0)


def _rhythm(segment: Segment) -> float:
    """About how many days lie between two occurrences."""
    words = segment.recurrence.frequency if segment.recurrence else ""
    known = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 91, "half-yearly": 182}
    return float(known.get(words, 365))


class MarkSample(QWidget):
    """Shows the mark of one segment; "abc" for words without a date."""

    def __init__(self, segment: Segment | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes = sample(segment) if segment is not None and form_of(segment) else ()
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._shapes:
            painter.scale(self.width() / _WIDTH, self.height() / _HEIGHT)
            painter.setClipRect(0, 0, _WIDTH, _HEIGHT)
            paint(painter, self._shapes, theme.current())
        else:
            font = QFont(theme.font(11))
            font.setItalic(True)
            painter.setFont(font)
            painter.setPen(theme.colour("text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "abc")
        painter.end()
