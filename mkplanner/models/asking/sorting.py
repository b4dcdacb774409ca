"""What rows are sorted by: dates as days, statuses in their order, numbers as numbers, words as a person would."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from mkplanner.models.asking.facts import RAG_WORDS, column_field, latest_update
from mkplanner.models.baselines.slippage import slip_days
from mkplanner.models.due import last_due
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Item, ItemKind, Plan
from mkplanner.models.status import STYLES

Rank = Callable[[Plan, Item], Any]
"""What a row is compared by; None where it has nothing there, which sorts last whichever way."""

_DIGITS = re.compile(r"\d+")
_LONGEST = 12
"""Digits of a number up to which numbers are compared as numbers."""
_KINDS, _STATUSES, _RAGS = list(ItemKind), list(STYLES), list(RAG_WORDS)


def natural(words: str) -> str | None:
    """Return what words are compared by: capitals do not matter, and 2.10 comes after 2.9."""
    return _DIGITS.sub(_padded, words.casefold()) if words else None


def _padded(digits: re.Match[str]) -> str:
    return digits.group().zfill(_LONGEST)


def _by_when(plan: Plan, item: Item) -> Any:
    frame = item.by_when
    if frame is None:
        return None
    last = last_due(item) or frame.last_day
    return (0, last, frame.first_day or last) if last else (1, natural(frame.words))


def _starts(plan: Plan, item: Item) -> Any:
    return min((part.start for part in item.by_when.segments if part.start), default=None) if item.by_when else None


def _updated(plan: Plan, item: Item) -> Any:
    found = latest_update(plan, item)
    return found.date if found else None


def _rag(plan: Plan, item: Item) -> Any:
    lights = [update.rag for update in plan.updates_of.get(item.id, ()) if update.rag]
    return -_RAGS.index(lights[-1]) if lights else None


RANKS: dict[str, Rank] = {
    "by_when": _by_when,
    "starts": _starts,
    "ends": lambda plan, item: last_due(item),
    "original": lambda plan, item: item.original.last_day if item.original else None,
    "slippage": slip_days,
    "status": lambda plan, item: _STATUSES.index(item.status) if item.status else None,
    "percent": lambda plan, item: item.percent,
    "kind": lambda plan, item: _KINDS.index(item.kind),
    "updated": _updated,
    "update": _updated,
    "rag": _rag,
}
"""How columns are sorted whose words would sort wrongly."""


def rank_of(key: str) -> Rank:
    """Return what the column with this key is sorted by. Raises KeyError for an unknown one."""
    found = RANKS.get(key)
    if found is not None:
        return found
    show = column_field(key).show
    return lambda plan, item: natural(show(plan, item))


def in_order(plan: Plan, entries: Iterable[Entry], key: str, backwards: bool) -> list[Entry]:
    """Return rows sorted by a column; equal ones keep their order, those with nothing there stand last."""
    if key == "number":
        return list(entries)[::-1] if backwards else list(entries)
    rank = rank_of(key)
    ranked = [(rank(plan, entry.item), entry) for entry in entries]
    known = [pair for pair in ranked if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=backwards)
    return [entry for _, entry in known] + [entry for value, entry in ranked if value is None]
