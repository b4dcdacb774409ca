"""What the log of a damaged plan no longer proves but its pages still say, as one changeset more.

The tables of rows hold every value a second time, and changesets that build on a lost one are still whole in themselves.
What they say is taken field by field where it differs from what the kept log comes to, so that a lost change early in the
history costs its story and not the plan. Where only one place says a value it may have been damaged there; it is told.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from mkplanner import __version__
from mkplanner.models.edit import ALIVE
from mkplanner.models.store.cells import Value
from mkplanner.models.store.log import Change, Changeset, Folded, Heads, Session, digest_of, fold_row, heads_of
from mkplanner.models.store.mapping import KINDS, KindMap, to_text
from mkplanner.models.store.remains import Remains

LABEL = "Rescue what could be read"


class Revived(NamedTuple):
    """The changeset, None where the kept log says everything; whose rows it is about; and those of a single witness."""

    changeset: Changeset | None
    rows: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


def revive(plan: str, remains: Remains, sound: Mapping[int, Changeset], kept: Sequence[Changeset]) -> Revived:
    """Return what is to be added to the kept log of a plan; `sound` are all whole changesets, by their numbers in the file."""
    heads = heads_of(kept)
    names = {each.key for each in kept}
    left_out = [each for each in sound.values() if each.key not in names]
    witnesses = _witnesses(remains)
    proved = _proved(remains, {number for number, each in sound.items() if each.key in names})
    changes: list[Change] = []
    doubtful = []
    for id_, found in _said(remains, left_out).items():
        own = [change for change in _changes(id_, found, heads.get(id_, {})) if (id_, change.field) not in proved]
        changes += own
        if any(change.new is not None and (id_, change.field, change.new) not in witnesses for change in own):
            doubtful.append(id_)
    if not any(change.entity == plan and change.kind == "plan" for each in kept for change in each.changes):
        changes = changes if any(change.entity == plan for change in changes) else []
    if not changes:
        return Revived(None)
    numbered = tuple(change._replace(n=n) for n, change in enumerate(changes, start=1))
    session = Session(secrets.token_hex(8), "", "", f"MK Planner {__version__}")
    moment = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    lamport = max((each.lamport for each in kept), default=0) + 1
    made = Changeset(session, 1, lamport, moment, "edit", LABEL, None, numbered)
    rows = tuple(dict.fromkeys(change.entity for change in changes))
    return Revived(made._replace(digest=digest_of(plan, made)), rows, tuple(doubtful))


def _said(remains: Remains, left_out: Sequence[Changeset]) -> dict[str, Folded]:
    """Return what each row held last: by the tables of rows, and where these are gone by what was written last."""
    found: dict[str, Folded] = {}
    for each in sorted(left_out, key=lambda each: each.place):
        for change in each.changes:
            row = found.setdefault(change.entity, Folded(change.kind, {}, alive=True))
            if change.new is not None:
                row.texts[change.field] = change.new
            found[change.entity] = row._replace(alive=change.new is not None)
    kinds = {part.entity: part.kind for parts in remains.changes.values() for part in parts.values()}
    for id_, cells in remains.rows.items():
        for cell in cells:
            row_ = _row_of(id_, cell, kinds.get(id_, ""))
            if row_ is not None:
                found[id_] = row_
    return {id_: row for id_, row in found.items() if row.kind in KINDS}


def _row_of(id_: str, cell: Sequence[Value], kind: str) -> Folded | None:
    """Return what a row of a table says, or None where it is of no kind we know or holds what no field can."""
    for each in [KINDS[kind]] if kind in KINDS else KINDS.values():
        if len(each.columns) == len(cell):
            texts = dict(_texts(each, cell))
            try:
                again = each.to_columns(id_, texts, alive=bool(cell[-1]))
                each.to_row(again)
            except ValueError:
                continue
            if again == tuple(cell):
                return Folded(each.name, texts, alive=bool(cell[-1]))
    return None


def _texts(kind: KindMap, cell: Sequence[Value]) -> Iterator[tuple[str, str]]:
    for (name, codec), value in zip(kind.codecs.items(), cell[1:], strict=False):
        if not codec.composed:
            is_truth = kind.defaults[name] in ("true", "false")
            yield name, to_text(bool(value) if is_truth and value in (0, 1) else value)
        else:
            yield name, "null" if value is None else str(value)


def _changes(id_: str, said: Folded, heads: Heads) -> Iterator[Change]:
    """Yield what is to be written so that a row is what was said of it."""
    kind = KINDS[said.kind]
    now = fold_row(heads) if heads else Folded(said.kind, {}, alive=False)
    if now.kind != said.kind:
        return
    if not said.alive:  # A deletion is taken over only where whole changesets tell of it, and then of every field.
        if now.alive:
            yield from (_change(id_, said.kind, field, None, heads) for field in heads)
        return
    if not now.alive:
        yield _change(id_, said.kind, ALIVE, "true", heads)
    for field, text in said.texts.items():
        if text != now.texts.get(field, kind.defaults.get(field)):
            yield _change(id_, said.kind, field, text, heads)


def _change(id_: str, kind: str, field: str, new: str | None, heads: Heads) -> Change:
    own = heads.get(field, ())
    old = max(own, key=lambda head: head[:5]).value if own else None
    return Change(0, id_, kind, field, old, new, int(new is None), tuple(sorted(head.ref for head in own)))


def _proved(remains: Remains, kept: Collection[int]) -> set[tuple[str, str]]:
    """Return the places whose newest change is in the kept log, whatever an old page may say of them."""
    written = {no for number in kept for no in remains.changes.get(number, ())}
    return {place for no, place in remains.heads.items() if no in written}


def _witnesses(remains: Remains) -> set[tuple[str, str, str]]:
    """Return the values that the log itself tells of too, proved or not."""
    parts: Iterable[Mapping[int, Change]] = remains.changes.values()
    found = {(part.entity, part.field, part.new) for each in parts for part in each.values() if part.new is not None}
    return found | {(entity, ALIVE, "true") for entity, _, _ in found}
