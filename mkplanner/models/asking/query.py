"""Which rows somebody asks for, in which order and groups: the same question on screen, on paper and on the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

from mkplanner.models.asking.facts import FACTS
from mkplanner.models.asking.grouping import GROUPS, Heading, in_groups
from mkplanner.models.asking.narrowing import ANYTHING, ChangedSince, Wanted, conditions
from mkplanner.models.asking.nesting import in_outline
from mkplanner.models.asking.partplan import only
from mkplanner.models.asking.sorting import in_order
from mkplanner.models.fields import FIELDS
from mkplanner.models.outline import Entry, ancestors, descendants, outline
from mkplanner.models.plan import Plan
from mkplanner.models.searching import found
from mkplanner.records import frozen


@frozen
class Query:
    """A question to a plan: words and facts that rows must have, the column that sorts them, what they are grouped by.

    `sort` is the key of a column, empty for the plan's own order; `group` is a key of `GROUPS`, empty for none. Rows are
    sorted below the row they belong to, `flat` puts them into one list instead, as groups do under each heading.
    """

    words: str = ""
    wanted: Wanted = ANYTHING
    sort: str = ""
    backwards: bool = False
    group: str = ""
    flat: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether rows may be left out."""
        return bool(self.words.strip()) or bool(self.wanted)

    @property
    def is_flat(self) -> bool:
        """Whether rows stand without what they belong to, in one list or under the headings of groups."""
        return bool(self.group or (self.sort and self.flat))

    @property
    def is_rearranged(self) -> bool:
        """Whether rows stand in another order than the plan's, so that they cannot be moved where they stand."""
        return bool(self.sort or self.group)

    def to_data(self) -> dict[str, Any]:
        """Return the question as plain data for a setting."""
        return asdict(self)

    @classmethod
    def of(cls, data: object) -> Query:
        """Return the question that plain data means; what is unknown or of another sort is left out."""
        record = data if isinstance(data, Mapping) else {}
        asked = record.get("wanted")
        wanted = Wanted(**_fitting(ANYTHING, asked if isinstance(asked, Mapping) else {}))
        fitting = {**_fitting(cls(), record), "wanted": wanted}
        if "flat" not in record:
            fitting["flat"] = bool(fitting.get("sort"))  # Kept when sorting always tore the outline.
        query = cls(**fitting)
        is_known = query.sort in FIELDS or query.sort in FACTS
        return replace(
            query,
            sort=query.sort if is_known else "",
            flat=query.flat and is_known,
            group=query.group if query.group in GROUPS else "",
        )


def _fitting(usual: Any, record: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in fields(usual):
        value, default = record.get(each.name), getattr(usual, each.name)
        if isinstance(default, tuple) and isinstance(value, (list, tuple)):
            found[each.name] = tuple(part for part in value if isinstance(part, str))
        elif isinstance(default, (str, bool)) and isinstance(value, type(default)):
            found[each.name] = value
    return found


EVERYTHING = Query()


@frozen
class Answer:
    """What a question finds: lines from top to bottom, and the ids of the rows that were found for their own sake.

    A line is a row of the outline or, in groups, the heading of one. Without groups and a flat sort the lines keep the
    plan's shape, with what stands above each found row; a sort puts only those below the same row in another order. Else
    rows stand flat. Each keeps the number it has in the plan.
    """

    lines: tuple[Entry | Heading, ...]
    found: frozenset[str]


NOTHING = Answer((), frozenset())
"""The answer before anything is asked."""


def answer(
    plan: Plan,
    query: Query,
    today: date,
    changed: ChangedSince = lambda mark: (),
    also: Collection[str] = (),
) -> Answer:
    """Answer a question; `changed` tells which rows have changed since a mark, `also` are rows to list in any case."""
    every = outline(plan)
    if not query.is_narrow:
        hits: Collection[str] = plan.items.keys()
    else:
        hits = _hits(plan, query, today, changed).union(id_ for id_ in also if id_ in plan.items)
    if query.is_flat:
        rows = [entry for entry in every if not entry.item.kind.is_heading and entry.item.id in hits]
        return Answer(tuple(_flat(plan, query, rows)), frozenset(entry.item.id for entry in rows))
    kept = every
    if query.is_narrow:
        shown = _with_those_above(plan, hits)
        kept = tuple(entry for entry in every if entry.item.id in shown)
    if query.sort:
        kept = tuple(in_outline(plan, kept, query.sort, query.backwards))
    return Answer(kept, frozenset(hits))


def _flat(plan: Plan, query: Query, rows: list[Entry]) -> Iterator[Entry | Heading]:
    if query.sort:
        rows = in_order(plan, rows, query.sort, query.backwards)
    if not query.group:
        yield from (Entry(entry.item, 0, entry.number) for entry in rows)
        return
    for heading, members in in_groups(plan, rows, query.group):
        yield heading
        yield from (Entry(entry.item, 1, entry.number) for entry in members)


def _hits(plan: Plan, query: Query, today: date, changed: ChangedSince) -> frozenset[str]:
    """The rows that pass every test and hold the words, or stand below a row that holds them."""
    tests = conditions(plan, query.wanted, today, changed)
    items = plan.items.values()
    passed = {item.id for item in items if all(test(item) for test in tests)} if tests else plan.items.keys()
    if not query.words.strip():
        return frozenset(id_ for id_ in passed if not plan.items[id_].kind.is_heading)
    held = set(found(plan, query.words))
    for id_ in tuple(held):
        held.update(row.id for row in descendants(plan, id_))
    return frozenset(held & passed) if tests else frozenset(held)


def _with_those_above(plan: Plan, hits: Collection[str]) -> set[str]:
    shown = set(hits)
    for id_ in hits:
        for row in ancestors(plan, id_):
            if row.id in shown and row.id not in hits:
                break
            shown.add(row.id)
    return shown


def visible(plan: Plan, text: str) -> frozenset[str]:
    """Return the ids of the found rows with all that stands above and below them, so that each keeps its place."""
    return frozenset(_with_those_above(plan, _hits(plan, Query(text or " "), date.min, lambda mark: ())))


def matching(plan: Plan, text: str) -> Plan:
    """Return a plan with only the rows that `visible` finds; for reading and printing, never for keeping."""
    shown = visible(plan, text)
    return only(plan, tuple(entry for entry in outline(plan) if entry.item.id in shown))
