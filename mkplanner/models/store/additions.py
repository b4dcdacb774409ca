"""Changesets on their way into the tables of a working copy, their rows and newest changes with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from mkplanner.models.store import tables
from mkplanner.models.store.engine import alteration, deletion, insertion, query_of, write_all
from mkplanner.models.store.log import Changeset, Folded, Head, Ref, fold_row, heads_of
from mkplanner.models.store.mapping import KINDS
from mkplanner.models.store.reading import read_heads

_REFS = "SELECT s.uid, g.seq, c.n, c.id FROM change c JOIN changeset g ON g.id = c.changeset JOIN session s ON s.no = g.session"
_NEWEST = "SELECT (SELECT max(id) FROM change), (SELECT max(id) FROM changeset), (SELECT max(no) FROM session)"

AllHeads = Mapping[str, Mapping[str, Sequence[Head]]]


def take_in(connection: Connection, changesets: Sequence[Changeset]) -> None:
    """Write changesets of others, already checked and none of them here yet."""
    touched = {change.entity for each in changesets for change in each.changes}
    Additions(connection, changesets, read_heads(query_of(connection), touched)).write()


class Additions:
    """Changesets in an order in which nothing comes before what it builds on; `heads` are those of every row they touch."""

    def __init__(self, connection: Connection, changesets: Sequence[Changeset], heads: AllHeads) -> None:
        self._connection = connection
        self._query = query_of(connection)
        self._changesets = sorted(changesets, key=lambda each: each.place)
        self._heads = heads
        self._rows: dict[Ref, int] = {}
        self._numbers: dict[tuple[str, int], int] = {}

    def write(self) -> None:
        """Write the log first, then what it comes to."""
        change, changeset, session = (int(number or 0) for number in self._query(_NEWEST)[0])
        self._number(change)
        self._write_sessions(session, changeset)
        self._write_changes()
        self._write_state()

    def _number(self, number: int) -> None:
        """Give each new change its row number, the first after `number`; add those of the older changes built on."""
        for each in self._changesets:
            uid, seq = each.key
            for change in each.changes:
                number += 1
                self._rows[uid, seq, change.n] = number
        self._rows.update(
            (head.ref, head.row) for own in self._heads.values() for part in own.values() for head in part
        )
        wanted = {ref for each in self._changesets for change in each.changes for ref in change.supersedes}
        if not wanted <= self._rows.keys():
            self._rows.update(((uid, seq, n), row) for uid, seq, n, row in self._query(_REFS))

    def _write_sessions(self, newest: int, changeset: int) -> None:
        known = {row[0]: row[1] for row in self._query("SELECT uid, no FROM session")}
        new = {each.session.uid: each.session for each in self._changesets if each.session.uid not in known}
        known.update((uid, number) for number, uid in enumerate(new, start=newest + 1))
        self._insert(tables.session, [(known[uid], *each) for uid, each in new.items()])
        self._numbers = {each.key: number for number, each in enumerate(self._changesets, start=changeset + 1)}
        rows = [
            (self._numbers[each.key], known[each.session.uid], *each[1:-2], each.digest) for each in self._changesets
        ]
        self._insert(tables.changeset, rows)

    def _write_changes(self) -> None:
        rows: list[tuple[Any, ...]] = []
        causes: list[tuple[int, int]] = []
        for each in self._changesets:
            changeset = self._numbers[each.key]
            uid, seq = each.key
            for change in each.changes:
                number = self._rows[uid, seq, change.n]
                rows.append((number, changeset, *change[:-1]))
                causes.extend((number, self._rows[ref]) for ref in change.supersedes)
        self._insert(tables.change, rows)
        self._insert(tables.supersedes, causes)

    def _write_state(self) -> None:
        """Work out the heads of every touched row anew, and from them the row."""
        new = heads_of(self._changesets, self._rows)
        gone = {ref for each in self._changesets for change in each.changes for ref in change.supersedes}
        old = [head for own in self._heads.values() for part in own.values() for head in part]
        self._delete(tables.head, "change", [head.row for head in old if head.ref in gone])
        self._insert(tables.head, list(_head_rows(new)))
        folded = {entity: fold_row(_joined(self._heads.get(entity, {}), own, gone)) for entity, own in new.items()}
        for name, table in tables.STATE.items():
            self._replace(name, table, {id_: row for id_, row in folded.items() if row.kind == name})

    def _replace(self, name: str, table: Table, rows: Mapping[str, Folded]) -> None:
        kind = KINDS[name]
        columns = {id_: kind.to_columns(id_, row.texts, alive=row.alive) for id_, row in rows.items()}
        old = [each for id_, each in columns.items() if id_ in self._heads]
        if old:  # Written over in place, which touches fewer pages of the file than taking away and adding.
            write_all(self._connection, alteration(table), [(*each[1:], each[0]) for each in old])
        self._insert(table, [each for id_, each in columns.items() if id_ not in self._heads])

    def _insert(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            write_all(self._connection, insertion(table), rows)

    def _delete(self, table: Table, column: str, values: Sequence[Any]) -> None:
        if values:
            write_all(self._connection, deletion(table, column), [(value,) for value in values])


def _head_rows(heads: AllHeads) -> Iterable[tuple[int, str, str]]:
    for entity, own in heads.items():
        for field, part in own.items():
            yield from ((head.row, entity, field) for head in part)


def _joined(
    old: Mapping[str, Sequence[Head]], new: Mapping[str, Sequence[Head]], gone: set[Ref]
) -> dict[str, list[Head]]:
    joined = {field: [head for head in part if head.ref not in gone] for field, part in old.items()}
    for field, part in new.items():
        joined.setdefault(field, []).extend(part)
    return {field: part for field, part in joined.items() if part}
