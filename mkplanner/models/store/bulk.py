"""Thousands of values and rows at once, a column at a time: what opening a large plan spends its time on.

A plan of 10,000 rows holds over 100,000 values. Looked at one by one they cost several times what reading them from the
file does; a column of them is checked, parsed and put in place by a few calls. What comes out is the same.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from gc import disable, enable, isenabled
from itertools import repeat
from typing import Any, TypeVar

from mkplanner.garbage import leave_out

R = TypeVar("R")


BLOCK = 2_000
"""Rows that are made at a time: so few that they are still in the processor's own memory when the next field is set."""


def built(row: type[R], first: Sequence[Any], *others: Iterable[Any]) -> list[R]:
    """Return the rows of a frozen dataclass whose fields these columns hold, equal to those made one by one.

    A frozen class lets its own constructor set a field only by a slow detour; here its slots are filled a column at a time.
    The class needs slots, and nothing to do after a row is made; no column may be shorter than the first.
    """
    setters = [getattr(row, field.name).__set__ for field in fields(row)]  # type: ignore[arg-type]
    columns = [iter(column) for column in (first, *others)]
    rows: list[R] = []
    for start in range(0, len(first), BLOCK):
        block = list(map(object.__new__, repeat(row, min(BLOCK, len(first) - start))))
        for put, column in zip(setters, columns, strict=True):
            deque(map(put, block, column), maxlen=0)
        rows += block
    return rows


def each_once(load: Callable[[Any], Any], column: Sequence[Any]) -> Iterable[Any]:
    """Load every different value of a column once; plans repeat kinds, dates and states, and frozen values are shared."""
    values = {value: load(value) for value in set(column)}
    return map(values.__getitem__, column)


def only(kinds: set[type[Any]], column: Sequence[Any]) -> Sequence[Any]:
    """Return a column as it is. Raises ValueError where a value in it is of any other type."""
    strange = set(map(type, column)) - kinds
    if strange:
        raise ValueError(f"a value of type {strange.pop().__name__} where none belongs")
    return column


def parsed(column: Sequence[Any]) -> list[Any]:
    """Return the values that a column of JSON texts holds, read as one list. Raises ValueError."""
    try:
        values = json.loads(f"[{','.join(only({str}, column))}]")
    except RecursionError as error:
        raise ValueError("a value nested too deeply") from error
    if len(values) != len(column):
        raise ValueError("a text that holds more than one value")
    return list(values)


MANY = 5_000
"""Rows from which a plan is left out of the search for garbage."""


def leave_out_of_searches(rows: int) -> None:
    """Have Python no longer look through what there is now when it searches for garbage, where it is a large plan's rows.

    Rows never refer to one another in a circle, so there is nothing to find among them; looking through a hundred thousand
    values again and again would hold up whoever scrolls.
    """
    if rows > MANY:
        leave_out()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage while a great many rows are made and none is thrown away."""
    was_on = isenabled()
    disable()
    try:
        yield
    finally:
        if was_on:
            enable()
