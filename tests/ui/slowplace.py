"""A folder that takes as long to answer as a test wants: a delaying layer under everything that touches files in it."""

from __future__ import annotations

import builtins
import io
import os
import threading
from pathlib import Path
from typing import Any

import pytest

ASKING = (
    "stat",
    "lstat",
    "listdir",
    "scandir",
    "replace",
    "rename",
    "unlink",
    "remove",
    "link",
    "open",
    "access",
    "chmod",
)


class SlowPlace:
    """While `hold` lasts nothing in the folder answers on another thread; whoever asks on the window's own is named.

    The window's thread is never made to wait: it would hang the test. `frozen` lists what it asked for while held, which is
    what would have frozen the window; `waiting` counts the calls that are waiting just now.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.frozen: list[str] = []
        self.waiting = 0
        self._folder = str(folder)
        self._answer = threading.Event()
        self._answer.set()
        for name in ASKING:
            monkeypatch.setattr(os, name, self._slow(getattr(os, name), name))
        opening = self._slow(builtins.open, "open a file")
        monkeypatch.setattr(builtins, "open", opening)
        monkeypatch.setattr(io, "open", opening)

    def hold(self) -> None:
        """Answer nobody from now on."""
        self._answer.clear()

    def answer(self) -> None:
        """Answer again, those who wait first."""
        self._answer.set()

    def _slow(self, real: Any, name: str) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            if not self._answer.is_set() and given and self._is_here(given[0]):
                self._wait(f"{name} {given[0]}")
            return real(*given, **named)

        return call

    def _is_here(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self._folder)

    def _wait(self, what: str) -> None:
        if threading.current_thread() is threading.main_thread():
            self.frozen.append(what)
            return
        self.waiting += 1
        assert self._answer.wait(60), "the test never let the place answer"
        self.waiting -= 1
