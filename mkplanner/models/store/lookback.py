"""Looking at a plan file in use without changing it: what it knows, what stands in conflict, whether it is whole."""

from __future__ import annotations

from mkplanner.models.lookback.conflict import Conflict
from mkplanner.models.plan import Plan
from mkplanner.models.store.auditing import audit
from mkplanner.models.store.conflicts import conflicts_of, read_conflicts
from mkplanner.models.store.connection import reading, reading_bytes
from mkplanner.models.store.intake import read_file
from mkplanner.models.store.planfile import PlanFile
from mkplanner.models.store.reading import read_last, read_plan, read_vector


def findings(file: PlanFile) -> list[str]:
    """Check the working copy, where there is one, and the shared file; see `auditing.audit`."""
    found = []
    if file.database is not None:
        with reading(file.database) as query:
            found = [f"On this computer: {each}" for each in audit(query)]
    if file.path.exists():
        with reading_bytes(read_file(file.path)) as query:
            found += audit(query)
    return found


def vector(file: PlanFile) -> dict[str, int]:
    """Return the newest change number of every session: what the plan in use knows."""
    if file.database is None:
        return file.source.vector()
    with reading(file.database) as query:
        return read_vector(query)


def conflicts(file: PlanFile, plan: Plan) -> tuple[Conflict, ...]:
    """Return what several people wrote without knowing of each other; `plan` is what the session shows."""
    if file.database is not None:
        with reading(file.database) as query:
            is_newest = read_last(query) == file.position.last
            return read_conflicts(query, plan if is_newest else read_plan(query))
    source = file.source
    if source.received is not None:
        return conflicts_of(source.received.changesets, plan)
    if source.is_linear:
        return ()
    with source.reading() as query:
        return read_conflicts(query, plan)
