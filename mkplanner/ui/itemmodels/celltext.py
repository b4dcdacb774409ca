"""What a cell of the plan's table shows, and what its tooltip adds; `spokencells.py` says it to somebody who cannot see it."""

from __future__ import annotations

from mkplanner.charts.marks.words import spoken
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, Column

NEW_ACTION = "Type a new action…"
FIRST_ACTION = "Type the first action here, or paste a table you already have…"


def new_row_text(plan: Plan, is_narrow: bool, is_empty: bool = False) -> str:
    """Return what stands on the line for a new action; `is_empty` where a filter has found nothing."""
    if is_narrow and is_empty and plan.items:
        return "No row has this. Type a new action here, or press Ctrl+Alt+0 for the whole plan…"
    if is_narrow and plan.items:
        return "Type a new action… (the filter hides other rows)"
    return NEW_ACTION if plan.items else FIRST_ACTION


def cell_text(plan: Plan, item: Item, column: Column) -> str:
    """Return what a cell shows; the words of a revised date are followed by those of the original."""
    words = column.show(plan, item)
    return words + was_line(item) if column.key == "by_when" else words


def was_line(item: Item) -> str:
    """Return the line that names the original of a revised date, with its line break; empty where there is none."""
    if item.original is None or item.original == item.by_when:
        return ""
    words = " ".join(item.original.words.split())
    return f"\nwas {words[3:] if words.lower().startswith('by ') else words}"


def reading_words(frame: Timeframe) -> str:
    """Return what was understood of a date, in one sentence."""
    return spoken(frame, None, False, None, None)


def tip_of(plan: Plan, item: Item | None, column: int) -> str | None:
    """Return the full wording for the tooltip; a date adds how it is read and why it was revised."""
    if item is None:
        return None
    words = cell_text(plan, item, COLUMNS[column])
    if column != BY_WHEN or item.by_when is None:
        return words or None
    lines = [words, f"Read as {reading_words(item.by_when)}."]
    if item.revised_reason:
        lines.append(f"Revised: {item.revised_reason}")
    return "\n".join([*lines, *item.by_when.remarks])
