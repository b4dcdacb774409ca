"""Orders about progress: updates and outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.models.orderkeys import key_between
from mkplanner.models.plan import Outcome, Update
from mkplanner.models.status import Rag


@dataclass(frozen=True)
class AddUpdate:
    """Add a progress update to a row; amber and red need words."""

    item: str
    text: str
    rag: Rag | None = None
    on: date | None = None
    author: str = ""
    title: str = "Add update"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Add the update and return its id. Raises `RefusedError` for amber or red without a comment, or for nothing at all."""
        edit.item(self.item)
        text = self.text.strip()
        if not text and self.rag in (Rag.AMBER, Rag.RED):
            raise RefusedError(
                f"An {self.rag} update needs a comment." if self.rag is Rag.AMBER else "A red update needs a comment."
            )
        if not text and self.rag is None:
            raise RefusedError("An update needs words or a traffic light.", "Nothing was changed.")
        before = edit.plan.updates_of.get(self.item, ())
        order = key_between(max((row.order for row in before), default=""), "")
        update = Update(new_id(), self.item, self.on, text, self.rag, self.author, order)
        edit.put(update)
        return update.id


@dataclass(frozen=True)
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
