"""Several commands as one undo step."""

from __future__ import annotations

from mkplanner.models.commands.base import Command
from mkplanner.models.edit import Edit
from mkplanner.records import frozen


@frozen(slots=False)
class Together:
    """Carries out commands one after another; if one is refused, none of them has happened."""

    title: str
    commands: tuple[Command, ...]
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str | None:
        """Carry them out and return what the last one made or touched."""
        made = None
        for command in self.commands:
            made = command.apply(edit)
        return made
