"""Rules that read a whole dated phrase: terms joined to ranges and lists, with "by", "from", "until" and what follows.

`read_dated` answers a `Dated`, which still speaks of terms; `readings` turns it into segments with days.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.calendar_terms import (
    PARTS,
    number_at,
    read_day_or_month,
    read_term,
    read_year_after,
    skip,
)
from mkplanner.models.timeframes.terms import Part, Term, Unit
from mkplanner.models.timeframes.tokens import Sort, Token

# Nobody lists more dates than this in one cell; a longer chain is a table that lost its lines.
MOST_TERMS = 12


class Bound(Enum):
    """How the words before a date hold it."""

    NONE = ""
    IN = "in"
    BY = "by"
    BEFORE = "before"
    UNTIL = "until"
    TO = "to"
    FROM = "from"
    SINCE = "since"
    AFTER = "after"
    AT_LEAST = "at least"
    BETWEEN = "between"
    AS_AT = "as at"


class Link(Enum):
    """How the terms of a phrase hang together."""

    ONE = "one"
    RANGE = "range"
    EITHER = "either"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated phrase: its terms in order, and what was said of them.

    `dangling` is an open end that is no more than a dash; `starred` a date with an asterisk, so with a footnote that we
    cannot see; `named` says that a range of months was called a quarter or a half-year.
    """

    terms: tuple[Term, ...]
    link: Link = Link.ONE
    bound: Bound = Bound.NONE
    open_end: bool = False
    dangling: bool = False
    approximate: bool = False
    starred: bool = False
    named: Unit | None = None

    @property
    def has_year(self) -> bool:
        """Whether any of its terms had a year written beside it."""
        return any(term.year is not None or term.short_number for term in self.terms)

    @property
    def is_weak(self) -> bool:
        """Whether it is a date only in good company, for none of its months, seasons or quarters has a year beside it."""
        return all(term.weak for term in self.terms)


_BOUNDS: dict[tuple[str, ...], Bound] = {
    ("by",): Bound.BY,
    ("no", "later", "than"): Bound.BY,
    ("not", "later", "than"): Bound.BY,
    ("on", "or", "before"): Bound.BY,
    ("by", "or", "before"): Bound.BY,
    ("in", "time", "for"): Bound.BY,
    ("deadline",): Bound.BY,
    ("deadline", ":"): Bound.BY,
    ("deadline", "-"): Bound.BY,
    ("deadline", "of"): Bound.BY,
    ("deadline", "is"): Bound.BY,
    ("due", "by"): Bound.BY,
    ("latest",): Bound.BY,
    ("before",): Bound.BEFORE,
    ("prior", "to"): Bound.BEFORE,
    ("ahead", "of"): Bound.BEFORE,
    ("in", "advance", "of"): Bound.BEFORE,
    ("until",): Bound.UNTIL,
    ("till",): Bound.UNTIL,
    ("til",): Bound.UNTIL,
    ("up", "to"): Bound.UNTIL,
    ("up", "until"): Bound.UNTIL,
    ("up", "to", "and", "including"): Bound.UNTIL,
    ("through", "to"): Bound.UNTIL,
    ("through", "until"): Bound.UNTIL,
    ("to",): Bound.TO,
    ("through",): Bound.TO,
    ("from",): Bound.FROM,
    ("with", "effect", "from"): Bound.FROM,
    ("wef",): Bound.FROM,
    ("effective",): Bound.FROM,
    ("effective", "from"): Bound.FROM,
    ("starts",): Bound.FROM,
    ("start",): Bound.FROM,
    ("starting",): Bound.FROM,
    ("begins",): Bound.FROM,
    ("begin",): Bound.FROM,
    ("beginning",): Bound.FROM,
    ("commence",): Bound.FROM,
    ("commences",): Bound.FROM,
    ("commencing",): Bound.FROM,
    ("since",): Bound.SINCE,
    ("started",): Bound.SINCE,
    ("began",): Bound.SINCE,
    ("begun",): Bound.SINCE,
    ("commenced",): Bound.SINCE,
    ("after",): Bound.AFTER,
    ("not", "before"): Bound.AT_LEAST,
    ("no", "earlier", "than"): Bound.AT_LEAST,
    ("not", "earlier", "than"): Bound.AT_LEAST,
    ("at", "least"): Bound.AT_LEAST,
    ("at", "the", "earliest"): Bound.AT_LEAST,
    ("earliest",): Bound.AT_LEAST,
    ("between",): Bound.BETWEEN,
    ("as", "at"): Bound.AS_AT,
    ("as", "of"): Bound.AS_AT,
    **{(word,): Bound.IN for word in "in during on at for within over throughout @ of due".split()},
    ("over", "the", "course", "of"): Bound.IN,
}
_LONGEST_FIRST: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
for _phrase in sorted(_BOUNDS, key=len, reverse=True):
    _LONGEST_FIRST.setdefault(_phrase[0], []).append((_phrase, _BOUNDS[_phrase]))
BOUND_WORDS = frozenset(_LONGEST_FIRST)
_STARTERS = frozenset({Bound.FROM, Bound.SINCE})
_DATE_NOUNS = frozenset({"deadline", "date", "target", "month", "months", "period"})
_RANGE_WORDS = frozenset({"to", "until", "till", "til", "through", "thru", "-"})
_UNIT_OF_MONTHS = {3: Unit.QUARTER, 6: Unit.HALF}
_UP_TO = frozenset({"to", "ending", "ended", "end"})
_LIST_WORDS = frozenset({"and", "&", ","})
_OPEN_TAILS = (
    ("onwards",),
    ("onward",),
    ("forward",),
    ("forwards",),
    ("and", "beyond"),
    ("and", "after"),
    ("or", "later"),
)
_PRESENT_TAILS = (("to", "date"), ("to", "present"), ("-", "present"), ("-", "date"), ("to", "the", "present"))
_LATEST_TAILS = (
    ("at", "the", "latest"),
    ("latest",),
    ("at", "latest"),
    ("or", "before"),
    ("or", "earlier"),
    ("or", "sooner"),
    ("deadline",),
)


def said_at(tokens: list[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether these words stand here, one after the other."""
    return all(tokens[at + i].text == word for i, word in enumerate(phrase) if at + i < len(tokens))


def read_dated(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """A dated phrase with its preposition, if one begins here."""
    bound, after = _bound(tokens, at)
    rough = after
    after = _skip_about(tokens, after)
    found = _terms(tokens, after, bound) or (_terms_after_noun(tokens, after, bound) if bound else None)
    if found is None:
        return None
    dated, end = found
    dated = replace(dated, bound=bound or Bound.NONE, approximate=after > rough + 1 or _is_about(tokens, rough))
    return _tails(tokens, dated, end)


def _bound(tokens: list[Token], at: int) -> tuple[Bound | None, int]:
    for phrase, bound in _LONGEST_FIRST.get(tokens[at].text, ()):
        if not said_at(tokens, at, phrase):
            continue
        after = at + len(phrase)
        if tokens[at].text in ("beginning", "start") and tokens[after].text == "of":
            return None, at
        if bound in _STARTERS:
            after = skip(tokens, skip(tokens, after, "from", "in", "on", "date"), ":", "of")
        if phrase == ("due",):
            after = skip(tokens, skip(tokens, after, "date", "in", "on"), ":", "of", "-")
        return bound, after
    return None, at


def _is_about(tokens: list[Token], at: int) -> bool:
    return tokens[at].text in words.ABOUT_WORDS


def _skip_about(tokens: list[Token], at: int) -> int:
    after = skip(tokens, at, *words.ABOUT_WORDS)
    after = skip(tokens, after, ".") if after > at else after
    return skip(tokens, after, "the")


def _terms_after_noun(tokens: list[Token], at: int, bound: Bound) -> tuple[Dated, int] | None:
    """ "by the statutory deadline of 30 June", "by target date 3 May": up to two words and a noun that means a date."""
    for noun in range(at, at + 3):
        if tokens[noun].sort is not Sort.WORD:
            return None
        if tokens[noun].text in _DATE_NOUNS:
            after = noun + 1
            after = skip(tokens, skip(tokens, after, "date"), "of", ":")
            return _terms(tokens, skip(tokens, after, "the"), bound)
    return None


def _terms(tokens: list[Token], at: int, bound: Bound | None) -> tuple[Dated, int] | None:
    counted = _counted_months(tokens, at)
    if counted:
        return counted
    if tokens[at].text in ("quarter", "qtr", "half") and tokens[at + 1].sort is not Sort.NUMBER:
        quarter = _named_months(tokens, at)
        if quarter:
            return quarter
    return _days_of_month(tokens, at, bound) or _parts_of_month(tokens, at) or _chain(tokens, at, bound)


def _named_months(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """ "quarter July to September 2014", "half-year to September 2014"."""
    after = at + 1
    if tokens[at].text == "half":
        after = skip(tokens, skip(tokens, after, "-"), "year")
    if tokens[after].text in _UP_TO:
        unit = Unit.HALF if tokens[at].text == "half" else Unit.QUARTER
        return _months_up_to(tokens, unit, skip(tokens, after + 1, "to", "the"))
    found = _chain(tokens, skip(tokens, after, "(", "from", "of"), Bound.NONE)
    if found is None or found[0].link is not Link.RANGE or any(t.unit is not Unit.MONTH for t in found[0].terms):
        return None
    closing = skip(tokens, found[1], ")") if tokens[after].text == "(" else found[1]
    unit = Unit.HALF if tokens[at].text == "half" else Unit.QUARTER
    return replace(found[0], named=unit), closing


def _counted_months(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """ "six months to September 2014", "3 months ended 30 June 2014"."""
    token = tokens[at]
    count = token.value if token.sort is Sort.NUMBER else words.NUMBER_WORDS.get(token.text, 0)
    unit = _UNIT_OF_MONTHS.get(count)
    if unit is None or tokens[at + 1].text not in ("months", "month") or tokens[at + 2].text not in _UP_TO:
        return None
    return _months_up_to(tokens, unit, skip(tokens, at + 3, "to", "the"))


def _months_up_to(tokens: list[Token], unit: Unit, after: int) -> tuple[Dated, int] | None:
    """A quarter or half-year named by its last month."""
    found = read_day_or_month(tokens, after)
    if found is None or found[0].unit not in (Unit.MONTH, Unit.DAY):
        return None
    last, end = found
    months = 6 if unit is Unit.HALF else 3
    first_month = (last.index - months) % 12 + 1
    year = None if last.year is None else last.year - (1 if first_month > last.index else 0)
    return Dated((Term(unit, year, first_month=first_month),)), end


def _parts_of_month(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """ "mid to late May 2014", "early/mid July"."""
    part = PARTS.get(tokens[at].text)
    if part is None or tokens[at + 1].text not in ("to", "-", "/") or tokens[at + 2].text not in PARTS:
        return None
    found = read_term(tokens, at + 2)
    if found is None or found[0].part is Part.WHOLE:
        return None
    return Dated((replace(found[0], part=part, approximate=True), found[0]), Link.RANGE), found[1]


def _days_of_month(tokens: list[Token], at: int, bound: Bound | None) -> tuple[Dated, int] | None:
    """Several days of one month: "11th - 26th April 2022", "3, 4 and 5 June", "Mon 3 - Fri 7 June 2014"."""
    days: list[tuple[int, int | None]] = []
    links: set[str] = set()
    after = at
    while len(days) <= MOST_TERMS:
        weekday = tokens[after].value if tokens[after].sort is Sort.WEEKDAY else None
        after = after + 1 if weekday is not None else after
        day = number_at(tokens, after, 1, 31)
        if day is None:
            return None
        days.append((day, weekday))
        after += 1
        separator = tokens[after].text
        if separator not in _RANGE_WORDS and separator not in _LIST_WORDS and separator not in ("/", "or"):
            break
        links.add(separator)
        after = skip(tokens, after + 1, "the", "and")
    after = skip(tokens, skip(tokens, after, "of"), "the")
    if len(days) < 2 or tokens[after].sort is not Sort.MONTH:
        return None
    if bound is Bound.BETWEEN and links <= {"and", "&"}:
        links = {"-"}
    return _month_for_days(tokens, after, days, links)


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
    link = Link.RANGE if len(days) == 2 and links & _RANGE_WORDS else Link.EITHER if links <= {"/", "or"} else Link.LIST
    if link is Link.RANGE:
        further = _linked(tokens, after, Bound.NONE)
        if further and further[0] is Link.EITHER:
            terms, after = (*terms[:-1], further[1]), further[2]
    return Dated(terms, link), after


def _chain(tokens: list[Token], at: int, bound: Bound | None) -> tuple[Dated, int] | None:
    found = read_term(tokens, at)
    if found is None:
        return None
    first, after = found
    terms, link = [first], Link.ONE
    while len(terms) < MOST_TERMS:
        further = _linked(tokens, after, bound, terms[-1])
        if further is None:
            break
        step, term, end = further
        if link is Link.RANGE and step is Link.EITHER:
            terms[-1] = replace(term, approximate=True)
        elif link in (Link.ONE, step) and not (link is step is Link.RANGE):
            link = step
            terms.append(term)
        else:
            break
        after = end
    return Dated(_alike(terms), link), after


def _linked(
    tokens: list[Token], at: int, bound: Bound | None, before: Term | None = None
) -> tuple[Link, Term, int] | None:
    """A separator and the term after it."""
    text, after = tokens[at].text, at + 1
    if tokens[at].fresh and text in ("-", ",") and at:
        return None
    if text in _RANGE_WORDS:
        link = Link.RANGE
        after = skip(tokens, skip(tokens, after, "to", "until"), "the")
    elif text in ("/", "or"):
        link = Link.EITHER
    elif text in _LIST_WORDS:
        link = Link.RANGE if bound is Bound.BETWEEN and text != "," else Link.LIST
        after = skip(tokens, after, "and", "&")
    elif text == "up" and tokens[after].text in ("to", "until"):
        link, after = Link.RANGE, after + 1
    else:
        return None
    number = number_at(tokens, after, 1, 4)
    if before and before.unit in (Unit.QUARTER, Unit.HALF) and number and not _starts_day(tokens, after):
        found: tuple[Term, int] | None = read_quarter_number(tokens, after, before.unit, number)
    else:
        found = read_term(tokens, after)
    if found is None or (link is Link.LIST and found[0].weak and found[0].unit is Unit.YEAR):
        return None
    return link, found[0], found[1]


def _starts_day(tokens: list[Token], at: int) -> bool:
    return tokens[at].ordinal or tokens[at + 1].sort is Sort.MONTH or tokens[at + 1].text in words.UNITS


def read_quarter_number(tokens: list[Token], at: int, unit: Unit, number: int) -> tuple[Term, int]:
    """The bare 3 of "Q1-3 2014/15"."""
    dated = read_year_after(tokens, at + 1)
    if dated:
        return Term(unit, dated[0].first, number, split=dated[0].split), dated[1]
    return Term(unit, index=number, weak=True), at + 1


def _alike(terms: list[Term]) -> tuple[Term, ...]:
    """ "Spring / summer term" speaks of two terms, "2014/15 - 16/17" of two financial years."""
    if len(terms) > 1 and terms[-1].unit is Unit.TERM:
        return tuple(replace(t, unit=Unit.TERM) if t.unit is Unit.SEASON and t.index != 3 else t for t in terms)
    if len(terms) > 1 and terms[-1].unit is Unit.ACADEMIC:
        return tuple(replace(t, unit=Unit.ACADEMIC) if t.unit is Unit.FINANCIAL else t for t in terms)
    return tuple(terms)


def _tails(tokens: list[Token], dated: Dated, at: int) -> tuple[Dated, int]:
    """What may follow a date and still belongs to it."""
    if tokens[at].text in ("meeting", "meetings", "deadline") and dated.terms[-1].unit is Unit.DAY:
        at += 1
    for phrase in _LATEST_TAILS:
        if said_at(tokens, at, phrase):
            return replace(dated, bound=Bound.BY), at + len(phrase)
    for phrase in (*_OPEN_TAILS, *_PRESENT_TAILS):
        if said_at(tokens, at, phrase):
            return replace(dated, open_end=True), at + len(phrase)
    if tokens[at].text == "?":
        return replace(dated, approximate=True), at + 1
    if tokens[at].text == "*":
        return replace(dated, starred=True), at + 1
    if tokens[at].text == "+" or (tokens[at].text == "-" and _ends_here(tokens, at + 1)):
        single = dated.link is Link.ONE and dated.bound in (Bound.NONE, Bound.FROM, Bound.SINCE, Bound.IN)
        return (replace(dated, open_end=True, dangling=True), at + 1) if single else (dated, at)
    return dated, at


def _ends_here(tokens: list[Token], at: int) -> bool:
    return tokens[at].fresh or tokens[at].text in (")", ";")


def is_part_end(dated: Dated) -> bool:
    """Whether the phrase names the end of its only term."""
    return dated.link is Link.ONE and dated.terms[0].part is Part.END
