"""What differs between what was known at some moment and what is known now: the net of a history, not its steps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mkplanner.models.edit import ALIVE
from mkplanner.models.lookback.records import ChangeRecord
from mkplanner.models.plan import Mark
from mkplanner.models.store.log import Changeset, Folded, fold_row, heads_of
from mkplanner.models.store.mapping import KINDS

Vector = Mapping[str, int]


def known_of(vector: Vector) -> tuple[str, ...]:
    """Return a vector as a mark keeps it."""
    return tuple(f"{uid}/{seq}" for uid, seq in sorted(vector.items()))


def vector_of(marks: Iterable[Mark]) -> dict[str, int]:
    """Return what was known at a mark. Of several with one name, what was known at all of them: rather news too much."""
    vectors = []
    for mark in marks:
        parts = (entry.rpartition("/") for entry in mark.known)
        vectors.append({uid: int(seq) for uid, _, seq in parts if seq.isdecimal()})
    shared = set.intersection(*(set(vector) for vector in vectors)) if vectors else set()
    return {uid: min(vector[uid] for vector in vectors) for uid in shared}


def is_known(changeset: Changeset, vector: Vector) -> bool:
    """Whether a changeset was in the plan at that moment."""
    return changeset.seq <= vector.get(changeset.session.uid, 0)


def new_to(changesets: Iterable[Changeset], vector: Vector) -> list[Changeset]:
    """Return the changesets that were not in the plan at that moment."""
    return [each for each in changesets if not is_known(each, vector)]


def net_changes(changesets: Sequence[Changeset], vector: Vector) -> tuple[ChangeRecord, ...]:
    """Return every field whose value is not what it was when only `vector` was known, as it was and as it is, in order.

    A row that came since has `alive` among its fields; of one that has gone, each field is marked as deleted.
    """
    changes = (change for each in new_to(changesets, vector) for change in each.changes)
    rows = dict.fromkeys(change.entity for change in changes if change.kind != "mark")
    now = _folded(changesets, rows)
    then = _folded((each for each in changesets if is_known(each, vector)), rows)
    return tuple(change for id_ in rows for change in _row_changes(id_, then.get(id_), now[id_]))


def _folded(changesets: Iterable[Changeset], rows: Mapping[str, None]) -> dict[str, Folded]:
    return {id_: fold_row(own) for id_, own in heads_of(changesets).items() if id_ in rows}


def _row_changes(id_: str, then: Folded | None, now: Folded) -> Iterator[ChangeRecord]:
    was_there = then is not None and then.alive
    if not was_there and not now.alive:
        return
    old = then.texts if then is not None and was_there else {}
    for field in sorted(old.keys() | now.texts.keys(), key=lambda name: (name != ALIVE, name)):
        before = _value(old.get(field, _unwritten(now.kind, field) if was_there else None))
        after = _value(now.texts.get(field)) if now.alive else None
        if before != after or not now.alive:
            yield ChangeRecord(id_, field, before, after, now.kind, not now.alive)


def _unwritten(kind: str, field: str) -> str | None:
    """Return what a field held while nobody had written it."""
    return KINDS[kind].defaults.get(field) if kind in KINDS else None


def _value(text: str | None) -> Any:
    try:
        return None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return text
