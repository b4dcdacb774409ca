"""Reads tables whose cells a converter parted with " / ", over several lines, leaving empty cells out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkplanner.models.formats.alignment import Aligner
from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import Line, one_line, tidy
from mkplanner.models.formats.columns import settle
from mkplanner.models.formats.grid import group_of
from mkplanner.models.formats.headings import columns_of, field_of, glued_number, is_heading_row
from mkplanner.models.formats.parts import Aside, Columns, Front, Part, Record
from mkplanner.models.timeframes.timeframe import PlanContext

_SIGN = re.compile(r"(?:^|(?<=\s))/(?=\s|$)")
_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?:/\s)?")
_MOST_HEADING_LINES = 8


def read_slashes(lines: Sequence[Line], context: PlanContext) -> list[Part]:
    """Return the parts of a text whose cells stand between slashes with blanks, or nothing if it is not such a text."""
    filled = [line for line in lines if not line.is_blank]
    place = next((n for n, line in enumerate(filled[:400]) if _SIGN.search(line.text) and _header(filled, n)[0]), None)
    if place is None:
        return []
    headings, used, behind = _header(filled, place)
    columns = _merged(columns_of(headings))
    parts: list[Part] = [
        group_of(line.text, line.number) or Front(one_line(line.text), line.number) for line in filled[:place]
    ]
    body = list(filled[place + used :])
    if behind:
        body.insert(0, Line(filled[place + used - 1].number, behind))
    return parts + _body(body, columns, filled[place].number, context)


def _header(lines: Sequence[Line], place: int) -> tuple[list[str], int, str]:
    """Return the headings that begin at a line, how many lines they take, and what a converter glued behind them."""
    best: tuple[int, int, list[str], str] | None = None
    text = ""
    if sum(bool(field_of(cell)) for cell in _SIGN.split(lines[place].text)) < 2:
        return [], 0, ""
    for used in range(1, min(_MOST_HEADING_LINES, len(lines) - place) + 1):
        text = f"{text} {lines[place + used - 1].text}".strip()
        if len(text) > 2000:
            break
        cells = [one_line(cell) for cell in _SIGN.split(text)]
        behind = ""
        for number, cell in enumerate(cells):
            heading, digits = glued_number(cell)
            if digits and number < len(cells) - 1:
                behind = " / ".join([digits, *cells[number + 1 :]])
                cells = [*cells[:number], heading]
                break
        known = sum(bool(field_of(cell)) for cell in cells)
        score = known - 2 * (len(cells) - known)
        if len(cells) >= 3 and is_heading_row(cells) and (best is None or score >= best[0]):
            best = (score, used, cells, behind)
        if behind:
            break
    return (best[2], best[1], best[3]) if best else ([], 0, "")


def _merged(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Join neighbouring headings of one field: a heading that held the sign itself ("Finding / Recommendation")."""
    found: list[Column] = []
    for column in columns:
        if found and column.field and found[-1].field == column.field:
            found[-1] = Column(f"{found[-1].heading} / {column.heading}", column.field)
        else:
            found.append(column)
    return tuple(found)


def _body(lines: Sequence[Line], columns: tuple[Column, ...], line: int, context: PlanContext) -> list[Part]:
    rows, parts = _rows(lines, columns)
    cells = [row.cells for row in rows]
    settled = settle(columns, [row for row in cells if len(row) == len(columns)] or cells, context)
    aligner = Aligner(settled, cells, context)
    aligned = {row.line: Record(tuple(aligner.align(row.cells)), row.line) for row in rows}
    short = [row for row in rows if len(row.cells) < len(columns)]
    found: list[Part] = [Columns(columns, line)]
    found += [aligned.get(part.line, part) if isinstance(part, Record) else part for part in parts]
    if short:
        sentence = (
            f"{len(short)} of {len(rows)} rows lost empty cells; their words were put under the likeliest headings"
        )
        found.append(Aside("import-cells-missing", sentence, "", short[0].line))
    return found


def _rows(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[list[Record], list[Part]]:
    """Cut the lines into rows: by numbers where the rows have them, else a row for each line that has slashes."""
    by_number = columns[0].field == "ref" or sum(bool(_NUMBER.match(line.text)) for line in lines) >= 2
    parts: list[Part] = []
    run: list[Line] = []
    for line in lines:
        group = group_of(line.text, line.number) if not _SIGN.search(line.text) else None
        starts = bool(_NUMBER.match(line.text)) if by_number else bool(_SIGN.search(line.text) and line.text[:1] != "/")
        if group or starts:
            parts += _row(run, by_number)
            run = []
        if group is not None:
            parts.append(group)
        else:
            run.append(line)
    parts += _row(run, by_number)
    return [part for part in parts if isinstance(part, Record)], parts


def _row(run: Sequence[Line], by_number: bool) -> list[Part]:
    if not run:
        return []
    text = "\n".join(line.text for line in run)
    if by_number and not _NUMBER.match(text):
        words = one_line(_SIGN.sub(" ", text))
        return [Aside("import-guidance", "These lines explain the columns and are no actions", words, run[0].number)]
    return [Record(tuple(tidy(cell.strip("\n")) for cell in _SIGN.split(text)), run[0].number)]
