"""The objects of a PDF to the bytes of the file: small ones packed together, pages and fonts each by themselves (PDF 1.7).

Nothing here knows what the objects mean. The same objects give the same bytes, and no step takes longer than a moment, so
that whoever waits can be told how far it has got and can stop it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from hashlib import md5

_PACK = 200
"""So many objects share one packed stream."""
_OFTEN = 5000
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r"})


def text(words: str) -> str:
    """Return words as a PDF keeps them in an object; half characters of damaged text become question marks."""
    if words.isascii():
        return f"({words.translate(_ESCAPES)})"
    whole = words.encode("utf-8", "replace").decode("utf-8")
    return f"<{(chr(0xFEFF) + whole).encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """Return a number with as many digits as paper needs."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


class PdfFile:
    """Objects by number. Reserve a number to speak of an object before it is there; every reserved one must be put."""

    def __init__(self) -> None:
        self._objects: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._last = 0

    def reserve(self) -> int:
        """Return the number of an object that is put later."""
        self._last += 1
        return self._last

    def put(self, number_: int, body: str) -> None:
        """Put an object under a number that was reserved."""
        self._objects[number_] = body.encode("latin-1")

    def add(self, body: str) -> int:
        """Put an object and return its number."""
        made = self.reserve()
        self.put(made, body)
        return made

    def add_stream(self, data: bytes, entries: str = "", *, plain: bool = False) -> int:
        """Put a stream with the further entries of its dictionary, packed unless it has to be readable as it is."""
        made = self.reserve()
        self._streams[made] = _stream(data, entries, plain=plain)
        return made

    def made(self, root: int, info: int, report: Callable[[int, int], None]) -> bytes:
        """Return the file; `report` hears how many of how many parts are done."""
        groups = list(self._groups())
        parts, places = [_HEADER], {}
        at = len(_HEADER)
        for number_, body in self._streams.items():
            whole = b"%d 0 obj\n%b\nendobj\n" % (number_, body)
            places[number_] = (1, at, 0)
            parts.append(whole)
            at += len(whole)
        for done, group in enumerate(groups):
            report(done, len(groups))
            holder = self.reserve()
            whole = b"%d 0 obj\n%b\nendobj\n" % (holder, self._packed(group))
            places[holder] = (1, at, 0)
            places.update({number_: (2, holder, index) for index, number_ in enumerate(group)})
            parts.append(whole)
            at += len(whole)
        id_ = md5(usedforsecurity=False)
        for part in parts:
            id_.update(part)
        parts.append(
            self._end(
                places, at, f"/Root {root} 0 R/Info {info} 0 R/ID[<{id_.hexdigest()}><{id_.hexdigest()}>]", report
            )
        )
        return b"".join(parts)

    def _groups(self) -> Iterator[list[int]]:
        numbers = list(self._objects)
        for start in range(0, len(numbers), _PACK):
            yield numbers[start : start + _PACK]

    def _packed(self, group: list[int]) -> bytes:
        offsets, at = [], 0
        for number_ in group:
            offsets.append(f"{number_} {at}")
            at += len(self._objects[number_]) + 1
        head = (" ".join(offsets) + "\n").encode("latin-1")
        body = b"\n".join(self._objects[number_] for number_ in group)
        return _stream(head + body, f"/Type/ObjStm/N {len(group)}/First {len(head)}")

    def _end(
        self, places: dict[int, tuple[int, int, int]], at: int, said: str, report: Callable[[int, int], None]
    ) -> bytes:
        """The table of where each object stands, itself an object, and where that table stands."""
        table = self.reserve()
        places[table] = (1, at, 0)
        before, packed = b"\0" * 6, bytearray()
        for number_ in range(self._last + 1):
            if number_ % _OFTEN == 0:
                report(number_, self._last)
            row = _place(*places[number_]) if number_ in places else b"\0" * 6
            packed.append(2)
            packed += bytes((now - was) % 256 for now, was in zip(row, before, strict=True))
            before = row
        entries = f"/Type/XRef/W[1 4 1]/Size {self._last + 1}{said}/DecodeParms<</Predictor 12/Columns 6>>"
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, _stream(bytes(packed), entries), at)


def _place(kind: int, where: int, index: int) -> bytes:
    return bytes((kind,)) + where.to_bytes(4, "big") + bytes((index,))


def _stream(data: bytes, entries: str, *, plain: bool = False) -> bytes:
    packed = data if plain else zlib.compress(data, 9)
    filtered = "" if plain else "/Filter/FlateDecode"
    head = f"<<{entries}{filtered}/Length {len(packed)}>>\nstream\n".encode("latin-1")
    return head + packed + b"\nendstream"
