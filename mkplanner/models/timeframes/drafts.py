"""Puts pieces that belong together into one draft: "Ongoing" with "to March 2011", "April 2008" with "annually thereafter".

A draft becomes one or more segments in `drafted`; which pieces may join is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.markers import Duration, Event, Ongoing, Phased, Status
from mkplanner.models.timeframes.recurring import Repeat
from mkplanner.models.timeframes.scan import Piece
from mkplanner.models.timeframes.terms import Unit
from mkplanner.models.timeframes.tokens import Token


@dataclass(slots=True)
class Draft:
    """The pieces of one statement about time, from token `first` up to, but without, `last`."""

    first: int
    last: int
    dated: Dated | None = None
    repeat: Repeat | None = None
    ongoing: bool = False
    phased: Phased | None = None
    status: Status | None = None
    relative: Duration | Event | None = None
    dated_first: bool = False
    light: bool = True
    dash: bool = False
    moved: bool = False

    @property
    def is_relative(self) -> bool:
        """Whether it names no time but hangs on something else."""
        return self.relative is not None

    @property
    def is_bare_status(self) -> bool:
        """Whether it is a status and nothing else."""
        return self.status is not None and not (self.dated or self.repeat or self.ongoing or self.phased)


_JOINERS = frozenset(
    ", - & and then ( ) ; : / with in on is to be held from the every starting commencing first by at approx approximately "
    "again will continue . for due now but currently work thereafter 's ' meet".split()
)
_REPEAT_JOINERS = _JOINERS | frozenset(
    "reviewed review monitored monitor updated update repeated reported report will it run takes place undertaken".split()
)
_THEREAFTER = frozenset({"thereafter", "afterwards", "onwards", "after", "subsequently"})
_OPEN_BOUNDS = frozenset({Bound.UNTIL, Bound.TO, Bound.FROM, Bound.SINCE, Bound.AFTER, Bound.AT_LEAST})
_OFFSET_WORDS = frozenset({"of", "after", "before", "from", "following", "prior", "to", "the", "later", "than"})
_END_WORDS = frozenset("end ends ending finish finishes finishing complete completed completion".split())
_END_GAP = _END_WORDS | frozenset("date : ; , - and to be for / . is".split())
_END_BOUNDS = frozenset({Bound.BY, Bound.BEFORE, Bound.UNTIL})


# "Slipped from March to June": only the second date still stands.
_MOVED = frozenset(
    "slipped moved changed revised delayed extended rescheduled deferred postponed amended pushed".split()
)


def drafts_of(tokens: list[Token], pieces: list[Piece]) -> list[Draft]:
    """The drafts of a text in order; pieces that turn out to be mere words between dates are left out."""
    drafts: list[Draft] = []
    for piece in _without_relatives(tokens, pieces):
        gap = _Gap(tokens, drafts[-1].last, piece.first) if drafts else None
        if gap and _dismisses(drafts[-1], piece, gap):
            drafts[-1] = _begun(piece)
            drafts[-1].moved = tokens[piece.first - 1].text in _MOVED
            continue
        if gap and _joined(tokens, drafts[-1], piece, gap):
            continue
        if not (gap and drafts and _is_mere_word(piece, gap)):
            drafts.append(_begun(_as_before(drafts[-1], piece, gap) if gap else piece))
        if piece.first and drafts and drafts[-1].first == piece.first:
            drafts[-1].moved = tokens[piece.first - 1].text in _MOVED
    return drafts


class _Gap:
    """The tokens between two pieces."""

    def __init__(self, tokens: list[Token], first: int, last: int) -> None:
        self.texts = [token.text for token in tokens[first:last]]
        self.light = all(text in _JOINERS for text in self.texts)
        self.one_line = not any(token.fresh for token in tokens[first : last + 1])
        self.sentence = "." in self.texts


def _as_before(draft: Draft, piece: Piece, gap: _Gap) -> Piece:
    """ "By 31 March (Aldermere) and 30 June (Brackwell)": the second date is a deadline like the first."""
    if not isinstance(piece.content, Dated) or draft.dated is None or piece.content.bound is not Bound.NONE:
        return piece
    if draft.dated.bound not in (Bound.BY, Bound.BEFORE) or gap.texts[:1] != ["("] or gap.texts[-2:-1] != [")"]:
        return piece
    if gap.texts[-1] not in ("and", "&", ",", ";"):
        return piece
    return replace(piece, content=replace(piece.content, bound=draft.dated.bound))


def _begun(piece: Piece) -> Draft:
    draft = Draft(piece.first, piece.last)
    _take(draft, piece)
    return draft


def _take(draft: Draft, piece: Piece) -> None:
    match piece.content:
        case Dated():
            draft.dated = _together(draft.dated, piece.content) if draft.dated else piece.content
        case Repeat():
            months = bool(draft.repeat and draft.repeat.recurrence.months)
            draft.repeat = (
                draft.repeat if months or (not piece.content.recurrence.months and draft.repeat) else piece.content
            )
        case Ongoing():
            draft.ongoing = True
        case Phased():
            draft.phased = piece.content
        case Status():
            draft.status = draft.status or piece.content
        case _:
            draft.relative = piece.content
    draft.last = piece.last


def _together(first: Dated, second: Dated) -> Dated:
    """Two dates of one draft: the months that explain a quarter, or the start and the end of a range."""
    if second.link is Link.RANGE:
        return replace(second, named=first.terms[0].unit)
    return replace(second, terms=(*first.terms, *second.terms), link=Link.RANGE, bound=Bound.NONE)


def _without_relatives(tokens: list[Token], pieces: list[Piece]) -> list[Piece]:
    """Relative words count only where nothing firmer was said, or where they count from a date ("2 weeks after 5 May")."""
    kept = []
    firm = any(not isinstance(piece.content, Duration | Event | Status) for piece in pieces)
    for i, piece in enumerate(pieces):
        if (
            not isinstance(piece.content, Duration | Event)
            or not firm
            or (
                isinstance(piece.content, Duration)
                and i + 1 < len(pieces)
                and _counts_from(tokens, piece, pieces[i + 1])
            )
        ):
            kept.append(piece)
    return kept


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


def _dismisses(draft: Draft, piece: Piece, gap: _Gap) -> bool:
    """Whether what was read before turns out to be words of a label: "Annual report by June 2014", "On track to..."."""
    if not isinstance(piece.content, Dated) or not gap.one_line or draft.dated or draft.ongoing:
        return False
    if draft.is_bare_status:
        return not gap.light
    if draft.repeat and not draft.phased and piece.content.has_year:
        joins = gap.light or piece.content.bound in _OPEN_BOUNDS
        return not joins and not gap.sentence
    return False


def _is_mere_word(piece: Piece, gap: _Gap) -> bool:
    """A frequency or status in the words after a date, to which it does not belong."""
    if isinstance(piece.content, Repeat):
        return gap.one_line and piece.content.adjective
    return isinstance(piece.content, Status) and gap.one_line and not gap.light


def _joined(tokens: list[Token], draft: Draft, piece: Piece, gap: _Gap) -> bool:
    """Adds the piece to the draft if both make one statement."""
    match piece.content:
        case Dated():
            joins = _date_joins(draft, piece.content, gap)
            draft.dash = draft.dash or (joins and gap.texts == ["-"])
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
        case _:
            joins = draft.is_relative and gap.one_line
    if joins:
        _take(draft, piece)
    return joins


def _date_joins(draft: Draft, dated: Dated, gap: _Gap) -> bool:
    if draft.relative is not None and draft.dated is None:
        return True
    if draft.dated is not None:
        return _explains_quarter(draft, dated, gap) or _ends_range(draft, dated, gap)
    if draft.is_bare_status:
        draft.moved = gap.light and draft.status is not None and draft.status.said in _MOVED
        return gap.light
    if draft.phased:
        return gap.one_line and (gap.light or dated.bound is not Bound.NONE) and ":" not in gap.texts
    if draft.repeat:
        if dated.has_year:
            return gap.light or dated.bound in _OPEN_BOUNDS
        return gap.one_line and (gap.light or not gap.sentence)
    if dated.bound in (Bound.BY, Bound.BEFORE):
        return False
    return gap.light or (gap.one_line and not gap.sentence and dated.bound in _OPEN_BOUNDS)


def _explains_quarter(draft: Draft, dated: Dated, gap: _Gap) -> bool:
    """ "Q2 (July - September 2014)": the months in the bracket say which quarter was meant."""
    first = draft.dated
    if first is None or first.link is not Link.ONE or first.terms[0].unit not in (Unit.QUARTER, Unit.HALF):
        return False
    months = dated.link is Link.RANGE and all(term.unit is Unit.MONTH for term in dated.terms)
    return months and first.terms[0].year is None and gap.texts[-1:] == ["("]


def _ends_range(draft: Draft, dated: Dated, gap: _Gap) -> bool:
    """ "Start: April 2014, end: March 2015": two dates that say from when until when."""
    first = draft.dated
    if first is None or first.bound is not Bound.FROM or first.link is not Link.ONE or dated.link is not Link.ONE:
        return False
    told = dated.bound in (Bound.BY, Bound.UNTIL) or not _END_WORDS.isdisjoint(gap.texts)
    return told and dated.bound not in (Bound.FROM, Bound.SINCE) and all(t in _END_GAP for t in gap.texts)


def _repeat_joins(tokens: list[Token], draft: Draft, piece: Piece, gap: _Gap) -> bool:
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


def _is_thereafter(tokens: list[Token], piece: Piece, gap: _Gap) -> bool:
    """ "and will be monitored quarterly thereafter"."""
    follows = tokens[piece.last].text in _THEREAFTER or (gap.texts and gap.texts[0] in ("and", "then", "&"))
    return bool(follows) and all(text in _REPEAT_JOINERS for text in gap.texts)


def _ongoing_joins(draft: Draft, gap: _Gap) -> bool:
    if draft.dated is not None:
        single = draft.dated.link is Link.ONE and draft.dated.bound not in _END_BOUNDS
        return gap.light and gap.one_line and single and not draft.is_relative
    if draft.repeat:
        return gap.one_line and not gap.sentence
    return gap.light and not draft.is_relative
