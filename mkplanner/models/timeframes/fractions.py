"""Rules that read parts of a year that have a number: quarters, half-years, and the second week of a month."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.days import Found, read_month, surely_month
from mkplanner.models.timeframes.look import is_counted, number_at, skip
from mkplanner.models.timeframes.terms import Part, Term, Unit
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.years import read_named_year, read_year_after

NUMBERED_PARTS = {
    "q": Unit.QUARTER,
    "qtr": Unit.QUARTER,
    "quarter": Unit.QUARTER,
    "quarters": Unit.QUARTER,
    "h": Unit.HALF,
    "half": Unit.HALF,
}
_COUNTED = {(6, "months"): Unit.HALF, (3, "months"): Unit.QUARTER, (2, "weeks"): Unit.WEEK}
_FRACTIONS = {"quarter": Unit.QUARTER, "qtr": Unit.QUARTER, "half": Unit.HALF}


def read_numbered(tokens: list[Token], at: int) -> Found:
    """ "Q2 2014/15", "Quarter 4", "H1 2015", "third quarter of 2014/15", "quarter July to September 2014"."""
    token = tokens[at]
    unit = NUMBERED_PARTS.get(token.text)
    if unit is None:
        return read_ordinal_part(tokens, at)
    after = skip(tokens, skip(tokens, at + 1, "-"), "year") if unit is Unit.HALF else at + 1
    after = skip(tokens, after, ".", "-") if tokens[after].glued else after
    most = 4 if unit is Unit.QUARTER else 2
    number = number_at(tokens, after, 1, most) or _number_word(tokens, after, most)
    if number is None and unit is Unit.HALF and tokens[after - 1].text == "year":
        return _half_unnumbered(tokens, after)
    if number is None or tokens[after].ordinal or tokens[after].fresh:
        return None
    coded = tokens[after + 1].glued and tokens[after + 1].sort is Sort.WORD
    if len(token.text) == 1 and ((unit is Unit.HALF and not tokens[after].glued) or coded):
        return None
    return _fraction_of_year(tokens, after + 1, unit, number)


def _number_word(tokens: list[Token], at: int, most: int) -> int | None:
    """The two of "quarter two"."""
    number = words.NUMBER_WORDS.get(tokens[at].text, 0) if len(tokens[at].text) > 2 else 0
    return number if 0 < number <= most and tokens[at].text != "couple" else None


def _half_unnumbered(tokens: list[Token], at: int) -> Found:
    """ "half-year 2014/15": most likely its first, after which one reports."""
    part = Part.END if tokens[at].text == "end" else Part.WHOLE
    found = _fraction_of_year(tokens, skip(tokens, at, "end"), Unit.HALF, 1)
    if found is None or found[0].year is None or not found[0].split:
        return None
    term = replace(found[0], part=part)
    return replace(term, other=replace(term, index=2)), found[1]


def read_ordinal_part(tokens: list[Token], at: int) -> Found:
    """ "first quarter of 2022-23", "2nd half of 2014", "second week of June 2014", "first half of March 2014"."""
    token = tokens[at]
    order = token.value if token.ordinal and token.digits == 1 else words.ORDINAL_WORDS.get(token.text, 0)
    after = skip(tokens, at + 1, "-")
    noun = tokens[after].text
    counted = _counted_fraction(tokens, at, order) if order else None
    if counted or order == 0 or (noun not in _FRACTIONS and noun != "week"):
        return counted
    if noun == "week":
        return _week_of_month(tokens, skip(tokens, after + 1, "of", "in"), order)
    unit = _FRACTIONS[noun]
    most = 4 if unit is Unit.QUARTER else 2
    number = most if order < 0 else order
    after = skip(tokens, skip(tokens, after + 1, "-"), "year") if unit is Unit.HALF else after + 1
    if number > most or (order == -1 and token.text == "last" and not _is_of_year(tokens, after)):
        return None
    of = skip(tokens, skip(tokens, after, "of", "in"), "the")
    if unit is Unit.HALF and tokens[of].sort is Sort.MONTH:
        return _half_month(tokens, of, number)
    return _fraction_of_year(tokens, after, unit, number)


def _is_of_year(tokens: list[Token], at: int) -> bool:
    """Whether a year follows: "last quarter of 2014/15"; "the last quarter" alone is the one that has just gone."""
    after = skip(tokens, skip(tokens, at, "of", "in", "-", ",", "("), "the", "fy")
    return tokens[after].sort in (Sort.NUMBER, Sort.MONTH) or tokens[at].text == "of"


def _counted_fraction(tokens: list[Token], at: int, order: int) -> Found:
    """ "First six months of 2014/15", "last two weeks of June 2014"."""
    count = tokens[at + 1].value if tokens[at + 1].sort in (Sort.NUMBER, Sort.WORD) else 0
    unit = _COUNTED.get((count, tokens[at + 2].text))
    after = skip(tokens, skip(tokens, at + 3, "of", "in"), "the")
    if unit is None or order not in (1, -1):
        return None
    if unit is Unit.WEEK:
        return _half_month(tokens, after, order) if tokens[after].sort is Sort.MONTH else None
    number = 1 if order == 1 else 2 if unit is Unit.HALF else 4
    return _fraction_of_year(tokens, after, unit, number)


def _half_month(tokens: list[Token], at: int, number: int) -> Found:
    found = read_month(tokens, at)
    if found is None or found[0].unit is not Unit.MONTH:
        return None
    part = Part.FIRST_HALF if number == 1 else Part.SECOND_HALF
    return replace(surely_month(found[0]), part=part, approximate=True), found[1]


def _week_of_month(tokens: list[Token], at: int, order: int) -> Found:
    found = read_month(tokens, at) if tokens[at].sort is Sort.MONTH else None
    if found is None or found[0].unit is not Unit.MONTH or order > 4:
        return None
    month = surely_month(found[0])
    day = -1 if order < 0 else 7 * order - 6
    return Term(Unit.WEEK, month.year, month.index, day, approximate=True, weak=month.weak), found[1]


def _fraction_of_year(tokens: list[Token], at: int, unit: Unit, number: int) -> Found:
    """The year after a quarter or half, in any of the usual writings."""
    after = skip(tokens, skip(tokens, at, "of", "in", "-", ","), "the")
    named = read_named_year(tokens, skip(tokens, after, "("))
    if named and (named[0].split or named[0].years == 1) and not tokens[after].fresh:
        year = named[0]
        split = year.split or year.unit is Unit.FINANCIAL
        end = skip(tokens, named[1], ")") if tokens[after].text == "(" else named[1]
        return Term(unit, year.year, number, split=split, weak=year.year is None, shift=year.shift), end
    dated = read_year_after(tokens, at)
    if dated:
        return Term(unit, dated[0].first, number, split=dated[0].split), dated[1]
    short = tokens[after]
    if short.sort is Sort.NUMBER and short.digits == 2 and not short.ordinal and not is_counted(tokens, after + 1):
        return Term(unit, 2000 + short.value, number), after + 1
    return Term(unit, index=number, weak=True), at
