"""Moments as people say them, by the clock of this computer: when something was written, opened or kept.

The months are British words whatever the desktop speaks, like everything else in the window.
"""

from __future__ import annotations

from datetime import date, datetime

from mkplanner.models.timeframes.words import MONTH_NAMES, WEEKDAY_NAMES


def moment_words(at: str, today: datetime | None = None) -> str:
    """Return a moment of the log as "3 November, 14:20", with the year where it is another."""
    try:
        when = datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    return _day_and_time(when, today)


def backup_words(at: datetime, now: datetime | None = None) -> str:
    """Return when a version was kept: "Sunday 22 November, 14:20", with the year where it is another."""
    return f"{WEEKDAY_NAMES[at.weekday()]} {_day_and_time(at, now)}"


def when_words(opened: str, now: datetime) -> str:
    """Return a time as people say it: "Today 10:42", "Yesterday", "6 Nov", "6 Nov 2024"."""
    try:
        then = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    days = (now.date() - then.date()).days
    if days == 0:
        return f"Today {then:%H:%M}"
    if days == 1:
        return "Yesterday"
    day = short_day(then.date())
    return day if then.year == now.year else f"{day} {then.year}"


def short_day(day: date) -> str:
    """Return a day without its year: "6 Nov"."""
    return f"{day.day} {MONTH_NAMES[day.month][:3]}"


def _day_and_time(when: datetime, now: datetime | None) -> str:
    year = "" if when.year == (now or datetime.now().astimezone()).year else f" {when.year}"
    return f"{when.day} {MONTH_NAMES[when.month]}{year}, {when:%H:%M}"
