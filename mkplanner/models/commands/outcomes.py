"""Orders about outcomes: add and change them, say to which rows each belongs, delete them."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.commands.naming import Name, found
from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.models.orderkeys import key_between
from mkplanner.models.plan import Outcome
from mkplanner.records import frozen


@frozen(slots=False)
class AddOutcome:
    """Add an outcome that belongs to one row or to several."""

    items: tuple[str, ...]
    text: str
    title: str = "Add outcome"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Add the outcome and return its id."""
        for item in self.items:
            edit.item(item)
        order = key_between(max((row.order for row in edit.plan.outcomes.values()), default=""), "")
        outcome = Outcome(new_id(), self.text.strip(), self.items, order)
        edit.put(outcome)
        return outcome.id


@frozen(slots=False)
class ChangeOutcome:
    """Give an outcome other words, for every row that it belongs to."""

    outcome: Name
    text: str
    title: str = "Change outcome"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Change it and return its id. Raises `RefusedError` where it has gone, or for no words at all."""
        outcome = _found(edit, self.outcome)
        if not self.text.strip():
            raise RefusedError("An outcome needs words.", "Nothing was changed; delete it if it is no longer wanted.")
        edit.put(replace(outcome, text=self.text.strip()))
        return outcome.id


@frozen(slots=False)
class ShareOutcome:
    """Say to which rows an outcome belongs, as a cell that spans several rows does on paper."""

    outcome: Name
    items: tuple[str, ...]
    title: str = "Change rows of outcome"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Set its rows, in the order given, and return its id. Raises `RefusedError` where it would belong to none."""
        outcome = _found(edit, self.outcome)
        items = tuple(dict.fromkeys(edit.item(item).id for item in self.items))
        if not items:
            raise RefusedError("An outcome belongs to at least one row.", "Nothing was changed; delete it instead.")
        edit.put(replace(outcome, items=items))
        return outcome.id


@frozen(slots=False)
class RemoveOutcome:
    """Delete an outcome, or with `item` only take it off that row; other rows that share it keep it then."""

    outcome: Name
    item: str | None = None
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name what goes: "Delete outcome", or "Take outcome off row"."""
        return "Take outcome off row" if self.item else "Delete outcome"

    def apply(self, edit: Edit) -> str:
        """Take it away and return its id. Raises `RefusedError` where it has gone."""
        outcome = _found(edit, self.outcome)
        left = tuple(item for item in outcome.items if item != self.item) if self.item else ()
        if left:
            edit.put(replace(outcome, items=left))
        else:
            edit.remove(outcome)
        return outcome.id


def _found(edit: Edit, name: Name) -> Outcome:
    return found(edit, name, edit.plan.outcomes, edit.plan.outcomes_of, "outcome")
