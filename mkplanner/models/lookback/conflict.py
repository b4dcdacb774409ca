"""What several people wrote into one place without knowing of each other, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import Item, PlanInfo, Row
from mkplanner.records import frozen


class ConflictKind(StrEnum):
    """Two values for one field; a row deleted here and written to there; rows moved below each other."""

    VALUE = "value"
    DELETE = "delete"
    CYCLE = "cycle"


@frozen
class Choice:
    """One way to settle a conflict: choice `n`, who wrote it, and when (UTC, by the writer's own clock).

    `value` is what the row's field would hold; `record` the same as scripts read it; `words` the same for people. Where a row
    was deleted, a `record` of true keeps it and None lets it go; where rows were moved below each other, `value` is the id of
    the row that goes to the top.
    """

    n: int
    value: Any
    record: Any
    author: str
    at: str
    words: str


@frozen
class Conflict:
    """A place that waits for a choice. The first choice is what the plan shows until somebody chooses.

    `id` is the same on every copy that knows the same changes. `row` is the row it is in (of any kind), `item` the row of the
    outline or the party to look at; `field` is "alive" where the row itself is in question. `sentence` tells a project
    manager what happened. `restores` are rows that were deleted along with this one and come back if it is kept.
    """

    id: str
    kind: ConflictKind
    row_type: type[Row]
    row: str
    item: str
    field: str
    choices: tuple[Choice, ...]
    sentence: str
    restores: tuple[Row, ...] = ()

    def notice(self) -> Notice:
        """Return the conflict as a notice, to stand among the others."""
        item = None if self.row_type is PlanInfo else self.item
        return Notice("conflict", Severity.WARNING, self.sentence, item, self.field if self.row_type is Item else None)


def conflict_record(conflict: Conflict) -> dict[str, Any]:
    """Return a conflict as plain values, as `conflicts --json` prints it."""
    return {
        "id": conflict.id,
        "kind": str(conflict.kind),
        "item": conflict.item,
        "field": conflict.field,
        "row": conflict.row,
        "sentence": conflict.sentence,
        "choices": [_choice_record(choice) for choice in conflict.choices],
    }


def _choice_record(choice: Choice) -> Mapping[str, Any]:
    return {
        "n": choice.n,
        "value": choice.record,
        "author": choice.author,
        "at": choice.at,
        "words": choice.words,
    }


def with_conflicts(conflicts: Sequence[Conflict], notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Return a plan's notices with its conflicts among them: after the errors, before the other warnings."""
    if not conflicts:
        return tuple(notices)
    errors = [notice for notice in notices if notice.severity is Severity.ERROR]
    return (*errors, *(conflict.notice() for conflict in conflicts), *notices[len(errors) :])
