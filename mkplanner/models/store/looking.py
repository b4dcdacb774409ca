"""The shared file as seen by somebody who only looks: read when it is opened, and again when it has been replaced."""

from __future__ import annotations

import threading
from pathlib import Path

from mkplanner.errors import PlannerError
from mkplanner.models.store.connection import FORMAT
from mkplanner.models.store.meeting import signature
from mkplanner.models.store.source import Source
from mkplanner.models.store.wording import called

NEWER = "This plan was last written by a newer MK Planner; this one can show it, but not change it."


class Looking:
    """What was read last of the file at a path. `has_news` may run in the background, however long the place takes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looked_at: tuple[int, int, int] | None = None
        self._source: Source | None = None
        self._next: Source | PlannerError | None = None
        self._reading = threading.Lock()

    @property
    def source(self) -> Source | None:
        """The file as it was read last, or None before it was ever read."""
        return self._source

    def has_news(self) -> bool:
        """Whether the file has been replaced since; the new one is read already then, for `read` to hand out at once.

        A file that has gone is no news; one that is no plan any more is, and `read` says so.
        """
        with self._reading:
            now = signature(self._path)
            if now is None or now == self._looked_at:
                return self._next is not None
            try:
                self._next = Source(self._path)
            except PlannerError as trouble:
                self._next = trouble
            self._looked_at = now
            return True

    def read(self, plan: str = "") -> Source:
        """Return the file, read anew unless it is as it was. Raises `PlannerError`, also where it is not `plan` any more."""
        source, self._next = self._next or self._newest(), None
        if isinstance(source, PlannerError):
            raise source
        if plan not in ("", source.meta["plan"]):
            raise PlannerError(f"Another plan now stands at {called(self._path)}.", "Close this one and open it.")
        self._source, self._looked_at = source, source.signature
        return source

    def _newest(self) -> Source:
        self._looked_at = signature(self._path)  # Also where it is no plan any more, so as not to be told so twice.
        if self._source is not None and self._looked_at == self._source.signature:
            return self._source
        return Source(self._path)

    @property
    def read_only(self) -> str:
        """Why the plan can only be looked at, or nothing."""
        source = self._source
        return NEWER if source is not None and int(source.meta.get("min_writer", 1)) > FORMAT else ""
