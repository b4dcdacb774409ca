"""Plans that were open lately: which, where they live, whether they can be reached now, and in what order they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from mkplanner.settings import RecentPlan, SettingsFile
from mkplanner.ui.moments import when_words

LONGEST = 12
"""How many plans are kept, pinned ones not counted."""


class Known(NamedTuple):
    """A recent plan as it is shown: its entry, where it is in words, when it was open in words, and why it cannot be opened."""

    plan: RecentPlan
    where: str
    when: str
    missing: str = ""


def remember(settings: SettingsFile, path: Path, title: str, now: datetime) -> None:
    """Put a plan first among the recent ones."""
    kept = [entry for entry in settings.now.recent if Path(entry.path) != path]
    pinned = any(entry.pinned for entry in settings.now.recent if Path(entry.path) == path)
    fresh = RecentPlan(str(path), title, now.isoformat(timespec="minutes"), pinned)
    settings.change(recent=_trimmed([fresh, *kept]))


def forget(settings: SettingsFile, path: str) -> None:
    """Take a plan off the list; the file itself stays where it is."""
    settings.change(recent=tuple(entry for entry in settings.now.recent if entry.path != path))


def pin(settings: SettingsFile, path: str, pinned: bool) -> None:
    """Keep a plan at the top of the list, or let it go with the others again."""
    settings.change(
        recent=tuple(entry._replace(pinned=pinned) if entry.path == path else entry for entry in settings.now.recent)
    )


def known_plans(
    recent: Sequence[RecentPlan], now: datetime, missing: Mapping[str, str] | None = None
) -> tuple[Known, ...]:
    """Return the recent plans as they are shown: pinned ones first, each group newest first.

    `missing` says by path why a plan cannot be opened; the disk is not asked, for it may be slow (`why_missing`).
    """
    newest = sorted(recent, key=lambda entry: entry.opened, reverse=True)
    pinned_first = sorted(newest, key=lambda entry: not entry.pinned)
    return tuple(_known(entry, now, (missing or {}).get(entry.path, "")) for entry in pinned_first)


def _known(entry: RecentPlan, now: datetime, missing: str) -> Known:
    return Known(entry, place_words(Path(entry.path).parent), when_words(entry.opened, now), missing)


def why_missing(plan: str) -> str:
    """Ask the disk and return why the plan of this path cannot be opened, or nothing; for a thread of its own."""
    path = Path(plan)
    try:
        if path.is_file():
            return ""
        if path.parent.is_dir():
            return "The file is no longer there"
    except OSError:
        pass  # such as a folder into which one may not look any more
    return f"{place_words(path.parent)} cannot be reached now"


def place_words(folder: Path) -> str:
    """Return a folder as people say it: "Documents", or the path shortened from the left."""
    home = Path.home()
    if folder == home:
        return "Home folder"
    try:
        words = str(folder.relative_to(home))
    except ValueError:
        words = str(folder)
    return words if len(words) <= 44 else f"…{words[-43:]}"


def _trimmed(entries: list[RecentPlan]) -> tuple[RecentPlan, ...]:
    pinned = [entry for entry in entries if entry.pinned]
    loose = [entry for entry in entries if not entry.pinned][:LONGEST]
    return tuple(entry for entry in entries if entry in pinned or entry in loose)
