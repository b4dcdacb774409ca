"""What the tests of the file have in common: small plans of the Saltway Partnership, other computers, sharp tools."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkplanner import paths
from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Item, ItemKind, Outcome, Place, Plan, PlanInfo, Row, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.status import Rag, Status
from mkplanner.models.store.log import Change, Changeset, Session, digest_of
from mkplanner.models.store.opening import OpenPlan, create_plan
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe

PLAN = "4a1b6c1e-7b1d-4a55-8a1e-2f0c9d3e5b60"
LEASE = "11111111-1111-4111-8111-111111111111"
TENDER = "22222222-2222-4222-8222-222222222222"
AUDIT = "33333333-3333-4333-8333-333333333333"


class Put:
    """Writes whole rows, whatever they are."""

    merge_key = None

    def __init__(self, *rows: Row, title: str = "Write rows") -> None:
        self.rows = rows
        self.title = title

    def apply(self, edit: Edit) -> str:
        for row in self.rows:
            edit.put(row)
        return self.rows[0].id


class Remove(Put):
    """Takes rows away."""

    def apply(self, edit: Edit) -> str:
        for row in self.rows:
            edit.remove(row)
        return self.rows[0].id


class Retitle:
    """Gives one row another title, or other fields."""

    title = "Change action"
    merge_key = None

    def __init__(self, id_: str, title: str | None = None, **fields: object) -> None:
        self.id = id_
        self.fields = fields if title is None else {"title": title, **fields}

    def apply(self, edit: Edit) -> str:
        edit.put(replace(edit.item(self.id), **self.fields))  # type: ignore[arg-type]
        return self.id


def by_march() -> Timeframe:
    segment = Segment(Kind.BY_DEADLINE, end=date(2027, 3, 31), precision=Precision.DAY, label="historic services")
    return Timeframe("By 31 March 2027\nfor historic services", (segment,))


def sample_rows() -> tuple[Row, ...]:
    """At least one row of every kind, with every sort of value in it."""
    party = Party(derived_id(PLAN, "Aldermere"), PartyKind.ORGANISATION, "Aldermere Council", short="AC", order="m")
    return (
        Item(LEASE, ItemKind.THEME, Place(None, "V"), "S1", "Premises — Ŵyrfa £2.5m", tags=("GAP", "DAP")),
        Item(TENDER, ItemKind.ACTION, Place(LEASE, "V"), title="Agree the lease", by_when=by_march(), percent=40),
        Item(AUDIT, ItemKind.MILESTONE, Place(LEASE, "W"), title="Sign", status=Status.AT_RISK, original=by_march()),
        party,
        Assignment(derived_id(PLAN, TENDER, party.id), TENDER, party.id, "AR", "assist", "Agreement"),
        Update(new_id(), TENDER, date(2026, 11, 2), "Heads of terms agreed.", Rag.AMBER, "R. Penhallow", "a"),
        Outcome(new_id(), "One lease, not three", (LEASE, TENDER), "a"),
    )


def make(path: Path, plan: str = PLAN) -> OpenPlan:
    """A new plan of three rows and a little more, open."""
    made = create_plan(path, PlanInfo(plan, "The Saltway Partnership", start=date(2026, 4, 1)), author="Rosen")
    made.session.run(Put(*sample_rows(), title="Write the plan"))
    return made


def saved(path: Path) -> Plan:
    """The same, closed again."""
    made = make(path)
    plan = made.plan
    assert made.close().published
    return plan


def beside(path: Path) -> list[str]:
    """What lies in the plan's folder that is not the plan, profiles left out."""
    return sorted(each.name for each in path.parent.iterdir() if each != path and not each.is_dir())


def copies() -> list[Path]:
    """The working copies in the profile."""
    return sorted(each.parent for each in paths.subfolder("working").glob("*/plan.mkplan"))


def forget() -> None:
    """Let this installation forget which files it wrote itself."""
    shutil.rmtree(paths.subfolder("published"))


def no_pictures() -> None:
    """Let this installation lose the pictures of its plans."""
    shutil.rmtree(paths.subfolder("pictures"))


@contextlib.contextmanager
def computer(folder: Path) -> Iterator[None]:
    """Another computer: another profile."""
    before = os.environ["MKPLANNER_PROFILE"]
    folder.mkdir(exist_ok=True)
    os.environ["MKPLANNER_PROFILE"] = str(folder)
    try:
        yield
    finally:
        os.environ["MKPLANNER_PROFILE"] = before


def titles(plan: Plan) -> set[str]:
    return {item.title for item in plan.items.values()}


def query_file(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Ask a file with nothing but SQLite, as any other tool would."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def tamper(path: Path, *statements: str, parameters: tuple[object, ...] = ()) -> None:
    """Alter a file with another tool."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement, parameters)
        connection.commit()


def changeset(uid: str, seq: int, lamport: int, *changes: Change, plan: str = PLAN) -> Changeset:
    """A changeset with its digest, as an honest writer would make it."""
    session = Session(uid, "Tamsin", "desk", "MK Planner")
    made = Changeset(session, seq, lamport, "2026-11-02T09:00:00.000Z", "edit", "Change action", None, changes)
    return made._replace(digest=digest_of(plan, made))


def change(
    n: int, entity: str, field: str, new: object, *supersedes: tuple[str, int, int], kind: str = "item"
) -> Change:
    """A change that writes a value."""
    return Change(n, entity, kind, field, None, json.dumps(new), 0, supersedes)
