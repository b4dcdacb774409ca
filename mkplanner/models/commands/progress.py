"""Orders about progress updates: add, change and delete them. Amber and red always carry words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkplanner.errors import RefusedError
from mkplanner.models.commands.naming import Name, found
from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.models.orderkeys import key_between
from mkplanner.models.plan import Update
from mkplanner.models.status import Rag
from mkplanner.records import frozen


@frozen(slots=False)
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
        text = _fitting(self.text, self.rag)
        before = edit.plan.updates_of.get(self.item, ())
        order = key_between(max((row.order for row in before), default=""), "")
        update = Update(new_id(), self.item, self.on, text, self.rag, self.author, order)
        edit.put(update)
        return update.id


@frozen(slots=False)
class ChangeUpdate:
    """Give a progress update other words, another traffic light and another day; its author stays unless one is given."""

    update: Name
    text: str
    rag: Rag | None = None
    on: date | None = None
    author: str | None = None
    title: str = "Change update"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Change it and return its id. Raises `RefusedError` as `AddUpdate` does, or where it has gone."""
        update = _found(edit, self.update)
        author = update.author if self.author is None else self.author
        edit.put(replace(update, text=_fitting(self.text, self.rag), rag=self.rag, date=self.on, author=author))
        return update.id


@frozen(slots=False)
class RemoveUpdate:
    """Delete a progress update; Undo brings it back, and History keeps what it said."""

    update: Name
    title: str = "Delete update"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Delete it and return the id of its row. Raises `RefusedError` where it has gone."""
        update = _found(edit, self.update)
        edit.remove(update)
        return update.item


def _fitting(words: str, rag: Rag | None) -> str:
    """The words of an update, where they are enough for its traffic light."""
    text = words.strip()
    if not text and rag in (Rag.AMBER, Rag.RED):
        sentence = "An amber update needs a comment." if rag is Rag.AMBER else "A red update needs a comment."
        raise RefusedError(sentence, "Nothing was changed; say what is being done about it.")
    if not text and rag is None:
        raise RefusedError("An update needs words or a traffic light.", "Nothing was changed.")
    return text


def _found(edit: Edit, name: Name) -> Update:
    return found(edit, name, edit.plan.updates, edit.plan.updates_of, "update")
