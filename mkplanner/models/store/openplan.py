"""A plan in use: what the window and the command line can do with a plan file beyond editing it.

Edits go through `session`; here are publishing, merging, conflicts, history, marks and earlier versions.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkplanner.errors import PlannerError, RefusedError
from mkplanner.models.changes import Changes
from mkplanner.models.checks.registry import check
from mkplanner.models.commands.marks import AddMark
from mkplanner.models.commands.settling import PutBack, Settle, SettleOtherwise
from mkplanner.models.commands.versions import RestoreVersion
from mkplanner.models.edit import ALIVE
from mkplanner.models.lookback.changelist import Line, lines_of, net_lines
from mkplanner.models.lookback.conflict import Conflict, with_conflicts
from mkplanner.models.lookback.differences import Differences
from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord
from mkplanner.models.notice import Notice
from mkplanner.models.plan import Item, Plan
from mkplanner.models.session import Done, PlanSession, StaleError
from mkplanner.models.store import backups, lookback
from mkplanner.models.store.backups import Backup
from mkplanner.models.store.chronicle import records_of, value_before
from mkplanner.models.store.connection import bytes_of
from mkplanner.models.store.differing import differences_since
from mkplanner.models.store.intake import Received, read_file, receive
from mkplanner.models.store.meeting import SavedState, SyncReport
from mkplanner.models.store.merging import MergeReport, TakenIn, copies_beside, plan_in, receive_copy
from mkplanner.models.store.netchanges import known_of, net_changes, new_to, vector_of
from mkplanner.models.store.planfile import PlanFile
from mkplanner.models.store.publishing import obstacle
from mkplanner.models.store.wording import called
from mkplanner.models.wording import listed


class OpenPlan:
    """A plan file in use. `session` changes the plan, each change durable at once; `sync` and `close` publish.

    `recovered` is empty, or the passing note about a crash; `read_only` is empty, or why the plan can only be looked at.
    """

    def __init__(self, file: PlanFile, plan: Plan) -> None:
        self._file = file
        self._waiting = ""
        self._conflicts: tuple[Conflict, ...] = ()
        self._conflicts_for: Plan | None = None
        self._is_shape_uncertain = False
        self._before = plan
        self._seq: int | None = None
        self.session = PlanSession(plan, file)
        self.session.subscribe(self._follow)

    @property
    def path(self) -> Path:
        """Where the plan file is."""
        return self._file.path

    @property
    def plan(self) -> Plan:
        """The plan as the session has it."""
        return self.session.plan

    @property
    def recovered(self) -> str:
        """What was found after a crash, in words, or nothing."""
        return self._file.recovered

    @property
    def read_only(self) -> str:
        """Why the plan can only be looked at, or nothing."""
        return self._file.read_only

    @property
    def saved_state(self) -> SavedState:
        """Whether the newest edits are in the plan file yet, and the sentence to show."""
        if self._file.is_published:
            return SavedState(True, "All changes are in the plan file.")
        return SavedState(
            False, self._waiting or "The newest changes are kept on this computer, waiting for the plan file."
        )

    def sync(self) -> SyncReport:
        """Take in what others published, and publish what is ours; safe on a background thread.

        Never raises for trouble with the shared place: `reason` and `waiting` in the report say it. Where `adopted` is
        not 0, call `session.refresh()` on the session's own thread.
        """
        report = self._file.sync()
        self._waiting = report.waiting
        return report

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since this session last read; `session.refresh()` reads it. Quick to ask."""
        return self._file.is_stale()

    def changed_in_file(self) -> bool:
        """Whether somebody else has published since the last sync; `sync` brings it. Safe on a background thread."""
        return self._file.is_file_new()

    def obstacle(self) -> str:
        """Return why nothing can be written to the plan's file just now, or nothing; safe on a background thread."""
        return obstacle(self.path)

    def whole_file(self) -> bytes:
        """Return what a copy of the plan holds, with all its history and what waits on this computer. Raises OSError."""
        database = self._file.database
        return self.path.read_bytes() if database is None else bytes_of(database)

    def back_up(self) -> Path | None:
        """Keep a dated copy in the profile and return it, or None while nothing was ever edited here."""
        database = self._file.database
        return None if database is None else backups.back_up(database, self.path)

    def verify(self) -> list[str]:
        """Check digests, gaps, causes and rows; a sentence for each thing that is not as it was written, or nothing."""
        return lookback.findings(self._file)

    def history(self, since: str | None = None) -> list[ChangesetRecord]:
        """Return who did what and when, oldest first, the same on every computer.

        `since` is the name of a mark; what was known there is left out, and so is the making of marks. Raises `RefusedError`
        where there is no such mark.
        """
        log = self._file.log()
        if since is None:
            return records_of(log)
        known = self._mark(since)
        return [
            each for each in records_of(new_to(log, known)) if any(part.row_kind != "mark" for part in each.changes)
        ]

    # ---- what others wrote

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return what several people wrote without knowing of each other, in the same order on every copy.

        Quick to ask again while nothing was written.
        """
        plan = self.plan
        if self._conflicts_for is not plan:
            self._conflicts, self._conflicts_for = lookback.conflicts(self._file, plan), plan
        return self._conflicts

    def notices(self) -> tuple[Notice, ...]:
        """Return the notices of the plan, its conflicts among them."""
        return with_conflicts(self.conflicts(), check(self.plan))

    def resolve(self, conflict: str, n: int) -> Done:
        """Settle the conflict with this id by its choice `n`; a step that can be undone.

        Raises `RefusedError` where there is no such conflict (any more) or no such choice.
        """
        found = self._conflict(conflict)
        done = self.session.run(Settle(found, n))
        if found.field in (ALIVE, "place"):
            self._is_shape_uncertain = True
            self.session.refresh()
        return done

    def _follow(self, changes: Changes) -> None:
        """Keep the list of conflicts where a change of ours cannot have altered it; look again where it may show more.

        An edit makes no conflict, and settles one only where it is. Undo may open one again. Where a loop was cut or a deleted
        row is kept in sight, moving or removing one row, or what is said about it, may show or hide others.
        """
        is_ours, self._seq = self.session.last_seq != self._seq, self.session.last_seq
        is_edit = is_ours and self.session.history.redo_title is None
        places = {place for each in self._conflicts for place in (each.row, each.item)}
        elsewhere = not changes.is_structural and places.isdisjoint(id_ for _, id_ in changes.keys)
        if is_edit and self._conflicts_for is self._before and (elsewhere or not self._conflicts):
            self._conflicts_for = self.plan
        self._before = self.plan
        uncertain = self._is_shape_uncertain or self._file.is_put_right
        if uncertain and (changes.is_structural or any(kind is not Item for kind, _ in changes.keys)):
            self.session.refresh()

    def resolve_otherwise(self, conflict: str, words: object) -> Done:
        """Settle a conflict of values with words of one's own; see `resolve`."""
        return self.session.run(SettleOtherwise(self._conflict(conflict), words))

    def _conflict(self, id_: str) -> Conflict:
        found = next((each for each in self.conflicts() if each.id == id_), None)
        if found is None:
            raise RefusedError(f"There is no conflict “{id_}” (any more).", "Nothing was changed.")
        return found

    def merge(self, other: Path) -> MergeReport:
        """Take in what another copy of this plan has, after a backup; `sync` or `close` publish it.

        Nothing of the other file but its checked log is believed. Merging the same copy again brings nothing. Raises
        `PlannerError` in words for a file that is no copy of this plan, or not whole; nothing is changed then.
        """
        known = {conflict.id for conflict in self.conflicts()}
        return self.merged(self.take_in(other), known)

    def take_in(self, other: Path) -> TakenIn:
        """Do the part of a merge that takes time; safe on a background thread. Call `merged` on the session's own.

        Raises `PlannerError` as `merge` does.
        """
        received = self._lacking(other)
        if not received.changesets:
            return TakenIn()
        try:
            _, kept = self._file.take_in(received)
        except StaleError:  # Another process has made the working copy meanwhile; we have joined it.
            _, kept = self._file.take_in(received)
        return TakenIn(tuple(received.changesets), kept)

    def merged(self, taken: TakenIn, known: Collection[str] = ()) -> MergeReport:
        """Show what was taken in, and tell it; conflicts with these ids were there before."""
        if not taken.changesets:
            return MergeReport()
        self.session.refresh()
        records = tuple(records_of(taken.changesets))
        fresh = tuple(conflict for conflict in self.conflicts() if conflict.id not in known)
        return MergeReport(records, lines_of(self.plan, records), fresh, taken.backup)

    def has_news(self, other: Path) -> bool:
        """Whether a copy of this plan holds changes that are not in it; safe on a background thread. Raises as `merge` does."""
        return bool(self._lacking(other).changesets)

    def _lacking(self, other: Path) -> Received:
        info = self.plan.info
        return receive_copy(self._file, info.id, info.title, other)

    def is_copy(self, other: Path) -> bool:
        """Whether another file is a copy of this plan by what it says inside; whether it is whole is not asked."""
        return other.resolve() != self.path and plan_in(other) == self.plan.info.id

    def copies_beside(self) -> list[Path]:
        """Return copies of this plan that a program which synchronises folders has put beside it, to be merged."""
        return copies_beside(self.path, self.plan.info.id)

    def known(self) -> dict[str, int]:
        """Return what this plan knows now, to ask later what has come in since: the newest number of every session."""
        return lookback.vector(self._file)

    def news_since(self, known: dict[str, int]) -> tuple[Line, ...]:
        """Return what has come in since, our own changes too, as sentences in the order of the history."""
        return lines_of(self.plan, records_of(new_to(self._file.log(), known)))

    # ---- marks and versions

    def mark(self, name: str) -> Done:
        """Remember this moment under a name. Raises `RefusedError` where the name is taken."""
        return self.session.run(AddMark(name, known_of(self.known())))

    def changed_since(self, name: str) -> tuple[Line, ...]:
        """Return what is different since a mark in the end, a sentence for each field, whatever came in between."""
        return net_lines(self.plan, net_changes(self._file.log(), self._mark(name)))

    def differences(self, since: str) -> Differences:
        """Return what is different since a mark or a day ("2026-04-01") and who did it; see `differing`."""
        return differences_since(self._file.log(), since, self._mark)

    def _mark(self, name: str) -> dict[str, int]:
        wanted = " ".join(name.split()).casefold()
        found = [mark for mark in self.plan.marks.values() if mark.name.casefold() == wanted]
        if not found:
            names = listed([f"“{mark.name}”" for mark in self.plan.marks.values()])
            raise RefusedError(
                f"There is no mark called “{name}”.", f"Marks are {names}." if names else "Make one first."
            )
        return vector_of(found)

    def put_back(self, change: ChangeRecord) -> Done:
        """Give a field the value it had before a change of the history; a step that can be undone.

        Raises `RefusedError` where the row has gone, or the change was about the row as a whole.
        """
        row, value = value_before(change)
        return self.session.run(PutBack(row, change.item, change.field, value))

    def backups(self) -> list[Backup]:
        """Return the dated copies of this plan on this computer, newest first."""
        return backups.list_backups(self.path)

    def restore(self, backup: Path) -> Done:
        """Make the plan what it was in a backup, after one of what it is now; a step that can be undone.

        The history goes on, so that others are not surprised. Raises `PlannerError` for a backup that is not whole or of
        another plan.
        """
        received = receive(read_file(backup), backup.name)
        if received.plan != self.plan.info.id:
            raise PlannerError(f"{called(backup)} is a backup of another plan.", "Nothing was changed.")
        self.back_up()
        return self.session.run(RestoreVersion(received.shown))

    def close(self) -> SyncReport:
        """Publish, and leave no trace where everything is published; safe to call twice."""
        report = self._file.close()
        self._waiting = report.waiting
        return report
