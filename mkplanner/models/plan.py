"""The plan: immutable rows, and the collection that holds them.

An edit makes a new `Plan` and leaves the old one valid, so a PDF written in the background reads a steady picture while
somebody types. Every field of a row is one field of the change log: what belongs together (words and reading of a date,
parent and order) is one field, so that merging never tears it apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import attrgetter, lt
from typing import Any

from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.people import Party
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.setting import Setting, remembered
from mkplanner.models.status import Rag, Status
from mkplanner.models.timeframes.timeframe import PlanContext, Timeframe
from mkplanner.records import frozen


class ItemKind(StrEnum):
    """The levels of a plan; one kind of row holds them all, so a promoted sub-action keeps its identity."""

    THEME = "theme"
    PRIORITY = "priority"
    ACTION = "action"
    SUB_ACTION = "sub_action"
    MILESTONE = "milestone"

    @property
    def is_heading(self) -> bool:
        """Whether the row groups others and carries no work of its own."""
        return self in (ItemKind.THEME, ItemKind.PRIORITY)


@frozen
class Place:
    """Where a row stands: below which row (None at the top), and its order key among its siblings."""

    parent: str | None = None
    order: str = ""


@frozen
class Item:
    """A theme, priority, action, sub-action or milestone.

    `by_when` is None where the author's cell was empty. When a date is revised, `original` keeps the first one and
    `revised_reason` says why. `percent` is 0 to 100 or None; `status` None means that nobody has said anything yet.
    """

    id: str
    kind: ItemKind = ItemKind.ACTION
    place: Place = Place()
    ref: str = ""
    title: str = ""
    by_when: Timeframe | None = None
    original: Timeframe | None = None
    revised_reason: str = ""
    status: Status | None = None
    percent: int | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""

    @property
    def parent(self) -> str | None:
        """The id of the row it stands under, None at the top."""
        return self.place.parent


@frozen
class Update:
    """A progress note on a row: when (None where the author gave no date), what, by whom, and a traffic light."""

    id: str
    item: str = ""
    date: date | None = None
    text: str = ""
    rag: Rag | None = None
    author: str = ""
    order: str = ""


@frozen
class Outcome:
    """What will be different: one text that may belong to several rows, as a cell spanning them does on paper."""

    id: str
    text: str = ""
    items: tuple[str, ...] = ()
    order: str = ""


class LinkType(StrEnum):
    """What a link ties together: the first letter is the earlier row's start or finish, the second the later row's."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


@frozen
class Dependency:
    """A link between two rows: `after` has to wait for `before`. It is checked and told, and never moves a date.

    `lag_days` lie between the two, weekends included; below 0 they may overlap so far.
    """

    id: str
    before: str = ""
    after: str = ""
    type: LinkType = LinkType.FS
    lag_days: int = 0


@frozen
class PlanInfo:
    """The plan as a whole: its title, its years, and the conventions its council keeps.

    `id` is the plan's identity. `financial_month` is the month a financial year starts in (4 is April); `quarters` is
    "financial", "calendar" or None while nobody has been asked; `nation` decides the bank holidays; `checks_off` are ids of
    checks that this plan does not want.
    """

    id: str
    title: str = ""
    subtitle: str = ""
    council: str = ""
    author: str = ""
    version: str = ""
    marking: str = ""
    appendix: str = ""
    start: date | None = None
    end: date | None = None
    financial_month: int = 4
    quarters: str | None = None
    nation: str = "england-and-wales"
    checks_off: tuple[str, ...] = ()


@frozen
class Mark:
    """A moment to look back to, such as "Board, 25 February": what this copy knew then, not a time of day.

    `known` holds the newest change number of every session, each as "session/number". What was written before the moment
    but came in after it is news to whoever was at the board.
    """

    id: str
    name: str = ""
    known: tuple[str, ...] = ()


Row = Item | Party | Assignment | Update | Outcome | Dependency | Mark | Setting | Baseline | PlanInfo


@frozen(slots=False)
class Plan:
    """Every row by its id; never altered in place. Change it through `edit.Edit`, inside a session's command."""

    info: PlanInfo
    items: Mapping[str, Item] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    updates: Mapping[str, Update] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    dependencies: Mapping[str, Dependency] = field(default_factory=dict)
    settings: Mapping[str, Setting] = field(default_factory=dict)
    baselines: Mapping[str, Baseline] = field(default_factory=dict)

    def rows(self, kind: type[Row]) -> Mapping[str, Row]:
        """Return the rows of one kind by id; the plan's own row stands under the plan's id."""
        if kind is PlanInfo:
            return {self.info.id: self.info}
        return getattr(self, TABLES[kind])  # type: ignore[no-any-return]

    def context(self, column: str | None = None) -> PlanContext:
        """Return what helps to read a date written in this plan, under the heading `column` if one is known."""
        info = self.info
        return PlanContext(info.start, info.end, column, info.financial_month, info.quarters)

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Item, ...]]:
        """Rows by the id of the row they stand under, in order. A row whose parent is gone stands at the top."""
        found: dict[str | None, list[Item]] = defaultdict(list)
        for item in self.items.values():
            found[item.place.parent].append(item)
        for parent in found.keys() - self.items.keys() - {None}:
            found[None] += found.pop(parent)
        return {parent: _in_order(rows) for parent, rows in found.items()}

    @cached_property
    def ordered_parties(self) -> tuple[Party, ...]:
        """Every party in the plan's own order, retired ones included."""
        return tuple(sorted(self.parties.values(), key=lambda party: (party.order, party.id)))

    @cached_property
    def assignments_of(self) -> Mapping[str, tuple[Assignment, ...]]:
        """RASIC cells by row id, in the order of owners, then of parties."""
        place = {party.id: number for number, party in enumerate(self.ordered_parties)}
        found: dict[str, list[Assignment]] = {}
        for cell in self.assignments.values():
            if cell.party in place:
                found.setdefault(cell.item, []).append(cell)
        for cells in found.values():
            if len(cells) > 1:
                cells.sort(key=lambda cell: (not cell.order, cell.order, place[cell.party]))
        return dict(zip(found, map(tuple, found.values()), strict=True))

    @cached_property
    def updates_of(self) -> Mapping[str, tuple[Update, ...]]:
        """Progress updates by row id, oldest first."""
        found: dict[str, list[Update]] = {}
        for update in self.updates.values():
            found.setdefault(update.item, []).append(update)
        return {
            item: tuple(sorted(rows, key=lambda row: (row.date or date.min, row.order, row.id)))
            for item, rows in found.items()
        }

    @cached_property
    def outcomes_of(self) -> Mapping[str, tuple[Outcome, ...]]:
        """Outcomes by row id, in order; an outcome of several rows appears under each."""
        found: dict[str, list[Outcome]] = {}
        for outcome in sorted(self.outcomes.values(), key=lambda row: (row.order, row.id)):
            for item in outcome.items:
                found.setdefault(item, []).append(outcome)
        return {item: tuple(rows) for item, rows in found.items()}

    @cached_property
    def links(self) -> tuple[Dependency, ...]:
        """Links that can be shown: both rows are in the plan, and no other link says the same; only a merge brings others.

        Their order is that of their ids, the same on every computer.
        """
        items, links = self.items, self.dependencies.values()
        shown = [link for link in links if link.before in items and link.after in items and link.before != link.after]
        shown.sort(key=attrgetter("id"))
        if len({(link.before, link.after, link.type) for link in shown}) < len(shown):
            first = {(link.before, link.after, link.type): link for link in reversed(shown)}
            shown = [link for link in shown if first[link.before, link.after, link.type] is link]
        return tuple(shown)

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Dependency, ...]]:
        """Links by row id, under the earlier row and the later one alike."""
        found: dict[str, tuple[Dependency, ...]] = {}
        for link in self.links:
            found[link.before] = (*found.get(link.before, ()), link)
            found[link.after] = (*found.get(link.after, ()), link)
        return found

    def setting(self, name: str, default: Any = None) -> Any:
        """Return what the plan remembers under a name, as a JSON value; `default` where there is nothing or it is damaged."""
        return self._remembered.get(name, default)

    def settings_under(self, kind: str) -> Mapping[str, Any]:
        """Return what is remembered under names of one kind ("view"), by the rest of the name, in alphabetical order."""
        start = f"{kind}/"
        found = {name.removeprefix(start): value for name, value in self._remembered.items() if name.startswith(start)}
        return dict(sorted(found.items(), key=lambda entry: entry[0].casefold()))

    @cached_property
    def _remembered(self) -> Mapping[str, Any]:
        return remembered(self.settings.values())

    def owners_of(self, item: str) -> tuple[Assignment, ...]:
        """Return the cells of those who stand under "Action by" for a row, in the author's order."""
        return tuple(cell for cell in self.assignments_of.get(item, ()) if cell.is_owner)


def _in_order(rows: list[Item]) -> tuple[Item, ...]:
    """Rows in the order of their places; most often they are in order already, which is quicker to see than to sort."""
    orders = [row.place.order for row in rows]
    if not all(map(lt, orders, orders[1:])):
        rows.sort(key=attrgetter("place.order", "id"))
    return tuple(rows)


TABLES: dict[type, str] = {
    Item: "items",
    Party: "parties",
    Assignment: "assignments",
    Update: "updates",
    Outcome: "outcomes",
    Mark: "marks",
    Dependency: "dependencies",
    Setting: "settings",
    Baseline: "baselines",
}
"""Where a plan keeps each kind of row."""
