"""Taking in another copy of a plan: e-mailed, from a stick, or put beside the file by a program that synchronises folders."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from mkplanner.errors import DamagedPlanError, NewerPlanError, PlannerError
from mkplanner.models.lookback.changelist import Line
from mkplanner.models.lookback.conflict import Conflict
from mkplanner.models.lookback.records import ChangesetRecord
from mkplanner.models.store.connection import FORMAT, reading, reading_bytes
from mkplanner.models.store.intake import Received, read_file, receive
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.meeting import DIGESTS
from mkplanner.models.store.planfile import PlanFile
from mkplanner.models.store.reading import read_meta
from mkplanner.models.store.wording import called
from mkplanner.records import frozen

_NOTHING = "Nothing was changed."


@frozen
class MergeReport:
    """What a merge brought: the changes in the order of the history, the same as sentences, and the conflicts new with it.

    `backup` is the copy kept of the plan as it was, None where nothing came in. Merging cannot be undone, that can be
    restored.
    """

    changes: tuple[ChangesetRecord, ...] = ()
    lines: tuple[Line, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    backup: Path | None = None


@frozen
class TakenIn:
    """What a merge has written to the working copy and the session does not show yet; nothing where nothing was new."""

    changesets: tuple[Changeset, ...] = ()
    backup: Path | None = None


def receive_copy(file: PlanFile, plan: str, title: str, other: Path) -> Received:
    """Return what another copy of the plan in use has and this one lacks; nothing is taken in yet.

    The copy is checked as any file from elsewhere, also where this computer wrote it. Raises `PlannerError` for one that is
    no plan, another plan, damaged, or written by a newer program.
    """
    received = receive(read_file(other), other.name)
    if received.plan != plan:
        theirs = received.shown.info.title
        raise PlannerError(
            f"{called(other)} is another plan{f', “{theirs}”' if theirs else ''}, and no copy of "
            f"{f'“{title}”' if title else 'this one'}.",
            f"Only copies of one plan can be merged. {_NOTHING}",
        )
    if int(received.meta["min_writer"]) > FORMAT:
        raise NewerPlanError(
            f"{called(other)} was last written by a newer MK Planner.", f"Merge with the newer one. {_NOTHING}"
        )
    known = _digests(file)
    if any(known.get(each.key, each.digest) != each.digest for each in received.changesets):
        raise DamagedPlanError(
            f"{called(other)} tells another history of this plan than the one that is open.", _NOTHING
        )
    return Received(received.meta, [each for each in received.changesets if each.key not in known])


def _digests(file: PlanFile) -> dict[tuple[str, int], str]:
    if file.database is not None:
        with reading(file.database) as query:
            return {(uid, seq): digest for uid, seq, digest in query(DIGESTS)}
    return {each.key: each.digest for each in file.source.log()}


def copies_beside(path: Path, plan: str) -> list[Path]:
    """Return other files in the plan's folder that are copies of the same plan by their name and what they say inside.

    Programs that synchronise folders put such copies there when two computers wrote at once ("plan (Tamsin's conflicted
    copy).mkplan", "plan-DESK07.mkplan"). Whether one is whole is found out when it is merged.
    """
    name = re.compile(rf"{re.escape(path.stem)}\W.+{re.escape(path.suffix)}", re.I)
    try:
        beside = sorted(each for each in path.parent.iterdir() if each != path and name.fullmatch(each.name))
    except OSError:
        return []
    return [each for each in beside if plan_in(each) == plan]


def plan_in(path: Path) -> str:
    """Return the id of the plan that a file says it holds, or nothing."""
    try:
        with reading_bytes(read_file(path)) as query:
            return str(read_meta(query).get("plan", ""))
    except (PlannerError, sqlite3.Error, ValueError, MemoryError):
        return ""
