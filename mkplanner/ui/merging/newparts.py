"""What others have changed about each row, by the parts in which Details shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from mkplanner.models.plan import Item, Outcome, Plan, Update
from mkplanner.models.rasic.letters import Assignment

_OF_FIELD = {
    "title": "title",
    "status": "status",
    "kind": "kind",
    "by_when": "date",
    "original": "date",
    "revised_reason": "date",
    "notes": "notes",
    "ref": "more",
    "percent": "more",
    "tags": "more",
}
_OF_KIND: Mapping[type[Any], str] = {Assignment: "who", Update: "updates", Outcome: "outcomes"}


def changed_parts(before: Plan, after: Plan) -> dict[str, frozenset[str]]:
    """Return the rows that are not what they were, or have other letters, updates or outcomes, each with its parts.

    A row that only stands elsewhere, or is new, has no part of its own.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for id_, old, new in _differing(before, after, Item):
        if new is not None:
            found[id_] |= _parts(old, new) if old is not None else set()
    for kind, part in _OF_KIND.items():
        for _, old, new in _differing(before, after, kind):
            for item in {*_rows_of(old), *_rows_of(new)}:
                found[item].add(part)
    return {id_: frozenset(parts) for id_, parts in found.items() if id_ in after.items}


def _differing(before: Plan, after: Plan, kind: type[Any]) -> Iterator[tuple[str, Any, Any]]:
    old, new = before.rows(kind), after.rows(kind)
    for id_ in old.keys() | new.keys():
        if old.get(id_) != new.get(id_):
            yield id_, old.get(id_), new.get(id_)


def _parts(old: Item, new: Item) -> set[str]:
    return {part for field, part in _OF_FIELD.items() if getattr(old, field) != getattr(new, field)}


def _rows_of(row: Any) -> tuple[str, ...]:
    if row is None:
        return ()
    return tuple(row.items) if isinstance(row, Outcome) else (row.item,)
