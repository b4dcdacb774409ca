"""The bundled faces made ready for ReportLab, each with a character map that readers and screen readers can rely on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfmetrics, ttfonts

from mkplanner.charts.fonts import FILES, font_path

_BLOCK = 100
"""The most entries that one block of a character map may hold (Adobe Technical Note 5411)."""


def pdf_face(face: str) -> Any:
    """Return ReportLab's font for one of our faces, registered the first time it is asked for."""
    name = f"MKPlanner-{face}"
    if name not in pdfmetrics._fonts:
        pdfmetrics.registerFont(_MappedFont(name, str(font_path(face))))
    return pdfmetrics.getFont(name)


def face_name(face: str) -> str:
    """Return the name under which ReportLab knows one of our faces."""
    if face not in FILES:
        raise KeyError(face)
    return str(pdf_face(face).fontName)


class _MappedFont(ttfonts.TTFont):  # type: ignore[misc]
    """A TrueType font whose subsets carry a whole ToUnicode map; ReportLab's own maps code 0 and lacks far characters."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (ReportLab's name)
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            parts = (ttfonts.SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)
            name = b"".join(parts).decode("latin-1")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = "\n".join(_character_map(name, subset))


def _character_map(name: str, subset: Sequence[int]) -> Iterator[str]:
    entries = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(subset) if character > 0]
    yield "/CIDInit /ProcSet findresource begin"
    yield "12 dict begin begincmap"
    yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
    yield f"/CMapName /{name}-UCS def /CMapType 2 def"
    yield "1 begincodespacerange <00> <FF> endcodespacerange"
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()
