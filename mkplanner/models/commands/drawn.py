"""The order that ends a drag on the chart: rows take the dates that were drawn."""

from __future__ import annotations

from mkplanner.errors import RefusedError
from mkplanner.models.commands.dates import on_other_days
from mkplanner.models.edit import Edit
from mkplanner.models.timeframes.timeframe import Segment
from mkplanner.records import frozen

_COLUMN = "By when"


@frozen(slots=False)
class DrawDates:
    """Give rows the segments that were drawn for them: marks moved or stretched, or the first date of a row.

    Words that somebody typed are kept as the original, with the reason; a drawing that `rewrites` changes them instead. The
    new words are the author's with other dates where that can be done.
    """

    rows: tuple[tuple[str, tuple[Segment, ...]], ...]
    reason: str = ""
    rewrites: bool = False
    title: str = "Move date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Draw them. Raises `RefusedError` for nothing drawn, or for a date revised before that moves without a reason."""
        if not self.rows or not all(segments for _, segments in self.rows):
            raise RefusedError("No date was drawn.", "Nothing was changed.")
        context = edit.plan.context(_COLUMN)
        for id_, segments in self.rows:
            edit.put(on_other_days(edit.item(id_), segments, self.reason, context, rewrites=self.rewrites))
        return self.rows[0][0]
