"""Pasted text as new rows of the plan: a table with headings by the readers of formats, plain lines one row each."""

from __future__ import annotations

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rowcommands import last_heading
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.together import Together
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Plan
from mkplanner.models.status import read_status

_FIELDS = ("by_when", "owners", "status")


def rows_from_text(plan: Plan, text: str, current: str | None) -> Command | None:
    """Return the order that brings a text in; None for a blank one.

    A table whose headings are known comes in whole, at the end of the plan. Otherwise each line becomes an action after the
    current row, its cells parted by tabs filling the columns By when, Owner and Status; a first cell that only numbers the
    row ("1.2") is left out, because rows are numbered by their place.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return None
    return _as_table(plan, text) or _as_lines(plan, lines, current)


def beside(plan: Plan, current: str | None, is_heading: bool = False) -> tuple[str | None, str | None]:
    """Return below which row and after which one rows are brought in: after the current one, actions inside a heading."""
    item = plan.items.get(current or "")
    if item is not None and is_heading:
        while not item.kind.is_heading and item.parent in plan.items:
            item = plan.items[item.parent or ""]
        return item.parent, item.id
    if item is not None and not item.kind.is_heading:
        return item.parent, item.id
    parent = item.id if item is not None else None if is_heading else last_heading(plan)
    siblings = plan.children.get(parent, ())
    return parent, siblings[-1].id if siblings else None


def _as_table(plan: Plan, text: str) -> Command | None:
    if "\t" not in text:
        return None
    # The readers are only needed here, and not before the first paint.
    from mkplanner.models.commands.paste import BringIn
    from mkplanner.models.formats.read_text import read_text

    draft = read_text(text, start=plan.info.start, end=plan.info.end)
    return BringIn(draft) if draft.items and draft.columns else None


def _as_lines(plan: Plan, lines: list[str], current: str | None) -> Command:
    parent, after = beside(plan, current)
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
    fields = [(key, cell) for key, cell in zip(_FIELDS, cells[1:], strict=False) if cell]
    unknown = [cell for key, cell in fields if key == "status" and read_status(cell) is None]
    kept: list[tuple[str, object]] = [(key, cell) for key, cell in fields if cell not in unknown]
    beyond = unknown + [cell for cell in cells[1 + len(_FIELDS) :] if cell]
    if beyond:
        kept.append(("notes", "\n".join(beyond)))
    return title, tuple(kept)
