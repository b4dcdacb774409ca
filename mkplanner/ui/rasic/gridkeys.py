"""What each key does in the matrix: a workshop can be run without a mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from mkplanner.ui import messages

if TYPE_CHECKING:
    from mkplanner.ui.rasic.grid import MatrixGrid

Key = Qt.Key
Modifier: TypeAlias = Qt.KeyboardModifier
Action = QAbstractItemView.CursorAction
_PLAIN = (Modifier.NoModifier, Modifier.ShiftModifier)
_ALT = (Modifier.AltModifier, Modifier.AltModifier | Modifier.ShiftModifier)
_UPWARDS = (Action.MoveUp, Action.MovePageUp, Action.MovePrevious)
_SIGNS = "?+-="


class GridKeys:
    """Carries out the keys of a grid and says which of them no shortcut may take away."""

    def __init__(self, view: MatrixGrid) -> None:
        self._view = view
        self._signs: Mapping[str, Callable[[], object]] = {
            "?": view.asking.emit,
            "+": lambda: self._open(True),
            "=": lambda: self._open(True),
            "-": lambda: self._open(False),
        }

    def keeps(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the grid, whatever the window's menus use it for."""
        modifiers = _bare(event)
        if modifiers in _PLAIN and (event.text().isalpha() or (event.text() and event.text() in _SIGNS)):
            return True
        if event.key() == Key.Key_Space:
            return modifiers in (Modifier.ControlModifier, Modifier.ShiftModifier)
        return modifiers in _ALT and event.key() in (Key.Key_Left, Key.Key_Right)

    def press(self, event: QKeyEvent) -> bool:
        """Carry out a key; False for one that only moves the cursor, or means nothing here."""
        modifiers = _bare(event)
        if modifiers in _ALT and event.key() in (Key.Key_Left, Key.Key_Right):
            step = 1 if event.key() == Key.Key_Right else -1
            self._view.party_moved.emit(step, bool(modifiers & Modifier.ShiftModifier))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._view.lettering.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._view.lettering.paste()
        elif event.key() == Key.Key_Space and modifiers == Modifier.ShiftModifier:
            self._view.choose_row()
        elif event.key() == Key.Key_Space and modifiers == Modifier.ControlModifier:
            self._view.choose_column()
        elif modifiers in _PLAIN:
            return self._plain(event, shifted=modifiers == Modifier.ShiftModifier)
        else:
            return False
        return True

    def _plain(self, event: QKeyEvent, *, shifted: bool) -> bool:
        letters, key = self._view.grid.letters, event.text().upper()
        if key and (letter := letters.by_key.get(key)) is not None:
            self._view.lettering.type_letter(letter.code, alone=shifted)
        elif event.key() in (Key.Key_Delete, Key.Key_Backspace):
            self._view.lettering.clear()
        elif event.key() in (Key.Key_Return, Key.Key_Enter):
            self.step(-1 if shifted else 1)
        elif event.key() == Key.Key_Escape:
            self._view.escaped.emit()
        elif event.text() in self._signs:
            self._signs[event.text()]()
        elif event.text().isalpha():
            messages.note(self._view, f"“{key}” is not a {letters.name} letter; use {letters.told}.")
        else:
            return False
        return True

    def step(self, down: int) -> None:
        """Go to the next row that can hold letters."""
        row = self._view.next_row(self._view.currentIndex().row(), down)
        if row is not None:
            self._view.setCurrentIndex(self._view.grid.index(row, self._view.currentIndex().column()))

    def _open(self, wanted: bool) -> None:
        """Open or shut the cursor's row; a row without parts shuts the one it belongs to, and the cursor goes there."""
        grid, item = self._view.grid, self._view.current_item()
        if not item:
            return
        if not wanted and (not grid.has_parts(item) or grid.is_shut(item)):
            parent = grid.matrix.plan.items[item].parent
            row = grid.matrix.plan.items.get(parent or "")
            if row is None or row.kind.is_heading:
                return
            self._view.go_to(row.id)
            item = row.id
        grid.open_row(item, wanted)

    def target(self, action: Action, modifiers: Modifier, usual: QModelIndex) -> QModelIndex:
        """Return where a movement of the cursor ends: never in a heading, and at the edges of the letters."""
        view, grid, current = self._view, self._view.grid, self._view.currentIndex()
        last = max(0, grid.check_column - 1)
        controlled = bool(modifiers & Modifier.ControlModifier)
        if action in (Action.MoveNext, Action.MovePrevious):
            return self._next(current, 1 if action is Action.MoveNext else -1)
        row, column = usual.row(), usual.column()
        if action in (Action.MoveHome, Action.MoveEnd):
            to_start = action is Action.MoveHome
            column = 0 if to_start else last
            row = (0 if to_start else grid.rowCount() - 1) if controlled else current.row()
        elif controlled and action in (Action.MoveLeft, Action.MoveRight):
            row, column = current.row(), 0 if action is Action.MoveLeft else last
        elif controlled and action in (Action.MoveUp, Action.MoveDown):
            row, column = 0 if action is Action.MoveUp else grid.rowCount() - 1, current.column()
        for step in (-1, 1) if action in _UPWARDS or (action is Action.MoveEnd and controlled) else (1, -1):
            found = row if view.is_letter_row(row) else view.next_row(row, step)
            if found is not None:
                return grid.index(found, column) if self._goes_on(action, found, current) else current
        return current

    def _goes_on(self, action: Action, row: int, current: QModelIndex) -> bool:
        """Whether a step up or down leads there: above the first row a heading must not send the cursor down again."""
        if action is Action.MoveUp:
            return row <= current.row()
        return row >= current.row() if action is Action.MoveDown else True

    def _next(self, current: QModelIndex, step: int) -> QModelIndex:
        """The next cell in reading order, from the end of a row to the start of the next."""
        grid, column = self._view.grid, current.column() + step
        if 0 <= column < grid.check_column:
            return grid.index(current.row(), column)
        row = self._view.next_row(current.row(), step)
        if row is None:
            return current
        return grid.index(row, 0 if step > 0 else grid.check_column - 1)


def _bare(event: QKeyEvent) -> Modifier:
    """The modifiers without that of the number pad."""
    return event.modifiers() & ~Modifier.KeypadModifier
