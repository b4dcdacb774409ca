"""Tells date cells from action prose when a table was pasted as plain text and its columns are gone.

Both questions are asked of every line of a document, so they lean to "no": an action that is taken for a date would be lost.
"""

from __future__ import annotations

import itertools
import re

from mkplanner.models.timeframes.draft import Draft
from mkplanner.models.timeframes.drafts import drafts_of
from mkplanner.models.timeframes.labels import surround
from mkplanner.models.timeframes.recurring import Repeat
from mkplanner.models.timeframes.scan import scan
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.models.timeframes.tokens import Sort, Token, tokenise

LONGEST_CELL = 200
_NO_CONTEXT = PlanContext()
_WORD = re.compile(r"[^\W\d_]+")
_LINE_BREAK = re.compile(r"[\n\r\v\f\u2028\u2029\x85]+")
_LEANS_BACK = re.compile(r"^\s*(?:for|to|with|if|subject|assuming|depend\w*|provided|pending|\()", re.IGNORECASE)
_MOST_AFTER = 8
_MOST_BETWEEN = 9
# Words of an entry before its date that belong to the date ("Complete by May 2002").
_FRONT_WORDS = frozenset(
    {"complete", "completed", "completion", "to", "be", "due", "target", "date", "deadline", "start", "expected"}
)


def looks_like_date_cell(text: str, context: PlanContext = _NO_CONTEXT) -> bool:
    """Whether a whole paragraph or cell is about time alone: each of its lines a date phrase, with little else beside it.

    The context is not needed to tell, for a phrase is a date or not before anyone knows its year.
    """
    if len(text) > LONGEST_CELL or not text.strip():
        return False
    return all(_is_date_line(line) for line in _LINE_BREAK.split(text) if line.strip())


def find_date_tail(text: str, context: PlanContext = _NO_CONTEXT) -> int | None:
    """Where in a line the date phrase begins that ends it, counted in characters, or None.

    "carry out survey Jane Doe Complete by May 2002" answers the place of "Complete".
    """
    if looks_like_date_cell(text, context):
        return len(text) - len(text.lstrip())
    tokens = tokenise(text)
    drafts = [draft for draft in drafts_of(tokens, scan(tokens)) if not draft.is_relative]
    if not drafts or not _reaches_end(text, tokens, drafts[-1]):
        return None
    first = drafts[-1].first
    for draft, after in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        between = text[tokens[draft.last - 1].end : tokens[after.first].start]
        if not _is_light(between) or draft.is_bare_status:
            break
        first = draft.first
    return tokens[_with_front_words(tokens, first)].start


def _is_date_line(line: str) -> bool:
    tokens = tokenise(line)
    drafts = drafts_of(tokens, scan(tokens))
    if not drafts or any(draft.is_relative for draft in drafts):
        return False
    before = line[: tokens[drafts[0].first].start]
    if not _is_light(before):
        return False
    gaps = [line[tokens[a.last - 1].end : tokens[b.first].start] for a, b in itertools.pairwise(drafts)]
    after = line[tokens[drafts[-1].last - 1].end :]
    if drafts[0].is_bare_status or (drafts[0].repeat and not drafts[0].dated):
        return _is_light(after) and all(map(_is_light, gaps))
    return _is_short_rest(after) and all(map(_is_short_gap, gaps))


def _is_light(text: str) -> bool:
    """Whether words say nothing but that there is a date."""
    around = surround(text)
    return not around.labels


def _is_short_gap(text: str) -> bool:
    """Whether words between two dates of a cell may be the second's label."""
    return len(_WORD.findall(text)) <= _MOST_BETWEEN


def _is_short_rest(text: str) -> bool:
    """Whether the words after a date may be its label or condition and not a sentence of their own."""
    found = _WORD.findall(text)
    if not found or _is_light(text):
        return True
    return len(found) <= _MOST_AFTER and (_LEANS_BACK.match(text) is not None or len(found) <= 3)


def _reaches_end(text: str, tokens: list[Token], draft: Draft) -> bool:
    rest = text[tokens[draft.last - 1].end :]
    if not draft.dated:
        return _is_light(rest) and not (draft.repeat and _only_describes(draft.repeat, draft.first, rest))
    return _is_light(rest) or (_LEANS_BACK.match(rest) is not None and len(_WORD.findall(rest)) <= _MOST_AFTER)


def _only_describes(repeat: Repeat, first: int, rest: str) -> bool:
    """Whether "quarterly" is tied to a noun after it, or "each board" is only what an action is for."""
    gathering = repeat.recurrence.frequency.startswith("every ") and first > 0
    return repeat.adjective and (gathering or _WORD.search(rest) is not None)


def _with_front_words(tokens: list[Token], first: int) -> int:
    while first and tokens[first - 1].sort is Sort.WORD and tokens[first - 1].text in _FRONT_WORDS:
        first -= 1
    return first
