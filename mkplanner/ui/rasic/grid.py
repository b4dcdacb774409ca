"""The table of letters: arrow keys to go, letters to set, Delete to clear, blocks to copy, paste and fill."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.rasic import LETTERS, read_cell
from mkplanner.ui import messages
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.rasic.heads import Corner, PartyHead, RowHead
from mkplanner.ui.rasic.tokens import TokenDelegate


class MatrixGrid(QTableView):
    """The matrix as a table. `cursor_moved` tells that another cell or range is chosen."""

    cursor_moved = Signal()

    def __init__(self, bridge: SessionBridge, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.grid = model
        self.heads = PartyHead(model, self)
        self.rows = RowHead(model, self)
        self._corner = Corner(self)
        self.setObjectName("rasic_grid")
        self.setAccessibleName("RASIC matrix")
        self._set_up()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.rows)
        self.setModel(self.grid)
        self.setItemDelegate(TokenDelegate(self.grid, self))
        self.setShowGrid(False)
        self.setProperty("frame", "none")
        self.heads.setStretchLastSection(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.heads.setSectionResizeMode(PartyHead.ResizeMode.Fixed)
        self.rows.setSectionResizeMode(RowHead.ResizeMode.Fixed)
        self.grid.modelReset.connect(self.measure)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(lambda *_: self.cursor_moved.emit())
        self.measure()

    def measure(self) -> None:
        """Give every column and row its size, after a reset or when the text size changes."""
        for column, width in enumerate(self.heads.widths()):
            self.setColumnWidth(column, width)
        for row in range(self.grid.rowCount()):
            self.setRowHeight(row, self.rows.height_of(row))
        self.updateGeometries()
        self._place_corner()
        if not self.currentIndex().isValid():
            self.go_first()

    def go_first(self) -> None:
        """Put the cursor into the first cell that holds letters."""
        for row in range(self.grid.rowCount()):
            if not self.grid.entry(row).item.kind.is_heading and self.grid.check_column:
                self.setCurrentIndex(self.grid.index(row, 0))
                return

    def go_to(self, item: str) -> None:
        """Put the cursor into an item's row, in the column where it is."""
        row = self.grid.row_of(item)
        if row is not None:
            self.setCurrentIndex(self.grid.index(row, max(0, self.currentIndex().column())))

    def chosen(self) -> list[tuple[str, str]]:
        """Return item and party of each chosen cell that can hold letters."""
        cells = []
        for index in self.selectionModel().selectedIndexes():
            party, item = self.grid.party(index.column()), self.grid.entry(index.row()).item
            if party is not None and not item.kind.is_heading:
                cells.append((item.id, party.id))
        return cells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters set, Shift adds, Delete clears; everything else moves as in any table."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        letter = event.text().upper()
        if plain and letter and letter in LETTERS:
            self.type_letter(letter, add=bool(event.modifiers()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._step(-1 if event.modifiers() else 1)
        elif plain and event.text().isalpha():
            messages.note(self, f"“{letter}” is not a RASIC letter; use R, A, S, I or C.")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep letters for typing: no menu or toolbar shortcut takes them away."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.text().isalpha():
                event.accept()
                return True
        return super().event(event)

    def type_letter(self, letter: str, *, add: bool) -> None:
        """Set a letter in every chosen cell, or take it out where all of them have it; with `add` the others stay."""
        cells = self.chosen()
        held = {cell: self.grid.matrix.cell(*cell).letters for cell in cells}
        everywhere = bool(cells) and all(letter in letters for letters in held.values())
        if everywhere:
            wanted = {cell: letters.replace(letter, "") for cell, letters in held.items()}
        else:
            wanted = {cell: (letters if add else "") + letter for cell, letters in held.items()}
        self._set(wanted)

    def clear(self) -> None:
        """Take all letters and notes out of the chosen cells."""
        self._set(dict.fromkeys(self.chosen(), ""))

    def fill_down(self) -> None:
        """Give every chosen cell what stands in the topmost chosen one of its column."""
        tops: dict[str, str] = {}
        wanted = {}
        for item, party in sorted(self.chosen(), key=lambda cell: self.grid.row_of(cell[0]) or 0):
            letters = tops.setdefault(party, self.grid.matrix.cell(item, party).letters)
            wanted[item, party] = letters
        self._set(wanted)

    def copy(self) -> None:
        """Put the chosen block on the clipboard as lines of cells, ready for Excel or Word."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column()))
        lines: dict[int, list[str]] = {}
        for index in indexes:
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))

    def paste(self) -> None:
        """Put a block of letters from the clipboard here; one undo step, and nothing where a cell cannot be read."""
        corner = self._top_left()
        lines = QGuiApplication.clipboard().text().rstrip("\n").split("\n")
        wanted: dict[tuple[str, str], str] = {}
        for down, line in enumerate(lines):
            for right, text in enumerate(line.split("\t")):
                cell = self._cell_at(corner.row() + down, corner.column() + right)
                read = read_cell(text)
                if read is None:
                    messages.note(self, f"“{text.strip()[:40]}” holds no RASIC letters, so nothing was pasted.")
                    return
                if cell is not None:
                    wanted[cell] = read[0]
        self._set(wanted)

    def _top_left(self) -> QModelIndex:
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return min(chosen, key=lambda index: (index.row(), index.column()))

    def _cell_at(self, row: int, column: int) -> tuple[str, str] | None:
        party = self.grid.party(column)
        if party is None or not 0 <= row < self.grid.rowCount():
            return None
        item = self.grid.entry(row).item
        return None if item.kind.is_heading else (item.id, party.id)

    def _set(self, wanted: Mapping[tuple[str, str], str]) -> None:
        if wanted:
            self._bridge.run(SetCells(wanted), self)

    def _step(self, down: int) -> None:
        """Go to the next row that can hold letters."""
        row = self.currentIndex().row() + down
        while 0 <= row < self.grid.rowCount() and self.grid.entry(row).item.kind.is_heading:
            row += down
        if 0 <= row < self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(row, self.currentIndex().column()))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Skip headings on the way up and down: they hold no letters."""
        target = super().moveCursor(action, modifiers)
        down = -1 if action in _UPWARDS else 1
        row = target.row()
        while 0 <= row < self.grid.rowCount() and self.grid.entry(row).item.kind.is_heading:
            row += down
        if not 0 <= row < self.grid.rowCount():
            return self.currentIndex()
        return self.grid.index(row, target.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corner over the place where the heads meet."""
        super().resizeEvent(event)
        self._place_corner()

    def updateGeometries(self) -> None:
        """As Qt does, and the corner with it."""
        super().updateGeometries()
        self._place_corner()

    def _place_corner(self) -> None:
        self._corner.setGeometry(0, 0, self.rows.width(), self.heads.height())
        self._corner.raise_()

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.heads.cursor_column, self.rows.cursor_row = current.column(), current.row()
        self.heads.viewport().update()
        self.rows.viewport().update()
        self.cursor_moved.emit()


_UPWARDS = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
    QAbstractItemView.CursorAction.MovePrevious,
)
