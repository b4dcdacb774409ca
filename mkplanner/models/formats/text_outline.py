"""Reads plain lists: "1. … / 1.1 …", bullets, indented lines, or one action a line, with a date behind it if there is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mkplanner.models.formats.cleaning import BULLETS, Line, one_line
from mkplanner.models.formats.parts import Entry, Front, Part, Remark
from mkplanner.models.timeframes.recognise import find_date_tail
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.records import frozen

_NUMBER = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){0,4})[.)]?\s+(?=\S)")
_LETTER = re.compile(r"^\(?([a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_BULLET = re.compile(rf"^(?:[{BULLETS}*o]|[-–])\s+(?=\S)")
_LETTER_WORDS = re.compile(
    r"^(dear|hi|hello|yours|regards|kind regards|best wishes|sincerely|thank you|thanks)\b", re.I
)
_PARTING = re.compile(r"(?:\s+[-–—]+\s*|\t\s*|[:,;]\s+|\s*\(|\s{2,})$")
_SENTENCE_END = re.compile(r"[.?!:;,]$")
_SHARE_OF_ENTRIES = 0.6
_MOST_FRONTS = 4
_LONGEST_PLAIN = 120
_MOST_PLAIN = 2000
_PROSE = 2
"""So many long paragraphs without a mark make the text a letter or minutes, whatever points it lists."""


@frozen
class _Marked:
    """A line with what its mark says: `sort` is "number", "letter", "bullet" or "" for none."""

    line: Line
    sort: str
    ref: str
    text: str
    indent: int


def read_outline(lines: Sequence[Line], context: PlanContext) -> list[Part]:
    """Return the entries of a text that clearly is a list, else nothing: a letter with a few points in it is not one."""
    marked = [_mark(line) for line in lines if not line.is_blank]
    if any(not entry.sort and _LETTER_WORDS.match(entry.text) for entry in marked):
        return []
    if sum(not entry.sort and len(entry.text) > _LONGEST_PLAIN for entry in marked) >= _PROSE:
        return []
    first = next((number for number, entry in enumerate(marked) if entry.sort), None)
    if first is not None and first <= _MOST_FRONTS:
        body = marked[first:]
        entries = sum(bool(entry.sort) for entry in body)
        if entries >= 2 and entries >= _SHARE_OF_ENTRIES * len(body):
            return [*(_front(entry) for entry in marked[:first]), *_entries(body, context)]
    return _plain(marked, context) if first is None else []


def _mark(line: Line) -> _Marked:
    text = line.text.replace("\u00a0", " ").expandtabs(4)
    indent = len(text) - len(text.lstrip())
    inner = line.text.strip()
    for sort, pattern in (("number", _NUMBER), ("letter", _LETTER), ("bullet", _BULLET)):
        found = pattern.match(inner)
        if found:
            ref = found[1] if sort != "bullet" else ""
            return _Marked(line, sort, ref, inner[found.end() :], indent)
    return _Marked(line, "", "", inner, indent)


def _front(entry: _Marked) -> Part:
    return Front(one_line(entry.text), entry.line.number)


def _entries(body: Sequence[_Marked], context: PlanContext) -> list[Part]:
    parts: list[Part] = []
    levels: list[tuple[str, int]] = []
    for entry in body:
        if not entry.sort:
            last = parts[-1]
            if isinstance(last, Entry) and not _SENTENCE_END.search(last.text) and last.date is None:
                parts[-1] = replace(last, text=f"{last.text} {one_line(entry.text)}")
            else:
                parts.append(Remark(one_line(entry.text), entry.line.number))
            continue
        if entry.sort == "number":
            level = entry.ref.count(".")
            levels = [("number", 0)] * level + [("number", entry.indent)]
        else:
            level = _level(levels, entry)
            levels[level:] = [(entry.sort, entry.indent)]
        title, date = split_date(entry.text, context)
        parts.append(Entry(level, entry.ref, title, entry.line.number, date))
    return parts


def _level(levels: Sequence[tuple[str, int]], entry: _Marked) -> int:
    """Return how deep an entry stands: with the last one of its sort and indent, else below the one above."""
    for level in range(len(levels) - 1, -1, -1):
        sort, indent = levels[level]
        if sort == entry.sort and abs(indent - entry.indent) <= 1:
            return level
        if indent > entry.indent + 1:
            continue
        return level + 1
    return 0


def split_date(text: str, context: PlanContext) -> tuple[str, str | None]:
    """Part the date behind an entry from its words; where nothing but a blank parts them the words keep it too."""
    line = text.strip()
    place = find_date_tail(line[-300:], context) if len(line) < 1000 else None
    place = place + max(len(line) - 300, 0) if place is not None else None
    if not place:
        return one_line(line), None
    found = _PARTING.search(line[:place])
    if found is None or not line[: found.start()].strip():
        return one_line(line), one_line(line[place:])
    date = line[place:]
    return one_line(line[: found.start()]), one_line(date.removesuffix(")") if "(" in found.group() else date)


def _plain(marked: Sequence[_Marked], context: PlanContext) -> list[Part]:
    """Take short lines for actions, one a line, where hardly any is a sentence and none is a greeting."""
    if not 2 <= len(marked) <= _MOST_PLAIN:
        return []
    if any(len(entry.text) > _LONGEST_PLAIN for entry in marked):
        return []
    if sum(bool(_SENTENCE_END.search(entry.text)) for entry in marked) * 5 > len(marked):
        return []
    indents = sorted({entry.indent for entry in marked})
    parts: list[Part] = []
    for entry in marked:
        title, date = split_date(entry.text, context)
        parts.append(Entry(min(indents.index(entry.indent), 2), "", title, entry.line.number, date))
    return parts
