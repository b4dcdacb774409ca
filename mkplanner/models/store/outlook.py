"""From the rows of a file to the plan that is shown: what merging can leave behind is put right for the eye, not in the file.

Two people who each move a row below the other's make a loop; the later move is shown at the top. Somebody deletes a heading
while somebody else writes below it; the heading stays in sight, and so does a row with news about it, and a party with
letters. The log keeps what both wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Shown:
    """A plan as it is shown; `put_right` says that it is not just its live rows where they stand.

    Then an edit of one row can bring others into sight or out of it, and whoever shows the plan has to work it out again.
    """

    plan: Plan
    put_right: bool


def plan_of(plan: str, rows: Mapping[str, Iterable[Row]], archive: Archive) -> Shown:
    """Return the plan with this id from the live rows of each kind, by its name in the file. Raises ValueError."""
    info: Any = next((row for row in rows["plan"] if row.id == plan), None)
    if info is None:
        raise ValueError("the plan's own row is missing")
    tables: dict[str, Any] = {
        TABLES[row]: {each.id: each for each in rows[kind.name]} for row, kind in KIND_OF.items() if row in TABLES
    }
    put_right = [mend(tables, archive) for mend in (_keep_named, _keep_parents, _cut_loops)]
    return Shown(Plan(info, **tables), any(put_right))


def _keep_named(tables: dict[str, Any], archive: Archive) -> bool:
    """Keep deleted rows and parties in sight while letters, progress updates or outcomes speak of them."""
    cells, updates, outcomes = (tables[name].values() for name in ("assignments", "updates", "outcomes"))
    items = {row.item for rows in (cells, updates) for row in rows} | {id_ for row in outcomes for id_ in row.items}
    found = False
    for kind, name, ids in (("item", "items", items), ("party", "parties", {cell.party for cell in cells})):
        missing = ids - tables[name].keys()
        if missing:
            kept = {row.id: row for row in archive.deleted(kind, missing)}
            tables[name].update(kept)
            found = found or bool(kept)
    return found


def _keep_parents(tables: dict[str, Any], archive: Archive) -> bool:
    items, any_found = tables["items"], False
    while True:
        missing = {item.place.parent for item in items.values()} - items.keys() - {None}
        found = {row.id: row for row in archive.deleted("item", missing)} if missing else {}
        if not found:
            return any_found
        items.update(found)
        any_found = True


def _cut_loops(tables: dict[str, Any], archive: Archive) -> bool:
    items, cut = tables["items"], False
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
            cut = True
        safe.update(path)
    return cut
