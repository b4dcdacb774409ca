"""Orders that settle what several people wrote at the same time, or put an older value back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mkplanner.errors import RefusedError
from mkplanner.models.commands.people import RemoveParty
from mkplanner.models.commands.rows import DeleteItem
from mkplanner.models.edit import ALIVE, Edit
from mkplanner.models.fields import FIELDS
from mkplanner.models.lookback.conflict import Choice, Conflict, ConflictKind
from mkplanner.models.lookback.phrases import field_words
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, Place, Row
from mkplanner.models.rasic.letters import normalise
from mkplanner.records import frozen


@frozen(slots=False)
class Settle:
    """Take one of a conflict's choices. What was chosen takes the place of everything that was written at the same time."""

    conflict: Conflict
    n: int
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say what is settled: "Settle the date"."""
        return _title(self.conflict)

    def apply(self, edit: Edit) -> str:
        """Settle it. Raises `RefusedError` where there is no such choice, or the row has gone meanwhile."""
        conflict = self.conflict
        choice = next((each for each in conflict.choices if each.n == self.n), None)
        if choice is None:
            raise RefusedError(
                f"There is no choice {self.n} here; choose from 1 to {len(conflict.choices)}.", "Nothing was changed."
            )
        if conflict.kind is ConflictKind.CYCLE:
            _to_the_top(edit, choice)
        elif conflict.kind is ConflictKind.VALUE:
            _write(edit, _row(edit, conflict), conflict.field, choice.value)
        elif choice.record is None:
            _delete(edit, conflict)
        else:
            _keep(edit, conflict)
        return conflict.row


@frozen(slots=False)
class SettleOtherwise:
    """Settle a conflict of values with words of one's own, as they would be typed into the field."""

    conflict: Conflict
    words: object
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say what is settled: "Settle the date"."""
        return _title(self.conflict)

    def apply(self, edit: Edit) -> str:
        """Write the words. Raises `RefusedError` where they cannot be read, or only the choices offered make sense."""
        conflict, row = self.conflict, _row(edit, self.conflict)
        if conflict.kind is not ConflictKind.VALUE or not _can_type(row, conflict.field):
            raise RefusedError("Here one of the choices has to be taken.", "Nothing was changed.")
        if isinstance(row, Item):
            FIELDS[conflict.field].write(edit, row.id, self.words)
            edit.settle(_row(edit, conflict), conflict.field)
        else:
            _write(edit, row, conflict.field, _typed(conflict.field, self.words))
        return conflict.row


@frozen(slots=False)
class PutBack:
    """Give a field of a row the value that it once had."""

    row_type: type[Row]
    row: str
    field: str
    value: Any
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the field: "Put the older date back"."""
        return f"Put the older {field_words(self.field)} back"

    def apply(self, edit: Edit) -> str:
        """Write the value. Raises `RefusedError` where the row has gone."""
        _write(edit, _found(edit, self.row_type, self.row), self.field, self.value)
        return self.row


def _title(conflict: Conflict) -> str:
    return "Settle a deletion" if conflict.field == ALIVE else f"Settle the {field_words(conflict.field)}"


def can_type(conflict: Conflict) -> bool:
    """Whether a conflict can be settled with words of one's own."""
    return conflict.kind is ConflictKind.VALUE and (
        conflict.field in FIELDS
        if conflict.row_type is Item
        else all(isinstance(choice.value, str) for choice in conflict.choices) and conflict.field != "order"
    )


def _can_type(row: Row, field: str) -> bool:
    if isinstance(row, Item):
        return field in FIELDS
    return type(getattr(row, field)) is str and field != "order"


def _typed(field: str, words: object) -> str:
    text = str(words or "").strip()
    if field != "letters":
        return text
    try:
        return normalise(text)
    except ValueError as strange:
        raise RefusedError(f"“{strange}” is not a RASIC letter.", "Nothing was changed.") from strange


def _row(edit: Edit, conflict: Conflict) -> Row:
    return _found(edit, conflict.row_type, conflict.row)


def _found(edit: Edit, row_type: type[Row], row: str) -> Row:
    found = edit.get(row_type, row)
    if found is None:
        raise RefusedError(
            "That row is no longer in the plan.", "Nothing was changed; look in History for who removed it."
        )
    return found


def _write(edit: Edit, row: Row, field: str, value: object) -> None:
    new: dict[str, Any] = {field: value}
    changed = replace(row, **new)
    edit.put(changed)
    edit.settle(changed, field)


def _keep(edit: Edit, conflict: Conflict) -> None:
    edit.settle(_row(edit, conflict), ALIVE)
    for row in conflict.restores:
        if edit.get(type(row), row.id) is None:
            edit.put(row)


def _delete(edit: Edit, conflict: Conflict) -> None:
    row = _row(edit, conflict)
    if isinstance(row, Item):
        DeleteItem((row.id,)).apply(edit)
    elif isinstance(row, Party):
        RemoveParty(row.id).apply(edit)
    else:
        edit.remove(row)


def _to_the_top(edit: Edit, choice: Choice) -> None:
    row = edit.item(choice.value)
    _write(edit, row, "place", Place(None, row.place.order))
