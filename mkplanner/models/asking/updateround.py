"""A round of progress updates: since which day the owners are asked how things stand, and how many have told.

Before each board the project manager goes round: every row that is still open wants a word. A round begins on a day that the
plan remembers, so that everybody counts the same; until somebody has chosen one, it is the first of the month.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from mkplanner.models.asking.facts import latest_update
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import Status
from mkplanner.records import frozen

SETTING = "updates/since"
"""The name under which a plan remembers the first day of the round, as ISO text."""

_AT_REST = (Status.COMPLETE, Status.SUSPENDED)


def round_start(plan: Plan, today: date) -> date:
    """Return the first day of the round: the one that the plan remembers, else the first of this month."""
    try:
        return date.fromisoformat(plan.setting(SETTING, ""))
    except (TypeError, ValueError):
        return today.replace(day=1)


def is_asked(item: Item) -> bool:
    """Whether a word about a row is wanted: it is no heading, and neither complete nor suspended."""
    return not item.kind.is_heading and item.status not in _AT_REST


def has_told(plan: Plan, item: Item, since: date) -> bool:
    """Whether there is an update of this day or later; one without a date does not count."""
    return any(update.date is not None and update.date >= since for update in plan.updates_of.get(item.id, ()))


def is_silent(plan: Plan, item: Item, since: date) -> bool:
    """Whether a word about a row is still wanted in this round."""
    return is_asked(item) and not has_told(plan, item, since)


@frozen
class Standing:
    """How far a round has got: how many rows have told, of how many that are asked or have told."""

    told: int
    wanted: int

    @property
    def words(self) -> str:
        """The same in words."""
        if not self.wanted:
            return "No row is waiting for an update"
        return f"{self.told:,} of {self.wanted:,} updated"


def standing(plan: Plan, since: date) -> Standing:
    """Count the rows of a round; one that told and is complete by now counts as told."""
    told = {update.item for update in plan.updates.values() if update.date is not None and update.date >= since}
    rows = [item for item in plan.items.values() if not item.kind.is_heading]
    heard = sum(item.id in told for item in rows)
    return Standing(heard, heard + sum(is_asked(item) and item.id not in told for item in rows))


def previous_words(plan: Plan, item: Item, but: Collection[str] = ()) -> str:
    """Return the newest update other than these, so that its author can go on from it; empty where there is none."""
    others = [update for update in plan.updates_of.get(item.id, ()) if update.id not in but]
    return others[-1].text if others else ""


def todays_update(plan: Plan, item: Item, today: date) -> str | None:
    """Return the id of the row's newest update if it is of today, so that a second thought mends it; else None."""
    newest = latest_update(plan, item)
    return newest.id if newest is not None and newest.date == today else None
