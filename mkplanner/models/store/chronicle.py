"""The log as people read it: who did what and when, oldest first, the same on every computer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mkplanner.models.store.log import Changeset


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


def records_of(changesets: Iterable[Changeset]) -> list[ChangesetRecord]:
    """Return the history of a checked log."""
    return [_record(each) for each in sorted(changesets, key=lambda each: each.place)]


def _record(each: Changeset) -> ChangesetRecord:
    changes = tuple(
        ChangeRecord(
            change.entity, change.field, _value(change.old), _value(change.new), change.kind, bool(change.tomb)
        )
        for change in each.changes
    )
    uid, _, number = (each.undoes or "").rpartition("/")
    undoes = (uid, int(number)) if number.isdigit() else None
    return ChangesetRecord(
        each.session.uid, each.seq, each.at, each.session.author, each.kind, each.label, changes, undoes
    )


def _value(text: str | None) -> Any:
    """Return what a value of the log is; what a newer program wrote in a way of its own is given as its text."""
    try:
        return None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return text
