"""What people who wrote at the same time had all started from, for the review of a conflict."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mkplanner.models.lookback.conflict import Conflict, ConflictKind
from mkplanner.models.lookback.phrases import value_words
from mkplanner.models.lookback.records import ChangesetRecord
from mkplanner.models.plan import Plan


def started_from(plan: Plan, conflict: Conflict, records: Iterable[ChangesetRecord]) -> str:
    """Return the value in words that every version of a conflict took the place of; nothing where they differ in that.

    `records` is the history. Authors who wrote the same field several times in between may have started from different words.
    """
    if conflict.kind is not ConflictKind.VALUE:
        return ""
    versions = {(choice.author, choice.at) for choice in conflict.choices}
    before: dict[str, Any] = {}
    for record in records:
        if (record.author, record.at) in versions:
            for change in record.changes:
                if change.item == conflict.row and change.field == conflict.field:
                    before[json.dumps(change.old, sort_keys=True)] = change.old
    return value_words(plan, conflict.field, before.popitem()[1]) if len(before) == 1 else ""
