"""One conflict of the log in the words of a project manager: what happened, who wrote what, and what can be chosen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mkplanner.models.edit import ALIVE
from mkplanner.models.lookback.conflict import Choice, Conflict, ConflictKind
from mkplanner.models.lookback.phrases import field_words, row_of, row_words, subject_words, value_words
from mkplanner.models.people import Party
from mkplanner.models.plan import Dependency, Item, Plan, Row, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.store.log import Changeset, Head, fold_row, shown
from mkplanner.models.store.mapping import KINDS, KindMap
from mkplanner.models.wording import listed
from mkplanner.records import frozen

Made = Mapping[tuple[str, int], Changeset]
AllHeads = Mapping[str, Mapping[str, Sequence[Head]]]


@frozen
class Log:
    """A log laid out for looking things up: its changesets by name, the heads people have to choose between, and the newest.

    The latter two differ where a choice was undone.
    """

    plan: Plan
    made: Made
    heads: AllHeads
    newest: AllHeads

    def author(self, head: Head) -> str:
        """Return who wrote a head."""
        return self.made[head.ref[:2]].session.author

    def choice(self, n: int, head: Head, value: Any, record: Any, words: str) -> Choice:
        """Return a choice with the author of the head it comes from."""
        return Choice(n, value, record, self.author(head), self.made[head.ref[:2]].at, words)

    def id(self, kind: ConflictKind, row: str, field: str, heads: Sequence[Head]) -> str:
        """Return the name of a conflict, which everybody who knows the same changes arrives at."""
        text = json.dumps([self.plan.info.id, kind, row, field, sorted(head.ref for head in heads)])
        return hashlib.sha256(text.encode()).hexdigest()[:12]


def value_conflict(log: Log, kind: KindMap, row: Row, field: str) -> Conflict:
    """Return what there is to choose between for a field; the value shown comes first."""
    own = log.heads[row.id][field]
    in_sight = shown(log.newest[row.id][field]).value
    stays = sorted((head for head in own if head.stays), key=lambda head: (head.value == in_sight, head), reverse=True)
    first = {head.value: head for head in stays}  # in this order, each by whoever wrote it first
    choices = tuple(_value_choice(log, kind, field, n, head) for n, head in enumerate(first.values(), start=1))
    place = f"the {field_words(field)} of {subject_words(log.plan, row)}"
    values = " or ".join(choice.words for choice in choices)
    sentence = f"{_names(choices)} wrote different versions of {place} at the same time: {values}."
    id_ = log.id(ConflictKind.VALUE, row.id, field, own)
    item = row_of(row)
    return Conflict(id_, ConflictKind.VALUE, kind.row, row.id, item, field, choices, sentence)


def _value_choice(log: Log, kind: KindMap, field: str, n: int, head: Head) -> Choice:
    text = head.value or "null"
    value = json.loads(text)
    words = value_words(log.plan, field, value)
    record = value["words"] if field in kind.words and value is not None else value
    return log.choice(n, head, kind.loaded(field, text), record, words)


def delete_conflict(log: Log, kind: KindMap, row: Row) -> Conflict:
    """Return the choice between keeping a row that somebody deleted and letting it go."""
    every = [head for heads in log.heads[row.id].values() for head in heads]
    marks = [head for head in every if not head.stays]
    stays = [head for head in every if head.stays] or list(_below(log, row))
    deleted, kept = max(marks), max(stays, default=max(marks))
    what = subject_words(log.plan, row)
    name, other = log.author(deleted) or "Somebody", log.author(kept) or "somebody"
    if not any(head.stays for head in every):
        sentence = f"{name} deleted {what}, but something that belongs to it is still in the plan."
    elif name == other:
        sentence = f"{name} deleted {what} in one copy and wrote to it in another."
    else:
        sentence = f"{name} deleted {what} while {other} was writing to it."
    choices = (
        log.choice(1, kept, row, True, f"keep {what}"),
        log.choice(2, deleted, None, None, f"delete {what}, with everything below and about it"),
    )
    id_ = log.id(ConflictKind.DELETE, row.id, ALIVE, every)
    restores = tuple(_deleted_along(log, row, marks))
    return Conflict(id_, ConflictKind.DELETE, kind.row, row.id, row_of(row), ALIVE, choices, sentence, restores)


def _below(log: Log, row: Row) -> Iterator[Head]:
    """Yield the heads of whatever keeps a deleted row in sight: rows below it, letters, updates, outcomes."""
    plan = log.plan
    named = (
        *(each.id for each in plan.items.values() if each.parent == row.id),
        *(cell.id for cell in plan.assignments.values() if row.id in (cell.item, cell.party)),
        *(update.id for update in plan.updates.values() if update.item == row.id),
        *(outcome.id for outcome in plan.outcomes.values() if row.id in outcome.items),
    )
    for id_ in named:
        yield from (head for heads in log.heads.get(id_, {}).values() for head in heads if head.stays)


def _deleted_along(log: Log, row: Row, marks: Sequence[Head]) -> Iterator[Row]:
    """Yield what stood below the row and about it and was deleted in the same go, as it was."""
    sets = {head.ref[:2]: log.made[head.ref[:2]] for head in marks}
    touched = dict.fromkeys(change.entity for each in sets.values() for change in each.changes if change.tomb)
    gone = [found for id_ in touched if (found := _gone(log, id_)) is not None]
    kept = {row.id}
    while more := {each.id for each in gone if isinstance(each, Item) and each.parent in kept} - kept:
        kept |= more
    for each in gone:
        if isinstance(each, Item | Party):
            belongs = each.id in kept
        elif isinstance(each, Dependency):
            belongs = bool({each.before, each.after} & kept)
        elif isinstance(each, Assignment):
            belongs = bool({each.item, each.party} & kept) and each.party in log.plan.parties
        else:
            belongs = isinstance(each, Update) and each.item in kept
        if belongs and each.id != row.id:
            yield each


def _gone(log: Log, id_: str) -> Row | None:
    """Return a row as it was when it was deleted, or None where it is still in the plan or of no kind we know."""
    folded = fold_row(log.heads[id_])
    kind = KINDS.get(folded.kind)
    if kind is None or folded.alive or id_ in log.plan.rows(kind.row):
        return None
    found: Row = kind.to_row(kind.to_columns(id_, folded.texts, alive=False))
    return found


def cycle_conflict(log: Log, loop: Sequence[str]) -> Conflict:
    """Return which of the rows that were moved below each other may go to the top; the one shown there comes first."""
    moves = {id_: shown(log.newest[id_]["place"]) for id_ in loop}
    order = sorted(loop, key=lambda id_: moves[id_], reverse=True)
    names = {id_: row_words(log.plan, id_) for id_ in order}
    choices = []
    for n, id_ in enumerate(order, start=1):
        others = max(moves[other] for other in order if other != id_)
        record = {"item": id_, "parent": None}
        choices.append(
            log.choice(n, others, id_, record, f"{names[id_]} at the top level, the others where they were moved")
        )
    authors = _names([log.choice(0, moves[id_], None, None, "") for id_ in sorted(loop)])
    sentence = (
        f"{listed(sorted(names.values()))} were moved below each other at the same time, by {authors}; "
        f"{names[order[0]]} is shown at the top level."
    )
    kind, first = ConflictKind.CYCLE, order[0]
    id_ = log.id(kind, first, "place", list(moves.values()))
    return Conflict(id_, kind, Item, first, first, "place", tuple(choices), sentence)


def _names(choices: Sequence[Choice]) -> str:
    return listed(list(dict.fromkeys(choice.author or "somebody" for choice in choices)))
