"""The days on which something recurring falls within a stretch of days, by the calendar that a chart is drawn with."""

from __future__ import annotations

from datetime import date

from mkplanner.charts.timescale.units import COUNCIL_YEAR, Calendar
from mkplanner.models.timeframes import recurrence
from mkplanner.models.timeframes.timeframe import PlanContext, Segment


def occurrences(segment: Segment, first: date, last: date, calendar: Calendar = COUNCIL_YEAR) -> list[date]:
    """The days a recurring segment falls on between first and last, inclusive; none where its rhythm is not known."""
    quarters = "calendar" if calendar.calendar_quarters else "financial"
    context = PlanContext(financial_month=calendar.financial_month, quarters=quarters)
    return list(recurrence.occurrences(segment, first, last, context))
