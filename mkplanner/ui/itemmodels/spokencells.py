"""What a cell of the plan's table says to somebody who cannot see it: its name, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import STYLES
from mkplanner.models.wording import count
from mkplanner.ui.itemmodels.celltext import reading_words
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW

if TYPE_CHECKING:
    from mkplanner.ui.itemmodels.plantree import PlanTree


def spoken_cell(plan: Plan, item: Item | None, column: int, text: str, number: str) -> str:
    """Return a cell's name: its column and value; on the action's own cell also number, status and kind of row."""
    heading = COLUMNS[column].heading
    if item is None:
        return text
    value = text.replace("\n", "; ") or "empty"
    if column != TITLE:
        return f"{heading}: {value}"
    status = STYLES[item.status].word if item.status else "no status"
    kind = "heading" if item.kind.is_heading else status
    return f"{heading}: {number} {value}, {kind}"


def spoken_about(tree: PlanTree, serial: int, column: int) -> str | None:
    """Return a cell's description: on the action's own cell where its row stands, on others which row it is of."""
    if serial == NEW_ROW:
        return None
    if column == TITLE:
        return _place(tree, serial)
    item = tree.item(serial)
    if item is None:
        return None
    row = f"{tree.rows.number[serial]} {item.title}".strip()
    if column != BY_WHEN or item.by_when is None:
        return row
    return f"Read as {reading_words(item.by_when)}; {row}"


def _place(tree: PlanTree, serial: int) -> str:
    rows = tree.rows
    beside = [kid for kid in rows.kids[rows.parent[serial]] if kid != NEW_ROW]
    level = 1
    above = rows.parent[serial]
    while above:
        level, above = level + 1, rows.parent[above]
    words = f"Level {level}, {rows.row[serial] + 1} of {len(beside)}"
    kids = rows.kids[serial]
    if not kids:
        return words
    below = f"{count(len(kids), 'row')} below"
    return f"{words}, {'open' if tree.is_open(serial) else 'shut'}, {below}"
