"""Help with the words of a date: a day from the calendar, one more target, a condition. The words stay the author's.

Everything here only writes words; what they mean is read from them afterwards, as if they had been typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mkplanner.charts.marks.words import long_date
from mkplanner.models.plan import Plan
from mkplanner.models.timeframes.calendar_terms import read_term
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.periods import ONE_DAY
from mkplanner.models.timeframes.restyle import restyled
from mkplanner.models.timeframes.terms import Unit
from mkplanner.models.timeframes.timeframe import Kind, Segment
from mkplanner.models.timeframes.tokens import Sort, tokenise
from mkplanner.records import frozen

_CONDITION = re.compile(r"\(if (?P<words>[^()]*)\)\s*$", re.IGNORECASE)
_USUAL_CONDITION, _USUAL_LABEL = "funding is agreed", "for new services"
_OPENING, _OPENED = "(/-–—", "(if "


@frozen
class Typed:
    """Words with what is chosen in them, from `start` up to `end`; the cursor where both are one place."""

    words: str
    start: int
    end: int

    def put(self, start: int, end: int, words: str) -> Typed:
        """Return the words with others from `start` up to `end`, and the cursor behind them."""
        after = start + len(words)
        return Typed(self.words[:start] + words + self.words[end:], after, after)


def with_day(typed: Typed, day: date) -> Typed:
    """Write a day at the cursor, in the spelling of the days that stand there.

    A day that the cursor touches, or that is the only one among the chosen words, gives way to it; so do chosen words. While
    a condition is chosen the only day before it on its line is meant.
    """
    spans = tuple(_days(typed.words))
    first = typed.start
    if typed.start < typed.end and typed.words[:first].lower().endswith(_OPENED):
        first = typed.words.rfind("\n", 0, first) + 1
    touched = [span for span in spans if span[0] <= typed.end and first <= span[1]]
    if len(touched) == 1:
        start, end = touched[0]
        return typed.put(start, end, _spelt(day, typed.words[start:end]))
    words = _spelt(day, typed.words[slice(*spans[0])] if spans else "")
    before, after = typed.words[: typed.start], typed.words[typed.end :]
    if before and not before[-1].isspace() and before[-1] not in _OPENING:
        words = f" {words}"
    if after[:1].isalnum():
        words += " "
    return typed.put(typed.start, typed.end, words)


def with_line(typed: Typed, day: date) -> Typed:
    """Add a line for one more target, due on a day and named for what it is; chosen, so that typing takes its place."""
    kept = typed.words.rstrip()
    line = f"By {long_date(day)} {_USUAL_LABEL}"
    start = len(kept) + 1 if kept else 0
    return Typed(f"{kept}\n{line}" if kept else line, start, start + len(line))


def with_condition(typed: Typed) -> Typed:
    """Say "(if …)" at the end of the line, what stands for the dots chosen; a part of a line that was chosen becomes it."""
    start = typed.words.rfind("\n", 0, typed.end) + 1
    end = typed.words.find("\n", typed.end)
    end = len(typed.words) if end < 0 else end
    line = typed.words[start:end].rstrip()
    found = _CONDITION.search(line)
    if found:
        return Typed(typed.words, start + found.start("words"), start + found.end("words"))
    chosen = typed.words[typed.start : typed.end].strip()
    if chosen and start < typed.start and "\n" not in chosen:
        done = typed.put(typed.start, typed.end, f"(if {chosen})")
        return Typed(done.words, done.end - 1 - len(chosen), done.end - 1)
    done = typed.put(start + len(line), end, f"{' ' if line else ''}(if {_USUAL_CONDITION})")
    return Typed(done.words, done.end - 1 - len(_USUAL_CONDITION), done.end - 1)


def next_target(plan: Plan, after: date) -> date:
    """Return a day to offer for one more target: the end of the financial year, or of the plan where that comes first."""
    month = plan.info.financial_month
    if after.year >= date.max.year - 1:
        return after
    ends = (date(year, month, 1) - ONE_DAY for year in (after.year, after.year + 1, after.year + 2) if year > 1)
    year_end = next(end for end in ends if end > after)
    last = plan.info.end
    return last if last and after < last < year_end else year_end


def _days(words: str) -> Iterator[tuple[int, int]]:
    """Where single days with their year stand in the words."""
    tokens = tokenise(words)
    at = 0
    while tokens[at].sort is not Sort.END:
        found = read_term(tokens, at)
        if found is None:
            at += 1
            continue
        term, after = found
        if term.unit is Unit.DAY:
            yield tokens[at].start, tokens[after - 1].end
        at = after


def _spelt(day: date, like: str) -> str:
    """A day in the spelling of another one, else in full."""
    old = parse(like).segments if like else ()
    if len(old) == 1 and not old[0].flags.inferred_year:
        new = Segment(Kind.POINT, day, day)
        for words in restyled(like, old, (new,)):
            read = parse(words).segments
            if len(read) == 1 and read[0].start == read[0].end == day:
                return words
    return long_date(day)
