"""Gives every term of a phrase its year: from its own words, the other end of the range, the heading or the plan.

Where more than one year is possible the likeliest comes first and the others follow: somebody can then be asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.calendar_terms import read_term
from mkplanner.models.timeframes.dated import Dated
from mkplanner.models.timeframes.periods import Span
from mkplanner.models.timeframes.terms import Part, Term, Unit, is_real, span_of
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.models.timeframes.tokens import Sort, tokenise

MOST_OTHERS = 3
_YEARS = frozenset({Unit.YEAR, Unit.FINANCIAL, Unit.ACADEMIC, Unit.MUNICIPAL})


def settled(dated: Dated, context: PlanContext, *, past: bool = False) -> list[Dated]:
    """The phrase with its years filled in: the likeliest reading first, other possible ones after it.

    With no plan and no heading to tell the year, the terms stay without one. `past` says that the words speak of what has
    happened, so that the latest year that fits is the likeliest.
    """
    window = window_of(context)
    return [
        reading for variant in _settle_numbers(dated, window) for reading in _with_years(variant, window, context, past)
    ]


def window_of(context: PlanContext) -> Span | None:
    """The days that a missing year may be looked for in: the heading's year if it names one, else the plan's own days."""
    heading = _heading_span(context.column, context.financial_month) if context.column else None
    if heading:
        return heading
    first, last = context.start, context.end
    if first and last:
        return Span(first, last) if first <= last else Span(last, first)
    try:
        if first:
            return Span(first, periods.add_months(first, 12))
        return Span(periods.add_months(last, -12), last) if last else None
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _heading_span(column: str, financial_month: int) -> Span | None:
    tokens = tokenise(column[:200])
    at = 0
    while tokens[at].sort is not Sort.END:
        found = read_term(tokens, at)
        if found and found[0].year and found[0].unit not in (Unit.DAY, Unit.WEEK):
            term = replace(found[0], part=Part.WHOLE)
            whole = replace(term, unit=Unit.FINANCIAL if term.split else Unit.YEAR)
            return span_of(whole, PlanContext(financial_month=financial_month))
        at = found[1] if found else at + 1
    return None


def _settle_numbers(dated: Dated, window: Span | None) -> Iterator[Dated]:
    """Month and number ("March 14"): a year if the plan holds it or one year beside it, else a day of that month."""
    if not any(term.short_number for term in dated.terms):
        yield dated
        yield from (replace(dated, terms=others) for others in _other_terms(dated.terms))
        return
    numbers = [2000 + term.short_number for term in dated.terms if term.short_number and not term.day]
    as_year = replace(dated, terms=tuple(_numbered_year(term) for term in dated.terms)) if numbers else None
    as_day = replace(dated, terms=tuple(_numbered_day(term) for term in dated.terms))
    days_are_real = all(is_real(term) for term in as_day.terms)
    inside = window is None or all(window.first.year - 1 <= y <= window.last.year + 1 for y in numbers)
    if as_year and (inside or not days_are_real):
        yield as_year
    if days_are_real:
        yield as_day


def _other_terms(terms: tuple[Term, ...]) -> list[tuple[Term, ...]]:
    if not any(term.other for term in terms):
        return []
    return [tuple(term.other or term for term in terms)]


def _numbered_year(term: Term) -> Term:
    if not term.short_number or term.day:
        return _numbered_day(term)
    return replace(term, year=2000 + term.short_number, short_number=0)


def _numbered_day(term: Term) -> Term:
    return replace(term, unit=Unit.DAY, day=term.short_number, short_number=0) if term.short_number else term


def _with_years(dated: Dated, window: Span | None, context: PlanContext, past: bool) -> list[Dated]:
    if all(term.year is not None for term in dated.terms):
        return [dated]
    terms = _from_neighbours(list(dated.terms))
    if all(term.year is not None for term in terms):
        return [replace(dated, terms=tuple(terms))]
    if window is None:
        return [replace(dated, terms=tuple(terms))]
    if terms[0].shift is not None or _is_this_year(terms[0], dated.bound):
        return [replace(dated, terms=tuple(_from_plan_start(term, window, context) for term in terms))]
    return _from_window(dated, terms, window, context, past)


def _is_this_year(term: Term, bound: Bound) -> bool:
    """Whether bare words such as "financial year" speak of the plan's own."""
    return term.weak and term.unit in _YEARS and term.part is Part.WHOLE and bound is Bound.NONE


def _from_neighbours(terms: list[Term]) -> list[Term]:
    """Years flow from the right ("March - June 2014"), then from the left; a later month on the left is a year before."""
    for i in range(len(terms) - 2, -1, -1):
        term, after = terms[i], terms[i + 1]
        if term.year is None and after.year is not None and after.unit not in _YEARS and term.unit not in _YEARS:
            earlier = not after.split and term.order > after.order
            terms[i] = replace(
                term, year=after.year - (1 if earlier else 0), split=after.split, inferred=after.inferred
            )
    for i in range(1, len(terms)):
        term, before = terms[i], terms[i - 1]
        if term.year is None and before.year is not None and before.unit not in _YEARS:
            later = not before.split and term.order < before.order
            terms[i] = replace(
                term, year=before.year + (1 if later else 0), split=before.split, inferred=before.inferred
            )
    return terms


def _from_plan_start(term: Term, window: Span, context: PlanContext) -> Term:
    """The words "this financial year" is the one the plan begins in, "the next" the one after."""
    if term.year is not None:
        return term
    year = window.first.year
    if term.unit in (Unit.FINANCIAL, Unit.QUARTER, Unit.HALF):
        year = periods.financial_year_of(window.first, context.financial_month)
    elif term.unit is Unit.ACADEMIC:
        year = periods.financial_year_of(window.first, periods.ACADEMIC_MONTH)
    return term.with_year(year + (term.shift or 0), inferred=True)


def _from_window(dated: Dated, terms: list[Term], window: Span, context: PlanContext, past: bool) -> list[Dated]:
    at_end = dated.bound in (Bound.BY, Bound.BEFORE, Bound.UNTIL)
    ranked: dict[int, list[tuple[Term, ...]]] = {}
    for year in range(window.first.year - 1, window.last.year + 1):
        trial = _in_year(terms, year)
        first, last = span_of(trial[0], context), span_of(trial[-1], context)
        if first and last:
            days = Span(last.last, last.last) if at_end else Span(first.first, last.last)
            ranked.setdefault(_distance(days, window), []).append(trial)
    nearest = ranked[min(ranked)] if ranked else [tuple(terms)]
    fitting = [trial for trial in nearest if all(_weekday_fits(term) for term in trial)] or nearest
    if past:
        fitting.reverse()
    return [replace(dated, terms=trial) for trial in fitting[: 1 + MOST_OTHERS]]


def _distance(days: Span, window: Span) -> int:
    """Nought for days inside the window, one for days partly inside, else how many days they are away."""
    if window.first <= days.first and days.last <= window.last:
        return 0
    if days.first <= window.last and days.last >= window.first:
        return 1
    # What a plan speaks of comes after its first day rather than before it, and never in a year it does not hold.
    early = 1_000 if days.last < window.first else 0
    strange = 100_000 if days.first.year < window.first.year else 0
    return early + strange + min(abs((days.last - window.first).days), abs((days.first - window.last).days)) + 1


def _weekday_fits(term: Term) -> bool:
    """Whether the day falls on the weekday written beside it; a week begins on a Monday unless it says otherwise."""
    written = 0 if term.unit is Unit.WEEK and term.weekday is None and not term.approximate else term.weekday
    if written is None or term.year is None or term.unit not in (Unit.DAY, Unit.WEEK) or term.day < 1:
        return True
    return date(term.year, term.index, term.day).weekday() == written


def _in_year(terms: list[Term], year: int) -> tuple[Term, ...]:
    """All terms, the first that lacks a year in the given one; the others follow it."""
    trial = list(terms)
    first = next(i for i, term in enumerate(trial) if term.year is None)
    trial[first] = trial[first].with_year(year, inferred=True)
    trial = _from_neighbours(trial)
    return tuple(term if term.year is not None else term.with_year(year, inferred=True) for term in trial)
