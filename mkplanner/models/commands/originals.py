"""Orders about a date that was revised: what reason it carries, and going back to the original."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.plan import Item
from mkplanner.records import frozen


@frozen(slots=False)
class ChangeReason:
    """Say otherwise why a date was revised."""

    item: str
    reason: str
    title: str = "Change reason of revised date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Change it. Raises `RefusedError` where the date was never revised, or the reason would be empty."""
        item = _revised(edit, self.item)
        if not self.reason.strip():
            raise RefusedError("A revised date needs a reason.", "Nothing was changed; say why the date moved.")
        edit.put(replace(item, revised_reason=" ".join(self.reason.split())))
        return item.id


@frozen(slots=False)
class GoBackToOriginal:
    """Make the original date the row's date again, as if it had never been revised; History still tells that it was."""

    item: str
    title: str = "Go back to original date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Go back. Raises `RefusedError` where the date was never revised."""
        item = _revised(edit, self.item)
        edit.put(replace(item, by_when=item.original, original=None, revised_reason=""))
        return item.id


def _revised(edit: Edit, id_: str) -> Item:
    item = edit.item(id_)
    if item.original is None:
        raise RefusedError("This date was never revised.", "Nothing was changed.")
    return item
