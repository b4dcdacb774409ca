"""Rows that hang on a row of the plan, found by their id or by their place there, as scripts and windows name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit

Name = str | tuple[str, int]
"""An id, or a row and the place there, counted from 1."""

R = TypeVar("R")


def found(edit: Edit, name: Name, by_id: Mapping[str, R], of_row: Mapping[str, Sequence[R]], noun: str) -> R:
    """Return what is named. Raises `RefusedError` where it has gone; `noun` says what it was."""
    if isinstance(name, tuple):
        item, number = name
        there = of_row.get(edit.item(item).id, ())
        one = there[number - 1] if 0 < number <= len(there) else None
    else:
        one = by_id.get(name)
    if one is None:
        raise RefusedError(
            f"That {noun} is no longer in the plan.", "Nothing was changed; History tells who removed it."
        )
    return one
