"""Puts the cells of a row that lost some of its columns back under the right headings.

A converter that writes "cell / cell / cell" leaves empty cells out. What stands in the whole rows above and below tells
which column a cell belongs to: dates under dates, names under names, a status among the words of that column.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.owner_cells import looks_like_owner
from mkplanner.models.status import read_status
from mkplanner.models.timeframes.recognise import looks_like_date_cell
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.records import frozen

_STATE = re.compile(r"^(?:(?:on|off) (?:target|track|schedule)|n/?a|not applicable|tbc|deleted|revised|pending)$", re.I)
_LATER_IS_EMPTY = 0.15
"""How much likelier a column further right is to be the empty one, all else being equal."""
_WITHOUT_EXAMPLES = 1.0
"""The same where no row is whole, so that nothing but the order of the cells can be relied on."""
_MERGED = -0.5


@frozen
class _Habit:
    """What the cells of one column are like in the rows that are whole."""

    length: float
    dated: float
    openings: frozenset[str]
    values: frozenset[str]


class Aligner:
    """Knows the columns and the whole rows of one table."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], context: PlanContext) -> None:
        self._fields = [column.field for column in columns]
        self._context = context
        whole = [row for row in rows if len(row) == len(columns)][:60]
        self._habits = [self._habit([row[number] for row in whole]) for number in range(len(columns))]
        step = _LATER_IS_EMPTY if whole else _WITHOUT_EXAMPLES
        # A heading cell is merged over its rows, so that it is the first to be missing.
        merged = [field in ("theme", "objective") for field in self._fields]
        self._costs = [_MERGED if merged[n] else step * (len(columns) - n) for n in range(len(columns))]

    def align(self, cells: Sequence[str]) -> list[str]:
        """Return one cell for each column, empty where the row had none; cells too many are joined to the last."""
        width = len(self._fields)
        if len(cells) == width:
            return list(cells)
        if len(cells) > width:
            return [*cells[: width - 1], " / ".join(cells[width - 1 :])]
        return self._best(cells)

    def _best(self, cells: Sequence[str]) -> list[str]:
        """Choose the columns with the best score, keeping the order of the cells."""
        width, count = len(self._fields), len(cells)
        scores = [[self._score(cell, number) for number in range(width)] for cell in cells]
        best = [[-math.inf] * (width + 1) for _ in range(count + 1)]
        best[0] = [-sum(self._costs[:number]) for number in range(width + 1)]
        took = [[False] * (width + 1) for _ in range(count + 1)]
        for cell in range(1, count + 1):
            for number in range(cell, width + 1):
                skip = best[cell][number - 1] - self._costs[number - 1]
                take = best[cell - 1][number - 1] + scores[cell - 1][number - 1]
                best[cell][number], took[cell][number] = max((skip, False), (take, True))
        found = [""] * width
        cell, number = count, width
        while cell:
            if took[cell][number]:
                cell -= 1
                found[number - 1] = cells[cell]
            number -= 1
        return found

    def _score(self, cell: str, number: int) -> float:
        field, habit = self._fields[number], self._habits[number]
        words = len(cell.split())
        if cell.strip().casefold() in habit.values and words <= 4:
            return 3.0
        test = _TESTS.get(field or "")
        if test is not None:
            return 2.5 if test(cell, self._context) else -1.0 - min(words, 12) / 6
        score = 0.0 if habit.length == 0 else 0.5 - 0.5 * abs(math.log((len(cell) + 1) / (habit.length + 1)))
        score += 1.5 if cell.split()[:1] and cell.split()[0].casefold() in habit.openings else 0.0
        return score + 0.8 * (0.5 - abs(habit.dated - _has_date(cell)))

    def _habit(self, cells: Sequence[str]) -> _Habit:
        filled = [cell for cell in cells if cell.strip()]
        if not filled:
            return _Habit(0.0, 0.5, frozenset(), frozenset())
        length = sum(map(len, filled)) / len(filled)
        dated = sum(map(_has_date, filled)) / len(filled)
        openings = frozenset(cell.split()[0].casefold() for cell in filled)
        return _Habit(length, dated, openings, frozenset(cell.strip().casefold() for cell in filled))


def _has_date(cell: str) -> float:
    return float(bool(re.search(r"\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}|^(?:ongoing|complete)", cell, re.I)))


def _is_date(cell: str, context: PlanContext) -> bool:
    return len(cell) < 160 and looks_like_date_cell(cell, context)


_TESTS: dict[str, Callable[[str, PlanContext], bool]] = {
    "date": _is_date,
    "owner": lambda cell, _: all(looks_like_owner(line) for line in cell.split("\n")),
    "accountable": lambda cell, _: looks_like_owner(cell),
    "status": lambda cell, _: read_status(cell) is not None or bool(_STATE.match(cell.strip())),
    "rag": lambda cell, _: read_status(cell) is not None or bool(_STATE.match(cell.strip())),
    "ref": lambda cell, _: len(cell) <= 10 and any(sign.isdigit() for sign in cell),
}
