"""How far two days lie apart, as planners say it: "2 months later", "3 weeks earlier", "1 day later"."""

from __future__ import annotations

from datetime import date

from mkplanner.models.timeframes.periods import is_month_end


def apart(old: date, new: date) -> tuple[int, int]:
    """Return months and days from one day to another.

    Whole months alone where both are the same day of a month, or both the last of one; else days alone.
    """
    months = (new.year - old.year) * 12 + new.month - old.month
    if months and (old.day == new.day or (is_month_end(old) and is_month_end(new))):
        return months, 0
    return 0, (new - old).days


def step_words(months: int, days: int) -> str:
    """Return how far something moves, in words; empty where it does not."""
    parts = [_counted(months, "month")] if months else []
    if days:
        parts.append(_counted(days // 7, "week") if days % 7 == 0 else _counted(days, "day"))
    return f"{' and '.join(parts)} {'later' if (months or days) > 0 else 'earlier'}" if parts else ""


def _counted(number: int, word: str) -> str:
    return f"{abs(number):,} {word}{'' if abs(number) == 1 else 's'}"
