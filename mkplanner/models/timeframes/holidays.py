"""Working days and bank holidays of the United Kingdom's nations, known offline.

The dates come from the `holidays` library, which knows those proclaimed once (a jubilee, a state funeral) up to its own
release and works out the rest. Those of half a century are kept as a list (`holidaylist`), so that it need not be loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mkplanner.models.timeframes.holidaylist import in_year
from mkplanner.models.timeframes.periods import ONE_DAY

ENGLAND_AND_WALES = "england-and-wales"
NATIONS = {ENGLAND_AND_WALES: "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
"""Nations that have bank holidays of their own, by the names of `PlanInfo.nation`, with the library's names for them."""

_SATURDAY = 5


def bank_holidays(nation: str, year: int) -> Mapping[date, str]:
    """The bank holidays of a nation in a year with their names; one that fell on a weekend stands there and on its
    substitute day. A nation that nobody knows is taken for England and Wales, whose holidays most councils keep.
    """
    return in_year(NATIONS.get(nation, NATIONS[ENGLAND_AND_WALES]), year)


def holiday_name(day: date, nation: str) -> str | None:
    """The name of the bank holiday on this day, or None."""
    return bank_holidays(nation, day.year).get(day)


def is_working_day(day: date, nation: str) -> bool:
    """Whether council offices are open: Monday to Friday and no bank holiday."""
    return day.weekday() < _SATURDAY and holiday_name(day, nation) is None


def next_working_day(day: date, nation: str) -> date:
    """The first working day after this one. Raises OverflowError at the end of the calendar."""
    day += ONE_DAY
    while not is_working_day(day, nation):
        day += ONE_DAY
    return day


def previous_working_day(day: date, nation: str) -> date:
    """The last working day before this one. Raises OverflowError at the beginning of the calendar."""
    day -= ONE_DAY
    while not is_working_day(day, nation):
        day -= ONE_DAY
    return day
