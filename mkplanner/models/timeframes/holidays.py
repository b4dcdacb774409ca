"""Working days and bank holidays of the United Kingdom's nations, known offline.

The dates come from the `holidays` library, which knows those proclaimed once (a jubilee, a state funeral) up to its own
release and works out the rest. It is loaded when a day is first asked about, never at the start of the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from mkplanner.models.timeframes.periods import ONE_DAY

ENGLAND_AND_WALES = "england-and-wales"
NATIONS = {ENGLAND_AND_WALES: "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
"""Nations that have bank holidays of their own, by the names of `PlanInfo.nation`, with the library's names for them."""

_SATURDAY = 5
_OBSERVED, _SUBSTITUTE = "(observed)", "(substitute day)"


def bank_holidays(nation: str, year: int) -> Mapping[date, str]:
    """The bank holidays of a nation in a year with their names; one that fell on a weekend stands there and on its
    substitute day. A nation that nobody knows is taken for England and Wales, whose holidays most councils keep.
    """
    return _in_year(NATIONS.get(nation, NATIONS[ENGLAND_AND_WALES]), year)


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


@lru_cache(maxsize=256)
def _in_year(subdivision: str, year: int) -> Mapping[date, str]:
    from holidays.countries.united_kingdom import UnitedKingdom  # here, for it is slow to load and seldom needed

    found = UnitedKingdom(subdiv=subdivision, years=[year], expand=False)  # type: ignore[no-untyped-call]
    return {day: name.replace(_OBSERVED, _SUBSTITUTE) for day, name in found.items()}
