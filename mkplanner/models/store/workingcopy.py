"""The local copy that is being edited: where it lives, who of this computer uses it, and what a crash left of it.

A copy belongs to one plan at one path. Every process that uses it holds a small file beside it; the system lets go of that
file when the process ends, however it ends, so that a copy in use is never removed and one left behind is always found.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import shutil
from contextlib import AbstractContextManager
from pathlib import Path

from mkplanner import paths
from mkplanner.models.store.connection import Content
from mkplanner.models.store.holding import alone, hold, is_held

CLOSED_KEPT = 30 * 24 * 3600.0
"""Seconds for which the copy of a plan closed in good order is kept; see `WorkingCopy.retire`."""


def gate() -> AbstractContextManager[None]:
    """Stand alone, among the processes of this profile, while copies are made, joined, left or removed."""
    return alone(paths.subfolder("working") / "gate")


def key_of(path: Path) -> str:
    """Return the short name under which things about the file at this path are kept in the profile."""
    return hashlib.sha256(os.path.normcase(str(path)).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def copies_of(path: Path) -> list[WorkingCopy]:
    """Return the working copies of whatever plans have stood at this path, newest first; only inside `gate()`."""
    found = [WorkingCopy(each) for each in paths.subfolder("working").glob(f"{key_of(path)}-*")]
    return sorted((copy for copy in found if copy.content.is_file()), key=_age, reverse=True)


def _age(copy: WorkingCopy) -> int:
    return copy.content.stat().st_mtime_ns


def sweep_closed(now: float) -> None:
    """Forget the closed copies of plans that nobody has opened here for a month; `now` is seconds since 1970."""
    for closed in paths.subfolder("working").glob(f"*/{WorkingCopy.CLOSED}"):
        if now - closed.stat().st_mtime > CLOSED_KEPT:
            shutil.rmtree(closed.parent, ignore_errors=True)


def copy_for(path: Path, plan: str) -> WorkingCopy:
    """Return the place for a plan's working copy, whether or not there is one yet."""
    return WorkingCopy(paths.subfolder("working") / f"{key_of(path)}-{plan}")


class WorkingCopy:
    """One folder in the profile: the database, who uses it, and what has been published of it.

    Call `join`, `leave`, `is_used_by_others`, `remove` and `set_aside` only inside `gate()`.
    """

    DATABASE = "plan.mkplan"
    CLOSED = "closed.mkplan"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / self.DATABASE
        self._mine: Path | None = None
        self._held: int | None = None

    @property
    def plan(self) -> str:
        """The id of the plan."""
        return self.folder.name.partition("-")[2]

    @property
    def exists(self) -> bool:
        """Whether somebody works on it, or did until a crash."""
        return self.database.is_file()

    @property
    def content(self) -> Path:
        """The database to read: the open one, or else the closed one."""
        return self.database if self.exists else self.folder / self.CLOSED

    def retire(self) -> None:
        """Close the copy: everything in it is in the shared file, which the next start makes sure of once more.

        Where a lock was lost, or a synchronised folder kept the other of two files, the copy still has what is missing.
        """
        self.database.replace(self.folder / self.CLOSED)

    def revive(self) -> bool:
        """Open a closed copy again, where there is one; return whether there is anything to work on."""
        if not self.exists and self.content.is_file():
            self.content.replace(self.database)
        return self.exists

    def join(self) -> None:
        """Say that this process uses the copy."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._mine = self.folder / f"user-{secrets.token_hex(6)}"
        self._held = hold(self._mine)

    def leave(self) -> None:
        """Say that this process no longer does."""
        if self._held is not None and self._mine is not None:
            os.close(self._held)
            self._mine.unlink(missing_ok=True)
            self._held = self._mine = None

    def is_used_by_others(self) -> bool:
        """Whether another living process (or window) uses the copy; what dead ones left is swept."""
        used = False
        for user in self.folder.glob("user-*"):
            if user != self._mine:
                if is_held(user):
                    used = True
                else:
                    user.unlink(missing_ok=True)
        return used

    def place_bytes(self, data: Content) -> None:
        """Make the database of a whole file that this installation wrote itself."""
        new = self.fresh()
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self.put_in_place(new)

    def fresh(self) -> Path:
        """Return the path at which a database is made before it is put in place; what a crash left there is gone."""
        self.folder.mkdir(parents=True, exist_ok=True)
        new = self.folder / f"{self.DATABASE}.new"
        for leftover in (new, new.with_name(f"{new.name}-journal")):
            leftover.unlink(missing_ok=True)
        return new

    def put_in_place(self, new: Path) -> None:
        """Let a finished database become the copy, all at once."""
        new.replace(self.database)
        sync_folder(self.folder)

    def remove(self) -> None:
        """Take the copy away; everything in it has been published, or was never wanted."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def set_aside(self) -> Path:
        """Keep a copy that cannot be read under another name, for whoever may rescue it."""
        aside = self.folder.with_name(f"damaged-{secrets.token_hex(4)}-{self.folder.name}")
        self.folder.rename(aside)
        return aside

    def note_sent(self, vector: dict[str, int]) -> None:
        """Remember what the shared file holds, for the day when it cannot be read."""
        note = self.folder / "sent.json"
        fresh = note.with_suffix(".new")
        fresh.write_text(json.dumps(vector), encoding="utf-8")
        fresh.replace(note)

    def sent(self) -> dict[str, int]:
        """Return what was last known to be in the shared file."""
        try:
            return dict(json.loads((self.folder / "sent.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return {}


def sync_folder(folder: Path) -> None:
    """Have a folder's entries on disk, where the system can do that."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # Some shares know no such thing; the file itself is on disk already.
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
