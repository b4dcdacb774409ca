"""How quick merging is: taking in 5,000 changesets, listing conflicts, syncing a megabyte; prints JSON.

python tests/benchmarks/bench_merge.py

Merging is compared with the least that could be done with the same rows: reading the other file's log with the standard
library and writing it into tables of the same columns in one transaction on the same disk. What is compared takes turns.
"""

import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench_file import Write, bare_replace, made, timed

from mkplanner.models.store.connection import reading
from mkplanner.models.store.intake import receive
from mkplanner.models.store.log import Changeset, Session, digest_of
from mkplanner.models.store.lookback import conflicts
from mkplanner.models.store.opening import OpenPlan, open_plan
from mkplanner.models.store.reading import read_log
from mkplanner.models.store.repository import create
from mkplanner.paths import subfolder

CHANGESETS = 5_000
ROWS = 500
ROUNDS = 5
LOG = ("session", "changeset", "change", "supersedes")


def main() -> int:
    """Measure in a folder of our own and print what came out."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MKPLANNER_PROFILE"] = f"{folder}/profile"
        figures = {
            "unit": "milliseconds",
            "merge": merge_figures(Path(folder)),
            "conflicts": conflict_figures(Path(folder)),
            "sync": sync_figures(Path(folder)),
        }
    print(json.dumps(figures))
    return 0


def far_copy(plan: OpenPlan, rows: tuple[object, ...], path: Path) -> None:
    """A copy of a plan in which another session has made 5,000 edits of titles, one after another."""
    received = receive(plan.path.read_bytes(), plan.path.name)
    session = Session("fedcba9876543210", "Tamsin", "desk", "MK Planner")
    heads = {
        change.entity: (*each.key, change.n)
        for each in received.changesets
        for change in each.changes
        if change.field == "title"
    }
    ids = [row.id for row in rows]  # type: ignore[attr-defined]
    new = []
    for seq in range(1, CHANGESETS + 1):
        row = ids[seq % len(ids)]
        change = (
            received.changesets[-1]
            .changes[0]
            ._replace(
                n=1,
                entity=row,
                kind="item",
                field="title",
                old='"before"',
                new=f'"Tamsin {seq}"',
                tomb=0,
                supersedes=(heads[row],),
            )
        )
        lamport = seq + len(received.changesets)
        one = Changeset(session, seq, lamport, "2026-11-02T09:00:00.000Z", "edit", "Change action", None, (change,))
        new.append(one._replace(digest=digest_of(received.plan, one)))
        heads[row] = (session.uid, seq, 1)
    create(path, received.meta, [*received.changesets, *new])


def merge_figures(folder: Path) -> dict[str, float]:
    """Merging a copy with 5,000 changesets of another's, from the file to the last sentence about it."""
    plan, rows = made(folder / "base.mkplan", ROWS)
    plan.close()
    far = folder / "far.mkplan"
    far_copy(plan, rows, far)
    ours, theirs = [], []
    for number in range(ROUNDS + 1):
        path = folder / f"merge {number}.mkplan"
        shutil.copy(plan.path, path)
        here = open_plan(path)
        here.session.run(Write((replace(rows[0], notes="An edit of our own"),)))
        ours.append(timed(lambda here=here: here.merge(far)))
        assert len(here.history()) == CHANGESETS + 3
        theirs.append(timed(lambda number=number: bare_copy(far, folder / f"bare {number}.db")))
        here.close()
    return compared(ours[1:], theirs[1:]) | {"changesets": CHANGESETS, "bytes": far.stat().st_size}


def bare_copy(source: Path, target: Path) -> None:
    """Write the rows of a log into tables of another database, in one transaction that is on disk when it ends."""
    reader, writer = sqlite3.connect(source), sqlite3.connect(target, isolation_level=None)
    writer.execute("PRAGMA synchronous = FULL")
    writer.execute("BEGIN")
    for table in LOG:
        rows = reader.execute(f"SELECT * FROM {table}").fetchall()
        columns = ", ".join(f"c{number}" for number in range(len(rows[0])))
        writer.execute(f"CREATE TABLE {table} ({columns})")
        writer.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    writer.execute("COMMIT")
    reader.close()
    writer.close()


def conflict_figures(folder: Path) -> dict[str, float]:
    """Listing conflicts of 10,000 rows after an edit: where there are none, and where there are a hundred."""
    plan, rows = made(folder / "large.mkplan", 10_000)
    plan.session.run(Write((replace(rows[0], notes="An edit"),)))
    none = [timed(lambda: conflicts(plan._file, plan.plan)) for _ in range(ROUNDS)]
    shutil.copy(plan.path, folder / "apart.mkplan")
    other = open_plan(folder / "apart.mkplan")
    other.session.run(Write(tuple(replace(row, title="There") for row in rows[:100])))
    other.sync()
    plan.session.run(Write(tuple(replace(row, title="Here") for row in rows[:100])))
    plan.merge(other.path)
    found = len(plan.conflicts())
    some = [timed(lambda: conflicts(plan._file, plan.plan)) for _ in range(ROUNDS)]
    assert plan._file.database is not None
    with reading(plan._file.database) as query:
        bare = [timed(lambda: read_log(query)) for _ in range(ROUNDS)]
    plan.close()
    other.close()
    return {
        "none": statistics.median(none),
        "some": statistics.median(some),
        "found": found,
        "bare_log": statistics.median(bare),
    }


def sync_figures(folder: Path) -> dict[str, float]:
    """A sync of a plan of about a megabyte that has something to take in and something to publish.

    Compared with reading and writing as many bytes beside a file, to disk, and replacing it.
    """
    plan, rows = made(folder / "shared.mkplan", 700)
    mine, home = os.environ["MKPLANNER_PROFILE"], str(subfolder("elsewhere"))
    ours, theirs = [], []
    for number in range(12):
        os.environ["MKPLANNER_PROFILE"] = home
        other = open_plan(plan.path)
        other.session.run(Write((replace(rows[1], title=f"There {number}"),)))
        assert other.close().published
        os.environ["MKPLANNER_PROFILE"] = mine
        plan.session.run(Write((replace(rows[0], title=f"Here {number}"),)))
        start = time.perf_counter()
        report = plan.sync()
        ours.append((time.perf_counter() - start) * 1000)
        assert (report.published, report.adopted) == (True, 1)
        plan.session.refresh()
        theirs.append(timed(bare(plan.path, folder)))
    size = plan.path.stat().st_size
    plan.close()
    return compared(ours[2:], theirs[2:]) | {"bytes": size}


def bare(path: Path, folder: Path) -> Callable[[], None]:
    """Read, write, fsync and replace: the least that a meeting can be."""

    def work() -> None:
        bare_replace(folder, len(path.read_bytes()))

    return work


def compared(ours: list[float], theirs: list[float]) -> dict[str, float]:
    """Medians and their ratio."""
    mine, least = statistics.median(ours), statistics.median(theirs)
    return {"median": mine, "worst": max(ours), "bare": least, "ratio": mine / least}


if __name__ == "__main__":
    sys.exit(main())
