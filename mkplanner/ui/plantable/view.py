"""The table of the plan: a tree with spreadsheet keys whose rows wrap, and the one source of row geometry for the chart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from mkplanner.ui.itemmodels.columns import REF, TITLE
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.cellrange import CellRange
from mkplanner.ui.plantable.choice import ChoosingTree
from mkplanner.ui.plantable.delegates import CellDelegate
from mkplanner.ui.plantable.expansion import Expansion
from mkplanner.ui.plantable.keys import TableKeys
from mkplanner.ui.plantable.rowdrag import RowDrag
from mkplanner.ui.plantable.rowpainter import RowPainter

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_MANY = 40
"""When more rows than this change at once, laying all out again when they are looked at is quicker than measuring each."""


class PlanTable(ChoosingTree):
    """Shows a `PlanTree`. `tinted` brings the tops and heights of rows that have got another ground."""

    tinted = Signal(object)

    def __init__(self, model: PlanTree, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setObjectName("plan_table")
        self.setAccessibleName("Actions")
        self.setAccessibleDescription("Table of the plan's rows. F2 edits a cell, Insert adds a row.")
        self.painter = RowPainter(model, self.head, self.rows, theme.current())
        self.hovered = 0
        self._pixels = theme.px(120)
        self.cell_delegate = CellDelegate(self)
        self.setItemDelegate(self.cell_delegate)
        self.cells = CellRange(self)
        self.drag = RowDrag(self)
        self.keys = TableKeys(self)
        self.expansion = Expansion(self)
        self._listen(model)
        self.fit_ref()

    def _listen(self, model: PlanTree) -> None:
        model.patched.connect(self._forget)
        model.shifted.connect(self.rows.forget_places)
        model.renumbered.connect(self.fit_ref)
        model.renumbered.connect(self.moved.emit)
        model.renumbered.connect(lambda: self.rows.forget([NEW_ROW]))  # its words tell whether there are other rows
        self.head.sectionResized.connect(lambda *_: self.lay_out_again())
        self.head.sectionMoved.connect(lambda *_: self.lay_out_again())
        self.head.columns_changed.connect(self.lay_out_again)
        bar = self.verticalScrollBar()
        for moving in (self.expanded, self.collapsed, bar.valueChanged, bar.rangeChanged):
            moving.connect(lambda *_: self.moved.emit())

    # Looks

    def refresh_look(self) -> None:
        """Take up colours, fonts and measures afresh; columns grow with the letters."""
        grown, self._pixels = theme.px(120) / self._pixels, theme.px(120)
        if grown != 1:
            self.head.grow(grown)
        self.rows.refresh()
        self.painter = RowPainter(self.plan_tree, self.head, self.rows, theme.current())
        self.fit_ref()
        self.lay_out_again(at_once=True)
        self.head.viewport().update()

    def _forget(self, serials: list[int] | None) -> None:
        self.rows.forget(serials)
        if serials is None or len(serials) > _MANY:
            self.scheduleDelayedItemsLayout()  # else Qt would ask for the height of each of them at once
        self.viewport().update()
        self.moved.emit()

    def mark_words(self, words: str) -> None:
        """Mark the words that somebody looks for wherever they stand in a row, here and on the chart; none for no words."""
        if self.rows.seek(words):
            self.viewport().update()
            self.moved.emit()

    def row_ground(self, serial: int, is_selected: bool) -> str:
        """Return the token of a row's ground, the same for table and chart."""
        return self.painter.ground(serial, is_selected and serial != NEW_ROW, serial == self.hovered)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        serial = index.internalId()
        rect = QRect(0, option.rect.y(), self.viewport().width(), option.rect.height())
        row = self.plan_tree.index_at(serial)
        ground = self.row_ground(serial, self.is_chosen(serial))
        self.painter.paint(painter, rect, serial, ground, self.isExpanded(row))
        if self.cells.is_wide() and self.is_chosen(serial):
            self._outline_range(painter, rect)
        current = self.currentIndex()
        if current.internalId() == serial and current.isValid() and self.hasFocus():
            self.painter.focus_frame(painter, self._framed(serial, current.column(), rect))

    def _outline_range(self, painter: QPainter, row: QRect) -> None:
        """Lines at both sides of the chosen columns; the rows themselves are tinted."""
        columns = self.cells.columns()
        left, right = self.columnViewportPosition(columns[0]), self.columnViewportPosition(columns[-1])
        for x in (left, right + self.columnWidth(columns[-1]) - 2):
            painter.fillRect(QRect(x, row.top(), 2, row.height()), self.painter.look.colour("focus"))

    def _framed(self, serial: int, column: int, row: QRect) -> QRect:
        """The cell to frame; on headings and the last line all that words may run over, so that no line crosses them."""
        cell = QRect(self.columnViewportPosition(column), row.top(), self.columnWidth(column), row.height())
        if (
            column != REF
            and (self.rows.is_heading(serial) or serial == NEW_ROW)
            and (column == TITLE or not self.plan_tree.text(serial, column))
        ):
            cell.setLeft(self.columnViewportPosition(TITLE))
            cell.setRight(row.right())
        return cell

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Rows draw their own sign for rows below."""

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        self.expansion.open_first()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.cell_delegate.keep_open_words()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.drag.is_on and event.key() == Qt.Key.Key_Escape:
            self.drag.cancel()
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed where nothing can be written go nowhere; else what follows would be written into another row."""

    def selectAll(self) -> None:
        """Choose every row that is open to sight, the rows below one at once; Qt would go from row to row."""
        self.opening.finish()
        self.choose_all()

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action == _Move.MovePageDown:
            self.opening.finish()
        self.opening.reach(self.currentIndex())
        return self.keys.move(action, modifiers) or super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and self._press_chevron(index, at):
            return
        if is_left and not index.isValid():
            # Below the last row, so that typing never lands in a cell that nobody looks at any more.
            self.go_to(self.new_row_index())
            return
        if self.drag.press(event):
            return
        super().mousePressEvent(event)
        if is_left and index.internalId() == NEW_ROW:
            self.edit(self.new_row_index())

    def _press_chevron(self, index: QModelIndex, at: QPoint) -> bool:
        if not self._is_on_chevron(index, at):
            return False
        row = index.siblingAtColumn(0)
        self.setExpanded(row, not self.isExpanded(row))
        return True

    def _is_on_chevron(self, index: QModelIndex, at: QPoint) -> bool:
        return self.painter.hits_chevron(index.internalId(), self.visualRect(index).top(), at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_single = self.drag.is_waiting and not self.drag.is_on
        if self.drag.release():
            return
        super().mouseReleaseEvent(event)
        if is_single and not event.modifiers():
            self.go_to(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the cell, even one of several chosen rows, of whose first press Qt was not told in case of a drag."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not is_left or not index.isValid() or self._is_on_chevron(index, at):
            super().mouseDoubleClickEvent(event)
            return
        self.go_to(index)
        self.edit(index, QAbstractItemView.EditTrigger.DoubleClicked, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self.painter.look.colour("base"))
        ground.end()
        super().paintEvent(event)
        if self.drag.drop is not None:
            painter = QPainter(self.viewport())
            self.drag.paint(painter)
            painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag.move(event):
            return
        super().mouseMoveEvent(event)
        self.hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(QModelIndex())

    def hover(self, index: QModelIndex) -> None:
        """Tint the row under the pointer, wherever the pointer is: here or on the chart."""
        serial = index.internalId() if index.isValid() else 0
        if serial != self.hovered:
            tinted, self.hovered = (self.hovered, serial), serial
            rects = [
                self.visualRect(self.plan_tree.index_at(one)) for one in tinted if one in self.plan_tree.rows.present
            ]
            for rect in rects:
                self.viewport().update(0, rect.top(), self.viewport().width(), rect.height())
            self.tinted.emit([(rect.top(), rect.height()) for rect in rects])

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.keys.after_editing(reverted=hint == QAbstractItemDelegate.EndEditHint.RevertModelCache)
