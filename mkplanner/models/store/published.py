"""Which files this installation wrote itself: their content is known to be whole, so they open without being replayed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mkplanner import paths
from mkplanner.models.store.connection import Content

_REMEMBERED = 400


def fingerprint(data: Content) -> str:
    """Return the SHA-256 of a whole file."""
    return hashlib.sha256(data).hexdigest()


def remember(mark: str) -> None:
    """Keep the fingerprint of a file about to be published; the oldest are forgotten."""
    folder = paths.subfolder("published")
    (folder / mark).touch()
    known = list(folder.iterdir())
    if len(known) > _REMEMBERED:
        for old in sorted(known, key=_age)[: len(known) - _REMEMBERED * 3 // 4]:
            old.unlink(missing_ok=True)


def _age(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def is_ours(mark: str) -> bool:
    """Tell whether this installation published a file with this fingerprint."""
    return (paths.subfolder("published") / mark).is_file()
