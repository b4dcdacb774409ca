"""A date taken apart into its parts and put together again: "existing services by March, new ones ongoing" is two.

Words go in and words come out: a part is what its own words are read as, and every other part keeps the words it had
wherever it stands on a line of its own.
"""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.timeframes.describe import describe_segment, tied
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.propose import propose_words
from mkplanner.models.timeframes.timeframe import PlanContext, Segment, Timeframe
from mkplanner.records import frozen

_CONDITIONAL = frozenset(
    "if subject assuming provisional provisionally when once unless until depending dependent following after pending "
    "provided where as".split()
)
"""Words that a condition may begin with and needs no "if" before it."""


@frozen
class PartWords:
    """One part in words: when, what it is for, and what it hangs on; the latter two possibly empty."""

    when: str
    label: str = ""
    condition: str = ""

    @property
    def line(self) -> str:
        """The three as one line: "By May 2027 for new services (if funding is agreed)"."""
        when, label, condition = (" ".join(words.split()) for words in (self.when, self.label, self.condition))
        if condition and condition.split()[0].lower() not in _CONDITIONAL:
            condition = f"if {condition}"
        told = f"{label}: {when}" if label[:1].isupper() else f"{when}{tied(label) if label else ''}"
        return f"{told} ({condition})" if condition else told


def part_words(segment: Segment) -> PartWords:
    """Return one part in words that can be edited."""
    bare = replace(segment, label=None, condition=None, flags=replace(segment.flags, conditional=False))
    condition = segment.condition or ("provisional" if segment.flags.provisional else "")
    return PartWords(describe_segment(bare), segment.label or "", condition)


def read_part(words: PartWords, context: PlanContext) -> Segment | None:
    """Return what a part is read as; None where it is no date, or more than one."""
    found = parse(words.line, context).segments
    return found[0] if len(found) == 1 else None


def lines_of(frame: Timeframe, context: PlanContext) -> tuple[str, ...] | None:
    """Return the words of each part where every part stands on a line of its own; None where they are told together."""
    lines = tuple(line.strip() for line in frame.words.splitlines() if line.strip())
    if len(lines) != len(frame.segments):
        return None
    for line, segment in zip(lines, frame.segments, strict=True):
        if parse(line, context).segments != (segment,):
            return None
    return lines


def with_part(frame: Timeframe, number: int, words: PartWords, part: Segment, context: PlanContext) -> Timeframe:
    """Return the date with its part `number`, counted from 0, in other words."""
    segments = (*frame.segments[:number], part, *frame.segments[number + 1 :])
    lines = lines_of(frame, context)
    if lines is None and len(segments) > 1:
        return _settled(propose_words(frame, segments, context), segments, context)
    before, after = (lines or ("",))[:number], (lines or ("",))[number + 1 :]
    line = _begun_like((lines or (frame.words,))[number], words.line)
    return _settled("\n".join((*before, line, *after)), segments, context)


def without_part(frame: Timeframe, number: int, context: PlanContext) -> Timeframe | None:
    """Return the date without one of its parts, counted from 0; None where it was the only one."""
    segments = (*frame.segments[:number], *frame.segments[number + 1 :])
    if not segments:
        return None
    lines = lines_of(frame, context)
    if lines is None:
        return _settled(propose_words(frame, segments, context), segments, context)
    return _settled("\n".join((*lines[:number], *lines[number + 1 :])), segments, context)


def and_part(frame: Timeframe | None, words: PartWords, part: Segment, context: PlanContext) -> Timeframe:
    """Return the date with one more part, on a line of its own below the author's words."""
    if frame is None or not frame.words.strip():
        return _settled(_begun_like("A", words.line), (part,), context)
    kept = frame.words.rstrip()
    return _settled(f"{kept}\n{_begun_like(kept, words.line)}", (*frame.segments, part), context)


def _settled(words: str, segments: tuple[Segment, ...], context: PlanContext) -> Timeframe:
    """The words read as these segments; where they alone would be read otherwise, the segments are kept beside them."""
    found = parse(words, context)
    if found.segments == segments or segments in found.alternatives:
        return replace(found, segments=segments, alternatives=())
    return Timeframe(words, segments, typed=False)


def _begun_like(like: str, line: str) -> str:
    """The line with a capital where the author's words begin with one."""
    return line[:1].upper() + line[1:] if like[:1].isupper() else line
