"""What is different since a moment, sorted as a board reads it: slipped dates, statuses, new and deleted rows, and the rest.

What came or went with a row goes without saying: the letters of a new row are no change of letters. Moves inside one place,
and what the plan remembers for its screens, are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from mkplanner.models.lookback.changedvalues import plain_words, read_frame
from mkplanner.models.lookback.differences import Differences, Hand
from mkplanner.models.lookback.phrases import field_words, link_words, party_words
from mkplanner.models.lookback.records import ChangeRecord
from mkplanner.models.outline import outline
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.models.timeframes.timeframe import Timeframe

ALIVE = "alive"
"""The field that stands for the row itself, as `records` tells it."""
_QUIET = frozenset({"order", "original", "revised_reason", "known", "short", "id"})
"""Fields that say nothing by themselves, or are told with the date they belong to."""


class DateChange(NamedTuple):
    """A row's date as it was and is; `days` is how much later its last day falls, None where one of them names no day."""

    item: str
    was: Timeframe | None
    now: Timeframe | None
    days: int | None
    hand: Hand


class Change(NamedTuple):
    """One thing about a row, party or the plan: `item` is the row of the outline, None for others, which `name` names."""

    item: str | None
    name: str
    what: str
    was: str
    now: str
    hand: Hand


@dataclass
class ChangedRows:
    """Everything that is different, each thing in one list, in the order of the plan; slipped dates the longest first."""

    slipped: list[DateChange] = field(default_factory=list)
    dates: list[DateChange] = field(default_factory=list)
    statuses: list[Change] = field(default_factory=list)
    notes: list[Change] = field(default_factory=list)
    new: list[Change] = field(default_factory=list)
    gone: list[Change] = field(default_factory=list)
    moved: list[Change] = field(default_factory=list)
    letters: list[Change] = field(default_factory=list)
    others: list[Change] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return not any(vars(self).values())

    @property
    def rows(self) -> int:
        """How many rows of the outline are different, those that have gone included."""
        dates = {change.item for change in (*self.slipped, *self.dates)}
        rest = (*self.statuses, *self.notes, *self.new, *self.moved, *self.letters, *self.others)
        return len((dates | {change.item for change in rest}) - {None}) + len(self.gone)


def changed_rows(plan: Plan, differences: Differences) -> ChangedRows:
    """Sort out what is different; `plan` is the plan as it is now, and rows that it does not show are passed over."""
    found = ChangedRows()
    sorter = _Sorter(plan, differences, found)
    for row, changes in differences.by_row.items():
        sorter.take(row, changes)
    place = {entry.item.id: number for number, entry in enumerate(outline(plan))}
    for name in ("dates", "statuses", "notes", "new", "moved", "letters", "others"):
        getattr(found, name).sort(key=lambda change: place.get(change.item or "", len(place)))
    found.slipped.sort(key=lambda change: (-(change.days or 0), place.get(change.item, 0)))
    return found


class _Sorter:
    """Takes the changes of one row after another and puts each into its list."""

    def __init__(self, plan: Plan, differences: Differences, found: ChangedRows) -> None:
        self.plan = plan
        self.differences = differences
        self.found = found
        alive = {row for row, changes in differences.by_row.items() if _is_new(changes)}
        gone = {row for row, changes in differences.by_row.items() if all(change.deleted for change in changes)}
        self.fresh = alive | gone

    def take(self, row: str, changes: tuple[ChangeRecord, ...]) -> None:
        kind, old = changes[0].row_kind, {change.field: change.old for change in changes}
        new = {change.field: change.new for change in changes}
        match kind:
            case "item":
                self._item(row, changes, old)
            case "assignment":
                self._letters(row, old, new)
            case "update" | "outcome":
                self._words(row, kind, changes, old, new)
            case "dependency":
                self._link(row, changes, old, new)
            case "party" | "plan":
                self._named(row, kind, changes)

    def _hand(self, row: str, *fields: str) -> Hand:
        return max((self.differences.hand(row, name) for name in fields), key=lambda hand: hand.at, default=Hand())

    def _any_hand(self, row: str, changes: tuple[ChangeRecord, ...]) -> Hand:
        return self._hand(row, *(change.field for change in changes))

    def _item(self, row: str, changes: tuple[ChangeRecord, ...], old: dict[str, object]) -> None:
        if all(change.deleted for change in changes):
            below = plain_words(self.plan, "place", old.get("place"))
            title = str(old.get("title") or "")
            self.found.gone.append(Change(None, title, "", below, "", self._any_hand(row, changes)))
        elif row not in self.plan.items:
            return
        elif _is_new(changes):
            self.found.new.append(Change(row, "", "", "", "", self._hand(row, ALIVE)))
        else:
            self._fields(row, changes)

    def _fields(self, row: str, changes: tuple[ChangeRecord, ...]) -> None:
        moved = any(change.field == "place" and _parent(change.old) != _parent(change.new) for change in changes)
        for change in changes:
            hand, name = self._hand(row, change.field), change.field
            was, now = (plain_words(self.plan, name, value) for value in (change.old, change.new))
            if name == "by_when":
                self._date(row, change, hand)
            elif name == "status":
                self.found.statuses.append(Change(row, "", name, was, now, hand))
            elif name == "place":
                if moved:
                    self.found.moved.append(Change(row, "", name, was, now, hand))
            elif name not in _QUIET and not (moved and name == "kind"):
                self.found.others.append(Change(row, "", field_words(name), was, now, hand))

    def _date(self, row: str, change: ChangeRecord, hand: Hand) -> None:
        was, now = read_frame(change.old), read_frame(change.new)
        first, last = was.last_day if was else None, now.last_day if now else None
        days = (last - first).days if first and last else None
        told = DateChange(row, was, now, days, hand)
        (self.found.slipped if days is not None and days > 0 else self.found.dates).append(told)

    def _letters(self, row: str, old: dict[str, object], new: dict[str, object]) -> None:
        cell = self.plan.assignments.get(row)
        item = cell.item if cell else str(old.get("item") or "")
        party = cell.party if cell else str(old.get("party") or "")
        if item in self.fresh or item not in self.plan.items:
            return
        was, now = self._cell(row, old, is_old=True), self._cell(row, new, is_old=False)
        if was != now:
            hand = self._hand(row, "letters", "qualifier", "part", ALIVE)
            self.found.letters.append(Change(item, party_words(self.plan, party), "letters", was, now, hand))

    def _cell(self, row: str, values: dict[str, object], *, is_old: bool) -> str:
        """A cell in words, as it was or is; what has not changed is what it is now."""
        cell = self.plan.assignments.get(row)
        came = is_old and ALIVE in values and values[ALIVE] is None
        if came or (not is_old and cell is None):
            return ""
        letters, note, part = (
            str(values.get(name, getattr(cell, name, "") if cell else "") or "")
            for name in ("letters", "qualifier", "part")
        )
        said = letter_set(self.plan).say(letters) + (f" ({note})" if note else "")
        return f"{said}, {part}" if part and said else said or part

    def _words(
        self,
        row: str,
        kind: str,
        changes: tuple[ChangeRecord, ...],
        old: dict[str, object],
        new: dict[str, object],
    ) -> None:
        item = self._item_of(row, kind, old)
        if item is None or item in self.fresh or item not in self.plan.items:
            return
        hand = self._any_hand(row, changes)
        if kind == "update" and _is_new(changes):
            self.found.notes.append(Change(item, "", "update", "", row, hand))
        elif "text" in old or "text" in new:
            what = "progress" if kind == "update" else "outcome"
            was, now = str(old.get("text") or ""), str(new.get("text") or "")
            self.found.others.append(Change(item, "", what, was, now, hand))

    def _item_of(self, row: str, kind: str, old: dict[str, object]) -> str | None:
        if kind == "update":
            update = self.plan.updates.get(row)
            return update.item if update else str(old.get("item") or "")
        outcome = self.plan.outcomes.get(row)
        items = outcome.items if outcome else old.get("items")
        return str(items[0]) if isinstance(items, (list, tuple)) and items else None

    def _link(
        self, row: str, changes: tuple[ChangeRecord, ...], old: dict[str, object], new: dict[str, object]
    ) -> None:
        link = self.plan.dependencies.get(row)
        before = link.before if link else str(old.get("before") or "")
        after = link.after if link else str(old.get("after") or "")
        if after in self.fresh or before in self.fresh or after not in self.plan.items:
            return
        said = link_words(self.plan, before, after)
        was, now = ("" if _is_new(changes) else said), (said if link else "")
        if was != now:
            self.found.others.append(Change(after, "", "link", was, now, self._any_hand(row, changes)))

    def _named(self, row: str, kind: str, changes: tuple[ChangeRecord, ...]) -> None:
        """A party that came, went or changed, or the plan as a whole."""
        party = self.plan.parties.get(row)
        if kind == "party" and (party is None or _is_new(changes)):
            name = party.name if party else next((str(c.old) for c in changes if c.field == "name"), "")
            was, now = ("", "in the plan") if party else ("in the plan", "")
            self.found.others.append(Change(None, name, "party", was, now, self._any_hand(row, changes)))
            return
        for change in changes:
            if change.field not in _QUIET and change.field != "checks_off":
                was, now = (plain_words(self.plan, change.field, value) for value in (change.old, change.new))
                name = party.name if party else "The plan"
                hand = self._hand(row, change.field)
                self.found.others.append(Change(None, name, field_words(change.field), was, now, hand))


def _is_new(changes: tuple[ChangeRecord, ...]) -> bool:
    return any(change.field == ALIVE and change.old is None and change.new is not None for change in changes)


def _parent(place: object) -> object:
    return place.get("parent") if isinstance(place, dict) else None
