"""What this user prefers, kept as one small file in the profile: theme, text size, window places, recent plans.

Settings are convenience, never content: a damaged file is put aside under another name and the defaults are taken.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any, NamedTuple

from mkplanner.paths import profile_folder

log = logging.getLogger(__name__)

FILE_NAME = "settings.json"
THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (90, 100, 110, 125, 150)


class RecentPlan(NamedTuple):
    """A plan that was open lately: where it lives, what it is called, when it was open (ISO text), whether it is pinned."""

    path: str
    title: str = ""
    opened: str = ""
    pinned: bool = False


class Settings(NamedTuple):
    """Every preference with its default.

    `window` and `layout` are Qt's own texts for places of window and docks; `timetable`, `updates` and `rasic` tell how each
    view stood in the plans seen last: columns, split bar, rows shut and the question. The panels that a view shows beside it
    are named with spaces between them, and so are the sections of the details that are folded away.
    """

    theme: str = "system"
    text_size: int = 100
    author: str = ""
    view: str = "timetable"
    window: str = ""
    layout: str = ""
    timetable: str = ""
    updates: str = ""
    rasic: str = ""
    timetable_panels: str = "details notices"
    rasic_panels: str = ""
    updates_panels: str = "details"
    board_panels: str = ""
    details_closed: str = "history"
    last_folder: str = ""
    open_after_export: bool = True
    folder_after_export: bool = False
    recent: tuple[RecentPlan, ...] = ()


class SettingsFile:
    """The settings as they stand, and the file that keeps them; `note` says what was wrong with it, or nothing."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or profile_folder() / FILE_NAME
        self.note = ""
        self.now = self._read()

    def change(self, **values: object) -> Settings:
        """Change some settings and keep them at once; what another window has changed meanwhile stays."""
        self.now = self._read()._replace(**values)  # type: ignore[arg-type]
        try:
            self._write()
        except OSError as trouble:
            log.warning("settings could not be written: %s", trouble)
        return self.now

    def _read(self) -> Settings:
        try:
            return _settings(json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return Settings()
        except OSError as trouble:
            log.warning("settings could not be read: %s", trouble)
            return Settings()
        except ValueError as trouble:
            self._put_aside(str(trouble))
            return Settings()

    def _put_aside(self, reason: str) -> None:
        aside = self.path.with_suffix(".damaged.json")
        log.warning("settings are damaged and were put aside: %s", reason)
        self.note = (
            f"Your settings could not be read, so the defaults are in use. The old file is kept as {aside.name}."
        )
        try:
            self.path.replace(aside)
        except OSError as trouble:
            log.warning("the damaged settings could not be put aside: %s", trouble)

    def _write(self) -> None:
        beside = self.path.with_suffix(f".{os.getpid()}.new")
        record = {**self.now._asdict(), "recent": [entry._asdict() for entry in self.now.recent]}
        beside.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
        beside.replace(self.path)


def _settings(record: object) -> Settings:
    """Settings from what the file held; a value of the wrong sort counts as absent. Raises ValueError for no record."""
    if not isinstance(record, dict):
        raise ValueError("not a record of settings")  # noqa: TRY004  (the file is wrong, not the caller)
    values = _fitting(Settings(), record)
    recent = record.get("recent")
    values["recent"] = (
        tuple(_recent(entry) for entry in recent if _is_recent(entry)) if isinstance(recent, list) else ()
    )
    if values.get("theme") not in THEMES:
        values.pop("theme", None)
    if values.get("text_size") not in TEXT_SIZES:
        values.pop("text_size", None)
    return Settings(**values)


def _fitting(defaults: Settings | RecentPlan, record: dict[str, Any]) -> dict[str, Any]:
    """The values of a record whose names and sorts are those of the defaults."""
    return {name: record[name] for name, usual in defaults._asdict().items() if type(record.get(name)) is type(usual)}


def _is_recent(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("path"), str) and bool(entry["path"])


def _recent(entry: dict[str, Any]) -> RecentPlan:
    return RecentPlan(**_fitting(RecentPlan(""), entry))
