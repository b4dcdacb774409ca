"""Rules that read days, weeks and months: "31 March 15", "11 th April", "w/c 8th November", "Sept 14", 30.9.09.

Each rule looks at the tokens from a place and answers what it read and the place after it, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.look import is_counted, number_at, skip
from mkplanner.models.timeframes.terms import Term, Unit, is_real
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.years import Year, read_year, read_year_after

Found = tuple[Term, int] | None
WEEK_WORDS = frozenset({"week", "weeks", "wk", "wks"})
_WEEK_VERBS = frozenset({"commencing", "beginning", "starting", "of", "begining"})
_ROADS = frozenset("road street close avenue lane way drive court crescent terrace square".split())


def read_day(tokens: list[Token], at: int) -> Found:
    """A day, or the month that stands where one was looked for, with its weekday if that is written."""
    match tokens[at].sort:
        case Sort.NUMBER:
            return read_numbered_day(tokens, at)
        case Sort.DATE:
            return read_numeric_date(tokens, at)
        case Sort.MONTH:
            return read_month(tokens, at)
        case Sort.WEEKDAY:
            return read_weekday(tokens, at)
    return None


def read_numbered_day(tokens: list[Token], at: int) -> Found:
    """A day or month that begins with a number: "31 March 15", "05/2018", "30/9"."""
    return read_dated_day(tokens, at) or read_month_and_year(tokens, at) or read_day_and_month(tokens, at)


def read_month(tokens: list[Token], at: int) -> Found:
    """A month with its year, with two doubtful digits, with a day after it, or alone."""
    token = tokens[at]
    after = skip(tokens, at + 1, ".") if tokens[at + 1].glued else at + 1
    day = _day_after_month(tokens, at, after)
    if day:
        return day
    if tokens[after].text == "half" and tokens[after + 1].text == "term":
        after += 2
    dated = read_year_after(tokens, after)
    if dated:
        return _month_of_year(token, *dated)
    short = _short_number(tokens, after)
    if short:
        return short[0](token.value), short[1]
    return Term(Unit.MONTH, index=token.value, weak=True), at + 1


def _month_of_year(token: Token, year: Year, after: int) -> Found:
    other = None
    if year.short and 1 <= year.first % 100 <= 30:
        other = Term(Unit.DAY, index=token.value, day=year.first % 100)
    return Term(Unit.MONTH, year.first, token.value, split=year.split, other=other), after


def _short_number(tokens: list[Token], at: int) -> tuple[Callable[[int], Term], int] | None:
    """Two digits after a month, a year or a day: which, the plan's years decide later."""
    after = at
    if tokens[at].text in ("-", "/", ",") and tokens[at].glued and tokens[at + 1].glued:
        after += 1
    token = tokens[after]
    if (
        token.sort is not Sort.NUMBER
        or token.ordinal
        or token.digits > 2
        or token.fresh
        or is_counted(tokens, after + 1)
    ):
        return None
    if after > at and token.digits < 2:
        return None
    number = token.value
    year_only = number > 31 or (token.digits == 2 and number == 0)

    def term(month: int) -> Term:
        if year_only:
            return Term(Unit.MONTH, 2000 + number, month)
        return Term(Unit.MONTH, index=month, short_number=number, day=number if token.digits == 1 else 0)

    return term, after + 1


def _day_after_month(tokens: list[Token], at: int, after: int) -> Found:
    """ "March 5th 2014", "March 5, 2014", "March 5 2014"."""
    token = tokens[after]
    number = number_at(tokens, after, 1, 31)
    if number is None or token.fresh:
        return None
    following = read_year_after(tokens, after + 1, loose=False)
    plain = following and not following[0].split and following[0].years == 1
    if not token.ordinal and not (plain and not tokens[after + 1].fresh):
        return None
    if tokens[after + 1].sort is Sort.MONTH:
        return None
    year, end = (following[0].first, following[1]) if following and plain else (None, after + 1)
    return _real(Term(Unit.DAY, year, tokens[at].value, number), end)


def surely_month(term: Term) -> Term:
    """ "end of February 15" can only mean the month of a year."""
    if term.short_number and not term.day:
        return replace(term, year=2000 + term.short_number, short_number=0)
    return replace(term, other=None)


def read_dated_day(tokens: list[Token], at: int) -> Found:
    """ "31 March 15", "11 th April", "5-Mar-14", "the 3rd of May"."""
    number = number_at(tokens, at, 1, 31)
    if number is None:
        return None
    after = at + 1
    bound = tokens[after].text in ("-", ".", "/") and tokens[after].glued and tokens[after + 1].glued
    if bound or (tokens[after].text == "," and tokens[at].fresh):
        after += 1
    after = skip(tokens, skip(tokens, after, "of"), "the")
    if tokens[after].sort is not Sort.MONTH or (tokens[after].fresh and not _is_wrapped(tokens, at)):
        return None
    term = Term(Unit.DAY, index=tokens[after].value, day=number)
    year = _year_of_day(tokens, after + 1)
    if year:
        return term.with_year(year[0]), year[1]
    return None if tokens[after + 1].text in _ROADS else (term, after + 1)


def _is_wrapped(tokens: list[Token], at: int) -> bool:
    """Whether a day at a line's end goes with the month on the next line: "by 31 / March 2015", not "Phase 2 / March"."""
    token = tokens[at]
    return (
        token.ordinal
        or token.fresh
        or at == 0
        or tokens[at - 1].text in ("by", "on", "to", "from", "until", "-", "the")
    )


def _year_of_day(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The year after a day and month: four digits, or two that are no other number."""
    found = read_year_after(tokens, at)
    if found and not found[0].short:
        return found[0].first, found[1]
    after = skip(tokens, at, ".", ",")
    if tokens[after].text in ("-", "/") and tokens[after].glued and tokens[after + 1].glued:
        after += 1
    token = tokens[after]
    if token.sort is not Sort.NUMBER or token.digits != 2 or token.ordinal or token.fresh:
        return None
    if tokens[after + 1].sort is Sort.MONTH or tokens[after + 1].text in words.UNITS:
        return None
    return 2000 + token.value, after + 1


def month_number(tokens: list[Token], at: int) -> int | None:
    """The 03 of 2014-03."""
    if tokens[at].text not in ("-", "/") or not tokens[at].glued:
        return None
    number = tokens[at + 1]
    return number_at(tokens, at + 1, 1, 12) if number.digits == 2 and number.glued else None


def read_month_and_year(tokens: list[Token], at: int) -> Found:
    """05/2018."""
    month = number_at(tokens, at, 1, 12)
    if month is None or tokens[at].ordinal or tokens[at + 1].text not in ("/", "-", ".") or not tokens[at + 1].glued:
        return None
    found = read_year(tokens, at + 2, short=False) if tokens[at + 2].glued else None
    return (Term(Unit.MONTH, found[0].first, month), at + 3) if found else None


def read_day_and_month(tokens: list[Token], at: int) -> Found:
    """30/9: only in good company, for it may be a fraction or a clause."""
    day, stroke = number_at(tokens, at, 1, 31), tokens[at + 1]
    if day is None or tokens[at].ordinal or stroke.text != "/" or not (stroke.glued and tokens[at + 2].glued):
        return None
    month = number_at(tokens, at + 2, 1, 12)
    if (day, month) == (24, 7):  # round the clock
        return None
    if month is None or tokens[at + 3].text == "/" or tokens[at + 3].text in words.UNITS:
        return None
    return _real(Term(Unit.DAY, index=month, day=day, weak=True), at + 3)


def read_numeric_date(tokens: list[Token], at: int) -> Found:
    """30.9.09, 5/11/2015, 2013/12/13; where a thirteenth month would come out, the month was written first."""
    year, month, day = tokens[at].parts
    if month > 12 >= day:
        month, day = day, month
    return Term(Unit.DAY, year, month, day), at + 1


def read_weekday(tokens: list[Token], at: int) -> Found:
    """A day with its weekday before it; a weekday alone is none."""
    after = skip(tokens, skip(tokens, at + 1, ".", ","), "the")
    found = read_day(tokens, after) if tokens[after].sort is not Sort.WEEKDAY else None
    if found is None or found[0].unit is not Unit.DAY:
        return None
    return replace(found[0], weekday=tokens[at].value), found[1]


def read_week(tokens: list[Token], at: int) -> Found:
    """ "w/c 8th November", "week commencing Monday 8 November 2021", "week ending 12 November"."""
    ending = tokens[at].text == "w/e"
    after = at + 1
    if tokens[at].text in WEEK_WORDS:
        ending = tokens[after].text in ("ending", "ended")
        if not ending and tokens[after].text not in _WEEK_VERBS:
            return None
        after += 1
    after = skip(tokens, skip(tokens, skip(tokens, after, ":", "."), "of"), "the")
    found = read_day(tokens, after)
    if found is None or found[0].unit is not Unit.DAY:
        return None
    day = found[0]
    if ending:
        return replace(day, unit=Unit.WEEK_ENDING), found[1]
    return replace(day, unit=Unit.WEEK), found[1]


def _real(term: Term, after: int) -> Found:
    return (term, after) if is_real(term) else None
