"""What the keys and menus for rows mean as commands, worked out from the plan and the chosen rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AT_END, AddItem, Indent, MoveItem, Outdent, SetField
from mkplanner.models.commands.together import Together
from mkplanner.models.ids import new_id
from mkplanner.models.outline import ancestors
from mkplanner.models.plan import Item, Plan
from mkplanner.models.wording import KIND_WORDS, count


def last_heading(plan: Plan) -> str | None:
    """Return the heading that an action added at the end belongs to, None where the plan does not end under one."""
    found: str | None = None
    while (rows := plan.children.get(found, ())) and rows[-1].kind.is_heading:
        found = rows[-1].id
    return found


def add_at_end(plan: Plan, words: str) -> AddItem:
    """Add an action below the last row."""
    return AddItem(words, parent=last_heading(plan))


def add_after(plan: Plan, current: str | None) -> AddItem:
    """Add an empty row of the same level after the current one; below a heading, as its first action."""
    made = new_id()
    key = fresh_key(made)
    if current is None or current not in plan.items:
        return AddItem(parent=last_heading(plan), id=made, merge_key=key)
    item = plan.items[current]
    if item.kind.is_heading:
        return AddItem(parent=current, after=None, id=made, merge_key=key)
    return AddItem(parent=item.parent, after=current, id=made, merge_key=key)


def add_below(plan: Plan, current: str) -> AddItem:
    """Add an empty row at the end of what belongs to the current one."""
    made = new_id()
    return AddItem(parent=current, after=AT_END, id=made, merge_key=fresh_key(made))


def fresh_key(item: str) -> str:
    """Return the merge key that joins an empty new row with its first words: one undo step."""
    return f"{item}/new"


def name_fresh(item: Item, words: str) -> Command:
    """Give an empty row its first words; right after it was added, both are one step called "Add action"."""
    title = f"Add {KIND_WORDS[item.kind]}"
    return Together(title, (SetField(item.id, "title", words),), fresh_key(item.id))


def tops(plan: Plan, chosen: Sequence[str]) -> list[str]:
    """Return the chosen rows without those that go along with a chosen row above them."""
    every = set(chosen)
    return [id_ for id_ in chosen if not any(row.id in every for row in ancestors(plan, id_))]


def indent(plan: Plan, chosen: Sequence[str]) -> Command | None:
    """Make the chosen rows part of the row above them."""
    return _one_or_several("Indent", [Indent(id_) for id_ in tops(plan, chosen)])


def outdent(plan: Plan, chosen: Sequence[str]) -> Command | None:
    """Take the chosen rows out of the row they belong to; the last one first, so that they keep their order."""
    return _one_or_several("Outdent", [Outdent(id_) for id_ in tops(plan, chosen)[::-1]])


def move(plan: Plan, chosen: Sequence[str], step: int) -> Command | None:
    """Move the chosen rows up (-1) or down (1) by one among the rows of their level.

    At the first or last place a row goes into the heading before or after its own, so that no action is stuck in a theme.
    """
    rows = tops(plan, chosen)
    moves = [_moved(plan, plan.items[id_], step, set(rows)) for id_ in rows[::-1]]
    return _one_or_several("Move row", [found for found in moves if found is not None])


def move_to(plan: Plan, rows: Sequence[str], parent: str | None, after: str | None) -> Command | None:
    """Move rows, in their order, to stand below `parent` after the row `after` (None: first; it may be one of them)."""
    going = set(rows)
    if parent is not None and (parent in going or any(row.id in going for row in ancestors(plan, parent))):
        return MoveItem(rows[0], parent)  # which says why it cannot be
    if after in going:
        siblings = [row.id for row in plan.children.get(parent, ())]
        earlier = [id_ for id_ in siblings[: siblings.index(after or "")] if id_ not in going]
        after = earlier[-1] if earlier else None
    moves: list[Command] = []
    for id_ in rows:
        moves.append(MoveItem(id_, parent, after))
        after = id_
    return _one_or_several(f"Move {count(len(rows), 'row')}", moves)


def link(chosen: Sequence[str]) -> Command | None:
    """Have each chosen row follow the one chosen above it; None where fewer than two are chosen."""
    pairs = [LinkItems(before, after) for before, after in pairwise(chosen)]
    return _one_or_several("Link rows", pairs)


def _moved(plan: Plan, item: Item, step: int, going: set[str]) -> Command | None:
    siblings = [row for row in plan.children.get(item.parent, ()) if row.id == item.id or row.id not in going]
    place = next(number for number, row in enumerate(siblings) if row.id == item.id)
    target = place + step
    if 0 <= target < len(siblings):
        after = target if step > 0 else target - 1
        return MoveItem(item.id, item.parent, siblings[after].id if after >= 0 else None)
    parent = plan.items.get(item.parent or "")
    if parent is None or not parent.kind.is_heading:
        return None
    aunts = [row for row in plan.children.get(parent.parent, ()) if row.kind is parent.kind]
    beside = next(number for number, row in enumerate(aunts) if row.id == parent.id) + step
    if not 0 <= beside < len(aunts):
        return None
    return MoveItem(item.id, aunts[beside].id, None if step > 0 else AT_END)


def _one_or_several(title: str, commands: Sequence[Command]) -> Command | None:
    if not commands:
        return None
    return commands[0] if len(commands) == 1 else Together(title, tuple(commands))
