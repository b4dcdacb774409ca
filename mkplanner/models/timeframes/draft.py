"""One statement about time in the making: the pieces gathered so far, and the words between two pieces."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.markers import Duration, Event, Ongoing, Phased, Status
from mkplanner.models.timeframes.recurring import Repeat
from mkplanner.models.timeframes.scan import Piece
from mkplanner.models.timeframes.terms import Term, Unit
from mkplanner.models.timeframes.tokens import Token

JOINERS = frozenset(
    ", - & and of then ( ) ; : / with in on is to be held from the every starting commencing first by at approx approximately "
    "again will continue . for due now but early late currently work thereafter 's ' meet".split()
)


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
    length: Duration | None = None

    @property
    def is_relative(self) -> bool:
        """Whether it names no time but hangs on something else."""
        return self.relative is not None

    @property
    def is_bare_status(self) -> bool:
        """Whether it is a status and nothing else."""
        return self.status is not None and not (self.dated or self.repeat or self.ongoing or self.phased)


class Gap:
    """The tokens between two pieces."""

    def __init__(self, tokens: list[Token], first: int, last: int) -> None:
        self.texts = [token.text for token in tokens[first:last]]
        self.light = all(text in JOINERS for text in self.texts)
        self.one_line = not any(token.fresh for token in tokens[first : last + 1])
        self.sentence = "." in self.texts


def begun(piece: Piece) -> Draft:
    """A draft with its first piece."""
    draft = Draft(piece.first, piece.last)
    take(draft, piece)
    return draft


def take(draft: Draft, piece: Piece) -> None:
    """Adds a piece to the draft it belongs to."""
    match piece.content:
        case Dated():
            if draft.repeat and draft.dated:
                draft.repeat = _in_months(draft.repeat, draft.dated)
                draft.dated = None
            draft.dated = _together(draft.dated, piece.content) if draft.dated else piece.content
            if isinstance(draft.relative, Duration) and draft.relative.lasting and draft.dated.bound is Bound.FROM:
                draft.length, draft.relative = draft.relative, None
        case Repeat():
            months = bool(draft.repeat and draft.repeat.recurrence.months)
            if draft.repeat is None or (piece.content.recurrence.months and not months):
                draft.repeat = piece.content
        case Ongoing():
            draft.ongoing = True
        case Phased():
            draft.phased = piece.content
        case Status():
            draft.status = draft.status or piece.content
        case Duration() if draft.dated is not None and draft.relative is None:
            draft.length = piece.content
        case _:
            draft.relative = piece.content
    draft.last = piece.last


def _in_months(repeat: Repeat, dated: Dated) -> Repeat:
    """ "April each year from 2015": the month is when in the year, the date after it is since when."""
    months = tuple(term.index for term in dated.terms if term.unit in (Unit.MONTH, Unit.DAY))
    recurrence = replace(repeat.recurrence, months=repeat.recurrence.months or months)
    return repeat._replace(recurrence=recurrence)


def _is_year_of(given: Term, first: Dated) -> bool:
    return given.unit is Unit.YEAR and first.link is Link.ONE and first.terms[0].unit in (Unit.QUARTER, Unit.HALF)


def _together(first: Dated, second: Dated) -> Dated:
    """Two dates of one draft: the months that explain a quarter, or the start and the end of a range."""
    if second.link is Link.RANGE:
        return replace(second, named=first.terms[0].unit)
    given = second.terms[0]
    if second.link is Link.ONE and (given.unit is Unit.FINANCIAL or _is_year_of(given, first)):
        split = given.unit is Unit.FINANCIAL
        return replace(first, terms=tuple(replace(term, year=given.year, split=split) for term in first.terms))
    return replace(second, terms=(*first.terms, *second.terms), link=Link.RANGE, bound=Bound.NONE)
