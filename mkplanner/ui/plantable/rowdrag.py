"""Dragging rows with the pointer: a line shows between which rows they would stand, a frame below which one.

A drag begins on the number of a row, or on a row that is chosen already; elsewhere the pointer chooses rows as it passes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from mkplanner.models.commands import rowcommands
from mkplanner.models.commands.rows import AT_END
from mkplanner.models.outline import ancestors
from mkplanner.models.plan import Item
from mkplanner.records import frozen
from mkplanner.ui import messages
from mkplanner.ui.itemmodels.columns import REF, TITLE
from mkplanner.ui.look import theme

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable

_EDGE, _PACE = 28, 40
"""How near the window's end rows begin to scroll, in pixels, and after how many milliseconds they go on."""


@frozen
class Drop:
    """Where rows would stand, and what shows it: a line from `left` at a height, or with `into` a frame round a row."""

    parent: str | None
    after: str | None
    rect: QRect
    into: bool = False


class RowDrag(QObject):
    """Follows the pointer of one table; `drop` is where rows would go now."""

    def __init__(self, table: PlanTable) -> None:
        super().__init__(table)
        self._table = table
        self._start: QPoint | None = None
        self._has_kept = False
        self._at = QPoint()
        self.rows: list[str] = []
        self.drop: Drop | None = None
        self._scroll = QTimer(self, interval=_PACE)
        self._scroll.timeout.connect(self._go_on_scrolling)

    @property
    def is_on(self) -> bool:
        """Whether rows are being dragged."""
        return bool(self.rows)

    @property
    def is_waiting(self) -> bool:
        """Whether a press on one of several chosen rows has left them chosen, in case a drag should follow."""
        return self._start is not None and self._has_kept

    def press(self, event: QMouseEvent) -> bool:
        """Remember a press that may begin a drag; whether the selection should stay as it is for now."""
        table, at = self._table, event.position().toPoint()
        index = table.indexAt(at)
        id_ = table.plan_tree.item_id(index)
        self._start = None
        if event.button() != Qt.MouseButton.LeftButton or not id_ or event.modifiers():
            return False
        is_chosen = table.selectionModel().isSelected(index)
        if is_chosen or index.column() == REF:
            self._start = at
        self._has_kept = is_chosen and len(table.chosen_ids()) > 1
        return self._has_kept

    def move(self, event: QMouseEvent) -> bool:
        """Follow the pointer; whether rows are being dragged."""
        self._at = event.position().toPoint()
        if self._start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        if not self.is_on:
            if (self._at - self._start).manhattanLength() < QApplication.startDragDistance():
                return True
            self._begin()
        if self.is_on:
            self._follow()
        return True

    def _begin(self) -> None:
        table = self._table
        if table.plan_tree.is_rearranged:
            from mkplanner.ui.plantable.rowdoings import FLAT

            messages.note(table, FLAT)
            self._start = None
            return
        under = table.plan_tree.item_id(table.indexAt(self._start or self._at))
        chosen = table.chosen_ids()
        rows = chosen if under in chosen else (under,) if under else ()
        self.rows = rowcommands.tops(table.plan_tree.plan, rows)
        self._scroll.start()
        table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _follow(self) -> None:
        self.drop = self._drop_at(self._at)
        shape = Qt.CursorShape.ClosedHandCursor if self.drop is not None else Qt.CursorShape.ForbiddenCursor
        self._table.viewport().setCursor(shape)
        self._table.viewport().update()

    def release(self) -> bool:
        """Move the rows to where they were dropped; whether a drag has ended."""
        rows, drop, was_on = self.rows, self.drop, self.is_on
        self.cancel()
        if was_on and drop is not None:
            command = rowcommands.move_to(self._table.plan_tree.plan, rows, drop.parent, drop.after)
            if command is not None and self._table.plan_tree.run(command):
                self._table.choose(rows[0])
        return was_on

    def cancel(self) -> None:
        """Leave everything where it was."""
        self._start, self.rows, self.drop = None, [], None
        self._scroll.stop()
        self._table.viewport().unsetCursor()
        self._table.viewport().update()

    def _go_on_scrolling(self) -> None:
        bar, height = self._table.verticalScrollBar(), self._table.viewport().height()
        edge = theme.px(_EDGE)
        step = self._at.y() - edge if self._at.y() < edge else self._at.y() - (height - edge)
        if self._at.y() < edge or self._at.y() > height - edge:
            bar.setValue(bar.value() + step // 2)
            self._follow()

    # Where

    def _drop_at(self, at: QPoint) -> Drop | None:
        table, plan = self._table, self._table.plan_tree.plan
        index = table.row_at(min(max(at.y(), 0), table.viewport().height() - 1))
        item = plan.items.get(table.plan_tree.item_id(index) or "")
        if item is None:
            return self._at_the_end()
        rect = table.visualRect(index.siblingAtColumn(0))
        part = (at.y() - rect.top()) / max(rect.height(), 1)
        goes_work = not any(plan.items[id_].kind.is_heading for id_ in self.rows)
        if part < 0.3 and item.kind.is_heading and goes_work:
            above = table.plan_tree.item_id(table.indexAbove(index))
            return self._below(plan.items[above], rect.top()) if above else None
        if part < 0.3:
            return self._checked(item.parent, self._before(item), item, rect.top())
        if part > 0.7 or (item.kind.is_heading and goes_work and table.isExpanded(index.siblingAtColumn(0))):
            return self._below(item, rect.bottom() + 1)
        return self._checked(item.id, AT_END, item, rect.top(), into=True)

    def _below(self, item: Item, y: int) -> Drop | None:
        """Right below a row: as the first of those below it where they are in sight, else after it."""
        table, plan = self._table, self._table.plan_tree.plan
        is_open = table.isExpanded(table.plan_tree.index_of(item.id)) and plan.children.get(item.id)
        goes_work = not any(plan.items[id_].kind.is_heading for id_ in self.rows)
        if is_open or (item.kind.is_heading and goes_work):
            return self._checked(item.id, None, item, y, deeper=1)
        return self._checked(item.parent, item.id, item, y)

    def _before(self, item: Item) -> str | None:
        siblings = [row.id for row in self._table.plan_tree.plan.children.get(item.parent, ())]
        place = siblings.index(item.id)
        return siblings[place - 1] if place else None

    def _checked(
        self, parent: str | None, after: str | None, item: Item, y: int, into: bool = False, deeper: int = 0
    ) -> Drop | None:
        """The drop, None where a row would stand below itself or a heading below an action."""
        plan, table = self._table.plan_tree.plan, self._table
        way = {parent, *(row.id for row in ancestors(plan, parent))} if parent else set()
        if way.intersection(self.rows):
            return None
        above = plan.items.get(parent or "")
        if above is not None and not above.kind.is_heading and any(plan.items[i].kind.is_heading for i in self.rows):
            return None
        serial = table.plan_tree.index_of(item.id).internalId()
        left = table.columnViewportPosition(TITLE) + table.rows.text_left(serial, item.kind.is_heading)
        left += deeper * table.rows.measures.step
        height = table.rows.height(serial) if into else 0
        return Drop(parent, after, QRect(left, y, table.viewport().width() - left, height), into)

    def _at_the_end(self) -> Drop | None:
        table, plan = self._table, self._table.plan_tree.plan
        parent = None if any(plan.items[id_].kind.is_heading for id_ in self.rows) else rowcommands.last_heading(plan)
        y = table.visualRect(table.new_row_index()).top()
        left = table.columnViewportPosition(TITLE) + theme.px(19)
        return Drop(parent, AT_END, QRect(left, y, table.viewport().width() - left, 0))

    # Look

    def paint(self, painter: QPainter) -> None:
        """Draw the line or frame of where rows would go."""
        if self.drop is None:
            return
        colour, rect = theme.colour("focus"), self.drop.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2))
        if self.drop.into:
            painter.drawRoundedRect(rect.adjusted(-theme.px(4), 1, -2, -2), 3, 3)
            return
        reach = theme.px(4)
        painter.drawLine(rect.left() + reach, rect.top(), rect.right() - 2, rect.top())
        painter.drawEllipse(QPoint(rect.left(), rect.top()), reach, reach)
