"""Rules that read several days or months under one name: "11th - 26th April", "quarter July to September 2014"."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.calendar_terms import PARTS, read_term
from mkplanner.models.timeframes.chains import LIST_WORDS, MOST_TERMS, RANGE_WORDS, read_chain, read_linked
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.days import WEEK_WORDS, read_day
from mkplanner.models.timeframes.look import number_at, skip
from mkplanner.models.timeframes.terms import Part, Term, Unit
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.years import read_year_after

_UNIT_OF_MONTHS = {3: Unit.QUARTER, 6: Unit.HALF}
_UP_TO = frozenset({"to", "ending", "ended", "end"})


def read_named_months(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """ "quarter July to September 2014", "half-year to September 2014"."""
    after = at + 1
    if tokens[at].text == "half":
        after = skip(tokens, skip(tokens, after, "-"), "year")
    if tokens[after].text in _UP_TO:
        unit = Unit.HALF if tokens[at].text == "half" else Unit.QUARTER
        return _months_up_to(tokens, unit, skip(tokens, after + 1, "to", "the"))
    found = read_chain(tokens, skip(tokens, after, "(", "from", "of"), Bound.NONE)
    if found is None or found[0].link is not Link.RANGE or any(t.unit is not Unit.MONTH for t in found[0].terms):
        return None
    closing = skip(tokens, found[1], ")") if tokens[after].text == "(" else found[1]
    unit = Unit.HALF if tokens[at].text == "half" else Unit.QUARTER
    return replace(found[0], named=unit), closing


def read_counted_months(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """ "six months to September 2014", "3 months ended 30 June 2014"."""
    token = tokens[at]
    count = token.value if token.sort is Sort.NUMBER else words.NUMBER_WORDS.get(token.text, 0)
    unit = _UNIT_OF_MONTHS.get(count)
    if unit is None or tokens[at + 1].text not in ("months", "month") or tokens[at + 2].text not in _UP_TO:
        return None
    return _months_up_to(tokens, unit, skip(tokens, at + 3, "to", "the"))


def _months_up_to(tokens: list[Token], unit: Unit, after: int) -> tuple[Dated, int] | None:
    """A quarter or half-year named by its last month."""
    found = read_day(tokens, after)
    if found is None or found[0].unit not in (Unit.MONTH, Unit.DAY):
        return None
    last, end = found
    months = 6 if unit is Unit.HALF else 3
    first_month = (last.index - months) % 12 + 1
    year = None if last.year is None else last.year - (1 if first_month > last.index else 0)
    return Dated((Term(unit, year, first_month=first_month),)), end


def read_parts_of_month(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """ "mid to late May 2014", "early/mid July"."""
    part = PARTS.get(tokens[at].text)
    if part is None or tokens[at + 1].text not in ("to", "-", "/") or tokens[at + 2].text not in PARTS:
        return None
    found = read_term(tokens, at + 2)
    if found is None or found[0].part is Part.WHOLE:
        return None
    return Dated((replace(found[0], part=part, approximate=True), found[0]), Link.RANGE), found[1]


def read_days_of_month(tokens: list[Token], at: int, bound: Bound | None) -> tuple[Dated, int] | None:
    """Several days of one month: "11th - 26th April 2022", "3, 4 and 5 June", "Mon 3 - Fri 7 June 2014"."""
    days: list[tuple[int, int | None]] = []
    links: set[str] = set()
    after = at
    unit = Unit.DAY
    if tokens[at].text == "w/c" or (
        tokens[at].text in WEEK_WORDS and tokens[at + 1].text in ("commencing", "beginning")
    ):
        unit, after = Unit.WEEK, at + (1 if tokens[at].text == "w/c" else 2)
    while len(days) <= MOST_TERMS:
        weekday = tokens[after].value if tokens[after].sort is Sort.WEEKDAY else None
        after = after + 1 if weekday is not None else after
        day = number_at(tokens, after, 1, 31)
        if day is None:
            return None
        days.append((day, weekday))
        after += 1
        separator = tokens[after].text
        if separator not in RANGE_WORDS and separator not in LIST_WORDS and separator not in ("/", "or"):
            break
        links.add(separator)
        after = skip(tokens, after + 1, "the", "and")
    after = skip(tokens, skip(tokens, after, "of"), "the")
    if len(days) < 2 or tokens[after].sort is not Sort.MONTH:
        return None
    if bound is Bound.BETWEEN and links <= {"and", "&"}:
        links = {"-"}
    found = _month_for_days(tokens, after, days, links)
    if found is None or unit is Unit.DAY:
        return found
    return replace(found[0], terms=tuple(replace(term, unit=unit) for term in found[0].terms)), found[1]


def _month_for_days(
    tokens: list[Token], at: int, days: list[tuple[int, int | None]], links: set[str]
) -> tuple[Dated, int] | None:
    last = read_term(tokens, at - 1) if tokens[at - 1].sort is Sort.NUMBER else None
    month, after = tokens[at].value, at + 1
    if last and last[0].unit is Unit.DAY:
        year, after = last[0].year, last[1]
    else:
        dated = read_year_after(tokens, after)
        year, after = (dated[0].first, dated[1]) if dated else (None, after)
    terms = tuple(Term(Unit.DAY, year, month, day, weekday=weekday) for day, weekday in days)
    link = Link.RANGE if len(days) == 2 and links & RANGE_WORDS else Link.EITHER if links <= {"/", "or"} else Link.LIST
    if link is Link.RANGE:
        further = read_linked(tokens, after, Bound.NONE)
        if further and further[0] is Link.EITHER:
            terms, after = (*terms[:-1], further[1]), further[2]
    return Dated(terms, link), after
