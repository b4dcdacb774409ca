"""What is different since a moment: the fields as they were and are, and who wrote them last, as values for reports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord
from mkplanner.records import frozen


class Hand(NamedTuple):
    """Who wrote something, and when (UTC, in ISO form); both are empty where nobody can tell."""

    author: str = ""
    at: str = ""


@frozen(slots=False)
class Differences:
    """What is different since a mark or a day.

    `changes` are the fields in the end, whatever came in between; `history` is all that was done since, oldest first.
    """

    changes: tuple[ChangeRecord, ...] = ()
    history: tuple[ChangesetRecord, ...] = ()

    @cached_property
    def hands(self) -> Mapping[tuple[str, str], Hand]:
        """Who last wrote each field, by the row's id and the field's name."""
        found: dict[tuple[str, str], Hand] = {}
        for record in self.history:
            for change in record.changes:
                found[change.item, change.field] = Hand(record.author, record.at)
        return found

    def hand(self, row: str, field: str) -> Hand:
        """Return who last wrote a field of a row."""
        return self.hands.get((row, field), Hand())

    @cached_property
    def by_row(self) -> Mapping[str, tuple[ChangeRecord, ...]]:
        """The changes of each row, in order."""
        found: dict[str, list[ChangeRecord]] = {}
        for change in self.changes:
            found.setdefault(change.item, []).append(change)
        return {row: tuple(changes) for row, changes in found.items()}
