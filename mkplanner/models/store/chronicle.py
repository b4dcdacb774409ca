"""The log as people read it: who did what and when, oldest first, the same on every computer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mkplanner.errors import RefusedError
from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord
from mkplanner.models.plan import Row
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.mapping import KINDS, to_text

_decode = json.JSONDecoder().raw_decode


def records_of(changesets: Iterable[Changeset]) -> list[ChangesetRecord]:
    """Return the history of a checked log."""
    return [_record(each) for each in sorted(changesets, key=lambda each: each.place)]


def value_before(change: ChangeRecord) -> tuple[type[Row], Any]:
    """Return the kind of row that a change was about, and the value its field had before.

    Raises `RefusedError` where the change was about the row as a whole, or about a field that only a newer program knows.
    """
    kind = KINDS.get(change.row_kind)
    if kind is None or change.field not in kind.codecs:
        raise RefusedError("This cannot be put back field by field.", "Nothing was changed.")
    text = kind.defaults[change.field] if change.old is None else to_text(change.old)
    return kind.row, kind.loaded(change.field, text)


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
    if text is None:
        return None
    try:
        value, end = _decode(
            text
        )  # what `json.loads` does besides takes twice as long, and a long plan has many values
        return value if end == len(text) else json.loads(text)
    except (ValueError, RecursionError):
        return text
