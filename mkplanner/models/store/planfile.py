"""One plan file in use: read at once from memory, and given a working copy when the first edit needs one.

Whoever only looks leaves no trace. The working copy is shared by all processes of this profile that edit the same plan; who
writes while another has written since is told so (`StaleError`), and its session reads again.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkplanner.errors import DamagedPlanError, PlannerError, RefusedError
from mkplanner.models.edit import Step
from mkplanner.models.plan import Plan
from mkplanner.models.session import StaleError
from mkplanner.models.store import backups
from mkplanner.models.store.auditing import audit
from mkplanner.models.store.connection import FORMAT, reading, reading_bytes
from mkplanner.models.store.intake import read_file
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.meeting import Meeting, SyncReport, lacking, signature
from mkplanner.models.store.reading import (
    Position,
    has_our_tables,
    read_log,
    read_meta,
    read_plan,
    read_position,
    read_vector,
)
from mkplanner.models.store.source import Source
from mkplanner.models.store.workingcopy import WorkingCopy, copies_of, copy_for, gate

if TYPE_CHECKING:
    from mkplanner.models.store.repository import Writer


class PlanFile:
    """The journal of a session: appends steps to the working copy, reads them back, and meets the shared file."""

    def __init__(self, path: Path, author: str) -> None:
        self.path = path
        self.recovered = ""
        self.read_only = ""
        self._author = author
        self._source: Source | None = None
        self._copy: WorkingCopy | None = None
        self._writer: Writer | None = None
        self._meeting: Meeting | None = None
        self._position = Position(0, 0)
        self._plan_id = ""
        self._is_closed = False
        self._joining = threading.RLock()
        self._syncing = threading.Lock()

    # ---- opening

    def start(self) -> Plan:
        """Read the plan, from the working copy that a crash or another window has left where there is one."""
        trouble: PlannerError | None = None
        try:
            self._source = Source(self.path)
            self._note_meta(self._source.meta)
        except PlannerError as error:
            trouble = error
        copies = copies_of(self.path)
        if self._source is not None:
            copies = [copy for copy in copies if copy.plan == self._plan_id]
        if copies and (plan := self._resume(copies, trouble)) is not None:
            return plan
        if trouble is not None:
            raise trouble
        assert self._source is not None
        return self._source.plan()

    def start_new(self, step: Step, plan: str) -> None:
        """Make a plan that does not exist yet: its first changeset in a new working copy, not yet published."""
        self._note_meta({"plan": plan})
        from mkplanner.models.store.repository import create  # (writing loads SQLAlchemy)

        copy = copy_for(self.path, plan)
        with gate():
            new = copy.fresh()
            create(new, {"plan": plan}, ())
            copy.put_in_place(new)
            self._join(copy)
        self.append(step, kind="new")

    def _note_meta(self, meta: Mapping[str, str]) -> None:
        self._plan_id = meta["plan"]
        if int(meta.get("min_writer", 1)) > FORMAT:
            self.read_only = (
                "This plan was last written by a newer MK Planner; this one can show it, but not change it."
            )

    def _resume(self, copies: Sequence[WorkingCopy], trouble: PlannerError | None) -> Plan | None:
        """Take up the first working copy that holds what the shared file lacks, or that somebody is using just now."""
        known = self._source.vector() if self._source is not None else None
        with gate():
            for copy in copies:
                in_use = copy.is_used_by_others()
                try:
                    news = _unpublished(copy, known)
                except PlannerError:
                    if not in_use:
                        copy.set_aside()
                        self.recovered = (
                            "A working copy that could not be read was put aside; the plan file itself is whole."
                        )
                    continue
                if in_use or news:
                    self._plan_id = copy.plan
                    self._join(copy)
                    break
                copy.remove()
            else:
                return None
        if not in_use:
            self.recovered = (
                "MK Planner was interrupted last time. The changes that had not reached the plan file yet were found "
                "on this computer and are in the plan."
            )
        if trouble is None and self._meeting is not None:
            self._meeting.adopt()
        return self.reload()

    # ---- the journal

    def append(self, step: Step, *, kind: str, undoes: int | None = None) -> int:
        """Keep one step durably; see `session.Journal`."""
        self._check_open()
        if self.read_only:
            raise RefusedError(self.read_only, "Save a copy with the newer version, or ask for it to be installed.")
        with self._joining:
            if self._copy is None:
                self._make_copy()
            assert self._copy is not None
            if kind != "new":
                backups.back_up_daily(self._copy.database, self.path)
            seq, self._position = self._open_writer().append(step, kind, undoes, self._position)
        return seq

    def reload(self) -> Plan:
        """Return the plan as it stands now in the working copy, or else in the shared file."""
        self._check_open()
        with self._joining:
            if self._copy is None:
                copy = copy_for(self.path, self._plan_id)
                with gate():
                    if copy.exists and copy.is_used_by_others():
                        self._join(copy)
            if self._copy is None:
                self._source = Source(self.path)
                return self._source.plan()
            with reading(self._copy.database) as query:
                plan, self._position = read_plan(query), read_position(query)
            return plan

    def is_stale(self) -> bool:
        """Whether another process has written to the working copy, or the shared file been replaced while we only look."""
        with self._joining:
            if self._copy is None:
                is_new = copy_for(self.path, self._plan_id).exists
                return is_new or (self._source is not None and signature(self.path) != self._source.signature)
            try:
                with reading(self._copy.database, wait=0) as query:
                    return read_position(query) != self._position
            except PlannerError:
                return False  # Somebody is writing this very moment; the next look will tell.

    # ---- the shared file

    def sync(self) -> SyncReport:
        """Meet the shared file; see `Meeting.sync`. Does not alter what the session shows: reload if anything was adopted."""
        self._check_open()
        if self._meeting is None:
            return SyncReport(published=True)
        with self._syncing:
            return self._meeting.sync()

    @property
    def is_published(self) -> bool:
        """Whether every edit that this process knows of is in the shared file."""
        return self._meeting is None or self._meeting.sent_up_to >= self._position.last

    def close(self, *, publish: bool = True) -> SyncReport:
        """Publish, and remove the working copy if nothing in it waits and nobody else uses it."""
        if self._is_closed:
            return SyncReport(published=True)
        report = self.sync() if publish else SyncReport(published=False)
        self._is_closed = True
        if self._writer is not None:
            self._writer.close()
        if self._copy is not None and self._meeting is not None:
            with gate():
                self._copy.leave()
                if not publish or (self._meeting.is_all_sent() and not self._copy.is_used_by_others()):
                    self._copy.remove()
        return report

    # ---- looking back

    @property
    def database(self) -> Path | None:
        """Where the working copy's database is, or None while there is none."""
        return self._copy.database if self._copy else None

    def log(self) -> Sequence[Changeset]:
        """Return everything that was ever done to the plan."""
        self._check_open()
        if self._copy is not None:
            with reading(self._copy.database) as query:
                return read_log(query)
        assert self._source is not None
        return self._source.log()

    def findings(self) -> list[str]:
        """Check the working copy, where there is one, and the shared file; see `auditing.audit`."""
        self._check_open()
        found = []
        if self._copy is not None:
            with reading(self._copy.database) as query:
                found = [f"On this computer: {each}" for each in audit(query)]
        if self.path.exists():
            with reading_bytes(read_file(self.path)) as query:
                found += audit(query)
        return found

    # ---- the working copy

    def _make_copy(self) -> None:
        """Join the copy that another process has made, or make one of the file as we read it."""
        assert self._source is not None
        copy = copy_for(self.path, self._plan_id)
        before = self._source.vector()
        with gate():
            if not copy.exists:
                self._refresh_source()
                self._fill(copy, self._source)
            self._join(copy)
            with reading(copy.database) as query:
                now, self._position = read_vector(query), read_position(query)
        if now != before:
            raise StaleError

    def _refresh_source(self) -> None:
        """Start from the newest file where it has been replaced since we read it."""
        assert self._source is not None
        if signature(self.path) != self._source.signature:
            try:
                fresh = Source(self.path)
            except PlannerError:
                return  # Whatever has happened to it, what we read is whole; the next meeting will tell.
            if fresh.meta["plan"] == self._plan_id:
                self._source = fresh

    def _fill(self, copy: WorkingCopy, source: Source) -> None:
        if source.received is None:
            copy.place_bytes(source.data)
        else:
            rebuild(copy, source.meta, source.received.changesets)

    def _join(self, copy: WorkingCopy) -> None:
        copy.join()
        self._copy = copy
        self._meeting = Meeting(self.path, copy, self._open_writer)

    def _open_writer(self) -> Writer:
        with self._joining:
            if self._writer is None:
                from mkplanner.models.store.repository import Writer  # (writing loads SQLAlchemy)

                assert self._copy is not None
                self._writer = Writer(self._copy.database, self._plan_id, self._author)
            return self._writer

    def _check_open(self) -> None:
        if self._is_closed:
            raise PlannerError("This plan has been closed.", "Open it again.")


def rebuild(copy: WorkingCopy, meta: Mapping[str, str], changesets: Sequence[Changeset]) -> None:
    """Make a working copy's database anew from a checked log."""
    from mkplanner.models.store.repository import create  # (writing loads SQLAlchemy)

    new = copy.fresh()
    create(new, meta, changesets)
    copy.put_in_place(new)


def _unpublished(copy: WorkingCopy, known: Mapping[str, int] | None) -> bool:
    """Tell whether a copy holds what the shared file lacks; one made by another version is brought up to date first."""
    with reading(copy.database) as query:
        is_current = has_our_tables(query)
        meta, vector = read_meta(query), read_vector(query)
        changesets = [] if is_current else read_log(query)
    if meta.get("plan") != copy.plan:
        raise DamagedPlanError("The working copy of this plan on this computer belongs to another plan.")
    if not is_current:
        rebuild(copy, meta, changesets)
    return bool(lacking(vector, dict(known) if known is not None else copy.sent()))
