"""Rows and dates as the sentences of notices name them."""

from __future__ import annotations

from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Timeframe


def name_said(plan: Plan, item: Item) -> str:
    """The number of a row, under which people look for it."""
    return numbers(plan)[item.id]


def words_said(frame: Timeframe) -> str:
    """The author's words on one line, in quotation marks."""
    return f"“{' '.join(frame.words.split())}”"
