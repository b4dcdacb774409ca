"""Rules that read words about time which name no date: ongoing, phased, a status, or a time that hangs on an event."""

from __future__ import annotations

from mkplanner.models.timeframes import state_words, words
from mkplanner.models.timeframes.look import said_at, skip
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.records import frozen

_PHASED = frozenset({"phased", "staged", "phasing"})
_PHASED_NOUNS = (
    "approach",
    "programme",
    "program",
    "basis",
    "implementation",
    "rollout",
    "introduction",
    "in",
    "delivery",
)
_BEFORE_DURATION = frozenset(
    {"within", "in", "over", "next", "approximately", "approx", "about", "minimum", "maximum", "for"}
)
_EVENT_WORDS = (
    ("after",),
    ("following",),
    ("before",),
    ("prior", "to"),
    ("ahead", "of"),
    ("once",),
    ("upon",),
    ("on", "completion"),
    ("on", "adoption"),
    ("on", "commencement"),
    ("on", "publication"),
    ("on", "expiry"),
    ("on", "receipt"),
    ("on", "approval"),
    ("on", "appointment"),
    ("on", "award"),
    ("as", "soon", "as"),
    ("as", "per"),
    ("in", "line", "with"),
    ("when",),
    ("until",),
    ("asap",),
    ("immediately",),
    ("immediate",),
    ("shortly",),
    ("in", "due", "course"),
    ("thereafter",),
    ("linked", "to"),
    ("dependent", "on"),
    ("dependant", "on"),
    ("depending", "on"),
    ("subject", "to"),
    ("based", "on"),
    ("end", "of", "project"),
    ("end", "of", "the", "project"),
    ("start", "of", "project"),
    ("start", "of", "the", "project"),
    ("project", "end"),
    ("project", "start"),
    ("post",),
    ("by", "next"),
    ("by", "the", "time"),
    ("by", "the", "date", "of"),
    ("awaiting",),
    ("next", "year"),
    ("this", "year"),
    ("same", "day"),
    ("to", "follow"),
    ("at", "the", "same", "time"),
    ("to", "coincide"),
    ("to", "align"),
    ("in", "conjunction"),
    ("in", "parallel"),
    ("alongside",),
)
_MEETINGS = frozenset(
    {"meeting", "meetings", "review", "board", "committee", "cycle", "stage", "phase", "report", "audit"}
)
_TIME_NOUNS = frozenset("timescale timescales timeframe timeframes deadline deadlines period time lifetime".split())
_ORDERED = frozenset({"next", "following", "subsequent", "later", "future", "forthcoming", "first"})


_PARTLY = frozenset("partially partly part nearly almost mostly largely substantially near half".split())
_MEASURED = frozenset("old olds per a each".split())
_ONE_OF = frozenset("day week month quarter term year".split())
# Words that may follow even the singular of "3 month", which is then no adjective of a thing.
_MAY_FOLLOW = frozenset(
    "period notice window time timescale timeframe from of after before following prior to in and or for at later max".split()
)


@frozen
class Ongoing:
    """Words such as "ongoing" or "rolling programme"."""


@frozen
class Phased:
    """A phased programme, with its length in months where it was given."""

    months: int = 0


@frozen
class Status:
    """A state in the plan's own words ("complete", "on track", "tbc")."""

    name: str
    said: str = ""


@frozen
class Duration:
    """ "Three months", "within 12 weeks": so long, from no known day; `lasting` where something goes on for so long."""

    count: int
    unit: str
    lasting: bool = False


@frozen
class Event:
    """A time that hangs on something else: "next meeting", "after approval", "week 4" of the plan."""


Marker = Ongoing | Phased | Status | Duration | Event


def read_marker(tokens: list[Token], at: int) -> tuple[Marker, int] | None:
    """An undated time word, if one begins here."""
    token = tokens[at]
    continues = token.text == "continues" and (token.fresh or tokens[at - 1].text in ("and", "&", "-", ","))
    if token.text in state_words.ONGOING_WORDS or continues:
        return Ongoing(), at + 1
    if token.text in _PHASED or (token.text == "in" and tokens[at + 1].text in ("phases", "stages")):
        return _phased(tokens, at)
    for rule in (_ongoing_phrase, _status, _duration, _event):
        found = rule(tokens, at)
        if found:
            return found
    return None


def _phased(tokens: list[Token], at: int) -> tuple[Phased, int]:
    after = at + (2 if tokens[at].text == "in" else 1)
    while tokens[after].text in _PHASED_NOUNS and not tokens[after].fresh:
        after += 1
    over = skip(tokens, skip(tokens, after, "over", "across"), "the", "a")
    over = skip(tokens, over, "next", "period")
    length = _duration(tokens, over)
    if over == after or length is None:
        return Phased(), after
    duration = length[0]
    months = duration.count * {"month": 1, "year": 12, "quarter": 3}.get(duration.unit, 0)
    return Phased(months), length[1]


def _ongoing_phrase(tokens: list[Token], at: int) -> tuple[Ongoing, int] | None:
    for phrase in _ONGOING_BY_WORD.get(tokens[at].text, ()):
        if said_at(tokens, at, phrase):
            return Ongoing(), at + len(phrase)
    return None


def _status(tokens: list[Token], at: int) -> tuple[Status, int] | None:
    for phrase in _STATUS_BY_WORD.get(tokens[at].text, ()):
        if said_at(tokens, at, phrase):
            return Status(state_words.STATUS_PHRASES[phrase], " ".join(phrase)), at + len(phrase)
    name = state_words.STATUSES.get(tokens[at].text)
    if name == "complete" and _is_partial(tokens, at - 1):
        name = "in progress"
    return (Status(name, tokens[at].text), at + 1) if name else None


def _is_partial(tokens: list[Token], before: int) -> bool:
    """Whether "complete" is said of a part: "nearly complete", "80% complete", "3 of 5 completed"."""
    token = tokens[before]
    if (tokens[before + 2].text, tokens[before + 3].text) == ("in", "part"):
        return True
    if before < 0 or tokens[before + 1].fresh:
        return False
    if token.sort is Sort.OTHER:
        return token.text.endswith("%") and token.text[:3] != "100"
    if token.text in _PARTLY:
        return True
    return token.sort is Sort.NUMBER and before > 1 and tokens[before - 1].text in ("of", "/")


def _duration(tokens: list[Token], at: int) -> tuple[Duration, int] | None:
    after = at
    while tokens[after].text in _BEFORE_DURATION or (after > at and tokens[after].text == "the"):
        after += 1
    if said_at(tokens, after, ("a", "period", "of")):
        after += 3
    token = tokens[after]
    count = words.NUMBER_WORDS.get(token.text, 0) or (
        token.value if token.sort is Sort.NUMBER and token.digits <= 3 else 0
    )
    if not count or token.ordinal:
        return None
    after = skip(tokens, after + 1, "-", "of", "working", "calendar", "school")
    after = skip(tokens, after, "working", "calendar")
    unit = words.UNITS.get(tokens[after].text.removesuffix("'s").removesuffix("s'"))
    if _is_measure(tokens, at, after, count):
        return None
    if unit is None or (count == 1 and token.text in ("a", "an") and after != at + 1 and tokens[at].text == "for"):
        return None
    return Duration(count, unit, tokens[at].text in ("for", "over")), skip(tokens, after + 1, "'")


def _is_measure(tokens: list[Token], at: int, unit: int, count: int) -> bool:
    """Whether a number of days or years measures a thing: "18 year olds", "0.5 days per post", "a 5 day course"."""
    if at > 1 and tokens[at].glued and tokens[at - 1].text == "." and tokens[at - 2].sort is Sort.NUMBER:
        return True
    after = tokens[unit + 1]
    if after.fresh or after.sort is not Sort.WORD:
        return False
    return after.text in _MEASURED or (count > 1 and tokens[unit].text in _ONE_OF and after.text not in _MAY_FOLLOW)


def _event(tokens: list[Token], at: int) -> tuple[Event, int] | None:
    if tokens[at].text in _ORDERED:
        for noun in range(at + 1, at + 4):
            if tokens[noun].text in _MEETINGS:
                return Event(), noun + 1
            if tokens[noun].sort is not Sort.WORD:
                break
    if tokens[at].text in ("next", "following") and tokens[at + 1].text in _ONE_OF - {"year"}:
        return Event(), at + 2
    if tokens[at].text == "within" and any(token.text in _TIME_NOUNS for token in tokens[at + 1 : at + 5]):
        return Event(), at + 1
    if tokens[at].text in words.UNITS and tokens[at + 1].sort is Sort.NUMBER and tokens[at + 1].digits <= 2:
        return Event(), at + 2
    for phrase in _EVENT_BY_WORD.get(tokens[at].text, ()):
        if said_at(tokens, at, phrase):
            return Event(), at + len(phrase)
    return None


def _by_first_word(phrases: object) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):  # type: ignore[call-overload]
        table.setdefault(phrase[0], []).append(phrase)
    return table


_ONGOING_BY_WORD = _by_first_word(state_words.ONGOING_PHRASES)
_STATUS_BY_WORD = _by_first_word(state_words.STATUS_PHRASES)
_EVENT_BY_WORD = _by_first_word(_EVENT_WORDS)
MARKER_WORDS = (
    state_words.ONGOING_WORDS
    | {"continues"}
    | _PHASED
    | _BEFORE_DURATION
    | _ORDERED
    | frozenset(_ONGOING_BY_WORD)
    | frozenset(_STATUS_BY_WORD)
    | frozenset(_EVENT_BY_WORD)
    | frozenset(state_words.STATUSES)
    | frozenset(words.NUMBER_WORDS)
    | frozenset(words.UNITS)
)
