"""Turns a draft into segments: a date that repeats, a programme phased up to a date, something ongoing until one."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import timedelta

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.draft import Draft
from mkplanner.models.timeframes.markers import Duration, Phased, Status
from mkplanner.models.timeframes.readings import Reading, read_meaning
from mkplanner.models.timeframes.recurring import Repeat
from mkplanner.models.timeframes.settle import window_of
from mkplanner.models.timeframes.terms import Part, Term, Unit
from mkplanner.models.timeframes.timeframe import Flags, Kind, PlanContext, Recurrence, Segment

_ONGOING = Flags(ongoing=True)
_END_BOUNDS = frozenset({Bound.UNTIL, Bound.TO, Bound.BY, Bound.BEFORE})
_ALTERNATING = {2: "twice a year", 3: "three times a year", 4: "four times a year"}
_REPEATING_COLUMN = re.compile(r"\b(frequency|how often|timeframe|time frame|cycle|regularity)\b", re.IGNORECASE)
_COMPLETED_COLUMN = re.compile(r"\bcompleted?\b(?! by)|\bstatus\b|\bprogress\b|\bachieved\b|\bupdate\b", re.IGNORECASE)


def reading_of(draft: Draft, context: PlanContext, *, past: bool = False, starts: bool = False) -> Reading | None:
    """What a draft means, or None where its date cannot exist; `starts` says that it is the first thing on its line."""
    if draft.is_relative:
        return Reading((Segment(Kind.RELATIVE),), remarks=_lost_date(draft))
    if draft.dated is None:
        return Reading((_undated(draft),))
    dated = draft.dated
    if draft.repeat and not dated.has_year and (draft.light or window_of(context) is None):
        return Reading((_each_year(draft, draft.repeat, dated),))
    if _repeats_by_heading(draft, dated, context):
        recurrence = _dates_in_year(dated, "annual")
        return Reading((Segment(Kind.RECURRING, flags=_repeating(dated.approximate), recurrence=recurrence),))
    if draft.moved and dated.bound is Bound.UNTIL:
        dated = replace(dated, bound=Bound.TO)
    if draft.moved and dated.link is Link.RANGE and dated.bound is Bound.FROM:
        dated = replace(dated, terms=dated.terms[-1:], link=Link.ONE, bound=Bound.TO)
    if (
        dated.bound is Bound.TO
        and starts
        and not (draft.moved or draft.ongoing or draft.repeat or draft.phased or draft.status)
    ):
        dated = replace(dated, bound=Bound.UNTIL)
    if draft.phased or (draft.ongoing and dated.bound in (Bound.TO, Bound.BY, Bound.BEFORE) and not draft.dated_first):
        dated = replace(dated, bound=Bound.UNTIL if dated.bound in _END_BOUNDS else dated.bound)
    meaning = read_meaning(dated, context, past=past)
    if meaning is None:
        return None
    return _with_markers(draft, dated, meaning, context)


def _with_markers(draft: Draft, dated: Dated, meaning: Reading, context: PlanContext) -> Reading:
    """The reading of the date, under the words that stood beside it."""
    others = list(meaning.others)

    def changed(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        if draft.repeat and len(segments) > 1:
            last = replace(dated, terms=dated.terms[-1:], link=Link.ONE)
            return (*segments[:-1], _marked(draft, last, segments[-1]))
        return (_marked(draft, dated, segments[0]), *segments[1:])

    if draft.phased and draft.phased.months and dated.bound is Bound.UNTIL:
        unknown = replace(_phased(Phased(), dated, meaning.segments[0]))
        others.append((unknown,))
        return Reading(changed(meaning.segments), tuple(others), meaning.remarks)
    if draft.status and draft.status.name == "complete" and not _COMPLETED_COLUMN.search(context.column or ""):
        plain = meaning.segments[0]
        if any(term.part in (Part.EARLY, Part.MID, Part.LATE) for term in dated.terms) and plain.end:
            deadline = replace(plain, kind=Kind.BY_DEADLINE, start=None)
            return Reading((deadline,), (changed(meaning.segments), *map(changed, others)), meaning.remarks)
    return Reading(changed(meaning.segments), tuple(map(changed, others)), meaning.remarks)


def _marked(draft: Draft, dated: Dated, segment: Segment) -> Segment:
    if draft.length:
        segment = _lasting(draft.length, segment)
    if draft.repeat:
        segment = _repeated(draft, draft.repeat, dated, segment)
    elif draft.phased:
        segment = _phased(draft.phased, dated, segment)
    elif draft.ongoing:
        segment = _ongoing(draft, dated, segment)
    if draft.status:
        segment = segment if _still_runs(draft) else _with_status(draft.status, dated, segment)
    return segment


def _still_runs(draft: Draft) -> bool:
    """ "In place since 2014 and ongoing": what goes on is not complete."""
    return draft.ongoing and draft.status is not None and draft.status.name == "complete"


def _lasting(length: Duration, segment: Segment) -> Segment:
    """ "From 2 June 2014 for 6 weeks": a range of so many days, or months, or years, its first day among them."""
    if segment.start is None or segment.kind not in (Kind.POINT, Kind.MONTH, Kind.OPEN_ENDED_FROM):
        return segment
    months = {"month": 1, "quarter": 3, "year": 12}.get(length.unit, 0) * length.count
    days = {"day": 1, "week": 7, "fortnight": 14}.get(length.unit, 0) * length.count
    try:
        after = periods.add_months(segment.start, months) if months else segment.start + timedelta(days=days)
    except (ValueError, OverflowError):
        return segment
    end = after - periods.ONE_DAY
    return replace(segment, kind=Kind.RANGE, end=end) if end >= segment.start else segment


def _undated(draft: Draft) -> Segment:
    status = draft.status.name if draft.status else None
    if draft.repeat:
        flags = Flags(ongoing=draft.ongoing, recurring=True, approximate=draft.repeat.unsure)
        return Segment(Kind.RECURRING, flags=flags, status=status, recurrence=draft.repeat.recurrence)
    if draft.phased:
        return Segment(Kind.PHASED, flags=Flags(ongoing=draft.ongoing), status=status)
    if draft.ongoing and draft.status and draft.status.said in ("started", "commenced", "begun"):
        return Segment(Kind.COMMENCED_AND_ONGOING, flags=_ONGOING)
    if draft.ongoing:
        return Segment(Kind.ONGOING, flags=_ONGOING, status=status)
    return Segment(Kind.STATUS_LIKE, status=status)


def _lost_date(draft: Draft) -> tuple[str, ...]:
    if draft.dated is None:
        return ()
    return ("The time is counted from a date, and the day it comes to was not worked out.",)


def _repeating(approximate: bool) -> Flags:
    return Flags(recurring=True, approximate=approximate)


def _each_year(draft: Draft, repeat: Repeat, dated: Dated) -> Segment:
    """Months and days named without a year beside "annually": so every year."""
    recurrence = _dates_in_year(dated, repeat.recurrence.frequency)
    recurrence = replace(recurrence, day=repeat.recurrence.day or recurrence.day)
    flags = Flags(ongoing=draft.ongoing, recurring=True, approximate=dated.approximate or repeat.unsure)
    status = draft.status.name if draft.status else None
    return Segment(Kind.RECURRING, flags=flags, status=status, recurrence=recurrence)


def _dates_in_year(dated: Dated, frequency: str) -> Recurrence:
    """The months (and the day) in which something comes round."""
    terms = [term for term in dated.terms if term.unit in (Unit.MONTH, Unit.DAY) and term.index]
    months = [term.index for term in terms]
    if dated.link is Link.ONE and dated.terms[0].unit is Unit.SEASON:
        first = periods.SEASON_MONTHS[dated.terms[0].index]
        return Recurrence(frequency, tuple(_from_to(first, (first + 1) % 12 + 1)))
    if dated.link is Link.ONE and dated.terms[0].unit is Unit.TERM:
        first, count = periods.TERM_MONTHS[dated.terms[0].index]
        return Recurrence(frequency, tuple(range(first, first + count)))
    if dated.link is Link.RANGE and len(months) == 2:
        months = _from_to(*months)
    day = None
    if terms and terms[-1].part is Part.END:
        day = "end"
    elif terms and terms[-1].unit is Unit.DAY and len(terms) == 1:
        day = str(terms[-1].day)
    elif terms and terms[-1].short_number:
        day = str(terms[-1].short_number)
    if frequency == "annual" and dated.link is Link.LIST and not _is_run(months):
        frequency = _ALTERNATING.get(len(months), frequency)
    return Recurrence(frequency, tuple(months), day)


def _from_to(first: int, last: int) -> list[int]:
    return [(first - 1 + i) % 12 + 1 for i in range((last - first) % 12 + 1)]


def _is_run(months: list[int]) -> bool:
    return all((b - a) % 12 == 1 for a, b in itertools.pairwise(months))


def _repeats_by_heading(draft: Draft, dated: Dated, context: PlanContext) -> bool:
    """A day or month without any year, in a plan without years, under a heading such as "Frequency"."""
    if draft.repeat or draft.ongoing or draft.phased or draft.status or dated.has_year or window_of(context):
        return False
    dates = all(term.unit in (Unit.DAY, Unit.MONTH) for term in dated.terms)
    return dates and _REPEATING_COLUMN.search(context.column or "") is not None


def _repeated(draft: Draft, repeat: Repeat, dated: Dated, segment: Segment) -> Segment:
    """A dated recurrence: from its first date, up to its last; after a deadline it is what comes thereafter."""
    recurrence = repeat.recurrence
    flags = replace(segment.flags, recurring=True, ongoing=draft.ongoing)
    if segment.kind is Kind.BY_DEADLINE and draft.dated_first:
        return replace(segment, flags=flags, recurrence=recurrence)
    single = dated.link is Link.ONE
    if recurrence.frequency == "annual" and not recurrence.months and single and dated.terms[0].unit is Unit.MONTH:
        recurrence = replace(recurrence, months=(dated.terms[0].index,))
    start, end = segment.start, segment.end
    within = dated.bound is Bound.IN and not draft.dated_first and dated.terms[0].unit is not Unit.DAY
    if single and dated.bound is not Bound.TO and not within and _is_first_date(dated.terms[0]):
        end = end if segment.kind in (Kind.BY_DEADLINE, Kind.ONGOING_UNTIL) else None
    if dated.bound is Bound.TO:
        start = None
    return replace(segment, kind=Kind.RECURRING, start=start, end=end, flags=flags, recurrence=recurrence)


def _is_first_date(term: Term) -> bool:
    """A day or month begins a recurrence; a whole year or quarter is how long it goes on."""
    return term.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.SEASON, Unit.QUARTER)


def _phased(phased: Phased, dated: Dated, segment: Segment) -> Segment:
    start, end = segment.start, segment.end
    try:
        if phased.months and end and dated.bound is Bound.UNTIL:
            start = periods.add_months(end + periods.ONE_DAY, -phased.months)
        elif phased.months and start and segment.end is None:
            end = periods.add_months(start, phased.months) - periods.ONE_DAY
    except (ValueError, OverflowError):
        pass
    return replace(segment, kind=Kind.PHASED, start=start, end=end)


def _ongoing(draft: Draft, dated: Dated, segment: Segment) -> Segment:
    flags = replace(segment.flags, ongoing=True)
    if segment.kind is Kind.OPEN_ENDED_FROM:
        commenced = dated.bound is Bound.SINCE or (dated.bound is Bound.NONE and dated.dangling)
        kind = Kind.COMMENCED_AND_ONGOING if commenced else Kind.OPEN_ENDED_FROM
        return replace(segment, kind=kind, flags=flags)
    if segment.kind is Kind.ONGOING_UNTIL or (draft.dash and not draft.dated_first and dated.link is Link.ONE):
        return replace(segment, kind=Kind.ONGOING_UNTIL, start=None, flags=flags)
    if draft.dated_first and dated.link is Link.ONE and segment.start:
        return replace(segment, kind=Kind.COMMENCED_AND_ONGOING, end=None, flags=flags)
    return replace(segment, flags=flags)


def _with_status(said: Status, dated: Dated, segment: Segment) -> Segment:
    """ "Completed January 2016" is a status with its date; "Complete by May" a deadline; "March 2015 TBC" provisional."""
    status = said.name
    if status == "tbc":
        flags = replace(segment.flags, conditional=True, provisional=True)
        return replace(
            segment,
            flags=flags,
            condition=segment.condition or (said.said.upper() if len(said.said) == 3 else said.said),
        )
    if status == "outstanding":
        return segment
    if status == "in progress" and dated.bound is Bound.SINCE:
        flags = replace(segment.flags, ongoing=True)
        return replace(segment, kind=Kind.COMMENCED_AND_ONGOING, flags=flags)
    if status == "complete":
        if dated.bound in _END_BOUNDS or segment.kind in (Kind.BY_DEADLINE, Kind.RECURRING, Kind.PHASED):
            return segment
        return replace(segment, kind=Kind.STATUS_LIKE, status=status)
    return replace(segment, status=status)


def completed_in(draft: Draft, label: str, segment: Segment, context: PlanContext) -> Segment:
    """ "Approved in January 2015" under "Completed": a bare participle in such a column tells that it is done."""
    done = label.lower() in ("approved", "agreed", "adopted", "published", "submitted", "signed off", "launched")
    plain = draft.dated is not None and draft.dated.bound in (Bound.NONE, Bound.IN)
    if done and plain and _COMPLETED_COLUMN.search(context.column or ""):
        return replace(segment, kind=Kind.STATUS_LIKE, status="complete", label=None)
    return segment
