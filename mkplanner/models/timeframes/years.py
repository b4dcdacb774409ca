"""Rules that read years: 2014, '14, 2014/15, 2014-5, 14/15, 2015-2020, "academic year 2019-20", "the new financial year".

Each rule looks at the tokens from a place and answers what it read and the place after it, or None.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from mkplanner.models.timeframes.look import skip
from mkplanner.models.timeframes.terms import Term, Unit
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.words import UNITS

FIRST_YEAR, LAST_YEAR = 1980, 2099


class Year(NamedTuple):
    """A written year: `split` for 2014/15, `years` more than one for 2015-2020, `short` where two digits stood alone."""

    first: int
    split: bool = False
    years: int = 1
    short: bool = False


_YEAR_NAMES = {
    ("financial", "year"): Unit.FINANCIAL,
    ("financial", "years"): Unit.FINANCIAL,
    ("fiscal", "year"): Unit.FINANCIAL,
    ("budget", "year"): Unit.FINANCIAL,
    ("academic", "year"): Unit.ACADEMIC,
    ("academic", "years"): Unit.ACADEMIC,
    ("school", "year"): Unit.ACADEMIC,
    ("school", "years"): Unit.ACADEMIC,
    ("municipal", "year"): Unit.MUNICIPAL,
    ("municipal", "years"): Unit.MUNICIPAL,
    ("council", "year"): Unit.MUNICIPAL,
    ("civic", "year"): Unit.MUNICIPAL,
    ("calendar", "year"): Unit.YEAR,
    ("calendar", "years"): Unit.YEAR,
}
_CENTURIES = frozenset({"20", "200", "201", "202", "203"})
_NEXT = frozenset({"next", "new", "coming", "following", "forthcoming"})
_THIS = frozenset({"this", "current"})


def read_year(tokens: list[Token], at: int, *, spans: bool = False, short: bool = True) -> tuple[Year, int] | None:
    """A year in any writing; `spans` allows 2015-2020, `short` allows 14/15 without four digits."""
    token = tokens[at]
    if token.sort is not Sort.NUMBER or token.ordinal:
        return None
    if token.digits in (4, 5):
        return _long_year(tokens, at, spans)
    if short and token.digits == 2:
        return _short_split(tokens, at)
    return None


def read_short_year(tokens: list[Token], at: int) -> tuple[Year, int] | None:
    """The two digits of '14, with the apostrophe that makes them a year."""
    mark, number = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[-1]
    if mark.text != "'" or number.sort is not Sort.NUMBER or number.digits != 2 or number.ordinal or not number.glued:
        return None
    return Year(2000 + number.value), at + 2


def _parted_year(tokens: list[Token], at: int) -> tuple[Year, int] | None:
    """The year of "1 April 20 14", torn apart by a space."""
    century, number, after = tokens[at], tokens[at + 1], tokens[at + 2]
    if century.text not in _CENTURIES or century.ordinal or number.sort is not Sort.NUMBER:
        return None
    if number.digits + century.digits != 4:
        return None
    if number.ordinal or number.fresh or number.start != century.end + 1 or after.sort is Sort.MONTH:
        return None
    return (Year(int(century.text + number.text)), at + 2) if after.text not in UNITS else None


def read_year_after(tokens: list[Token], at: int, *, loose: bool = True) -> tuple[Year, int] | None:
    """The year that belongs to the words before: ", 2014", "of 2014/15", "(2014)", "'14"; `loose` allows "-14" too."""
    start = skip(tokens, at, ".")
    bracket = tokens[start].text == "("
    after = skip(tokens, start, ",", "of", "in", "(") if not tokens[start].fresh else start
    if loose and tokens[after].text in ("-", "/") and tokens[after].glued and tokens[after + 1].glued:
        after += 1
    if tokens[after].text == "fy" or (tokens[after].text == "financial" and tokens[after + 1].text == "year"):
        after += 1 if tokens[after].text == "fy" else 2
    found = read_year(tokens, after) or read_short_year(tokens, after) or _parted_year(tokens, after)
    if found is None:
        return None
    if bracket:
        return (found[0], found[1] + 1) if tokens[found[1]].text == ")" else None
    return found


def read_named_year(tokens: list[Token], at: int) -> tuple[Term, int] | None:
    """A year with its sort before or after it, a bare year, or "the next financial year"."""
    token = tokens[at]
    if token.sort is Sort.NUMBER:
        found = read_year(tokens, at, spans=True)
        return _with_name_after(tokens, *found) if found else None
    if token.text in _THIS or token.text in _NEXT:
        return _relative_year(tokens, at)
    named = _year_name(tokens, at)
    return _with_name_before(tokens, *named) if named else None


def _long_year(tokens: list[Token], at: int, spans: bool) -> tuple[Year, int] | None:
    token = tokens[at]
    second = _second_half(tokens, at)
    if token.digits == 5:
        mended = _mended_year(token.text, second) if second else None
        return (Year(mended, split=True), at + 3) if mended else None
    first = token.value
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return None
    if second is None:
        return Year(first), at + 1
    last = _full_year(first, second)
    if last == first + 1:
        return Year(first, split=True), at + 3
    if spans and last is not None and first < last <= first + 40 and second.digits > 1 and not _may_be_month(second):
        return Year(first, years=last - first + 1), at + 3
    return Year(first), at + 1


def _second_half(tokens: list[Token], at: int) -> Token | None:
    """The number after a stroke or dash, unless it begins a term of its own ("2014-15 June")."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in ("/", "-"):
        return None
    number, after = tokens[at + 2], tokens[at + 3] if at + 3 < len(tokens) else tokens[-1]
    if number.sort is not Sort.NUMBER or number.ordinal or number.fresh or after.sort is Sort.MONTH:
        return None
    # "2013/14 - 2015/16": the number after the dash has a stroke of its own.
    if after.text in ("/", "-") and after.glued and at + 4 < len(tokens) and tokens[at + 4].sort is Sort.NUMBER:
        return number if tokens[at + 1].glued and number.digits < 4 else None
    return number


def _full_year(first: int, second: Token) -> int | None:
    if second.digits == 4:
        return second.value if second.value <= LAST_YEAR else None
    if second.digits == 2:
        return first - first % 100 + second.value + (100 if second.value < first % 100 else 0)
    if second.digits == 1:
        return first - first % 10 + second.value + (10 if second.value < first % 10 else 0)
    return None


def _may_be_month(second: Token) -> bool:
    """2014-03 and 2014/05 name a month and not a span of years."""
    return second.digits == 2 and 1 <= second.value <= 12 and second.text.startswith("0")


def _mended_year(digits: str, second: Token) -> int | None:
    """20010 of "20010/11" is 2010: one digit struck twice, proved by the year that follows."""
    for i in range(len(digits)):
        year = int(digits[:i] + digits[i + 1 :])
        if FIRST_YEAR <= year <= LAST_YEAR and _full_year(year, second) == year + 1:
            return year
    return None


def _short_split(tokens: list[Token], at: int) -> tuple[Year, int] | None:
    second = _second_half(tokens, at)
    first = tokens[at].value
    if second is None or second.digits != 2 or second.value != (first + 1) % 100:
        return None
    return Year(2000 + first, split=True, short=True), at + 3


def _year_name(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    token = tokens[at]
    if token.sort is not Sort.WORD:
        return None
    if token.text in ("fy", "f.y"):
        return Unit.FINANCIAL, at + 1
    unit = _YEAR_NAMES.get((token.text, tokens[at + 1].text)) if at + 1 < len(tokens) else None
    return (unit, at + 2) if unit else None


def _with_name_after(tokens: list[Token], year: Year, at: int) -> tuple[Term, int]:
    named = _year_name(tokens, at)
    if named:
        return _term(year, named[0]), named[1]
    term = _term(year, Unit.FINANCIAL if year.split else Unit.YEAR)
    return replace(term, weak=year.short or not year.split), at


def _with_name_before(tokens: list[Token], unit: Unit, at: int) -> tuple[Term, int]:
    after = at
    if tokens[after].text in ("(", ":", "of", "ending", "to", "ended", "in"):
        after += 1
    if tokens[after].text == "fy":
        after += 1
    found = read_year(tokens, after, spans=True) or read_short_year(tokens, after)
    if found and tokens[at].text not in ("ending", "to", "ended"):
        end = found[1]
        if tokens[at].text == "(" and tokens[end].text == ")":
            end += 1
        return _term(found[0], unit), end
    number = tokens[after]
    if unit is Unit.FINANCIAL and number.sort is Sort.NUMBER and number.digits == 2 and number.glued:
        return _term(Year(2000 + number.value), unit), after + 1
    return Term(unit, weak=True), at


def _term(year: Year, unit: Unit) -> Term:
    """A span written 2015-2019 of academic years runs from the first to the last that begins before 2019 ends."""
    if unit is not Unit.YEAR and year.years > 1:
        return Term(unit, year.first, years=year.years - 1, split=True)
    return Term(unit, year.first, years=year.years, split=year.split)


def _relative_year(tokens: list[Token], at: int) -> tuple[Term, int] | None:
    """Either this financial year or the next: `shift` counts years from the plan's first."""
    named = _year_name(tokens, at + 1) if at + 1 < len(tokens) else None
    if named is None:
        return None
    return Term(named[0], shift=1 if tokens[at].text in _NEXT else 0, weak=True), named[1]
