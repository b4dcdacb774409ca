"""From the rows of a file to the plan that is shown: what merging can leave behind is put right for the eye, not in the file.

Two people who each move a row below the other's make a loop; the later move is shown at the top. Somebody deletes a heading
while somebody else writes below it; the heading stays in sight. The log keeps what both wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from mkplanner.models.plan import TABLES, Item, Place, Plan, Row
from mkplanner.models.store.mapping import KIND_OF


class Archive(Protocol):
    """What is asked of the file in the two rare cases: rows that were deleted, and which of several moves came last."""

    def deleted_items(self, ids: Collection[str]) -> Iterable[Item]:
        """Return those of these rows that once were in the plan."""
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
    _keep_parents(tables["items"], archive)
    _cut_loops(tables["items"], archive)
    return Plan(info, **tables)


def _keep_parents(items: dict[str, Item], archive: Archive) -> None:
    while True:
        missing = {item.parent for item in items.values() if item.parent is not None} - items.keys()
        found = {item.id: item for item in archive.deleted_items(missing)} if missing else {}
        if not found:
            return
        items.update(found)


def _cut_loops(items: dict[str, Item], archive: Archive) -> None:
    safe: set[str] = set()
    for start in sorted(items):
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
