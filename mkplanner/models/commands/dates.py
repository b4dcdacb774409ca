"""Orders about dates: put in words, revise with a reason, move by dragging a bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.fields import read_by_when
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.doubts import doubt_of, quarters_meant, reading
from mkplanner.models.timeframes.moving import can_move, moved, with_days
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.propose import propose_words
from mkplanner.models.timeframes.timeframe import PlanContext, Segment, Timeframe
from mkplanner.models.wording import count
from mkplanner.records import frozen

_COLUMN = "By when"


@frozen(slots=False)
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


@frozen(slots=False)
class MovePart:
    """Give one part of a date other days, as by dragging its bar; parts are counted from 0 in the order of the words.

    The new words are the author's with other dates where that can be done. The words typed first are kept as the original.
    """

    item: str
    part: int
    start: date | None
    end: date | None
    reason: str = ""
    title: str = "Move date"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Move it. Raises `RefusedError` where there is no such part, or a date once revised is moved without a reason."""
        item = edit.item(self.item)
        segments = list(item.by_when.segments if item.by_when else ())
        if not 0 <= self.part < len(segments) or not can_move(segments[self.part]):
            raise RefusedError("This row has no such date to move.", "Nothing was changed; type its date instead.")
        segments[self.part] = with_days(segments[self.part], self.start, self.end)
        edit.put(on_other_days(item, tuple(segments), self.reason, edit.plan.context(_COLUMN)))
        return item.id


@frozen(slots=False)
class ShiftDates:
    """Move every date of some rows by so many months, then so many days, later or (below 0) earlier.

    Rows without a day stay as they are, and so does what is complete. The words typed first are kept as the original.
    """

    items: tuple[str, ...]
    days: int = 0
    months: int = 0
    reason: str | None = None
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the number of rows: "Shift dates of 5 rows"."""
        return f"Shift dates of {count(len(self.items), 'row')}"

    def apply(self, edit: Edit) -> str | None:
        """Shift them. Raises `RefusedError` where none has a day, or a date once revised is moved without a reason."""
        rows = [edit.item(id_) for id_ in self.items]
        rows = [row for row in rows if row.by_when and any(map(can_move, row.by_when.segments))]
        if not rows:
            raise RefusedError("None of these rows has a date that can be shifted.", "Nothing was changed.")
        context = edit.plan.context(_COLUMN)
        for row in rows:
            edit.put(on_other_days(row, _each(row, self._shifted), self.reason or "", context))
        return rows[0].id

    def _shifted(self, segment: Segment) -> Segment:
        try:
            return moved(segment, days=self.days, months=self.months)
        except (ValueError, OverflowError) as trouble:
            raise RefusedError("The calendar does not reach so far.", "Nothing was changed.") from trouble


def _each(item: Item, change: Callable[[Segment], Segment]) -> tuple[Segment, ...]:
    return tuple(map(change, item.by_when.segments if item.by_when else ()))


def on_other_days(
    item: Item, segments: tuple[Segment, ...], reason: str, context: PlanContext, *, rewrites: bool = False
) -> Item:
    """Return the row with its date on other days, in words that say so; words that somebody typed become the original.

    A date that `rewrites` only takes other words: nothing more becomes the original. Raises `RefusedError` where a date that
    was revised is moved without a reason.
    """
    frame = item.by_when or Timeframe("", typed=False)
    if segments == frame.segments:
        return item
    if not reason.strip() and item.revised_reason and not rewrites:
        raise RefusedError("A date that was revised needs a reason to move again.", "Nothing was changed; say why.")
    by_when = Timeframe(propose_words(frame, segments, context), segments, typed=False)
    if rewrites or item.by_when is None:
        return replace(item, by_when=by_when)
    original = item.original or (frame if frame.typed or reason.strip() else None)
    return replace(item, by_when=by_when, original=original, revised_reason=reason.strip() or item.revised_reason)


@frozen(slots=False)
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


@frozen(slots=False)
class SettleReadings:
    """Answer the question about one doubtful date for every row of the plan that raises the same question.

    `choice` is that of `ChooseReading`. Where the doubt was about quarters the plan keeps the answer as its setting, so
    that dates typed later are read alike.
    """

    item: str
    choice: int | None = None
    title: str = "Choose reading of dates"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Settle them. Raises `RefusedError` where there is no such reading."""
        asked = edit.item(self.item)
        frame = asked.by_when
        if frame is None or not frame.is_ambiguous or reading(frame, self.choice) is None:
            raise RefusedError("This date has no other reading.", "Nothing was changed.")
        plan = edit.plan
        context = plan.context(_COLUMN)
        base = quarters_meant(frame, self.choice, context)
        if base and plan.info.quarters is None:
            edit.put(replace(plan.info, quarters=base))
        for row in plan.items.values():
            if row.by_when and row.by_when.is_ambiguous and doubt_of(row.by_when) == doubt_of(frame):
                by_when = _settled(row.by_when, self.choice, replace(context, quarters=base) if base else None)
                edit.put(replace(row, by_when=by_when))
        return asked.id


def _settled(frame: Timeframe, choice: int | None, context: PlanContext | None) -> Timeframe:
    """The words under the choice, or as the quarters that were meant read them; still doubtful where neither tells."""
    if context is not None:
        found = parse(frame.words, context)
        if not found.is_ambiguous and found.segments in (frame.segments, *frame.alternatives):
            return replace(frame, segments=found.segments, alternatives=())
    chosen = reading(frame, choice)
    return frame if chosen is None else replace(frame, segments=chosen, alternatives=())
