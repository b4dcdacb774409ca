"""Opening and making plan files: the one door of the store that the window and the command line use.

Nothing here loads SQLAlchemy: a plan is shown first, and the first edit, or `preload` in the background, brings it in.
"""

from __future__ import annotations

import contextlib
import getpass
from dataclasses import replace
from pathlib import Path

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.commands.versions import FillCopy
from mkplanner.models.edit import Step
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.models.store import backups
from mkplanner.models.store.backups import Backup as Backup  # part of what the door hands out, as are the next ones
from mkplanner.models.store.intake import read_file, receive
from mkplanner.models.store.leftover import rescue
from mkplanner.models.store.meeting import SavedState as SavedState
from mkplanner.models.store.meeting import SyncReport as SyncReport
from mkplanner.models.store.merging import MergeReport as MergeReport
from mkplanner.models.store.merging import TakenIn as TakenIn
from mkplanner.models.store.openplan import OpenPlan as OpenPlan
from mkplanner.models.store.planfile import PlanFile
from mkplanner.models.store.presence import Presence as Presence
from mkplanner.models.store.presence import Somebody as Somebody
from mkplanner.models.store.presence import sweep as sweep_presence
from mkplanner.models.store.publishing import replace_whole, sweep
from mkplanner.models.store.salvage import SalvageReport as SalvageReport
from mkplanner.models.store.salvage import salvage as salvage
from mkplanner.models.store.source import put_aside
from mkplanner.models.store.wording import called, folder_of


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
    file = PlanFile(place, author_name(author))
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
    sweep_presence(place)
    file = PlanFile(place, author_name(author))
    try:
        return OpenPlan(file, file.start())
    except DamagedPlanError as error:
        raise DamagedPlanError(
            error.sentence, f"{error.advice} {_backup_advice(place)}".strip(), error.detail
        ) from error


def clean_copy(plan: Plan, path: Path) -> None:
    """Write a plan without its history to a new file, to be handed out: no former words, no names of who wrote what.

    The copy is a plan of its own: it cannot be merged with this one again. Raises `PlannerError` as `create_plan` does.
    """
    made = create_plan(path, replace(plan.info, id=new_id()), author="")
    try:
        made.session.run(FillCopy(plan))
    finally:
        report = made.close()
    if report.waiting:
        raise PlannerError(report.waiting)


def replace_damaged(path: Path, backup: Path) -> Path:
    """Put a backup in the place of a file that cannot be opened; return where the damaged one is kept, beside it.

    Raises `PlannerError` where the backup is not whole, or the folder cannot be written; nothing is changed then.
    """
    place = _placed(path)
    data = read_file(backup)
    receive(data, backup.name)
    kept = _free_name(place)
    try:
        place.rename(kept)
        replace_whole(place, data, must_be_new=True)
    except OSError as error:
        if kept.exists() and not place.exists():
            kept.rename(place)
        raise PlannerError(
            f"{called(place)} cannot be replaced by its backup.", f"Check the folder {folder_of(place)}.", str(error)
        ) from error
    return kept


def _free_name(place: Path) -> Path:
    number, name = 1, place.with_name(f"{place.stem} (damaged){place.suffix}")
    while name.exists():
        number += 1
        name = place.with_name(f"{place.stem} (damaged {number}){place.suffix}")
    return name


def preload() -> None:
    """Load what the first edit will need, and let go of what it will not; for a background thread, once a plan is shown."""
    put_aside()
    import mkplanner.models.store.repository
    import mkplanner.models.timeframes.statements  # noqa: F401  (the point is to load them)


def good_backup(path: Path) -> Backup | None:
    """Return the newest backup of a plan on this computer that is whole; what a working copy still holds is kept first."""
    place = _placed(path)
    with contextlib.suppress(OSError, PlannerError):
        rescue(place)
    for backup in backups.list_backups(place):
        try:
            receive(read_file(backup.path), backup.path.name)
        except PlannerError:
            continue
        return backup
    return None


def _backup_advice(place: Path) -> str:
    """Say which is the newest backup that is whole, or nothing."""
    found = good_backup(place)
    return "" if found is None else f"The newest backup on this computer is {found.path}."


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


def author_name(given: str | None) -> str:
    """Return the name that changes are signed with: the one given, or that of the user of this computer; it may be empty."""
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
