"""Pictures of large plans: what a file of our own making comes to, kept in the profile so that it is on the screen sooner.

A picture is made of a file as this computer publishes it. It holds the live rows by columns, and whatever else opening asks a
file for. It speaks for that very file, by its fingerprint, and is never needed: without it, or where anything is wrong with
it, the file's own tables are read.
"""

from __future__ import annotations

import contextlib
import json
import logging
import secrets
import sqlite3
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from mkplanner import paths
from mkplanner.models.plan import Row
from mkplanner.models.store.bulk import built, leave_out_of_searches, without_collecting
from mkplanner.models.store.columns import Column, pack, unpack
from mkplanner.models.store.connection import Query, reading_bytes
from mkplanner.models.store.mapping import KINDS, Codec, KindMap, load_column
from mkplanner.models.store.outlook import Shown, plan_as_it_is, plan_of
from mkplanner.models.store.published import fingerprint
from mkplanner.models.store.reading import read_is_linear, read_meta, read_vector, select_live
from mkplanner.models.store.workingcopy import CLOSED_KEPT, key_of
from mkplanner.records import frozen

log = logging.getLogger(__name__)

VERSION = 1
"""To be raised when a picture is put together in another way; older ones are then passed over."""

FEWEST = 1_000
"""Live rows from which a plan is worth a picture: below, its tables are read in a few milliseconds."""

_SHAPE = json.dumps([VERSION, sys.byteorder, {kind.name: kind.columns for kind in KINDS.values()}])
_SEALS = 128
"""Characters at the beginning: the fingerprint of the plan's file, then that of the rest of the picture."""


@frozen
class Picture:
    """What a file holds; see `source.Source` for what each part is."""

    shown: Shown
    meta: Mapping[str, str]
    vector: dict[str, int]
    is_linear: bool


def find(path: Path, mark: str) -> Picture | None:
    """Return the picture of the file with this fingerprint at a path, or None where there is none that is whole."""
    try:
        data = _place(path).read_bytes()
    except OSError:
        return None
    content = memoryview(data)[_SEALS:]
    if data[:_SEALS] != f"{mark}{fingerprint(content)}".encode("ascii"):
        return None
    start = data.index(b"\n", _SEALS)
    head = json.loads(data[_SEALS:start])
    try:
        return _opened(head, content[start + 1 - _SEALS :]) if head["shape"] == _SHAPE else None
    except ValueError:  # Another version of the program knew values that this one does not.
        return None


@without_collecting()
def _opened(head: Mapping[str, Any], data: memoryview) -> Picture:
    rows: dict[str, list[Any]] = {}
    for name, packed in head["tables"].items():
        columns = []
        for how in packed:
            column, data = unpack(how, data)
            columns.append(column)
        rows[name] = _rows(KINDS[name], columns) if columns else []
    leave_out_of_searches(sum(map(len, rows.values())))
    meta = head["meta"]
    return Picture(plan_as_it_is(meta["plan"], rows), meta, head["vector"], head["is_linear"])


def _rows(kind: KindMap, columns: Sequence[Column]) -> list[Any]:
    rest = iter(columns)
    ids = _spread(next(rest))
    return built(kind.row, ids, *[_loaded(codec, rest) for codec in kind.codecs.values()])


def _loaded(codec: Codec, columns: Iterator[Column]) -> Iterable[Any]:
    """Return a field's value for each row, from as many columns as it is kept in."""
    if codec.parts is not None:
        return built(codec.parts, *[_spread(next(columns)) for _ in fields(codec.parts)])
    column = next(columns)
    return column.spread(list(load_column(codec, column.values)))


def _spread(column: Column) -> list[Any]:
    return list(column.spread(column.values))


def keep(path: Path, mark: str, data: bytes) -> None:
    """Make the picture of a file with this fingerprint that was just published at a path; for the thread that did so.

    There is none of a small plan, nor of one that is not shown just as its live rows stand. Trouble is no matter.
    """
    try:
        with without_collecting(), reading_bytes(data) as query:
            content = _content(query)
        if content:
            _write(_place(path), mark, content)
        _sweep()
    except (OSError, ValueError, sqlite3.Error, MemoryError) as error:
        log.warning("no picture of %s: %r", path, error)


class _MendedError(ValueError):
    """The plan is shown in another way than its live rows stand."""


class _Nothing:
    """What the outlook may ask of a file: here, nothing."""

    def deleted(self, kind: str, ids: Collection[str]) -> Iterable[Row]:
        raise _MendedError(kind)

    def last_moved(self, ids: Collection[str]) -> str:
        raise _MendedError("loop")


def _content(query: Query) -> bytes:
    """Return everything after the seals, or nothing where the plan is not worth it. Raises ValueError."""
    raw = {kind.name: query(select_live(kind)) for kind in KINDS.values()}
    if sum(map(len, raw.values())) < FEWEST:
        return b""
    rows = {name: KINDS[name].to_rows(found) for name, found in raw.items()}
    meta = read_meta(query)
    plan_of(meta["plan"], rows, _Nothing())
    tables: dict[str, list[Any]] = {}
    parts: list[bytes] = []
    for name, found in raw.items():
        tables[name] = []
        for column in _columns(KINDS[name], found, rows[name]) if found else ():
            how, packed = pack(column)
            tables[name].append(how)
            parts += packed
    head = {
        "shape": _SHAPE,
        "meta": meta,
        "vector": read_vector(query),
        "is_linear": read_is_linear(query),
        "tables": tables,
    }
    return b"".join((json.dumps(head).encode("ascii"), b"\n", *parts))


def _columns(kind: KindMap, raw: Sequence[Sequence[Any]], rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    ids, *columns = zip(*raw, strict=True)
    yield ids
    for (name, codec), column in zip(kind.codecs.items(), columns, strict=True):
        if codec.parts is None:
            yield column
        else:
            for part in fields(codec.parts):
                yield list(map(attrgetter(f"{name}.{part.name}"), rows))


def _place(path: Path) -> Path:
    return paths.subfolder("pictures") / key_of(path)


def _write(place: Path, mark: str, content: bytes) -> None:
    new = place.with_name(f"{secrets.token_hex(8)}.new")
    try:
        new.write_bytes(f"{mark}{fingerprint(content)}".encode("ascii") + content)
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)


def _sweep() -> None:
    """Forget the pictures of plans that nobody has published here for as long as closed copies are kept."""
    for each in paths.subfolder("pictures").iterdir():
        with contextlib.suppress(OSError):
            if time.time() - each.stat().st_mtime > CLOSED_KEPT:
                each.unlink()
