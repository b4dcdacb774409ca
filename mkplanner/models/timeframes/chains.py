"""Rules that join terms to a chain: "June to Sept 14", "31.7.08 and 31.1.09", "Spring / Summer 2018", "Q1-3"."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.calendar_terms import read_term
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.look import number_at, skip
from mkplanner.models.timeframes.terms import Term, Unit
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.years import read_year_after

# Nobody lists more dates than this in one cell; a longer chain is a table that lost its lines.
MOST_TERMS = 12
RANGE_WORDS = frozenset({"to", "until", "till", "til", "through", "thru", "-"})
LIST_WORDS = frozenset({"and", "&", ","})


def read_chain(tokens: list[Token], at: int, bound: Bound | None) -> tuple[Dated, int] | None:
    """One term, or several with what joins them."""
    found = read_term(tokens, at)
    if found is None:
        return None
    first, after = found
    terms, link = [first], Link.ONE
    while len(terms) < MOST_TERMS:
        further = read_linked(tokens, after, bound, terms[-1])
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
    alike = _alike(terms, link)
    return Dated(alike, link if len(alike) > 1 else Link.ONE), after


def read_linked(
    tokens: list[Token], at: int, bound: Bound | None, before: Term | None = None
) -> tuple[Link, Term, int] | None:
    """A separator and the term after it."""
    text, after = tokens[at].text, at + 1
    if tokens[at].fresh and text in ("-", ",") and at:
        return None
    if text in RANGE_WORDS:
        link = Link.RANGE
        after = skip(tokens, skip(tokens, after, "to", "until", ":"), "the")
    elif text in ("/", "or"):
        link = Link.EITHER
    elif text in LIST_WORDS:
        link = Link.RANGE if bound is Bound.BETWEEN and text != "," else Link.LIST
        after = skip(tokens, after, "and", "&")
    elif text == "up" and tokens[after].text in ("to", "until"):
        link, after = Link.RANGE, after + 1
    else:
        return None
    number = number_at(tokens, after, 1, 4)
    if before and before.unit in (Unit.QUARTER, Unit.HALF) and number and not _starts_day(tokens, after):
        found: tuple[Term, int] | None = _quarter_number(tokens, after, before.unit, number)
    else:
        found = read_term(tokens, after)
    if found is None:
        return None
    if link is Link.LIST and found[0].weak and found[0].unit is Unit.YEAR and not (before and before.unit is Unit.YEAR):
        return None
    return link, found[0], found[1]


def _starts_day(tokens: list[Token], at: int) -> bool:
    return tokens[at].ordinal or tokens[at + 1].sort is Sort.MONTH or tokens[at + 1].text in words.UNITS


def _quarter_number(tokens: list[Token], at: int, unit: Unit, number: int) -> tuple[Term, int]:
    """The bare 3 of "Q1-3 2014/15"."""
    dated = read_year_after(tokens, at + 1)
    if dated:
        return Term(unit, dated[0].first, number, split=dated[0].split), dated[1]
    return Term(unit, index=number, weak=True), at + 1


def _alike(terms: list[Term], link: Link) -> tuple[Term, ...]:
    """ "Spring / summer term" speaks of two terms, "2014/15 - 16/17" of two financial years, "FY 2014 to 2015" of one."""
    if len(terms) > 1 and terms[-1].unit is Unit.TERM:
        return tuple(replace(t, unit=Unit.TERM) if t.unit is Unit.SEASON and t.index != 3 else t for t in terms)
    if len(terms) > 1 and terms[-1].unit is Unit.ACADEMIC:
        return tuple(replace(t, unit=Unit.ACADEMIC) if t.unit is Unit.FINANCIAL else t for t in terms)
    first, last = terms[0], terms[-1]
    if first.unit is Unit.WEEK and link is Link.LIST:
        return tuple(replace(t, unit=Unit.WEEK) if t.unit is Unit.DAY else t for t in terms)
    if len(terms) == 2 and first.unit is Unit.FINANCIAL and not first.split and first.year and last.unit is Unit.YEAR:
        return (first,) if last.year == first.year + 1 else (first, replace(last, unit=Unit.FINANCIAL))
    return tuple(terms)
