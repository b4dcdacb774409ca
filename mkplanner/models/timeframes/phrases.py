"""Rules that read a whole dated phrase: terms joined to ranges and lists, with "by", "from", "until" and what follows.

`read_dated` answers a `Dated`, which still speaks of terms; `readings` turns it into segments with days.
"""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.bounds import Bound, read_bound
from mkplanner.models.timeframes.chains import read_chain
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.groups import (
    read_counted_months,
    read_days_of_month,
    read_named_months,
    read_parts_of_month,
)
from mkplanner.models.timeframes.look import said_at, skip
from mkplanner.models.timeframes.terms import Unit
from mkplanner.models.timeframes.tokens import Sort, Token

_DATE_NOUNS = frozenset({"deadline", "date", "target", "month", "months", "period"})
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
_EARLIEST_TAILS = (("at", "the", "earliest"), ("at", "earliest"), ("earliest",))
_LATEST_TAILS = (
    ("at", "the", "latest"),
    ("latest",),
    ("at", "latest"),
    ("or", "before"),
    ("or", "earlier"),
    ("or", "sooner"),
    ("deadline",),
)
_TAIL_WORDS = frozenset(
    {phrase[0] for phrase in (*_EARLIEST_TAILS, *_LATEST_TAILS, *_OPEN_TAILS, *_PRESENT_TAILS)}
    | {"?", "*", "+", "-", "on"}
)


def read_dated(tokens: list[Token], at: int) -> tuple[Dated, int] | None:
    """A dated phrase with its preposition, if one begins here."""
    bound, after = read_bound(tokens, at)
    rough = after
    after = _skip_about(tokens, after)
    found = _terms(tokens, after, bound) or (_terms_after_noun(tokens, after, bound) if bound else None)
    if found is None:
        return None
    dated, end = found
    approximate = after > rough + 1 or _is_about(tokens, rough)
    if bound or approximate:
        dated = replace(dated, bound=bound or Bound.NONE, approximate=approximate)
    return _tails(tokens, dated, end)


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
    counted = read_counted_months(tokens, at)
    if counted:
        return counted
    if tokens[at].text in ("quarter", "qtr", "half") and tokens[at + 1].sort is not Sort.NUMBER:
        quarter = read_named_months(tokens, at)
        if quarter:
            return quarter
    return read_days_of_month(tokens, at, bound) or read_parts_of_month(tokens, at) or read_chain(tokens, at, bound)


def _tails(tokens: list[Token], dated: Dated, at: int) -> tuple[Dated, int]:
    """What may follow a date and still belongs to it."""
    if tokens[at].text in ("meeting", "meetings", "deadline") and dated.terms[-1].unit is Unit.DAY:
        at += 1
    if tokens[at].text not in _TAIL_WORDS:
        return dated, at
    for phrase in _EARLIEST_TAILS:
        if said_at(tokens, at, phrase):
            return replace(dated, bound=Bound.AT_LEAST), at + len(phrase)
    for phrase in _LATEST_TAILS:
        if said_at(tokens, at, phrase):
            return replace(dated, bound=Bound.BY), at + len(phrase)
    for phrase in (*_OPEN_TAILS, *_PRESENT_TAILS):
        if said_at(tokens, at, phrase):
            return replace(dated, open_end=True), at + len(phrase)
    if tokens[at].text == "on" and _ends_here(tokens, at + 1):
        return replace(dated, open_end=True), at + 1
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
