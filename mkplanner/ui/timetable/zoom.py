"""How large the days of the chart are: fitting, zooming about a place, and the words that tell it in the status bar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkplanner.charts.timescale.timescale import LEAST, MOST, Timescale, tiers
from mkplanner.charts.timescale.units import COUNCIL_YEAR, Unit
from mkplanner.models.timeframes.periods import Span
from mkplanner.ui.timetable.span import with_margins

STEP = 1.25
HUNDRED = 0.85
"""Pixels a day at 100 %: a month is then as wide as its name with a little room."""
READABLE = 0.4
"""The least pixels a day of a first view: the letters of the months still fit, and a month is a bar one can see."""
_BEFORE, _AFTER = 16, 44
"""What stays free of a whole plan's first mark, and of its last one, whose words stand behind it; in pixels."""

_WORDS = {
    Unit.DAY: "Days",
    Unit.WEEK: "Weeks",
    Unit.MONTH: "Months",
    Unit.QUARTER: "Quarters",
    Unit.YEAR: "Years",
    Unit.FIVE_YEARS: "Years",
}


class Zoom:
    """The timescale of a chart that is `width` pixels wide and can be scrolled over the plan's years and some more.

    `years` hold every dated row, `own` are the years the plan itself names, which the first view shows; `letter` is today's
    text size against the usual.
    """

    def __init__(self, years: Span, own: Span | None = None) -> None:
        self.years = years
        self.own = own or years
        self.width = 400
        self.letter = 1.0
        self.is_fitted = False
        self.whole: Span | None = None
        self._reach = with_margins(Span(min(self.years.first, self.own.first), max(self.years.last, self.own.last)))
        self.scale = Timescale(years.first, HUNDRED, 0.0)

    def set_years(self, years: Span, own: Span | None = None) -> None:
        """Take up other years; what is on the screen stays where it is."""
        self.years, self.own = years, own or years
        self._reach = with_margins(Span(min(self.years.first, self.own.first), max(self.years.last, self.own.last)))

    @property
    def offset(self) -> int:
        """How far the left of the screen is from the first day that can be reached."""
        return round(-self.scale.x(self._reach.first))

    @property
    def longest(self) -> int:
        """How far it can be scrolled."""
        return max(0, round(self.scale.end_x(self._reach.last) - self.scale.x(self._reach.first)) - self.width)

    def scroll_to(self, offset: int) -> None:
        """Put the left of the screen this far from the first day that can be reached."""
        self.scale = self.scale.moved(-offset - self.scale.x(self._reach.first))

    def fit(self, days: Span) -> None:
        """Show these days as wide as the screen, with room for marks and words at both ends; a change of width fits again."""
        before, after = _BEFORE * self.letter, _AFTER * self.letter
        scale = Timescale.fitting(*days, max(self.width - before - after, 50))
        wanted = min(max(scale.pixels_per_day, LEAST), MOST)
        self.scale = replace(scale, pixels_per_day=wanted).moved(before)
        self.whole = days
        self.is_fitted = True

    def fit_again(self, today: date) -> None:
        """Fit what was fitted last to the width there is now."""
        if self.whole is not None:
            self.fit(self.whole)
        else:
            self.first_view(today)

    def _fit(self, years: Span, least: float) -> None:
        """Show these years as wide as the screen, but days no narrower than `least`."""
        first, last = years
        self.scale = Timescale.fitting(first, last, max(self.width, 50))
        narrow = max(least * self.letter, LEAST)
        if self.scale.pixels_per_day < narrow:
            self.scale = Timescale(first, narrow, 0.0)
        self.is_fitted = True

    def first_view(self, today: date) -> None:
        """Fit, with bars that can be read; where the years do not all fit, begin a little before today."""
        self.whole = None
        self._fit(self.own, READABLE)
        if self.own.first <= today <= self.own.last and self.scale.end_x(self.own.last) > self.width + 1:
            self.show_day(today)
            self._keep_inside()

    def _keep_inside(self) -> None:
        """Do not show emptiness before the first or behind the last year while there are years to show."""
        start, end = self.scale.span(*self.own)
        if end < self.width:
            self.scale = self.scale.moved(self.width - end)
        elif start > 0:
            self.scale = self.scale.moved(-start)

    def show_day(self, day: date) -> None:
        """Bring a day to a third of the screen's width."""
        self.scale = self.scale.moved(self.width / 3 - self.scale.middle_x(day))

    def zoom(self, factor: float, about: float) -> None:
        """Zoom about a place, as far as days may grow or shrink."""
        wanted = min(max(self.scale.pixels_per_day * factor, LEAST), MOST)
        self.scale = self.scale.zoomed(wanted / self.scale.pixels_per_day, about)
        self.is_fitted = False

    def words(self) -> str:
        """Return the zoom in words: "Months · 100 %"."""
        rows = tiers(self.scale, 0, max(self.width, 1), COUNCIL_YEAR, self.letter)
        percent = round(100 * self.scale.pixels_per_day / (HUNDRED * self.letter))
        return f"{_WORDS[rows[-1].unit]} · {max(percent, 1)} %"
