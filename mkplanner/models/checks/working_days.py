"""Checks of single days against the working week: what is due on a weekend or on a bank holiday of the plan's nation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkplanner.models.checks.alike import dates_of
from mkplanner.models.checks.saying import name_said
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import Status
from mkplanner.models.timeframes.day_words import weekday_words
from mkplanner.models.timeframes.holidays import bank_holidays
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe

_SATURDAY, _DAY = 5, Precision.DAY


def check_working_days(plan: Plan, today: date | None = None) -> Iterator[Notice]:
    """A deadline or a single day falls on a working day of the plan's nation.

    Told as information only, for some meetings are held on a Saturday; and only where a day was written, for "by March"
    does not mean the 31st to the hour, and is read without doubt. What is complete is not told, nor is a day that is over,
    which no planning can move: one before the newest progress note of the plan or, while the plan's years hold `today`,
    before today. A plan whose years are all behind or ahead is checked whole, as on the day it was written, so that it says
    the same whenever it is opened.
    """
    over = _over_before(plan, today or date.today())
    told: dict[int, tuple[tuple[int, str, date, str], ...]] = {}
    for key, frame in dates_of(plan).items():
        if _names_a_day(frame) and (found := tuple(_days_off(frame, over, plan.info.nation))):
            told[key] = found
    for item in plan.items.values() if told else ():
        if id(item.by_when) in told and item.status is not Status.COMPLETE:
            for part, id_, day, why in told[id(item.by_when)]:
                yield _notice(plan, item, id_, day, why, part)


def _names_a_day(frame: Timeframe) -> bool:
    """Whether a date names a day to the day, and can be read in one way only."""
    return not frame.alternatives and any(segment.precision is _DAY for segment in frame.segments)


def _days_off(frame: Timeframe, over: date, nation: str) -> Iterator[tuple[int, str, date, str]]:
    """The parts of a date that fall on no working day: which part, the notice's id, its day and why."""
    for part, segment in enumerate(frame.segments):
        day = single_day(segment)
        if day is None or day < over:
            continue
        if day.weekday() >= _SATURDAY:
            yield part, "on-weekend", day, ""
        elif name := bank_holidays(nation, day.year).get(day):
            yield part, "on-bank-holiday", day, f", a bank holiday: {name}"


def single_day(segment: Segment) -> date | None:
    """The exact day that a deadline or a point names, None for everything else and for what is done."""
    if segment.precision is not _DAY or segment.status == "complete":
        return None
    if segment.kind is Kind.BY_DEADLINE:
        return segment.end
    return segment.end if segment.kind is Kind.POINT and segment.start == segment.end else None


def _over_before(plan: Plan, today: date) -> date:
    """The day before which everything is over for this plan."""
    info = plan.info
    told = max((update.date for update in plan.updates.values() if update.date), default=date.min)
    runs = info.start is not None and info.end is not None and info.start <= today <= info.end
    return max(told, today) if runs else told


def _notice(plan: Plan, item: Item, id_: str, day: date, why: str, part: int) -> Notice:
    sentence = f"{name_said(plan, item)} falls on {weekday_words(day)}{why}."
    return Notice(id_, Severity.INFO, sentence, item.id, "by_when", part=part)
