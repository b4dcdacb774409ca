"""Dates in somebody's hand: the rows held, what their segments were and are now; nothing changes until they are let go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from mkplanner.charts.marks import held
from mkplanner.charts.marks.marks import Part
from mkplanner.charts.timescale.snap import Step
from mkplanner.models.commands.drawn import DrawDates
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.moving import can_move
from mkplanner.models.timeframes.timeframe import Segment, Timeframe
from mkplanner.models.wording import count

_NOTHING = Timeframe("", typed=False)


class Holding:
    """Holds the dates of some rows of a plan. `part` is the one segment that is held, None for every segment of each row.

    `said` is the row whose dates the flag tells; the others go along.
    """

    def __init__(self, plan: Plan, rows: Iterable[str], part: int | None = None, said: str = "") -> None:
        self.plan = plan
        self.rows = tuple(rows)
        self.part = part
        self.said = said or self.rows[0]
        self.before = {row: _frame(plan.items[row]).segments for row in self.rows}
        self.now = dict(self.before)
        self.is_new = False

    @classmethod
    def of(cls, plan: Plan, rows: Iterable[str], said: str = "") -> Holding | None:
        """Hold every date of some rows that can move, None where there is none."""
        able = [row for row in rows if any(map(can_move, _frame(plan.items[row]).segments))]
        if not able:
            return None
        single = len(able) == 1 and len(_frame(plan.items[able[0]]).segments) == 1
        return cls(plan, able, 0 if single else None, said if said in able else able[0])

    @property
    def is_changed(self) -> bool:
        """Whether anything would be another date."""
        return self.now != self.before

    def move(self, step: Step) -> None:
        """Hold the dates this far from where they were taken up."""
        self._each(lambda segments: held.moved_by(segments, step, self.part))

    def stretch_to(self, edge: Part, day: date) -> None:
        """Hold one edge of the one part on a day."""
        if self.part is not None:
            part = self.part
            self._each(lambda segments: held.stretched_to(segments, part, edge, day))

    def change(self, step: Step, edge: Part = Part.BODY) -> None:
        """Move from where the dates are held now, or stretch an edge of each."""
        for row, segments in self.now.items():
            if edge is Part.BODY:
                self.now[row] = held.moved_by(segments, step, self.part)
                continue
            for part in range(len(segments)) if self.part is None else (self.part,):
                segments = held.stretched_by(segments, part, edge, step)
            self.now[row] = segments

    def next_part(self, way: int) -> None:
        """Hold the next segment of the one row instead; what was changed of the other stays so."""
        count_ = len(self.now[self.said])
        if len(self.rows) == 1 and self.part is not None and count_ > 1:
            able = [at for at, segment in enumerate(self.now[self.said]) if can_move(segment)]
            self.part = able[(able.index(self.part) + way) % len(able)] if self.part in able else able[0]

    def draw(self, first: date, last: date) -> None:
        """Hold a first date for a row that had none."""
        self.is_new = True
        self.now[self.said] = (held.drawn(first, last),)

    def _each(self, change: Callable[[tuple[Segment, ...]], tuple[Segment, ...]]) -> None:
        self.now = {row: change(segments) for row, segments in self.before.items()}

    def item(self, item: Item) -> Item:
        """Return a row as it is while it is held."""
        segments = self.now.get(item.id)
        if segments is None or segments == _frame(item).segments:
            return item
        return replace(item, by_when=replace(_frame(item), segments=segments, alternatives=()))

    def held_part(self) -> tuple[Segment | None, Segment]:
        """Return the part that the flag tells of, as it was and as it is."""
        now, before = self.now[self.said], self.before[self.said]
        place = self.part or 0
        if self.part is None:
            place = next((at for at, (old, new) in enumerate(zip(before, now, strict=False)) if old != new), 0)
        old = before[place] if place < len(before) and before[place].is_dated else None
        return old, now[place]

    def words(self) -> tuple[str, str]:
        """Return the two lines of the flag."""
        first, second = held.held_words(*self.held_part())
        if len(self.rows) > 1:
            second = f"{second} · {count(len(self.rows), 'row')}"
        return first, second

    def title(self) -> str:
        """Return what Undo will call it."""
        if self.is_new:
            return "Draw date"
        if len(self.rows) > 1:
            return f"Move dates of {count(len(self.rows), 'row')}"
        old, new = self.held_part()
        both = old is not None and old.start != new.start and old.end != new.end
        single = old is None or old.start is None or old.end is None
        return "Move date" if both or single else "Stretch date"

    @property
    def typed(self) -> tuple[Item, ...]:
        """The rows whose words somebody typed and that change: they are to be asked about."""
        changed = (self.plan.items[row] for row in self.rows if self.now[row] != self.before[row])
        return tuple(item for item in changed if item.by_when and item.by_when.typed and item.by_when.words.strip())

    @property
    def asks(self) -> bool:
        """Whether somebody has to say what becomes of the words before the dates may be other ones."""
        return self.is_changed and bool(self.typed or self.revised)

    @property
    def revised(self) -> tuple[Item, ...]:
        """The rows that were revised before, and so need a reason to move again."""
        return tuple(self.plan.items[row] for row in self.rows if self.plan.items[row].revised_reason)

    def command(self, reason: str = "", *, rewrites: bool = False) -> DrawDates:
        """Return the order that makes it so."""
        changed = tuple((row, segments) for row, segments in self.now.items() if segments != self.before[row])
        return DrawDates(changed, reason, rewrites, self.title())


def _frame(item: Item) -> Timeframe:
    return item.by_when or _NOTHING
