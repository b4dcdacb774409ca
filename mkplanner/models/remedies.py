"""Ways out of what the checks found: a notice comes in, commands that would settle it come out.

Checks only look; this module knows commands, so that whoever draws or prints a plan can read the checks without it. Nothing
here is ever carried out by itself: a remedy is a button, its command one undoable step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from mkplanner.models.checks.dates import last_day
from mkplanner.models.checks.readings import WEEKDAY_REMARK, doubtful_rows
from mkplanner.models.checks.registry import check
from mkplanner.models.checks.saying import name_said
from mkplanner.models.checks.working_days import single_day
from mkplanner.models.commands.dates import ChooseReading, MovePart, SettleReadings
from mkplanner.models.commands.rows import SetField
from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.models.links.remedies import date_by_tie, move_after
from mkplanner.models.notice import Notice, Remedy
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.day_words import day_words, weekday_words
from mkplanner.models.timeframes.describe import describe
from mkplanner.models.timeframes.doubts import About, doubt_of, reading
from mkplanner.models.timeframes.holidays import next_working_day, previous_working_day
from mkplanner.models.timeframes.moving import can_move
from mkplanner.models.timeframes.restyle import with_weekday
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe
from mkplanner.models.timeframes.words import WEEKDAY_NAMES
from mkplanner.models.wording import KIND_WORDS

_MOST_READINGS = 3
_FAR = 5 * 366
"""Days beyond the plan's years from which a slip of the pen is likelier than a longer plan."""


def check_with_remedies(plan: Plan) -> tuple[Notice, ...]:
    """Every notice about a plan as `check` orders them, each with its remedies; made once for each plan."""
    found = plan.__dict__.get("_remedied")
    if found is None:
        found = tuple(replace(notice, remedies=remedies_of(plan, notice)) for notice in check(plan))
        plan.__dict__["_remedied"] = found
    return found


def remedies_of(plan: Plan, notice: Notice) -> tuple[Remedy, ...]:
    """What can be offered for one notice of this plan, the likeliest first; often nothing."""
    offer = _OFFERS.get(notice.id)
    item = plan.items.get(notice.item or "")
    if offer is None or item is None or item.by_when is None:
        return ()
    return tuple(offer(plan, item, notice.part or 0))


def _set_right(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """Swap the days of a stretch, or take its end for one of the next year."""
    segment = _segment(item, part)
    if segment is None or not segment.start or not segment.end:
        return
    coarse = segment.precision is not Precision.DAY
    first = segment.end.replace(day=1) if coarse else segment.end
    last = periods.last_of_month(segment.start.year, segment.start.month) if coarse else segment.start
    reason = "The end stood before the start"
    title = f"Swap the ends: {day_words(first)} to {day_words(last)}"
    yield Remedy(title, MovePart(item.id, part, first, last, reason))
    if segment.end.year >= date.max.year - 1:
        return
    later = periods.add_months(segment.end, 12)
    if segment.start <= later <= (plan.info.end or later):
        yield Remedy(f"End on {day_words(later)}", MovePart(item.id, part, segment.start, later, reason))


def _bring_within_parent(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """Let the row above end later, or this row earlier."""
    parent = plan.items.get(item.parent or "")
    mine, above = last_day(item), last_day(parent) if parent else None
    if parent is None or mine is None or above is None:
        return
    extend = _ending_on(parent, above, mine, f"{name_said(plan, item)} ends on {day_words(mine)}")
    if extend:
        yield Remedy(f"Extend the {KIND_WORDS[parent.kind]} to {day_words(mine)}", extend)
    shorten = _ending_on(item, mine, above, f"{name_said(plan, parent)} ends on {day_words(above)}")
    if shorten:
        yield Remedy(f"End this row on {day_words(above)}", shorten)


def _ending_on(item: Item, old: date, new: date, reason: str) -> MovePart | None:
    """The command that gives the part of a row which ends last another last day; None where it would begin after it."""
    for part, segment in enumerate(item.by_when.segments if item.by_when else ()):
        if segment.end == old and can_move(segment):
            if segment.kind is Kind.POINT and segment.start == segment.end:
                return MovePart(item.id, part, new, new, reason)
            if segment.start is None or segment.start <= new:
                return MovePart(item.id, part, segment.start, new, reason)
    return None


def _widen_plan(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """Let the plan hold the date, unless it is so far away that it is likelier a slip of the pen."""
    assert item.by_when
    first, last, info = item.by_when.first_day, item.by_when.last_day, plan.info
    if info.end and last and last > info.end and (last - info.end).days < _FAR:
        yield Remedy(f"Extend the plan to {day_words(last)}", SetPlanInfo((("end", last),), title="Extend plan"))
    elif info.start and first and first < info.start and (info.start - first).days < _FAR:
        title = f"Let the plan start on {day_words(first)}"
        yield Remedy(title, SetPlanInfo((("start", first),), title="Extend plan"))


def _move_to_working_day(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """The working day before, and the one after if the row above and the plan still hold it."""
    segment = _segment(item, part)
    day = single_day(segment) if segment else None
    if segment is None or day is None or not date(1000, 1, 1) < day < date(9000, 1, 1):
        return
    why = f"{weekday_words(day)} fell on {'a weekend' if day.weekday() > 4 else 'a bank holiday'}"
    parent = plan.items.get(item.parent or "")
    latest = min(filter(None, (plan.info.end, last_day(parent) if parent else None)), default=date.max)
    for other in (previous_working_day(day, plan.info.nation), next_working_day(day, plan.info.nation)):
        if other < day or other <= max(latest, day):
            start = other if segment.start else None
            yield Remedy(f"Move to {weekday_words(other)}", MovePart(item.id, part, start, other, why))


def _mend_weekday(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """Put the weekday that the date has for the one that was written."""
    assert item.by_when
    found = [match for match in map(WEEKDAY_REMARK.fullmatch, item.by_when.remarks) if match]
    if len(found) != 1:
        return
    said, real = (WEEKDAY_NAMES.index(found[0][name]) for name in ("said", "real"))
    words = with_weekday(item.by_when.words, said, real)
    if words:
        yield Remedy(f"Correct the weekday to {WEEKDAY_NAMES[real]}", SetField(item.id, "by_when", words))


def _choose_reading(plan: Plan, item: Item, part: int) -> Iterator[Remedy]:
    """Each reading for all rows with the same doubt, then for this row alone; an answer about quarters is the plan's."""
    frame = item.by_when
    assert frame
    doubt = doubt_of(frame)
    if doubt is None:
        return
    rows = len(doubtful_rows(plan).get(doubt, ()))
    choices = (None, *range(len(frame.alternatives)))[:_MOST_READINGS]
    said = [_reading_said(frame, choice) for choice in choices]
    if rows > 1 or doubt.about is About.QUARTERS:
        everywhere = "quarters of the whole plan alike" if doubt.about is About.QUARTERS else f"all {rows} rows alike"
        for choice, words in zip(choices, said, strict=True):
            yield Remedy(f"Read as {words}, and {everywhere}", SettleReadings(item.id, choice))
    for choice, words in zip(choices, said, strict=True):
        only = " in this row only" if rows > 1 else ""
        yield Remedy(f"Read as {words}{only}", ChooseReading(item.id, choice))


def _reading_said(frame: Timeframe, choice: int | None) -> str:
    return describe(Timeframe(frame.words, reading(frame, choice) or ()))


def _segment(item: Item, part: int) -> Segment | None:
    segments = item.by_when.segments if item.by_when else ()
    return segments[part] if part < len(segments) else None


_OFFERS: dict[str, Callable[[Plan, Item, int], Iterator[Remedy]]] = {
    "ends-before-start": _set_right,
    "after-parent": _bring_within_parent,
    "outside-plan": _widen_plan,
    "out-of-order": move_after,
    "can-be-dated": date_by_tie,
    "tie-moved": date_by_tie,
    "on-weekend": _move_to_working_day,
    "on-bank-holiday": _move_to_working_day,
    "weekday-mismatch": _mend_weekday,
    "ambiguous-date": _choose_reading,
}
