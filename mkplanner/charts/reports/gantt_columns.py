"""How wide the columns of a printed Gantt timetable are: words get what they need within limits, the chart the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mkplanner.charts.fonts import width
from mkplanner.charts.pages import Sheet
from mkplanner.charts.reports.common_options import columns
from mkplanner.charts.reports.options import Choice
from mkplanner.charts.reports.table_parts import Column, TableStyle
from mkplanner.records import frozen

STYLE = TableStyle(
    size=9.0,
    leading=11.3,
    side=5.0,
    first_baseline=14.0,
    padding=10.4,
    head_size=9.0,
    head_height=46.0,
    paragraph_gap=0.0,
)

SNUG = replace(STYLE, first_baseline=12.2, padding=7.2)
"""The same with less air, where that saves a page."""

COLUMNS = columns(
    ("date", "lead", "status"), (Choice("date", "By when"), Choice("lead", "Lead"), Choice("status", "Status"))
)
REF, ACTION, BY_WHEN, LEAD, STATUS, CHART = "Ref", "Action and sub-action", "By when", "Lead", "Status", ""
_WIDE = 1000.0
"""A sheet with a body of at least this many points (A3 held sideways) has the roomier limits."""

_MOST = 0.9


@frozen
class _Limits:
    ref: tuple[float, float]
    action: float
    by_when: tuple[float, float]
    lead: tuple[float, float]
    status: float


_ROOMY = _Limits((34, 70), 226, (70, 140), (70, 116), 74)
_TIGHT = _Limits((28, 56), 170, (60, 104), (56, 92), 74)
_NARROW = _Limits((26, 54), 138, (52, 80), (50, 72), 74)


@frozen
class Wording:
    """All the words of three columns, for measuring; a column without any is left out."""

    refs: Sequence[str]
    dates: Sequence[str]
    leads: Sequence[str]
    has_status: bool


def gantt_columns(sheet: Sheet, wording: Wording, wanted: tuple[str, ...] = COLUMNS.default) -> list[Column]:
    """Return the columns of the timetable on a sheet; Lead and Status only where the plan says anything there."""
    limits = _ROOMY if sheet.body_width >= _WIDE else _TIGHT if sheet.body_width > 600 else _NARROW
    by_when = _fitting(wording.dates, limits.by_when)
    spare = limits.by_when[1] - by_when
    widths = {REF: _widest(wording.refs, limits.ref), ACTION: limits.action}
    if "date" in wanted:
        widths[BY_WHEN] = by_when
    if "lead" in wanted and any(wording.leads):
        widths[LEAD] = _fitting(wording.leads, limits.lead)
        spare += limits.lead[1] - widths[LEAD]
    else:
        spare += limits.lead[1]
    if "status" in wanted and wording.has_status:
        widths[STATUS] = limits.status
    else:
        spare += limits.status
    widths[ACTION] += spare / 2
    widths[CHART] = sheet.body_width - sum(widths.values())
    found, x = [], sheet.left
    for heading, wide in widths.items():
        found.append(Column(heading, x, wide))
        x += wide
    return found


def _fitting(words: Iterable[str], limits: tuple[float, float]) -> float:
    """The width that nine lines in ten need, within limits; the odd long one wraps."""
    needs = sorted(width(line, "regular", STYLE.size) for cell in words if cell for line in cell.split("\n"))
    needed = needs[int(_MOST * (len(needs) - 1))] if needs else 0.0
    return min(max(needed + 2 * STYLE.side + 1, limits[0]), limits[1])


def _widest(words: Iterable[str], limits: tuple[float, float]) -> float:
    """The width that every one of these needs, within limits: a broken reference is hard to quote."""
    needed = max((width(cell, "bold", STYLE.size) for cell in words), default=0.0)
    return min(max(needed + 2 * STYLE.side + 1, limits[0]), limits[1])
