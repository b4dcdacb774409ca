"""Rules that read one term: a day, week, month, quarter, half-year, season, school term or year, with "early" or "end of".

Each rule looks at the tokens from a place and answers what it read and the place after it, or None; none looks back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.days import (
    WEEK_WORDS,
    Found,
    month_number,
    read_dated_day,
    read_day,
    read_day_and_month,
    read_month,
    read_month_and_year,
    read_numeric_date,
    read_week,
    read_weekday,
    surely_month,
)
from mkplanner.models.timeframes.fractions import NUMBERED_PARTS, read_numbered, read_ordinal_part
from mkplanner.models.timeframes.look import is_counted, number_at, skip
from mkplanner.models.timeframes.periods import easter_sunday
from mkplanner.models.timeframes.terms import Part, Term, Unit
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.years import read_named_year, read_year, read_year_after

Rule = Callable[[list[Token], int], Found]

PARTS = {
    "early": Part.EARLY,
    "beginning": Part.START,
    "start": Part.START,
    "mid": Part.MID,
    "middle": Part.MID,
    "late": Part.LATE,
    "end": Part.END,
    "close": Part.END,
    "conclusion": Part.END,
}


def read_term(tokens: list[Token], at: int) -> Found:
    """Any term, with what part of it is meant."""
    sort = tokens[at].sort
    if sort is Sort.WORD:
        rule = _BY_WORD.get(tokens[at].text)
        return rule(tokens, at) if rule else None
    rule = _BY_SORT.get(sort)
    return rule(tokens, at) if rule else None


def _part(tokens: list[Token], at: int) -> Found:
    """ "end of March 2015", "early autumn", "mid-July", "beginning of 2014/15"."""
    part = PARTS[tokens[at].text]
    after = skip(tokens, at + 1, "-")
    after = skip(tokens, after, "point") if part is Part.MID else after
    after = skip(tokens, after, "of", "to" if part is Part.EARLY else "of")
    after = skip(tokens, after, "mid", "late") if tokens[after - 1].text == "to" else after
    after = skip(tokens, skip(tokens, after, "-"), "the")
    if tokens[after].text in PARTS:
        return None
    found = read_term(tokens, after) or _plain_year_end(tokens, after, part)
    if found is None or found[0].unit is Unit.DAY or found[0].part is not Part.WHOLE:
        return None
    term, after = surely_month(found[0]), found[1]
    rough = part is not Part.END and not (part is Part.START and term.unit.name in ("FINANCIAL", "ACADEMIC", "TERM"))
    # "early 2014" is nobody's name, unlike a bare 2014
    weak = term.weak and (term.year is None or not rough)
    return replace(term, part=part, approximate=rough, weak=weak), after


def _plain_year_end(tokens: list[Token], at: int, part: Part) -> Found:
    """The bare word year after "end of": the financial year that the plan is in, or perhaps the calendar year."""
    if part is not Part.END or tokens[at].text != "year" or number_at(tokens, at + 1, 1, 20):
        return None
    found = read_named_year(tokens, at + 1)
    if found:
        return found
    other = Term(Unit.YEAR, part=Part.END, weak=True)
    return Term(Unit.FINANCIAL, weak=True, other=other), at + 1


def _year_end(tokens: list[Token], at: int) -> Found:
    """ "year end", "year-end 2014/15", "financial year end"."""
    after = skip(tokens, at + 1, "-")
    if tokens[after].text != "end":
        return _named_or_plain_year(tokens, at)
    after = skip(tokens, after + 1, "of")
    found = read_named_year(tokens, after)
    if found and found[0].year:
        return replace(found[0], part=Part.END, weak=False), found[1]
    other = Term(Unit.YEAR, part=Part.END, weak=True)
    return Term(Unit.FINANCIAL, part=Part.END, weak=True, other=other), after


def _named_or_plain_year(tokens: list[Token], at: int) -> Found:
    """The word year before a number of four digits ("year 2014"); "Year 3" is no date."""
    found = read_year(tokens, at + 1, short=False)
    if found is None:
        return None
    term = Term(Unit.FINANCIAL if found[0].split else Unit.YEAR, found[0].first, split=found[0].split)
    return replace(term, weak=not found[0].split), found[1]


def _named_year(tokens: list[Token], at: int) -> Found:
    found = read_named_year(tokens, at)
    if found is None:
        return None
    term, after = found
    if term.year is None and tokens[after].text in ("end", "-"):
        end = skip(tokens, after, "-")
        if tokens[end].text == "end":
            dated = read_year(tokens, end + 1)
            year = dated[0].first if dated else None
            return replace(term, part=Part.END, year=year, weak=year is None), dated[1] if dated else end + 1
    if tokens[after].text in ("ending", "to", "ended"):
        ending = read_day(tokens, after + 1)
        if ending and ending[0].unit in (Unit.MONTH, Unit.DAY) and ending[0].year:
            start_year = ending[0].year - 1 if ending[0].index < 12 else ending[0].year
            return replace(term, year=start_year, weak=False), ending[1]
    return term, after


def _number(tokens: list[Token], at: int) -> Found:
    return (
        read_dated_day(tokens, at)
        or _year_first(tokens, at)
        or read_month_and_year(tokens, at)
        or read_ordinal_part(tokens, at)
        or read_day_and_month(tokens, at)
    )


def _year_first(tokens: list[Token], at: int) -> Found:
    """A year, or a quarter, half or month whose year is written first ("2016/17 Q2", "2014 Q3", "2014-03")."""
    found = read_year(tokens, at)
    if found:
        year, after = found
        month = month_number(tokens, after)
        if month and not year.split:
            return Term(Unit.MONTH, year.first, month), after + 2
        within = read_numbered(tokens, skip(tokens, after, "-", ",", "("))
        if within and within[0].year is None:
            closing = skip(tokens, within[1], ")")
            return replace(within[0], year=year.first, split=year.split, weak=False), closing
    return read_named_year(tokens, at)


def _season(tokens: list[Token], at: int) -> Found:
    """ "Spring 2014", "winter 2016 / 2017", "Autumn term 2017"."""
    unit, after = Unit.SEASON, at + 1
    if tokens[after].text in ("term", "terms") and tokens[at].text != "winter":
        unit, after = Unit.TERM, after + 1
    dated = read_year_after(tokens, after)
    if dated and dated[0].years == 1 and not (dated[0].short and unit is Unit.SEASON and tokens[at].value != 3):
        if unit is Unit.SEASON and tokens[dated[1]].text == "term" and tokens[at].text != "winter":
            return Term(Unit.TERM, dated[0].first, tokens[at].value, split=dated[0].split), dated[1] + 1
        return Term(unit, dated[0].first, tokens[at].value, split=dated[0].split), dated[1]
    number = tokens[after]
    if number.sort is Sort.NUMBER and number.digits == 2 and not number.ordinal and not is_counted(tokens, after + 1):
        return Term(unit, 2000 + number.value, tokens[at].value), after + 1
    return Term(unit, index=tokens[at].value, weak=True), after


def _feast(tokens: list[Token], at: int) -> Found:
    dated = read_year_after(tokens, skip(tokens, at + 1, "day"))
    if dated is None or dated[0].split:
        return None
    year = dated[0].first
    month, day = (12, 25) if tokens[at].text != "easter" else easter_sunday(year)
    return Term(Unit.DAY, year, month, day, approximate=True), dated[1]


_BY_SORT: dict[Sort, Rule] = {
    Sort.NUMBER: _number,
    Sort.DATE: read_numeric_date,
    Sort.MONTH: read_month,
    Sort.SEASON: _season,
    Sort.WEEKDAY: read_weekday,
}
_BY_WORD: dict[str, Rule] = {
    **dict.fromkeys(PARTS, _part),
    **dict.fromkeys(NUMBERED_PARTS, read_numbered),
    **dict.fromkeys(words.ORDINAL_WORDS, read_ordinal_part),
    **dict.fromkeys(("w/c", "w/e", *WEEK_WORDS), read_week),
    **dict.fromkeys("fy financial fiscal budget academic school municipal council civic calendar".split(), _named_year),
    **dict.fromkeys("this current next new coming following forthcoming".split(), _named_year),
    "year": _year_end,
    "christmas": _feast,
    "xmas": _feast,
    "easter": _feast,
}
TERM_WORDS = frozenset(_BY_WORD)
