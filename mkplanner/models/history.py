"""Undo and redo: stacks of the steps that this session made, newest last."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit, Key, Step
from mkplanner.models.plan import Plan, Row


@dataclass(frozen=True, slots=True)
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
            joined = Step(step.title, {**step.before, **last.step.before}, {**last.step.after, **step.after})
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


def take_back(plan: Plan, step: Step, title: str) -> tuple[Plan, Step]:
    """Return the plan without what a step did, and the step that did so, field by field.

    Only fields that still hold what the step gave them are set back. Raises `RefusedError` where somebody else has changed
    one since: undo never overwrites another person's words.
    """
    edit = Edit(plan)
    for key, after in step.after.items():
        _restore(edit, key, step.before[key], after)
    return edit.finish(title)


def _restore(edit: Edit, key: Key, before: Row | None, after: Row | None) -> None:
    now = edit.get(*key)
    if before is None and after is not None:
        if now is not None and now != after:
            raise _changed_since(key)
        if now is not None:
            edit.remove(now)
    elif after is None:
        if now is not None and now != before:
            raise _changed_since(key)
        if before is not None:
            edit.put(before)
    elif before is not None:
        if now is None:
            raise _changed_since(key)
        edit.put(_merged(key, now, before, after))


def _merged(key: Key, now: Row, before: Row, after: Row) -> Row:
    """Set back the fields the step changed, and keep all others as they are now."""
    back = {}
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            if getattr(now, field.name) != new:
                raise _changed_since(key)
            back[field.name] = old
    return replace(now, **back)


def _changed_since(key: Key) -> RefusedError:
    return RefusedError(
        "This cannot be undone, because somebody else has changed the same place since.",
        "Nothing was changed; see History for what they wrote.",
        f"{key[0].__name__} {key[1]}",
    )
