"""The table of letters: arrow keys to go, letters to set, ranges to choose; what keys mean stands in `gridkeys`."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.itemmodels.refusing import refused
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.choosing import ChoosingTable
from mkplanner.ui.rasic.corner import Corner
from mkplanner.ui.rasic.fillhandle import FillHandle
from mkplanner.ui.rasic.gridkeys import GridKeys
from mkplanner.ui.rasic.gridmemory import GridMemory
from mkplanner.ui.rasic.heads import PartyHead
from mkplanner.ui.rasic.lettering import Lettering
from mkplanner.ui.rasic.rowhead import RowHead
from mkplanner.ui.rasic.tokens import TokenDelegate

Index = QModelIndex | QPersistentModelIndex
_ANY = QAbstractItemView.EditTrigger.AllEditTriggers


class MatrixGrid(ChoosingTable):
    """The matrix as a table. `cursor_moved` tells that another cell or range is chosen.

    `menu_wanted` brings the place on the screen where a menu is asked for, `asking` that a question is, `escaped` that it
    is answered; `party_moved` brings how far the cursor's column should go, and whether its whole council goes with it.
    """

    cursor_moved = Signal()
    menu_wanted = Signal(QPoint)
    asking = Signal()
    escaped = Signal()
    party_moved = Signal(int, bool)

    def __init__(self, bridge: SessionBridge, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.bridge = bridge
        self.heads = PartyHead(model, self)
        self.rows = RowHead(model, self)
        self.lettering = Lettering(bridge, self)
        self.handle = FillHandle(self)
        self._keys = GridKeys(self)
        self._corner = Corner(model, self.rows, self)
        self._memory = GridMemory(self)
        self.setObjectName("rasic_grid")
        self.setAccessibleName("RASIC matrix")
        self._set_up()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.rows)
        self.setModel(self.grid)
        self.tokens = TokenDelegate(self.grid, self)
        self.setItemDelegate(self.tokens)
        self.setShowGrid(False)
        self.setProperty("frame", "none")
        self.heads.setStretchLastSection(True)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.heads.setSectionResizeMode(PartyHead.ResizeMode.Fixed)
        self.rows.setSectionResizeMode(RowHead.ResizeMode.Fixed)
        self.grid.modelAboutToBeReset.connect(self._memory.keep)
        self.grid.modelReset.connect(self._memory.restore)
        self.grid.dataChanged.connect(lambda *_: self.rows.viewport().update())
        self.grid.settled.connect(self._on_settled)
        self.rows.geometriesChanged.connect(self._fit_heads)
        self.heads.geometriesChanged.connect(self._fit_heads)
        self.rows.toggled.connect(lambda item: self.grid.open_row(item, self.grid.is_shut(item)))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.measure()

    # ---- measures

    def measure(self) -> None:
        """Give every column and row its size, after a reset or when the text size changes."""
        self.tokens.forget()
        self.heads.measure()
        self.rows.measure()
        for column, width in enumerate(self.heads.widths()):
            self.setColumnWidth(column, width)
        self._offer_room()
        self._fit_heads()
        if not self.currentIndex().isValid():
            self.go_first()

    def _fit_heads(self) -> None:
        for row in range(self.grid.rowCount()):
            height = self.rows.height_of(row)
            if self.rows.sectionSize(row) != height:
                self.setRowHeight(row, height)
        self.updateGeometries()
        self._place_corner()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_room()
        self._place_corner()

    def _offer_room(self) -> None:
        self.rows.offer_room(self.width() - sum(self.heads.widths()) - self.verticalScrollBar().sizeHint().width())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_corner()

    def _place_corner(self) -> None:
        self._corner.setGeometry(0, 0, self.rows.width(), self.heads.height())
        self._corner.raise_()
        self._corner.update()

    # ---- where the cursor is

    def go_first(self) -> None:
        """Put the cursor into the first cell that holds letters."""
        row = self.next_row(-1, 1)
        if row is not None and self.grid.check_column:
            self.setCurrentIndex(self.grid.index(row, 0))

    def go_to(self, item: str, party: str | None = None) -> None:
        """Put the cursor into an item's row, in a party's column or the one where it is; what hides the row is opened."""
        self.grid.reveal(item)
        row = self.grid.row_of(item)
        column = self.grid.column_of(party) if party else None
        if row is not None:
            column = column if column is not None else max(0, self.currentIndex().column())
            self._put_cursor(row, min(column, self.grid.check_column))

    def go_to_party(self, party: str) -> None:
        """Put the cursor into a party's column, in the row where it is."""
        column = self.grid.column_of(party)
        row = self.currentIndex().row() if self.currentIndex().isValid() else self.next_row(-1, 1)
        if column is not None and row is not None:
            self._put_cursor(row, column)

    def _put_cursor(self, row: int, column: int) -> None:
        """Choose one cell and no other, even while the Ctrl of the key that led here is still held."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.grid.index(row, column), alone)

    def current_item(self) -> str:
        """Return the id of the cursor's row, nothing where there is none."""
        row = self.currentIndex().row()
        return self.grid.entry(row).item.id if 0 <= row < self.grid.rowCount() else ""

    def current_party(self) -> str:
        """Return the id of the cursor's party, nothing in the checks."""
        party = self.grid.party(self.currentIndex().column())
        return party.id if party is not None else ""

    # ---- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what the field leaves over, such as Enter, is the field's own business
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger = _ANY, event: QEvent | None = None) -> bool:  # type: ignore[override]
        """Open the line for a qualifier; where the plan can only be looked at, say so before anything is typed."""
        return not refused(self, self.bridge, trigger) and super().edit(index, trigger, event)  # type: ignore[arg-type]

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter, as in Excel."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._keys.step(1)

    def event(self, event: QEvent) -> bool:
        """Keep letters for typing: no menu or toolbar shortcut takes them away."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.state() != QAbstractItemView.State.EditingState
            and self._keys.keeps(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Skip headings on the way: they hold no letters."""
        return self._keys.target(action, modifiers, super().moveCursor(action, modifiers))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            cell = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(cell.bottomLeft()))
            return
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.handle.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.handle.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.handle.release():
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.grid.rows:
            self.handle.draw(painter)
        else:
            self._draw_nothing(painter)
        painter.end()

    def _draw_nothing(self, painter: QPainter) -> None:
        """Say why no row is shown, and the way back."""
        words = self.grid.question.words
        said = f"No row has the words “{words}” here. Empty the filter (Ctrl+F) to see every row." if words else ""
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("text3"))
        room = self.viewport().rect().adjusted(theme.px(16), theme.px(12), -theme.px(16), 0)
        wrapped = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(room, wrapped, said or "No row answers this question. Esc shows every row.")

    # ---- news

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.heads.cursor_column, self.rows.cursor_row = current.column(), current.row()
        self.heads.viewport().update()
        self.rows.viewport().update()

    def _on_settled(self) -> None:
        """Show what the checks say now, also where the signs at the heads take room."""
        if self.heads.name_band != self.heads.wanted_band():
            self.measure()
        for part in (self.heads, self.rows, self):
            part.viewport().update()

    def _on_selection(self) -> None:
        self.viewport().update()  # the handle at the corner of the old choice
        self.cursor_moved.emit()
