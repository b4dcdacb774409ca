"""A figure on the screen: laid out beside the window, because the first one loads a large library, and painted as shapes.

It speaks as one graphic: its title for a name, its numbers for a description.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mkplanner.charts.figures.figure import Figure
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Shape
from mkplanner.ui.look import theme
from mkplanner.ui.look.graphic import speak_charts_as_graphics
from mkplanner.ui.look.painting import paint
from mkplanner.ui.tasks import run_task

_MARGIN, _HEAD, _WORDS = 10, 24, 10.5
_REST = 120
"""Milliseconds after the last wish before a figure is laid out."""


class FigureView(QWidget):
    """Shows one figure, or a sentence where there is nothing to draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_view")
        speak_charts_as_graphics()
        self._figure: Figure | None = None
        self._shapes: list[Shape] = []
        self._turn = 0
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._lay_out)

    @property
    def is_drawn(self) -> bool:
        """Whether the figure on show is the one that was asked for last."""
        return bool(self._shapes) and not self._soon.isActive()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; the one before stays until this one is laid out."""
        self._figure = figure
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.words if not figure.is_empty else self.tr("Nothing to show"))
        self._want()

    def _want(self) -> None:
        self._turn += 1
        if self.isVisible():
            self._soon.start()

    def _place(self) -> Rect:
        margin, head = theme.px(_MARGIN), theme.px(_HEAD)
        return Rect(margin, margin + head, self.width() - 2 * margin, self.height() - 2 * margin - head)

    def _lay_out(self) -> None:
        figure, place, turn, size = self._figure, self._place(), self._turn, theme.px(_WORDS * 10) / 10
        if figure is None or figure.is_empty or place.width < 80 or place.height < 60:
            self._shapes = []
            self.update()
            return
        run_task(
            self,
            self.tr("Drawing a figure"),
            lambda _progress: figure.draw(place, size),
            lambda shapes: self._take(turn, shapes),
            quiet=True,
        )

    def _take(self, turn: int, shapes: list[Shape]) -> None:
        if isValid(self) and turn == self._turn:
            self._shapes = shapes
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._want()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("base"))
        if self._figure is None:
            return
        margin = theme.px(_MARGIN)
        head = QRectF(margin, margin - theme.px(2), self.width() - 2 * margin, theme.px(_HEAD))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(13, bold=True))
        title = painter.fontMetrics().elidedText(self._figure.title, Qt.TextElideMode.ElideRight, int(head.width()))
        painter.drawText(head, Qt.AlignmentFlag.AlignTop, title)
        if self._figure.is_empty:
            painter.setPen(theme.colour("text3"))
            painter.setFont(theme.font(12))
            painter.drawText(head.translated(0, theme.px(_HEAD)), Qt.AlignmentFlag.AlignTop, self.tr("Nothing to show"))
        paint(painter, self._shapes, theme.current())
