"""Orders about marks: remember this moment, forget it."""

from __future__ import annotations

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Mark
from mkplanner.records import frozen


@frozen(slots=False)
class AddMark:
    """Remember what the plan holds at this moment under a name; `known` is the newest change number of every session."""

    name: str
    known: tuple[str, ...]
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the mark: "Mark “Board, 25 February”"."""
        return f"Mark “{' '.join(self.name.split())}”"

    def apply(self, edit: Edit) -> str:
        """Add the mark. Raises `RefusedError` for a name that is empty or taken: a mark never moves."""
        name = " ".join(self.name.split())
        if not name:
            raise RefusedError("A mark needs a name.", "Nothing was changed.")
        if any(mark.name.casefold() == name.casefold() for mark in edit.plan.marks.values()):
            raise RefusedError(f"There is already a mark called “{name}”.", "Choose another name; nothing was changed.")
        mark = Mark(new_id(), name, self.known)
        edit.put(mark)
        return mark.id


@frozen(slots=False)
class RemoveMark:
    """Forget a mark; nothing else of the plan is touched."""

    mark: str
    title: str = "Remove mark"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Remove the mark; one that has gone already is no matter."""
        found = edit.get(Mark, self.mark)
        if found is not None:
            edit.remove(found)
        return self.mark
