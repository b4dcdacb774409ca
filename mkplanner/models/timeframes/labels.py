"""The words round a date: what it is for, on what it hangs, how firm it is.

"By 31 March 15 for historic services" is labelled "historic services"; "(assuming trial continues)" is a condition.
"""

from __future__ import annotations

import re
from dataclasses import replace

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.timeframe import Segment
from mkplanner.records import frozen

_BRACKETED = re.compile(r"\(([^()]*)\)?")
_SPACES = re.compile(r"[\s\u200b\u2060\ufeff]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+|n/a", re.IGNORECASE)
_DETACHED = re.compile(r"\b([0-9]+) (st|nd|rd|th)\b")
_EDGES = " ,;:-–—‐‑.•*·…/&|+=\t@"
_LEADING = re.compile(r"^(?:for|and|then|or|with|of|on)\s+", re.IGNORECASE)
_LINKING = re.compile(r"^(?:and|then|&|with)\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:^|\s)(?:in|on|at|by|for|of|the|to|and|or|from|until|during|is|a|an|then|with|date|as at the|dated)$",
    re.IGNORECASE,
)
# The hour of a day is no label; it stays in the author's words.
_ONE_HOUR = r"(?:[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:[ap]\.?m\b\.?|noon|hrs)|[0-9]{1,2}:[0-9]{2}|noon|midday|midnight)"
_HOUR = re.compile(rf"^\W*(?:at|by|from)?\W*{_ONE_HOUR}(?:\s?(?:-|–|to)\s?{_ONE_HOUR})?\W*(?:on)?\W*$", re.IGNORECASE)
# Words that say no more than that there is a date.
_FILLERS = frozenset(
    "complete completed completion due target date dates deadline to be for scheduled planned expected in on at by the of "
    "timescales timing "
    "held agreed developed carried out resolved update timescale timeframe when will and is are from then a an "
    "end ended start started as possible this it thereafter monitored reviewed ongoing continued basis present meeting "
    "likely anticipated estimated "
    "period over during within through up progress was were has been have had also both year years month months".split()
)
_WITHIN = re.compile(
    r"\b(?:if|when|where)(?:ver)? (?:appropriate|possible|practicable|applicable|feasible)\b", re.IGNORECASE
)
_DATE_WORDS = frozenset({"likely", "date", "dates", "only", "a", "the", "timescale", "timing"})


@frozen
class Surround:
    """What the words round a date came to."""

    labels: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    provisional: bool = False
    approximate: bool = False


def dress(segment: Segment, before: str, after: str) -> Segment:
    """The segment with its label, condition and flags from the words before and after it."""
    if not (before.strip(_EDGES) or after.strip(_EDGES)):
        return segment
    front, back = surround(before, leading=True), surround(after)
    labels = tuple(dict.fromkeys((*front.labels, *back.labels)))
    conditions = (*front.conditions, *back.conditions)
    provisional = segment.flags.provisional or front.provisional or back.provisional
    flags = replace(
        segment.flags,
        conditional=segment.flags.conditional or bool(conditions),
        provisional=provisional,
        approximate=segment.flags.approximate or front.approximate or back.approximate,
    )
    known = (segment.label,) if segment.label else ()
    return replace(
        segment,
        label="; ".join((*known, *labels)) or None,
        condition="; ".join(filter(None, (segment.condition, *conditions))) or None,
        flags=flags,
    )


def surround(text: str, *, leading: bool = False) -> Surround:
    """Sorts one stretch of words into labels and conditions, bracket by bracket."""
    labels: list[str] = []
    conditions: list[str] = []
    provisional = approximate = False
    for part in _parts(text):
        found = [w.lower() for w in _WORD.findall(part)]
        if not found or _HOUR.match(part):
            continue
        if any(word in words.PROVISIONAL_WORDS for word in found) and _only(
            found, words.PROVISIONAL_WORDS | _DATE_WORDS
        ):
            provisional = True
            conditions.append(_tidy(part))
        elif _only(found, words.ABOUT_WORDS):
            approximate = True
        elif _opens_condition(found):
            conditions.append(_SPACES.sub(" ", part).strip(" ,;:-–—()"))
        elif not all(word in _FILLERS for word in found):
            label = label_of(part, leading=leading)
            if label:
                labels.append(label)
    return Surround(tuple(labels), tuple(conditions), provisional, approximate)


def condition_within(text: str) -> str | None:
    """A condition such as "when appropriate" in the middle of other words."""
    found = _WITHIN.search(text)
    return found.group() if found else None


def label_of(text: str, *, leading: bool = False) -> str:
    """Words trimmed of punctuation and of the prepositions that tied them to a date."""
    label = _tidy(text)
    if leading:
        label = _LINKING.sub("", label)
        while True:
            shorter = _TRAILING.sub("", label).rstrip(_EDGES.replace(".", ""))
            if shorter == label:
                break
            label = shorter
    else:
        label = _LEADING.sub("", label).rstrip(".")
    return label


def _parts(text: str) -> list[str]:
    """The text outside brackets and each bracket's own, in order."""
    parts, at = [], 0
    for match in _BRACKETED.finditer(text):
        parts += [text[at : match.start()], match.group(1)]
        at = match.end()
    return [*parts, text[at:]]


def _tidy(text: str) -> str:
    label = _SPACES.sub(" ", text).strip(_EDGES.replace(".", "") + "()").lstrip(".").strip()
    return _DETACHED.sub(r"\1\2", label)


def _only(found: list[str], allowed: frozenset[str]) -> bool:
    return all(word in allowed for word in found)


def _opens_condition(found: list[str]) -> bool:
    return any(tuple(found[: len(opener)]) == opener for opener in words.CONDITION_OPENERS)
