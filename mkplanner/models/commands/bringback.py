"""Brings a whole plan into another: into an empty one exactly as it was, else as more rows with new identities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.outline import outline
from mkplanner.models.people import Party
from mkplanner.models.plan import Place, Plan, PlanInfo
from mkplanner.models.rasic.owners import find_party
from mkplanner.models.setting import Setting

_OWN = frozenset({"id"})


def bring_back(edit: Edit, other: Plan, below: str | None = None) -> str | None:
    """Add every row of a plan, at the end or below a row, and return the id of the first.

    An empty plan becomes the other one, its identity apart. One that has rows keeps its own facts, its parties are matched
    by name, and what comes in gets new identities.
    """
    plan = edit.plan
    is_fresh = not plan.items and not plan.parties and below is None
    edit.put(_facts(plan.info, other.info, is_fresh=is_fresh))
    parties = _put_parties(edit, plan, other, is_fresh=is_fresh)
    entries = outline(other)
    items = {entry.item.id: entry.item.id if is_fresh else new_id() for entry in entries}
    places = _places(plan, other, items, below, is_fresh=is_fresh)
    for entry in entries:
        item = entry.item
        edit.put(replace(item, id=items[item.id], place=places[item.id]))
    _put_assignments(edit, plan.info.id, other, items, parties)
    _put_about(edit, plan, other, items, is_fresh=is_fresh)
    if is_fresh:
        for row in other.settings.values():
            edit.put(Setting(derived_id(plan.info.id, "setting", row.name), row.name, row.value))
        for baseline in other.baselines.values():
            edit.put(baseline)
    return items[entries[0].item.id] if entries else None


def _facts(info: PlanInfo, other: PlanInfo, *, is_fresh: bool) -> PlanInfo:
    """The plan's facts: the other's where the plan is new or has none of its own."""
    blank = PlanInfo(info.id)
    values: dict[str, Any] = {}
    for part in fields(PlanInfo):
        own, theirs = getattr(info, part.name), getattr(other, part.name)
        if part.name not in _OWN and own == getattr(blank, part.name):
            values[part.name] = theirs
    if not is_fresh:
        values = {name: value for name, value in values.items() if name in ("title", "subtitle", "council")}
        if info.start is None and info.end is None:
            values |= {"start": other.start, "end": other.end}
    return replace(info, **values)


def _put_parties(edit: Edit, plan: Plan, other: Plan, *, is_fresh: bool) -> Mapping[str, str]:
    """Add the parties that are new and return the id each has here."""
    found: dict[str, str] = {}
    new: list[Party] = []
    for party in other.ordered_parties:
        known = None if is_fresh else find_party(plan.parties.values(), party.full_name)
        found[party.id] = known.id if known else party.id if is_fresh else new_id()
        if known is None:
            new.append(party)
    last = plan.ordered_parties[-1].order if plan.parties else ""
    orders = [party.order for party in new] if is_fresh else keys_after(last, len(new))
    for party, order in zip(new, orders, strict=True):
        home = found.get(party.organisation) if party.organisation else None
        edit.put(replace(party, id=found[party.id], order=order, organisation=home))
    return found


def _places(
    plan: Plan, other: Plan, items: Mapping[str, str], below: str | None, *, is_fresh: bool
) -> dict[str, Place]:
    """Where each row comes to stand: as it did, the top rows behind those that are there."""
    found: dict[str, Place] = {}
    for parent, rows in other.children.items():
        siblings = plan.children.get(below, ()) if parent is None else ()
        last = siblings[-1].place.order if siblings else ""
        orders = [row.place.order for row in rows] if is_fresh or parent else keys_after(last, len(rows))
        home = below if parent is None else items.get(parent, below)
        for row, order in zip(rows, orders, strict=True):
            found[row.id] = Place(home, order)
    return found | {id_: Place(below, other.items[id_].place.order) for id_ in items if id_ not in found}


def _put_assignments(
    edit: Edit, plan_id: str, other: Plan, items: Mapping[str, str], parties: Mapping[str, str]
) -> None:
    for cell in other.assignments.values():
        if cell.item in items and cell.party in parties:
            item, party = items[cell.item], parties[cell.party]
            edit.put(replace(cell, id=derived_id(plan_id, item, party), item=item, party=party))


def _put_about(edit: Edit, plan: Plan, other: Plan, items: Mapping[str, str], *, is_fresh: bool) -> None:
    """Add what is said of rows: updates, outcomes and links."""
    for update in other.updates.values():
        if update.item in items:
            edit.put(replace(update, id=update.id if is_fresh else new_id(), item=items[update.item]))
    last = max((row.order for row in plan.outcomes.values()), default="")
    outcomes = sorted(other.outcomes.values(), key=lambda row: (row.order, row.id))
    orders = [row.order for row in outcomes] if is_fresh else keys_after(last, len(outcomes))
    for outcome, order in zip(outcomes, orders, strict=True):
        of = tuple(items[item] for item in outcome.items if item in items)
        edit.put(replace(outcome, id=outcome.id if is_fresh else new_id(), items=of, order=order))
    for link in other.links:
        before, after = items[link.before], items[link.after]
        id_ = derived_id(plan.info.id, "link", before, after, link.type)
        edit.put(replace(link, id=id_, before=before, after=after))
