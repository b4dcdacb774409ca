"""What has to move for a row to stand in order with what it follows: it alone, what it pushes, or all that follow it.

Nothing is moved here: the moves are shown first, and become one order when somebody agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.dates import ShiftDates
from mkplanner.models.commands.together import Together
from mkplanner.models.edit import Edit
from mkplanner.models.links.following import Broken, broken_between, followers
from mkplanner.models.links.words import anchor_said
from mkplanner.models.outline import descendants, numbers
from mkplanner.models.plan import Item, LinkType, Plan
from mkplanner.models.status import Status
from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.moving import can_move, moved
from mkplanner.models.wording import count
from mkplanner.records import frozen


class Scope(StrEnum):
    """How much moves with a row."""

    ALONE = "alone"
    IN_TURN = "in turn"
    ALL = "all"


@frozen
class RowMove:
    """One row that would move: by so many months, then days, why, and how its date reads before and after."""

    item: str
    months: int
    days: int
    reason: str
    old: str
    new: str


def moves(plan: Plan, item: str, scope: Scope) -> tuple[RowMove, ...]:
    """Return the moves that bring a row in order with everything it is linked to; none where it is in order already.

    `IN_TURN` moves a row that follows only where it would be out of order then, and only as far as it must.
    """
    worst = _worst(plan, plan.items, item)
    if worst is None:
        return ()
    shifts = dict(_in_turn(plan, item)) if scope is Scope.IN_TURN else {}
    if not shifts:
        step = step_between(worst.found, worst.needed)
        reason = _reason(plan, worst)
        rows = [item] if scope is Scope.ALONE else [item, *(row.id for row in hanging_on(plan, plan.items[item]))]
        shifts = {row: (*step, reason) for row in rows if can_be_moved(plan.items[row])}
    return tuple(_row_move(plan, row, *shift) for row, shift in shifts.items())


def command_for(plan: Plan, chosen: Iterable[RowMove], reason: str = "") -> Command:
    """Return the one order that makes some moves; a `reason` that was typed takes the place of each row's own."""
    wanted = tuple(chosen)
    orders = tuple(ShiftDates((move.item,), move.days, move.months, reason or move.reason) for move in wanted)
    title = f"Move {numbers(plan)[wanted[0].item]}" if len(wanted) == 1 else f"Move {count(len(wanted), 'row')}"
    return Together(title, orders)


def step_between(found: date, needed: date) -> tuple[int, int]:
    """Whole months and days from one day to the other; months alone where both are the first or the last of one."""
    months = (needed.year - found.year) * 12 + needed.month - found.month
    both_last = periods.is_month_end(found) and periods.is_month_end(needed)
    if months and ((found.day == needed.day == 1) or both_last):
        return months, 0
    return 0, (needed - found).days


def hanging_on(plan: Plan, item: Item) -> list[Item]:
    """The rows that follow a row along links, and the parts of all of them, each once."""
    found: dict[str, None] = {}
    for id_ in (item.id, *followers(plan, item.id)):
        found |= dict.fromkeys((id_, *(row.id for row in descendants(plan, id_))))
    return [plan.items[id_] for id_ in found if id_ != item.id]


def can_be_moved(item: Item) -> bool:
    """Whether a row has a date that may change."""
    return bool(item.by_when and any(map(can_move, item.by_when.segments)))


def _worst(plan: Plan, items: Mapping[str, Item], item: str) -> Broken | None:
    """The link to an earlier row that a row breaks by most, with the rows as `items` has them."""
    broken = [
        found
        for link in plan.links_of.get(item, ())
        if link.after == item and (found := broken_between(link, items[link.before], items[item]))
    ]
    return max(broken, key=lambda found: found.days, default=None)


def _in_turn(plan: Plan, item: str) -> Iterator[tuple[str, tuple[int, int, str]]]:
    """Each row with the shift it needs once those before it have moved; parts of a row go along with it."""
    items = dict(plan.items)
    total: dict[str, tuple[int, int, str]] = {}
    waiting, left = [item], 4 * len(plan.links) + 4
    while waiting and left:
        here, left = waiting.pop(0), left - 1
        worst = _worst(plan, items, here)
        if worst is None or not can_be_moved(items[here]):
            continue
        months, days = step_between(worst.found, worst.needed)
        for row in (here, *(row.id for row in descendants(plan, here))):
            if not can_be_moved(items[row]) or items[row].status is Status.COMPLETE:
                continue
            items[row] = _shifted(items[row], months, days)
            before = total.get(row, (0, 0, ""))
            total[row] = (before[0] + months, before[1] + days, _reason(plan, worst))
            waiting += [link.after for link in plan.links_of.get(row, ()) if link.before == row]
    yield from total.items()


def _shifted(item: Item, months: int, days: int) -> Item:
    frame = item.by_when
    assert frame is not None
    try:
        segments = tuple(moved(segment, days=days, months=months) for segment in frame.segments)
    except (ValueError, OverflowError):
        return item
    return replace(item, by_when=replace(frame, segments=segments))


def _reason(plan: Plan, broken: Broken) -> str:
    at_end = broken.link.type in (LinkType.FS, LinkType.FF)
    return anchor_said(plan, broken.link.before, broken.anchor, at_end=at_end)


def _row_move(plan: Plan, item: str, months: int, days: int, reason: str) -> RowMove:
    edit = Edit(plan)
    ShiftDates((item,), days, months, reason).apply(edit)
    old, new = plan.items[item].by_when, edit.item(item).by_when
    return RowMove(item, months, days, reason, old.words if old else "", new.words if new else "")
