"""The cells of an SQLite file, found page by page without trusting how the pages hang together.

SQLite itself finds a row by its way down a tree, so one bad page hides everything below it. Here every page that looks like
a leaf is read for itself, and a cell that makes no sense is passed over; whether what was found is true is for the digests
of the log to say. See https://www.sqlite.org/fileformat2.html for the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkplanner.models.store.connection import LONGEST_CELL

Value = int | str | None

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_MOST_COLUMNS = 20
_SHORT_RECORD = 24
_INT_SIZES = (0, 1, 2, 3, 4, 6, 8)


class Cell(NamedTuple):
    """One row of a table (`rowid` its number) or of an index (`rowid` None), and its values."""

    rowid: int | None
    values: tuple[Value, ...]


def page_sizes(data: bytes) -> list[int]:
    """Return the page sizes to try: the one the file states if it is lawful, then the others, the usual one first."""
    stated = int.from_bytes(data[16:18], "big")
    lawful = [4096, 8192, 1024, 2048, 512, 16384, 32768, 65536]
    return [size for size in lawful if size % 65536 == stated] + [size for size in lawful if size % 65536 != stated]


def cells(data: bytes, size: int) -> Iterator[Cell]:
    """Yield every cell of few columns that can be read, with pages of `size` bytes; wherever nothing can be read, nothing."""
    pages = _Pages(data, size)
    for start in range(0, len(data), size):
        yield from pages.on(start)


class _Pages:
    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size
        self._budget = 2 * len(data)  # So that cells that share a chain of pages cannot hold us up.

    def on(self, start: int) -> Iterator[Cell]:
        head = start + (100 if start == 0 else 0)
        front = self._data[head : head + 8]
        if len(front) < 8 or front[0] not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER):
            return
        pointers = head + (12 if front[0] == _INDEX_INNER else 8)
        count = min(int.from_bytes(front[3:5], "big"), self._size // 4)
        for place in range(pointers, pointers + 2 * count, 2):
            at = start + int.from_bytes(self._data[place : place + 2], "big")
            try:
                cell = self._table_cell(at) if front[0] == _TABLE_LEAF else self._index_cell(at, front[0])
            except (IndexError, ValueError):
                continue
            if cell is not None:
                yield cell

    def _table_cell(self, at: int) -> Cell | None:
        length, at = _varint(self._data, at)
        rowid, at = _varint(self._data, at)
        if length > LONGEST_CELL:
            return None
        most = self._size - 35
        here = length
        if length > most:
            least = (self._size - 12) * 32 // 255 - 23
            here = least + (length - least) % (self._size - 4)
            here = here if here <= most else least
        types = _types(self._data, at)
        if len(types) > _MOST_COLUMNS:
            return None
        payload = self._data[at : at + here]
        if here < length:
            payload += self._overflow(int.from_bytes(self._data[at + here : at + here + 4], "big"), length - here)
        return Cell(rowid, _values(payload, types, length))

    def _index_cell(self, at: int, kind: int) -> Cell | None:
        length, at = _varint(self._data, at + (4 if kind == _INDEX_INNER else 0))
        if length > _SHORT_RECORD:
            return None
        return Cell(None, _values(self._data[at : at + length], _types(self._data, at), length))

    def _overflow(self, page: int, wanted: int) -> bytes:
        found = bytearray()
        while len(found) < wanted:
            start = (page - 1) * self._size
            part = self._data[start + 4 : start + self._size] if page > 0 else b""
            self._budget -= len(part)
            if not part or self._budget < 0:
                raise ValueError("a chain of pages that ends too soon")
            found += part
            page = int.from_bytes(self._data[start : start + 4], "big")
        return bytes(found[:wanted])


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return number, place + 1
    return number << 8 | data[at + 8], at + 9


def _types(data: bytes, at: int) -> list[int]:
    """Return the types of the columns that the front of a record names."""
    length, place = _varint(data, at)
    if length > 9 * (_MOST_COLUMNS + 1):
        return [0] * (_MOST_COLUMNS + 1)
    types = []
    while place < at + length:
        kind, place = _varint(data, place)
        types.append(kind)
    return types


def _values(payload: bytes, types: list[int], length: int) -> tuple[Value, ...]:
    at, _ = _varint(payload, 0)
    if len(payload) < length:
        raise ValueError("a record that ends too soon")
    values: list[Value] = []
    for kind in types:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != length:
        raise ValueError("a record that does not come to its length")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind < len(_INT_SIZES):
        end = at + _INT_SIZES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind < 13 or kind % 2 == 0:
        raise ValueError("a value that our log does not have")
    end = at + (kind - 13) // 2
    return payload[at:end].decode("utf-8"), end
