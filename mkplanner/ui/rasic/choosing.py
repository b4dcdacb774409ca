"""A table of the matrix that knows which of its cells can hold letters, and which of them are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtWidgets import QTableView, QWidget

from mkplanner.ui.itemmodels.matrixgrid import MatrixModel

Span = tuple[list[int], list[int]]
_Flag = QItemSelectionModel.SelectionFlag


class ChoosingTable(QTableView):
    """Headings and the checks hold no letters: they are passed over wherever cells are counted or chosen."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid = model

    def is_letter_row(self, row: int) -> bool:
        """Whether a row can hold letters."""
        return 0 <= row < self.grid.rowCount() and not self.grid.entry(row).item.kind.is_heading

    def next_row(self, row: int, step: int) -> int | None:
        """Return the nearest row above (-1) or below (1) that can hold letters, or None."""
        row += step
        while 0 <= row < self.grid.rowCount():
            if self.is_letter_row(row):
                return row
            row += step
        return None

    def letter_rows(self, first: int, last: int) -> list[int]:
        """Return the rows from first to last that can hold letters."""
        return [row for row in range(first, last + 1) if self.is_letter_row(row)]

    def rows_from(self, first: int, number: int) -> list[int]:
        """Return so many rows that can hold letters, from one on, as far as there are any."""
        return self.letter_rows(first, self.grid.rowCount() - 1)[:number]

    def place_at(self, row: int, column: int) -> tuple[str, str] | None:
        """Return item and party of a cell that can hold letters, None for any other."""
        party = self.grid.party(column)
        return (self.grid.entry(row).item.id, party.id) if party is not None and self.is_letter_row(row) else None

    def places(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[tuple[str, str] | None]]:
        """Return `place_at` for every cell of these rows and columns, line by line."""
        parties = [self.grid.party(column) for column in columns]
        items = [self.grid.entry(row).item.id if self.is_letter_row(row) else None for row in rows]
        return [[(item, party.id) if item and party else None for party in parties] for item in items]

    # ---- what is chosen

    def chosen(self) -> list[tuple[str, str]]:
        """Return item and party of each chosen cell that can hold letters."""
        places = (
            self.place_at(row, column)
            for part in self._parts()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        )
        return list(dict.fromkeys(place for place in places if place is not None))

    def _parts(self) -> list[QItemSelectionRange]:
        found = self.selectionModel().selection()
        return [found[place] for place in range(found.size())]  # type: ignore[index]

    def chosen_span(self) -> Span:
        """Return the rows that can hold letters and the columns in which cells are chosen, the checks left out."""
        rows: set[int] = set()
        columns: set[int] = set()
        for part in self._parts():
            rows.update(row for row in range(part.top(), part.bottom() + 1) if self.is_letter_row(row))
            columns.update(range(part.left(), min(part.right() + 1, self.grid.check_column)))
        return sorted(rows), sorted(columns)

    def choose(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Choose the cells of these rows and columns, none of those in between, and leave the cursor in the first."""
        if not rows or not columns:
            return
        chosen = QItemSelection()
        for top, bottom in self._stretches(sorted(set(rows))):
            for left, right in _runs(sorted(set(columns))):
                chosen.select(self.grid.index(top, left), self.grid.index(bottom, right))
        self.selectionModel().setCurrentIndex(self.grid.index(min(rows), min(columns)), _Flag.NoUpdate)
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def _stretches(self, rows: Sequence[int]) -> list[tuple[int, int]]:
        """First and last of the rows that follow each other, where headings between them do not count."""
        found: list[tuple[int, int]] = []
        for row in rows:
            if found and (row == found[-1][1] + 1 or self.next_row(found[-1][1], 1) == row):
                found[-1] = (found[-1][0], row)
            else:
                found.append((row, row))
        return found

    def choose_row(self) -> None:
        """Choose the cursor's whole row."""
        self.choose((self.currentIndex().row(),), range(self.grid.check_column))

    def choose_column(self) -> None:
        """Choose the cursor's whole column."""
        column = self.currentIndex().column()
        current = self.currentIndex()
        last = self.grid.index(self.grid.rowCount() - 1, column)
        self.selectionModel().select(QItemSelection(self.grid.index(0, column), last), _Flag.ClearAndSelect)
        self.selectionModel().setCurrentIndex(current, _Flag.NoUpdate)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of the numbers that follow each other."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
