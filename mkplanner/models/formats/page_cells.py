"""Parts a row of a page's text into its cells again: title, owners, date and what stands behind the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mkplanner.models.formats.cleaning import close_up, one_line, tidy
from mkplanner.models.formats.name_book import NameBook
from mkplanner.models.status import read_status
from mkplanner.models.timeframes.recognise import find_date_tail
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.records import frozen

EMPTY = "\ue000"
"""Stands for the no-break space that an empty cell has left."""
_MOST_WORDS = 60
_WORD = re.compile(r"\S+")
_DATED = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|ongoing|annual|month|quarter)",
    re.I,
)
_YEAR_END = re.compile(r"\b\d{4}$")
_BY = re.compile(r"^[A-Z][a-z]+ by (.+)$")


@frozen
class PageLine:
    """A line of a row; `gap` is how many empty lines stood above it."""

    text: str
    gap: int


def read_cells(
    lines: Sequence[PageLine], fields: Sequence[str | None], book: NameBook, context: PlanContext
) -> dict[str, str]:
    """Return the cells of a row by field; the words of dates keep their lines, empty ones between them too."""
    if not lines:
        return {}
    title, owners, rest = _title(lines, book)
    while rest and not _said(owners, rest) and _is_owner_line(rest[0].text, owners, book):
        owners.append(one_line(rest.pop(0).text))
    date, behind = _date_and_behind(rest, context)
    last = next(
        (name for name in reversed(fields) if name not in (None, "action", "sub_action", "owner", "date")), None
    )
    cells = {"sub_action": title, "owner": "\n".join(owners), "date": date}
    if last:
        cells[last] = behind
    elif behind:
        cells["date"] = tidy(f"{date}\n{behind}")
    return cells


def _said(owners: list[str], rest: Sequence[PageLine]) -> bool:
    return EMPTY in rest[0].text or (bool(owners) and owners[-1] == "")


def _title(lines: Sequence[PageLine], book: NameBook) -> tuple[str, list[str], list[PageLine]]:
    """Part the first line into title, owners and the rest of the row."""
    first, *others = lines
    before, mark, behind = first.text.partition(EMPTY)
    found = _owner_place(before.rstrip(), book)
    if found is None:
        if not mark:
            return one_line(first.text), [], others
        tail = [PageLine(behind.strip(), 0)] if behind.strip() else []
        return one_line(before), [""], [*tail, *others]
    start, end = found
    rest = before[end:].strip() + (f" {EMPTY}{behind}" if mark else "")
    tail = [PageLine(rest.strip(), 0)] if rest.strip() else []
    return one_line(before[:start]), [one_line(before[start:end])], [*tail, *others]


def _owner_place(text: str, book: NameBook) -> tuple[int, int] | None:
    """Return where the owners in a line begin and end: the first names with nothing behind, or with a new cell behind."""
    for start, end in book.stretches(text):
        rest = text[end:].strip()
        if not rest or ((rest[:1].isupper() or rest[:1].isdigit()) and _is_new_cell(rest, book)):
            return start, end
    return None


def _is_new_cell(rest: str, book: NameBook) -> bool:
    by = _BY.match(rest)
    return bool(by and book.is_owner(by[1])) or date_end(rest, PlanContext()) is not None


def _is_owner_line(text: str, owners: Sequence[str], book: NameBook) -> bool:
    by = _BY.match(one_line(text))
    if by:
        return bool(owners) and bool(_BY.match(owners[0])) and book.is_owner(by[1])
    return book.is_owner(text)


@lru_cache(maxsize=4096)
def date_end(text: str, context: PlanContext) -> int | None:
    """Return where the first date in a line ends, with the small words that belong to it ("25 February meeting"), or None.

    A status behind the date ("21 January Complete") is not part of it, and a status alone is no date.
    """
    begin = stop = None
    missed = 0
    for found in list(_WORD.finditer(text))[:_MOST_WORDS]:
        if stop is not None and _is_next_cell(found.group(), text[:stop]):
            break
        start = find_date_tail(text[: found.end()], context)
        if start is not None and begin is not None and start > begin:
            break
        if start is None:
            # "by July" says little before its year has come, so one more word is looked at.
            missed += 1
            if begin is not None and missed > 1:
                break
        elif start == 0 or _DATED.search(text[start : found.end()]):
            begin, stop, missed = (start if begin is None else begin), found.end(), 0
    return None if stop is None or read_status(text) is not None else _with_small_words(text, stop)


def _is_next_cell(word: str, before: str) -> bool:
    """Whether the word behind a date begins another cell: a status, a capital that is no month, a number behind a year."""
    if not _opens_cell(word):
        return False
    if word[0].isdigit():
        return bool(_YEAR_END.search(before))
    return read_status(word) is not None or not _DATED.match(word)


def _with_small_words(text: str, stop: int) -> int:
    """Move the end of a date behind the words in small letters that follow it."""
    end = stop
    for found in _WORD.finditer(text, stop):
        if _opens_cell(found.group()):
            break
        end = found.end()
    return end


def _opens_cell(word: str) -> bool:
    """Whether a word can begin a new cell: it has a capital or a digit in front."""
    return not word[0].islower() and word[0] not in "(&–-,;"


def _date_and_behind(lines: Sequence[PageLine], context: PlanContext) -> tuple[str, str]:
    """Part the rest of a row into the words of its date and the words behind them."""
    if any(EMPTY in line.text for line in lines):
        text = _rejoin(lines)
        before, _, behind = text.partition(EMPTY)
        if before.strip():
            return tidy(before), close_up(behind.replace(EMPTY, " "))
        return "", close_up(behind.replace(EMPTY, " "))
    dates: list[PageLine] = []
    behind_lines: list[str] = []
    for number, line in enumerate(lines):
        if behind_lines:
            behind_lines.append(line.text)
            continue
        end = date_end(line.text, context)
        if end is None:
            later = any(date_end(other.text, context) is not None for other in lines[number + 1 : number + 3])
            if later and not _has_date(dates, context) and read_status(line.text) is None:
                dates.append(line)
            else:
                behind_lines.append(line.text)
            continue
        dates.append(PageLine(line.text[:end], line.gap))
        if line.text[end:].strip():
            behind_lines.append(line.text[end:])
    return tidy(_rejoin(dates)), close_up("\n".join(behind_lines))


def _has_date(lines: Sequence[PageLine], context: PlanContext) -> bool:
    return any(date_end(line.text, context) is not None for line in lines)


def _rejoin(lines: Sequence[PageLine]) -> str:
    return "".join(("\n" * (min(line.gap, 1) + 1) if number else "") + line.text for number, line in enumerate(lines))
