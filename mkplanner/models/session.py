"""One open plan: the only way in which a plan is changed, by the window, the command line and every test alike."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from mkplanner.models.changes import Changes
from mkplanner.models.commands.base import Command
from mkplanner.models.edit import Edit, Key, Step
from mkplanner.models.history import Entry, History, OvertakenError, overtaken, take_back
from mkplanner.models.plan import TABLES, Item, Place, Plan, Row
from mkplanner.records import frozen

log = logging.getLogger(__name__)

Listener = Callable[[Changes], None]


class StaleError(Exception):
    """Somebody else has written to the same file since we last read it; read again and try once more."""


class Journal(Protocol):
    """Where finished steps are kept for ever; the store's plan file is one, a list in memory another (see tests)."""

    def append(self, step: Step, *, kind: str, undoes: int | None = None) -> int:
        """Keep one step durably and return its change number in this session.

        `kind` is "edit", "undo" or "redo"; `undoes` the number of the step taken back. Raises `StaleError` where the file
        has moved on, `PlannerError` where it cannot be written; nothing is kept then.
        """
        ...

    def append_unseeing(self, step: Step) -> int:
        """Keep an edit after a `StaleError` all the same, as it was meant by somebody who had not seen the file move on.

        What others wrote meanwhile to the same places stands beside it, as if it came from another computer; read again to
        see both.
        """
        ...

    def reload(self) -> Plan:
        """Return the plan as it stands in the file now."""
        ...

    def last_writer(self, row: str, field: str | None) -> str:
        """Return who else wrote last to a field (None: any) of the row with this id, or nothing where that is not known."""
        ...


@frozen
class Done:
    """What a command came to: its change number (None if nothing needed changing) and the row it made or touched."""

    seq: int | None
    id: str | None = None


class PlanSession:
    """One open plan with its undo and redo; `plan` is always the newest, and every listener hears of each change.

    `last_seq` is the number of the newest change that this session wrote, None before the first.

    Not thread-safe: commands run on one thread. Background work takes `plan`, which never changes under it.
    """

    def __init__(self, plan: Plan, journal: Journal) -> None:
        self.plan = plan
        self.history = History()
        self.last_seq: int | None = None
        self._journal = journal
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told of every change from now on; the returned function ends that, however often it is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def run(self, command: Command, origin: object = None) -> Done:
        """Carry out a command: alter, keep durably, show the new plan, tell the listeners.

        Raises `RefusedError` or another `PlannerError`; the plan is then as it was. A command that alters nothing leaves no
        trace.
        """
        edit = Edit(self.plan)
        made = command.apply(edit)
        plan, step = edit.finish(command.title)
        if not step.after:
            return Done(None, made)
        is_stale = False
        try:
            seq = self._journal.append(step, kind="edit")
        except StaleError:
            # Its author had not seen what came in between. To repeat the command on top of that would pass over it.
            seq, is_stale = self._journal.append_unseeing(step), True
        self.plan, self.last_seq = plan, seq
        self.history.record(step, seq, command.merge_key)
        self._tell(step, origin)
        if is_stale:
            self.refresh()
        return Done(seq, made)

    def undo(self, origin: object = None) -> str | None:
        """Take back the newest step and return its title, or None if there is nothing to undo.

        Raises `RefusedError`, naming them, where somebody else has written to the same place since.
        """
        entry = self.history.last_undo()
        if entry is None:
            return None
        title = entry.step.title
        step, seq = self._take_back(entry, f"Undo {_lower(title)}", "undo")
        self.history.undone(replace(step, title=title), seq or entry.seq)
        self._tell(step, origin)
        return title

    def redo(self, origin: object = None) -> str | None:
        """Bring back the newest undone step and return its title, or None if there is nothing to redo; see `undo`."""
        entry = self.history.last_redo()
        if entry is None:
            return None
        title = entry.step.title
        step, seq = self._take_back(entry, title, "redo")
        self.history.redone(replace(step, title=title), seq or entry.seq)
        self._tell(step, origin)
        return title

    def _take_back(self, entry: Entry, title: str, kind: str) -> tuple[Step, int | None]:
        try:
            return self._keep_back(entry, title, kind)
        except OvertakenError as error:
            author = self._journal.last_writer(error.row, error.field)
            raise overtaken(author, again=kind == "redo") from error

    def refresh(self) -> None:
        """Read the plan again after somebody else wrote to the file, and tell the listeners what is new.

        They are told also where no row looks different: what came in may still be in conflict with what is shown.
        """
        fresh = self._journal.reload()
        keys = _differences(self.plan, fresh)
        self.plan = fresh
        self._announce(Changes(keys, is_structural=bool(keys)))

    def _keep_back(self, entry: Entry, title: str, kind: str) -> tuple[Step, int | None]:
        """Take back and write; where another process wrote in between, read again and look whether it still may be."""
        while True:
            plan, step = take_back(self.plan, entry.step, title)
            if not step.after:
                return step, None
            try:
                seq = self._journal.append(step, kind=kind, undoes=entry.seq)
            except StaleError:
                self.refresh()
                continue
            self.plan = plan
            self.last_seq = seq
            return step, seq

    def _tell(self, step: Step, origin: object) -> None:
        self._announce(Changes(frozenset(step.after), _is_structural(step), origin))

    def _announce(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _is_structural(step: Step) -> bool:
    return any(
        kind is Item and _place(step.before[kind, id_]) != _place(row) for (kind, id_), row in step.after.items()
    )


def _place(row: Row | None) -> Place | None:
    return row.place if isinstance(row, Item) else None


def _differences(old: Plan, new: Plan) -> frozenset[Key]:
    keys: set[Key] = set()
    if old.info != new.info:
        keys.add((type(new.info), new.info.id))
    for kind, name in TABLES.items():
        before, after = getattr(old, name), getattr(new, name)
        keys.update((kind, id_) for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_))
    return frozenset(keys)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
