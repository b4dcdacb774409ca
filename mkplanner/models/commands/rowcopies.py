"""Rows as plain data that can leave the plan, and back as new rows: with structure, dates in words, owners and letters.

What is copied is what a person sees of a row; its history and progress updates stay with the row itself. Owners are matched
by name, so that copies find the posts of another plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import AT_END, place_after
from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.orderkeys import key_between, keys_after
from mkplanner.models.outline import kind_below
from mkplanner.models.plan import Dependency, Item, ItemKind, LinkType, Outcome, Place, Plan
from mkplanner.models.rasic.letters import Assignment, normalise
from mkplanner.models.rasic.owners import add_party
from mkplanner.models.status import Status
from mkplanner.models.timeframes.record import from_record, to_record
from mkplanner.models.wording import count
from mkplanner.records import frozen

Record = dict[str, Any]


def copied(plan: Plan, tops: Sequence[str]) -> Record:
    """Return rows with all below them as plain data; `tops` must not stand below one another."""
    rows: list[Record] = []
    for top in tops:
        _add(plan, plan.items[top], None, rows)
    places = {row["id"]: number for number, row in enumerate(rows)}
    links = [
        {"before": places[link.before], "after": places[link.after], "type": link.type, "lag": link.lag_days}
        for link in plan.links
        if link.before in places and link.after in places
    ]
    return {"plan": plan.info.id, "rows": rows, "links": links}


def _add(plan: Plan, item: Item, above: int | None, rows: list[Record]) -> None:
    place = len(rows)
    record = {
        "id": item.id,
        "above": above,
        "kind": item.kind.value,
        "ref": item.ref,
        "title": item.title,
        "by_when": to_record(item.by_when) if item.by_when else None,
        "original": to_record(item.original) if item.original else None,
        "reason": item.revised_reason,
        "status": item.status.value if item.status else None,
        "percent": item.percent,
        "tags": list(item.tags),
        "notes": item.notes,
        "cells": [_cell(plan, cell) for cell in plan.assignments_of.get(item.id, ())],
        "outcomes": [outcome.text for outcome in plan.outcomes_of.get(item.id, ())],
    }
    rows.append({key: value for key, value in record.items() if value not in (None, "", [])} | {"id": item.id})
    for child in plan.children.get(item.id, ()):
        _add(plan, child, place, rows)


def _cell(plan: Plan, cell: Assignment) -> Record:
    party = plan.parties[cell.party]
    record = {"name": party.name, "role": party.role, "letters": cell.letters, "part": cell.part}
    return record | {"qualifier": cell.qualifier, "order": cell.order}


@frozen(slots=False)
class PasteCopies:
    """Add copied rows below `parent` after the row `after`; a reference that the plan has already is left out."""

    record: Mapping[str, Any]
    parent: str | None = None
    after: str | None = AT_END
    verb: str = "Paste"
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say how many rows come: "Paste 4 rows"."""
        return f"{self.verb} {count(len(self.record.get('rows', ())), 'row')}"

    def apply(self, edit: Edit) -> str | None:
        """Add the rows and return the id of the first. Raises `RefusedError` for data that are no rows."""
        try:
            rows = [dict(row) for row in self.record["rows"]]
            ids = [new_id() for _ in rows]
            refs = {item.ref for item in edit.plan.items.values() if item.ref}
            places = _places(edit.plan, rows, ids, self.parent, self.after)
            parties: dict[str, str] = {}
            for row, id_, place in zip(rows, ids, places, strict=True):
                edit.put(replace(_item(edit, row, id_, place.parent, refs), place=place))
                _put_about(edit, row, id_, parties)
            _put_links(edit, self.record.get("links", ()), ids)
        except (KeyError, TypeError, ValueError, IndexError) as trouble:
            raise RefusedError(
                "What was copied cannot be read as rows.", "Copy it again; nothing was changed."
            ) from trouble
        return ids[0] if ids else None


def _places(
    plan: Plan, rows: Sequence[Mapping[str, Any]], ids: Sequence[str], parent: str | None, after: str | None
) -> list[Place]:
    """The place of each row: the topmost one after another, the others below theirs in their order."""
    children: dict[int | None, list[int]] = {}
    for number, row in enumerate(rows):
        above = row.get("above")
        children.setdefault(None if above is None else int(above), []).append(number)
    places = [Place()] * len(rows)
    first = place_after(plan, parent, after)
    later = [row.place.order for row in plan.children.get(parent, ()) if row.place.order > first.order]
    order = first.order
    for number in children.get(None, ()):
        places[number] = Place(parent, order)
        order = key_between(order, later[0] if later else "")
    for above, below in children.items():
        if above is not None:
            for number, key in zip(below, keys_after("", len(below)), strict=True):
                places[number] = Place(ids[above], key)
    return places


def _item(edit: Edit, row: Mapping[str, Any], id_: str, parent: str | None, refs: set[str]) -> Item:
    above = edit.item(parent) if parent else None
    ref = str(row.get("ref", ""))
    dates = {key: from_record(row[key]) if row.get(key) else None for key in ("by_when", "original")}
    return Item(
        id_,
        _kind(ItemKind(row["kind"]), above),
        ref="" if ref in refs else ref,
        title=str(row.get("title", "")),
        by_when=dates["by_when"],
        original=dates["original"],
        revised_reason=str(row.get("reason", "")),
        status=Status(row["status"]) if row.get("status") else None,
        percent=int(row["percent"]) if row.get("percent") is not None else None,
        tags=tuple(map(str, row.get("tags", ()))),
        notes=str(row.get("notes", "")),
    )


def _kind(kind: ItemKind, above: Item | None) -> ItemKind:
    """What a row becomes where it is put: themes stand at the top and below themes, other rows fit their level."""
    if kind is ItemKind.MILESTONE or (kind.is_heading and (above is None or above.kind.is_heading)):
        return kind
    return kind_below(above)


def _put_about(edit: Edit, row: Mapping[str, Any], id_: str, parties: dict[str, str]) -> None:
    """Letters and outcomes; `parties` remembers the ids of names that were looked up."""
    plan = edit.get_info().id
    for cell in row.get("cells", ()):
        name = str(cell["name"])
        party = parties.get(name)
        if party is None:
            party = parties[name] = add_party(edit, name, str(cell.get("role", ""))).id
        letters = normalise(str(cell.get("letters", "")))
        words = {name: str(cell.get(name, "")) for name in ("qualifier", "part", "order")}
        edit.put(Assignment(derived_id(plan, id_, party), id_, party, letters, **words))
    for number, text in enumerate(row.get("outcomes", ()), start=1):
        edit.put(Outcome(new_id(), str(text), (id_,), f"{number:04}"))


def _put_links(edit: Edit, links: Sequence[Mapping[str, Any]], ids: Sequence[str]) -> None:
    for link in links:
        before, after = ids[int(link["before"])], ids[int(link["after"])]
        edit.put(Dependency(new_id(), before, after, LinkType(link["type"]), int(link.get("lag", 0))))
