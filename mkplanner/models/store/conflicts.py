"""Conflicts, straight from the log: places with several heads, rows deleted and written to, moves that make a loop.

Nothing is kept about conflicts; they follow from the log, so every copy that knows the same changes lists the same ones under
the same ids, in the same order. Fields that only a newer program knows are left for that program to list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from mkplanner.models.lookback.conflict import Conflict
from mkplanner.models.plan import Item, Plan
from mkplanner.models.store.connection import Query
from mkplanner.models.store.disputes import Log, cycle_conflict, delete_conflict, value_conflict
from mkplanner.models.store.log import Changeset, Head, Ref, heads_of, shown
from mkplanner.models.store.mapping import KIND_OF, KINDS
from mkplanner.models.store.reading import read_is_linear, read_log
from mkplanner.models.store.recording import is_disputed

_SEVERAL = "SELECT 1 FROM head GROUP BY entity, field HAVING count(*) > 1 LIMIT 1"
_MARKED = "SELECT DISTINCT h.entity FROM change c JOIN head h ON h.change = c.id WHERE c.tomb = 1"
_MOVED = """SELECT id FROM item WHERE place LIKE '%"parent":"%'"""
_CHOSEN = "SELECT 1 FROM supersedes GROUP BY change HAVING count(*) > 1 LIMIT 1"
_KEPT = (
    "SELECT 1 FROM supersedes s JOIN change d ON d.id = s.superseded JOIN change c ON c.id = s.change"
    " JOIN changeset g ON g.id = c.changeset WHERE d.tomb = 1 AND g.kind = 'edit' LIMIT 1"
)
_UNDONE = (
    "SELECT 1 FROM changeset g JOIN change c ON c.changeset = g.id JOIN head h ON h.change = c.id"
    " WHERE g.kind = 'undo' AND c.tomb = 0 LIMIT 1"
)


def read_conflicts(query: Query, plan: Plan) -> tuple[Conflict, ...]:
    """Return the conflicts of a database of our own, whose plan is shown as `plan`; quick where there is none."""
    return conflicts_of(read_log(query), plan) if _may_have_some(query, plan) else ()


def _may_have_some(query: Query, plan: Plan) -> bool:
    if read_is_linear(query):
        return False
    if query(_SEVERAL) or ((query(_CHOSEN) or query(_KEPT)) and query(_UNDONE)):
        return True  # Two heads; or something was chosen once, and something undone, which may have been the choice.
    in_sight = {id_ for row in KIND_OF for id_ in plan.rows(row)}
    at_top = {item.id for item in plan.items.values() if item.parent is None}
    return any(row[0] in in_sight for row in query(_MARKED)) or any(row[0] in at_top for row in query(_MOVED))


def conflicts_of(changesets: Sequence[Changeset], plan: Plan) -> tuple[Conflict, ...]:
    """Return the conflicts of a log that is shown as `plan`, in an order that is the same on every copy."""
    disputes = Disputes(changesets, plan)
    return tuple(
        sorted(disputes.find(), key=lambda conflict: (conflict.item, conflict.row, conflict.field, conflict.id))
    )


class Disputes:
    """The log, looked through for places where people did not know of each other."""

    def __init__(self, changesets: Sequence[Changeset], plan: Plan) -> None:
        self._plan = plan
        self._made = {each.key: each for each in changesets}
        self._undone = {each.key for each in changesets if each.kind == "undo"}
        self._newest = self._heads = heads_of(changesets)
        if self._undone:
            self._heads = {
                id_: {field: self._standing(heads) for field, heads in own.items()} for id_, own in self._newest.items()
            }

    def find(self) -> Iterator[Conflict]:
        """Yield every conflict."""
        log = Log(self._plan, self._made, self._heads, self._newest)
        for kind in KINDS.values():
            for id_, row in self._plan.rows(kind.row).items():
                own = self._heads.get(id_, {})
                if any(not head.stays for heads in own.values() for head in heads):
                    yield delete_conflict(log, kind, row)
                for field, heads in own.items():
                    if len(heads) > 1 and is_disputed(heads) and field in kind.codecs:
                        yield value_conflict(log, kind, row, field)
        for item in self._cut:
            yield cycle_conflict(log, self._loop(item))

    @cached_property
    def _parents(self) -> Mapping[str, str]:
        """The row that each moved row stands below by the log, whatever is shown."""
        kind = KINDS["item"]
        found = {}
        for id_ in self._plan.items:
            heads = self._newest.get(id_, {}).get("place")
            if heads:
                place = kind.loaded("place", shown(heads).value or "null")
                if place is not None and place.parent is not None:
                    found[id_] = place.parent
        return found

    @cached_property
    def _cut(self) -> Sequence[str]:
        """Rows that are shown at the top because their parents go round in a circle."""
        items: Mapping[str, Item] = self._plan.items
        return [id_ for id_, parent in self._parents.items() if items[id_].parent is None and parent in items]

    def _loop(self, start: str) -> list[str]:
        loop = [start]
        while (parent := self._parents[loop[-1]]) != start:
            loop.append(parent)
        return loop

    def _standing(self, heads: Sequence[Head]) -> list[Head]:
        """Return the heads that people have to choose between: an undone choice stands for what it had chosen between."""
        if all(head[2:4] not in self._undone for head in heads):
            return list(heads)
        found: list[Head] = []
        met: set[Ref] = set()
        waiting = list(heads)
        while waiting:
            head = waiting.pop()
            if head.ref in met:
                continue
            met.add(head.ref)
            before = self._taken_back(head)
            waiting.extend(before)
            if not before:
                found.append(head)
        return sorted(found, reverse=True)

    def _taken_back(self, head: Head) -> list[Head]:
        """Return what stood before the change that this head took back, or nothing if it did no such thing."""
        made = self._made[head.ref[:2]]
        change = made.changes[head.n - 1]
        if made.kind != "undo" or not head.stays or len(change.supersedes) != 1:
            return []
        (undone,) = change.supersedes
        if made.undoes != f"{undone[0]}/{undone[1]}":
            return []
        before = [self._head(ref) for ref in self._made[undone[:2]].changes[undone[2] - 1].supersedes]
        return before if before and shown(before).value == head.value else []

    def _head(self, ref: Ref) -> Head:
        made = self._made[ref[:2]]
        change = made.changes[ref[2] - 1]
        return Head(not change.tomb, made.lamport, *ref, change.old, change.new, change.kind)
