"""Slippage: how much later or earlier a row is due than was agreed, by the baseline compared with, else by its original date.

A date of several parts is compared part by part: the one that slipped furthest counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mkplanner.models.baselines.agreed import agreed_of
from mkplanner.models.baselines.parts import before
from mkplanner.models.due import last_due, part_due
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.apart import apart, step_words
from mkplanner.models.timeframes.timeframe import Segment
from mkplanner.records import frozen


@frozen
class Slip:
    """From which day to which something has moved, and what it is for where only one part of a date did."""

    then: date
    now: date
    label: str = ""

    @property
    def days(self) -> int:
        """How many days later it is, below 0 earlier."""
        return (self.now - self.then).days


def slip_of(plan: Plan, item: Item) -> Slip | None:
    """Return how a row has slipped; None where there is nothing to compare."""
    parts, end = _before(plan, item)
    now = item.by_when.segments if item.by_when is not None else ()
    if len(now) > 1 and len(parts) > 1 and (slips := _slips(parts, now)):
        return _furthest(slips)
    last = last_due(item)
    return Slip(end, last) if end is not None and last is not None else None


def slip_days(plan: Plan, item: Item) -> int | None:
    """Return by how many days a row has slipped, above 0 later; None where there is nothing to compare."""
    found = slip_of(plan, item)
    return found.days if found is not None else None


def slip_words(plan: Plan, item: Item) -> str:
    """Return the slippage in words: "2 months later", "10 days earlier", "none"; empty where there is nothing to compare.

    Where one part of several has slipped it is named: "2 months later for existing services".
    """
    found = slip_of(plan, item)
    if found is None:
        return ""
    words = step_words(*apart(found.then, found.now))
    return f"{words} for {found.label}" if words and found.label else words or "none"


def _before(plan: Plan, item: Item) -> tuple[Sequence[Segment], date | None]:
    """The parts and the last day of a row by the baseline, else of the date it had before it was revised."""
    found = agreed_of(plan, item)
    if found is not None:
        return found.parts, found.last
    original = item.original
    if original is None:
        return (), None
    return original.segments, None if original.is_open_ended else original.last_day


def _slips(then: Sequence[Segment], now: Sequence[Segment]) -> list[Slip]:
    pairs = ((old, new) for old, new in zip(before(then, now), now, strict=True) if old is not None)
    dated = ((part_due(old), part_due(new), new.label or "") for old, new in pairs)
    return [Slip(old, new, label) for old, new, label in dated if old is not None and new is not None]


def _furthest(slips: Sequence[Slip]) -> Slip:
    """The part that is furthest behind; where none is, the one that is furthest ahead. No part is named if all moved alike."""
    latest, earliest = max(slips, key=lambda slip: slip.days), min(slips, key=lambda slip: slip.days)
    found = latest if latest.days > 0 or earliest.days == 0 else earliest
    if latest.days == earliest.days and len(slips) > 1:
        return Slip(found.then, found.now)
    return found
