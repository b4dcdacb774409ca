"""What the words of a date say, statement by statement, and the `Timeframe` that they make together; see `parse`.

The way is tokens -> pieces -> drafts -> segments; each step has its own module.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import NamedTuple

from mkplanner.models.timeframes.draft import Draft
from mkplanner.models.timeframes.drafted import completed_in, reading_of
from mkplanner.models.timeframes.drafts import drafts_of
from mkplanner.models.timeframes.labels import condition_within, dress
from mkplanner.models.timeframes.readings import Reading
from mkplanner.models.timeframes.scan import scan
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Segment, Timeframe
from mkplanner.models.timeframes.tokens import Token, is_cut_short, tokenise

MOST_ALTERNATIVES = 4
_LINE_BREAK = re.compile(r"[\n\r\v\f\u2028\u2029\x85]+")
_SENTENCE = re.compile(r"[.;]\s+(?=[A-Z])")
_DASH = re.compile(r"\s[-–—]\s")
_LETTERS = re.compile(r"[^\W\d_]")
_BRACKETS = re.compile(r"^[\s,;]*(?:\([^()]*\)[\s,;]*)+")
_LEANS_BACK = re.compile(
    r"^\s*(?:for|if|unless|subject|assuming|depend\w*|provid\w+|pending|awaiting|where|tbc|provisional\w*|\*)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:\w{3,}ed|held|met|began|sent|took|went|was|were)\b", re.IGNORECASE)
_CUT_SHORT = "The text is long: only its beginning was read for dates."
_IMPOSSIBLE = "There is no such day as the one written."


class _Statement(NamedTuple):
    """A draft, what it means and where its words stand in the text."""

    draft: Draft
    reading: Reading
    first: int
    last: int
    said: str


def understood(words: str, context: PlanContext) -> Timeframe:
    """Put the statements of a text together; promises what `parse` does."""
    tokens = tokenise(words)
    statements, remarks = _statements(tokens, words, context)
    if is_cut_short(tokens):
        remarks.append(_CUT_SHORT)
    if not statements:
        return Timeframe(words, remarks=tuple(remarks))
    before, after = _surroundings(words, statements)
    dressed = [_dress(s, b, a, context) for s, b, a in zip(statements, before, after, strict=True)]
    segments = tuple(segment for reading in dressed for segment in reading.segments)
    for reading in dressed:
        remarks.extend(remark for remark in reading.remarks if remark not in remarks)
    return Timeframe(words, segments, _alternatives(dressed), tuple(remarks))


def _statements(tokens: list[Token], words: str, context: PlanContext) -> tuple[list[_Statement], list[str]]:
    statements: list[_Statement] = []
    remarks: list[str] = []
    drafts = drafts_of(tokens, scan(tokens))
    firm = any(not (draft.is_relative and draft.dated is None) for draft in drafts)
    for draft in drafts:
        first, last = tokens[draft.first].start, tokens[draft.last - 1].end
        past = draft.dated is not None and _PAST.search(words[max(0, first - 80) : first]) is not None
        reading = reading_of(draft, context, past=past, starts=tokens[draft.first].fresh or draft.first == 0)
        if reading is None:
            remarks.append(_IMPOSSIBLE)
        elif firm or not statements:
            statements.append(_Statement(draft, reading, first, last, words[first:last]))
    return _without_idle_statuses(statements, words), remarks


def _without_idle_statuses(statements: list[_Statement], words: str) -> list[_Statement]:
    """A status counts where it stands alone on its line or is a sentence, or where nothing else was said."""
    others = [s for s in statements if not s.draft.is_bare_status]
    if not others:
        return statements[:1]
    return [s for s in statements if not s.draft.is_bare_status or _is_alone(words, s)]


def _is_alone(words: str, statement: _Statement) -> bool:
    before = _LINE_BREAK.split(words[: statement.first])[-1]
    after = _LINE_BREAK.split(words[statement.last :])[0]
    if not before.strip() and _SENTENCE.match(after):
        return True
    return not before.strip(" -•*.") and not after.strip(" .,;:-")


def _surroundings(words: str, statements: list[_Statement]) -> tuple[list[str], list[str]]:
    """The words before and after each statement; those between two are shared out between them."""
    before = [words[: statements[0].first]]
    after = []
    follow = not before[0].strip() and bool(words[statements[-1].last :].strip(" .)\xa0\n"))
    for left, right in itertools.pairwise(statements):
        mine, theirs = _shared(words[left.last : right.first], follow)
        after.append(mine)
        before.append(theirs)
    after.append(words[statements[-1].last :])
    return before, after


def _shared(gap: str, follow: bool) -> tuple[str, str]:
    """Cuts the words between two statements: at a line's end, a sentence's end, after a bracket, by their first word."""
    for cut in (_LINE_BREAK, _SENTENCE):
        match = cut.search(gap)
        if match:
            return gap[: match.start()], gap[match.end() :]
    dash = _DASH.search(gap)
    if dash and _LETTERS.search(gap[: dash.start()]) and _LETTERS.search(gap[dash.end() :]):
        return gap[: dash.start()], gap[dash.end() :]
    match = _BRACKETS.match(gap)
    if match:
        return gap[: match.end()], gap[match.end() :]
    return (gap, "") if follow or _LEANS_BACK.match(gap) else ("", gap)


def _dress(statement: _Statement, before: str, after: str, context: PlanContext) -> Reading:
    """The reading with its labels; what follows a list of dates belongs to the last of them."""

    def dressed(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        last = len(segments) - 1
        return tuple(
            _dress_one(statement, s, before, after if i == last else "", context) for i, s in enumerate(segments)
        )

    reading = statement.reading
    return Reading(dressed(reading.segments), tuple(map(dressed, reading.others)), reading.remarks)


def _dress_one(statement: _Statement, segment: Segment, before: str, after: str, context: PlanContext) -> Segment:
    if segment.kind in (Kind.RELATIVE, Kind.STATUS_LIKE) and statement.draft.dated is None:
        return _dress_undated(statement, segment, before, after)
    dressed = dress(segment, before, after)
    return completed_in(statement.draft, before.strip(" \xa0-:"), dressed, context)


def _dress_undated(statement: _Statement, segment: Segment, before: str, after: str) -> Segment:
    """A relative time's words are the whole text already; only what it hangs on is worth telling apart."""
    dressed = dress(segment, before, after)
    if segment.kind is not Kind.RELATIVE:
        return dressed
    condition = dressed.condition or condition_within(statement.said + after)
    flags = replace(dressed.flags, conditional=condition is not None)
    return replace(dressed, label=None, condition=condition, flags=flags)


def _alternatives(readings: list[Reading]) -> tuple[tuple[Segment, ...], ...]:
    """Other readings of the whole: the second likeliest of every statement that has one, then the third and so on."""
    most = min(MOST_ALTERNATIVES, max(len(reading.others) for reading in readings))
    return tuple(
        tuple(s for r in readings for s in (r.others[i] if i < len(r.others) else r.segments)) for i in range(most)
    )
