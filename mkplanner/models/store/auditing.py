"""Is the file as it was written? Digests, gaps and causes of the log, and whether every row is what the log comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mkplanner.models.store.connection import APPLICATION_ID, Query
from mkplanner.models.store.log import Changeset, Head, fold_row, heads_of, problems
from mkplanner.models.store.mapping import KINDS, KindMap
from mkplanner.models.store.reading import TornLogError, read_log, read_meta

MOST_FINDINGS = 20


def audit(query: Query) -> list[str]:
    """Return a sentence for everything in a plan's database that is not as it should be; nothing if all is well."""
    found: list[str] = []
    for finding in _findings(query):
        found.append(finding)
        if len(found) == MOST_FINDINGS:
            found.append("There is more; the list was cut here.")
            break
    return found


def _findings(query: Query) -> Iterator[str]:
    structure = [tuple(row) for row in query("PRAGMA quick_check(1)")]
    if structure != [("ok",)]:
        yield f"The database itself is damaged: {structure[0][0]}."
        return
    if query("PRAGMA application_id")[0][0] != APPLICATION_ID:
        yield "The file does not carry the mark of MK Planner."
    try:
        log = read_log(query)
    except TornLogError as error:
        yield f"The history is torn: {error}."
        return
    yield from problems(read_meta(query)["plan"], log)
    heads = heads_of(log)
    yield from _state_findings(query, heads)
    yield from _head_findings(query, log, heads)


def _state_findings(query: Query, heads: Mapping[str, Mapping[str, Sequence[Head]]]) -> Iterator[str]:
    expected: dict[str, dict[str, tuple[Any, ...]]] = {name: {} for name in KINDS}
    for id_, own in heads.items():
        row = fold_row(own)
        if row.kind in KINDS:
            try:
                expected[row.kind][id_] = KINDS[row.kind].to_columns(id_, row.texts, alive=row.alive)
            except ValueError as error:
                yield f"The history gives the {row.kind} {id_} a value that it cannot hold: {error}."
    for name, kind in KINDS.items():
        yield from _differences(query, kind, expected[name])


def _known_columns(query: Query, kind: KindMap) -> list[int]:
    """Return which of our columns the file has: an older program knew fewer fields, or not this kind of row at all."""
    there = {row[0] for row in query("SELECT name FROM pragma_table_info(?)", (kind.name,))}
    return [number for number, name in enumerate(kind.columns) if name in there]


def _differences(query: Query, kind: KindMap, expected: Mapping[str, tuple[Any, ...]]) -> Iterator[str]:
    places = _known_columns(query, kind)
    if not places:
        return
    columns = ", ".join(f'"{kind.columns[place]}"' for place in places)
    found = {row[0]: tuple(row) for row in query(f'SELECT {columns} FROM "{kind.name}"')}  # noqa: S608  (our own names)
    wanted = {id_: tuple(row[place] for place in places) for id_, row in expected.items()}
    for id_ in sorted(found.keys() | wanted.keys()):
        if found.get(id_) != wanted.get(id_):
            yield f"The {kind.name} {id_} is not what its history says."


def _head_findings(
    query: Query, log: Sequence[Changeset], heads: Mapping[str, Mapping[str, Sequence[Head]]]
) -> Iterator[str]:
    """The table of heads names exactly the changes that nobody has taken the place of."""
    rows = query(
        "SELECT h.entity, h.field, s.uid, g.seq, c.n FROM head h LEFT JOIN change c ON c.id = h.change"
        " LEFT JOIN changeset g ON g.id = c.changeset LEFT JOIN session s ON s.no = g.session"
    )
    found = {tuple(row) for row in rows}
    expected = {(id_, field, *head.ref) for id_, own in heads.items() for field, part in own.items() for head in part}
    if found != expected:
        yield f"The list of newest changes does not fit the history of {len(log)} changes."
