"""Settles what each column of a table means, by its heading and, where that is not enough, by the cells below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.headings import UNCERTAIN, plain_heading
from mkplanner.models.formats.letter_tables import FIELD
from mkplanner.models.formats.owner_cells import looks_like_owner
from mkplanner.models.status import read_status
from mkplanner.models.timeframes.recognise import looks_like_date_cell
from mkplanner.models.timeframes.timeframe import PlanContext

_NUMBER = r"(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_DURATION = re.compile(
    rf"^(?:about |approx\.? )?{_NUMBER}(?:\s*(?:-|–|to)\s*{_NUMBER})?\s+(?:working )?(?:day|week|month|year)s?"
    r"(?: later)?$|^n/?a$",
    re.I,
)
_TITLE_FIELDS = ("action", "sub_action", "recommendation", "milestone", "measure", "description", "objective", "theme")
SAMPLE = 40
"""How many cells of a column are looked at before it is settled."""


def is_duration(text: str) -> bool:
    """Whether a cell tells how long something takes ("12 weeks", "One month later") and not when."""
    return bool(_DURATION.match(text.strip()))


def settle(columns: Sequence[Column], rows: Sequence[Sequence[str]], context: PlanContext) -> tuple[Column, ...]:
    """Return the columns with uncertain headings decided, no field twice, and a title column wherever there is one."""
    settled = list(columns)
    taken = {column.field for column in columns if not choices_of(column.heading)}
    for index, column in enumerate(columns):
        choices = choices_of(column.heading)
        if choices:
            cells = [
                line for row in rows[:SAMPLE] if index < len(row) for line in row[index].split("\n") if line.strip()
            ]
            choice = _choose(choices, cells, taken, context)
            if choice == "date" and "measure" in choices:
                choice = "target"
            settled[index] = replace(column, field=choice)
            taken.add(choice)
    return _with_title(_once(settled))


def infer(rows: Sequence[Sequence[str]], context: PlanContext) -> tuple[Column, ...]:
    """Return columns for a table without headings, by what stands in it; none where nothing tells that it is one.

    A column of dates or of names makes it a table, or else that every row has as many cells.
    """
    width = max((len(row) for row in rows), default=0)
    sample = [[row[number] for row in rows[:SAMPLE] if number < len(row) and row[number]] for number in range(width)]
    fields: list[str | None] = [_field_of_cells(cells, context) for cells in sample]
    uniform = sum(len(row) == width for row in rows) >= 0.8 * len(rows)
    if width < 2 or not (set(fields) & {"date", "owner"} or (uniform and len(rows) >= 2)):
        return ()
    free = [number for number, field in enumerate(fields) if field is None and sample[number]]
    if free:
        longest = max(free, key=lambda number: sum(map(len, sample[number])) / len(sample[number]))
        fields[longest] = "action"
    return _with_title(_once([Column("", field) for field in fields]))


def _field_of_cells(cells: list[str], context: PlanContext) -> str | None:
    for name in ("date", "status", "ref", "owner"):
        if cells and _fits(name, cells, context):
            return name
    return None


def choices_of(heading: str) -> tuple[str, ...]:
    """Return the fields that an uncertain heading may stand for, none where it is clear."""
    plain = plain_heading(heading)
    return UNCERTAIN.get(plain) or (
        UNCERTAIN["target"] if plain.endswith(" target") and len(plain.split()) <= 5 else ()
    )


def _choose(choices: tuple[str, ...], cells: list[str], taken: set[str | None], context: PlanContext) -> str | None:
    free = [choice for choice in choices if choice not in taken]
    fitting = [choice for choice in free if _fits(choice, cells, context)]
    return next(iter(fitting), None) or next((choice for choice in reversed(free) if choice not in _STRICT), None)


_STRICT = {"date", "duration", "owner", "ref"}


def _fits(field: str, cells: list[str], context: PlanContext) -> bool:
    tests = {
        "date": lambda cell: len(cell) < 120 and not is_duration(cell) and looks_like_date_cell(cell, context),
        "duration": is_duration,
        "owner": looks_like_owner,
        "status": lambda cell: read_status(cell) is not None,
        "ref": lambda cell: len(cell) <= 12 and any(sign.isdigit() for sign in cell),
    }
    test = tests.get(field)
    if test is None:
        return True
    share = 0.3 if field == "date" else 0.6
    return bool(cells) and sum(map(test, cells)) >= share * len(cells)


def _once(columns: list[Column]) -> list[Column]:
    """Let the first column of a field keep it; a second one is kept in the notes under its heading."""
    seen: set[str] = set()
    kept = []
    for column in columns:
        twice = column.field in seen and not (column.field or "").startswith(FIELD)
        seen.add(column.field or "")
        kept.append(replace(column, field=None) if twice and column.field else column)
    return kept


def _with_title(columns: list[Column]) -> tuple[Column, ...]:
    """Make sure that some column holds the titles: the likeliest by its field, else the first without a meaning."""
    fields = [column.field for column in columns]
    if "action" in fields:
        return tuple(columns)
    chosen = next((fields.index(field) for field in _TITLE_FIELDS if field in fields), None)
    if chosen is None:
        chosen = next((index for index, field in enumerate(fields) if field is None), 0 if columns else None)
    if chosen is not None:
        columns[chosen] = replace(columns[chosen], field="action")
    return tuple(columns)
