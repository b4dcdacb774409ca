"""The log: one small file in the profile of this user, turned over at the start once it has grown; it never travels."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkplanner.paths import subfolder

FILE_NAME = "mkplanner.log"
LARGEST = 500_000
OLDER_FILES = 3
LAYOUT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_folder() -> Path:
    """Return the folder in which the log lies."""
    return subfolder("logs")


def start_log() -> Path | None:
    """Write the log to its file from now on and return the path; with no place to write, the program runs without a log.

    Turning over happens here and not while writing (`logging.handlers` would load sockets and pickle before the first paint).
    """
    try:
        path = log_folder() / FILE_NAME
        turn_over(path)
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError as trouble:
        print(f"The log cannot be written: {trouble}", file=sys.stderr)
        return None
    handler.setFormatter(logging.Formatter(LAYOUT))
    root = logging.getLogger("mkplanner")
    for old in [handler for handler in root.handlers if isinstance(handler, logging.FileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def turn_over(path: Path) -> None:
    """Give a grown log the number 1, the one before it 2, and so on; the oldest goes."""
    if not path.exists() or path.stat().st_size < LARGEST:
        return
    for number in range(OLDER_FILES, 0, -1):
        older = path if number == 1 else _numbered(path, number - 1)
        if older.exists():
            older.replace(_numbered(path, number))


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.{number}")
