"""News of an edit: which rows it touched and who asked for it, so that each view repaints no more than it must."""

from __future__ import annotations

from mkplanner.models.edit import Key
from mkplanner.models.plan import Item
from mkplanner.records import frozen


@frozen
class Changes:
    """What one command, undo or merge touched.

    `origin` is whatever object asked for it (a view, or None), so that it can keep its own cursor; `is_structural` says that
    rows came, went or moved, and a tree must be read afresh.
    """

    keys: frozenset[Key]
    is_structural: bool
    origin: object = None

    def items(self) -> frozenset[str]:
        """Return the ids of the touched rows of the outline themselves."""
        return frozenset(id_ for kind, id_ in self.keys if kind is Item)
