"""A plan as a beginning for another one: its rows stay, what was done and when it was to be done goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mkplanner.models.plan import Item, Plan
from mkplanner.models.setting import Setting
from mkplanner.records import frozen

_OF_THE_TIME = ("baseline",)
"""Settings with these names, or names that begin so, belong to the old plan's days."""


@frozen
class Keeping:
    """What stays besides rows, outcomes and links: people with their letters, and the words of dates."""

    people: bool = True
    dates: bool = False


def emptied(plan: Plan, keeping: Keeping) -> Plan:
    """Return a plan with the same rows, and no status, percentage, update, mark or revised date; the old one stays as it is."""
    made = Plan(
        replace(plan.info, version="", appendix=""),
        items={id_: _emptied(item, keeping) for id_, item in plan.items.items()},
        outcomes=plan.outcomes,
        dependencies=plan.dependencies,
        settings=_lasting(plan.settings),
    )
    return replace(made, parties=plan.parties, assignments=plan.assignments) if keeping.people else made


def _emptied(item: Item, keeping: Keeping) -> Item:
    by_when = item.by_when if keeping.dates else None
    return replace(item, by_when=by_when, original=None, revised_reason="", status=None, percent=None)


def _lasting(settings: Mapping[str, Setting]) -> dict[str, Setting]:
    return {id_: row for id_, row in settings.items() if not row.name.startswith(_OF_THE_TIME)}
