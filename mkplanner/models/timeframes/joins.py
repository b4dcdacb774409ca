"""Which pieces make one statement with those before them, and which begin another."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.draft import JOINERS, Draft, Gap, take
from mkplanner.models.timeframes.markers import Duration, Ongoing, Phased, Status
from mkplanner.models.timeframes.recurring import Repeat
from mkplanner.models.timeframes.scan import Piece
from mkplanner.models.timeframes.state_words import MOVED
from mkplanner.models.timeframes.terms import Unit
from mkplanner.models.timeframes.tokens import Token

_REPEAT_JOINERS = JOINERS | frozenset(
    "reviewed review monitored monitor updated update repeated reported report will it run takes place undertaken".split()
)
FIRST_WORDS = frozenset({"first", "next"})
_THEREAFTER = frozenset({"thereafter", "afterwards", "onwards", "after", "subsequently"})
_MOST_TO_YEAR = 4
_MOST_NAMING = 2
OPEN_BOUNDS = frozenset({Bound.UNTIL, Bound.TO, Bound.FROM, Bound.SINCE, Bound.AFTER, Bound.AT_LEAST})
_END_WORDS = frozenset(
    "end ends ending finish finishes finishing complete completed completing completion concluded concluding".split()
)
_END_GAP = _END_WORDS | frozenset("date : ; , - and to be for / . is".split())
_END_BOUNDS = frozenset({Bound.BY, Bound.BEFORE, Bound.UNTIL})


def joined(tokens: list[Token], draft: Draft, piece: Piece, gap: Gap) -> bool:
    """Adds the piece to the draft if both make one statement."""
    match piece.content:
        case Dated():
            joins = _date_joins(draft, piece.content, gap)
            if joins and draft.repeat and not FIRST_WORDS.isdisjoint(gap.texts):
                piece = replace(piece, content=replace(piece.content, bound=Bound.FROM))
            draft.dash = draft.dash or (joins and (gap.texts == ["-"] or _names_end(draft, gap)))
        case Repeat():
            joins = _repeat_joins(tokens, draft, piece, gap)
            draft.dated_first = draft.dated_first or (joins and draft.dated is not None)
            draft.light = draft.light and (gap.light or not joins or _is_thereafter(tokens, piece, gap))
        case Ongoing():
            joins = _ongoing_joins(draft, gap)
            draft.dated_first = draft.dated_first or (joins and draft.dated is not None)
        case Status():
            joins = gap.light and gap.one_line and not draft.is_relative
        case Phased():
            joins = gap.light and draft.ongoing and draft.dated is None
        case Duration() if draft.dated is not None and draft.relative is None:
            joins = True
        case _:
            joins = draft.is_relative and gap.one_line
    if joins:
        take(draft, piece)
    return joins


def _date_joins(draft: Draft, dated: Dated, gap: Gap) -> bool:
    if draft.relative is not None and draft.dated is None:
        return True
    if draft.dated is not None:
        if draft.repeat:
            return gap.light and dated.bound in (Bound.FROM, Bound.SINCE, Bound.UNTIL) and not draft.dated.has_year
        return _explains_quarter(draft, dated, gap) or _ends_range(draft, dated, gap) or _gives_year(draft, dated, gap)
    if draft.is_bare_status:
        draft.moved = gap.light and draft.status is not None and draft.status.said in MOVED
        return gap.light
    if draft.phased:
        named = _is_name(gap.texts[:-1] if gap.texts[-1:] == [":"] and dated.link is Link.RANGE else gap.texts)
        return gap.one_line and (gap.light or named or (dated.bound is not Bound.NONE and ":" not in gap.texts))
    if draft.repeat:
        if dated.has_year:
            return gap.light or dated.bound in OPEN_BOUNDS or (gap.one_line and not FIRST_WORDS.isdisjoint(gap.texts))
        return gap.one_line and (gap.light or not gap.sentence)
    if dated.bound in (Bound.BY, Bound.BEFORE):
        return not _END_WORDS.isdisjoint(gap.texts) and all(text in _END_GAP for text in gap.texts)
    if gap.light or _names_end(draft, gap):
        return True
    return gap.one_line and not gap.sentence and ";" not in gap.texts and dated.bound in OPEN_BOUNDS


def _is_name(texts: list[str]) -> bool:
    """Whether no more was said than what a programme is called: "phased migration: July to December 2014"."""
    return len(texts) <= _MOST_NAMING and all(map(str.isalpha, texts))


def _names_end(draft: Draft, gap: Gap) -> bool:
    """Whether what is ongoing is said to end: "Ongoing, ending July 2015", "Ongoing until contract end in June 2015"."""
    if draft.ongoing and gap.texts[:1] == ["until"] and len(gap.texts) <= _MOST_TO_YEAR and gap.one_line:
        return all(map(str.isalpha, gap.texts))
    return draft.ongoing and not _END_WORDS.isdisjoint(gap.texts) and all(text in _END_GAP for text in gap.texts)


def _explains_quarter(draft: Draft, dated: Dated, gap: Gap) -> bool:
    """ "Q2 (July - September 2014)": the months in the bracket say which quarter was meant."""
    first = draft.dated
    if first is None or first.link is not Link.ONE or first.terms[0].unit not in (Unit.QUARTER, Unit.HALF):
        return False
    months = dated.link is Link.RANGE and all(term.unit is Unit.MONTH for term in dated.terms)
    return months and first.terms[0].year is None and (not gap.texts or gap.texts[-1] in ("(", "-", ":", ","))


def _gives_year(draft: Draft, dated: Dated, gap: Gap) -> bool:
    """ "Quarter 3 (October to December) 2014/15", "Q2 update report 2014/15": the year a quarter was waiting for."""
    first = draft.dated
    if first is None or first.has_year or dated.link is not Link.ONE:
        return False
    unit = dated.terms[0].unit
    if first.named is not None:
        return gap.texts == [")"] and unit is Unit.FINANCIAL
    waiting = first.link is Link.ONE and first.terms[0].unit in (Unit.QUARTER, Unit.HALF)
    bare = unit in (Unit.FINANCIAL, Unit.YEAR) and dated.bound in (Bound.NONE, Bound.IN) and dated.terms[0].years == 1
    return (
        waiting and bare and gap.one_line and 0 < len(gap.texts) <= _MOST_TO_YEAR and all(map(str.isalpha, gap.texts))
    )


def _ends_range(draft: Draft, dated: Dated, gap: Gap) -> bool:
    """ "Start: April 2014, end: March 2015": two dates that say from when until when."""
    first = draft.dated
    if first is None or first.bound is not Bound.FROM or first.link is not Link.ONE or dated.link is not Link.ONE:
        return False
    told = dated.bound in (Bound.BY, Bound.UNTIL) or not _END_WORDS.isdisjoint(gap.texts)
    return told and dated.bound not in (Bound.FROM, Bound.SINCE) and all(t in _END_GAP for t in gap.texts)


def _repeat_joins(tokens: list[Token], draft: Draft, piece: Piece, gap: Gap) -> bool:
    if draft.repeat:
        same = (
            draft.repeat.recurrence.frequency == getattr(piece.content, "recurrence", draft.repeat.recurrence).frequency
        )
        return gap.light or (same and gap.one_line and not gap.sentence)
    if draft.ongoing:
        return gap.one_line and not gap.sentence
    if draft.phased or draft.is_relative:
        return gap.light
    if draft.dated is None:
        return False
    if not draft.dated.has_year:
        return gap.one_line and not (gap.sentence and not gap.light)
    return gap.light or _is_thereafter(tokens, piece, gap)


def _is_thereafter(tokens: list[Token], piece: Piece, gap: Gap) -> bool:
    """ "and will be monitored quarterly thereafter"."""
    follows = tokens[piece.last].text in _THEREAFTER or (gap.texts and gap.texts[0] in ("and", "then", "&"))
    return bool(follows) and all(text in _REPEAT_JOINERS for text in gap.texts)


def _ongoing_joins(draft: Draft, gap: Gap) -> bool:
    if draft.dated is not None:
        single = draft.dated.link is Link.ONE and draft.dated.bound not in _END_BOUNDS
        return gap.light and gap.one_line and single and not draft.is_relative
    if draft.repeat:
        return gap.one_line and not gap.sentence
    if draft.phased:
        return gap.one_line and len(gap.texts) <= _MOST_NAMING
    return gap.light and not draft.is_relative
