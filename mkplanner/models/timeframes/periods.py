"""Calendar arithmetic that plans need: first and last days of months, quarters, years of every sort, seasons and terms.

Every span has both its days inclusive. Years are those of the first day: financial year 2014 is April 2014 - March 2015.
Years outside 1 - 9998 raise ValueError, as `datetime.date` does.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
ACADEMIC_MONTH = 9
MUNICIPAL_MONTH = 5
SPRING, SUMMER, AUTUMN, WINTER = range(4)
SEASON_MONTHS = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}
# A council's school terms: autumn to Christmas, spring to March, summer to the end of July.
TERM_MONTHS = {AUTUMN: (9, 4), SPRING: (1, 3), SUMMER: (4, 4)}


class Span(NamedTuple):
    """A stretch of days from `first` to `last`, both included."""

    first: date
    last: date


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months later (or earlier), held back to the month's last day where it is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_span(year: int, month: int, count: int = 1) -> Span:
    """So many whole months from the given one."""
    first = date(year, month, 1)
    return Span(first, add_months(first, count) - ONE_DAY)


def year_span(year: int, first_month: int = 1) -> Span:
    """Twelve months from the given one: a calendar year, or a financial (4), municipal (5) or academic (9) year."""
    return months_span(year, first_month, 12)


def financial_year_of(day: date, first_month: int = 4) -> int:
    """The calendar year in which the financial year holding this day began."""
    return day.year if day.month >= first_month else day.year - 1


def quarter_span(year: int, quarter: int, first_month: int = 1) -> Span:
    """Quarter 1 to 4 of a year that begins in the given month."""
    return months_span(*_month_after(year, first_month, 3 * (quarter - 1)), 3)


def half_span(year: int, half: int, first_month: int = 1) -> Span:
    """Half 1 or 2 of a year that begins in the given month."""
    return months_span(*_month_after(year, first_month, 6 * (half - 1)), 6)


def season_span(year: int, season: int) -> Span:
    """Three months of a season; winter of a year runs from its December into the next February."""
    return months_span(year, SEASON_MONTHS[season], 3)


def term_span(year: int, season: int) -> Span:
    """A school term that begins in the given calendar year; there is no winter term."""
    month, count = TERM_MONTHS[season]
    return months_span(year, month, count)


def week_span(day: date) -> Span:
    """The seven days that begin on the given day."""
    return Span(day, day + timedelta(days=6))


def easter_sunday(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday, by the method for the Gregorian calendar printed in Butcher's almanac of 1877."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return month, day + 1


def is_month_end(day: date) -> bool:
    """Whether this is the last day of its month."""
    return day == last_of_month(day.year, day.month)


def _month_after(year: int, month: int, months: int) -> tuple[int, int]:
    later = add_months(date(year, month, 1), months)
    return later.year, later.month
