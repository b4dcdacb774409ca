"""The single doorway for altering a plan. It remembers each row as it was, so that undo needs no code of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.carrying import carry_over
from mkplanner.models.plan import TABLES, Item, Plan, PlanInfo, Row
from mkplanner.records import frozen

Key = tuple[type, str]
"""A row's kind and id."""

ALIVE = "alive"
"""Stands for the row itself where a field is named: that it is in the plan at all."""


@frozen
class Step:
    """A finished edit: every touched row as it was before and as it is after (None where it did not exist).

    `settled` are fields, by row, that somebody chose a value for; they are written even where the value shown stays.
    """

    title: str
    before: Mapping[Key, Row | None]
    after: Mapping[Key, Row | None]
    settled: frozenset[tuple[Key, str]] = frozenset()

    def reversed(self, title: str) -> Step:
        """Return the step that takes this one back."""
        return Step(title, self.after, self.before, self.settled)


class Edit:
    """A plan being altered. Commands read `plan` and call `put` and `remove`; nothing is visible outside until `finish`."""

    def __init__(self, plan: Plan) -> None:
        self._start = plan
        self._info = plan.info
        self._tables: dict[str, dict[str, Row]] = {}
        self._before: dict[Key, Row | None] = {}
        self._settled: set[tuple[Key, str]] = set()
        self._altered: set[Key] = set()
        self._plan: Plan | None = plan

    @property
    def plan(self) -> Plan:
        """The plan as altered so far. Reading it between two `put`s copies the altered tables, so read before writing."""
        if self._plan is None:
            self._plan = replace(self._start, info=self._info, **self._tables)  # type: ignore[arg-type]
            carry_over(self._start, self._plan, self._altered)
            self._start, self._tables, self._altered = self._plan, {}, set()
        return self._plan

    def item(self, id_: str) -> Item:
        """Return a row of the outline. Raises `RefusedError` if it has been deleted meanwhile."""
        row = self.get(Item, id_)
        if not isinstance(row, Item):
            raise RefusedError(
                "That row is no longer in the plan.", "Nothing was changed; look in History for who removed it."
            )
        return row

    def get(self, kind: type, id_: str) -> Row | None:
        """Return any row by kind and id, or None."""
        if kind is PlanInfo:
            return self._info
        name = TABLES[kind]
        table = self._tables.get(name)
        return table.get(id_) if table is not None else getattr(self._start, name).get(id_)

    def get_info(self) -> PlanInfo:
        """Return the plan's own row."""
        return self._info

    def touched(self, kind: type) -> tuple[str, ...]:
        """Return the ids of the rows of a kind that were put or removed so far, in that order."""
        return tuple(id_ for touched, id_ in self._before if touched is kind)

    def put(self, row: Row) -> None:
        """Add a row, or replace the one with its id."""
        self._remember(type(row), row.id)
        if isinstance(row, PlanInfo):
            self._info = row
        else:
            self._table(type(row))[row.id] = row

    def remove(self, row: Row) -> None:
        """Take a row away; a row that is not there is no matter."""
        self._remember(type(row), row.id)
        self._table(type(row)).pop(row.id, None)

    def settle(self, row: Row, field: str) -> None:
        """Have a field of a row written although it may stay as it is: the answer to a conflict. `field` may be `ALIVE`."""
        self._remember(type(row), row.id)
        self._settled.add(((type(row), row.id), field))

    def _table(self, kind: type) -> dict[str, Row]:
        name = TABLES[kind]
        if name not in self._tables:
            self._tables[name] = dict(getattr(self._start, name))
        return self._tables[name]

    def _remember(self, kind: type, id_: str) -> None:
        self._plan = None
        self._altered.add((kind, id_))
        if (kind, id_) not in self._before:
            self._before[kind, id_] = self.get(kind, id_)

    def finish(self, title: str) -> tuple[Plan, Step]:
        """Return the new plan and what was altered; rows that came back to what they were are left out."""
        settled = frozenset(place for place in self._settled if self.get(*place[0]) is not None)
        kept = {key for key, _ in settled}
        before = {key: row for key, row in self._before.items() if key in kept or row != self.get(*key)}
        after = {key: self.get(*key) for key in before}
        return self.plan, Step(title, before, after, settled)


def replay(plan: Plan, step: Step) -> Plan:
    """Return the plan with every row of the step as the step leaves it."""
    edit = Edit(plan)
    for (kind, id_), row in step.after.items():
        if row is not None:
            edit.put(row)
        else:
            gone = edit.get(kind, id_)
            if gone is not None:
                edit.remove(gone)
    return edit.plan
