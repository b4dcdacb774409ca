"""A whole plan as a story of tables, for Word and web pages; the file carries the plan itself unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mkplanner.charts.marks.words import long_date
from mkplanner.charts.outputs.story import Block, Cell, Heading, Line, Paragraph, Row, Run, Story, Table
from mkplanner.charts.pages import Sheet as Paper
from mkplanner.models.formats.plan_tables import (
    ABOUT,
    COLUMNS,
    PARTIES,
    PLAN,
    RASIC,
    Head,
    Sheet,
    Value,
    plan_sheets,
    shown,
)
from mkplanner.models.plan import Plan

_ALWAYS = 5
"""The first columns, by which our tables are known, stay even where they are empty."""
_NEVER = (Head.FIRST, Head.LAST)
"""What a program reads from the words stands in Excel, where it can be sorted; people read the words."""
_TITLES = {PLAN: "Actions", RASIC: "Who does what", PARTIES: "Parties", ABOUT: "About the plan"}
_WIDTHS: Mapping[str, float] = {
    Head.NO: 34,
    Head.KIND: 60,
    Head.REF: 34,
    Head.TITLE: 150,
    Head.BY_WHEN: 92,
    Head.PROMISED: 70,
    Head.REASON: 80,
    Head.OWNERS: 84,
    Head.STATUS: 62,
    Head.PERCENT: 62,
    Head.OUTCOMES: 110,
    Head.PROGRESS: 170,
    Head.FOLLOWS: 46,
    Head.TAGS: 40,
    Head.NOTES: 100,
}
_LETTERS, _USUAL = 44.0, 140.0


def whole_story(plan: Plan, today: date) -> tuple[Story, tuple[Sheet, ...]]:
    """Return the story of a whole plan and the tables it shows, empty columns left out."""
    sheets = tuple(map(trimmed, plan_sheets(plan)))
    info = plan.info
    paper = Paper.of("A3", "landscape")
    subject = ", ".join(part for part in (info.council.strip(), info.subtitle.strip()) if part)
    blocks: list[Block] = []
    if info.council.strip():
        blocks.append(_line(info.council))
    title = info.title.strip() or "Plan"
    blocks.append(Heading(1, title))
    if info.subtitle.strip():
        blocks.append(_line(info.subtitle.strip()))
    for sheet in sheets:
        blocks += [Heading(2, _TITLES[sheet.name]), _table(sheet)]
    author, version = info.author.strip(), info.version.strip()
    parts = (f"Prepared by {author}" if author else "", long_date(today), f"version {version}" if version else "")
    foot = ", ".join(part for part in parts if part)
    story = Story(title, blocks, paper.width, paper.height, author, subject, foot=foot)
    story.marking = info.marking.strip()
    return story, sheets


def trimmed(sheet: Sheet) -> Sheet:
    """Return a table for reading: without the columns in which nothing stands, and without days beside their words."""
    if sheet.headings != COLUMNS:
        return sheet
    kept = [
        at
        for at, heading in enumerate(COLUMNS)
        if heading not in _NEVER and (at < _ALWAYS or any(shown(row[at]) for row in sheet.rows))
    ]
    rows = tuple(tuple(row[at] for at in kept) for row in sheet.rows)
    return Sheet(sheet.name, tuple(sheet.headings[at] for at in kept), rows, sheet.depths)


def _line(words: str) -> Paragraph:
    return Paragraph(Line([Run(words, colour="text2")]), 9.5)


def _table(sheet: Sheet) -> Table:
    is_rasic = sheet.name == RASIC
    head = Row([_head(words, place, is_turned=is_rasic and place > 1) for place, words in enumerate(sheet.headings)])
    depths = sheet.depths or (0,) * len(sheet.rows)
    body = [_row(sheet, row, depth) for row, depth in zip(sheet.rows, depths, strict=True)]
    widths = [_LETTERS if is_rasic and place > 1 else _wide(sheet, words) for place, words in enumerate(sheet.headings)]
    return Table([head], body, widths, size=8.5)


def _wide(sheet: Sheet, heading: str) -> float:
    return 420.0 if sheet.name == ABOUT and heading == "Value" else _WIDTHS.get(heading, _USUAL)


def _head(words: str, place: int, *, is_turned: bool) -> Cell:
    return Cell([Line([Run(words, is_bold=not is_turned)])], place, scope="Column", is_turned=is_turned)


def _row(sheet: Sheet, values: Sequence[Value], depth: int) -> Row:
    cells = []
    for place, value in enumerate(values):
        heading = sheet.headings[place]
        lines = [Line([Run(words, is_bold=depth < 0)]) for words in shown(value).split("\n") if words.strip()]
        cells.append(Cell(lines, place, scope="Row" if heading in (Head.TITLE, "Name", "About the plan") else None))
    return Row(cells, "theme_row" if depth < 0 else None)
