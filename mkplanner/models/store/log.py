"""The change log in memory: what a changeset is, its digest, what must hold between changesets, and the fold into rows.

Pure Python, so that a file from elsewhere is judged and a plan is first shown without any database of ours. See
`recording.py` for how an edit becomes changes, `repository.py` for how they are written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

Ref = tuple[str, int, int]
"""A change's name, the same on every copy: session uid, seq, n."""

DIGEST_LENGTH = 32
"""Hexadecimal digits kept of the SHA-256 of a changeset."""


class Session(NamedTuple):
    """Who wrote: one run of the program on one copy, with a random uid that no other run shares."""

    uid: str
    author: str
    host: str
    app: str


class Change(NamedTuple):
    """One field of one row: its value before and after as JSON, and the changes it took the place of.

    `tomb` is 1 where the row was deleted; `old` then keeps what the field held. `old` is None where nobody had written it.
    """

    n: int
    entity: str
    kind: str
    field: str
    old: str | None
    new: str | None
    tomb: int
    supersedes: tuple[Ref, ...]


class Changeset(NamedTuple):
    """One command, undo or redo: all its changes or none. `lamport` is one more than the largest the writer had seen."""

    session: Session
    seq: int
    lamport: int
    at: str
    kind: str
    label: str
    undoes: str | None
    changes: tuple[Change, ...]
    digest: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """The changeset's name, the same on every copy."""
        return self.session.uid, self.seq

    @property
    def place(self) -> tuple[int, str, int]:
        """Where it stands in the history: every computer sorts alike, and nothing comes before what it built on."""
        return self.lamport, self.session.uid, self.seq


def digest_of(plan: str, changeset: Changeset) -> str:
    """Return the digest over the plan's id and everything in the changeset but the digest itself."""
    text = json.dumps([plan, *changeset[:-1]], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


class Head(NamedTuple):
    """A change that no other has taken the place of; they sort so that the greatest is the one shown.

    A deletion yields to an edit made at the same time; after that the writer who had seen more, then plain order of names.
    `row` is the change's number in the local table and decides nothing.
    """

    stays: bool
    lamport: int
    uid: str
    seq: int
    n: int
    old: str | None
    new: str | None
    kind: str
    row: int = 0

    @property
    def ref(self) -> Ref:
        """The change's name."""
        return self.uid, self.seq, self.n

    @property
    def value(self) -> str | None:
        """What the field holds; in a deleted row what it held last."""
        return self.new if self.stays else self.old


Heads = Mapping[str, Sequence[Head]]
"""The heads of one row, by field."""


class Folded(NamedTuple):
    """A row as the log has it: the shown value of every field ever written, and whether the row is in the plan."""

    kind: str
    texts: dict[str, str]
    alive: bool


def shown(heads: Sequence[Head]) -> Head:
    """Return the head whose value is shown while nobody has chosen between several."""
    return heads[0] if len(heads) == 1 else max(heads, key=lambda head: head[:5])


def fold_row(heads: Heads) -> Folded:
    """Return what a row's heads come to. A row is alive while any head is no deletion."""
    texts = {}
    for field, candidates in heads.items():
        value = shown(candidates).value
        if value is not None:
            texts[field] = value
    every = [head for candidates in heads.values() for head in candidates]
    return Folded(every[0].kind, texts, any(head.stays for head in every))


def heads_of(
    changesets: Iterable[Changeset], rows: Mapping[Ref, int] | None = None
) -> dict[str, dict[str, list[Head]]]:
    """Return the heads of every row by id and field. `rows` are the changes' numbers in a local table, where there is one."""
    everything = tuple(changesets)
    gone = {ref for each in everything for change in each.changes for ref in change.supersedes}
    found: dict[str, dict[str, list[Head]]] = {}
    for each in everything:
        uid, seq = each.key
        for change in each.changes:
            ref = (uid, seq, change.n)
            if ref not in gone:
                head = Head(
                    not change.tomb, each.lamport, *ref, change.old, change.new, change.kind, rows[ref] if rows else 0
                )
                found.setdefault(change.entity, {}).setdefault(change.field, []).append(head)
    return found


def problems(plan: str, changesets: Sequence[Changeset]) -> Iterator[str]:
    """Yield a sentence for everything in the log that cannot be as it was written; nothing for a log that is whole."""
    for each in changesets:
        if digest_of(plan, each) != each.digest:
            yield f"{_name(each)} does not match its digest."
        yield from _misshapen(each)
    yield from _miscounted(changesets)
    yield from _baseless(changesets)


def _misshapen(changeset: Changeset) -> Iterator[str]:
    if not changeset.changes:
        yield f"{_name(changeset)} is empty."
    if [change.n for change in changeset.changes] != list(range(1, len(changeset.changes) + 1)):
        yield f"{_name(changeset)} misses one of its parts."
    if len({(change.entity, change.field) for change in changeset.changes}) != len(changeset.changes):
        yield f"{_name(changeset)} writes one field twice."
    if any(bool(change.tomb) != (change.new is None) for change in changeset.changes):
        yield f"{_name(changeset)} is neither a value nor a deletion."


def _miscounted(changesets: Sequence[Changeset]) -> Iterator[str]:
    """Each session counts 1, 2, 3…; no lamport number can be greater than the number of changesets there are."""
    sessions: dict[str, list[Changeset]] = {}
    for each in changesets:
        sessions.setdefault(each.session.uid, []).append(each)
        if not 1 <= each.lamport <= len(changesets):
            yield f"{_name(each)} has an impossible number."
    for uid, own in sessions.items():
        own.sort(key=lambda each: each.seq)
        if [each.seq for each in own] != list(range(1, len(own) + 1)):
            yield f"Session {uid} has a gap: one of its changes is missing."
        if any(later.lamport <= earlier.lamport for earlier, later in pairwise(own)):
            yield f"Session {uid} does not count upwards."


def _baseless(changesets: Sequence[Changeset]) -> Iterator[str]:
    """What a change replaced must be in the log, earlier, and about the same field of the same row."""
    known = {
        (*each.key, change.n): (each.lamport, change.entity, change.field)
        for each in changesets
        for change in each.changes
    }
    kinds: dict[str, str] = {}
    for each in changesets:
        for change in each.changes:
            if kinds.setdefault(change.entity, change.kind) != change.kind:
                yield f"{_name(each)} takes a row for another kind of row."
            for ref in change.supersedes:
                lamport, entity, field = known.get(ref, (each.lamport, "", ""))
                if lamport >= each.lamport or (entity, field) != (change.entity, change.field):
                    yield f"{_name(each)} builds on a change that is not there."


def _name(changeset: Changeset) -> str:
    return f"Change {changeset.seq} of session {changeset.session.uid}"
