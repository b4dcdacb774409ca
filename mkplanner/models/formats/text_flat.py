"""Reads a table that a PDF has flattened to one running line: headings, then title, owner, date, title, owner, date…"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import Line, one_line
from mkplanner.models.formats.headings import leading_headings
from mkplanner.models.formats.parts import Aside, Columns, Front, Part, Record
from mkplanner.models.timeframes.recognise import find_date_tail
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.models.timeframes.words import MONTH_NAMES

SHORTEST = 250
"""Fewer characters on a line are no table."""
_LONGEST = 100_000
_MOST_HEADING_WORDS = 60
_MOST_ROW_WORDS = 80
_FEWEST_ROWS = 3
_MONTHS_BEFORE = re.compile(r"(?:^| )((?:(?:{}) (?:(?:and|to|–|-) )?)+)$".format("|".join(MONTH_NAMES[1:])))
_POST = re.compile(
    r"\b(?:(?:Deputy|Assistant|Chief|Corporate) )?(?:Heads?|Directors?|Managers?|Officers?|Leads?|Chief)\b"
)


def read_flat(lines: Sequence[Line], context: PlanContext) -> list[Part]:
    """Return the rows of a flattened table, or nothing if no line is one. The date must be the last column."""
    for place, line in enumerate(lines):
        if SHORTEST <= len(line.text) <= _LONGEST:
            front, columns, body = _headings(one_line(line.text))
            rows, rest = _rows(body.split(" "), context) if columns else ([], "")
            if len(rows) >= _FEWEST_ROWS:
                parts: list[Part] = [Front(one_line(row.text), row.number) for row in lines[:place] if not row.is_blank]
                parts += [Front(front, line.number)] if front else []
                parts.append(Columns(columns, line.number))
                parts += [Record(cells, line.number) for cells in _parted(rows, columns)]
                left = [(rest, line.number), *((one_line(row.text), row.number) for row in lines[place + 1 :])]
                return parts + [_aside(text, number) for text, number in left if text]
    return []


def _aside(text: str, line: int) -> Aside:
    return Aside("import-left-out", "Not part of any row, so not brought in", text, line)


def _headings(text: str) -> tuple[str, tuple[Column, ...], str]:
    """Find the headings inside a line: what stands before them, the columns, what stands behind them."""
    words = text.split(" ")
    for number in range(min(len(words), _MOST_HEADING_WORDS)):
        columns, _ = leading_headings(" ".join(words[number : number + 20]))
        if len(columns) >= 2 and columns[-1].field == "date":
            used = sum(len(column.heading.split()) for column in columns)
            return " ".join(words[:number]), columns, " ".join(words[number + used :])
    return text, (), ""


def _rows(words: Sequence[str], context: PlanContext) -> tuple[list[tuple[str, str]], str]:
    """Cut running words into (what stands before the date, date), and what is left behind the last date."""
    rows: list[tuple[str, str]] = []
    first = 0
    at = 1
    while at < len(words) and at - first <= _MOST_ROW_WORDS:
        text = " ".join(words[first : at + 1])
        tail = _date_place(text, context)
        if tail is None or len(text[:tail].split()) < 3:
            at += 1
            continue
        at = _end(words, first, at + 1, tail, context)
        whole = " ".join(words[first:at])
        rows.append((whole[:tail].strip(), whole[tail:]))
        first, at = at, at + 1
    return rows, " ".join(words[first:])


def _date_place(text: str, context: PlanContext) -> int | None:
    """Return where the date at the end of a text begins; a cell begins with a capital ("June annually"), never without."""
    tail = find_date_tail(text, context)
    if tail is None or not text[tail].islower():
        return tail
    found = _MONTHS_BEFORE.search(text[:tail])
    return found.start(1) if found else None


def _end(words: Sequence[str], first: int, at: int, tail: int, context: PlanContext) -> int:
    """Return where a date ends: small words go on with it, a capital does only where the date goes on."""
    while at < len(words):
        if words[at][:1].isupper() or words[at][:1].isdigit():
            start = _date_place(" ".join(words[first : at + 1]), context)
            if start is None or start > tail:
                break
        at += 1
    return at


def _parted(rows: Sequence[tuple[str, str]], columns: Sequence[Column]) -> list[tuple[str, ...]]:
    """Part title and owner: by names that end several rows, else by the word that opens a post."""
    if len(columns) != 3 or columns[1].field != "owner":
        return [(text, *[""] * (len(columns) - 2), date) for text, date in rows]
    endings = Counter(ending for text, _ in rows for ending in _endings(text))
    parted: list[tuple[str, ...]] = []
    for text, date in rows:
        owner = next((ending for ending in _endings(text) if endings[ending] > 1), "")
        if not owner:
            found = _POST.search(text, 1)
            owner = text[found.start() :] if found else ""
        parted.append((text[: len(text) - len(owner)].strip(), owner, date))
    return parted


def _endings(text: str) -> list[str]:
    """Return the ends of a text that begin with a capital and have two words or more, longest first."""
    words = text.split(" ")
    return [" ".join(words[n:]) for n in range(1, len(words) - 1) if words[n][:1].isupper()]
