"""Orders about one part of a date that has several: change it, add one more, take one away."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.parts import PartWords, and_part, read_part, with_part, without_part
from mkplanner.models.timeframes.timeframe import PlanContext, Segment
from mkplanner.records import frozen

_COLUMN = "By when"


@frozen(slots=False)
class ChangePart:
    """Put one part of a date in other words; parts are counted from 0 in the order of the words."""

    item: str
    part: int
    words: PartWords
    title: str = "Change part of date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Change it. Raises `RefusedError` where there is no such part, or the words are not one date."""
        item, context = edit.item(self.item), edit.plan.context(_COLUMN)
        frame = item.by_when
        if frame is None or not 0 <= self.part < len(frame.segments):
            raise _no_part()
        part = _read(self.words, context)
        edit.put(replace(item, by_when=with_part(frame, self.part, self.words, part, context)))
        return item.id


@frozen(slots=False)
class AddPart:
    """Add one more target to a date, on a line of its own."""

    item: str
    words: PartWords
    title: str = "Add part of date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Add it. Raises `RefusedError` where the words are not one date."""
        item, context = edit.item(self.item), edit.plan.context(_COLUMN)
        part = _read(self.words, context)
        edit.put(replace(item, by_when=and_part(item.by_when, self.words, part, context)))
        return item.id


@frozen(slots=False)
class RemovePart:
    """Take one part of a date away; the last one leaves the row without a date."""

    item: str
    part: int
    title: str = "Remove part of date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Take it away. Raises `RefusedError` where there is no such part."""
        item: Item = edit.item(self.item)
        frame = item.by_when
        if frame is None or not 0 <= self.part < len(frame.segments):
            raise _no_part()
        edit.put(replace(item, by_when=without_part(frame, self.part, edit.plan.context(_COLUMN))))
        return item.id


def _read(words: PartWords, context: PlanContext) -> Segment:
    part = read_part(words, context)
    if part is None:
        raise RefusedError(
            f"“{words.line}” is not read as one date.", "Nothing was changed; write each date as a part of its own."
        )
    return part


def _no_part() -> RefusedError:
    return RefusedError("This row has no such part of a date.", "Nothing was changed.")
