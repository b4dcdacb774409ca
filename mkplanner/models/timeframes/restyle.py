"""The author's own words with other dates in them: "By Fri. 31st March 27" becomes "By Mon. 3rd April 27".

Only what names a date is replaced, in the spelling it had. Whoever asks must read the result to see that it says what it
should: the words may hang together in ways that a replaced month does not follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from mkplanner.models.timeframes.calendar_terms import read_term
from mkplanner.models.timeframes.terms import Term, Unit
from mkplanner.models.timeframes.timeframe import Precision, Segment
from mkplanner.models.timeframes.tokens import Sort, Token, tokenise
from mkplanner.models.timeframes.words import MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES

_BY_DAY = frozenset({Unit.DAY, Unit.WEEK, Unit.WEEK_ENDING})
_BY_INDEX = frozenset({Unit.QUARTER, Unit.SEASON})
_BY_YEAR = frozenset({Unit.YEAR, Unit.FINANCIAL, Unit.ACADEMIC, Unit.MUNICIPAL})
_DIGITS = re.compile(r"[0-9]+")
_SHORT = 4
_WEEK = timedelta(days=6)


class _Turn(NamedTuple):
    """A day of the old reading, the day that takes its place, and the segment that is to hold it."""

    old: date
    new: date
    holder: Segment


class _Named(NamedTuple):
    """What a term is to name instead."""

    year: int
    month: int
    day: int
    number: int


class _Place(NamedTuple):
    """A term in the words: its tokens, the day that is its own and what it is to name."""

    term: Term
    tokens: list[Token]
    turn: _Turn
    named: _Named


def restyled(words: str, old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[str]:
    """The words with the new segments' days in place of the old ones': as written, then with years where none stood, then
    with each date spelt out in full, as a month must be that has become some days.

    Nothing where some date in the words belongs to none of the old days.
    """
    places = _places(words, [turn for pair in zip(old, new, strict=False) for turn in _turns(*pair)])
    if not places:
        return
    bare = {number for number, place in enumerate(places) if place.term.year is None and not place.term.short_number}
    for years in dict.fromkeys((frozenset[int](), frozenset([max(bare, default=0)]) & bare, frozenset(bare))):
        yield _replaced(words, places, years)
    yield _spelt_out(words, places)


def _turns(old: Segment, new: Segment) -> Iterator[_Turn]:
    if old.start and new.start:
        yield _Turn(old.start, new.start, new)
    if old.end and new.end:
        yield _Turn(old.end, new.end, new)
    if old.precision is Precision.WEEK and old.end and new.end:
        yield _Turn(old.end - _WEEK, new.end - _WEEK, new)  # "to w/c 5 July" names the first day of the last week


def _places(words: str, turns: list[_Turn]) -> list[_Place]:
    tokens = tokenise(words)
    places: list[_Place] = []
    left = list(turns)
    at = 0
    while tokens[at].sort is not Sort.END:
        found = read_term(tokens, at)
        if found is None or not _is_dated(found[0]):
            at = found[1] if found else at + 1
            continue
        term, after = found
        turn = next((turn for turn in (*left, *turns) if _is_of(term, turn.old)), None)
        if turn is None or _is_winter_of_two_years(term):
            return []
        if turn in left:
            left.remove(turn)
        places.append(_Place(term, tokens[at:after], turn, _named(term, turn)))
        at = after
    return places


def _is_dated(term: Term) -> bool:
    return term.unit in _BY_DAY | _BY_INDEX | _BY_YEAR or term.unit is Unit.MONTH


def _is_winter_of_two_years(term: Term) -> bool:
    """ "Winter 2026/27" is written with two years; the seasons beside it have one."""
    return term.unit is Unit.SEASON and term.split


def _is_of(term: Term, day: date) -> bool:
    """Whether a term may have meant this day, or a stretch of time that begins or ends with it."""
    if term.unit in _BY_DAY:
        return (term.index, term.day) == (day.month, day.day) and term.year in (None, day.year)
    if term.unit is Unit.MONTH:
        return term.index == day.month and (term.split or term.year in (None, day.year))
    return True


def _named(term: Term, turn: _Turn) -> _Named:
    year = term.year or turn.old.year
    if term.unit in _BY_INDEX:
        months = (turn.new.year - turn.old.year) * 12 + turn.new.month - turn.old.month
        base = 1 if term.unit is Unit.QUARTER else 0
        carry, index = divmod(term.index - base + months // 3, 4)
        return _Named(year + carry, 0, 0, index + base)
    if term.unit in _BY_YEAR:
        return _Named(year + turn.new.year - turn.old.year, 0, 0, 0)
    return _Named(turn.new.year, turn.new.month, turn.new.day, 0)


def _replaced(words: str, places: list[_Place], with_year: frozenset[int]) -> str:
    parts, at = [], 0
    for number, place in enumerate(places):
        written = _written(words, place)
        parts += [words[at : place.tokens[0].start], *written]
        at = place.tokens[-1].end
        if number in with_year:
            parts.append(f" {place.named.year:04}")
    return "".join((*parts, words[at:]))


def _spelt_out(words: str, places: list[_Place]) -> str:
    """The words with "11 June 2027" for every date, or "11 June 2027 to 10 July 2027" where one stands for a stretch."""
    parts, at = [], 0
    for place in places:
        holder = place.turn.holder
        alone = sum(other.turn.holder is holder for other in places) == 1
        days = (holder.start, holder.end) if alone and holder.start and holder.end else (place.turn.new,)
        about = "about " if holder.flags.approximate else ""
        parts += [
            words[at : place.tokens[0].start],
            about,
            " to ".join(dict.fromkeys(_said(day, holder) for day in days)),
        ]
        at = place.tokens[-1].end
    return "".join((*parts, words[at:]))


def _said(day: date, holder: Segment) -> str:
    month = f"{MONTH_NAMES[day.month]} {day.year:04}"
    return month if holder.precision is Precision.MONTH else f"{day.day} {month}"


def _written(words: str, place: _Place) -> Iterator[str]:
    at, used = place.tokens[0].start, False
    for token in place.tokens:
        yield words[at : token.start]
        text = words[token.start : token.end]
        is_day = not used and token.sort is Sort.NUMBER and _is_day(place.term, token)
        used = used or is_day
        yield _day(text, place.named.day) if is_day else _piece(text, token, place)
        at = token.end


def _is_day(term: Term, token: Token) -> bool:
    return term.unit in _BY_DAY and token.digits <= 2 and token.value in (term.day, term.short_number)


def _piece(text: str, token: Token, place: _Place) -> str:
    term, named = place.term, place.named
    if token.sort is Sort.MONTH:
        return _like(text, MONTH_NAMES[named.month]) if named.month else text
    if token.sort is Sort.WEEKDAY:
        return _like(text, WEEKDAY_NAMES[date(named.year, named.month, named.day).weekday()]) if named.day else text
    if token.sort is Sort.SEASON:
        return _like(text, SEASON_NAMES[named.number]) if term.unit is Unit.SEASON else text
    if token.sort is Sort.DATE:
        return _numeric(text, named)
    if token.sort is Sort.NUMBER:
        return _number(text, token, place)
    return text


def _number(text: str, token: Token, place: _Place) -> str:
    term, named = place.term, place.named
    if term.unit in (Unit.DAY, Unit.MONTH) and token.digits <= 2 and token.value == term.index:
        return _padded(text, named.month)
    if term.unit is Unit.QUARTER and token.digits == 1 and token.value == term.index:
        return str(named.number)
    for more in (0, 1):
        old, new = (term.year or 0) + more, named.year + more
        if token.value in (old, old % 100):
            return f"{new:04}" if token.digits == 4 else f"{new % 100:0{token.digits}}"
    return text


def _day(text: str, day: int) -> str:
    """The day in the same dress: "1st" becomes "22nd", "03" becomes "22"."""
    digits = _DIGITS.match(text)
    tail = text[digits.end() :] if digits else ""
    if tail.strip():
        suffix = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        tail = tail.replace(tail.strip(), suffix.upper() if tail.strip().isupper() else suffix)
    return _padded(digits.group() if digits else "", day) + tail


def _padded(text: str, number: int) -> str:
    return f"{number:02}" if text.startswith("0") else str(number)


def _numeric(text: str, named: _Named) -> str:
    """Digits with the same marks between them, year first where it was first."""
    digits = _DIGITS.findall(text)
    wanted = [named.year, named.month, named.day]
    order = wanted if len(digits[0]) == 4 else wanted[::-1]
    replacing = iter(
        f"{n:04}" if len(d) == 4 else f"{n % 100:02}" if n == named.year else _padded(d, n)
        for d, n in zip(digits, order, strict=True)
    )
    return _DIGITS.sub(lambda _: next(replacing), text)


def _like(text: str, name: str) -> str:
    """A name as long as the written one, short or full, in the same letters."""
    short = len(text) <= _SHORT and text.lower() not in ("may", "june", "july")
    name = name[:3] if short else name
    return name.upper() if text.isupper() else name.lower() if text.islower() else name.title()


def with_weekday(words: str, said: int, real: int) -> str | None:
    """The words with one weekday (0 is Monday) put for another; None unless exactly one stands there to be replaced."""
    found = [token for token in tokenise(words) if token.sort is Sort.WEEKDAY and token.value == said]
    if len(found) != 1:
        return None
    token = found[0]
    return words[: token.start] + _like(words[token.start : token.end], WEEKDAY_NAMES[real]) + words[token.end :]
