"""How long work tells where it has got to, and learns that the user has changed their mind."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event


class Cancelled(Exception):  # noqa: N818  (news, not an error)
    """The user asked for the work to stop; whoever catches it leaves nothing half-made behind."""


class Progress:
    """Passed into long work, which calls `report` often; safe to cancel from another thread."""

    def __init__(self, listener: Callable[[int, int, str], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = Event()

    def report(self, done: int, total: int, label: str = "") -> None:
        """Say that `done` of `total` steps are behind us. Raises `Cancelled` once the user has asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._listener is not None:
            self._listener(done, total, label)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()
