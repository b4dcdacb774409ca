"""Outcome cells: one cell may hold several outcomes, and one outcome may belong to several rows."""

from __future__ import annotations

from mkplanner.models.formats.base import DraftOutcome
from mkplanner.models.formats.cleaning import list_entries, one_line


class OutcomeList:
    """Collects outcomes while rows are read; the same text under one heading is one outcome that belongs to each row."""

    def __init__(self) -> None:
        self._found: dict[tuple[int | None, str], tuple[str, list[int], int]] = {}

    def add(self, cell: str, item: int, heading: int | None, line: int) -> None:
        """Take the outcomes of a cell that stands at row `item`, below the group of row `heading`."""
        for text in list_entries(cell):
            _, rows, _ = self._found.setdefault((heading, one_line(text)), (text, [], line))
            if item not in rows:
                rows.append(item)

    def finish(self) -> tuple[DraftOutcome, ...]:
        """Return the outcomes in the order they were first written."""
        return tuple(DraftOutcome(text, tuple(rows), line) for text, rows, line in self._found.values())
