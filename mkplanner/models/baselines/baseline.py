"""A baseline: the dates of a plan as they were agreed, under a name such as "Board, 25 February", to compare with later.

It is one row of the log and never altered, so that two people's meet in a merge without a conflict.
"""

from __future__ import annotations

from datetime import date

from mkplanner.records import frozen


@frozen
class Baseline:
    """`dates` holds a text for each row that was dated: its id, first day and last day with strokes between.

    A day is ISO text, or empty where the row has none at that end, as a deadline has no first and an open end no last.
    A date of several parts has a further text for each of them, which `parts.py` writes and reads.
    """

    id: str
    name: str = ""
    day: date | None = None
    dates: tuple[str, ...] = ()
