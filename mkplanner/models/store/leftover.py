"""Making a working copy, and judging one that was found: what it holds that the shared file lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.store import backups
from mkplanner.models.store.connection import reading
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.meeting import lacking
from mkplanner.models.store.reading import TornLogError, has_our_tables, read_log, read_meta, read_vector
from mkplanner.models.store.source import Source
from mkplanner.models.store.workingcopy import WorkingCopy, copies_of, gate
from mkplanner.records import frozen

INTERRUPTED = (
    "MK Planner was interrupted last time. The changes that had not reached the plan file were found on this computer "
    "and are in the plan."
)
PUT_ASIDE = "A working copy on this computer that could not be read was put aside; the plan file itself is whole."


PUSHED_OUT = (
    "Changes made on this computer were no longer in the plan file, because another copy had taken its place. "
    "They were put back."
)


@frozen
class Found:
    """A working copy worth taking up, or none, and the passing note about what was found."""

    copy: WorkingCopy | None
    note: str = ""


def take_up(copies: Sequence[WorkingCopy], source: Source | None) -> Found:
    """Return the first copy that somebody is using just now, or that holds what the shared file lacks; only inside `gate()`.

    Copies with nothing new are removed, unless the shared file could not be read (`source` None). One that cannot be read
    is put aside.
    """
    note = ""
    for copy in copies:
        in_use = copy.is_used_by_others()
        try:
            if in_use or _has_news(copy, source):
                note = note if in_use else _told(copy, note)
                return Found(_made_current(copy, in_use=in_use), note)
        except (PlannerError, TornLogError):
            if in_use:
                raise
            copy.set_aside()
            note = PUT_ASIDE
        else:
            if source is not None:
                copy.remove()
    return Found(None, note)


def _has_news(copy: WorkingCopy, source: Source | None) -> bool:
    """Tell whether a copy holds what the file lacks, or held when the file was last seen."""
    with reading(copy.content) as query:
        meta, vector = read_meta(query), read_vector(query)
    if meta.get("plan") != copy.plan:
        raise DamagedPlanError("The working copy of this plan on this computer belongs to another plan.")
    return bool(lacking(vector, source.vector() if source is not None else copy.sent()))


def _told(copy: WorkingCopy, note: str) -> str:
    found = INTERRUPTED if copy.exists else PUSHED_OUT
    return f"{note} {found}".strip()


def _made_current(copy: WorkingCopy, *, in_use: bool) -> WorkingCopy:
    """Return the copy open for work, its tables made anew where another version made them."""
    with reading(copy.content) as query:
        is_current = has_our_tables(query)
        meta, changesets = read_meta(query), [] if is_current else read_log(query)
    if not is_current:
        if in_use:
            raise PlannerError("Another version of MK Planner has this plan open.", "Close it there first.")
        rebuild(copy, meta, changesets)
    copy.revive()
    return copy


def rescue(path: Path) -> None:
    """Keep what this computer still has of a plan that cannot be opened any more, as its newest backup."""
    with gate():
        newest = next(iter(copies_of(path)), None)
        kept = next(iter(backups.backups_of(path)), None)
        if newest is not None and (kept is None or kept.stat().st_mtime_ns < newest.content.stat().st_mtime_ns):
            backups.back_up(newest.content, path)


def fill(copy: WorkingCopy, source: Source) -> None:
    """Make the working copy of a shared file; durable when it returns."""
    if source.received is None:
        copy.place_bytes(source.data())
    else:
        rebuild(copy, source.meta, source.received.changesets)


def rebuild(copy: WorkingCopy, meta: Mapping[str, str], changesets: Sequence[Changeset]) -> None:
    """Make a working copy's database anew from a checked log."""
    from mkplanner.models.store.repository import create  # (writing loads SQLAlchemy)

    new = copy.fresh()
    create(new, meta, changesets)
    copy.put_in_place(new)
