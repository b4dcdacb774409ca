"""Which rows somebody wants to see: words they hold, and facts such as status, owner or when they are due."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import field, fields
from datetime import date

from mkplanner.models.asking.facts import light_of, organisations_of
from mkplanner.models.asking.updateround import is_silent
from mkplanner.models.due import PERIODS, is_due_in, is_late, is_overdue, is_undated
from mkplanner.models.plan import Item, Plan
from mkplanner.records import frozen

NONE = ""
"""Stands among values for "has none": no status, nobody, no organisation, no tag."""

WHEN: dict[str, str] = {
    "late": "Late or overdue",
    "overdue": "Past the date",
    **{key: words for key, (words, _) in PERIODS.items()},
    "none": "Without a date",
}
"""What can be asked of dates, by key, in the words of menus."""

ChangedSince = Callable[[str], Collection[str]]
"""Tells which rows have changed since the mark with a name."""


@frozen
class Wanted:
    """Facts that rows must have: any of the values of one sort, and some of every sort that is asked for.

    `statuses` holds values of `Status`, `owners` and `organisations` ids of parties, `when` keys of `WHEN`; the empty text
    asks for rows that have none; so do `lights`, values of `Rag`. `changed_since` is the name of a mark; `silent_since`, a day
    as ISO text, asks for open rows of which nobody has told how they stand since.
    """

    statuses: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    changed_since: str = field(default="")
    lights: tuple[str, ...] = ()
    silent_since: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


ANYTHING = Wanted()
"""Asks for no facts."""

Test = Callable[[Item], bool]


def conditions(plan: Plan, wanted: Wanted, today: date, changed: ChangedSince) -> tuple[Test, ...]:
    """Return what a row must pass, a test for each sort of facts that is asked for."""
    tests: list[Test] = []
    if wanted.statuses:
        tests.append(lambda item: (item.status or NONE) in wanted.statuses)
    if wanted.owners:
        tests.append(_owned(plan, frozenset(wanted.owners)))
    if wanted.organisations:
        places = frozenset(wanted.organisations)
        tests.append(lambda item: _meets(organisations_of(plan, item), places))
    if wanted.tags:
        tags = frozenset(wanted.tags)
        tests.append(lambda item: _meets(item.tags, tags))
    if wanted.when:
        tests.append(_timed(plan, wanted.when, today))
    if wanted.lights:
        tests.append(lambda item: (light_of(plan, item) or NONE) in wanted.lights)
    if wanted.changed_since:
        rows = frozenset(changed(wanted.changed_since))
        tests.append(lambda item: item.id in rows)
    if (silent := _day(wanted.silent_since)) is not None:
        tests.append(lambda item: is_silent(plan, item, silent))
    return tuple(tests)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _owned(plan: Plan, owners: frozenset[str]) -> Test:
    return lambda item: _meets(tuple(cell.party for cell in plan.owners_of(item.id)), owners)


def _meets(found: Collection[str], asked: frozenset[str]) -> bool:
    return not asked.isdisjoint(found) if found else NONE in asked


def _timed(plan: Plan, keys: tuple[str, ...], today: date) -> Test:
    spans = [PERIODS[key][1](plan, today) for key in keys if key in PERIODS]

    def test(item: Item) -> bool:
        return (
            ("late" in keys and is_late(item, today))
            or ("overdue" in keys and is_overdue(item, today))
            or ("none" in keys and is_undated(item.by_when))
            or any(is_due_in(item, span) for span in spans)
        )

    return test
