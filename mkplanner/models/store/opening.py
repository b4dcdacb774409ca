"""Opening and making plan files: the one door of the store that the window and the command line use.

Nothing here loads SQLAlchemy: a plan is shown first, and the first edit, or `preload` in the background, brings it in.
"""

from __future__ import annotations

import contextlib
import getpass
from dataclasses import dataclass
from pathlib import Path

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.edit import Step
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.models.records import ChangesetRecord
from mkplanner.models.session import PlanSession
from mkplanner.models.store import backups, lookback
from mkplanner.models.store.chronicle import records_of
from mkplanner.models.store.intake import read_file, receive
from mkplanner.models.store.leftover import rescue
from mkplanner.models.store.meeting import SyncReport as SyncReport  # part of what the door hands out
from mkplanner.models.store.planfile import PlanFile
from mkplanner.models.store.publishing import sweep
from mkplanner.models.store.wording import called, folder_of


@dataclass(frozen=True, slots=True)
class SavedState:
    """Where the newest edits are: `published` in the plan file, or on this computer for the reason in `sentence`."""

    published: bool
    sentence: str


class OpenPlan:
    """A plan file in use. `session` changes the plan, each change durable at once; `sync` and `close` publish.

    `recovered` is empty, or the passing note about a crash; `read_only` is empty, or why the plan can only be looked at.
    """

    def __init__(self, file: PlanFile, plan: Plan) -> None:
        self._file = file
        self._waiting = ""
        self.session = PlanSession(plan, file)

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

    def back_up(self) -> Path | None:
        """Keep a dated copy in the profile and return it, or None while nothing was ever edited here."""
        database = self._file.database
        return None if database is None else backups.back_up(database, self.path)

    def verify(self) -> list[str]:
        """Check digests, gaps, causes and rows; a sentence for each thing that is not as it was written, or nothing."""
        return lookback.findings(self._file)

    def history(self) -> list[ChangesetRecord]:
        """Return who did what and when, oldest first, the same on every computer."""
        return records_of(self._file.log())

    def close(self) -> SyncReport:
        """Publish, and leave no trace where everything is published; safe to call twice."""
        report = self._file.close()
        self._waiting = report.waiting
        return report


def create_plan(path: Path, info: PlanInfo, *, author: str | None = None) -> OpenPlan:
    """Make a plan file. Raises `PlannerError` where there is a file of that name already, or where none can be written."""
    place = _placed(path)
    if place.exists():
        raise PlannerError(
            f"There is already a file {called(place)} in {folder_of(place)}.",
            "Choose another name; nothing was changed.",
        )
    if not place.parent.is_dir():
        raise PlannerError(f"There is no folder {folder_of(place)}.", "Make it first, or choose another.")
    file = PlanFile(place, _author(author))
    file.start_new(Step("New plan", {(PlanInfo, info.id): None}, {(PlanInfo, info.id): info}), info.id)
    report = file.sync()
    if not report.published:
        file.close(publish=False)
        raise PlannerError(f"{called(place)} cannot be made: {report.reason}.", "Choose another folder.")
    return OpenPlan(file, file.reload())


def open_plan(path: Path, *, author: str | None = None) -> OpenPlan:
    """Open a plan file. Raises `PlannerError` with one sentence for whatever it is that cannot be opened."""
    place = _placed(path)
    sweep(place)
    file = PlanFile(place, _author(author))
    try:
        return OpenPlan(file, file.start())
    except DamagedPlanError as error:
        raise DamagedPlanError(
            error.sentence, f"{error.advice} {_backup_advice(place)}".strip(), error.detail
        ) from error


def preload() -> None:
    """Load what the first edit will need; for a background thread, once the plan is on the screen."""
    import mkplanner.models.store.repository  # noqa: F401  (the point is to load it)


def _backup_advice(place: Path) -> str:
    """Say which is the newest backup that is whole, or nothing."""
    with contextlib.suppress(OSError, PlannerError):
        rescue(place)
    for backup in backups.backups_of(place):
        try:
            receive(read_file(backup), backup.name)
        except PlannerError:
            continue
        return f"The newest backup on this computer is {backup}."
    return ""


def _placed(path: Path) -> Path:
    try:
        place = path.resolve()
        place.exists()
    except PermissionError as error:
        raise PlannerError(
            f"You are not allowed to look into {folder_of(path)}.", "Ask whoever looks after it.", str(error)
        ) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise PlannerError(
            f"{called(path)} is not a name that a file can have.", "Check the name.", str(error)
        ) from error
    return place


def _author(given: str | None) -> str:
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
