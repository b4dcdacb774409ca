"""What links offer: to move a row that is out of order, alone or with what hangs on it, and to date a row that is tied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkplanner.errors import RefusedError
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.dates import ReviseDate, ShiftDates
from mkplanner.models.edit import Edit
from mkplanner.models.links.following import broken_by, is_one_day
from mkplanner.models.links.moves import can_be_moved, hanging_on, step_between
from mkplanner.models.links.ties import tie_of
from mkplanner.models.links.words import anchor_said
from mkplanner.models.notice import Remedy
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, LinkType, Plan
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import count


def move_after(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """Move a row so that it is in order with everything it is linked to, and offer the same for what hangs on it."""
    into = [link for link in plan.links_of.get(item.id, ()) if link.after == item.id]
    broken = [found for link in into if (found := broken_by(plan, link))]
    if not broken or not can_be_moved(item):
        return
    worst = max(broken, key=lambda found: found.days)
    months, days = step_between(worst.found, worst.needed)
    number = numbers(plan)
    at_start = worst.link.type in (LinkType.FS, LinkType.SS)
    at_end = worst.link.type in (LinkType.FS, LinkType.FF)
    reason = anchor_said(plan, worst.link.before, worst.anchor, at_end=at_end)
    yield Remedy(
        f"Move {number[item.id]} to {_where(item, worst.needed, at_start=at_start)}",
        ShiftDates((item.id,), days, months, reason),
    )
    rest = [row for row in hanging_on(plan, item) if can_be_moved(row)]
    if rest:
        those = "the row that follows" if len(rest) == 1 else f"the {count(len(rest), 'row')} that follow"
        rows = (item.id, *(row.id for row in rest))
        yield Remedy(f"Move {number[item.id]} and {those} it", ShiftDates(rows, days, months, reason))


def date_by_tie(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """Give a row the day that follows from its link; the author's words stay as the original."""
    tie = tie_of(plan, item)
    if tie is not None:
        reason = anchor_said(plan, tie.to, tie.anchor, at_end=tie.at_end)
        yield Remedy(f"Date it: by {day_words(tie.day)}", ReviseDate(item.id, tie.words, reason, title="Date by link"))


def preview(plan: Plan, command: Command) -> list[str]:
    """What a command would make of each date that it moves: "3.2: Spring 2027 → April 2027 to June 2027"."""
    edit = Edit(plan)
    try:
        command.apply(edit)
    except RefusedError as refusal:
        return [str(refusal)]
    number, lines = numbers(plan), []
    for id_ in edit.touched(Item):
        before, after = plan.items.get(id_), edit.get(Item, id_)
        old, new = before.by_when if before else None, after.by_when if isinstance(after, Item) else None
        if old and new and new != old:
            lines.append(f"{number[id_]}: {' '.join(old.words.split())} → {' '.join(new.words.split())}")
    return lines


def _where(item: Item, needed: date, *, at_start: bool) -> str:
    if is_one_day(item):
        return day_words(needed)
    return f"{'start' if at_start else 'end'} on {day_words(needed)}"
