"""A TrueType file to the width of each of its characters: the three tables that takes, and no more.

Layout of the tables as in the OpenType specification: `head`, `hhea`, `hmtx` and `cmap` (formats 4 and 12).
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path


def read_advances(path: Path) -> dict[int, float]:
    """Return the advance of every character of a font by its Unicode number, in parts of the font size."""
    data = path.read_bytes()
    tables = _tables(data)
    unit = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    metrics = _words(data, tables["hmtx"], count * 2)
    last = count - 1
    return {code: metrics[2 * min(glyph, last)] / unit for code, glyph in _characters(data, tables["cmap"]) if glyph}


def _tables(data: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in entries}


def _words(data: bytes, offset: int, count: int) -> array[int]:
    found = array("H", data[offset : offset + 2 * count])
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _characters(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Yield (character, glyph) from the richest Unicode table of the font."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    records = [struct.unpack_from(">HHL", data, cmap + 4 + 8 * number) for number in range(count)]
    offsets = {(platform, encoding): cmap + offset for platform, encoding, offset in records}
    table = next(offsets[key] for key in ((3, 10), (3, 1), (0, 3)) if key in offsets)
    if struct.unpack_from(">H", data, table)[0] == 12:
        return _format_12(data, table)
    return _format_4(data, table)


def _format_12(data: bytes, table: int) -> Iterator[tuple[int, int]]:
    groups = struct.unpack_from(">L", data, table + 12)[0]
    for number in range(groups):
        first, last, glyph = struct.unpack_from(">LLL", data, table + 16 + 12 * number)
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _format_4(data: bytes, table: int) -> Iterator[tuple[int, int]]:
    length, _, double = struct.unpack_from(">HHH", data, table + 2)
    segments = double // 2
    words = _words(data, table, length // 2)
    ends, starts = words[7 : 7 + segments], words[8 + segments : 8 + 2 * segments]
    deltas, ranges = words[8 + 2 * segments : 8 + 3 * segments], words[8 + 3 * segments : 8 + 4 * segments]
    for number in range(segments):
        first, last, delta, offset = starts[number], ends[number], deltas[number], ranges[number]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = words[8 + 3 * segments + number + offset // 2 + code - first]
            yield code, (glyph + delta) & 0xFFFF if glyph or not offset else 0
