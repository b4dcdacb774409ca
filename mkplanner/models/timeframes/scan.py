"""Walks along a text and picks out the pieces that speak of time; everything between them is label, condition or prose.

This is where a date in bad company is refused: "Autumn Statement 2012", "Equality Act 2010" and "may 2 people" are none.
"""

from __future__ import annotations

from mkplanner.models.timeframes import state_words, words
from mkplanner.models.timeframes.bounds import BOUND_WORDS, Bound
from mkplanner.models.timeframes.calendar_terms import TERM_WORDS
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.markers import MARKER_WORDS, Marker, Ongoing, Phased, Status, read_marker
from mkplanner.models.timeframes.phrases import read_dated
from mkplanner.models.timeframes.recurring import REPEAT_WORDS, Repeat, read_repeat
from mkplanner.models.timeframes.terms import Unit
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.records import frozen


@frozen
class Piece:
    """Something read from the tokens `first` up to, but without, `last`."""

    content: Dated | Repeat | Marker
    first: int
    last: int


_DATE_SORTS = frozenset({Sort.NUMBER, Sort.DATE, Sort.MONTH, Sort.SEASON, Sort.WEEKDAY})
_DATED_WORDS = BOUND_WORDS | TERM_WORDS | words.ABOUT_WORDS | {"six", "three"}
_READ_WORDS = _DATED_WORDS | REPEAT_WORDS | MARKER_WORDS
_LOOSE_BOUNDS = frozenset({"over", "for", "at", "within", "of", "to", "on", "@"})
_CLOSERS = (
    frozenset("and & or then for with if subject assuming each every per".split())
    | state_words.ONGOING_WORDS
    | frozenset(words.FREQUENCIES)
)
_GATHERINGS = frozenset("committee meeting cabinet council board election elections round cycle conference".split())
_STATES = state_words.ONGOING_WORDS | frozenset(state_words.STATUSES)
_NUMBERED_THINGS = frozenset(
    "phase stage item wave tranche part step option level version appendix lot priority action task objective milestone no "
    "number recommendation workstream theme section page gate cohort round band tier zone ward site unit".split()
)
# "March 2015 (was December 2014)": the date in the bracket holds no more.
_FORMERLY = frozenset({"was", "previously", "originally", "formerly", "previous", "original", "were"})
# Words that may stand before a bare month or year without making it part of a name.
_FORERUNNERS = frozenset(
    "complete completed completion due target date deadline started ended held agreed approved published adopted review "
    "reviewed revised expected planned scheduled delivered achieved implemented launch launched end timescale when".split()
)


def scan(tokens: list[Token]) -> list[Piece]:
    """The pieces of a text in order."""
    pieces: list[Piece] = []
    at = 0
    while tokens[at].sort is not Sort.END:
        held = bool(pieces) and pieces[-1].last == at and isinstance(pieces[-1].content, Phased | Ongoing)
        piece, at = _piece(tokens, at, held)
        if piece:
            pieces.append(piece)
    return pieces


def _piece(tokens: list[Token], at: int, held: bool) -> tuple[Piece | None, int]:
    """The piece that begins here, if any, and where to read on: after a date that was refused, not in the middle of it.

    `held` says that words just before, such as "phased programme", are those of a date.
    """
    token = tokens[at]
    if token.sort is Sort.WORD:
        if token.text not in _READ_WORDS:
            return None, at + 1
    elif (token.sort not in _DATE_SORTS and token.text != "@") or _is_numbered_thing(tokens, at):
        return None, at + 1
    dated = read_dated(tokens, at) if token.sort is not Sort.WORD or token.text in _DATED_WORDS else None
    if dated and _in_good_company(tokens, at, dated[1], dated[0], held):
        return Piece(dated[0], at, dated[1]), dated[1]
    undated = read_repeat(tokens, at) or _marker(tokens, at)
    if undated:
        return Piece(undated[0], at, undated[1]), undated[1]
    return None, dated[1] if dated else at + 1


def _is_numbered_thing(tokens: list[Token], at: int) -> bool:
    """The 2 of "Phase 2 March 2015" numbers the phase and is no day."""
    token = tokens[at]
    if token.sort is not Sort.NUMBER or token.ordinal or token.fresh or not at:
        return False
    return token.digits < 3 and tokens[at - 1].text in _NUMBERED_THINGS


def _marker(tokens: list[Token], at: int) -> tuple[Marker, int] | None:
    marker = read_marker(tokens, at) if tokens[at].sort in (Sort.WORD, Sort.NUMBER) else None
    if marker is None or _is_name(tokens, at, marker):
        return None
    # "Complete by May" sets a deadline; only "complete" by itself is a status.
    asks = (
        isinstance(marker[0], Status)
        and marker[0].name in ("complete", "outstanding")
        and tokens[marker[1]].text in ("by", "before", "no")
    )
    return None if asks and not tokens[marker[1]].fresh else marker


def _is_name(tokens: list[Token], at: int, marker: tuple[Marker, int]) -> bool:
    """TBC may be a council's initials: with other words before or after it, it is no status."""
    if not isinstance(marker[0], Status) or tokens[at].text not in ("tbc", "tba", "tbd"):
        return False
    after = tokens[marker[1]]
    before = tokens[at - 1] if at and not tokens[at].fresh else None
    follows = after.sort is Sort.WORD and not after.fresh and after.text not in _READ_WORDS
    owner = before is not None and before.sort is Sort.WORD and before.text in ("by", "with", "at", "from", "of", "for")
    return follows or owner


def _in_good_company(tokens: list[Token], first: int, last: int, dated: Dated, held: bool) -> bool:
    """Whether a weak date (a bare month, season, quarter or year) stands where only a date would."""
    if _is_former(tokens, first) or _names_gathering(tokens, last, dated):
        return False
    if not dated.is_weak and not _is_everyday_word(tokens, first, dated):
        return not _is_title_year(tokens, first, last, dated)
    ends = _closes(tokens, last)
    if tokens[first].text == "of":
        return False
    if dated.bound is not Bound.NONE:
        firm = tokens[first].text not in _LOOSE_BOUNDS and dated.terms[0].unit is not Unit.SEASON
        return ends or (firm and not _is_everyday_word(tokens, first, dated))
    starts = held or _opens(tokens, first)
    if dated.link is Link.RANGE or dated.terms[0].unit in (Unit.QUARTER, Unit.HALF):
        return ends or (starts and tokens[first].text != "h")
    if _is_initials(tokens, first, last):
        return False
    if dated.terms[0].unit is Unit.YEAR and (_is_abbreviated(tokens, first) or _is_titled(tokens, first)):
        return False
    return ends and (starts or tokens[first - 1].text in _FORERUNNERS or tokens[first - 1].text in _STATES)


def _is_initials(tokens: list[Token], first: int, last: int) -> bool:
    """ "Notice on portal / SEP / website": a body's letters between strokes."""
    month = tokens[first]
    strokes = first > 0 and tokens[first - 1].text == tokens[last].text == "/"
    return month.sort is Sort.MONTH and month.capital and len(month.text) < 5 and strokes


def _is_abbreviated(tokens: list[Token], first: int) -> bool:
    """ "ext. 2014", "ref. 2015": a number of something, told in short."""
    stop, word = tokens[first - 1], tokens[first - 2]
    return first > 1 and stop.text == "." and word.sort is Sort.WORD and stop.glued and len(word.text) < 5


def _is_titled(tokens: list[Token], first: int) -> bool:
    """ "Comprehensive Spending Review 2015": the year of a name in capitals."""
    noun, name = tokens[first - 1], tokens[first - 2]
    named = noun.text in ("review", "launch") and not (noun.fresh or tokens[first].fresh)
    return first > 1 and named and noun.title and name.title


def _names_gathering(tokens: list[Token], last: int, dated: Dated) -> bool:
    """ "After the May committee": a month that tells one meeting from another; the time hangs on the meeting."""
    hangs = dated.bound in (Bound.AFTER, Bound.BEFORE) and dated.link is Link.ONE and dated.terms[0].unit is Unit.MONTH
    return hangs and not tokens[last].fresh and tokens[last].text in _GATHERINGS


def _is_former(tokens: list[Token], first: int) -> bool:
    """Whether a bracket says that this is what the date used to be: "(was December 2014)", "(revised from 31/12/14)"."""
    opening = next((i for i in range(first - 1, max(-1, first - 4), -1) if tokens[i].text == "("), None)
    if opening is None:
        return False
    said = {token.text for token in tokens[opening + 1 : first]}
    moved = not said.isdisjoint(state_words.MOVED) and tokens[first].text != "to"
    return moved or not said.isdisjoint(_FORMERLY)


def _is_everyday_word(tokens: list[Token], first: int, dated: Dated) -> bool:
    """ "may" and "march" in small letters are verbs unless a year or a day stands beside them."""
    term = dated.terms[0]
    if term.unit is Unit.DAY or term.year is not None or dated.link is not Link.ONE:
        return False
    month = next((t for t in tokens[first : first + 6] if t.sort is Sort.MONTH), None)
    return month is not None and month.text in words.DOUBTFUL_MONTHS and not month.title


def _is_title_year(tokens: list[Token], first: int, last: int, dated: Dated) -> bool:
    """A financial year in the middle of a name ("Budget 2014/15 consultation") dates nothing."""
    plain = dated.link is Link.ONE and dated.bound is Bound.NONE and dated.terms[0].unit is Unit.FINANCIAL
    if not plain or _opens(tokens, first) or _closes(tokens, last):
        return False
    return tokens[first - 1].sort in (Sort.WORD, Sort.OTHER) and tokens[last].sort is Sort.WORD


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether nothing stands before this token that it could be part of; "27001:2013" is one name."""
    if at == 0 or tokens[at].fresh:
        return True
    before = tokens[at - 1]
    return before.sort is Sort.MARK and not (
        before.glued and tokens[at].glued and before.text in (":", "-", "/", ".", "_")
    )


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether a date may end before this token; the 2015 of "2015 / 11721" is half of a number."""
    token = tokens[at]
    if token.text in ("/", "-") and tokens[at + 1].sort in (Sort.NUMBER, Sort.OTHER):
        return False
    return token.fresh or token.sort in (Sort.END, Sort.MARK) or token.text in _CLOSERS
