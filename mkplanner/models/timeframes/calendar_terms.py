"""Rules that read one term: a day, week, month, quarter, half-year, season, school term or year, with "early" or "end of".

Each rule looks at the tokens from a place and answers what it read and the place after it, or None; none looks back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.periods import easter_sunday
from mkplanner.models.timeframes.terms import Part, Term, Unit, is_real
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.years import Year, read_named_year, read_short_year, read_year

Found = tuple[Term, int] | None
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
_NUMBERED_PARTS = {"q": Unit.QUARTER, "qtr": Unit.QUARTER, "quarter": Unit.QUARTER, "h": Unit.HALF, "half": Unit.HALF}
_FRACTIONS = {"quarter": Unit.QUARTER, "qtr": Unit.QUARTER, "half": Unit.HALF}
_WEEK_VERBS = frozenset({"commencing", "beginning", "starting", "of", "begining"})
_ROADS = frozenset("road street close avenue lane way drive court crescent terrace square".split())


def read_term(tokens: list[Token], at: int) -> Found:
    """Any term, with what part of it is meant."""
    sort = tokens[at].sort
    if sort is Sort.WORD:
        rule = _BY_WORD.get(tokens[at].text)
        return rule(tokens, at) if rule else None
    rule = _BY_SORT.get(sort)
    return rule(tokens, at) if rule else None


def read_day_or_month(tokens: list[Token], at: int) -> Found:
    """A term that begins with a number, a month or a weekday, and so is no larger thing that holds another term."""
    rule = _BY_SORT.get(tokens[at].sort) if tokens[at].sort is not Sort.SEASON else None
    return rule(tokens, at) if rule else None


def skip(tokens: list[Token], at: int, *texts: str) -> int:
    """The place after the token if it is one of these words or marks, else the place itself."""
    return at + 1 if tokens[at].text in texts and tokens[at].sort is not Sort.END else at


def number_at(tokens: list[Token], at: int, least: int, most: int) -> int | None:
    """A number of one or two digits within bounds, or None."""
    token = tokens[at]
    if token.sort is Sort.NUMBER and token.digits <= 2 and least <= token.value <= most:
        return token.value
    return None


def read_year_after(tokens: list[Token], at: int, *, loose: bool = True) -> tuple[Year, int] | None:
    """The year that belongs to the words before: ", 2014", "of 2014/15", "(2014)", "'14"; `loose` allows "-14" too."""
    start = skip(tokens, at, ".")
    bracket = tokens[start].text == "("
    after = skip(tokens, start, ",", "of", "in", "(") if not tokens[start].fresh else start
    if loose and tokens[after].text in ("-", "/") and tokens[after].glued and tokens[after + 1].glued:
        after += 1
    if tokens[after].text == "fy" or (tokens[after].text == "financial" and tokens[after + 1].text == "year"):
        after += 1 if tokens[after].text == "fy" else 2
    found = read_year(tokens, after) or read_short_year(tokens, after)
    if found is None:
        return None
    if bracket:
        return (found[0], found[1] + 1) if tokens[found[1]].text == ")" else None
    return found


def _part(tokens: list[Token], at: int) -> Found:
    """ "end of March 2015", "early autumn", "mid-July", "beginning of 2014/15"."""
    part = PARTS[tokens[at].text]
    after = skip(tokens, at + 1, "-")
    after = skip(tokens, after, "of", "to" if part is Part.EARLY else "of")
    after = skip(tokens, after, "mid", "late") if tokens[after - 1].text == "to" else after
    after = skip(tokens, skip(tokens, after, "-"), "the")
    if tokens[after].text in PARTS:
        return None
    found = read_term(tokens, after) or _plain_year_end(tokens, after, part)
    if found is None or found[0].unit is Unit.DAY or found[0].part is not Part.WHOLE:
        return None
    term, after = _surely_month(found[0]), found[1]
    rough = part is not Part.END and not (part is Part.START and term.unit.name in ("FINANCIAL", "ACADEMIC", "TERM"))
    return replace(term, part=part, approximate=rough), after


def _surely_month(term: Term) -> Term:
    """ "end of February 15" can only mean the month of a year."""
    if term.short_number and not term.day:
        return replace(term, year=2000 + term.short_number, short_number=0)
    return replace(term, other=None)


def _plain_year_end(tokens: list[Token], at: int, part: Part) -> Found:
    """The bare word year after "end of": the financial year that the plan is in, or perhaps the calendar year."""
    if part is not Part.END or tokens[at].text != "year":
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
        ending = read_day_or_month(tokens, after + 1)
        if ending and ending[0].unit in (Unit.MONTH, Unit.DAY) and ending[0].year:
            start_year = ending[0].year - 1 if ending[0].index < 12 else ending[0].year
            return replace(term, year=start_year, weak=False), ending[1]
    return term, after


def _month(tokens: list[Token], at: int) -> Found:
    """A month with its year, with two doubtful digits, with a day after it, or alone."""
    token = tokens[at]
    after = skip(tokens, at + 1, ".") if tokens[at + 1].glued else at + 1
    day = _day_after_month(tokens, at, after)
    if day:
        return day
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
        or _is_counted(tokens, after + 1)
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


def _is_counted(tokens: list[Token], at: int) -> bool:
    """Whether the next token makes the number before it something else: another date's day, or a quantity."""
    token = tokens[at]
    if token.sort is Sort.MONTH or token.text in words.UNITS or token.text == ":":
        return True
    return token.text in ("/", "-") and tokens[at + 1].sort is Sort.NUMBER and token.glued and tokens[at + 1].glued


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


def _number(tokens: list[Token], at: int) -> Found:
    return (
        _day(tokens, at)
        or _year_first(tokens, at)
        or _month_and_year_numbers(tokens, at)
        or _ordinal_part(tokens, at)
        or _day_and_month_numbers(tokens, at)
    )


def _day(tokens: list[Token], at: int) -> Found:
    """ "31 March 15", "11 th April", "5-Mar-14", "the 3rd of May"."""
    number = number_at(tokens, at, 1, 31)
    if number is None:
        return None
    after = at + 1
    if tokens[after].text in ("-", ".", "/") and tokens[after].glued and tokens[after + 1].glued:
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


def _year_first(tokens: list[Token], at: int) -> Found:
    """A year, or a quarter, half or month whose year is written first ("2016/17 Q2", "2014 Q3", "2014-03")."""
    found = read_year(tokens, at)
    if found:
        year, after = found
        month = _month_number(tokens, after)
        if month and not year.split:
            return Term(Unit.MONTH, year.first, month), after + 2
        within = _numbered(tokens, skip(tokens, after, "-", ",", "("))
        if within and within[0].year is None:
            closing = skip(tokens, within[1], ")")
            return replace(within[0], year=year.first, split=year.split, weak=False), closing
    return read_named_year(tokens, at)


def _month_number(tokens: list[Token], at: int) -> int | None:
    """The 03 of 2014-03."""
    if tokens[at].text not in ("-", "/") or not tokens[at].glued:
        return None
    number = tokens[at + 1]
    return number_at(tokens, at + 1, 1, 12) if number.digits == 2 and number.glued else None


def _month_and_year_numbers(tokens: list[Token], at: int) -> Found:
    """05/2018."""
    month = number_at(tokens, at, 1, 12)
    if month is None or tokens[at].ordinal or tokens[at + 1].text not in ("/", "-", ".") or not tokens[at + 1].glued:
        return None
    found = read_year(tokens, at + 2, short=False) if tokens[at + 2].glued else None
    return (Term(Unit.MONTH, found[0].first, month), at + 3) if found else None


def _day_and_month_numbers(tokens: list[Token], at: int) -> Found:
    """30/9: only in good company, for it may be a fraction or a clause."""
    day, stroke = number_at(tokens, at, 1, 31), tokens[at + 1]
    if day is None or tokens[at].ordinal or stroke.text != "/" or not (stroke.glued and tokens[at + 2].glued):
        return None
    month = number_at(tokens, at + 2, 1, 12)
    if month is None or tokens[at + 3].text == "/" or tokens[at + 3].text in words.UNITS:
        return None
    return _real(Term(Unit.DAY, index=month, day=day, weak=True), at + 3)


def _numeric_date(tokens: list[Token], at: int) -> Found:
    """30.9.09, 5/11/2015, 2013/12/13; where a thirteenth month would come out, the month was written first."""
    year, month, day = tokens[at].parts
    if month > 12 >= day:
        month, day = day, month
    return Term(Unit.DAY, year, month, day), at + 1


def _weekday(tokens: list[Token], at: int) -> Found:
    after = skip(tokens, skip(tokens, at + 1, ".", ","), "the")
    found = read_day_or_month(tokens, after) if tokens[after].sort is not Sort.WEEKDAY else None
    if found is None or found[0].unit is not Unit.DAY:
        return None
    return replace(found[0], weekday=tokens[at].value), found[1]


def _week(tokens: list[Token], at: int) -> Found:
    """ "w/c 8th November", "week commencing Monday 8 November 2021", "week ending 12 November"."""
    ending = tokens[at].text == "w/e"
    after = at + 1
    if tokens[at].text in ("week", "weeks"):
        ending = tokens[after].text in ("ending", "ended")
        if not ending and tokens[after].text not in _WEEK_VERBS:
            return None
        after += 1
    after = skip(tokens, skip(tokens, skip(tokens, after, ":", "."), "of"), "the")
    found = read_day_or_month(tokens, after)
    if found is None or found[0].unit is not Unit.DAY:
        return None
    day = found[0]
    if ending:
        return replace(day, unit=Unit.WEEK_ENDING), found[1]
    return replace(day, unit=Unit.WEEK), found[1]


def _season(tokens: list[Token], at: int) -> Found:
    """ "Spring 2014", "winter 2016 / 2017", "Autumn term 2017"."""
    unit, after = Unit.SEASON, at + 1
    if tokens[after].text in ("term", "terms") and tokens[at].text != "winter":
        unit, after = Unit.TERM, after + 1
    dated = read_year_after(tokens, after)
    if dated and dated[0].years == 1 and not (dated[0].short and unit is Unit.SEASON and tokens[at].value != 3):
        return Term(unit, dated[0].first, tokens[at].value, split=dated[0].split), dated[1]
    number = tokens[after]
    if number.sort is Sort.NUMBER and number.digits == 2 and not number.ordinal and not _is_counted(tokens, after + 1):
        return Term(unit, 2000 + number.value, tokens[at].value), after + 1
    return Term(unit, index=tokens[at].value, weak=True), after


def _numbered(tokens: list[Token], at: int) -> Found:
    """ "Q2 2014/15", "Quarter 4", "H1 2015", "third quarter of 2014/15", "quarter July to September 2014"."""
    token = tokens[at]
    unit = _NUMBERED_PARTS.get(token.text)
    if unit is None:
        return _ordinal_part(tokens, at)
    after = skip(tokens, at + 1, "year") if unit is Unit.HALF else at + 1
    after = skip(tokens, after, ".", "-") if tokens[after].glued else after
    number = number_at(tokens, after, 1, 4 if unit is Unit.QUARTER else 2)
    if number is None or tokens[after].ordinal or tokens[after].fresh:
        return None
    if len(token.text) == 1 and not tokens[after].glued and unit is Unit.HALF:
        return None
    return _fraction_of_year(tokens, after + 1, unit, number)


def _ordinal_part(tokens: list[Token], at: int) -> Found:
    """ "first quarter of 2022-23", "2nd half of 2014", "second week of June 2014", "first half of March 2014"."""
    token = tokens[at]
    order = token.value if token.ordinal and token.digits == 1 else words.ORDINAL_WORDS.get(token.text, 0)
    after = skip(tokens, at + 1, "-")
    noun = tokens[after].text
    if order == 0 or (noun not in _FRACTIONS and noun != "week"):
        return None
    if noun == "week":
        return _week_of_month(tokens, skip(tokens, after + 1, "of", "in"), order)
    unit = _FRACTIONS[noun]
    most = 4 if unit is Unit.QUARTER else 2
    number = most if order < 0 else order
    after = skip(tokens, skip(tokens, after + 1, "-"), "year") if unit is Unit.HALF else after + 1
    if number > most:
        return None
    of = skip(tokens, skip(tokens, after, "of", "in"), "the")
    if unit is Unit.HALF and tokens[of].sort is Sort.MONTH:
        return _half_month(tokens, of, number)
    return _fraction_of_year(tokens, after, unit, number)


def _half_month(tokens: list[Token], at: int, number: int) -> Found:
    found = _month(tokens, at)
    if found is None or found[0].unit is not Unit.MONTH:
        return None
    part = Part.FIRST_HALF if number == 1 else Part.SECOND_HALF
    return replace(_surely_month(found[0]), part=part, approximate=True), found[1]


def _week_of_month(tokens: list[Token], at: int, order: int) -> Found:
    found = _month(tokens, at) if tokens[at].sort is Sort.MONTH else None
    if found is None or found[0].unit is not Unit.MONTH or order > 4:
        return None
    month = _surely_month(found[0])
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
    if short.sort is Sort.NUMBER and short.digits == 2 and not short.ordinal and not _is_counted(tokens, after + 1):
        return Term(unit, 2000 + short.value, number), after + 1
    return Term(unit, index=number, weak=True), at


def _feast(tokens: list[Token], at: int) -> Found:
    dated = read_year_after(tokens, skip(tokens, at + 1, "day"))
    if dated is None or dated[0].split:
        return None
    year = dated[0].first
    month, day = (12, 25) if tokens[at].text != "easter" else easter_sunday(year)
    return Term(Unit.DAY, year, month, day, approximate=True), dated[1]


def _real(term: Term, after: int) -> Found:
    return (term, after) if is_real(term) else None


_BY_SORT: dict[Sort, Rule] = {
    Sort.NUMBER: _number,
    Sort.DATE: _numeric_date,
    Sort.MONTH: _month,
    Sort.SEASON: _season,
    Sort.WEEKDAY: _weekday,
}
_BY_WORD: dict[str, Rule] = {
    **dict.fromkeys(PARTS, _part),
    **dict.fromkeys(_NUMBERED_PARTS, _numbered),
    **dict.fromkeys(words.ORDINAL_WORDS, _ordinal_part),
    **dict.fromkeys(("w/c", "w/e", "week", "weeks"), _week),
    **dict.fromkeys("fy financial fiscal budget academic school municipal council civic calendar".split(), _named_year),
    **dict.fromkeys("this current next new coming following forthcoming".split(), _named_year),
    "year": _year_end,
    "christmas": _feast,
    "xmas": _feast,
    "easter": _feast,
}
TERM_WORDS = frozenset(_BY_WORD)
