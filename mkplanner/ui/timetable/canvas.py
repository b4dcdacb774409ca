"""The chart beside the table: paints the marks of the rows that can be seen, each exactly where the table has its row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollBar, QToolTip, QWidget

from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks import MarkLayout
from mkplanner.charts.timescale_head import SCREEN_HEAD, grid_shapes, today_flag, today_line
from mkplanner.charts.timescale_units import Calendar
from mkplanner.models.timeframes.periods import Span
from mkplanner.ui import theme
from mkplanner.ui.painting import paint
from mkplanner.ui.plantable.header import HEAD
from mkplanner.ui.plantable.view import PlanTable
from mkplanner.ui.timetable.graphic import speak_charts_as_graphics
from mkplanner.ui.timetable.heading import HeadBand
from mkplanner.ui.timetable.linklines import LinkLines
from mkplanner.ui.timetable.rowmarks import RowMarks, mark_tip
from mkplanner.ui.timetable.rows import VisibleRow, visible_rows
from mkplanner.ui.timetable.span import first_years, is_within, plan_years
from mkplanner.ui.timetable.zoom import STEP, Zoom

_NOTCH = 120


class ChartCanvas(QAbstractScrollArea):
    """The right half of the timetable. Its vertical scroll bar is the table's; `zoomed` says that the zoom's words may differ.

    `day` tells today's date; tests give another.
    """

    zoomed = Signal()
    row_double_clicked = Signal(str)

    def __init__(self, table: PlanTable, day: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._model = table.plan_tree
        self._day = day
        self._is_settled = False
        self.zoom = Zoom(plan_years(self._model.plan, day()), first_years(self._model.plan, day()))
        self.marks = RowMarks(table)
        self.links = LinkLines(table)
        self.head = HeadBand(self)
        self._dress_up()
        self._join_scroll_bars()
        table.moved.connect(self.viewport().update)
        table.chosen.connect(self._choice_moved)
        self._model.patched.connect(self._patched)

    def _dress_up(self) -> None:
        self.setObjectName("timetable_chart")
        self.setAccessibleName("Timetable chart")
        speak_charts_as_graphics()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.refresh_look()

    def _join_scroll_bars(self) -> None:
        ours, theirs = self.verticalScrollBar(), self._table.verticalScrollBar()
        theirs.rangeChanged.connect(self._take_range)
        theirs.valueChanged.connect(ours.setValue)
        ours.valueChanged.connect(theirs.setValue)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    def _take_range(self, low: int, high: int) -> None:
        bar, theirs = self.verticalScrollBar(), self._table.verticalScrollBar()
        bar.setPageStep(theirs.pageStep())
        bar.setSingleStep(theirs.singleStep())
        bar.setRange(low, high)
        bar.setValue(theirs.value())

    # Scale

    @property
    def calendar(self) -> Calendar:
        """How this plan counts years and quarters."""
        return Calendar.of(self._model.plan.context())

    def zoom_by(self, factor: float, about: float | None = None) -> None:
        """Zoom about a place, the middle unless told otherwise."""
        self.zoom.zoom(factor, self.viewport().width() / 2 if about is None else about)
        self._scale_moved()

    def zoom_in(self) -> None:
        """Make days wider by a quarter."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Make days narrower by a quarter."""
        self.zoom_by(1 / STEP)

    def whole_plan(self) -> None:
        """Show all the plan's years."""
        self._take_years(plan_years(self._model.plan, self._day()))
        self.zoom.fit()
        self._scale_moved()

    def today(self) -> None:
        """Bring today into view."""
        self.zoom.show_day(self._day())
        self.zoom.is_fitted = False
        self._scale_moved()

    def _scale_moved(self) -> None:
        """Show the zoom's scale: scroll bar, headings, marks."""
        bar = self.horizontalScrollBar()
        bar.blockSignals(True)
        bar.setPageStep(self.zoom.width)
        bar.setSingleStep(theme.px(24))
        bar.setRange(min(0, self.zoom.offset), max(self.zoom.longest, self.zoom.offset))
        bar.setValue(self.zoom.offset)
        bar.blockSignals(False)
        self.marks.forget()
        self.head.show_scale(self.zoom.scale, self.calendar)
        self.viewport().update()
        self.zoomed.emit()

    def _scrolled(self, offset: int) -> None:
        self.zoom.scroll_to(offset)
        self.zoom.is_fitted = False
        self.marks.forget()
        self.head.show_scale(self.zoom.scale, self.calendar)
        self.viewport().update()

    def refresh_look(self) -> None:
        """Take up colours, fonts and measures afresh."""
        height = theme.px(HEAD)
        self.setViewportMargins(0, height, 0, 0)
        self.zoom.letter = theme.px(120) / 120
        self.marks.forget()
        self._place_head()
        self.head.update()
        self.viewport().update()

    def _place_head(self) -> None:
        self.head.setGeometry(self.viewport().x(), 0, self.viewport().width(), theme.px(HEAD))

    # News

    def _patched(self, serials: list[int] | None) -> None:
        self.marks.forget(serials)
        years = self._years_after(serials)
        if years != self.zoom.years:
            fitted = self.zoom.is_fitted
            self._take_years(years)
            if fitted:
                self.zoom.first_view(self._day())
            self._scale_moved()
        elif serials is None:
            self.head.show_scale(self.zoom.scale, self.calendar)
        self.viewport().update()

    def _take_years(self, years: Span) -> None:
        self.zoom.set_years(years, first_years(self._model.plan, self._day()))

    def _years_after(self, serials: list[int] | None) -> Span:
        """The plan's years after a change of some rows; asked of every row only where a date left the years there were."""
        if serials is not None and all(is_within(self.zoom.years, self._model.item(serial)) for serial in serials):
            return self.zoom.years
        return plan_years(self._model.plan, self._day())

    def _choice_moved(self) -> None:
        self.viewport().update()
        index = self._table.currentIndex()
        words = self.marks.spoken(index.internalId()) if index.isValid() else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    # Painting

    def rows(self) -> list[VisibleRow]:
        """Return the rows on the screen."""
        return list(visible_rows(self._table, 0, self.viewport().height()))

    def layout_of(self, row: VisibleRow) -> MarkLayout | None:
        """Return the marks of a row, with y counted from the row's top."""
        ground = self._table.row_ground(row.serial, self._is_selected(row))
        return self.marks.layout(
            row.serial, row.height, ground, self.zoom.scale, self.viewport().width(), self.calendar
        )

    def _is_selected(self, row: VisibleRow) -> bool:
        return self._table.selectionModel().isSelected(row.index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        whole = Rect(0, 0, area.width(), area.height())
        look, palette = self._table.painter.look, theme.current()
        letters = SCREEN_HEAD.scaled(self.zoom.letter)
        painter.fillRect(area, look.colour("base"))
        rows = self.rows()
        for row in rows:
            ground = self._table.row_ground(row.serial, self._is_selected(row))
            is_heading = self._table.rows.row(row.serial).is_heading
            look.paint(painter, QRect(0, row.top, area.width(), row.height), ground, is_heading)
        scale, today = self.zoom.scale, self._day()
        paint(painter, grid_shapes(scale, whole, self.calendar, letters), palette)
        paint(painter, today_line(scale, today, whole, letters), palette)
        arrows, reasons = self.links.shapes(rows, self.layout_of, scale, (whole.width, whole.height))
        paint(painter, arrows, palette)
        for row in rows:
            layout = self.layout_of(row)
            if layout is not None and layout.shapes:
                painter.translate(0, row.top)
                paint(painter, layout.shapes, palette)
                painter.translate(0, -row.top)
        paint(painter, reasons, palette)
        paint(painter, today_flag(scale, today, whole, letters), palette)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()
        width = self.viewport().width()
        if width == self.zoom.width and self._is_settled:
            return
        self.zoom.width = width
        if not self._is_settled or self.zoom.is_fitted:
            self.zoom.first_view(self._day())
            self._is_settled = self.isVisible()
        self._scale_moved()

    # Pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = delta.y() or delta.x()
            self.zoom_by(STEP ** (turned / _NOTCH), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            self._roll(self.horizontalScrollBar(), delta.x() or delta.y(), event.pixelDelta().x())
        else:
            self._roll(self._table.verticalScrollBar(), delta.y(), event.pixelDelta().y())
        event.accept()

    def _roll(self, bar: QScrollBar, turned: int, pixels: int) -> None:
        """Scroll by what the wheel turned, or by exactly the pixels that a touchpad asks for."""
        bar.setValue(bar.value() - (pixels or turned * QApplication.wheelScrollLines() * bar.singleStep() // _NOTCH))

    def row_under(self, at: QPoint) -> VisibleRow | None:
        """Return the row at a point of the chart."""
        return next((row for row in self.rows() if row.top <= at.y() < row.top + row.height), None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_under(event.pos())
            words = self._tip(row, event.pos()) if row is not None else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._table.hover(self._table.rootIndex())
        return super().viewportEvent(event)

    def _tip(self, row: VisibleRow, at: QPoint) -> str:
        layout = self.layout_of(row)
        hit = layout.hit_at(at.x(), at.y() - row.top) if layout is not None else None
        return mark_tip(self._model, row.serial) if hit is not None else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        self._table.hover(row.index if row is not None else self._table.rootIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        if row is not None:
            self._table.setFocus(Qt.FocusReason.MouseFocusReason)
            column = max(self._table.currentIndex().column(), 1)
            self._table.go_to(row.index.siblingAtColumn(column))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        item_id = self._model.item_id(row.index) if row is not None else None
        if item_id:
            self.row_double_clicked.emit(item_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()
