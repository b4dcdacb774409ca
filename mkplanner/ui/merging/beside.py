"""Copies of the open plan that programs which synchronise folders put beside it: looked for now and then, and offered."""

from __future__ import annotations

from pathlib import Path

from mkplanner.errors import PlannerError
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.store.opening import OpenPlan

COPY_BESIDE = "copy-beside"
"""The id of notices about such copies."""


class CopiesBeside:
    """Remembers which copies hold something new, so that each is read once until it changes. Safe on a background thread."""

    def __init__(self, opened: OpenPlan) -> None:
        self._opened = opened
        self._looked_at: dict[tuple[str, int, int], bool] = {}

    def look(self) -> tuple[Path, ...]:
        """Return the copies beside the plan that hold changes which are not in it."""
        return tuple(path for path in self._opened.copies_beside() if self._has_news(path))

    def forget(self) -> None:
        """Look at every copy afresh next time, because the plan knows more now."""
        self._looked_at = {}

    def _has_news(self, path: Path) -> bool:
        try:
            now = path.stat()
            key = (path.name, now.st_mtime_ns, now.st_size)
            if key not in self._looked_at:
                self._looked_at[key] = self._opened.has_news(path)
            return self._looked_at[key]
        except (OSError, PlannerError):
            return False


def notice_of(path: Path) -> Notice:
    """Return the notice that offers a copy."""
    sentence = f"“{path.name}” beside this plan is a copy with changes that are not in it. Press Enter to merge it."
    return Notice(COPY_BESIDE, Severity.WARNING, sentence)
