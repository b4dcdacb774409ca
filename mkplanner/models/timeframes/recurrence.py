"""A recurring segment as a calendar rule, and the days on which it falls within a stretch of time.

A rhythm with a start counts from it; one with months named falls in those. One that says no more than "quarterly" falls at
the end of each quarter of the plan's own year, "termly" at the end of each school term. A month without a day stands on its
15th, the middle of what is known. Where the words do not tell which years or days are meant ("every 4 years", "twice a
month") there are none: nothing is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Precision, Recurrence, Segment
from mkplanner.models.timeframes.words import SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

MOST = 4000
"""So many days are counted out at most: eleven years of every day."""
_IN_DAYS = {"daily": 1, "weekly": 7, "fortnightly": 14}
_IN_MONTHS = {
    "monthly": 1,
    "bi-monthly": 2,
    "quarterly": 3,
    "half-yearly": 6,
    "annual": 12,
    "annually": 12,
    "yearly": 12,
    "twice a year": 6,
    "three times a year": 4,
    "four times a year": 3,
    "6 times a year": 2,
    "12 times a year": 1,
}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_EVERY = re.compile(r"every (\d{1,3}) (\w+?)s?")
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th) (\w+day)")
_SEASONAL = re.compile(r"every (spring|summer|autumn|fall|winter)( term)?")
_TERM_ENDS = tuple(sorted((month + count - 2) % 12 + 1 for month, count in periods.TERM_MONTHS.values()))
_MIDDLE = "15"
_NO_CONTEXT = PlanContext()
_EPOCH = date(2000, 1, 3)  # a Monday, so that weeks without a day of their own begin on one


class _Rhythm(NamedTuple):
    """Every so many days, or every so many months, or each year in these months; `at_end` of a month if no day is said."""

    days: int = 0
    months: int = 0
    named: tuple[int, ...] = ()
    at_end: bool = False


class _Bounds(NamedTuple):
    first: date | None
    last: date | None


def occurrences(segment: Segment, first: date, last: date, context: PlanContext = _NO_CONTEXT) -> tuple[date, ...]:
    """The days a recurring segment falls on from `first` to `last`, both inclusive; at most `MOST` of them."""
    if segment.recurrence is None or first > last:
        return ()
    bare = PlanContext(None, None, None, context.financial_month, context.quarters)
    return _occurrences(segment, first, last, bare)


@lru_cache(maxsize=512)
def _occurrences(segment: Segment, first: date, last: date, context: PlanContext) -> tuple[date, ...]:
    rule = rule_of(segment, first, last, context)
    return tuple(moment.date() for moment in islice(rule, MOST)) if rule is not None else ()


def rule_of(segment: Segment, first: date, last: date, context: PlanContext = _NO_CONTEXT) -> rrule | rruleset | None:
    """The rule of a recurring segment, bounded by its own days and by `first` and `last`; None where none is known."""
    recurrence = segment.recurrence
    rhythm = _rhythm(recurrence) if recurrence else None
    if recurrence is None or rhythm is None:
        return None
    own = _bounds(segment)
    begin, end = max(filter(None, (first, own.first))), min(filter(None, (last, own.last)))
    if begin > end:
        return None
    if rhythm.days:
        return _by_days(recurrence, rhythm.days, own.first, begin, end)
    return _by_months(segment, rhythm, own.first, begin, end, context)


def _bounds(segment: Segment) -> _Bounds:
    """A deadline that then repeats ("by 31 May 2026, then quarterly") is the first of its days and not the last."""
    if segment.kind in (Kind.BY_DEADLINE, Kind.POINT):
        return _Bounds(segment.end or segment.start, None)
    return _Bounds(segment.start, segment.end)


def _rhythm(recurrence: Recurrence) -> _Rhythm | None:
    frequency = recurrence.frequency.lower()
    seasonal = _SEASONAL.fullmatch(frequency)
    if frequency in _IN_DAYS:
        return _Rhythm(days=_IN_DAYS[frequency])
    if seasonal:
        return _Rhythm(months=12, named=_middle(_season_months(seasonal[1], bool(seasonal[2]))))
    if frequency == "termly":
        return _Rhythm(months=12, named=recurrence.months or _TERM_ENDS, at_end=not recurrence.months)
    every = _EVERY.fullmatch(frequency)
    count, unit = (max(int(every[1]), 1), every[2]) if every else (1, "")
    if unit in _DAYS_OF:
        return _Rhythm(days=count * _DAYS_OF[unit])
    months = count * _MONTHS_OF[unit] if unit in _MONTHS_OF else _IN_MONTHS.get(frequency)
    if months is None:
        return _Rhythm(months=12, named=recurrence.months) if recurrence.months else None
    yearly = months % 12 == 0
    return _Rhythm(months=months, named=_middle(recurrence.months) if yearly else _spread(recurrence.months, months))


def _season_months(season: str, is_term: bool) -> tuple[int, ...]:
    number = SEASONS[season]
    first, count = periods.TERM_MONTHS.get(number, (12, 3)) if is_term else (periods.SEASON_MONTHS[number], 3)
    return tuple((first + step - 1) % 12 + 1 for step in range(count))


def _middle(months: tuple[int, ...]) -> tuple[int, ...]:
    """ "Annually in January to March" happens once: of months that follow one another the middle one stands for all."""
    follow = all(after == before % 12 + 1 for before, after in pairwise(months))
    return (months[(len(months) - 1) // 2],) if months and follow else months


def _spread(months: tuple[int, ...], step: int) -> tuple[int, ...]:
    """One month named for a quarterly or half-yearly rhythm tells the others."""
    if len(months) != 1 or 12 % step:
        return months
    return tuple(sorted((months[0] + more - 1) % 12 + 1 for more in range(0, 12, step)))


def _by_days(recurrence: Recurrence, step: int, own: date | None, begin: date, end: date) -> rrule:
    """Every so many days; a weekday that is named counts from its first day at or after the start."""
    from dateutil.rrule import DAILY, rrule

    start = own or _EPOCH
    weekday = WEEKDAYS.get((recurrence.day or "").lower().rstrip("s"))
    if weekday is not None and step % 7 == 0:
        start = date.fromordinal(start.toordinal() + (weekday - start.weekday()) % 7)
    behind = -((start.toordinal() - begin.toordinal()) // step)
    if own is not None:
        behind = max(0, behind)
    start = date.fromordinal(min(start.toordinal() + behind * step, date.max.toordinal()))
    return rrule(DAILY, interval=step, dtstart=_moment(start), until=_moment(end))


def _by_months(
    segment: Segment, rhythm: _Rhythm, own: date | None, begin: date, end: date, context: PlanContext
) -> rrule | rruleset | None:
    from dateutil.rrule import MONTHLY, rrule, rruleset

    anchor = own
    if anchor is None:
        if rhythm.months > 12 and rhythm.months % 12 == 0:
            return None
        anchor = _anchor(rhythm, segment.recurrence, context)
    days = _days(segment, rhythm.at_end or (not rhythm.named and own is None and rhythm.months > 1))
    step = rhythm.months if not rhythm.named or rhythm.months > 12 else 12
    turns = [_first_turn(month, step, begin) for month in _months(anchor, rhythm)]
    rules = [rrule(MONTHLY, interval=step, dtstart=turn, until=_moment(end), **days) for turn in turns if turn]
    if len(rules) == 1 and begin.day == 1:
        return rules[0]
    return _together(rules, begin, rruleset())


def _together(rules: Iterable[rrule], begin: date, together: rruleset) -> rruleset:
    """Several months' rules as one, without the days of the first month that lie before the beginning."""
    for rule in rules:
        together.rrule(rule)
        early = rule.before(_moment(begin))
        while early is not None:
            together.exdate(early)
            early = rule.before(early)
    return together


def _months(anchor: date, rhythm: _Rhythm) -> list[date]:
    """The first day of a month in which it falls, one for each month that is named."""
    first = anchor.replace(day=1)
    if not rhythm.named:
        return [first]
    later = [(month - first.month) % 12 for month in rhythm.named]
    return [periods.add_months(first, more) for more in later if first.year < date.max.year or first.month + more <= 12]


def _first_turn(month: date, step: int, begin: date) -> datetime | None:
    """The first of its months that is not over when the stretch begins; None where the calendar ends before."""
    ahead = (begin.year - month.year) * 12 + begin.month - month.month
    turns = -(-ahead // step)
    try:
        return _moment(periods.add_months(month, turns * step))
    except ValueError:
        return None


def _anchor(rhythm: _Rhythm, recurrence: Recurrence | None, context: PlanContext) -> date:
    """A month in which it surely falls: the last of each quarter or half, the first where "1st Monday" is meant."""
    calendar = context.quarters == "calendar" and rhythm.months < 12
    first = date(_EPOCH.year, 1 if calendar else context.financial_month, 1)
    nth = _NTH.fullmatch((recurrence.day if recurrence and recurrence.day else "").lower())
    return first if nth else periods.add_months(first, rhythm.months - 1)


def _days(segment: Segment, at_end: bool) -> dict[str, object]:
    """Which day of its month: as the words say, else that of an exact start, a quarter's last, a month's middle."""
    from dateutil.rrule import weekday

    said = ((segment.recurrence.day if segment.recurrence else None) or "").lower()
    start = segment.start or segment.end
    nth, last = _NTH.fullmatch(said), said.removeprefix("last ")
    if nth and nth[2] in WEEKDAYS and 1 <= int(nth[1]) <= 5:
        return {"byweekday": weekday(WEEKDAYS[nth[2]], int(nth[1]))}
    if last != said and last in WEEKDAYS:
        return {"byweekday": weekday(WEEKDAYS[last], -1)}
    if said in WEEKDAYS:
        return {"byweekday": weekday(WEEKDAYS[said]), "bymonthday": range(12, 19)}
    if said == "end" or (not said and at_end):
        return {"bymonthday": -1}
    if not said and start and segment.precision is Precision.DAY:
        said = str(start.day)
    return _numbered(int(said) if said.isdecimal() and 1 <= int(said) <= 31 else int(_MIDDLE))


def _numbered(day: int) -> dict[str, object]:
    """A day of the month; where the month is too short, its last day instead of none."""
    return {"bymonthday": range(28, day + 1), "bysetpos": -1} if day > 28 else {"bymonthday": day}


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
