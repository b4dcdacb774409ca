"""Words for a date that has been moved, in the author's style where that can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkplanner.models.timeframes.describe import describe, describe_segment
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.restyle import restyled
from mkplanner.models.timeframes.timeframe import PlanContext, Segment, Timeframe

_NO_CONTEXT = PlanContext()


def propose_words(timeframe: Timeframe, segments: tuple[Segment, ...], context: PlanContext = _NO_CONTEXT) -> str:
    """Words that `parse` reads, in this plan, as the new segments: the author's own with other dates, else the program's.

    Where no words that we can find say exactly that (an odd condition, say) they are the nearest plain description, and
    whoever keeps them must keep the segments beside them.
    """
    for words in _candidates(timeframe, segments):
        if says(words, segments, context):
            return words
    return _capital(timeframe.words, describe(replace(timeframe, segments=segments)))


def says(words: str, segments: tuple[Segment, ...], context: PlanContext = _NO_CONTEXT) -> bool:
    """Whether words are read as these segments and as nothing else."""
    found = parse(words, context)
    return found.segments == segments and not found.is_ambiguous


def _candidates(timeframe: Timeframe, segments: tuple[Segment, ...]) -> Iterator[str]:
    if len(segments) == len(timeframe.segments):
        yield from restyled(timeframe.words, timeframe.segments, segments)
    parts = [describe_segment(segment) for segment in segments]
    if not all(parts):
        return
    lines, line = "\n".join(_capital(timeframe.words, part) for part in parts), "; ".join(parts)
    for words in (lines, line) if "\n" in timeframe.words else (line, lines):
        yield _capital(timeframe.words, words)
        yield words


def _capital(like: str, words: str) -> str:
    """The words with a capital where the author began with one."""
    return words[:1].upper() + words[1:] if like[:1].isupper() or not like[:1].isalpha() else words
