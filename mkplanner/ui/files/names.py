"""What plan files are called: their ending, and a name that no other file in a folder has yet."""

from __future__ import annotations

import re
from pathlib import Path

ENDING = ".mkplan"


def free_path(folder: Path, title: str, ending: str = ENDING) -> Path:
    """Return a path for a title that no file has yet: "Plan.mkplan", "Plan 2.mkplan"…"""
    stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title).strip(" .")[:80] or "Plan"
    stem = " ".join(stem.split())
    path, number = folder / f"{stem}{ending}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{ending}", number + 1
    return path
