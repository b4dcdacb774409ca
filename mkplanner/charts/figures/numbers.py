"""The figures of a plan: planned against actual progress, status by quarter, and workload by party and by quarter."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mkplanner.charts.figures.figure import Chart, Figure, Series
from mkplanner.charts.patterns import HATCHED, PALE, SOLID, STATUS_PATTERNS
from mkplanner.models.outline import outline
from mkplanner.models.plan import Item, Plan
from mkplanner.models.quarters import Period, frame_of, place_of, quarters_between, years_between
from mkplanner.models.rasic.letters import CODES
from mkplanner.models.rasic.lettersets import ACCOUNTABLE, RESPONSIBLE, LetterSet, letter_set
from mkplanner.models.rasic.workload import Counting, Load, Workload, ranked, work_of
from mkplanner.models.status import STYLES, Status
from mkplanner.models.tally import NO_STATUS, ORDER, Tally, status_of
from mkplanner.models.timeframes.timeframe import Kind
from mkplanner.models.wording import count

MOST_BARS = 24
"""So many parties have a bar of their own; the rest share one, and all stand in the table of a report."""
_MOST_PERIODS = 16
_HOW_COMPLETE = (
    "A complete row counts from its newest dated update; without one from the day it was due, or from today if that is "
    "still to come."
)


def progress(plan: Plan, today: date) -> Figure:
    """How many rows should be complete by the end of each quarter, as first promised, and how many are.

    Counted are the rows that have no parts and a day by which they are due. A complete row counts from its newest dated
    update on; without one from the day it was due, if that is past, else from today.
    """
    rows = [item for item in _lowest(plan) if _promised(plan, item)]
    planned = sorted(day for item in rows if (day := _promised(plan, item)))
    done = sorted(_completed(plan, item, today) for item in rows if status_of(plan, item) is Status.COMPLETE)
    periods = _periods(plan, [*planned, *done])
    values = [bisect_right(planned, period.last) for period in periods]
    actual = [bisect_right(done, min(period.last, today)) if period.first <= today else None for period in periods]
    left_out = sum(1 for _ in _lowest(plan)) - len(rows)
    note = f"Rows without parts of their own, by the day on which they were first promised: {len(rows):,} in all."
    if left_out:
        note += f" {left_out:,} {'has' if left_out == 1 else 'have'} no such day."
    if done:
        note += f" {_HOW_COMPLETE}"
    series = (Series("Planned", tuple(values), PALE), Series("Complete", tuple(actual), SOLID))
    return Figure(
        "progress",
        "Planned and actual progress",
        Chart.CURVE,
        "End of",
        tuple(period.words for period in periods),
        series,
        "rows complete",
        note,
        _now(periods, today),
    )


def status_by_quarter(plan: Plan) -> Figure:
    """How the rows that a board counts stand, by the quarter in which they are due."""
    tally = Tally.of(plan)
    dates = {item.id: day for item in tally.items if (day := _due(plan, item))}
    periods = _periods(plan, list(dates.values()))
    found: dict[Status | None, Counter[int]] = {}
    for item in tally.items:
        if item.id in dates and (at := place_of(dates[item.id], periods)) is not None:
            found.setdefault(status_of(plan, item), Counter())[at] += 1
    series = [
        Series(_status_word(status), _counted(found[status], periods), STATUS_PATTERNS[status], _letter(status))
        for status in ORDER
        if status in found
    ]
    left_out = len(tally.items) - len(dates)
    note = f"Each of the {tally.many} stands in the quarter in which it is due."
    if left_out:
        note += f" {left_out:,} without such a day {'is' if left_out == 1 else 'are'} left out."
    words = tuple(period.words for period in periods)
    return Figure("status", "Status by quarter", Chart.COLUMNS, "Due in", words, tuple(series), tally.many, note)


def workload_by_party(
    work: Workload,
    *,
    organisations: bool = False,
    only: Collection[str] | None = None,
    codes: Collection[str] = CODES,
    counted: str = "Letters held across the plan",
) -> Figure:
    """How many letters each party holds, the busiest first: Accountable, Responsible, and all others together.

    `only` are the ids of the parties that are wanted, None for all; `codes` are the letters that count, and `counted` says
    in the note which letters those are.
    """
    words = letter_set(work.plan)
    held = [_counting(load, codes) for load in (work.organisations if organisations else work.parties)]
    loads = [load for load in ranked(held) if load.total and (only is None or load.id in only)]
    shown, rest = loads[:MOST_BARS], loads[MOST_BARS:]
    names = [load.name or "No organisation" for load in shown]
    if len(rest) == 1:
        shown, names, rest = loads, [*names, rest[0].name], []
    if rest:
        names.append(f"{len(rest)} others")
    letters = [load.letters for load in shown] + ([_sum(load.letters for load in rest)] if rest else [])
    first = "Organisation" if organisations else "Party"
    title = "Workload by organisation" if organisations else "Workload by party"
    note = f"{counted}, most to do first. Letters taken from the action above do not count."
    return Figure(
        "workload",
        title,
        Chart.BARS,
        first,
        tuple(names),
        _letter_series(words, letters),
        f"{words.name} letters",
        note,
    )


def workload_by_quarter(work: Workload, party: str | None = None) -> Figure:
    """How many letters all parties together, or one of them, hold in rows of each quarter."""
    words = letter_set(work.plan)
    loads: Sequence[Load] = [load for load in work.parties if party in (None, load.id)]
    letters = [_sum(load.by_period[at] for load in loads) for at in range(len(work.periods))]
    undated = work_of(_sum(load.undated for load in loads))
    is_due = work.counting is Counting.DUE
    note = (
        f"A row counts in {'the quarter in which it falls due' if is_due else 'every quarter that its date touches'}."
    )
    if undated:
        note += f" {count(undated, 'letter')} to do {'stands' if undated == 1 else 'stand'} in rows without a date."
    name = f": {loads[0].name}" if party and loads else ""
    return Figure(
        "quarters",
        f"Workload by quarter{name}",
        Chart.COLUMNS,
        "Quarter",
        tuple(period.words for period in work.periods),
        _letter_series(words, letters),
        f"{words.name} letters",
        note,
    )


def _letter_series(words: LetterSet, letters: Sequence[Mapping[str, int]]) -> tuple[Series, ...]:
    found = [
        Series(words.word(ACCOUNTABLE), tuple(each.get(ACCOUNTABLE, 0) for each in letters), SOLID),
        Series(words.word(RESPONSIBLE), tuple(each.get(RESPONSIBLE, 0) for each in letters), HATCHED),
        Series("Other letters", tuple(sum(each.values()) - work_of(each) for each in letters), PALE),
    ]
    return tuple(series for series in found if any(series.values))


def _counting(load: Load, codes: Collection[str]) -> Load:
    return replace(load, letters={code: number for code, number in load.letters.items() if code in codes})


def _sum(letters: Iterable[Mapping[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in letters:
        found.update(each)
    return found


def _lowest(plan: Plan) -> list[Item]:
    return [
        entry.item for entry in outline(plan) if not entry.item.kind.is_heading and not plan.children.get(entry.item.id)
    ]


def _promised(plan: Plan, item: Item) -> date | None:
    """The day by which a row was first promised: the end of its original date where that is kept."""
    frame = item.original or frame_of(plan, item)
    return frame.last_day if frame and not frame.is_open_ended and not _comes_round(item) else None


def _due(plan: Plan, item: Item) -> date | None:
    frame = frame_of(plan, item)
    return frame.last_day if frame and not frame.is_open_ended and not _comes_round(item) else None


def _comes_round(item: Item) -> bool:
    return item.by_when is not None and any(part.kind is Kind.RECURRING for part in item.by_when.segments)


def _completed(plan: Plan, item: Item, today: date) -> date:
    told = [update.date for update in plan.updates_of.get(item.id, ()) if update.date]
    day = told[-1] if told else _due(plan, item)
    return min(day, today) if day else today


def _periods(plan: Plan, days: Sequence[date]) -> tuple[Period, ...]:
    """The quarters in which these days lie, or the years where those would be too many for one figure."""
    if not days:
        return ()
    first, last, context = min(days), max(days), plan.context()
    found = quarters_between(first, last, context)
    return found if len(found) <= _MOST_PERIODS else years_between(first, last, context)


def _now(periods: Sequence[Period], today: date) -> float | None:
    at = place_of(today, periods)
    if at is None:
        return None
    period = periods[at]
    return at + ((today - period.first).days + 1) / ((period.last - period.first).days + 1)


def _counted(counts: Mapping[int, int], periods: Sequence[Period]) -> tuple[int, ...]:
    return tuple(counts.get(at, 0) for at in range(len(periods)))


def _status_word(status: Status | None) -> str:
    return STYLES[status].word if status else NO_STATUS


def _letter(status: Status | None) -> str:
    return STYLES[status].letter if status else ""
