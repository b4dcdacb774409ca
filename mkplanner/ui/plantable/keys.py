"""What the keys do in the table: a spreadsheet's habits on the rows of an outline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from mkplanner.models.outline import outline
from mkplanner.models.status import STYLES
from mkplanner.ui.itemmodels.columns import COLUMNS, STATUS, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable

_Move = QAbstractItemView.CursorAction
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_CORNERS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_STATUS_LETTERS = {style.letter: style.word for style in STYLES.values()}


class TableKeys:
    """Reads key presses for one table. `doings` are the table's orders by name, given by whoever offers them in menus too."""

    def __init__(self, table: PlanTable) -> None:
        self._table = table
        self.doings: dict[str, Callable[[], None]] = {}
        self.next_move: _Move | None = None
        self.has_changed = False
        self.fresh: str | None = None
        self.letter = ""
        self.words = ""

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key press; whether there was anything to do."""
        doing = self.doing(event)
        if doing is not None and doing in self.doings:
            self.doings[doing]()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self._enter()
        elif event.key() in _CORNERS and event.modifiers() & ~_KEYPAD == _CTRL:
            self._table.go_to(self._first_or_last(is_first=event.key() == Qt.Key.Key_Home) or QModelIndex())
        elif self._is_status_letter(event):
            self.doings["set_status"]() if "set_status" in self.doings else None
        else:
            return False
        event.accept()
        return True

    def doing(self, event: QKeyEvent) -> str | None:
        """Return the name of the order that a key press gives, None for one that gives none."""
        for standard, name in _STANDARD:
            if event.matches(standard):
                return name
        return _COMBINATIONS.get((event.key(), event.modifiers() & ~_KEYPAD))

    def _enter(self) -> None:
        """Enter goes down; on the line for a new action it opens it."""
        index = self._table.currentIndex()
        if index.isValid() and index.internalId() == NEW_ROW:
            self._table.edit(self._table.new_row_index())
        else:
            self._go(_Move.MoveDown)

    def _is_status_letter(self, event: QKeyEvent) -> bool:
        letter = event.text().upper()
        index = self._table.currentIndex()
        if index.column() != STATUS or index.internalId() == NEW_ROW or letter not in _STATUS_LETTERS or not letter:
            return False
        self.letter = _STATUS_LETTERS[letter]
        return True

    def move(self, action: _Move, modifiers: Qt.KeyboardModifier = _NONE) -> QModelIndex | None:
        """Return the cell that an arrow or Tab leads to, None where the tree's own answer is right."""
        index = self._table.currentIndex()
        if not index.isValid():
            return None
        if action in (_Move.MoveHome, _Move.MoveEnd) and modifiers & _CTRL:
            return self._first_or_last(is_first=action == _Move.MoveHome)
        if action in (_Move.MoveNext, _Move.MovePrevious):
            return self._beside(index, 1 if action == _Move.MoveNext else -1, wraps=True)
        if action in (_Move.MoveLeft, _Move.MoveRight):
            return self._beside(index, 1 if action == _Move.MoveRight else -1, wraps=False)
        if action in (_Move.MoveHome, _Move.MoveEnd):
            place = 0 if action == _Move.MoveHome else len(COLUMNS) - 1
            return self._shown(index, place, 1 if place == 0 else -1)
        return None

    def _first_or_last(self, *, is_first: bool) -> QModelIndex | None:
        """The first cell of the first row, or the last shown cell of the last row that is open to sight."""
        model = self._table.plan_tree
        index = model.index(0, 0)
        if not is_first:
            self._table.opening.finish()
            index = self._table.indexAbove(self._table.new_row_index().siblingAtColumn(0))
        return self._shown(index, 0 if is_first else len(COLUMNS) - 1, 1 if is_first else -1)

    def _beside(self, index: QModelIndex, step: int, wraps: bool) -> QModelIndex:
        head = self._table.head
        found = self._shown(index, head.visualIndex(index.column()) + step, step)
        if found is not None:
            return found
        if not wraps:
            return index
        row = self._table.indexBelow(index) if step > 0 else self._table.indexAbove(index)
        if not row.isValid():
            return index
        return self._shown(row, 0 if step > 0 else len(COLUMNS) - 1, step) or index

    def _shown(self, index: QModelIndex, place: int, step: int) -> QModelIndex | None:
        """The first shown cell of a row from a place on."""
        head = self._table.head
        while 0 <= place < len(COLUMNS):
            column = head.logicalIndex(place)
            if not head.isSectionHidden(column):
                return index.siblingAtColumn(column)
            place += step
        return None

    def _go(self, action: _Move) -> None:
        target = self._table.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        if target.isValid():
            self._table.go_to(target)

    def after_editing(self, reverted: bool) -> None:
        """Go where the key that ended editing leads; a new row that got no words goes away again."""
        move, self.next_move = self.next_move, None
        fresh, self.fresh = self.fresh, None
        if fresh is not None and self._is_empty(fresh):
            self.doings["take_back_row"]()
        elif move is not None and not reverted:
            if self._table.currentIndex().internalId() == NEW_ROW:
                self._go_on_from_new_row(move)
            else:
                self._go(move)

    def _go_on_from_new_row(self, move: _Move) -> None:
        """Tab goes to the next cell of the action that was just typed, as in a spreadsheet; Enter to the next new one."""
        entries = outline(self._table.plan_tree.plan)
        newest = self._table.plan_tree.index_of(entries[-1].item.id, TITLE) if entries else QModelIndex()
        if move is _Move.MoveNext and self.has_changed and newest.isValid():
            self._table.go_to(newest)
            self._go(move)
        else:
            self._table.go_to(self._table.new_row_index())

    def _is_empty(self, item_id: str) -> bool:
        item = self._table.plan_tree.plan.items.get(item_id)
        return item is not None and not item.title

    def open_or_shut(self, is_open: bool) -> None:
        """Open or shut the current row; shutting one that is shut goes to the row above it."""
        index = self._table.currentIndex()
        chosen = self._table.chosen_ids()
        if chosen and self._table.current_id() not in chosen:  # chosen through a screen reader, say
            index = self._table.plan_tree.index_of(chosen[0], max(index.column(), 0))
        row = index.siblingAtColumn(0)
        if not row.isValid():
            return
        if not is_open and not (self._table.isExpanded(row) and self._table.plan_tree.hasChildren(row)):
            if row.parent().isValid():
                self._table.go_to(row.parent().siblingAtColumn(index.column()))
            return
        self._table.setExpanded(row, is_open)


_STANDARD = (
    (QKeySequence.StandardKey.Copy, "copy"),
    (QKeySequence.StandardKey.Cut, "cut"),
    (QKeySequence.StandardKey.Paste, "paste"),
)
_COMBINATIONS: dict[tuple[int, Qt.KeyboardModifier], str] = {
    (Qt.Key.Key_Delete, _NONE): "clear",
    (Qt.Key.Key_Delete, _CTRL): "delete",
    (Qt.Key.Key_D, _CTRL): "fill_down",
    (Qt.Key.Key_D, _CTRL | _SHIFT): "duplicate",
    (Qt.Key.Key_Semicolon, _CTRL): "set_today",
    (Qt.Key.Key_Space, _SHIFT): "select_rows",
    (Qt.Key.Key_Space, _CTRL): "select_column",
    (Qt.Key.Key_Left, _SHIFT): "extend_left",
    (Qt.Key.Key_Right, _SHIFT): "extend_right",
    (Qt.Key.Key_Insert, _NONE): "add_action",
    (Qt.Key.Key_I, _CTRL): "add_action",
    (Qt.Key.Key_I, _CTRL | _SHIFT): "add_sub_action",
    (Qt.Key.Key_Up, _ALT): "move_up",
    (Qt.Key.Key_Down, _ALT): "move_down",
    (Qt.Key.Key_Up, _ALT | _SHIFT): "move_up",
    (Qt.Key.Key_Down, _ALT | _SHIFT): "move_down",
    (Qt.Key.Key_Right, _ALT): "indent",
    (Qt.Key.Key_Left, _ALT): "outdent",
    (Qt.Key.Key_Right, _ALT | _SHIFT): "indent",
    (Qt.Key.Key_Left, _ALT | _SHIFT): "outdent",
    (Qt.Key.Key_F2, _CTRL): "link",
    (Qt.Key.Key_Right, _CTRL): "open_row",
    (Qt.Key.Key_Left, _CTRL): "shut_row",
    (Qt.Key.Key_M, _CTRL): "hold_dates",
    (Qt.Key.Key_F2, _CTRL | _SHIFT): "next_link",
    (Qt.Key.Key_Right, _CTRL | _SHIFT): "dates_day_later",
    (Qt.Key.Key_Left, _CTRL | _SHIFT): "dates_day_earlier",
    (Qt.Key.Key_Right, _CTRL | _ALT): "dates_week_later",
    (Qt.Key.Key_Left, _CTRL | _ALT): "dates_week_earlier",
    (Qt.Key.Key_Right, _CTRL | _ALT | _SHIFT): "dates_month_later",
    (Qt.Key.Key_Left, _CTRL | _ALT | _SHIFT): "dates_month_earlier",
}
