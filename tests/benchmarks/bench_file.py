"""How quick the file is: durable edits, opening, checking and publishing, each against the least SQLite can do; prints JSON.

python tests/benchmarks/bench_file.py [edits]

Everything happens in one temporary folder on the same disk in the same run, and what is compared takes turns, so that the
machine's moods fall on both.
"""

import gc
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.plan import Item, Place, PlanInfo
from mkplanner.models.store.intake import Received, receive
from mkplanner.models.store.log import Change, Changeset, Session, digest_of
from mkplanner.models.store.opening import OpenPlan, create_plan, open_plan
from mkplanner.models.store.published import fingerprint
from mkplanner.models.store.repository import create
from mkplanner.models.timeframes.parse import parse
from mkplanner.paths import subfolder

EDITS = 200
LARGE = 10_000
MONTHS = ("January", "March", "May", "July", "September", "November")
KINDS = ("plan", "item", "party", "assignment", "update", "outcome")


@dataclass(frozen=True)
class Write:
    """Puts rows into the plan."""

    rows: tuple[Item, ...]
    title: str = "Write rows"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Put them all."""
        for row in self.rows:
            edit.put(row)
        return self.rows[0].id


def main() -> int:
    """Measure in a folder of our own and print what came out."""
    if len(sys.argv) > 2:
        print(timed(lambda: ONCE[sys.argv[1]](Path(sys.argv[2]))))
        return 0
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else EDITS
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MKPLANNER_PROFILE"] = f"{folder}/profile"
        figures = {
            "unit": "milliseconds",
            "edit": edit_figures(Path(folder), edits),
            "sync": sync_figures(Path(folder)),
            "open": open_figures(Path(folder)),
            "verify": verify_figures(Path(folder)),
        }
    print(json.dumps(figures))
    return 0


def rows_of(plan: str, count: int) -> tuple[Item, ...]:
    """Actions with a title, a date in words and a note each."""
    context = PlanInfo(plan)
    return tuple(
        Item(
            derived_id(context.id, str(number)),
            place=Place(None, f"{number:05}1"),
            title=f"Review procedure {number} with Aldermere and Brackwell",
            by_when=parse(f"By {number % 28 + 1} {MONTHS[number % 6]} {2026 + number % 9}"),
            notes=f"Paper {number} to the Saltway board",
        )
        for number in range(count)
    )


def made(path: Path, count: int) -> tuple[OpenPlan, tuple[Item, ...]]:
    """A plan of so many rows, published and still open."""
    plan = create_plan(path, PlanInfo(new_id(), "The Saltway Partnership"))
    rows = rows_of(plan.plan.info.id, count)
    plan.session.run(Write(rows))
    plan.sync()
    return plan, rows


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that some work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def edit_figures(folder: Path, count: int) -> dict[str, float]:
    """A command from the call to its being on disk, against a bare UPDATE and COMMIT in the same folder."""
    plan, rows = made(folder / "edits.mkplan", 50)
    bare = sqlite3.connect(subfolder("working") / "bare.db", isolation_level=None)
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, title TEXT)")
    bare.execute("INSERT INTO item VALUES (1, 'Review')")
    ours, theirs = [], []
    for number in range(count + 10):
        row = replace(rows[number % 50], title=f"Edit {number}")
        ours.append(timed(lambda row=row: plan.session.run(Write((row,)))))
        theirs.append(timed(lambda number=number: bare.execute("UPDATE item SET title = ?", (f"Edit {number}",))))
    bare.close()
    plan.close()
    return compared(ours[10:], theirs[10:])


def sync_figures(folder: Path) -> dict[str, float]:
    """Publishing a plan of about a megabyte, against writing as many bytes beside a file, to disk, and replacing it."""
    plan, rows = made(folder / "sync.mkplan", 700)
    size = plan.path.stat().st_size
    ours, theirs = [], []
    for number in range(12):
        plan.session.run(Write((replace(rows[0], title=f"Edit {number}"),)))
        ours.append(timed(plan.sync))
        theirs.append(timed(lambda: bare_replace(folder, size)))
    plan.close()
    return compared(ours[2:], theirs[2:]) | {"bytes": size}


def bare_replace(folder: Path, size: int) -> None:
    """Write, fsync and replace: the least that publishing can be."""
    with (folder / "beside").open("wb") as file:
        file.write(b"\0" * size)
        file.flush()
        os.fsync(file.fileno())
    (folder / "beside").replace(folder / "bare")


def open_figures(folder: Path) -> dict[str, float]:
    """Opening a plan of 10,000 rows that we published ourselves, and one that we did not, against reading its rows.

    Each opening is the first of a process, as it is for whoever starts the program: what one opening leaves in memory would
    flatter the next.
    """
    plan, _ = made(folder / "large.mkplan", LARGE)
    plan.close()
    path = plan.path
    times: dict[str, list[float]] = {name: [] for name in ONCE}
    for turn in range(10):
        for name in sorted(ONCE, reverse=turn % 2 == 1):
            times[name].append(in_a_process(name, path))
    mark = subfolder("published") / fingerprint(path.read_bytes())
    mark.unlink()
    foreign = [in_a_process("open", path) for _ in range(3)]
    mark.touch()
    return compared(times["open"][1:], times["rows"][1:]) | {"not_ours": min(foreign), "bytes": path.stat().st_size}


def in_a_process(what: str, path: Path) -> float:
    """Return the milliseconds of one of ONCE in a fresh process, without its start."""
    done = subprocess.run([sys.executable, __file__, what, str(path)], capture_output=True, check=True, text=True)
    return float(done.stdout)


def open_and_close(path: Path) -> None:
    """Open a plan, and leave it."""
    open_plan(path).close()


def bare_rows(path: Path) -> None:
    """Read every row of every state table with the standard library, at its best: without a search for garbage."""
    gc.disable()
    connection = sqlite3.connect(path)
    for kind in KINDS:
        connection.execute(f'SELECT * FROM "{kind}"').fetchall()
    connection.close()


ONCE: dict[str, Callable[[Path], None]] = {"open": open_and_close, "rows": bare_rows}


def verify_figures(folder: Path) -> dict[str, float]:
    """Checking a plan of 10,000 edits: digests, gaps, causes, and every row against its history."""
    plan, rows = made(folder / "verify.mkplan", 500)
    plan.close()
    received = receive(plan.path.read_bytes(), plan.path.name)
    plan.path.unlink()
    create(plan.path, received.meta, [*received.changesets, *edits_of(received, rows)])
    seen = open_plan(plan.path)
    findings = seen.verify()
    taken = [timed(seen.verify) for _ in range(5)]
    seen.close()
    return {"median": statistics.median(taken), "edits": LARGE, "findings": len(findings)}


def edits_of(received: Received, rows: tuple[Item, ...]) -> Iterator[Changeset]:
    """10,000 edits of titles, one after another, as one session writes them."""
    session = Session("0123456789abcdef", "Rosen", "desk", "MK Planner")
    heads = {
        change.entity: (*each.key, change.n)
        for each in received.changesets
        for change in each.changes
        if change.field == "title"
    }
    for seq in range(1, LARGE + 1):
        row = rows[seq % len(rows)].id
        change = Change(1, row, "item", "title", '"before"', f'"Edit {seq}"', 0, (heads[row],))
        lamport = seq + len(received.changesets)
        made = Changeset(session, seq, lamport, "2026-11-02T09:00:00.000Z", "edit", "Change action", None, (change,))
        yield made._replace(digest=digest_of(received.plan, made))
        heads[row] = (session.uid, seq, 1)


def compared(ours: list[float], theirs: list[float]) -> dict[str, float]:
    """Medians and their ratio."""
    mine, bare = statistics.median(ours), statistics.median(theirs)
    return {"median": mine, "bare": bare, "ratio": mine / bare}


if __name__ == "__main__":
    sys.exit(main())
