"""Reading a plan and its log with plain SQL, the same text through the standard library and through SQLAlchemy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from mkplanner.errors import DamagedPlanError
from mkplanner.models.plan import Plan, Row
from mkplanner.models.store.bulk import leave_out_of_searches, without_collecting
from mkplanner.models.store.connection import Query
from mkplanner.models.store.log import Change, Changeset, Head, Ref, Session, shown
from mkplanner.models.store.mapping import ALIVE, KINDS, KindMap
from mkplanner.models.store.outlook import Shown, plan_of

CHUNK = 500
"""How many ids are asked for at once; older builds of SQLite take no more than 999 parameters."""

_LAST = "SELECT max(id) FROM changeset"
_LAMPORT = "SELECT max(lamport) FROM changeset"
_VECTOR = "SELECT s.uid, max(c.seq) FROM changeset c JOIN session s ON s.no = c.session GROUP BY s.uid"
_LINE = "SELECT count(*), max(lamport), count(DISTINCT lamport) FROM changeset"
_LAMPORTS = "SELECT s.uid, c.seq, c.lamport FROM changeset c JOIN session s ON s.no = c.session"
_META = "SELECT key, value FROM meta"
_COLUMNS = "SELECT m.name, p.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
_PARTS = "c.entity, c.field, c.tomb, g.lamport, s.uid, g.seq, c.n, c.old, c.new, c.kind, c.id"
_NAMES = "JOIN changeset g ON g.id = c.changeset JOIN session s ON s.no = g.session"
_HEADS = f"SELECT {_PARTS} FROM head h JOIN change c ON c.id = h.change {_NAMES}"  # noqa: S608  (our own names, as below)
_CHANGES = f"SELECT {_PARTS} FROM change c {_NAMES}"  # noqa: S608
_REPLACED = f"SELECT r.superseded, s.uid, g.seq FROM supersedes r JOIN change c ON c.id = r.change {_NAMES}"  # noqa: S608


class Position(NamedTuple):
    """How far a working copy had got when it was read: its newest changeset and the largest lamport number."""

    last: int
    lamport: int


def read_position(query: Query) -> Position:
    """Return how far the log has got."""
    return Position(read_last(query), query(_LAMPORT)[0][0] or 0)


def read_last(query: Query) -> int:
    """Return the newest changeset's number in this copy; at once, however long the log is."""
    return int(query(_LAST)[0][0] or 0)


def read_vector(query: Query) -> dict[str, int]:
    """Return the newest change number of every session: what this copy knows."""
    return dict(_pairs(query(_VECTOR)))


def read_is_linear(query: Query) -> bool:
    """Whether everybody who wrote had seen all that was written before, so that no two can have written past each other.

    Each lamport number is one more than the largest its writer had seen; where none comes twice and none is left out, each
    changeset knew the one before it, and so all of them.
    """
    count, largest, different = query(_LINE)[0]
    return bool(count == (largest or 0) == different)


def read_lamport_seen(query: Query, seen: Mapping[str, int]) -> int:
    """Return the largest lamport number that somebody who knew no more than `seen` had seen."""
    return max((row[2] for row in query(_LAMPORTS) if row[1] <= seen.get(row[0], 0)), default=0)


def read_meta(query: Query) -> dict[str, str]:
    """Return the file's own remarks: plan, format, min_reader and min_writer."""
    return dict(_pairs(query(_META)))


def _pairs(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[str, Any]]:
    return ((row[0], row[1]) for row in rows)


def has_our_tables(query: Query) -> bool:
    """Tell whether the state tables are those of this very version; another version's are made again from the log."""
    found: dict[str, set[str]] = {}
    for table, column in query(_COLUMNS):
        found.setdefault(table, set()).add(column)
    return all(found.get(kind.name) == set(kind.columns) for kind in KINDS.values())


def read_plan(query: Query) -> Plan:
    """Return the whole plan from the state tables of a file of our own. Raises `DamagedPlanError`."""
    return read_shown(query).plan


@without_collecting()
def read_shown(query: Query) -> Shown:
    """Return the same, and whether it was put right for the eye."""
    try:
        rows = {kind.name: kind.to_rows(query(select_live(kind))) for kind in _KINDS}
        found = plan_of(read_meta(query)["plan"], rows, _Tables(query))
    except ValueError as error:
        raise DamagedPlanError("The plan holds a value that cannot be read.", "", str(error)) from error
    leave_out_of_searches(sum(map(len, rows.values())))
    return found


_KINDS = tuple(KINDS.values())


def select_live(kind: KindMap) -> str:
    """Return the SELECT for the rows of a kind that are in the plan, in the order of `KindMap.columns`."""
    return f"{_select(kind)} WHERE {ALIVE} = 1"


def _select(kind: KindMap) -> str:
    names = ", ".join(f'"{name}"' for name in ("id", *kind.codecs))
    return f'SELECT {names} FROM "{kind.name}"'  # noqa: S608  (names come from our own dataclasses)


class _Tables:
    """What the outlook asks of the file, answered from its tables."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def deleted(self, kind: str, ids: Collection[str]) -> Iterator[Row]:
        for row in _in_chunks(self._query, f'{_select(KINDS[kind])} WHERE "id" IN', ids):
            yield KINDS[kind].to_row(row)

    def last_moved(self, ids: Collection[str]) -> str:
        heads = read_heads(self._query, ids)
        return max(ids, key=lambda id_: shown(heads[id_]["place"])[:5])


def read_heads(query: Query, ids: Collection[str]) -> dict[str, dict[str, list[Head]]]:
    """Return the heads of these rows, by id and field; a row that nobody ever wrote is left out."""
    found: dict[str, dict[str, list[Head]]] = {}
    for entity, field, tomb, *rest in _in_chunks(query, f"{_HEADS} WHERE h.entity IN", ids):
        found.setdefault(entity, {}).setdefault(field, []).append(Head(not tomb, *rest))
    return found


def read_heads_seen(query: Query, ids: Collection[str], seen: Mapping[str, int]) -> dict[str, dict[str, list[Head]]]:
    """Return the heads of these rows as they were for somebody who knew no more than `seen`; see `read_vector`."""
    replaced = {
        row[0] for row in _in_chunks(query, f"{_REPLACED} WHERE c.entity IN", ids) if row[2] <= seen.get(row[1], 0)
    }
    found: dict[str, dict[str, list[Head]]] = {}
    for entity, field, tomb, *rest in _in_chunks(query, f"{_CHANGES} WHERE c.entity IN", ids):
        head = Head(not tomb, *rest)
        if head.seq <= seen.get(head.uid, 0) and head.row not in replaced:
            found.setdefault(entity, {}).setdefault(field, []).append(head)
    return found


def _in_chunks(query: Query, sql: str, ids: Collection[str]) -> Iterator[Sequence[Any]]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        yield from query(f"{sql} ({', '.join('?' * len(chunk))})", chunk)


class TornLogError(Exception):
    """A row of the log is not what such a row can be, or points at something that is not there."""


_LOG: dict[str, tuple[str, tuple[tuple[type, ...], ...]]] = {
    "session": ("no, uid, author, host, app", ((int,), (str,), (str,), (str,), (str,))),
    "changeset": (
        "id, session, seq, lamport, at, kind, label, undoes, digest",
        ((int,), (int,), (int,), (int,), (str,), (str,), (str,), (str, type(None)), (str,)),
    ),
    "change": (
        "id, changeset, n, entity, kind, field, old, new, tomb",
        ((int,), (int,), (int,), (str,), (str,), (str,), (str, type(None)), (str, type(None)), (int,)),
    ),
    "supersedes": ("change, superseded", ((int,), (int,))),
}
"""The tables of the log, their columns, and what may stand in each."""


def read_log(query: Query, known: Collection[tuple[str, int]] = ()) -> list[Changeset]:
    """Return the log in its order on every computer, without the changesets named in `known`.

    Tables are read whole and put together here, so that a broken index in a file from elsewhere cannot hide anything.
    Raises `TornLogError`; see `log.problems` for what else must hold.
    """
    sessions = {no: Session(*rest) for no, *rest in _typed(query, "session")}
    sets = {row[0]: row[1:] for row in _typed(query, "changeset")}
    changes = {row[0]: row[1:] for row in _typed(query, "change")}
    refs = _refs(sessions, sets, changes)
    causes: dict[int, list[Ref]] = {}
    for change, superseded in _typed(query, "supersedes"):
        causes.setdefault(change, []).append(_existing(refs, superseded))
    parts: dict[int, list[Change]] = {}
    for number, (changeset, n, entity, kind, field, old, new, tomb) in changes.items():
        built_on = tuple(sorted(causes.pop(number, ())))
        parts.setdefault(changeset, []).append(Change(n, entity, kind, field, old, new, tomb, built_on))
    if causes:
        raise TornLogError("supersedes without a change")
    found = [_changeset(sessions, row, parts.get(number, [])) for number, row in sets.items()]
    wanted = [each for each in found if each.key not in known] if known else found
    return sorted(wanted, key=lambda each: each.place)


def _typed(query: Query, table: str) -> Iterable[Sequence[Any]]:
    columns, types = _LOG[table]
    rows = query(f'SELECT {columns} FROM "{table}"')  # noqa: S608  (names are our own)
    for row in rows:
        for value, allowed in zip(row, types, strict=True):
            if type(value) not in allowed:
                raise TornLogError(f"a {type(value).__name__} in {table}")
    if len({row[0] for row in rows}) != len(rows) and table != "supersedes":
        raise TornLogError(f"one number twice in {table}")
    return rows


def _refs(
    sessions: dict[int, Session], sets: dict[int, Sequence[Any]], changes: dict[int, Sequence[Any]]
) -> dict[int, Ref]:
    """Name each change by session uid, seq and n."""
    if len({session.uid for session in sessions.values()}) != len(sessions):
        raise TornLogError("one session twice")
    names = {number: (_existing(sessions, row[0]).uid, row[1]) for number, row in sets.items()}
    return {number: (*_existing(names, row[0]), row[1]) for number, row in changes.items()}


def _existing(found: dict[int, Any], number: int) -> Any:
    if number not in found:
        raise TornLogError("a row that points nowhere")
    return found[number]


def _changeset(sessions: dict[int, Session], row: Sequence[Any], changes: list[Change]) -> Changeset:
    session, seq, lamport, at, kind, label, undoes, digest = row
    ordered = tuple(sorted(changes, key=lambda change: change.n))
    return Changeset(sessions[session], seq, lamport, at, kind, label, undoes, ordered, digest)
