"""The days on which something recurring falls, as far as its words tell, within a stretch of days.

"Quarterly (from July 2025)" counts from July; "annually (April)" names its month; "quarterly" alone is taken to fall at the
end of each quarter of the plan's own year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from mkplanner.charts.timescale_units import COUNCIL_YEAR, Calendar
from mkplanner.models.timeframes.timeframe import Precision, Recurrence, Segment

_WEEKS = {"daily": 1, "weekly": 7, "fortnightly": 14}
_MONTHS = {
    "monthly": 1,
    "every 2 months": 2,
    "bi-monthly": 2,
    "quarterly": 3,
    "termly": 4,
    "twice a year": 6,
    "half-yearly": 6,
    "annual": 12,
    "annually": 12,
    "yearly": 12,
}
_EVERY = re.compile(r"every (\d+) (day|week|month|year)s?")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MOST = 2000


def occurrences(segment: Segment, first: date, last: date, calendar: Calendar = COUNCIL_YEAR) -> list[date]:
    """The days a recurring segment falls on between first and last, inclusive; none where its rhythm is not known.

    A rhythm of months with no day falls on the middle of the month: the chart must put it somewhere and claims no more.
    """
    rule = segment.recurrence
    if rule is None:
        return []
    begin = max(first, segment.start) if segment.start else first
    end = min(last, segment.end) if segment.end else last
    days, months = _step(rule)
    if begin > end or not (days or months):
        return []
    return list(_by_days(segment, days, begin, end) if days else _by_months(segment, months, begin, end, calendar))


def _step(rule: Recurrence) -> tuple[int, int]:
    """The rhythm as days or as months; the other, or both, 0."""
    frequency = rule.frequency.lower()
    found = _EVERY.fullmatch(frequency)
    if not found:
        return _WEEKS.get(frequency, 0), _MONTHS.get(frequency, 0)
    count, unit = max(int(found[1]), 1), found[2]
    return (count * {"day": 1, "week": 7}.get(unit, 0), count * {"month": 1, "year": 12}.get(unit, 0))


def _by_days(segment: Segment, step: int, begin: date, end: date) -> Iterator[date]:
    anchor = segment.start or date(begin.year, 1, 1)
    weekday = (segment.recurrence.day or "").lower().rstrip("s") if segment.recurrence else ""
    if weekday in _WEEKDAYS:
        anchor += timedelta((_WEEKDAYS.index(weekday) - anchor.weekday()) % 7)
    behind = max(0, -((anchor - begin).days // step))
    first = anchor.toordinal() + behind * step
    last = min(end.toordinal(), first + _MOST * step)
    yield from (date.fromordinal(day) for day in range(first, last + 1, step) if day >= begin.toordinal())


def _by_months(segment: Segment, step: int, begin: date, end: date, calendar: Calendar) -> Iterator[date]:
    rule = segment.recurrence
    assert rule is not None
    anchor = _anchor(segment, step, calendar)
    named = rule.months if step in (6, 12) or len(rule.months) > 1 else ()
    for month in range(begin.year * 12 + begin.month - 1, min(end.year * 12 + end.month, 9999 * 12)):
        chosen = month % 12 + 1 in named if named else (month - anchor) % step == 0
        if chosen:
            day = _day_of(month, segment, calm_end=not rule.months and segment.start is None and step > 1)
            if begin <= day <= end:
                yield day


def _anchor(segment: Segment, step: int, calendar: Calendar) -> int:
    """A month, counted from year 0, in which it surely falls."""
    if segment.start:
        return segment.start.year * 12 + segment.start.month - 1
    if segment.recurrence and segment.recurrence.months:
        return segment.recurrence.months[0] - 1
    return calendar.financial_month - 1 + step - 1


def _day_of(month: int, segment: Segment, calm_end: bool) -> date:
    """The day within a month on which it falls."""
    year, number = divmod(month, 12)
    first = date(year, number + 1, 1)
    length = (date(year + number // 11, (number + 1) % 12 + 1, 1) - first).days if month < 9999 * 12 + 11 else 31
    wanted = ((segment.recurrence.day if segment.recurrence else None) or "").lower()
    if wanted.isdecimal():
        return first.replace(day=min(max(int(wanted), 1), length))
    found = re.fullmatch(r"(\d)(?:st|nd|rd|th) (\w+day)", wanted)
    if found and found[2] in _WEEKDAYS:
        offset = (_WEEKDAYS.index(found[2]) - first.weekday()) % 7 + 7 * (int(found[1]) - 1)
        return first + timedelta(min(offset, length - 1))
    if wanted == "end" or calm_end:
        return first.replace(day=length)
    if segment.start and segment.precision is Precision.DAY:
        return first.replace(day=min(segment.start.day, length))
    return first.replace(day=15)
