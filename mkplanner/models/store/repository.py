"""The only writer: one finished changeset with its rows in one transaction, or changesets of others taken in whole."""

from __future__ import annotations

import platform
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from mkplanner import __version__
from mkplanner.models.edit import Step
from mkplanner.models.history import overtaken
from mkplanner.models.session import StaleError
from mkplanner.models.store import tables
from mkplanner.models.store.connection import FORMAT, Query, reading
from mkplanner.models.store.engine import engine_for, make_tables, query_of, writing
from mkplanner.models.store.log import Change, Changeset, Folded, Head, Ref, Session, digest_of, fold_row, heads_of
from mkplanner.models.store.mapping import KINDS
from mkplanner.models.store.reading import Position, read_heads, read_last, read_meta, read_vector
from mkplanner.models.store.recording import changes_of

_REFS = "SELECT s.uid, g.seq, c.n, c.id FROM change c JOIN changeset g ON g.id = c.changeset JOIN session s ON s.no = g.session"
_TOUCHED = (
    "SELECT DISTINCT c.entity FROM change c JOIN changeset g ON g.id = c.changeset JOIN session s ON s.no = g.session"
    " WHERE s.uid = ? AND g.seq = ?"
)
_WRITER = (
    "SELECT s.author FROM change c JOIN changeset g ON g.id = c.changeset JOIN session s ON s.no = g.session"
    " WHERE c.entity = ? AND (? IS NULL OR c.field = ?) AND s.uid <> ? ORDER BY g.lamport DESC, s.uid DESC LIMIT 1"
)
NUMBERS = ("format", "min_reader", "min_writer")
"""The format numbers in `meta`; of two copies' numbers the greater holds."""


def create(path: Path, meta: Mapping[str, str], changesets: Sequence[Changeset]) -> None:
    """Make a database of ours from a log that has been checked; `path` must not exist. Durable when it returns."""
    make_tables(path)
    writer = Writer(path, meta["plan"], "")
    try:
        with writer.writing() as connection:
            numbers = {name: str(max(FORMAT, int(meta.get(name, FORMAT)))) for name in NUMBERS}
            rows = [{"key": key, "value": value} for key, value in {"plan": meta["plan"], **numbers}.items()]
            connection.execute(insert(tables.meta), rows)
            connection.exec_driver_sql(f"PRAGMA user_version = {numbers['format']}")
            _take_in(connection, changesets)
    finally:
        writer.close()


class Writer:
    """Writes to one working copy; its session begins with the first edit and ends with `close`.

    Safe to use from two threads at once: each transaction has a connection of its own, and SQLite lines them up.
    """

    def __init__(self, path: Path, plan: str, author: str) -> None:
        self.path = path
        self._plan = plan
        self._engine = engine_for(path)
        self._session = Session(
            secrets.token_hex(8), _whole(author), _whole(platform.node()), f"MK Planner {__version__}"
        )

    def writing(self) -> AbstractContextManager[Connection]:
        """Open the one kind of transaction there is; see `engine.writing`."""
        return writing(self._engine, self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def append(self, step: Step, kind: str, undoes: int | None, position: Position) -> tuple[int, Position]:
        """Keep one step and return its number in this session and how far the log has got.

        Raises `StaleError` where the log is not at `position`, `RefusedError` for what cannot be kept, `PlannerError` where
        the file cannot be written; nothing is kept then.
        """
        with self.writing() as connection:
            query = query_of(connection)
            if read_last(query) != position.last:
                raise StaleError
            if undoes is not None:
                step = self._without_untouched(query, step, undoes)
            heads = read_heads(query, {id_ for _, id_ in step.after})
            changes = changes_of(step, heads)
            last = self._last_seq(query)
            if not changes:
                return last, position
            if kind in ("undo", "redo"):
                self._check_own(query, changes, again=kind == "redo")
            seq = last + 1
            target = None if undoes is None else f"{self._session.uid}/{undoes}"
            made = Changeset(
                self._session, seq, position.lamport + 1, _now(), kind, _whole(step.title), target, changes
            )
            _Additions(connection, [made._replace(digest=digest_of(self._plan, made))], heads).write()
        return seq, Position(position.last + 1, position.lamport + 1)

    def _last_seq(self, query: Query) -> int:
        """Ask the file, not our memory: a commit may have reached the disk and failed to say so."""
        found = query(
            "SELECT max(c.seq) FROM changeset c JOIN session s ON s.no = c.session WHERE s.uid = ?",
            (self._session.uid,),
        )
        return int(found[0][0] or 0)

    def _without_untouched(self, query: Query, step: Step, undoes: int) -> Step:
        """Leave out rows that would come back although the change taken back never marked them.

        They had been deleted before, were in sight for the sake of what belongs to them, and are again.
        """
        back = {key for key, row in step.before.items() if row is None}
        if not back:
            return step
        touched = {row[0] for row in query(_TOUCHED, (self._session.uid, undoes))}
        untouched = {key for key in back if key[1] not in touched}
        return replace(step, after={key: row for key, row in step.after.items() if key not in untouched})

    def _check_own(self, query: Query, changes: Sequence[Change], *, again: bool) -> None:
        """Refuse to undo or redo over what another session wrote, also where a value of ours is the one that is shown."""
        others = {ref[0] for change in changes for ref in change.supersedes} - {self._session.uid}
        if others:
            found = query("SELECT author FROM session WHERE uid = ?", (min(others),))
            raise overtaken(self._named(found), again=again)

    def last_writer(self, row: str, field: str | None) -> str:
        """Return who, other than this session, wrote last to a field (None: any) of a row; see `session.Journal`."""
        with reading(self.path) as query:
            return self._named(query(_WRITER, (row, field, field, self._session.uid)))

    def _named(self, authors: Sequence[Sequence[str]]) -> str:
        """The same person at another window or computer is named as such."""
        name = authors[0][0] if authors else ""
        return f"{name}, elsewhere," if name and name == self._session.author else name

    def adopt(self, changesets: Sequence[Changeset], meta: Mapping[str, str]) -> int:
        """Take in changesets of others, already checked; all that this copy lacks or none. Return how many those were."""
        with self.writing() as connection:
            held = read_vector(query_of(connection))  # Another process may have taken some in since they were read.
            fresh = [each for each in changesets if each.seq > held.get(each.session.uid, 0)]
            known = read_meta(query_of(connection))
            for name in NUMBERS:
                if int(meta.get(name, 0)) > int(known[name]):
                    connection.execute(
                        update(tables.meta).where(tables.meta.c.key == name).values(value=str(int(meta[name])))
                    )
                    if name == "format":
                        connection.exec_driver_sql(f"PRAGMA user_version = {int(meta[name])}")
            _take_in(connection, fresh)
        return len(fresh)


def _whole(text: str) -> str:
    """Return a text without half characters, such as the system gives for a name it cannot spell."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _take_in(connection: Connection, changesets: Sequence[Changeset]) -> None:
    query = query_of(connection)
    touched = {change.entity for each in changesets for change in each.changes}
    _Additions(connection, changesets, read_heads(query, touched)).write()


class _Additions:
    """Changesets on their way into the tables, in an order in which nothing comes before what it builds on."""

    def __init__(
        self, connection: Connection, changesets: Sequence[Changeset], heads: Mapping[str, Mapping[str, Sequence[Head]]]
    ) -> None:
        self._connection = connection
        self._query = query_of(connection)
        self._changesets = sorted(changesets, key=lambda each: each.place)
        self._heads = heads
        self._rows: dict[Ref, int] = {}

    def write(self) -> None:
        self._number()
        self._write_sessions()
        self._write_changes()
        self._write_state()

    def _number(self) -> None:
        """Give each new change its row number; add those of the older changes that are built on."""
        number = self._newest("change")
        for each in self._changesets:
            for change in each.changes:
                number += 1
                self._rows[*each.key, change.n] = number
        self._rows.update(
            (head.ref, head.row) for own in self._heads.values() for part in own.values() for head in part
        )
        wanted = {ref for each in self._changesets for change in each.changes for ref in change.supersedes}
        if not wanted <= self._rows.keys():
            self._rows.update(((uid, seq, n), row) for uid, seq, n, row in self._query(_REFS))

    def _newest(self, table: str) -> int:
        column = "no" if table == "session" else "id"
        return int(self._query(f'SELECT max({column}) FROM "{table}"')[0][0] or 0)  # noqa: S608  (our own names)

    def _write_sessions(self) -> None:
        known = {row[0]: row[1] for row in self._query("SELECT uid, no FROM session")}
        new = {each.session.uid: each.session for each in self._changesets if each.session.uid not in known}
        known.update((uid, number) for number, uid in enumerate(new, start=self._newest("session") + 1))
        self._insert(tables.session, [{"no": known[uid], **each._asdict()} for uid, each in new.items()])
        first = self._newest("changeset") + 1
        self._numbers = {each.key: number for number, each in enumerate(self._changesets, start=first)}
        rows = []
        for each in self._changesets:
            row = each._asdict() | {"id": self._numbers[each.key], "session": known[each.session.uid]}
            del row["changes"]
            rows.append(row)
        self._insert(tables.changeset, rows)

    def _write_changes(self) -> None:
        rows: list[dict[str, Any]] = []
        causes: list[dict[str, Any]] = []
        for each in self._changesets:
            for change in each.changes:
                number = self._rows[*each.key, change.n]
                row = change._asdict() | {"id": number, "changeset": self._numbers[each.key]}
                del row["supersedes"]
                rows.append(row)
                causes.extend({"change": number, "superseded": self._rows[ref]} for ref in change.supersedes)
        self._insert(tables.change, rows)
        self._insert(tables.supersedes, causes)

    def _write_state(self) -> None:
        """Work out the heads of every touched row anew, and from them the row."""
        new = heads_of(self._changesets, self._rows)
        gone = {ref for each in self._changesets for change in each.changes for ref in change.supersedes}
        self._insert(tables.head, list(_head_rows(new)))
        old = [head for own in self._heads.values() for part in own.values() for head in part]
        self._delete(tables.head, "change", [head.row for head in old if head.ref in gone])
        folded = {entity: fold_row(_joined(self._heads.get(entity, {}), own, gone)) for entity, own in new.items()}
        for name, table in tables.STATE.items():
            self._replace(name, table, {id_: row for id_, row in folded.items() if row.kind == name})

    def _replace(self, name: str, table: Table, rows: Mapping[str, Folded]) -> None:
        self._delete(table, "id", [id_ for id_ in rows if id_ in self._heads])
        kind = KINDS[name]
        values = (kind.to_columns(id_, row.texts, alive=row.alive) for id_, row in rows.items())
        self._insert(table, [dict(zip(kind.columns, each, strict=True)) for each in values])

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _delete(self, table: Table, column: str, values: Iterable[Any]) -> None:
        wanted = [{"wanted": value} for value in values]
        if wanted:
            self._connection.execute(delete(table).where(table.c[column] == bindparam("wanted")), wanted)


def _head_rows(heads: Mapping[str, Mapping[str, Sequence[Head]]]) -> Iterable[dict[str, Any]]:
    for entity, own in heads.items():
        for field, part in own.items():
            yield from ({"change": head.row, "entity": entity, "field": field} for head in part)


def _joined(
    old: Mapping[str, Sequence[Head]], new: Mapping[str, Sequence[Head]], gone: set[Ref]
) -> dict[str, list[Head]]:
    fields = [*old, *(field for field in new if field not in old)]
    joined = {
        field: [*(head for head in old.get(field, ()) if head.ref not in gone), *new.get(field, ())] for field in fields
    }
    return {field: part for field, part in joined.items() if part}
