"""The log and a moment to what is different since: a mark, or the beginning of a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from mkplanner.models.lookback.differences import Differences
from mkplanner.models.store.chronicle import records_of
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.netchanges import Vector, net_changes, new_to


def differences_since(log: Sequence[Changeset], since: str, mark: Callable[[str], Vector]) -> Differences:
    """Return what is different since a day ("2026-04-01", by the writers' own clocks) or since a mark, which `mark` looks up.

    Raises what `mark` raises for a name that it does not know.
    """
    day = _day(since)
    known = _known_before(log, day) if day else mark(since)
    return Differences(net_changes(log, known), tuple(records_of(new_to(log, known))))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _known_before(log: Sequence[Changeset], day: date) -> Vector:
    """The newest change of every session before a day."""
    found: dict[str, int] = {}
    for each in log:
        if each.at[:10] < day.isoformat():
            found[each.session.uid] = max(found.get(each.session.uid, 0), each.seq)
    return found
