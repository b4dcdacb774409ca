"""What can be done to the chosen cells of the matrix: letters put in and out, cleared, filled, copied and pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from mkplanner.models.commands.rasic import SetCells, Words
from mkplanner.models.formats.cell_block import Block, read_block, write_html, write_text
from mkplanner.models.formats.headed_block import HeadedBlock, read_heads
from mkplanner.models.rasic.letters import normalise
from mkplanner.models.rasic.matrix import Cell
from mkplanner.models.wording import count
from mkplanner.ui import messages
from mkplanner.ui.bridge import SessionBridge

if TYPE_CHECKING:
    from mkplanner.ui.rasic.grid import MatrixGrid

Place = tuple[str, str]
"""A cell by the ids of its item and its party."""


class Lettering(QObject):
    """Turns what is done to the grid's chosen cells into commands, each one undo step."""

    def __init__(self, bridge: SessionBridge, view: MatrixGrid) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._view = view
        self._grid = view.grid

    def _cell(self, place: Place) -> Cell:
        return self._grid.matrix.cell(*place)

    def type_letter(self, code: str, *, alone: bool = False) -> None:
        """Put a letter into every chosen cell, or take it out where all of them have it; `alone` takes the others out."""
        held = {place: self._cell(place).letters for place in self._view.chosen()}
        everywhere = bool(held) and all(code in letters for letters in held.values())
        wanted: dict[Place, Words]
        if alone:
            wanted = dict.fromkeys(held, code)
        elif everywhere:
            wanted = {place: letters.replace(code, "") for place, letters in held.items()}
        else:
            wanted = {place: normalise(letters + code) for place, letters in held.items()}
        self._set(wanted)

    def clear(self) -> None:
        """Take all letters and notes out of the chosen cells."""
        self._set(dict.fromkeys(self._view.chosen(), ""), "Clear RASIC letters")

    def fill_down(self) -> None:
        """Give every chosen cell what stands in the topmost chosen one of its column; a single cell takes the one above."""
        rows, columns = self._view.chosen_span()
        if len(rows) == 1 and (above := self._view.next_row(rows[0], -1)) is not None:
            rows = [above, *rows]
        self._fill([((rows[0], column), (row, column)) for row in rows[1:] for column in columns], "Fill down")

    def fill_right(self) -> None:
        """Give every chosen cell what stands in the leftmost chosen one of its row; a single cell takes the one before."""
        rows, columns = self._view.chosen_span()
        if len(columns) == 1 and columns[0] > 0:
            columns = [columns[0] - 1, *columns]
        self._fill([((row, columns[0]), (row, column)) for row in rows for column in columns[1:]], "Fill right")

    def fill_from(
        self, source: tuple[Sequence[int], Sequence[int]], rows: Sequence[int], columns: Sequence[int]
    ) -> None:
        """Repeat a block of cells over others, as dragging its corner does."""
        tall, wide = len(source[0]), len(source[1])
        pairs = [
            ((source[0][down % tall], source[1][right % wide]), (row, column))
            for down, row in enumerate(rows)
            for right, column in enumerate(columns)
        ]
        self._fill(pairs, "Fill cells")

    def _fill(self, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]], title: str) -> None:
        wanted: dict[Place, Words] = {}
        for source, target in pairs:
            taken, place = self._view.place_at(*source), self._view.place_at(*target)
            if taken is not None and place is not None and taken != place:
                cell = self._cell(taken)
                wanted[place] = (cell.letters, cell.qualifier)
        self._set(wanted, title)

    def copy(self, *, with_heads: bool = False) -> None:
        """Put the chosen block on the clipboard as text and as a table, ready for Excel or Word."""
        rows, columns = self._view.chosen_span()
        if not rows or not columns:
            return
        block = [[self._text(row, column) for column in columns] for row in rows]
        if with_heads:
            names = [party.name if (party := self._grid.party(column)) else "Checks" for column in columns]
            titles = [self._grid.entry(row) for row in rows]
            block = [[entry.number, entry.item.title, *cells] for entry, cells in zip(titles, block, strict=True)]
            block.insert(0, ["Ref", "Action", *names])
        data = QMimeData()
        data.setText(write_text(block))
        data.setHtml(write_html(block, heads=int(with_heads)))
        QGuiApplication.clipboard().setMimeData(data)
        messages.note(self._view, f"Copied {count(len(rows), 'row')} of {count(len(columns), 'cell')} each.")

    def _text(self, row: int, column: int) -> str:
        return str(self._grid.index(row, column).data() or "")

    def paste(self) -> None:
        """Put a block of letters from the clipboard here, or where its heads say; one undo step.

        Nothing is pasted where a cell cannot be read.
        """
        data = QGuiApplication.clipboard().mimeData()
        block = read_block(data.text(), data.html() if data.hasHtml() else "")
        headed = read_heads(block, self._grid.rows, self._grid.columns, self._grid.letters)
        if headed is not None:
            self._paste_by_heads(headed)
            return
        read = self._read(block)
        if read is None or not read:
            return
        rows, columns = self._targets(len(read), len(read[0]))
        wanted: dict[Place, Words] = {}
        for down, line in enumerate(self._view.places(rows, columns)):
            words = read[down % len(read)]
            wanted.update((place, words[right % len(words)]) for right, place in enumerate(line) if place is not None)
        if self._set(wanted, "Paste RASIC letters"):
            self._view.choose(rows, columns)
            self._tell_lost(len(read) - len(rows), len(read[0]) - len(columns))

    def _paste_by_heads(self, headed: HeadedBlock) -> None:
        """Put letters into the rows and columns that are named; where a side has no names, from the chosen cell on."""
        read = self._read(headed.letters)
        if read is None or not read or not read[0]:
            return
        first_rows, first_columns = self._targets(len(read), len(read[0]))
        rows: Sequence[int | None] = first_rows if headed.rows is None else headed.rows
        columns: Sequence[int | None] = first_columns if headed.columns is None else headed.columns
        wanted: dict[Place, Words] = {}
        for line, row in zip(read, rows, strict=False):
            for words, column in zip(line, columns, strict=False):
                place = None if row is None or column is None else self._view.place_at(row, column)
                if place is not None:
                    wanted[place] = words
        if self._set(wanted, "Paste RASIC letters"):
            known_rows, known_columns = _known(rows), _known(columns)
            self._view.choose(known_rows, known_columns)
            self._tell_lost(len(read) - len(known_rows), len(read[0]) - len(known_columns))

    def _read(self, block: Block) -> list[list[tuple[str, str]]] | None:
        """The codes and notes of a block, None where a cell holds none of the plan's letters, which is told."""
        found = []
        letters = self._grid.letters
        known = {text: letters.read(text) for text in {text for row in block for text in row}}
        for row in block:
            cells = [known[text] for text in row]
            if None in cells:
                strange = " ".join(row[cells.index(None)].split())[:40]
                messages.note(self._view, f"“{strange}” holds no {letters.name} letters, so nothing was pasted.")
                return None
            found.append([cell for cell in cells if cell is not None])
        return found

    def _targets(self, tall: int, wide: int) -> tuple[list[int], list[int]]:
        """The rows and columns a block goes to: from the first chosen cell on, or all chosen ones if it fits a whole number
        of times.
        """
        rows, columns = self._view.chosen_span()
        if not rows or not columns:
            return [], []
        if len(rows) % tall == 0 and len(columns) % wide == 0:
            return rows, columns
        below = self._view.rows_from(rows[0], tall)
        return below, list(range(columns[0], min(columns[0] + wide, self._grid.check_column)))

    def _tell_lost(self, below: int, right: int) -> None:
        lost = [count(below, "row")] * (below > 0) + [count(right, "column")] * (right > 0)
        if lost:
            messages.note(
                self._view, f"{' and '.join(lost)} of the copied block lie outside the matrix and were left out."
            )

    def _set(self, wanted: Mapping[Place, Words], title: str = "Change RASIC letters") -> bool:
        return bool(wanted) and self._bridge.run(SetCells(wanted, title), self._view) is not None


def _known(places: Sequence[int | None]) -> list[int]:
    return sorted(place for place in places if place is not None)
