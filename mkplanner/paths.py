"""Where things are kept: bundled resources, settings, logs, working copies and backups.

`MKPLANNER_PROFILE` moves everything of the user's below one folder (for tests, sticks and kiosks). The profile is local to
this computer, never roaming: two computers must not share a working copy.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

RESOURCES = "resources"


def resource(name: str) -> Path:
    """Return the path of a bundled file such as "icons/undo.svg", the same from source and from the frozen program."""
    return resource_folder() / name


def resource_folder() -> Path:
    """Return the folder of bundled files."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / RESOURCES


def profile_folder() -> Path:
    """Return this user's local folder for MK Planner, made if it is not there yet."""
    chosen = os.environ.get("MKPLANNER_PROFILE")
    if chosen:
        folder = Path(chosen)
    else:
        from platformdirs import user_data_path  # kept out of start-up where the profile is chosen

        folder = user_data_path("MK Planner", appauthor=False, roaming=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def subfolder(name: str) -> Path:
    """Return a folder inside the profile ("working", "backups", "logs"), made if it is not there yet."""
    folder = profile_folder() / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder
