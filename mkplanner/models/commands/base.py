"""What every command is: an order in the user's words that alters a plan through an `Edit`."""

from __future__ import annotations

from typing import Protocol

from mkplanner.models.edit import Edit


class Command(Protocol):
    """An order such as "Rename action"; `title` names it in Undo and in History.

    Commands with the same `merge_key`, run one after another, become one undo step (typing in one cell); None never joins.
    """

    @property
    def title(self) -> str:
        """The order in the user's words, without a full stop."""
        ...

    @property
    def merge_key(self) -> str | None:
        """What this command may be joined with, or None."""
        ...

    def apply(self, edit: Edit) -> str | None:
        """Alter the plan and return the id of the row it made or touched most, or None.

        Raises `RefusedError` where it cannot be done; the plan is then as it was.
        """
        ...
