"""Reads tables that lost their columns on the way through a browser: every cell a paragraph, empty lines between.

A date closes a row. Where the table has sub-actions, the first paragraph of a row is the action, those between it and the
date are its sub-actions, and the date is the action's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import Line, one_line, tidy
from mkplanner.models.formats.columns import is_duration
from mkplanner.models.formats.grid import group_of
from mkplanner.models.formats.headings import columns_of, is_heading_row, is_spelt
from mkplanner.models.formats.owner_cells import looks_like_owner
from mkplanner.models.formats.parts import Aside, Columns, Front, Part, Record
from mkplanner.models.formats.row_titles import leading_ref
from mkplanner.models.timeframes.recognise import looks_like_date_cell
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.records import frozen

_LONGEST_DATE = 160
_DANGLING = re.compile(r"\b(by|from|until|till|before|after|on|in|to|end of|w/c)$", re.I)
FEWEST_DATES = 3
"""So many paragraphs that are dates make a table even where its headings are lost."""


@frozen
class Paragraph:
    """Lines without an empty one between; `gap` is how many empty lines stood before it."""

    text: str
    line: int
    gap: int

    @property
    def whole(self) -> str:
        """The paragraph as one line."""
        return one_line(self.text)


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of a text; lines that hold only no-break spaces part them too."""
    found: list[Paragraph] = []
    run: list[Line] = []
    gap = 0
    for line in [*lines, Line(0, "")]:
        if not line.is_blank:
            run.append(line)
            continue
        if run:
            found.append(Paragraph(tidy("\n".join(row.text for row in run)), run[0].number, gap))
            run, gap = [], 0
        gap += 1
    return found


def read_paragraphs(lines: Sequence[Line], context: PlanContext) -> list[Part]:
    """Return the parts of a text whose cells are paragraphs, or nothing if it is not such a text."""
    paragraphs = paragraphs_of(lines)
    tables = _tables(paragraphs)
    if tables:
        parts: list[Part] = fronts_of(paragraphs[: tables[0][0]])
        for number, (_, after, columns) in enumerate(tables):
            end = tables[number + 1][0] if number + 1 < len(tables) else len(paragraphs)
            parts.append(Columns(columns, paragraphs[after - 1].line))
            parts += RowReader(columns, context).read(paragraphs[after:end])
        return parts
    return _without_headings(paragraphs, context)


def fronts_of(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """Return each line in front of the first table."""
    return [Front(line, paragraph.line) for paragraph in paragraphs for line in paragraph.text.split("\n")]


def _tables(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int, tuple[Column, ...]]]:
    """Find runs of headings: where each begins, where its rows begin, and the columns. Headings broken in two are joined."""
    found = []
    index = 0
    while index < len(paragraphs):
        headings, after = _heading_run(paragraphs, index)
        if len(headings) >= 2 and is_heading_row(headings):
            found.append((index, after, columns_of(headings)))
        index = max(after, index + 1)
    return found


def _heading_run(paragraphs: Sequence[Paragraph], index: int) -> tuple[list[str], int]:
    headings: list[str] = []
    while index < len(paragraphs):
        one = paragraphs[index].whole
        two = f"{one} {paragraphs[index + 1].whole}" if index + 1 < len(paragraphs) else ""
        if len(one) <= 60 and is_spelt(one):
            headings.append(one)
            index += 1
        elif len(two) <= 60 and two and is_spelt(two):
            headings.append(two)
            index += 2
        else:
            break
    return headings, index


@lru_cache(maxsize=4096)
def is_date(text: str, context: PlanContext) -> bool:
    """Whether a paragraph is a date cell and not a sentence with a date in it."""
    return len(text) <= _LONGEST_DATE and looks_like_date_cell(text, context)


class RowReader:
    """Cuts the paragraphs below one row of headings into records."""

    def __init__(self, columns: Sequence[Column], context: PlanContext) -> None:
        self._fields = [column.field for column in columns]
        self._context = PlanContext(context.start, context.end, _heading(columns, "date"))
        self._date = self._fields.index("date") if "date" in self._fields else None
        self._width = len(columns)
        self.parts: list[Part] = []

    def read(self, paragraphs: Sequence[Paragraph]) -> list[Part]:
        """Return the records, and the groups that head them."""
        for chunk in self._chunks(paragraphs):
            group = group_of(chunk[0].whole, chunk[0].line) if len(chunk) == 1 else None
            if group is not None:
                self.parts.append(group)
            elif "sub_action" in self._fields and self._date is not None:
                self._grouped(chunk)
            else:
                self._row(chunk)
        return self.parts

    def _chunks(self, paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
        """Cut the paragraphs into rows: by their numbers where rows have them, by dates, else by the number of columns."""
        if not paragraphs:
            return []
        starts = [number for number, paragraph in enumerate(paragraphs) if leading_ref(paragraph.text)[0]]
        if "ref" not in self._fields and len(starts) >= 2 and starts[0] == 0 and "sub_action" not in self._fields:
            return [list(paragraphs[a:b]) for a, b in zip(starts, [*starts[1:], len(paragraphs)], strict=True)]
        if self._date is None:
            width = max(self._width, 1)
            return [list(paragraphs[at : at + width]) for at in range(0, len(paragraphs), width)]
        return self._by_dates(paragraphs, self._date)

    def _by_dates(self, paragraphs: Sequence[Paragraph], place: int) -> list[list[Paragraph]]:
        chunks: list[list[Paragraph]] = [[]]
        behind = self._width - 1 - place
        wanted: int | None = None
        for paragraph in paragraphs:
            dated = is_date(paragraph.text, self._context)
            if wanted is None and not chunks[-1] and group_of(paragraph.whole, paragraph.line):
                chunks[-1:] = [[paragraph], []]
                continue
            if wanted == 0 and not (dated and paragraph.gap <= 1 and behind == 0):
                chunks.append([])
                wanted = None
            chunks[-1].append(paragraph)
            if wanted:
                wanted -= 1
            elif dated:
                wanted = behind
        return [chunk for chunk in chunks if chunk]

    def _grouped(self, chunk: list[Paragraph]) -> None:
        """A row with sub-actions: action, sub-actions, perhaps an owner, date."""
        dates = self._trailing_dates(chunk)
        body = chunk[: len(chunk) - len(dates)]
        owner = None
        if "owner" in self._fields and len(body) > 1 and looks_like_owner(body[-1].text):
            owner = body.pop()
        if not body:
            self._put({"date": "\n".join(date.text for date in dates)}, chunk[0].line, starts=True)
            return
        shared = {"date": "\n".join(date.text for date in dates), "owner": owner.text if owner else ""}
        subs = _joined(body[1:])
        first = {"action": body[0].text, "sub_action": subs[0].text if subs else ""} | shared
        self._put(first, body[0].line, shared={"date", "owner"})
        for sub in subs[1:]:
            self._put({"sub_action": sub.text}, sub.line)

    def _trailing_dates(self, chunk: list[Paragraph]) -> list[Paragraph]:
        count = 0
        while count < len(chunk) and is_date(chunk[-1 - count].text, self._context):
            count += 1
        return chunk[len(chunk) - count :]

    def _row(self, chunk: list[Paragraph]) -> None:
        """A row without sub-actions: cells in the order of the columns, the date at its own place."""
        texts = [paragraph.text for paragraph in chunk]
        if len(texts) == 1 and is_date(texts[0], self._context):
            texts = [""] * (self._date or 0) + texts
        if self._date is not None and len(texts) != self._width:
            texts = self._fitted(texts, self._date)
        for number, text in enumerate(texts[self._width :]):
            place = min(self._width + number, len(chunk) - 1)
            self.parts.append(
                Aside("import-left-out", "Not part of any row, so not brought in", text, chunk[place].line)
            )
        cells = tuple(texts[: self._width])
        self.parts.append(Record(cells, chunk[0].line, starts=not cells[0]))

    def _fitted(self, texts: list[str], place: int) -> list[str]:
        """Bring the date of a row to its column, joining a date broken in two and moving cells past missing ones."""
        at = next((number for number in range(len(texts) - 1, -1, -1) if is_date(texts[number], self._context)), None)
        if at is None:
            return texts
        if at > place and _DANGLING.search(texts[at - 1]) and len(texts[at - 1].split()) <= 5:
            texts[at - 1 : at + 1] = [f"{texts[at - 1]} {texts[at]}"]
            at -= 1
        while at > 0 and at > place and is_date(texts[at - 1], self._context):
            texts[at - 1 : at + 1] = [f"{texts[at - 1]}\n{texts[at]}"]
            at -= 1
        if at > place:
            texts[: at - place + 1] = ["\n\n".join(texts[: at - place + 1])]
        elif at < place:
            texts[at:at] = [""] * (place - at)
        return texts

    def _put(self, cells: dict[str, str], line: int, *, shared: set[str] | None = None, starts: bool = False) -> None:
        row = tuple(cells.get(field or "", "") for field in self._fields)
        places = frozenset(number for number, field in enumerate(self._fields) if field in (shared or ()))
        self.parts.append(Record(row, line, places, starts))


def _heading(columns: Sequence[Column], name: str) -> str | None:
    return next((column.heading for column in columns if column.field == name), None)


def _joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Join a paragraph in brackets to the one it explains."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if found and paragraph.text.startswith("(") and paragraph.text.rstrip(".").endswith(")"):
            above = found[-1]
            found[-1] = Paragraph(f"{above.text}\n\n{paragraph.text}", above.line, above.gap)
        else:
            found.append(paragraph)
    return found


def _without_headings(paragraphs: Sequence[Paragraph], context: PlanContext) -> list[Part]:
    """Read rows that end in a date although no headings were kept: number or stage, action, duration, date."""
    dates = [number for number, paragraph in enumerate(paragraphs) if is_date(paragraph.text, context)]
    dates = [number for number in dates if number]
    if len(dates) < FEWEST_DATES or len(dates) * 6 < len(paragraphs):
        return []
    start = dates[0] - 1
    heading = next((number for number in range(start, -1, -1) if is_spelt(paragraphs[number].whole)), None)
    start = heading + 1 if heading is not None and heading < dates[0] - 1 else start
    parts: list[Part] = fronts_of(paragraphs[: heading or start])
    words = paragraphs[heading].whole if heading is not None else ""
    columns = (Column("", "ref"), Column(words, "action"), Column("Duration", "duration"), Column("", "date"))
    parts.append(Columns(columns, paragraphs[start].line))
    return [*parts, *_loose_rows(paragraphs[start:], context)]


def _loose_rows(paragraphs: Sequence[Paragraph], context: PlanContext) -> list[Part]:
    rows: list[Part] = []
    run: list[Paragraph] = []
    dates: list[Paragraph] = []
    for paragraph in [*paragraphs, None]:
        dated = paragraph is not None and is_date(paragraph.text, context)
        if dates and (paragraph is None or not dated or paragraph.gap > 1):
            rows.append(_loose_row(run, dates))
            run, dates = [], []
        if paragraph is not None:
            (dates if dated else run).append(paragraph)
    return rows + [Aside("import-left-out", "Not part of any row, so not brought in", p.whole, p.line) for p in run]


def _loose_row(run: list[Paragraph], dates: list[Paragraph]) -> Record:
    line = (run or dates)[0].line
    texts = [paragraph.text for paragraph in run]
    duration = texts.pop() if texts and is_duration(texts[-1]) else ""
    ref = texts.pop(0) if len(texts) > 1 and len(texts[0]) <= 40 else ""
    cells = (ref, "\n\n".join(texts), duration, "\n".join(paragraph.text for paragraph in dates))
    return Record(cells, line, starts=not texts)
