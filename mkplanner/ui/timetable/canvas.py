"""The chart beside the table: paints the marks of the rows that can be seen, each exactly where the table has its row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from mkplanner.charts.marks.marks import MarkLayout
from mkplanner.models.links.criticalchain import critical_chain
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.apart import step_words
from mkplanner.models.timeframes.describe import describe
from mkplanner.models.wording import count
from mkplanner.ui.asking import ask
from mkplanner.ui.look.graphic import speak_charts_as_graphics
from mkplanner.ui.plantable.view import PlanTable
from mkplanner.ui.speech import announce
from mkplanner.ui.timetable.chartkeys import ChartKeys
from mkplanner.ui.timetable.chartpaint import ChartPaint
from mkplanner.ui.timetable.charttips import tip_at
from mkplanner.ui.timetable.choices import TURNED, ChartChoices
from mkplanner.ui.timetable.hand import ChartHand
from mkplanner.ui.timetable.linklines import LinkLines
from mkplanner.ui.timetable.nudging import Nudges
from mkplanner.ui.timetable.pointer import ChartPointer
from mkplanner.ui.timetable.rowmarks import RowMarks
from mkplanner.ui.timetable.rows import VisibleRow, visible_rows
from mkplanner.ui.timetable.scaledarea import ScaledArea
from mkplanner.ui.timetable.spoken import link_spoken
from mkplanner.ui.timetable.wheel import pinch, turn_wheel

_LATER = 50  # Milliseconds after the first picture until it is described in words, with the row's links.


class ChartCanvas(ScaledArea):
    """The right half of the timetable. Its vertical scroll bar is the table's.

    `row_double_clicked` brings a row, and whether that was on its mark.
    """

    row_double_clicked = Signal(str, bool)
    chosen = Signal()

    def __init__(self, table: PlanTable, day: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(table.plan_tree, day, parent)
        self.table = table
        self.marks = RowMarks(table)
        self.links = LinkLines(table)
        self.painting = ChartPaint(self)
        self.pointer = ChartPointer(self)
        self.hand = ChartHand(self)
        self.keys = ChartKeys(self)
        self.nudges = Nudges(self)
        self._known = (self.plan.baselines, self.plan.settings)
        self._is_seen = False
        self.setObjectName("timetable_chart")
        self.setAccessibleName("Timetable chart")
        speak_charts_as_graphics()
        self.refresh_look()
        self._join_scroll_bars()
        self.hand.said.connect(self._say)
        table.moved.connect(self._rows_moved)
        table.tinted.connect(self.painting.tint)
        table.chosen.connect(self._choice_moved)
        self._model.patched.connect(self._patched)

    def _join_scroll_bars(self) -> None:
        ours, theirs = self.verticalScrollBar(), self.table.verticalScrollBar()
        theirs.rangeChanged.connect(self._take_range)
        theirs.valueChanged.connect(ours.setValue)
        ours.valueChanged.connect(theirs.setValue)

    def _take_range(self, low: int, high: int) -> None:
        bar, theirs = self.verticalScrollBar(), self.table.verticalScrollBar()
        bar.setPageStep(theirs.pageStep())
        bar.setSingleStep(theirs.singleStep())
        bar.setRange(low, high)
        bar.setValue(theirs.value())

    def orders(self) -> dict[str, Callable[[], None]]:
        """Return what keys and menus can ask of the chart's scale, marks and links, by name."""
        turns = {f"chart_{name}": partial(self.turn, name) for name in TURNED}
        scale = {name: getattr(self, name) for name in ("zoom_in", "zoom_out", "whole_plan", "today")}
        return {"hold_dates": self.keys.take_up, "next_link": self.keys.next_link, **scale, **turns}

    def turn(self, name: str) -> None:
        """Turn one choice of what the chart shows the other way."""
        self.choose(self.marks.choices.turned(name))

    def choose(self, choices: ChartChoices) -> None:
        """Show what is chosen; dates and plan stay as they are."""
        self.marks.choices = choices
        self.head.most = 2 if choices.two_tiers else 3
        self._show_chain()
        self._show_scale()
        self._choice_moved()
        self.chosen.emit()

    def _show_chain(self) -> None:
        is_wanted = self.marks.choices.critical
        self.links.strong = critical_chain(self.plan).links if is_wanted else frozenset()

    # What is on show

    def _show_scale(self) -> None:
        self.marks.forget()
        super()._show_scale()
        self._rows_moved()

    def _rows_moved(self) -> None:
        """Paint everything afresh; what is held stands where the pointer has it now."""
        self.painting.forget()
        self.viewport().update()
        self.hand.show_again()

    def refresh_look(self) -> None:
        """Take up colours, fonts and measures afresh."""
        self.marks.forget()
        super().refresh_look()

    def _patched(self, serials: list[int] | None) -> None:
        was_nudged = self.nudges.is_going
        if self.hand.is_busy:
            self.hand.put_back()
        self._forget(serials)
        self.take_news(serials)
        if was_nudged:
            self.nudges.hold_again()
        if self.links.chosen not in self.plan.dependencies:
            self.choose_link(None)

    def _forget(self, serials: list[int] | None) -> None:
        """Lay out rows afresh: every one where the dates of one may underline others, or a baseline came."""
        known = (self.plan.baselines, self.plan.settings)
        is_other = known[0] is not self._known[0] or known[1] is not self._known[1]
        self._known = known
        self.marks.forget(None if is_other or self.marks.choices.critical else serials)
        self._show_chain()

    def _choice_moved(self) -> None:
        self.viewport().update()
        self.choose_link(None)
        if self._is_seen:
            self._say("")

    def _say(self, words: str) -> None:
        """Describe what is in the hand or chosen, else the current row."""
        index = self.table.currentIndex()
        words = words or (self.marks.spoken(index.internalId()) if index.isValid() else "")
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def choose_link(self, link: str | None) -> None:
        """Make a link the chosen one, None for none."""
        if link != self.links.chosen:
            self.links.chosen = link
            self.viewport().update()
            if link is not None:
                self._say(link_spoken(self.plan, link))

    def edit_link(self, link: str) -> None:
        """Open what a link is, beside its line, to be changed."""
        from mkplanner.ui.timetable.chartmenus import link_place
        from mkplanner.ui.timetable.linkeditor import LinkEditor

        editor = LinkEditor(self.plan, self.plan.dependencies[link], self._model.run, self)
        editor.move_wanted.connect(self.offer_move)
        editor.show_near(link_place(self, link))

    def offer_move(self, item_id: str) -> None:
        """Show what would bring a row in order, and move what is agreed to."""
        from mkplanner.ui.timetable.movedialog import MoveDialog

        dialog = MoveDialog(self.plan, item_id, self)
        command = dialog.command if ask(dialog) else None
        if command is not None:
            self._model.run(command)

    def tell_shift(self, rows: tuple[str, ...], days: int, months: int) -> None:
        """Tell beside the mark where its dates are now, after they were moved by a key."""
        current = self.table.current_id()
        said = current if current in rows else rows[0]
        self.show_row(said)
        frame = self.plan.items[said].by_when
        row = next((row for row in self.rows() if self.item_id(row) == said), None)
        layout = self.layout_of(row) if row is not None else None
        if frame is None or row is None or layout is None or layout.end is None:
            return
        more = f" · {count(len(rows), 'row')}" if len(rows) > 1 else ""
        dates = describe(frame)
        words = f"{dates[:1].upper()}{dates[1:]}\n{step_words(months, days)}{more}"
        QToolTip.showText(self.to_screen(layout.end[0], row.top + layout.end[1]), words, self.viewport())
        announce(self, words.replace("\n", ". "))

    def show_row(self, item_id: str) -> None:
        """Bring the dates of a row into view."""
        self.table.scrollTo(self._model.index_of(item_id))
        self.table.executeDelayedItemsLayout()
        frame = self.plan.items[item_id].by_when
        first, last = (frame.first_day, frame.last_day) if frame is not None else (None, None)
        if first is not None and last is not None:
            self.bring_in(first, last)

    def rows(self) -> list[VisibleRow]:
        """Return the rows on the screen."""
        return list(visible_rows(self.table, 0, self.viewport().height()))

    def layout_of(self, row: VisibleRow, ground: str = "") -> MarkLayout | None:
        """Return the marks of a row, with y counted from the row's top, on its ground where that is known already."""
        return self.marks.layout(
            row.serial,
            row.height,
            ground or self.ground_of(row),
            self.zoom.scale,
            self.viewport().width(),
            self.calendar,
        )

    def lay_out(self, row: VisibleRow, item: Item) -> MarkLayout | None:
        """Return the marks that a row has with the date that `item` gives it."""
        if item.by_when is None:
            return None
        ground, width = self.ground_of(row), self.viewport().width()
        return self.marks.lay_out(row.serial, item, row.height, ground, self.zoom.scale, width, self.calendar)

    def ground_of(self, row: VisibleRow) -> str:
        """Return the token of a row's ground."""
        return self.table.row_ground(row.serial, self.table.is_chosen(row.serial))

    def item_id(self, row: VisibleRow) -> str | None:
        """Return the id of the plan's row that stands there, None on the line for a new one."""
        return self._model.item_id(row.index)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.table.give_way()
        painter = QPainter(self.viewport())
        self.painting.paint(painter, event.rect())
        painter.end()
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(_LATER, self, lambda: self._say(""))

    # Pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(self, event)

    def row_under(self, at: QPoint) -> VisibleRow | None:
        """Return the row at a point of the chart."""
        return next((row for row in self.rows() if row.top <= at.y() < row.top + row.height), None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip_at(self, event.pos()), self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent) and pinch(self, event):
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointer.leave()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self.row_under(at)
        link = self.links.at(at.x(), at.y())
        layout = self.layout_of(row) if row is not None else None
        hit = layout.hit_at(at.x(), at.y() - row.top) if layout is not None and row is not None else None
        item_id = self.item_id(row) if row is not None else None
        if link is not None and hit is None:
            self.edit_link(link.id)
        elif item_id:
            self.row_double_clicked.emit(item_id, hit is not None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()
