"""Pasted lines as new rows of the plan."""

from __future__ import annotations

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.together import Together
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Plan
from mkplanner.ui.plantable.rowcommands import last_heading

_FIELDS = ("title", "by_when", "owners", "status")


def rows_from_text(plan: Plan, text: str, current: str | None) -> Command | None:
    """Return the order that adds each line as an action after the current row; cells parted by tabs fill the next columns.

    A first cell that is only a number ("1.2") is left out: rows are numbered by their place. None for a blank text.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return None
    item = plan.items.get(current or "")
    parent = (item.id if item.kind.is_heading else item.parent) if item else last_heading(plan)
    after = item.id if item and not item.kind.is_heading else None
    if item is None or item.kind.is_heading:
        siblings = plan.children.get(parent, ())
        after = siblings[-1].id if siblings else None
    commands: list[Command] = []
    for line in lines:
        made = new_id()
        title, fields = _cells(line)
        commands.append(AddItem(title, parent=parent, after=after, fields=fields, id=made))
        after = made
    return Together("Paste rows", tuple(commands))


def _cells(line: str) -> tuple[str, tuple[tuple[str, object], ...]]:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > 1 and (not cells[0] or cells[0].replace(".", "").isdigit()):
        cells = cells[1:]
    title = " ".join(cells[0].split())
    return title, tuple((key, cell) for key, cell in zip(_FIELDS[1:], cells[1:], strict=False) if cell)
