"""The parcels that Word and Excel files are, packed so that the same content always gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def word_file(document: Any, report: Callable[[int, int], None]) -> bytes:
    """Return a document of python-docx as its file; `report` hears how many of how many steps are done."""
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    parts = _Parts(package, report)
    for part in parts:
        part.before_marshal()
    out = BytesIO()
    PackageWriter.write(out, package.rels, parts)  # type: ignore[no-untyped-call]
    return repacked(out.getvalue(), report)


def repacked(data: bytes, report: Callable[[int, int], None] = lambda done, of: None) -> bytes:
    """Return the same parcel without the moment in which each of its parts was put in."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        parts = source.infolist()
        for number, part in enumerate(parts):
            report(number, len(parts))
            info = ZipInfo(part.filename, _LONG_AGO)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(part.filename))
    return out.getvalue()


class _Parts:
    """The parts of a package, each once; whoever goes through them tells how far that has got."""

    def __init__(self, package: Any, report: Callable[[int, int], None]) -> None:
        self._found = list(_reached(package, set()))
        self._report = report

    def __iter__(self) -> Iterator[Any]:
        for number, part in enumerate(self._found):
            self._report(number, len(self._found))
            yield part


def _reached(source: Any, met: set[int]) -> Iterator[Any]:
    for relation in source.rels.values():
        if not relation.is_external and id(relation.target_part) not in met:
            met.add(id(relation.target_part))
            yield relation.target_part
            yield from _reached(relation.target_part, met)
