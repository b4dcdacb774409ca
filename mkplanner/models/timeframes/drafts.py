"""Puts pieces that belong together into one draft: "Ongoing" with "to March 2011", "April 2008" with "annually thereafter".

A draft becomes one or more segments in `drafted`; which pieces may join is decided in `joins`.
"""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.draft import Draft, Gap, begun
from mkplanner.models.timeframes.joins import FIRST_WORDS, OPEN_BOUNDS, joined
from mkplanner.models.timeframes.markers import Duration, Event, Status
from mkplanner.models.timeframes.recurring import Repeat
from mkplanner.models.timeframes.scan import Piece
from mkplanner.models.timeframes.state_words import MOVED
from mkplanner.models.timeframes.tokens import Sort, Token

_ARTICLES = frozenset({"the", "a", "an", "our", "its", "as", "to", "with"})
_OFFSET_WORDS = frozenset({"of", "after", "before", "from", "following", "prior", "to", "the", "later", "than"})


def drafts_of(tokens: list[Token], pieces: list[Piece]) -> list[Draft]:
    """The drafts of a text in order; pieces that turn out to be mere words between dates are left out."""
    drafts: list[Draft] = []
    for piece in _without_relatives(tokens, _without_event_words(tokens, pieces)):
        gap = Gap(tokens, drafts[-1].last, piece.first) if drafts else None
        if gap and _dismisses(drafts[-1], piece, gap):
            drafts[-1] = begun(piece)
            drafts[-1].moved = tokens[piece.first - 1].text in MOVED
            continue
        if gap and joined(tokens, drafts[-1], piece, gap):
            continue
        if not (gap and drafts and _is_mere_word(drafts[-1], piece, gap)):
            drafts.append(begun(_as_before(drafts[-1], piece, gap) if gap else piece))
        if piece.first and drafts and drafts[-1].first == piece.first:
            drafts[-1].moved = tokens[piece.first - 1].text in MOVED
    return drafts


def _as_before(draft: Draft, piece: Piece, gap: Gap) -> Piece:
    """ "By 31 March (Aldermere) and 30 June (Brackwell)": the second date is a deadline like the first."""
    if not isinstance(piece.content, Dated) or draft.dated is None or piece.content.bound is not Bound.NONE:
        return piece
    if draft.dated.bound not in (Bound.BY, Bound.BEFORE) or gap.texts[:1] != ["("] or gap.texts[-2:-1] != [")"]:
        return piece
    if gap.texts[-1] not in ("and", "&", ",", ";"):
        return piece
    return replace(piece, content=replace(piece.content, bound=draft.dated.bound))


def _without_event_words(tokens: list[Token], pieces: list[Piece]) -> list[Piece]:
    """The "annual" of "following the annual report" describes what a time hangs on, and says nothing of how often."""
    kept: list[Piece] = []
    for piece in pieces:
        described = isinstance(piece.content, Repeat) and piece.content.adjective and not tokens[piece.last].fresh
        if described and kept and isinstance(kept[-1].content, Event) and tokens[piece.last].sort is Sort.WORD:
            between = {token.text for token in tokens[kept[-1].last : piece.first]}
            if between <= _ARTICLES:
                continue
        kept.append(piece)
    return kept


def _without_relatives(tokens: list[Token], pieces: list[Piece]) -> list[Piece]:
    """Relative words count only where nothing firmer was said, or where they count from a date ("2 weeks after 5 May")."""
    firm = any(not isinstance(piece.content, Duration | Event | Status) for piece in pieces)
    if not firm:
        return pieces
    return [piece for i, piece in enumerate(pieces) if _counts(tokens, pieces, i)]


def _counts(tokens: list[Token], pieces: list[Piece], at: int) -> bool:
    """Whether a piece says something beside firmer ones: all do but events, and durations that no date is tied to."""
    content = pieces[at].content
    if isinstance(content, Duration):
        counted = at + 1 < len(pieces) and _counts_from(tokens, pieces[at], pieces[at + 1])
        return counted or (at > 0 and _lasts(tokens, pieces[at - 1], pieces[at]))
    return not isinstance(content, Event)


def _lasts(tokens: list[Token], before: Piece, piece: Piece) -> bool:
    """Whether a duration says how long something goes on from the date before it: "from 2 June 2014 for 6 weeks"."""
    if not isinstance(before.content, Dated) or before.content.link is not Link.ONE:
        return False
    gap = [token.text for token in tokens[before.last : piece.first]]
    plain = before.content.bound in (Bound.NONE, Bound.FROM, Bound.IN) and set(gap) <= {"(", ","}
    return plain and tokens[piece.first].text == "for"


def _counts_from(tokens: list[Token], piece: Piece, after: Piece) -> bool:
    """Whether a duration is counted from the date that follows it, which then is not the date meant."""
    if not isinstance(after.content, Dated) or after.content.link is Link.RANGE or not after.content.has_year:
        return False
    gap = [token.text for token in tokens[piece.last : after.first]]
    bound = after.content.bound
    if bound in (Bound.BY, Bound.UNTIL, Bound.TO, Bound.NONE) and not gap:
        return False
    tied = bound in (Bound.FROM, Bound.AFTER, Bound.BEFORE) or tokens[after.first].text == "of"
    return all(text in _OFFSET_WORDS for text in gap) and (tied or bool(gap))


def _dismisses(draft: Draft, piece: Piece, gap: Gap) -> bool:
    """Whether what was read before turns out to be words of a label: "Annual report by June 2014", "On track to..."."""
    if not isinstance(piece.content, Dated) or not gap.one_line or draft.ongoing:
        return False
    if draft.dated:
        return draft.dated.link is Link.ONE and not draft.repeat and _is_moved_on(draft, piece.content, gap)
    if draft.is_bare_status:
        return not gap.light and not gap.sentence
    if draft.repeat and not draft.phased and piece.content.has_year:
        joins = gap.light or piece.content.bound in OPEN_BOUNDS or not FIRST_WORDS.isdisjoint(gap.texts)
        return not joins and not gap.sentence and not _opens_clause(gap)
    return False


def _is_moved_on(draft: Draft, dated: Dated, gap: Gap) -> bool:
    """ "June 2014, moved to September 2014": only the second date still stands; what is extended keeps its first."""
    said = gap.texts[-1:] or ([draft.status.said] if draft.status else [])
    return dated.bound is Bound.TO and len(gap.texts) <= 2 and said != ["extended"] and bool(MOVED.intersection(said))


def _opens_clause(gap: Gap) -> bool:
    """Whether a dash or semicolon with words after it parts two statements: "Quarterly updates - next due July 2014"."""
    return any(mark in gap.texts[:-1] for mark in ("-", ";"))


def _is_mere_word(draft: Draft, piece: Piece, gap: Gap) -> bool:
    """A frequency or status in the words after a date, to which it does not belong; "Sept 2014 (autumn term)"."""
    if isinstance(piece.content, Dated):
        told = draft.dated is not None and draft.dated.has_year and gap.texts == ["("]
        return told and not piece.content.has_year and piece.content.bound is Bound.NONE
    if isinstance(piece.content, Repeat):
        return gap.one_line and piece.content.adjective
    return isinstance(piece.content, Status) and gap.one_line and not gap.light
