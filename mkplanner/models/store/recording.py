"""A finished edit to changes of the log: rows before and after go in, one change for each field that differs comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Step
from mkplanner.models.plan import Row
from mkplanner.models.store.log import Change, Head, Heads, shown
from mkplanner.models.store.mapping import ALIVE, KIND_OF, KindMap

LONGEST_VALUE = 1_000_000
"""Bytes that one field may take in the log; a file with longer values would be refused where it is opened next."""

_NOTHING: Heads = {}


def changes_of(step: Step, heads: Mapping[str, Heads]) -> tuple[Change, ...]:
    """Return the changes that a step comes to, numbered from 1; `heads` are those of every row it touches.

    Raises `RefusedError` for a text that cannot be kept.
    """
    found: list[Change] = []
    for (row_type, id_), after in step.after.items():
        kind = KIND_OF[row_type]
        own = heads.get(id_, _NOTHING)
        before = step.before[row_type, id_]
        if after is None:
            values: Iterator[tuple[str, str | None]] = _deleted(own)
        elif before is None:
            values = _created(kind, after, own)
        else:
            values = _altered(kind, before, after)
        found.extend(_change(kind, id_, field, new, own.get(field, ())) for field, new in values)
        chosen = {field for key, field in step.settled if key == (row_type, id_)}
        if chosen and after is not None:
            written = {change.field for change in found if change.entity == id_}
            found.extend(_settled(kind, after, own, chosen, written))
    return tuple(change._replace(n=number) for number, change in enumerate(found, start=1))


def _deleted(heads: Heads) -> Iterator[tuple[str, str | None]]:
    """Mark every head, those of fields that only a newer program knows included; a row already gone needs no second mark."""
    if any(head.stays for own in heads.values() for head in own):
        yield from ((field, None) for field in heads)


def _created(kind: KindMap, row: Row, heads: Heads) -> Iterator[tuple[str, str | None]]:
    """Write what differs from the defaults; where the row once was, write every field again, so that no mark stays."""
    yield ALIVE, "true"
    texts, defaults = kind.texts(row), kind.defaults
    for field, text in texts.items():
        if field in heads or text != defaults[field]:
            yield field, text
    for field, own in heads.items():
        last = shown(own).value
        if field not in texts and field != ALIVE and last is not None:
            yield field, last


def _altered(kind: KindMap, before: Row, after: Row) -> Iterator[tuple[str, str | None]]:
    for field in kind.codecs:
        if getattr(before, field) != getattr(after, field):
            text = kind.text(field, after)
            if text != kind.text(field, before):
                yield field, text


def _settled(
    kind: KindMap, row: Row, heads: Heads, chosen: Collection[str], written: Collection[str]
) -> Iterator[Change]:
    """Write what is shown once more where somebody chose it, so that it takes the place of every other.

    What is shown may differ from what the log says: a row moved below itself is shown at the top.
    Who chose that the row stays (`ALIVE`) has said nothing about fields that two people filled differently: there only marks
    of deletion are taken away.
    """
    texts = kind.texts(row)
    for field, own in heads.items():
        value = shown(own).value
        if field in written or value is None:
            continue
        if field in chosen and field in texts:
            yield _change(kind, row.id, field, texts[field], own)
        elif ALIVE in chosen:
            replaced = [head for head in own if not head.stays] if is_disputed(own) else own
            if replaced:
                yield _change(kind, row.id, field, value, replaced)


def is_disputed(heads: Sequence[Head]) -> bool:
    """Whether two people who did not know of each other gave a field different values."""
    return len({head.value for head in heads if head.stays}) > 1


def _change(kind: KindMap, id_: str, field: str, new: str | None, replaced: Sequence[Head]) -> Change:
    old = shown(replaced).value if replaced else None
    if new is not None:
        _check(new)
    return Change(0, id_, kind.name, field, old, new, int(new is None), tuple(sorted(head.ref for head in replaced)))


def _check(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise RefusedError(
            "This text holds half of a character, which no file can keep.",
            "Nothing was changed; type or paste it again.",
        ) from None
    if size > LONGEST_VALUE:
        raise RefusedError(
            "This text is too long: one field holds about a million characters.",
            "Nothing was changed; shorten it or divide it between rows.",
        )
