"""What one party's page says first: how much it carries, what is late, and what comes next, in two or three sentences."""

from __future__ import annotations

from collections import Counter
from datetime import date

from mkplanner.charts.reports.board_rows import is_past, next_day
from mkplanner.charts.reports.rasic_rows import WORK, RasicRows
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.outline import Entry
from mkplanner.models.people import Party
from mkplanner.models.status import Status
from mkplanner.models.tally import status_of
from mkplanner.models.wording import listed

_CLOSED = (Status.COMPLETE, Status.SUSPENDED)
_AHEAD = 366
_MOST_NAMED = 12
"""More late rows than this are counted, not named."""


def summary(rows: RasicRows, party: Party, today: date) -> str:
    """Say what a party carries: "Responsible in 12 rows, Accountable in 1. 8 are complete. Next due: 2.2.2 Hold…"."""
    held = [(entry, rows.cell(entry.item, party).letters) for entry in rows.entries]
    letters = Counter(letter for _, own in held for letter in own)
    parts = [f"{rows.words.word(code)} in {letters[code]:,}" for code in _in_order(rows) if letters[code]]
    if parts:
        parts[0] += " row" if parts[0].endswith(" 1") else " rows"
    said = [f"{listed(parts)}."]
    work = [entry for entry, own in held if set(own) & set(WORK)]
    is_open = [entry for entry in work if status_of(rows.plan, entry.item) not in _CLOSED]
    done = sum(status_of(rows.plan, entry.item) is Status.COMPLETE for entry in work)
    if done:
        said.append(f"{done:,} of those to answer for or to do {'is' if done == 1 else 'are'} complete.")
    late = [entry for entry in is_open if _is_late(rows, entry, today)]
    if late:
        numbers = [entry.number for entry in late[:_MOST_NAMED]]
        numbers += [f"{len(late) - _MOST_NAMED:,} others"] if len(late) > _MOST_NAMED else []
        said.append(f"Late or past its date: {listed(numbers)}.")
    told = {entry.item.id for entry in late}
    following = _next(rows, [entry for entry in is_open if entry.item.id not in told], today)
    if following:
        said.append(f"Next due: {following}.")
    return " ".join(said)


def _in_order(rows: RasicRows) -> list[str]:
    return [*rows.order, *(code for code in rows.letters if code not in rows.order)]


def _is_late(rows: RasicRows, entry: Entry, today: date) -> bool:
    return status_of(rows.plan, entry.item) is Status.LATE or is_past(entry.item, today)


def _next(rows: RasicRows, entries: list[Entry], today: date) -> str:
    """The row that falls due next, with its date in the author's words where they are short."""
    until = date.fromordinal(min(today.toordinal() + _AHEAD, date.max.toordinal()))
    calendar = Calendar.of(rows.plan.context())
    days = [(day, entry) for entry in entries if (day := next_day(entry.item, today, until, calendar))]
    if not days:
        return ""
    entry = min(days, key=lambda pair: pair[0])[1]
    words = entry.item.by_when.words.strip() if entry.item.by_when else ""
    when = f", {words[:1].lower() + words[1:] if words.startswith('By ') else words}"
    return f"{entry.number} {entry.item.title.strip().rstrip('.')}{when if words and chr(10) not in words else ''}"
