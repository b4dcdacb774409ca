"""The short lock beside a shared file, held for the milliseconds in which the file is read, merged and replaced.

It spares work and is never relied upon: without it, or with a broken one, two people who publish at once heal at their next
sync, because every program keeps its own edits until it has seen them in the file.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import random
import secrets
import time
from pathlib import Path
from types import TracebackType

from mkplanner.errors import PlannerError
from mkplanner.models.store.holding import is_running

WAIT = 10.0
STALE = 30.0
STALE_IF_EMPTY = 2.0
_LONGEST_NAME = 190


class HeldElsewhereError(PlannerError):
    """Somebody else is saving the same file just now."""


def lock_path(target: Path) -> Path:
    """Return the name of the lock beside a file."""
    return target.with_name(f".~lock.{name_beside(target)}#")


def name_beside(target: Path) -> str:
    """Return what names beside a file are made of: its own, shortened where the longer one would be no name any more."""
    if len(os.fsencode(target.name)) <= _LONGEST_NAME:
        return target.name
    return f"{target.name[:30]}~{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]}"


class ShareLock:
    """Held inside a `with` block.

    Raises `HeldElsewhereError` after `wait` seconds, OSError where the folder cannot be written.
    """

    def __init__(self, target: Path, who: str = "", wait: float = WAIT) -> None:
        self._lock = lock_path(target)
        self._token = secrets.token_hex(8)
        self._temp = self._lock.with_name(f"{self._lock.name}.{self._token}")
        self._wait = wait
        mine = {"who": who, "host": platform.node(), "pid": os.getpid(), "token": self._token}
        self._content = json.dumps(mine).encode()

    def __enter__(self) -> ShareLock:
        end = time.monotonic() + self._wait
        while not self._take():
            if time.monotonic() > end:
                raise HeldElsewhereError(f"{self._holder()} is saving the same plan just now.", "", str(self._lock))
            time.sleep(random.uniform(0.002, 0.03))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._read().get("token") == self._token:
            with contextlib.suppress(OSError):
                self._lock.unlink()

    def _take(self) -> bool:
        """Write the lock beside its place and link it there whole; look at the one that stands there otherwise."""
        try:
            self._temp.write_bytes(self._content)
            try:
                now = self._temp.stat().st_mtime
                return self._link()
            except FileExistsError:
                self._break_if_stale(now)
            except FileNotFoundError:
                pass  # Somebody who swept the folder took it for a leftover; write it again.
            return False
        finally:
            with contextlib.suppress(OSError):
                self._temp.unlink()

    def _link(self) -> bool:
        try:
            os.link(self._temp, self._lock)
        except (FileExistsError, FileNotFoundError):
            raise
        except OSError:
            # A stick or an old share without hard links: the name is still taken by one alone, if not all at once.
            descriptor = os.open(self._lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            os.write(descriptor, self._content)
            os.close(descriptor)
        return True

    def _break_if_stale(self, now: float) -> None:
        """Take a stale lock away; `now` is the share's own time. Gives back what turns out to be another's fresh lock."""
        try:
            age = now - self._lock.stat().st_mtime
        except OSError:
            return
        content = self._read()
        if not _is_stale(content, age):
            return
        aside = self._temp.with_name(f"{self._temp.name}.stale")
        try:
            self._lock.replace(aside)
            if _parsed(aside).get("token") != content.get("token"):
                os.link(aside, self._lock)
        except OSError:
            pass
        finally:
            with contextlib.suppress(OSError):
                aside.unlink()

    def _read(self) -> dict[str, object]:
        return _parsed(self._lock)

    def _holder(self) -> str:
        content = self._read()
        return str(content.get("who") or content.get("host") or "Somebody else")


def _parsed(path: Path) -> dict[str, object]:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _is_stale(content: dict[str, object], age: float) -> bool:
    process = content.get("pid")
    if not content or not isinstance(process, int):
        return age > STALE_IF_EMPTY
    if content.get("host") == platform.node() and not is_running(process):
        return True
    return age > STALE
