"""Slippage: how much later or earlier a row ends than was agreed, by the baseline compared with, else by its original date."""

from __future__ import annotations

from datetime import date

from mkplanner.models.baselines.agreed import agreed_of
from mkplanner.models.due import last_due
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.apart import apart, step_words


def slip_days(plan: Plan, item: Item) -> int | None:
    """Return by how many days the end of a row has moved, above 0 later; None where there is nothing to compare."""
    then, now = agreed_end(plan, item), last_due(item)
    return (now - then).days if then is not None and now is not None else None


def slip_words(plan: Plan, item: Item) -> str:
    """Return the slippage in words: "2 months later", "10 days earlier", "none"; empty where there is nothing to compare."""
    then, now = agreed_end(plan, item), last_due(item)
    if then is None or now is None:
        return ""
    return step_words(*apart(then, now)) or "none"


def agreed_end(plan: Plan, item: Item) -> date | None:
    """Return the day by which a row was to be done: by the baseline, else by the date it had before it was revised."""
    found = agreed_of(plan, item)
    if found is not None:
        return found.last
    original = item.original
    return original.last_day if original is not None and not original.is_open_ended else None
