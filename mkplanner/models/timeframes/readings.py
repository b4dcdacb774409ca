"""Turns a dated phrase into segments with days: which kind it is, its first and last day, how exactly they are known."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.dated import Dated, Link, is_part_end
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.timeframes.periods import Span
from mkplanner.models.timeframes.settle import settled
from mkplanner.models.timeframes.terms import Part, Term, Unit, counts_financial, precision_of, span_of
from mkplanner.models.timeframes.timeframe import Flags, Kind, PlanContext, Precision, Segment
from mkplanner.models.timeframes.words import WEEKDAY_NAMES

_KINDS = {
    Unit.DAY: Kind.POINT,
    Unit.WEEK: Kind.POINT,
    Unit.WEEK_ENDING: Kind.POINT,
    Unit.MONTH: Kind.MONTH,
    Unit.QUARTER: Kind.QUARTER,
    Unit.HALF: Kind.HALF_YEAR,
    Unit.SEASON: Kind.SEASON,
    Unit.TERM: Kind.RANGE,
    Unit.YEAR: Kind.YEAR,
    Unit.FINANCIAL: Kind.FINANCIAL_YEAR,
    Unit.ACADEMIC: Kind.RANGE,
    Unit.MUNICIPAL: Kind.RANGE,
}
_NO_YEAR = "No year is written, and the plan gives none."
_COARSENESS = list(Precision)
_FROM_BOUNDS = frozenset({Bound.FROM, Bound.SINCE, Bound.AFTER, Bound.AT_LEAST})
_BY_BOUNDS = frozenset({Bound.BY, Bound.BEFORE})


class Reading(NamedTuple):
    """What one dated phrase may mean: its segments, the same under other readings, and doubts about what was written."""

    segments: tuple[Segment, ...]
    others: tuple[tuple[Segment, ...], ...] = ()
    remarks: tuple[str, ...] = ()


def read_meaning(dated: Dated, context: PlanContext, *, past: bool = False) -> Reading | None:
    """The segments of a dated phrase, or None where no such day exists ("31 June")."""
    readings: list[tuple[Segment, ...]] = []
    variants = [other for one in settled(dated, context, past=past) for other in _variants(one, context)]
    for variant in variants:
        segments = segments_of(variant, context)
        if segments and segments not in readings:
            readings.append(segments)
    if not readings:
        return None
    return Reading(readings[0], tuple(readings[1:]), tuple(_remarks(variants[0], readings[0])))


def segments_of(dated: Dated, context: PlanContext) -> tuple[Segment, ...]:
    """The segments of a phrase whose terms have their years; none where one of its days does not exist."""
    if any(term.year is None for term in dated.terms):
        return (_undated(dated),)
    spans = [span_of(term, context) for term in dated.terms]
    found = [span for span in spans if span is not None]
    if len(found) < len(spans):
        return ()
    if dated.link is Link.LIST and not _touch(found, dated.terms):
        parts = [replace(dated, terms=(term,), link=Link.ONE) for term in dated.terms]
        return tuple(_one(part, span) for part, span in zip(parts, found, strict=True))
    if dated.link is Link.ONE:
        return (_one(dated, found[0]),)
    return (_several(dated, found, context),)


def _one(dated: Dated, span: Span) -> Segment:
    term = dated.terms[0]
    precision = precision_of(term)
    flags = _flags(dated)
    if dated.bound in _BY_BOUNDS:
        if term.inferred and term.unit is Unit.QUARTER and term.part is Part.WHOLE and dated.bound is Bound.BY:
            return Segment(Kind.QUARTER, span.first, span.last, precision, flags)
        return Segment(Kind.BY_DEADLINE, None, _deadline(dated.bound, term, span), precision, flags)
    if dated.bound is Bound.UNTIL:
        return Segment(Kind.ONGOING_UNTIL, None, span.last, precision, flags)
    if dated.bound in _FROM_BOUNDS or dated.open_end:
        first = span.last + periods.ONE_DAY if dated.bound is Bound.AFTER else span.first
        return Segment(Kind.OPEN_ENDED_FROM, first, None, precision, flags)
    if dated.bound is Bound.AS_AT:
        return Segment(Kind.POINT, span.last, span.last, Precision.DAY, flags)
    if is_part_end(dated):
        return Segment(Kind.BY_DEADLINE, None, span.last, precision, flags)
    kind = _KINDS[term.unit] if term.years == 1 and term.part is Part.WHOLE else Kind.RANGE
    return Segment(kind, span.first, span.last, precision, flags)


def _deadline(bound: Bound, term: Term, span: Span) -> date:
    """The last day; "before May" ends the day before, "by the start of term" on its first."""
    if bound is Bound.BEFORE and term.part is Part.WHOLE:
        return span.first - periods.ONE_DAY
    if term.part is Part.START and not term.approximate:
        return span.first
    return span.last


def _several(dated: Dated, spans: list[Span], context: PlanContext) -> Segment:
    """A range, or two terms either of which may be meant: from the first day of the first to the last of the last."""
    precisions = [precision_of(term) for term in dated.terms]
    precision = max(precisions, key=_COARSENESS.index)
    flags = _flags(dated)
    if dated.bound in _BY_BOUNDS and dated.link is not Link.RANGE:
        return Segment(Kind.BY_DEADLINE, None, _deadline(dated.bound, dated.terms[-1], spans[-1]), precision, flags)
    if dated.bound is Bound.UNTIL and dated.link is not Link.RANGE:
        return Segment(Kind.ONGOING_UNTIL, None, spans[-1].last, precision, flags)
    first, last = spans[0].first, spans[-1].last
    if dated.bound in _FROM_BOUNDS and dated.link is Link.EITHER:
        return Segment(Kind.OPEN_ENDED_FROM, first, None, precision, flags)
    named = _named_period(dated, Span(first, last), context)
    if named is None:
        return Segment(Kind.RANGE, first, last, precision, flags)
    return Segment(named[0], first, last, named[1], flags)


def _named_period(dated: Dated, span: Span, context: PlanContext) -> tuple[Kind, Precision] | None:
    """Three or six months that were called a quarter or half-year; "April to end September" is an accounting half-year.

    Six months called a quarter are what reports to a board mean by a quarter's progress "to date".
    """
    if any(term.unit is not Unit.MONTH or term.part not in (Part.WHOLE, Part.END) for term in dated.terms):
        return None
    months = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    if months == 3 and dated.named:
        return Kind.QUARTER, Precision.QUARTER
    if months != 6:
        return None
    if dated.named:
        return (Kind.HALF_YEAR if dated.named is Unit.HALF else Kind.RANGE), Precision.HALF_YEAR
    starts_half = (span.first.month - context.financial_month) % 6 == 0
    if starts_half and dated.terms[-1].part is Part.END:
        return Kind.HALF_YEAR, Precision.HALF_YEAR
    return None


def _undated(dated: Dated) -> Segment:
    """A phrase whose year nobody knows: its kind without days, and nothing guessed."""
    term = dated.terms[0]
    kind = _KINDS[term.unit] if dated.link is Link.ONE and term.part is Part.WHOLE else Kind.RANGE
    if dated.bound in _BY_BOUNDS or is_part_end(dated):
        kind = Kind.BY_DEADLINE
    elif dated.bound in _FROM_BOUNDS or dated.open_end:
        kind = Kind.OPEN_ENDED_FROM
    elif dated.bound is Bound.UNTIL:
        kind = Kind.ONGOING_UNTIL
    return Segment(kind, precision=precision_of(term), flags=_flags(dated))


def _flags(dated: Dated) -> Flags:
    return Flags(
        inferred_year=any(term.inferred for term in dated.terms),
        approximate=dated.approximate or dated.bound is Bound.AT_LEAST or any(t.approximate for t in dated.terms),
        conditional=dated.starred,
        provisional=dated.starred,
    )


def _touch(spans: list[Span], terms: tuple[Term, ...]) -> bool:
    """Whether each term begins where the one before it ends, so that together they are one stretch.

    Between two school terms there may be holidays; municipal years share their May.
    """
    between = periods.ONE_DAY * (32 if all(term.unit is Unit.TERM for term in terms) else 1)
    return all(a.first < b.first <= a.last + between for a, b in itertools.pairwise(spans))


def _variants(dated: Dated, context: PlanContext) -> list[Dated]:
    """The phrase itself, then what else a careful person might take the same words for."""
    variants = [dated]
    if _is_school_plan(context) and any(term.unit is Unit.FINANCIAL for term in dated.terms):
        academic = tuple(replace(t, unit=Unit.ACADEMIC) if t.unit is Unit.FINANCIAL else t for t in dated.terms)
        variants.insert(0, replace(dated, terms=academic))
    if any(term.unit in (Unit.QUARTER, Unit.HALF) and not term.split and not term.first_month for term in dated.terms):
        variants += _other_quarters(dated, context)
    if dated.link is Link.ONE and dated.terms[0].unit is Unit.SEASON and dated.terms[0].index == periods.WINTER:
        term = dated.terms[0]
        if term.year is not None and not term.split and not term.inferred:
            variants.append(replace(dated, terms=(replace(term, year=term.year - 1),)))
    if any(term.unit is Unit.MUNICIPAL and term.year is not None for term in dated.terms):
        variants.append(replace(dated, terms=tuple(_to_april(term) for term in dated.terms)))
    if dated.dangling and dated.bound is Bound.NONE:
        variants.append(replace(dated, open_end=False))
    if dated.link is Link.EITHER and _are_seasons_apart(dated):
        variants.append(replace(dated, link=Link.LIST))
    if (
        dated.link is Link.EITHER
        and dated.bound in _BY_BOUNDS
        and {t.part for t in dated.terms} & {Part.END, Part.START}
    ):
        variants.append(replace(dated, terms=dated.terms[:1], link=Link.ONE))
    return variants


def _to_april(term: Term) -> Term:
    """A municipal year of twelve months, where the next begins on 1 May; else it lasts until some day in that May."""
    return replace(term, first_month=periods.MUNICIPAL_MONTH) if term.unit is Unit.MUNICIPAL else term


def _is_school_plan(context: PlanContext) -> bool:
    """Whether the plan runs from September to August, so that its 2013/14 is likelier a school year than a financial one."""
    return bool(context.start and context.end and (context.start.month, context.end.month) == (9, 8))


def _other_quarters(dated: Dated, context: PlanContext) -> list[Dated]:
    """The calendar quarters where financial ones were taken, and the other way about, until the plan says which."""
    if context.quarters is not None or any(term.year is None or term.inferred for term in dated.terms):
        return []
    if counts_financial(dated.terms[0], context):
        months = 3 if dated.terms[0].unit is Unit.QUARTER else 6
        terms = tuple(replace(term, first_month=months * (term.index - 1) + 1) for term in dated.terms)
    else:
        terms = tuple(replace(term, split=True) for term in dated.terms)
    return [replace(dated, terms=terms)]


def _are_seasons_apart(dated: Dated) -> bool:
    first, last = dated.terms[0], dated.terms[-1]
    return first.unit is last.unit is Unit.SEASON and first.year == last.year and last.index - first.index > 1


def _remarks(dated: Dated, segments: tuple[Segment, ...]) -> list[str]:
    remarks = []
    for term in dated.terms:
        if term.year is None:
            return [_NO_YEAR]
        weekday = 0 if term.unit is Unit.WEEK and term.weekday is None and not term.approximate else term.weekday
        if weekday is None or term.unit not in (Unit.DAY, Unit.WEEK) or term.day < 1:
            continue
        day = date(term.year, term.index, term.day)
        if day.weekday() != weekday:
            meant, real = WEEKDAY_NAMES[weekday], WEEKDAY_NAMES[day.weekday()]
            remarks.append(f"{day_words(day)} is a {real}, not a {meant}.")
    if any(s.start and s.end and s.end < s.start for s in segments):
        remarks.append("The end of this stretch of time comes before its start.")
    return remarks
