"""What was done to a plan, as values: who did what and when, and which fields of which rows it changed."""

from __future__ import annotations

from typing import Any

from mkplanner.records import frozen


@frozen
class ChangeRecord:
    """One field of one row before and after, as JSON values; `item` is the row's id, `row_kind` what sort of row it is.

    The field `alive` stands for the row itself: true when it came in; a deleted row has every field set to nothing.
    """

    item: str
    field: str
    old: Any
    new: Any
    row_kind: str
    deleted: bool


@frozen
class ChangesetRecord:
    """One command, undo or redo: `at` is UTC by the writer's own clock, `label` the command in the user's words.

    `undoes` is the session and number of the change taken back, or None.
    """

    session: str
    seq: int
    at: str
    author: str
    kind: str
    label: str
    changes: tuple[ChangeRecord, ...]
    undoes: tuple[str, int] | None = None


def about(records: tuple[ChangesetRecord, ...] | list[ChangesetRecord], rows: set[str]) -> list[ChangesetRecord]:
    """Return what was done to these rows alone, oldest first: the history of one row and its letters."""
    found = []
    for record in records:
        changes = tuple(change for change in record.changes if change.item in rows)
        if changes:
            found.append(
                ChangesetRecord(
                    record.session,
                    record.seq,
                    record.at,
                    record.author,
                    record.kind,
                    record.label,
                    changes,
                    record.undoes,
                )
            )
    return found
