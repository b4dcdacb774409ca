"""Undo and redo: stacks of the steps that this session made, newest last."""

from __future__ import annotations

from dataclasses import fields, replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit, Key, Step
from mkplanner.models.plan import Plan, Row
from mkplanner.records import frozen


@frozen
class Entry:
    """A step that can be undone or redone, the change number it was written under, and what it may be joined with."""

    step: Step
    seq: int
    merge_key: str | None = None


class History:
    """Two stacks. A fresh command empties the redo stack; undo never reaches behind the opening of the plan."""

    def __init__(self) -> None:
        self._undo: list[Entry] = []
        self._redo: list[Entry] = []

    @property
    def undo_title(self) -> str | None:
        """What Undo would take back, in the user's words, or None."""
        return self._undo[-1].step.title if self._undo else None

    @property
    def redo_title(self) -> str | None:
        """What Redo would bring again, or None."""
        return self._redo[-1].step.title if self._redo else None

    def record(self, step: Step, seq: int, merge_key: str | None) -> None:
        """Remember a finished command, joined with the one before it where both say so."""
        self._redo.clear()
        last = self._undo[-1] if self._undo else None
        if last is not None and merge_key is not None and last.merge_key == merge_key:
            settled = last.step.settled | step.settled
            joined = Step(step.title, {**step.before, **last.step.before}, {**last.step.after, **step.after}, settled)
            self._undo[-1] = Entry(joined, seq, merge_key)
        else:
            self._undo.append(Entry(step, seq, merge_key))

    def last_undo(self) -> Entry | None:
        """Return what Undo would take back, without taking it."""
        return self._undo[-1] if self._undo else None

    def last_redo(self) -> Entry | None:
        """Return what Redo would bring again, without taking it."""
        return self._redo[-1] if self._redo else None

    def undone(self, step: Step, seq: int) -> None:
        """Move the newest step to the redo stack; `step` is what brings it again."""
        self._undo.pop()
        self._redo.append(Entry(step, seq))

    def redone(self, step: Step, seq: int) -> None:
        """Move the newest undone step back; `step` is what it did this time."""
        self._redo.pop()
        self._undo.append(Entry(step, seq))


class OvertakenError(Exception):
    """Somebody else has written to a place that a step wrote to; `field` is None where it is about the row as a whole."""

    def __init__(self, key: Key, field: str | None = None) -> None:
        super().__init__(f"{key[0].__name__} {key[1]} {field or ''}")
        self.row = key[1]
        self.field = field


def take_back(plan: Plan, step: Step, title: str) -> tuple[Plan, Step]:
    """Return the plan without what a step did, and the step that did so, field by field.

    Only fields that still hold what the step gave them are set back. Raises `OvertakenError` where somebody else has changed
    one since: undo never overwrites another person's words.
    """
    edit = Edit(plan)
    for key, after in step.after.items():
        _restore(edit, key, step.before[key], after)
    for key, field in step.settled:
        _reopen(edit, key, field)
    return edit.finish(title)


def _restore(edit: Edit, key: Key, before: Row | None, after: Row | None) -> None:
    now = edit.get(*key)
    if before is None and after is not None:
        if now is not None and now != after:
            raise OvertakenError(key)
        if now is not None:
            edit.remove(now)
    elif after is None:
        if now is not None and now != before:
            raise OvertakenError(key)
        if before is not None:
            edit.put(before)
    elif before is not None:
        if now is None:
            raise OvertakenError(key)
        edit.put(_merged(key, now, before, after))


def _merged(key: Key, now: Row, before: Row, after: Row) -> Row:
    """Set back the fields the step changed, and keep all others as they are now."""
    back = {}
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            if getattr(now, field.name) != new:
                raise OvertakenError(key, field.name)
            back[field.name] = old
    return replace(now, **back)


def _reopen(edit: Edit, key: Key, field: str) -> None:
    """Write a chosen field once more, so that the log shows that the choice was taken back."""
    now = edit.get(*key)
    if now is not None:
        edit.settle(now, field)


def overtaken(author: str, *, again: bool = False) -> RefusedError:
    """Return the refusal to undo (or, `again`, redo) over what `author` wrote since; an empty name is somebody unknown."""
    return RefusedError(
        f"This cannot be {'done again' if again else 'undone'}, because {author or 'somebody else'} has changed the same "
        "place since.",
        "Nothing was changed; see History for what they wrote.",
    )
