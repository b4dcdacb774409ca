"""Who else has a plan open: small files beside it, written by windows only, as advice and nothing more.

Nothing is decided by them. Where they cannot be read or written, nobody else is seen, and that is all. Each is JSON and named
like the lock files, with a name of its own for each window.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import re
import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from mkplanner.models.store.holding import is_running
from mkplanner.models.store.sharelock import name_beside
from mkplanner.records import frozen

STALE = 600.0
"""Seconds by the clock of the shared place after which a window that did not say so again is taken to have gone."""
LARGEST = 4_096


@frozen
class Somebody:
    """Another window that has the plan open: whose it is, on which computer, and since when (UTC, by that computer's clock).

    Any of them may be empty.
    """

    who: str
    host: str
    since: str


class Presence:
    """One window's own file beside a plan. Every method is safe on a background thread, and none ever raises for trouble."""

    def __init__(self, plan: Path, who: str) -> None:
        self._plan = plan
        self._token = secrets.token_hex(8)
        self._file = plan.with_name(f"{_stem(plan)}{self._token}")
        since = datetime.now(UTC).isoformat(timespec="seconds")
        mine = {"who": who, "host": platform.node(), "pid": os.getpid(), "since": since}
        self._content = json.dumps(mine, ensure_ascii=False).encode()
        self._has_left = False

    def refresh(self) -> tuple[Somebody, ...]:
        """Say again that this window is here, remove what others have left behind, and return who else is here."""
        now = self._say()
        if self._has_left:  # The window was closed while this was on its way.
            self.leave()
        return tuple(each for each in (_seen(path, now) for path in self._others()) if each is not None)

    def leave(self) -> None:
        """Take the file away; safe to call twice."""
        self._has_left = True
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _say(self) -> float:
        """Write the file whole and return the time by the shared place's own clock."""
        beside = self._file.with_name(f"{self._file.name}.new")
        try:
            try:
                beside.write_bytes(self._content)
                beside.replace(self._file)
                return self._file.stat().st_mtime
            finally:
                with contextlib.suppress(OSError):
                    beside.unlink(missing_ok=True)
        except OSError:
            return time.time()

    def _others(self) -> Iterator[Path]:
        return (each for each in _files(self._plan) if each != self._file)


def sweep(plan: Path) -> None:
    """Remove the files of windows that have gone without saying so; where that cannot be done they stay."""
    now = time.time()
    for each in _files(plan):
        _seen(each, now)


def _seen(path: Path, now: float) -> Somebody | None:
    """Return whose window wrote a file, or remove it where that window has gone and return None."""
    try:
        with path.open("rb") as file:
            age = now - os.fstat(file.fileno()).st_mtime
            content = json.loads(file.read(LARGEST))
    except OSError:
        return None
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or path.suffix == ".new":
        content = {} if age > STALE else None
    if content is None:
        return None
    if _has_gone(content, age):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return None
    return Somebody(*(_plain(content.get(key)) for key in ("who", "host", "since")))


def _has_gone(content: dict[str, object], age: float) -> bool:
    process = content.get("pid")
    if content.get("host") == platform.node() and isinstance(process, int) and process > 0:
        return not is_running(process)
    return age > STALE


def _plain(value: object) -> str:
    """Return a text of somebody else's file as far as it can stand in a line of words."""
    return "".join(letter for letter in value if letter.isprintable())[:80] if isinstance(value, str) else ""


def _stem(plan: Path) -> str:
    return f".~here.{name_beside(plan)}#"


def _files(plan: Path) -> list[Path]:
    name = re.compile(rf"{re.escape(_stem(plan))}[0-9a-f]{{16}}(\.new)?")
    try:
        return [plan.with_name(each) for each in sorted(os.listdir(plan.parent)) if name.fullmatch(each)]  # noqa: PTH208
    except OSError:
        return []
