"""Orders about rows of the outline: add, set a field, move, delete."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.fields import Field, field_of
from mkplanner.models.ids import new_id
from mkplanner.models.orderkeys import key_between
from mkplanner.models.outline import ancestors, descendants, kind_below
from mkplanner.models.plan import Item, ItemKind, Outcome, Place, Plan
from mkplanner.models.wording import KIND_WORDS
from mkplanner.records import frozen

AT_END = "at end"
"""Stands for "after the last row" where a command asks what a row should follow; None means "first of all"."""


def place_after(plan: Plan, parent: str | None, after: str | None, moving: str | None = None) -> Place:
    """Return the place below `parent` right after the row `after`, first where `after` is None, last where it is `AT_END`."""
    siblings = [row for row in plan.children.get(parent, ()) if row.id != moving]
    if after == AT_END:
        return Place(parent, key_between(siblings[-1].place.order if siblings else "", ""))
    index = 0
    if after is not None:
        index = next((number for number, row in enumerate(siblings, start=1) if row.id == after), len(siblings))
    low = siblings[index - 1].place.order if index else ""
    high = siblings[index].place.order if index < len(siblings) else ""
    return Place(parent, key_between(low, high))


@frozen(slots=False)
class AddItem:
    """Add a row. Without a kind it becomes what belongs below its parent; fields are texts by field key."""

    text: str = ""
    kind: ItemKind | None = None
    parent: str | None = None
    after: str | None = AT_END
    fields: tuple[tuple[str, object], ...] = ()
    id: str | None = None
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the kind of row: "Add action"."""
        return f"Add {KIND_WORDS[self.kind]}" if self.kind else "Add row"

    def apply(self, edit: Edit) -> str:
        """Add the row and return its id."""
        parent = edit.item(self.parent) if self.parent else None
        kind = self.kind or kind_below(parent)
        item = Item(self.id or new_id(), kind, place_after(edit.plan, self.parent, self.after), title=self.text)
        edit.put(item)
        for key, value in self.fields:
            field_of(key).write(edit, item.id, value)
        return item.id


@frozen(slots=False)
class SetField:
    """Set one field of one row, from a value or from text as somebody types it."""

    item: str
    key: str
    value: object
    typing: str | None = None

    @property
    def field(self) -> Field:
        """The field's entry in the field table."""
        return field_of(self.key)

    @property
    def title(self) -> str:
        """Name the field: "Change by when"."""
        return f"Change {self.field.heading.lower()}"

    @property
    def merge_key(self) -> str | None:
        """Letters typed in one go (`typing` names the occasion) are one undo step."""
        return f"{self.item}/{self.key}/{self.typing}" if self.typing else None

    def apply(self, edit: Edit) -> str:
        """Set the field; a text that cannot be read raises `RefusedError` and changes nothing."""
        edit.item(self.item)
        self.field.write(edit, self.item, self.value)
        return self.item


@frozen(slots=False)
class SetFields:
    """Set one field of several rows at once: filling down, or changing an owner for a whole selection."""

    items: tuple[str, ...]
    key: str
    value: object
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name field and number: "Change status of 5 rows"."""
        return f"Change {field_of(self.key).heading.lower()} of {len(self.items)} rows"

    def apply(self, edit: Edit) -> str | None:
        """Set the field on each row."""
        for item in self.items:
            edit.item(item)
            field_of(self.key).write(edit, item, self.value)
        return self.items[0] if self.items else None


@frozen(slots=False)
class MoveItem:
    """Move a row with everything below it, to stand below `parent` and right after the row `after` (None: first)."""

    item: str
    parent: str | None
    after: str | None = AT_END
    title: str = "Move row"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Move the row. Raises `RefusedError` if it would stand below itself."""
        item = edit.item(self.item)
        plan = edit.plan
        if self.parent is not None:
            edit.item(self.parent)
            if self.parent == self.item or any(row.id == self.item for row in ancestors(plan, self.parent)):
                raise RefusedError("A row cannot be moved below itself.", "Nothing was changed; choose another place.")
        place = place_after(plan, self.parent, self.after, moving=self.item)
        edit.put(replace(item, place=place, kind=_kind_at(plan, item, self.parent)))
        return item.id


def _kind_at(plan: Plan, item: Item, parent: str | None) -> ItemKind:
    """An action below an action is a sub-action, and the other way round; headings and milestones stay what they are."""
    if item.kind not in (ItemKind.ACTION, ItemKind.SUB_ACTION):
        return item.kind
    return kind_below(plan.items[parent] if parent else None)


@frozen(slots=False)
class Indent:
    """Make a row part of the row above it."""

    item: str
    title: str = "Indent"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Indent the row. Raises `RefusedError` for the first row of its level, which has nothing above it."""
        item = edit.item(self.item)
        siblings = edit.plan.children.get(item.parent, ())
        index = next((number for number, row in enumerate(siblings) if row.id == item.id), 0)
        if index == 0:
            raise RefusedError("This row is the first of its level, so there is none above it to belong to.")
        return MoveItem(self.item, siblings[index - 1].id).apply(edit)


@frozen(slots=False)
class Outdent:
    """Take a row out of the row it belongs to, and put it right after that one."""

    item: str
    title: str = "Outdent"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Outdent the row. Raises `RefusedError` for a row that already stands at the top."""
        item = edit.item(self.item)
        if item.parent is None:
            raise RefusedError("This row already stands at the top level.")
        parent = edit.item(item.parent)
        return MoveItem(self.item, parent.parent, parent.id).apply(edit)


@frozen(slots=False)
class DeleteItem:
    """Delete rows with everything below and about them; Undo brings it all back."""

    items: tuple[str, ...]
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say how many rows go: "Delete 4 rows"."""
        return "Delete row" if len(self.items) == 1 else f"Delete {len(self.items)} rows"

    def apply(self, edit: Edit) -> str | None:
        """Delete the rows."""
        plan = edit.plan
        doomed = {
            item for top in self.items for item in (edit.item(top).id, *(row.id for row in descendants(plan, top)))
        }
        for cell in plan.assignments.values():
            if cell.item in doomed:
                edit.remove(cell)
        for update in plan.updates.values():
            if update.item in doomed:
                edit.remove(update)
        for link in plan.dependencies.values():
            if link.before in doomed or link.after in doomed:
                edit.remove(link)
        for outcome in plan.outcomes.values():
            _release(edit, outcome, doomed)
        for item in doomed:
            edit.remove(plan.items[item])
        return self.items[0] if self.items else None


def _release(edit: Edit, outcome: Outcome, doomed: set[str]) -> None:
    """An outcome of several rows stays with those that remain; with none left it goes."""
    left = tuple(item for item in outcome.items if item not in doomed)
    if len(left) == len(outcome.items):
        return
    if left:
        edit.put(replace(outcome, items=left))
    else:
        edit.remove(outcome)
