"""How often something comes round, in British words."""

from __future__ import annotations

from mkplanner.models.timeframes.timeframe import Recurrence
from mkplanner.models.timeframes.words import MONTH_NAMES, WEEKDAY_NAMES

_EVERY = {"weekly": "every", "fortnightly": "every other"}


def how_often(recurrence: Recurrence | None) -> str:
    """A recurrence with its months and day: "annually by end of March", "every other Tuesday"."""
    if recurrence is None:
        return "repeating"
    frequency = "annually" if recurrence.frequency == "annual" else recurrence.frequency
    months = " and ".join(filter(None, [", ".join(_names(recurrence.months[:-1])), *_names(recurrence.months[-1:])]))
    if recurrence.day == "end" and months:
        return f"{frequency} by end of {months}"
    if recurrence.day and recurrence.day.isdigit() and months:
        return f"{frequency} on {recurrence.day} {months}"
    if recurrence.day in WEEKDAY_NAMES and frequency in _EVERY and not months:
        return f"{_EVERY[frequency]} {recurrence.day}"
    if recurrence.day and not months:
        day = _ordinal(int(recurrence.day)) if recurrence.day.isdigit() else recurrence.day
        on = recurrence.day[0].isdigit() or recurrence.day.startswith("last ")
        return f"{frequency} on the {day}" if on else f"{frequency} ({day})"
    return f"{frequency} in {months}" if months else frequency


def _ordinal(number: int) -> str:
    """ "1st", "22nd", "13th"."""
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else last}"


def _names(months: tuple[int, ...]) -> list[str]:
    return [MONTH_NAMES[month] for month in months]
