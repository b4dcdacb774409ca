"""From the rows of a file to the plan that is shown: what merging can leave behind is put right for the eye, not in the file.

Two people who each move a row below the other's make a loop; the later move is shown at the top. Somebody deletes a heading
while somebody else writes below it; the heading stays in sight, and so does a row with news about it, and a party with
letters. The log keeps what both wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from mkplanner.models.plan import TABLES, Place, Plan, Row
from mkplanner.models.store.mapping import KIND_OF


class Archive(Protocol):
    """What is asked of the file in the two rare cases: rows that were deleted, and which of several moves came last."""

    def deleted(self, kind: str, ids: Collection[str]) -> Iterable[Row]:
        """Return those of these rows, of the kind with this name in the file, that once were in the plan."""
        ...

    def last_moved(self, ids: Collection[str]) -> str:
        """Return the row whose place was written last, by the same rule on every computer."""
        ...


def plan_of(plan: str, rows: Mapping[str, Iterable[Row]], archive: Archive) -> Plan:
    """Return the plan with this id from the live rows of each kind, by its name in the file. Raises ValueError."""
    info: Any = next((row for row in rows["plan"] if row.id == plan), None)
    if info is None:
        raise ValueError("the plan's own row is missing")
    tables: dict[str, Any] = {
        TABLES[row]: {each.id: each for each in rows[kind.name]} for row, kind in KIND_OF.items() if row in TABLES
    }
    _keep_named(tables, archive)
    _keep_parents(tables["items"], archive)
    _cut_loops(tables["items"], archive)
    return Plan(info, **tables)


def _keep_named(tables: dict[str, Any], archive: Archive) -> None:
    """Keep deleted rows and parties in sight while letters, progress updates or outcomes speak of them."""
    cells, updates, outcomes = (tables[name].values() for name in ("assignments", "updates", "outcomes"))
    items = {row.item for rows in (cells, updates) for row in rows} | {id_ for row in outcomes for id_ in row.items}
    for kind, name, ids in (("item", "items", items), ("party", "parties", {cell.party for cell in cells})):
        missing = ids - tables[name].keys()
        if missing:
            tables[name].update((row.id, row) for row in archive.deleted(kind, missing))


def _keep_parents(items: dict[str, Any], archive: Archive) -> None:
    while True:
        missing = {item.place.parent for item in items.values()} - items.keys() - {None}
        found = {row.id: row for row in archive.deleted("item", missing)} if missing else {}
        if not found:
            return
        items.update(found)


def _cut_loops(items: dict[str, Any], archive: Archive) -> None:
    safe = {id_ for id_, item in items.items() if item.place.parent not in items}
    for start in sorted(items.keys() - safe):
        path: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in items and here not in safe and here not in path:
            path[here] = None
            here = items[here].parent
        if here in path:
            names = list(path)
            last = archive.last_moved(names[names.index(here) :])
            items[last] = replace(items[last], place=Place(None, items[last].place.order))
        safe.update(path)
