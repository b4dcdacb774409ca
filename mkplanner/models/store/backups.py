"""Dated copies of a plan in the local profile: on the first edit of each day, before risky steps, and on request."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from mkplanner import paths
from mkplanner.models.store.connection import plain_words
from mkplanner.models.store.workingcopy import key_of
from mkplanner.records import frozen

NEWEST_KEPT = 10
DAYS_KEPT = 30
_STAMP = "%Y-%m-%d %H.%M.%S"
_STAMP_LENGTH = 19


def folder_of(path: Path) -> Path:
    """Return the folder that holds the backups of the plan at this path."""
    folder = paths.subfolder("backups") / key_of(path)
    folder.mkdir(exist_ok=True)
    return folder


def back_up(database: Path, path: Path, now: datetime | None = None) -> Path:
    """Copy a working copy as it stands and return the backup; older ones are thinned out.

    `path` is the plan's own place, by which its backups are found again. The copy appears whole or not at all.
    """
    moment = now or datetime.now().astimezone()
    while (kept := folder_of(path) / f"{moment.strftime(_STAMP)} {path.stem[:40]}.mkplan").exists():
        moment += timedelta(seconds=1)  # Two within a second are two all the same.
    new = kept.with_suffix(".new")
    new.unlink(missing_ok=True)
    with plain_words(database), closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(new)) as target:
        source.backup(target)
    new.replace(kept)
    thin_out(folder_of(path), moment.date())
    return kept


def back_up_daily(database: Path, path: Path, now: datetime | None = None) -> Path | None:
    """Make today's first backup, or return None if there is one already."""
    moment = now or datetime.now().astimezone()
    today = moment.strftime("%Y-%m-%d")
    if any(each.name.startswith(today) for each in backups_of(path)):
        return None
    return back_up(database, path, moment)


def backups_of(path: Path) -> list[Path]:
    """Return the backups of the plan at this path, newest first."""
    return sorted(folder_of(path).glob("*.mkplan"), key=lambda each: each.name, reverse=True)


@frozen
class Backup:
    """A dated copy: where it is, when it was made (local time), and its size in bytes."""

    path: Path
    at: datetime
    size: int


def list_backups(path: Path) -> list[Backup]:
    """Return the backups of the plan at this path with their dates, newest first."""
    found = []
    for each in backups_of(path):
        with contextlib.suppress(ValueError, OSError):  # A file of another name, or one just thinned out.
            at = datetime.strptime(each.name[:_STAMP_LENGTH], _STAMP).astimezone()
            found.append(Backup(each, at, each.stat().st_size))
    return found


def thin_out(folder: Path, today: date) -> None:
    """Keep the newest ten, and the newest of each day for thirty days."""
    days: set[str] = set()
    earliest = (today - timedelta(days=DAYS_KEPT)).isoformat()
    for number, each in enumerate(sorted(folder.glob("*.mkplan"), key=lambda found: found.name, reverse=True)):
        day = each.name[:10]
        is_last_of_day = day not in days and day >= earliest
        days.add(day)
        if number >= NEWEST_KEPT and not is_last_of_day:
            each.unlink(missing_ok=True)
