"""What was done to a plan in plain sentences: for the review after a merge, for History, and for "changed since the board".

A sentence names who, what, where, from what to what, and when: "HR Manager changed the date of 2.2 from “By 30 September” to
“By 15 December” on 3 October." Rows are named by the numbers they have now; one that has gone, by its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from mkplanner.models.edit import ALIVE
from mkplanner.models.lookback.orders import told_together
from mkplanner.models.lookback.phrases import (
    field_words,
    link_words,
    party_words,
    quoted,
    row_of,
    row_words,
    setting_words,
    subject_words,
    value_words,
)
from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord
from mkplanner.models.plan import TABLES, Plan
from mkplanner.models.timeframes.words import MONTH_NAMES
from mkplanner.models.wording import KIND_WORDS, count
from mkplanner.records import frozen

MOST_ROWS = 8
"""A change of more rows than this is told in one sentence."""

_QUIET = frozenset({"order", "item", "party", "short", "known", "before", "after"})
"""Fields that say nothing to a reader by themselves."""
_NAMES = ("item", "party", "place", "before", "after")
"""Fields that name another row."""
_KINDS = {row.__name__.lower(): row for row in TABLES}


@frozen
class Line:
    """One sentence, and the row of the outline (or the party) to go to, if there is one; `at` is UTC."""

    sentence: str
    item: str | None
    author: str
    at: str


def lines_of(plan: Plan, records: Iterable[ChangesetRecord], *, today: date | None = None) -> tuple[Line, ...]:
    """Return what these changes did, a line for each row and field, in their order; `plan` is the plan as it is now.

    `today` leaves the year out of days of the same year.
    """
    found: list[Line] = []
    for record in records:
        who, when = record.author or "Somebody", _when(record.at, today)
        found.extend(
            Line(f"{who} {deed} {when}.", item, record.author, record.at) for deed, item in deeds_of(plan, record)
        )
    return tuple(found)


def deeds_of(plan: Plan, record: ChangesetRecord) -> list[tuple[str, str | None]]:
    """Return what one command did, without who and when: "changed the title of 2.2 from … to …", and the row of each."""
    if record.kind == "new":
        return [("made the plan", None)]
    told = _grouped(record.changes)
    if len(told) > MOST_ROWS:
        return [(told_together(record.label, record.kind, len(told)), None)]
    is_back = record.kind == "undo"
    return [deed for own, below in told for deed in _Telling(plan, own, below, is_back=is_back).deeds()]


def _grouped(changes: Iterable[ChangeRecord]) -> list[tuple[list[ChangeRecord], int]]:
    """Return the changes row by row; what went or came with the row it belongs to goes without saying.

    Rows below a deleted one are left out too; the number with each group says how many those are.
    """
    rows: dict[str, list[ChangeRecord]] = {}
    for change in changes:
        rows.setdefault(change.item, []).append(change)
    gone = {id_: _named(own) for id_, own in rows.items() if _is_deleted(own)}
    new = {id_: _named(own) for id_, own in rows.items() if _is_new(own)}
    told = {
        id_: own
        for id_, own in rows.items()
        if not gone.get(id_, set()) & gone.keys()
        and not (gone and own[0].row_kind == "outcome" and [each.field for each in own] == ["items"])
        and not (own[0].row_kind in ("assignment", "update", "dependency") and new.get(id_, set()) & new.keys())
    }
    below = dict.fromkeys(told, 0)
    for id_ in gone:
        top = _topmost(id_, gone)
        if top != id_ and rows[id_][0].row_kind == "item":
            below[top] += 1
    return [(own, below[id_]) for id_, own in told.items()]


def _topmost(row: str, gone: dict[str, set[str]]) -> str:
    while above := gone[row] & gone.keys():
        row = min(above)
    return row


def _named(changes: Sequence[ChangeRecord]) -> set[str]:
    """Return the ids of the rows that a row stands below or speaks of."""
    found = set()
    for change in changes:
        value = change.old if change.new is None else change.new
        if change.field == "place" and isinstance(value, dict):
            value = value.get("parent")
        if change.field in _NAMES and isinstance(value, str) and value != change.item:
            found.add(value)
    return found


def _is_new(changes: Sequence[ChangeRecord]) -> bool:
    return any(change.field == ALIVE and change.new is not None for change in changes)


def _is_deleted(changes: Sequence[ChangeRecord]) -> bool:
    return all(change.deleted for change in changes)


class _Telling:
    """One row's changes in one command, told."""

    def __init__(self, plan: Plan, changes: Sequence[ChangeRecord], below: int = 0, *, is_back: bool = False) -> None:
        self._plan = plan
        self._below = f", with {count(below, 'row')} below it" if below else ""
        self._changes = changes
        self._back = " back" if is_back else ""
        self._id = changes[0].item
        self._kind = changes[0].row_kind
        self._new = {change.field: change.new for change in changes}
        self._old = {change.field: change.old for change in changes}

    def deeds(self) -> Iterator[tuple[str, str | None]]:
        """Yield a deed for the row as a whole, or one for each field."""
        if self._kind == "mark":
            name = self._new.get("name") or self._old.get("name") or ""
            yield (
                f"{'removed the mark' if _is_deleted(self._changes) else 'marked this moment as'} {quoted(name)}",
                None,
            )
        elif self._kind == "baseline":
            name = self._new.get("name") or self._old.get("name") or ""
            yield (f"{'deleted' if _is_deleted(self._changes) else 'set'} the baseline {quoted(name)}", None)
        elif self._kind == "setting":
            yield (self._setting(), None)
        elif _is_deleted(self._changes):
            verb = "removed" if self._kind == "assignment" else "deleted"
            yield (f"{verb} {self._described(self._old)}{self._below}", self._item())
        elif ALIVE in self._new:
            verb = "added" if self._old[ALIVE] is None else "brought back"
            yield (f"{verb} {self._described(self._new)}", self._item())
        else:
            quiet = _QUIET | {"kind"} if "place" in self._new else _QUIET
            fields = [change for change in self._changes if change.field not in quiet] or self._changes[:1]
            yield from ((self._field(change), self._item()) for change in fields)

    def _setting(self) -> str:
        """Say what the plan was to remember or forget; the value itself would tell a reader little."""
        row = self._row()
        name = self._new.get("name") or self._old.get("name") or (row.name if row is not None else "")
        return f"{'forgot' if _is_deleted(self._changes) else 'kept'} {setting_words(str(name))}"

    def _item(self) -> str | None:
        for values in (self._new, self._old):
            item = values.get("item") or values.get("after")
            if isinstance(item, str):
                return item
        row = self._row()
        if row is not None and self._kind != "plan":
            return row_of(row)
        return None if self._kind == "plan" else self._id

    def _row(self) -> Any:
        if self._kind == "plan":
            return self._plan.info
        kind = _KINDS.get(self._kind)
        return None if kind is None else self._plan.rows(kind).get(self._id)

    def _described(self, values: dict[str, Any]) -> str:
        """Name a row by what it holds, as it came or went."""
        plan, kind = self._plan, self._kind
        if kind == "item":
            number = f" {row_words(plan, self._id)}" if self._id in plan.items else ""
            return f"{KIND_WORDS.get(values.get('kind', 'action'), 'row')}{number} {quoted(values.get('title') or '')}"
        if kind == "assignment":
            letters = values.get("letters") or values.get("part") or ""
            place = f"{party_words(plan, values.get('party') or '')} for {self._row_words(values)}"
            return f"{place} as {quoted(letters)}" if letters else place
        if kind == "update":
            return f"the progress update {quoted(values.get('text') or '')} on {self._row_words(values)}"
        if kind == "dependency":
            return link_words(plan, values.get("before") or "", values.get("after") or "")
        if kind == "outcome":
            return f"the outcome {quoted(values.get('text') or '')}"
        return quoted(values.get("name") or values.get("title") or "")

    def _row_words(self, values: dict[str, Any]) -> str:
        return row_words(self._plan, values.get("item") or "")

    def _field(self, change: ChangeRecord) -> str:
        row = self._row()
        subject = subject_words(self._plan, row) if row is not None else "a row that has gone"
        old, new = (value_words(self._plan, change.field, value) for value in (change.old, change.new))
        if change.field == "place" and self._kind == "item":
            return f"moved {subject}{self._back} {'to the top level' if new == 'at the top level' else new}"
        place = f"the {field_words(change.field)} of {subject}"
        if old == new:
            return f"kept {new} as {place}"
        if new == "nothing":
            return f"cleared {place}, which was {old}"
        if old == "nothing":
            return f"set {place} to {new}"
        return f"changed {place}{self._back} from {old} to {new}"


def _when(at: str, today: date | None) -> str:
    """Return "on 3 October" by the clock of this computer, with the year where it is not this one's."""
    try:
        day = datetime.fromisoformat(at).astimezone().date()
    except (ValueError, OverflowError, OSError):
        return "at a time that cannot be read"
    year = "" if today is not None and day.year == today.year else f" {day.year}"
    return f"on {day.day} {MONTH_NAMES[day.month]}{year}"


def net_lines(plan: Plan, changes: Iterable[ChangeRecord]) -> tuple[Line, ...]:
    """Return what is different in the end, from what it was first to what it is now, without who and when."""
    return tuple(
        Line(f"{_passive(deed)}.", item, "", "")
        for own, below in _grouped(changes)
        for deed, item in _Telling(plan, own, below).deeds()
    )


def _passive(deed: str) -> str:
    """Say "Deleted: 2.2" where nobody in particular is to be named."""
    verb, _, rest = deed.partition(" ")
    words = {
        "added": "New",
        "deleted": "Deleted",
        "changed": "Changed",
        "set": "Set",
        "cleared": "Cleared",
        "moved": "Moved",
        "removed": "Removed",
    }
    return f"{words.get(verb, verb.capitalize())}: {rest}"
