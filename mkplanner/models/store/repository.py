"""The only writer: one finished changeset with its rows in one transaction, or changesets of others taken in whole."""

from __future__ import annotations

import platform
import secrets
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, update

from mkplanner import __version__
from mkplanner.models.edit import Step
from mkplanner.models.history import overtaken
from mkplanner.models.session import StaleError
from mkplanner.models.store import tables
from mkplanner.models.store.additions import Additions, take_in
from mkplanner.models.store.bulk import without_collecting
from mkplanner.models.store.connection import FORMAT, Query, reading
from mkplanner.models.store.engine import engine_for, make_tables, query_of, writing
from mkplanner.models.store.log import Change, Changeset, Session, digest_of
from mkplanner.models.store.reading import (
    Position,
    read_heads,
    read_heads_seen,
    read_lamport_seen,
    read_last,
    read_meta,
    read_vector,
)
from mkplanner.models.store.recording import changes_of

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
            take_in(connection, changesets)
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

    @without_collecting()
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
            if not changes:
                return self._last_seq(query), position
            if kind in ("undo", "redo"):
                self._check_own(query, changes, again=kind == "redo")
            made = self._made(query, step.title, kind, undoes, position, changes)
            Additions(connection, [made], heads).write()
        return made.seq, Position(position.last + 1, made.lamport)

    def append_unseeing(self, step: Step, seen: Mapping[str, int]) -> int:
        """Keep an edit by somebody who knew no more than `seen`, as if it came from another computer; return its number.

        Whatever was written since to the same places stays beside it, for a person to choose. Raises as `append` does.
        """
        ids = {id_ for _, id_ in step.after}
        with self.writing() as connection:
            query = query_of(connection)
            changes = changes_of(step, read_heads_seen(query, ids, seen))
            if not changes:
                return self._last_seq(query)
            position = Position(0, read_lamport_seen(query, seen))
            made = self._made(query, step.title, "edit", None, position, changes)
            Additions(connection, [made], read_heads(query, ids)).write()
        return made.seq

    def _made(
        self, query: Query, title: str, kind: str, undoes: int | None, position: Position, changes: tuple[Change, ...]
    ) -> Changeset:
        target = None if undoes is None else f"{self.uid}/{undoes}"
        seq, lamport = self._last_seq(query) + 1, position.lamport + 1
        made = Changeset(self._session, seq, lamport, _now(), kind, _whole(title), target, changes)
        return made._replace(digest=digest_of(self._plan, made))

    @property
    def uid(self) -> str:
        """The name of this session, which no other has."""
        return self._session.uid

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
            take_in(connection, fresh)
        return len(fresh)


def _whole(text: str) -> str:
    """Return a text without half characters, such as the system gives for a name it cannot spell."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
