"""The words before a date that say how it holds: "by", "from", "until", "no later than", "commenced in"."""

from __future__ import annotations

from enum import Enum

from mkplanner.models.timeframes.look import said_at, skip
from mkplanner.models.timeframes.tokens import Sort, Token


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


_BOUNDS: dict[tuple[str, ...], Bound] = {
    ("by",): Bound.BY,
    ("by", ":"): Bound.BY,
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
    ("nlt",): Bound.BY,
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
    ("post",): Bound.AFTER,
    ("not", "before"): Bound.AT_LEAST,
    ("no", "earlier", "than"): Bound.AT_LEAST,
    ("not", "earlier", "than"): Bound.AT_LEAST,
    ("at", "least"): Bound.AT_LEAST,
    ("at", "the", "earliest"): Bound.AT_LEAST,
    ("earliest",): Bound.AT_LEAST,
    ("between",): Bound.BETWEEN,
    ("as", "at"): Bound.AS_AT,
    ("as", "of"): Bound.AS_AT,
    **{(word,): Bound.IN for word in "in during on at for within over across throughout @ of due".split()},
    ("over", "the", "course", "of"): Bound.IN,
}
_LONGEST_FIRST: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
for _phrase in sorted(_BOUNDS, key=len, reverse=True):
    _LONGEST_FIRST.setdefault(_phrase[0], []).append((_phrase, _BOUNDS[_phrase]))
BOUND_WORDS = frozenset(_LONGEST_FIRST)
_STARTERS = frozenset({Bound.FROM, Bound.SINCE})


def read_bound(tokens: list[Token], at: int) -> tuple[Bound | None, int]:
    """The preposition that begins here and the place after it; None and the same place where there is none."""
    for phrase, bound in _LONGEST_FIRST.get(tokens[at].text, ()):
        if not said_at(tokens, at, phrase):
            continue
        if phrase == ("post",) and not tokens[at].fresh:  # else a job
            continue
        after = at + len(phrase)
        if phrase == ("for",) and tokens[skip(tokens, after, "the")].text == "new":
            bound = Bound.FROM  # what is made "for the new financial year" holds from its first day
        if tokens[at].text in ("beginning", "start") and tokens[after].text == "of":
            return None, at
        if bound in _STARTERS:
            after = skip(tokens, skip(tokens, after, "from", "in", "on", "date"), ":", "of")
        if phrase == ("due",):
            after = skip(tokens, skip(tokens, after, "date", "in", "on"), ":", "of", "-")
        return bound, _after_hour(tokens, after) if bound is Bound.BY else after
    return None, at


def _after_hour(tokens: list[Token], at: int) -> int:
    """The place after the hour of a deadline: "by noon on 30 May", "by close of play 30 May", "by 5pm Friday 30 May"."""
    after = at
    if said_at(tokens, at, ("close", "of", "play")) or said_at(tokens, at, ("close", "of", "business")):
        after = at + 3
    elif tokens[at].sort is Sort.OTHER or tokens[at].text in ("noon", "midday", "midnight", "cop", "cob"):
        after = at + 1
    return skip(tokens, after, "on") if after > at else at
