"""Values of the log as paper says them: whole, without quotation marks, nothing where there was nothing."""

from __future__ import annotations

from typing import Any

from mkplanner.models.lookback.phrases import party_words
from mkplanner.models.outline import numbers
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.status import STYLES, Status
from mkplanner.models.timeframes.record import from_record
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.models.wording import KIND_WORDS, PARTY_WORDS


def plain_words(plan: Plan, field: str, value: Any) -> str:
    """Return a value in words; an empty one is an empty text."""
    if value is None or value in ("", []):
        return ""
    if isinstance(value, dict):
        return str(value["words"]) if "words" in value else _place(plan, value.get("parent"))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return _simple(plan, field, value)


def _simple(plan: Plan, field: str, value: Any) -> str:
    if field == "status" and value in set(Status):
        return STYLES[Status(value)].word
    if field == "percent":
        return f"{value} %"
    if field == "kind" and value in set(ItemKind):
        return KIND_WORDS[ItemKind(value)]
    if field == "kind" and value in set(PartyKind):
        return PARTY_WORDS[PartyKind(value)]
    return party_words(plan, str(value)) if field == "organisation" else str(value)


def _place(plan: Plan, parent: Any) -> str:
    """Say below which row something stands, by number and title; one that has gone has no name any more."""
    if parent is None:
        return "At the top"
    item = plan.items.get(str(parent))
    return f"{numbers(plan)[item.id]} {item.title.strip()}".strip() if item else "A row that has gone"


def read_frame(value: Any) -> Timeframe | None:
    """Return a date as the log keeps it; None for an empty or damaged one."""
    try:
        return from_record(value) if isinstance(value, dict) else None
    except ValueError:
        return None
