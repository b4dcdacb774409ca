"""A timeframe: the author's own words for a date, and beside them what was understood.

The words print, the segments draw. A timeframe never loses its words, even where nothing could be read from them.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from mkplanner.records import frozen

if TYPE_CHECKING:
    from mkplanner.models.timeframes.ends import Ends


class Kind(StrEnum):
    """What sort of time a segment speaks of; the values are the names used on the command line and in files."""

    POINT = "point"
    BY_DEADLINE = "by-deadline"
    RANGE = "range"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    SEASON = "season"
    YEAR = "year"
    FINANCIAL_YEAR = "financial-year"
    ONGOING = "ongoing"
    OPEN_ENDED_FROM = "open-ended-from"
    ONGOING_UNTIL = "ongoing-until"
    RECURRING = "recurring"
    PHASED = "phased"
    COMMENCED_AND_ONGOING = "commenced-and-ongoing"
    MULTIPLE = "multiple"
    RELATIVE = "relative"
    STATUS_LIKE = "status-like"
    UNPARSEABLE = "unparseable"


class Precision(StrEnum):
    """How exactly a segment's days are known: a month written as "June 2014" is a month, not a day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    MIXED = "mixed"
    NONE = "none"


@frozen
class Flags:
    """Six yes-or-no remarks on a segment; `inferred_year` says that the year stands in the plan, not in the words."""

    ongoing: bool = False
    recurring: bool = False
    conditional: bool = False
    inferred_year: bool = False
    approximate: bool = False
    provisional: bool = False


@frozen
class Recurrence:
    """How often something repeats: "quarterly", or "annual" in the months 4 (April) on day "28" or "end"."""

    frequency: str
    months: tuple[int, ...] = ()
    day: str | None = None


@frozen
class Segment:
    """One stretch or point of time, both days inclusive; a deadline has an end alone, an open end no end.

    `label` is what the segment is for ("historic services"), `condition` what it hangs on ("assuming trial continues"),
    `status` is set for words that tell a state, not a time ("complete", "in progress", "tbc").
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE
    flags: Flags = field(default_factory=Flags)
    label: str | None = None
    condition: str | None = None
    status: str | None = None
    recurrence: Recurrence | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the segment names any day at all, and so can be drawn."""
        return self.start is not None or self.end is not None


class _WorkedOut:
    """What has been worked out about a timeframe is kept with it, and is no part of it (see `ends`)."""

    __slots__ = ("ends",)
    ends: Ends


@frozen
class Timeframe(_WorkedOut):
    """The author's words (lines kept) with the segments that were understood, in the order of the words.

    `alternatives` are other readings a careful person might choose, each a tuple of segments, likeliest first; a timeframe
    with any is ambiguous. `remarks` are short sentences about doubts in the reading itself ("24 May 2014 is a Saturday, not
    a Friday"). `typed` is false where a person dragged a bar and the words were made by the program.
    """

    words: str
    segments: tuple[Segment, ...] = ()
    alternatives: tuple[tuple[Segment, ...], ...] = ()
    remarks: tuple[str, ...] = ()
    typed: bool = True

    @property
    def is_ambiguous(self) -> bool:
        """Whether somebody should be asked which reading was meant."""
        return bool(self.alternatives)

    @property
    def kind(self) -> Kind:
        """The kind of the only segment, `multiple` for several, `unparseable` for none.

        Words that open with a phased programme stay `phased`, whatever dates are named inside it.
        """
        if not self.segments:
            return Kind.UNPARSEABLE
        if len(self.segments) == 1 or self.segments[0].kind is Kind.PHASED:
            return self.segments[0].kind
        return Kind.MULTIPLE

    @property
    def first_day(self) -> date | None:
        """The earliest day any segment names (a deadline's own day where it has no start), or None."""
        if len(self.segments) == 1:
            start, end = self.segments[0].start, self.segments[0].end
            return min(start, end) if start and end else start or end
        return min((day for s in self.segments for day in (s.start, s.end) if day), default=None)

    @property
    def last_day(self) -> date | None:
        """The latest day any segment names, inclusive, or None."""
        if len(self.segments) == 1:  # as nearly all have; whole plans are asked for it again and again
            start, end = self.segments[0].start, self.segments[0].end
            return max(start, end) if start and end else end or start
        return max((day for s in self.segments for day in (s.start, s.end) if day), default=None)

    @property
    def is_dated(self) -> bool:
        """Whether anything can be drawn for it."""
        return self.last_day is not None

    @property
    def is_open_ended(self) -> bool:
        """Whether some part of it runs on without an end day."""
        return any(map(_runs_on, self.segments))


def _runs_on(segment: Segment) -> bool:
    return segment.end is None and (segment.flags.ongoing or segment.start is not None)


@frozen
class PlanContext:
    """What a plan knows that helps to read a phrase: its first and last day, the column's heading, its settings.

    `financial_month` is the month a financial year starts in; `quarters` is "financial", "calendar" or None (not asked yet).
    """

    start: date | None = None
    end: date | None = None
    column: str | None = None
    financial_month: int = 4
    quarters: str | None = None
