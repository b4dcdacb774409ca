"""Columns of values to bytes and back, in a way that is quick to take apart: what comes again and again is kept once.

Most columns of a plan hold a few different values. They come back as those few, and for each row the place of its own among
them; so a date that a thousand rows share is read once.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from mkplanner.models.store.bulk import only
from mkplanner.records import frozen

BETWEEN = "\x1f"
"""Stands between texts; a column in which one of them holds it is kept as JSON."""

_PLACES = "BH"
"""How places are kept, by `array`'s letters: in one byte each, or in two."""


@frozen
class Column:
    """The different values of a column and the place of each row's among them; or, without places, each row's own value."""

    values: Sequence[Any]
    places: Sequence[int] | None = None

    def spread(self, values: Sequence[Any]) -> Iterable[Any]:
        """Return a value for each row, where `values` stand for this column's."""
        if self.places is None:
            return values
        return repeat(values[0], len(self.places)) if len(values) == 1 else map(values.__getitem__, self.places)


def pack(column: Sequence[Any]) -> tuple[list[Any], list[bytes]]:
    """Return how a column was packed, for JSON, and the parts it was packed into.

    Raises ValueError for anything but texts, whole numbers and None.
    """
    only({str, int, type(None)}, column)
    values = list(dict.fromkeys(column))
    width = next((letter for letter in _PLACES if len(values) < 256 ** array(letter).itemsize), "")
    if not width or 2 * len(values) > len(column):
        how, texts = _pack_values(column)
        return ["", how, len(texts)], [texts]
    place = {value: number for number, value in enumerate(values)}
    places = array(width, map(place.__getitem__, column)).tobytes()
    how, texts = _pack_values(values)
    return [width, how, len(texts), len(places)], [texts, places]


def _pack_values(values: Sequence[Any]) -> tuple[str, bytes]:
    if values and set(map(type, values)) == {str}:
        whole = BETWEEN.join(values)
        if whole.count(BETWEEN) == len(values) - 1:
            return "text", whole.encode("utf-8")
    return "json", json.dumps(values, ensure_ascii=False).encode("utf-8")


def unpack(how: Sequence[Any], data: memoryview) -> tuple[Column, memoryview]:
    """Return the column at the beginning of `data`, packed in this way, and what comes after it."""
    width, form, *lengths = how
    text, data = str(data[: lengths[0]], "utf-8"), data[lengths[0] :]
    values = text.split(BETWEEN) if form == "text" else json.loads(text)
    if not width:
        return Column(values), data
    places = array(width)
    places.frombytes(data[: lengths[1]])
    return Column(values, places), data[lengths[1] :]
