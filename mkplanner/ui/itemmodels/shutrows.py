"""Rows in, the same rows out without those below a row that is shut."""

from __future__ import annotations

from collections.abc import Collection

from mkplanner.models.outline import Entry


def without_shut(rows: tuple[Entry, ...], shut: Collection[str]) -> tuple[Entry, ...]:
    """Return the rows that stay in sight while those with the ids in `shut` are shut."""
    if not shut:
        return rows
    found: list[Entry] = []
    below: int | None = None
    for entry in rows:
        if below is not None and entry.depth > below:
            continue
        below = entry.depth if entry.item.id in shut else None
        found.append(entry)
    return tuple(found)
