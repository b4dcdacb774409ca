"""What the pointer does on the chart: choose rows, take hold of marks, draw dates, pull links from row to row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from mkplanner.charts.marks.marks import Hit, Part
from mkplanner.charts.timescale.snap import nearest_end, nearest_start, snap_unit, steps
from mkplanner.charts.timescale.units import Unit
from mkplanner.models.timeframes.moving import can_move
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.holding import Holding
from mkplanner.ui.timetable.linkpull import LinkPull
from mkplanner.ui.timetable.rows import VisibleRow

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

_Flag = QItemSelectionModel.SelectionFlag
_STEEP = 1.5
"""How much steeper than level a drag out of a mark must begin to be meant for another row."""
_PACE, _EDGE, _STRIDE = 40, 18, 24
"""How often (milliseconds), how near to the chart's side, and how far the chart goes on while something is dragged there."""


@dataclass
class _Press:
    """Where the button went down, and what lay there: a mark, a ring for links, or nothing."""

    at: QPoint
    x: float
    row: VisibleRow
    item: str
    hit: Hit | None = None
    port: Part | None = None


class ChartPointer:
    """Acts for one chart. `over` is the serial of the row under the pointer, which shows its rings for links."""

    def __init__(self, chart: ChartCanvas) -> None:
        self._chart = chart
        self._press: _Press | None = None
        self._at = QPoint()
        self._x = 0.0
        self._is_fine = False
        self.over = 0
        self._going_on = QTimer(chart, interval=_PACE)
        self._going_on.timeout.connect(self._go_on)

    # Button down, pointer moved, button up

    def press(self, event: QMouseEvent) -> None:
        """Choose what was pressed, and be ready to take hold of it."""
        at = event.position().toPoint()
        row = self._chart.row_under(at)
        is_left = event.button() == Qt.MouseButton.LeftButton
        hit, port = self._hit(row, at)
        if hit is None and (port is None or not is_left) and (link := self._chart.links.at(at.x(), at.y())):
            self._chart.table.setFocus(Qt.FocusReason.MouseFocusReason)
            self._chart.choose_link(link.id)
            return
        self._chart.choose_link(None)
        if row is None:
            return
        self._chart.table.setFocus(Qt.FocusReason.MouseFocusReason)
        item = self._chart.item_id(row)
        self._choose(row, event.modifiers(), keeps=hit is not None or not is_left)
        if is_left and item:
            self._press = _Press(at, event.position().x(), row, item, hit, port)

    def _choose(self, row: VisibleRow, held: Qt.KeyboardModifier, *, keeps: bool) -> None:
        """Make a row the current one as in the table; one of several chosen rows keeps the others chosen for a drag."""
        table = self._chart.table
        index = row.index.siblingAtColumn(max(table.currentIndex().column(), 1))
        chosen = table.selectionModel()
        if held & Qt.KeyboardModifier.ControlModifier:
            chosen.setCurrentIndex(index, _Flag.Toggle | _Flag.Rows)
        elif keeps and len(table.chosen_ids()) > 1 and chosen.isSelected(index):
            chosen.setCurrentIndex(index, _Flag.NoUpdate)
        else:
            table.go_to(index)

    def move(self, event: QMouseEvent) -> None:
        """Carry on with what is held, begin where the pointer went far enough, or show what lies under it."""
        self._at, self._x = event.position().toPoint(), event.position().x()
        self._is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._press is None:
            self._hover(self._at)
            return
        far = (self._at - self._press.at).manhattanLength() >= QApplication.startDragDistance()
        if not self._chart.hand.is_busy and far:
            self._begin(self._press)
        if self._chart.hand.is_busy:
            self._carry()

    def release(self, event: QMouseEvent) -> None:
        """Let go: one order, or nothing where nothing moved."""
        press, self._press = self._press, None
        self._going_on.stop()
        if self._chart.hand.holding is not None:
            self._chart.hand.let_go(event.position().toPoint())
        elif self._chart.hand.pull is not None:
            self._chart.hand.let_link_go()
        elif press is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._chart.table.go_to(self._chart.table.currentIndex())
        self._hover(event.position().toPoint())

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._press = None
        self._going_on.stop()

    # What is held

    def _begin(self, press: _Press) -> None:
        way = self._at - press.at
        is_steep = abs(way.y()) > _STEEP * abs(way.x())
        if press.port is not None or (press.hit is not None and is_steep):
            part = press.port or press.hit.part if press.hit else press.port
            self._chart.hand.pull_link(LinkPull(self._chart.plan, press.item, part is not Part.START))
            self._chart.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif press.hit is not None:
            self._take_hold(press, press.hit)
        elif not is_steep and not self._has_mark(press.item):
            self._chart.hand.hold(Holding(self._chart.plan, (press.item,), 0))
            self._chart.viewport().setCursor(Qt.CursorShape.CrossCursor)
        if self._chart.hand.is_busy:
            self._going_on.start()
        else:
            self._press = None

    def _take_hold(self, press: _Press, hit: Hit) -> None:
        item = self._chart.plan.items[press.item]
        if item.by_when is None or not can_move(item.by_when.segments[hit.segment]):
            return
        chosen = self._chart.table.chosen_ids()
        if hit.part is Part.BODY and len(chosen) > 1 and press.item in chosen:
            holding = Holding.of(self._chart.plan, chosen, press.item)
        else:
            holding = Holding(self._chart.plan, (press.item,), hit.segment)
        if holding is not None:
            self._chart.hand.hold(holding)
            self._chart.viewport().setCursor(
                Qt.CursorShape.ClosedHandCursor if hit.part is Part.BODY else Qt.CursorShape.SizeHorCursor
            )

    def _has_mark(self, item: str) -> bool:
        frame = self._chart.plan.items[item].by_when
        return frame is not None and (frame.is_dated or frame.is_open_ended or len(frame.segments) > 1)

    def _carry(self) -> None:
        press, holding = self._press, self._chart.hand.holding
        if self._chart.hand.pull is not None:
            self._carry_link(self._chart.hand.pull)
        elif holding is not None and press is not None:
            scale, unit = self._chart.zoom.scale, self._unit()
            x = self._x
            if press.hit is None:
                first, last = sorted((press.x, x))
                start = nearest_start(scale, first, unit, self._chart.calendar)
                holding.draw(start, max(start, nearest_end(scale, last, unit, self._chart.calendar)))
            elif press.hit.part is Part.BODY:
                holding.move(steps(scale, x - press.x, unit))
            else:
                nearest = nearest_start if press.hit.part is Part.START else nearest_end
                holding.stretch_to(press.hit.part, nearest(scale, x, unit, self._chart.calendar))
            self._chart.hand.show_held((x, self._at.y()))

    def _unit(self) -> Unit:
        """Shift aims at single days at every zoom."""
        return Unit.DAY if self._is_fine else snap_unit(self._chart.zoom.scale, self._chart.zoom.letter)

    def _carry_link(self, pull: LinkPull) -> None:
        row = self._chart.row_under(self._at)
        pull.to = self._chart.item_id(row) if row is not None else None
        layout = self._chart.layout_of(row) if row is not None else None
        if layout is not None and layout.start and layout.end:
            pull.to_start = self._x <= (layout.start[0] + layout.end[0]) / 2 or layout.start[0] == layout.end[0]
        else:
            pull.to_start = True
        self._chart.hand.show_pull((self._at.x(), self._at.y()))

    def _go_on(self) -> None:
        """Bring in what lies beyond the side to which something is dragged."""
        bar, wide = self._chart.horizontalScrollBar(), self._chart.viewport().width()
        stride = -theme.px(_STRIDE) if self._at.x() < _EDGE else theme.px(_STRIDE) if self._at.x() > wide - _EDGE else 0
        if not stride or self._press is None:
            return
        value = min(max(bar.value() + stride, bar.minimum()), bar.maximum())
        self._press.x -= value - bar.value()
        bar.setValue(value)  # upon which what is dragged goes along, see `scrolled`

    # Nothing held

    def _hit(self, row: VisibleRow | None, at: QPoint) -> tuple[Hit | None, Part | None]:
        layout = self._chart.layout_of(row) if row is not None else None
        if layout is None or row is None:
            return None, None
        y = at.y() - row.top
        port = layout.port_at(at.x(), y)
        return (None, port) if port is not None else (layout.hit_at(at.x(), y), None)

    def _hover(self, at: QPoint) -> None:
        """Tint the row, show its rings for links, and have the pointer say what a press would do."""
        row = self._chart.row_under(at)
        self.over = row.serial if row is not None else 0
        self._chart.table.hover(row.index if row is not None else self._chart.table.rootIndex())
        hit, port = self._hit(row, at)
        shape = Qt.CursorShape.ArrowCursor
        if hit is not None and row is not None:
            shape = self._shape_over(hit, row)
        elif port is not None:
            shape = Qt.CursorShape.CrossCursor
        elif self._chart.links.at(at.x(), at.y()) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self._chart.viewport().setCursor(shape)

    def _shape_over(self, hit: Hit, row: VisibleRow) -> Qt.CursorShape:
        item = self._chart.plan.items.get(self._chart.item_id(row) or "")
        if item is None or item.by_when is None or not can_move(item.by_when.segments[hit.segment]):
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.OpenHandCursor if hit.part is Part.BODY else Qt.CursorShape.SizeHorCursor

    def leave(self) -> None:
        """The pointer has gone elsewhere."""
        if not self._chart.hand.is_busy:
            self.over = 0
            self._chart.table.hover(self._chart.table.rootIndex())

    def scrolled(self) -> bool:
        """Have what is dragged go along after rows or days moved; whether anything is being dragged."""
        if self._press is None:
            return False
        self._carry()
        return True
