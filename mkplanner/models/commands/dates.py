"""Orders about dates: put in words, revise with a reason, move by dragging a bar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.fields import read_by_when
from mkplanner.models.timeframes.timeframe import Timeframe


@dataclass(frozen=True)
class ReviseDate:
    """Give a row a revised date with the reason; the first date is kept as the original, however often it is revised."""

    item: str
    by_when: str | Timeframe
    reason: str
    title: str = "Revise date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Revise the date. Raises `RefusedError` where there is no date to revise or no reason is given."""
        item = edit.item(self.item)
        if item.by_when is None:
            raise RefusedError("This row has no date yet, so there is nothing to revise.", "Type its date instead.")
        if not self.reason.strip():
            raise RefusedError("A revised date needs a reason.", "Nothing was changed; say why the date moved.")
        revised = read_by_when(edit.plan, self.by_when)
        original = item.original or item.by_when
        edit.put(replace(item, by_when=revised, original=original, revised_reason=self.reason.strip()))
        return item.id


@dataclass(frozen=True)
class ChooseReading:
    """Settle which of several readings the author's words mean; the words stay as they are.

    `choice` counts the alternatives from 0; None confirms the reading that is shown.
    """

    item: str
    choice: int | None = None
    title: str = "Choose reading of date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Settle the reading. Raises `RefusedError` where there is no such reading."""
        item = edit.item(self.item)
        frame = item.by_when
        if frame is None or (self.choice is not None and not 0 <= self.choice < len(frame.alternatives)):
            raise RefusedError("This date has no other reading.", "Nothing was changed.")
        segments = frame.segments if self.choice is None else frame.alternatives[self.choice]
        edit.put(replace(item, by_when=replace(frame, segments=segments, alternatives=())))
        return item.id
