"""What the pages of a damaged file still hold of its log, put together as far as it goes; none of it is believed yet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

from mkplanner.models.store.cells import Cell, Value
from mkplanner.models.store.log import Change, Changeset, Ref, Session
from mkplanner.models.store.mapping import KINDS


@dataclass
class Remains:
    """The rows of a log, and of the list of newest changes, by their numbers in that file; `rows` are the plan's by their id.

    An id may have several rows, where a page holds what was true before as well.
    """

    meta: dict[str, str] = field(default_factory=dict)
    sessions: dict[int, Session] = field(default_factory=dict)
    sets: dict[int, tuple[int, int, int, str, str, str, str | None, str]] = field(default_factory=dict)
    changes: dict[int, dict[int, Change]] = field(default_factory=dict)
    causes: dict[int, set[int]] = field(default_factory=dict)
    heads: dict[int, tuple[str, str]] = field(default_factory=dict)
    rows: dict[str, list[tuple[Value, ...]]] = field(default_factory=dict)

    def take(self, cell: Cell) -> None:
        """Put a cell where it belongs by its shape; the shapes of our tables and indexes all differ."""
        match cell.rowid, cell.values:
            case None, (int(change), int(superseded)):
                self.causes.setdefault(change, set()).add(superseded)
            case int(), (str(key), str(value)):
                self.meta.setdefault(key, value)
            case int(), (str(id_), *_, int(alive)) if alive in (0, 1) and _is_id(id_):
                self.rows.setdefault(id_, []).append(cell.values)
            case int(no), (None, str(entity), str(name)):
                self.heads.setdefault(no, (entity, name))
            case int(no), (None, str(uid), str(author), str(host), str(app)):
                self.sessions.setdefault(no, Session(uid, author, host, app))
            case int(no), (None, int(a), int(b), int(c), str(d), str(e), str(f), None | str() as g, str(h)):
                self.sets.setdefault(no, (a, b, c, d, e, f, g, h))
            case int(no), (
                None,
                int(to),
                int(n),
                str(e),
                str(k),
                str(f),
                None | str() as old,
                None | str() as new,
                int(tomb),
            ):
                self.changes.setdefault(to, {}).setdefault(no, Change(n, e, k, f, old, new, tomb, ()))

    def changesets(self) -> dict[int, Changeset]:
        """Put together, by number, what seems to be there in full."""
        names = self._names()
        found = {}
        for number, (of, seq, lamport, at, kind, label, undoes, digest) in self.sets.items():
            with suppress(KeyError):  # Something that it builds on is gone, so it cannot be shown to be true.
                parts = self.changes.get(number, {}).items()
                changes = (
                    change._replace(supersedes=tuple(sorted(names[each] for each in self.causes.get(no, ()))))
                    for no, change in parts
                )
                ordered = tuple(sorted(changes, key=lambda change: change.n))
                found[number] = Changeset(self.sessions[of], seq, lamport, at, kind, label, undoes, ordered, digest)
        return found

    def _names(self) -> dict[int, Ref]:
        """Return each change's name, the same on every copy."""
        names: dict[int, Ref] = {}
        for number, parts in self.changes.items():
            row = self.sets.get(number)
            session = self.sessions.get(row[0]) if row else None
            if row is not None and session is not None:
                names.update((id_, (session.uid, row[1], change.n)) for id_, change in parts.items())
        return names

    def holds_row_of(self, plan: str) -> bool:
        """Whether the plan's own row stands in the tables."""
        return any(len(each) == len(KINDS["plan"].columns) for each in self.rows.get(plan, ()))

    def plans(self) -> list[str]:
        """Return what may be the id of the plan: the file says it, and the row of the plan itself bears it."""
        rows = {change.entity for parts in self.changes.values() for change in parts.values() if change.kind == "plan"}
        return [each for each in dict.fromkeys((self.meta.get("plan", ""), *sorted(rows))) if _is_id(each)]


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
