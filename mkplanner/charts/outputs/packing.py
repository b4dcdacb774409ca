"""The parcels that Word and Excel files are, packed so that the same content always gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PIECE = 1 << 18
"""Bytes that are packed at once: a hundredth of a second."""


def word_file(document: Any, report: Callable[[int, int], None]) -> bytes:
    """Return a document of python-docx as its file; `report` hears how many of how many steps are done, and may stop it.

    It is asked again within long steps: the words of a long document are one part, which takes a second to write out.
    """
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    parts = _Parts(package, report)
    for part in parts:
        part.before_marshal()
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as parcel:
        # The same three steps as `PackageWriter.write`, into a parcel that knows no moments and can be stopped.
        writer = _Parcel(parcel, parts.tell)
        PackageWriter._write_content_types_stream(writer, parts)  # type: ignore[no-untyped-call]
        PackageWriter._write_pkg_rels(writer, package.rels)  # type: ignore[no-untyped-call]
        PackageWriter._write_parts(writer, parts)  # type: ignore[arg-type]
    return out.getvalue()


def repacked(data: bytes, report: Callable[[int, int], None] = lambda done, of: None) -> bytes:
    """Return the same parcel without the moment in which each of its parts was put in."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        parts = source.infolist()
        for number, part in enumerate(parts):
            report(number, len(parts))
            _put(target, part.filename, source.read(part.filename))
    return out.getvalue()


def _put(parcel: ZipFile, name: str, data: bytes, tell: Callable[[], None] = lambda: None) -> None:
    """Pack one part piece by piece; `tell` is asked between pieces, and may raise."""
    info = ZipInfo(name, _LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.file_size = len(data)
    with parcel.open(info, "w") as room:
        for start in range(0, len(data), _PIECE):
            tell()
            room.write(data[start : start + _PIECE])


class _Parcel:
    """What python-docx hands its parts to."""

    def __init__(self, parcel: ZipFile, tell: Callable[[], None]) -> None:
        self._parcel = parcel
        self._tell = tell

    def write(self, place: Any, data: bytes | str) -> None:
        """Pack a part by its place in the package."""
        _put(self._parcel, place.membername, data.encode() if isinstance(data, str) else data, self._tell)


class _Parts:
    """The parts of a package, each once; whoever goes through them tells how far that has got."""

    def __init__(self, package: Any, report: Callable[[int, int], None]) -> None:
        self._found = list(_reached(package, set()))
        self._report = report
        self._at = 0

    def __iter__(self) -> Iterator[Any]:
        for number, part in enumerate(self._found):
            self._at = number
            self.tell()
            yield _Part(part, self.tell)

    def tell(self) -> None:
        """Tell how far one has got; raises where that is far enough."""
        self._report(self._at, len(self._found))


class _Part:
    """A part whose words are written out piece by piece; in all else the part itself."""

    def __init__(self, part: Any, tell: Callable[[], None]) -> None:
        self._part = part
        self._tell = tell

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part, name)

    @property
    def blob(self) -> bytes:
        """The bytes of the part, as python-docx writes them."""
        element = getattr(self._part, "element", None)
        if element is None:
            return bytes(self._part.blob)
        pieces = _Pieces(self._tell)
        element.getroottree().write(pieces, encoding="UTF-8", standalone=True)
        return b"".join(pieces)


class _Pieces(list[bytes]):
    """A file that tells at each sixty-fourth piece that is written to it."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell

    def write(self, piece: bytes) -> None:
        """Keep a piece."""
        if len(self) % 64 == 0:
            self._tell()
        self.append(piece)


def _reached(source: Any, met: set[int]) -> Iterator[Any]:
    for relation in source.rels.values():
        if not relation.is_external and id(relation.target_part) not in met:
            met.add(id(relation.target_part))
            yield relation.target_part
            yield from _reached(relation.target_part, met)
