"""What has changed, in a sentence; how much later a date falls; and who changed something when."""

from __future__ import annotations

from datetime import date, datetime

from mkplanner.charts.timescale.units import MONTHS
from mkplanner.models.lookback.changedrows import ChangedRows
from mkplanner.models.lookback.differences import Hand
from mkplanner.models.wording import count, listed

_IN_WEEKS, _IN_MONTHS = 14, 92


def in_a_sentence(found: ChangedRows, since: str) -> str:
    """Say how much has changed: "Since “Board, 3 September” 7 rows have changed: 2 dates have slipped and 1 row is new."."""
    if found.is_empty:
        return f"Nothing has changed since {since}."
    parts = [
        _verb(len(found.slipped), "date has slipped", "dates have slipped"),
        _verb(len(found.dates), "other date has changed", "other dates have changed"),
        _verb(len(found.statuses), "status has changed", "statuses have changed"),
        _verb(len(found.new), "row is new", "rows are new"),
        _verb(len(found.gone), "row has gone", "rows have gone"),
        _verb(len(found.moved), "row has moved", "rows have moved"),
        _verb(len(found.notes), "progress update has come in", "progress updates have come in"),
        _verb(len(found.letters), "duty has changed", "duties have changed"),
        _verb(len(found.others), "other thing has changed", "other things have changed"),
    ]
    rows = found.rows
    said = f"{count(rows, 'row')} {'has' if rows == 1 else 'have'} changed" if rows else "no row has changed"
    return f"Since {since} {said}: {listed([part for part in parts if part])}."


def _verb(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""


def later_words(days: int) -> str:
    """Say how much later something is: "9 days", "11 weeks", "4 months"."""
    if days < _IN_WEEKS:
        return count(days, "day")
    if days < _IN_MONTHS:
        return count(round(days / 7), "week")
    return count(round(days / 30.44), "month")


def hand_words(hand: Hand, today: date) -> str:
    """Name who changed something and when, by this computer's clock: "HR Manager, 3 October"."""
    day = _day(hand.at)
    year = f" {day.year}" if day and day.year != today.year else ""
    when = f"{day.day} {MONTHS[day.month - 1]}{year}" if day else ""
    return ", ".join(part for part in (hand.author.strip(), when) if part)


def _day(at: str) -> date | None:
    try:
        return datetime.fromisoformat(at).astimezone().date()
    except (ValueError, OverflowError, OSError):
        return None
