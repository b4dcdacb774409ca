"""One plan file in use: read at once from memory, and given a working copy when the first edit needs one.

Whoever only looks leaves no trace. The working copy is shared by all processes of this profile that edit the same plan; who
writes while another has written since is told so (`StaleError`), and its session reads again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkplanner.errors import PlannerError, RefusedError
from mkplanner.models.edit import Step
from mkplanner.models.plan import Plan
from mkplanner.models.session import StaleError
from mkplanner.models.store import backups
from mkplanner.models.store.connection import own_folder, reading
from mkplanner.models.store.intake import Received
from mkplanner.models.store.leftover import fill, rebuild, take_up
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.looking import Looking
from mkplanner.models.store.meeting import Meeting, SyncReport, lacking
from mkplanner.models.store.netchanges import new_to
from mkplanner.models.store.reading import Position, read_last, read_log, read_position, read_shown, read_vector
from mkplanner.models.store.source import Source
from mkplanner.models.store.workingcopy import WorkingCopy, copies_of, copy_for, gate, sweep_closed

if TYPE_CHECKING:
    from mkplanner.models.store.repository import Writer

log = logging.getLogger(__name__)


class PlanFile:
    """The journal of a session: appends steps to the working copy, reads them back, and meets the shared file."""

    def __init__(self, path: Path, author: str) -> None:
        self.path = path
        self.recovered = ""
        self.read_only = ""
        self.is_put_right = False
        self._author = author
        self._looking = Looking(path)
        self._copy: WorkingCopy | None = None
        self._writer: Writer | None = None
        self._meeting: Meeting | None = None
        self._position = Position(0, 0)
        self._seen: dict[str, int] = {}
        self._plan_id = ""
        self._backed_up: date | None = None
        self._is_closed = False
        self._joining = threading.RLock()
        self._syncing = threading.Lock()

    # ---- opening

    def start(self) -> Plan:
        """Read the plan, from the working copy that a crash or another window has left where there is one."""
        trouble: PlannerError | None = None
        try:
            self._read_source()
        except PlannerError as error:
            trouble = error
        with own_folder(), gate():
            sweep_closed(time.time())
            copies = copies_of(self.path)
            source = self._looking.source
            if source is not None:
                copies = [copy for copy in copies if copy.plan == self._plan_id]
            found = take_up(copies, source)
            if found.copy is not None:
                self._join(found.copy)
        self.recovered = found.note
        if self._meeting is not None:
            self._meeting.adopt_if_possible()
        elif trouble is not None:
            raise trouble
        return self.reload()

    def start_new(self, step: Step, plan: str) -> None:
        """Make a plan that does not exist yet: its first changeset in a new working copy, not yet published."""
        self._plan_id = plan
        with own_folder(), gate():
            copy = copy_for(self.path, plan)
            rebuild(copy, {"plan": plan}, ())
            self._join(copy)
        self.append(step, kind="new")

    def _read_source(self) -> Source:
        source = self._looking.read(self._plan_id)
        self._plan_id, self.read_only = source.meta["plan"], self._looking.read_only
        return source

    # ---- the journal

    def append(self, step: Step, *, kind: str, undoes: int | None = None) -> int:
        """Keep one step durably; see `session.Journal`."""
        self._check_writable()
        with self._joining, own_folder():
            if self._copy is None:
                self._make_copy()
            self._back_up_daily(is_new=kind == "new")
            writer = self._open_writer()
            seq, self._position = writer.append(step, kind, undoes, self._position)
            self._seen[writer.uid] = seq
        return seq

    def append_unseeing(self, step: Step) -> int:
        """Keep an edit by somebody who had not seen what the file holds by now; see `session.Journal`."""
        self._check_writable()
        with self._joining, own_folder():
            writer = self._open_writer()
            self._seen[writer.uid] = seq = writer.append_unseeing(step, self._seen)
        return seq

    def _back_up_daily(self, *, is_new: bool) -> None:
        today = date.today()
        if self._copy is not None and self._backed_up != today and not is_new:
            self._backed_up = today
            try:
                backups.back_up_daily(self._copy.database, self.path)
            except (OSError, PlannerError) as error:
                log.warning("no backup today of %s: %r", self.path, error)

    def reload(self) -> Plan:
        """Return the plan as it stands now in the working copy, or else in the shared file."""
        self._check_open()
        with self._joining, own_folder():
            if self._copy is None:
                self._join_existing()
            if self._copy is None:
                shown = self._read_source().outlook()
            else:
                with reading(self._copy.database) as query:
                    shown, self._position, self._seen = read_shown(query), read_position(query), read_vector(query)
            self.is_put_right = shown.put_right
            return shown.plan

    def is_stale(self) -> bool:
        """Whether another process has written to the working copy, or to the shared file while we only look.

        Safe on a background thread, and keeps nobody else waiting however long the shared place takes to answer.
        """
        copy = self._copy
        if copy is None:
            return copy_for(self.path, self._plan_id).exists or self._looking.has_news()
        try:
            with reading(copy.database, wait=0) as query:
                return read_last(query) != self._position.last
        except PlannerError:
            return False  # Somebody is writing this very moment; the next look will tell.

    # ---- the shared file

    def sync(self) -> SyncReport:
        """Meet the shared file; see `Meeting.sync`. Reload if anything was adopted: what the session shows is not altered."""
        self._check_open()
        if self._meeting is None:
            return SyncReport(published=True)
        with self._syncing:
            return self._meeting.sync()

    def is_file_new(self) -> bool:
        """Whether somebody has replaced the shared file since the last sync, so that the next may bring news."""
        return self._meeting is not None and self._meeting.is_file_new()

    @property
    def is_published(self) -> bool:
        """Whether every edit that this process knows of is in the shared file."""
        return self._meeting is None or self._meeting.sent_up_to >= self._position.last

    def close(self, *, publish: bool = True) -> SyncReport:
        """Publish, and close the working copy if nothing in it waits and nobody else uses it.

        Without `publish` the copy goes for good: for a plan that could not be made in the first place.
        """
        if self._is_closed:
            return SyncReport(published=True)
        report = self.sync() if publish else SyncReport(published=False)
        self._is_closed = True
        if self._writer is not None:
            self._writer.close()
        if self._copy is not None and self._meeting is not None:
            with gate():
                self._copy.leave()
                if not publish:
                    self._copy.remove()
                elif not self._copy.is_used_by_others() and self._meeting.is_all_sent():
                    self._copy.retire()
        return report

    # ---- looking back

    @property
    def database(self) -> Path | None:
        """Where the working copy's database is, or None while there is none."""
        return self._copy.database if self._copy else None

    @property
    def source(self) -> Source:
        """The shared file as it was last read; what counts while there is no working copy."""
        self._check_open()
        assert self._looking.source is not None
        return self._looking.source

    @property
    def position(self) -> Position:
        """How far the working copy had got when the session last read or wrote it."""
        return self._position

    def take_in(self, received: Received) -> tuple[int, Path]:
        """Take in the log of another copy, already checked, after a backup; return how many changesets were new, and that.

        Raises `StaleError` where the session has to read again first.
        """
        self._check_writable()
        with self._joining, own_folder():
            if self._copy is None:
                self._make_copy()
            assert self._copy is not None
            kept = backups.back_up(self._copy.database, self.path)
            return self._open_writer().adopt(received.changesets, received.meta), kept

    def log(self) -> Sequence[Changeset]:
        """Return everything that was ever done to the plan."""
        self._check_open()
        if self._copy is not None:
            with reading(self._copy.database) as query:
                return read_log(query)
        return self.source.log()

    def last_writer(self, row: str, field: str | None) -> str:
        """Return who else wrote last to a field of a row; see `session.Journal`."""
        return self._open_writer().last_writer(row, field)

    # ---- the working copy

    def _make_copy(self) -> None:
        """Join the copy that another process has made, or make one of the file as the session was shown it.

        Raises `StaleError` where the copy holds anything else.
        """
        shown = self.source.vector()
        self._seen = dict(shown)
        with gate():
            copy = copy_for(self.path, self._plan_id)
            if not copy.revive():
                fill(copy, self.source)
            self._join(copy)
        if self._catch_up(copy) != shown:
            raise StaleError

    def _join_existing(self) -> None:
        """Join the copy that another process has made since we looked, or left in a crash."""
        with gate():
            copy = copy_for(self.path, self._plan_id)
            if not copy.exists:
                return
            self._join(copy)
        self._catch_up(copy)

    def _catch_up(self, copy: WorkingCopy) -> dict[str, int]:
        """Return what a joined copy knew; what the shared file showed us and it lacked is in it now."""
        with reading(copy.database) as query:
            held, self._position = read_vector(query), read_position(query)
        source = self._looking.source
        if source is not None and lacking(source.vector(), held):
            self._open_writer().adopt(new_to(source.log(), held), source.meta)
        return held

    def _join(self, copy: WorkingCopy) -> None:
        copy.join()
        self._copy = copy
        self._plan_id = copy.plan
        self._meeting = Meeting(self.path, copy, self._open_writer, self._author)

    def _open_writer(self) -> Writer:
        with self._joining:
            if self._writer is None:
                from mkplanner.models.store.repository import Writer  # (writing loads SQLAlchemy)

                assert self._copy is not None
                self._writer = Writer(self._copy.database, self._plan_id, self._author)
            return self._writer

    def _check_writable(self) -> None:
        self._check_open()
        if self.read_only:
            raise RefusedError(self.read_only, "Save a copy with the newer version, or ask for it to be installed.")

    def _check_open(self) -> None:
        if self._is_closed:
            raise PlannerError("This plan has been closed.", "Open it again.")
