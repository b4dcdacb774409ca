"""The history as lines to read, each with the change behind it where an older value can be put back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mkplanner.models.edit import ALIVE
from mkplanner.models.lookback.changelist import Line, deeds_of
from mkplanner.models.lookback.phrases import value_words
from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord, about
from mkplanner.models.plan import Plan
from mkplanner.records import frozen


@frozen
class HistoryLine:
    """One thing that was done. `change` is None where there is no single older value; `item` is the row to go to."""

    at: str
    who: str
    deed: str
    item: str | None
    change: ChangeRecord | None

    def older(self, plan: Plan) -> str:
        """Return the older value in words, or nothing where there is none to put back."""
        return "" if self.change is None else value_words(plan, self.change.field, self.change.old)


def history_lines(plan: Plan, records: Sequence[ChangesetRecord]) -> list[HistoryLine]:
    """Return the lines of a history, newest first."""
    return [line for record in reversed(records) for line in _lines(plan, record)]


def net_history(lines: Iterable[Line]) -> list[HistoryLine]:
    """Return the lines of what is different in the end, without who and when."""
    return [HistoryLine("", "", line.sentence, line.item, None) for line in lines]


def records_about(records: Sequence[ChangesetRecord], item: str) -> list[ChangesetRecord]:
    """Return what was done to a row of the outline, its letters and its updates, also those that have gone."""
    rows = {item}
    for record in records:
        for change in record.changes:
            named = (change.old, change.new)
            if (change.field == "item" and item in named) or (change.field == "items" and _is_among(item, named)):
                rows.add(change.item)
    return about(list(records), rows)


def _is_among(item: str, values: Iterable[object]) -> bool:
    return any(isinstance(value, list) and item in value for value in values)


def _lines(plan: Plan, record: ChangesetRecord) -> Iterator[HistoryLine]:
    changes = _single_changes(plan, record)
    for deed, item in deeds_of(plan, record):
        words = deed[:1].upper() + deed[1:]
        yield HistoryLine(record.at, record.author, words, item, changes.get((deed, item)))


def _single_changes(plan: Plan, record: ChangesetRecord) -> dict[tuple[str, str | None], ChangeRecord]:
    """Return the change behind each line that tells of one field alone."""
    found = {}
    new = {change.item for change in record.changes if change.field == ALIVE or change.deleted}
    for change in record.changes:
        if change.item not in new and change.row_kind not in ("mark", "plan") and record.kind != "new":
            for told in deeds_of(plan, replace(record, changes=(change,))):
                found[told] = change
    return found
