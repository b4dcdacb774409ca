"""A file from elsewhere comes in, its checked log goes out; the file is only read, and nothing of it but the log is believed.

State tables, triggers, views and odd schemas stay behind: the log is replayed into rows here, and into a database of ours
when the first edit needs one. Whatever is refused is refused in one sentence, and the file stays as it is.
"""

from __future__ import annotations

import errno
import sqlite3
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from mkplanner.errors import DamagedPlanError, NewerPlanError, NotAPlanError, PlannerError
from mkplanner.models.plan import Plan, Row
from mkplanner.models.store.connection import APPLICATION_ID, FORMAT, HEADER, Content, Query, reading_bytes
from mkplanner.models.store.log import Changeset, Folded, Head, fold_row, heads_of, problems, shown
from mkplanner.models.store.mapping import KINDS
from mkplanner.models.store.outlook import Shown, plan_of
from mkplanner.models.store.reading import TornLogError, read_log, read_meta
from mkplanner.models.store.wholefile import LARGEST_FILE
from mkplanner.models.store.wording import called, folder_of
from mkplanner.records import frozen

R = TypeVar("R")
_UNTOUCHED = "The file was left as it is."


@frozen(slots=False)
class Received:
    """The checked log of a plan file: its format numbers, its changesets in order."""

    meta: Mapping[str, str]
    changesets: Sequence[Changeset]

    @property
    def plan(self) -> str:
        """The id of the plan."""
        return self.meta["plan"]

    @cached_property
    def outlook(self) -> Shown:
        """The plan that the log comes to, worked out in memory. Raises ValueError for values no field can hold."""
        return _outlook_of(self)

    @property
    def shown(self) -> Plan:
        """The plan itself; see `outlook`."""
        return self.outlook.plan

    @property
    def vector(self) -> dict[str, int]:
        """The newest change number of every session."""
        return {each.session.uid: each.seq for each in sorted(self.changesets, key=lambda each: each.seq)}


def read_file(path: Path) -> bytes:
    """Return a file's bytes. Raises `NotAPlanError` or `PlannerError` in words for whatever stands in the way."""
    return read_by(Path.read_bytes, path)


def read_by(reader: Callable[[Path], R], path: Path) -> R:
    """Return what `reader` makes of a file, which may raise OSError.

    Raises `NotAPlanError` or `PlannerError` in words for whatever stands in the way.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise NotAPlanError(f"{called(path)} is a folder, not a plan.", "Choose the plan inside it.")
        if not stat.S_ISREG(found.st_mode):
            raise NotAPlanError(f"{called(path)} is not a file.", "Choose a plan file.")
        if found.st_size > LARGEST_FILE:
            raise NotAPlanError(f"{called(path)} is far too large to be a plan.", _UNTOUCHED)
        return reader(path)
    except FileNotFoundError as error:
        raise PlannerError(
            f"There is no file {called(path)} in {folder_of(path)}.", "Check the name.", str(error)
        ) from error
    except PermissionError as error:
        raise PlannerError(
            f"You are not allowed to read {called(path)}.", "Ask whoever looks after the folder.", str(error)
        ) from error
    except OSError as error:
        sentence = "name is too long" if error.errno == errno.ENAMETOOLONG else "file cannot be read"
        raise PlannerError(f"The {sentence}: {called(path)}.", "Check the folder and try again.", str(error)) from error


def receive(data: Content, name: str) -> Received:
    """Return the log of a file from elsewhere once everything in it has been checked; `name` is for the sentences.

    Raises `NotAPlanError`, `NewerPlanError` or `DamagedPlanError`.
    """
    _check_header(data, name)
    try:
        with reading_bytes(data) as query:
            meta = _checked_meta(query, name)
            _check_schema(query)
            received = Received(meta, read_log(query))
        _check_log(received)
        received.shown  # noqa: B018  (worked out now, so that what no field can hold is found)
    except (sqlite3.Error, TornLogError, ValueError, OverflowError, MemoryError) as error:
        raise DamagedPlanError(f"{called(name)} is damaged and cannot be opened.", _UNTOUCHED, repr(error)) from error
    return received


def receive_trusted(data: bytes, known: Collection[tuple[str, int]] = ()) -> Received:
    """Return the log of a file that this installation wrote itself, without the changesets already `known`."""
    with reading_bytes(data) as query:
        return Received(read_meta(query), read_log(query, known))


def _check_header(data: Content, name: str) -> None:
    if not data:
        raise NotAPlanError(f"{called(name)} is empty: there is no plan in it.", _UNTOUCHED)
    if data[: len(HEADER)] != HEADER:
        raise NotAPlanError(f"{called(name)} is not a plan of MK Planner.", _UNTOUCHED)
    if int.from_bytes(data[68:72], "big") != APPLICATION_ID:
        raise NotAPlanError(f"{called(name)} is a database of another program, not a plan.", _UNTOUCHED)


def _checked_meta(query: Query, name: str) -> dict[str, str]:
    findings = query("PRAGMA quick_check(1)")
    if [tuple(row) for row in findings] != [("ok",)]:
        raise TornLogError(f"quick_check: {findings}")
    meta = {key: str(value) for key, value in read_meta(query).items()}
    if str(UUID(meta.get("plan", ""))) != meta["plan"]:
        raise TornLogError("no plan id")
    numbers = [_number(meta.get(key, "")) for key in ("min_reader", "min_writer", "format")]
    if numbers[0] > FORMAT:
        raise NewerPlanError(
            f"{called(name)} was made by a newer MK Planner (format {numbers[0]}; this one reads up to {FORMAT}).",
            "Install the newer version to open it. " + _UNTOUCHED,
        )
    if numbers[0] > numbers[2] or numbers[1] > numbers[2] or query("PRAGMA user_version")[0][0] != numbers[2]:
        raise TornLogError("the format numbers do not agree")
    return meta


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise TornLogError(f"{text[:20]!r} where a format number belongs")
    return int(text)


def _check_log(received: Received) -> None:
    if not received.changesets:
        raise TornLogError("the log is empty")
    for sentence in problems(received.plan, received.changesets):
        raise TornLogError(sentence)


def _check_schema(query: Query) -> None:
    """Tables and indexes only, and no table that computes anything when it is read."""
    strange = query("SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR rootpage = 0")
    if strange:
        raise TornLogError(f"the file holds more than tables: {strange[0][0]!r}")
    computed = query(
        "SELECT m.name FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) p WHERE m.type = 'table' AND p.hidden <> 0"
    )
    if computed:
        raise TornLogError(f"the table {computed[0][0]!r} computes its columns")


def _outlook_of(received: Received) -> Shown:
    heads = heads_of(received.changesets)
    folded = {entity: fold_row(own) for entity, own in heads.items()}
    living: dict[str, list[Sequence[Any]]] = {name: [] for name in KINDS}
    for id_, row in folded.items():
        if row.kind in KINDS:
            columns = KINDS[row.kind].to_columns(id_, row.texts, alive=row.alive)
            if row.alive:
                living[row.kind].append(columns)
    rows = {name: KINDS[name].to_rows(part) for name, part in living.items()}
    return plan_of(received.plan, rows, _Memory(heads, folded))


class _Memory:
    """What the outlook asks of the file, answered from the log in memory."""

    def __init__(self, heads: Mapping[str, Mapping[str, Sequence[Head]]], folded: Mapping[str, Folded]) -> None:
        self._heads = heads
        self._folded = folded

    def deleted(self, kind: str, ids: Collection[str]) -> Iterator[Row]:
        for id_ in ids:
            row = self._folded.get(id_)
            if row is not None and row.kind == kind:
                yield KINDS[kind].to_row(KINDS[kind].to_columns(id_, row.texts, alive=False))

    def last_moved(self, ids: Collection[str]) -> str:
        return max(ids, key=lambda id_: shown(self._heads[id_]["place"])[:5])
