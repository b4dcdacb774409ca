"""Turns the parts of a document into a draft: columns settled, rows built, tags found, years inferred, doubts told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkplanner.models.formats.base import Column, Draft
from mkplanner.models.formats.columns import infer, settle
from mkplanner.models.formats.doubts import date_doubts, notices_of, outcome_doubts
from mkplanner.models.formats.draft_rows import RowBuilder
from mkplanner.models.formats.fronts import title_of
from mkplanner.models.formats.headings import plain_heading
from mkplanner.models.formats.letter_tables import legend_of, letters_of
from mkplanner.models.formats.parts import Aside, Columns, Entry, Front, Group, Part, Record, Remark
from mkplanner.models.formats.plan_years import years_of
from mkplanner.models.formats.row_titles import leading_ref
from mkplanner.models.formats.tagging import tag_rows
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import PlanContext

_LEVELS = (
    (ItemKind.ACTION,),
    (ItemKind.ACTION, ItemKind.SUB_ACTION),
    (ItemKind.PRIORITY, ItemKind.ACTION, ItemKind.SUB_ACTION),
)
_NUMBERED = 0.6
"""The share of titles that must begin with a number before numbers are taken for references."""


def assemble(parts: Sequence[Part], context: PlanContext, running_head: str = "") -> Draft:
    """Return the draft that the parts make; `context` holds the plan's years where somebody has given them."""
    parts, words_of_letters = without_legend(parts)
    settled = _settle(with_columns(parts, context), context)
    builder = RowBuilder()
    depth = max((part.level for part in settled if isinstance(part, Entry)), default=0)
    for part in settled:
        _take(builder, part, settled, _LEVELS[min(depth, 2)])
    tag_rows(builder.rows)
    items = tuple(row.finish() for row in builder.rows)
    titles = title_of([part for part in settled if isinstance(part, Front)], running_head)
    columns = _columns(settled)
    words = [item.date for item in items if item.date]
    start, end = context.start, context.end
    if start is None and end is None:
        headings = [column.heading for column in columns]
        start, end = years_of(" ".join((titles.title, titles.subtitle, *headings)), words, context)
    outcomes = builder.outcomes.finish()
    asides = [part for part in settled if isinstance(part, Aside)] + builder.asides + list(titles.asides)
    doubts = [*date_doubts(items, replace(context, start=start, end=end)), *outcome_doubts(items, outcomes)]
    return Draft(
        titles.title,
        titles.subtitle,
        titles.council,
        start,
        end,
        columns,
        items,
        outcomes,
        notices_of(asides, doubts),
        letters_of(columns, [part.text for part in settled if isinstance(part, Front | Remark)]),
        tuple(words_of_letters.items()),
    )


def without_legend(parts: Sequence[Part]) -> tuple[list[Part], dict[str, str]]:
    """Take the legend of letters from among the words of a document; what it says is kept as an aside."""
    loose = [part for part in parts if isinstance(part, Front | Remark)]
    found = legend_of(part.text for part in loose)
    if not found:
        return list(parts), {}
    said = "A legend says what the letters mean"
    kept: list[Part] = [
        Aside("import-legend", said, part.text, part.line)
        if isinstance(part, Front | Remark) and legend_of([part.text])
        else part
        for part in parts
    ]
    return kept, found


def _take(builder: RowBuilder, part: Part, parts: Sequence[Part], kinds: Sequence[ItemKind]) -> None:
    if isinstance(part, Columns):
        builder.columns(part)
    elif isinstance(part, Record):
        builder.record(part)
    elif isinstance(part, Group):
        builder.group(part)
    elif isinstance(part, Remark):
        builder.remark(part)
    elif isinstance(part, Entry):
        builder.entry(part, kinds)


def with_columns(parts: Sequence[Part], context: PlanContext) -> list[Part]:
    """Give a table without headings columns by what stands in it; where nothing tells them, its rows are no table."""
    place = next((number for number, part in enumerate(parts) if isinstance(part, Columns | Record)), None)
    if place is None or isinstance(parts[place], Columns):
        return list(parts)
    end = next((number for number, part in enumerate(parts) if isinstance(part, Columns)), len(parts))
    rows = [part.cells for part in parts[place:end] if isinstance(part, Record)]
    columns = infer(rows, context)
    if columns:
        return [*parts[:place], Columns(columns, parts[place].line), *parts[place:]]
    loose: list[Part] = [
        Front(" ".join(filter(None, part.cells)), part.line) if isinstance(part, Record) else part
        for part in parts[place:end]
    ]
    return [*parts[:place], *loose, *parts[end:]]


def _settle(parts: Sequence[Part], context: PlanContext) -> list[Part]:
    """Decide what the columns of each table mean, looking at the rows below them."""
    settled = list(parts)
    rows: list[tuple[str, ...]] = []
    for number in range(len(settled) - 1, -1, -1):
        part = settled[number]
        if isinstance(part, Record):
            rows.append(part.cells)
        elif isinstance(part, Columns):
            columns = settle(part.columns, rows[::-1], context)
            settled[number] = Columns(columns, part.line, _is_numbered(columns, rows))
            rows = []
    return settled


def _is_numbered(columns: Sequence[Column], rows: Sequence[tuple[str, ...]]) -> bool:
    fields = [column.field for column in columns]
    place = fields.index("action") if "action" in fields else 0
    titles = [row[place] for row in rows if place < len(row) and row[place]]
    numbered = sum(bool(leading_ref(title)[0]) for title in titles)
    return "ref" not in fields and bool(titles) and numbered >= _NUMBERED * len(titles)


def _columns(parts: Sequence[Part]) -> tuple[Column, ...]:
    """Return every heading and label of the document once, with the field it was taken for."""
    found: dict[tuple[str, str | None], Column] = {}
    for part in parts:
        columns: tuple[Column, ...] = ()
        if isinstance(part, Columns):
            columns = tuple(column for column in part.columns if column.heading)
        elif isinstance(part, Group) and part.heading:
            columns = (Column(part.heading, "theme" if part.kind is ItemKind.THEME else "objective"),)
        elif isinstance(part, Remark) and part.heading:
            columns = (Column(part.heading, part.field),)
        for column in columns:
            found.setdefault((plain_heading(column.heading), column.field), column)
    return tuple(found.values())
