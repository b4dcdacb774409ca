"""Days and rows as the sentences of notices name them."""

from __future__ import annotations

from datetime import date

from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.models.timeframes.words import MONTH_NAMES, WEEKDAY_NAMES


def day_said(day: date) -> str:
    """A day as "4 January 2027"."""
    return f"{day.day} {MONTH_NAMES[day.month]} {day.year}"


def weekday_said(day: date) -> str:
    """A day as "Monday 4 January 2027"."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day_said(day)}"


def name_said(plan: Plan, item: Item) -> str:
    """The number of a row, under which people look for it."""
    return numbers(plan)[item.id]


def words_said(frame: Timeframe) -> str:
    """The author's words on one line, in quotation marks."""
    return f"“{' '.join(frame.words.split())}”"
