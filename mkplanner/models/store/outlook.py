"""From the rows of a file to the plan that is shown: what merging can leave behind is put right for the eye, not in the file.

Two people who each move a row below the other's make a loop; the later move is shown at the top. Somebody deletes a heading
while somebody else writes below it; the heading stays in sight, and so does a row with news about it, and a party with
letters. The log keeps what both wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import Any, Protocol

from mkplanner.models.plan import TABLES, Item, Place, Plan, PlanInfo, Row
from mkplanner.models.store.mapping import KIND_OF
from mkplanner.records import frozen

_ID, _ITEM, _ITEMS, _PARTY, _PARENT = map(attrgetter, ("id", "item", "items", "party", "place.parent"))
"""Read by the thousand, which a loop in Python takes several times as long for."""


class Archive(Protocol):
    """What is asked of the file in the two rare cases: rows that were deleted, and which of several moves came last."""

    def deleted(self, kind: str, ids: Collection[str]) -> Iterable[Row]:
        """Return those of these rows, of the kind with this name in the file, that once were in the plan."""
        ...

    def last_moved(self, ids: Collection[str]) -> str:
        """Return the row whose place was written last, by the same rule on every computer."""
        ...


@frozen
class Shown:
    """A plan as it is shown; `put_right` says that it is not just its live rows where they stand.

    Then an edit of one row can bring others into sight or out of it, and whoever shows the plan has to work it out again.
    """

    plan: Plan
    put_right: bool


def plan_of(plan: str, rows: Mapping[str, Collection[Row]], archive: Archive) -> Shown:
    """Return the plan with this id from the live rows of each kind, by its name in the file. Raises ValueError."""
    info, tables = _parts_of(plan, rows)
    put_right = [mend(tables, archive) for mend in (_keep_named, _keep_parents, _cut_loops)]
    return Shown(Plan(info, **tables), any(put_right))


def plan_as_it_is(plan: str, rows: Mapping[str, Collection[Row]]) -> Shown:
    """Return the same where it is known that nothing has to be put right."""
    info, tables = _parts_of(plan, rows)
    return Shown(Plan(info, **tables), put_right=False)


def _parts_of(plan: str, rows: Mapping[str, Collection[Row]]) -> tuple[PlanInfo, dict[str, Any]]:
    info: Any = next((row for row in rows["plan"] if row.id == plan), None)
    if info is None:
        raise ValueError("the plan's own row is missing")
    tables: dict[str, Any] = {
        TABLES[row]: dict(zip(map(_ID, rows[kind.name]), rows[kind.name], strict=True))
        for row, kind in KIND_OF.items()
        if row in TABLES
    }
    return info, tables


def _keep_named(tables: dict[str, Any], archive: Archive) -> bool:
    """Keep deleted rows and parties in sight while letters, progress updates or outcomes speak of them."""
    cells, updates, outcomes = (tables[name].values() for name in ("assignments", "updates", "outcomes"))
    items = {*map(_ITEM, cells), *map(_ITEM, updates), *chain.from_iterable(map(_ITEMS, outcomes))}
    found = False
    for kind, name, ids in (("item", "items", items), ("party", "parties", set(map(_PARTY, cells)))):
        missing = ids.difference(tables[name])
        if missing:
            kept = {row.id: row for row in archive.deleted(kind, missing)}
            tables[name].update(kept)
            found = found or bool(kept)
    return found


def _keep_parents(tables: dict[str, Any], archive: Archive) -> bool:
    items, any_found = tables["items"], False
    while True:
        missing = set(map(_PARENT, items.values())).difference(items, (None,))
        found = {row.id: row for row in archive.deleted("item", missing)} if missing else {}
        if not found:
            return any_found
        items.update(found)
        any_found = True


def _cut_loops(tables: dict[str, Any], archive: Archive) -> bool:
    """Move a row of each loop to the top."""
    items, cut = tables["items"], False
    above, safe = _bearing(items), set[str]()
    for start in sorted(above):
        path: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in above and here not in safe and here not in path:
            path[here] = None
            here = above[here]
        if here in path:
            names = list(path)
            last = archive.last_moved(names[names.index(here) :])
            items[last] = replace(items[last], place=Place(None, items[last].place.order))
            cut = True
        safe.update(path)
    return cut


def _bearing(items: Mapping[str, Item]) -> Mapping[str, str | None]:
    """Return all rows that can be in a loop, each with the one it stands under.

    Whatever is in a loop has something in it below itself; so those with nothing below go, a few times over.
    """
    above = {id_: items[id_].parent for id_ in set(map(_PARENT, items.values())) if id_ in items}
    for _ in range(_LEVELS):
        above = {id_: above[id_] for id_ in above.keys() & set(above.values())}
    return above


_LEVELS = 6
"""As deep as plans are. In a deeper one a few rows more are looked at, which only takes longer."""
