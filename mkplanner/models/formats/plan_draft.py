"""A whole plan as a draft: its rows to look at before it is brought in, and itself as what comes in."""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.models.formats.base import Column, Draft, DraftItem, DraftOutcome, DraftOwner
from mkplanner.models.notice import Notice
from mkplanner.models.outline import Entry, outline
from mkplanner.models.plan import Item, Plan

_COLUMNS = (Column("Action", "action"), Column("By when", "date"), Column("Action by", "owner"))


def draft_of(plan: Plan, notices: Sequence[Notice] = ()) -> Draft:
    """Return the draft of a whole plan, with what there is to say about it."""
    entries = outline(plan)
    place = {entry.item.id: number for number, entry in enumerate(entries)}
    items = tuple(_row(plan, entry.item, place, number) for number, entry in enumerate(entries, start=1))
    outcomes = tuple(
        DraftOutcome(outcome.text, tuple(place[item] for item in outcome.items if item in place))
        for outcome in sorted(plan.outcomes.values(), key=lambda row: (row.order, row.id))
    )
    info = plan.info
    return Draft(
        info.title,
        info.subtitle,
        info.council,
        info.start,
        info.end,
        _COLUMNS,
        items,
        outcomes,
        tuple(notices),
        exact=plan,
        source="\n".join(_shown(entry) for entry in entries),
    )


def _shown(entry: Entry) -> str:
    """A row as a line: its number, its title and its date."""
    when = entry.item.by_when
    words = " / ".join(when.words.split("\n")) if when else ""
    return " | ".join(part for part in (entry.number, " ".join(entry.item.title.split()), words) if part)


def _row(plan: Plan, item: Item, place: dict[str, int], line: int) -> DraftItem:
    owners = tuple(
        DraftOwner(party.name, party.role, cell.part, letters=cell.letters)
        for cell in plan.assignments_of.get(item.id, ())
        for party in [plan.parties[cell.party]]
    )
    updates = "\n".join(update.text for update in plan.updates_of.get(item.id, ()))
    return DraftItem(
        item.kind,
        item.title,
        place.get(item.parent) if item.parent else None,
        item.ref,
        item.by_when.words if item.by_when else None,
        owners,
        updates or None,
        item.status,
        item.tags,
        item.notes,
        line,
    )
