"""The bundled faces as they go into a PDF: cut down to the characters in use, each with a map back to those characters.

ReportLab reads the font files and cuts them; the character maps are ours, for readers and screen readers rely on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from threading import Lock
from typing import Any

from reportlab.pdfbase import ttfonts

from mkplanner.charts.fonts import font_path
from mkplanner.charts.pdf.file import PdfFile

_BLOCK = 100
"""The most entries that one block of a character map may hold (Adobe Technical Note 5411)."""
_ASCII = range(32, 127)
_FIRST, _NEXT = 127, 1
"""The first free code of the part of a font that holds ASCII, and of all further parts."""
_SPACE = 32
_NBSP = 0xA0
_SYMBOLIC = 4
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {40: r"\(", 41: r"\)", 92: r"\\"}
_TURN = Lock()
"""Files of fonts are read by one thread at a time."""


@cache
def font_file(face: str) -> Any:
    """Return ReportLab's reader of one of our font files. Raises KeyError for a face there is not."""
    return ttfonts.TTFontFace(str(font_path(face)))


class FontBook:
    """The fonts of one document. A part of a font holds up to 255 characters, and ASCII stands for itself in the first."""

    def __init__(self) -> None:
        self._faces: dict[str, _FaceInUse] = {}

    def plain(self, face: str, words: str) -> tuple[str, str]:
        """Return the name of the part and the string for words that are nothing but printable ASCII."""
        used = self._face(face)
        used.ascii.update(words)
        if "(" in words or ")" in words or "\\" in words:
            words = words.translate(_ESCAPES)
        return used.name, words

    def split(self, face: str, words: str) -> list[tuple[str, str]]:
        """Return words as strings that each belong to one part of a face, with the names of the parts."""
        used = self._face(face)
        found: list[tuple[int, list[str]]] = []
        for character in words:
            part, code = used.place(ord(character))
            if not found or found[-1][0] != part:
                found.append((part, []))
            found[-1][1].append(chr(code))
        return [(used.part_name(part), "".join(codes).translate(_ESCAPES)) for part, codes in found]

    def write(self, file: PdfFile) -> str:
        """Put all fonts into a file and return the entries of the dictionary that names them."""
        return "".join(
            f"{used.part_name(number)} {_write_part(file, face, number, part)} 0 R"
            for face, used in self._faces.items()
            for number, part in enumerate(used.parts())
        )

    def _face(self, face: str) -> _FaceInUse:
        used = self._faces.get(face)
        if used is None:
            used = self._faces[face] = _FaceInUse(f"/F{len(self._faces) + 1}")
        return used


class _FaceInUse:
    """The characters of one face that a document shows, and the codes they go by."""

    def __init__(self, name: str) -> None:
        self.stem = name
        self.name = f"{name}+0"
        self.ascii: set[str] = set()
        self._places: dict[int, tuple[int, int]] = {}
        self._part, self._code = 0, _FIRST

    def part_name(self, part: int) -> str:
        return f"{self.stem}+{part}"

    def place(self, character: int) -> tuple[int, int]:
        """Return part and code of a character, found a place for the first time it is met."""
        if character == _NBSP:
            character = _SPACE
        if character in _ASCII:
            self.ascii.add(chr(character))
            return 0, character
        found = self._places.get(character)
        if found is None:
            found = self._places[character] = (self._part, self._code)
            self._code += 2 if self._code == _SPACE - 1 else 1
            if self._code > 255:
                self._part, self._code = self._part + 1, _NEXT
        return found

    def parts(self) -> list[list[int]]:
        """Return the characters of each part by their codes, 0 where there is none."""
        last = max((part for part, _ in self._places.values()), default=0)
        found = [[0] * 256 for _ in range(last + 1)]
        for plain in self.ascii:
            found[0][ord(plain)] = ord(plain)
        for character, (part, code) in self._places.items():
            found[part][code] = character
        return [_trimmed(part) for part in found]


def _trimmed(part: list[int]) -> list[int]:
    last = max((code for code, character in enumerate(part) if character), default=0)
    return part[: last + 1]


def _write_part(file: PdfFile, face: str, number: int, characters: Sequence[int]) -> int:
    font = font_file(face)
    with _TURN:
        program = font.makeSubset(list(characters))
    name = f"{ttfonts.SUBSETN(number).decode('latin-1')}+{font.name.decode('latin-1')}"
    flags = (font.flags & ~32) | _SYMBOLIC
    box = " ".join(f"{value:g}" for value in font.bbox)
    embedded = file.add_stream(program, f"/Length1 {len(program)}")
    described = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {font.italicAngle:g}"
        f"/Ascent {font.ascent:g}/Descent {font.descent:g}/CapHeight {font.capHeight:g}/StemV {font.stemV:g}"
        f"/MissingWidth {font.defaultWidth:g}/FontFile2 {embedded} 0 R>>"
    )
    mapped = file.add_stream("\n".join(_character_map(name, characters)).encode("latin-1"))
    widths = " ".join(f"{font.getCharWidth(character):g}" for character in characters)
    return file.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 0/LastChar {len(characters) - 1}/Widths[{widths}]"
        f"/FontDescriptor {described} 0 R/ToUnicode {mapped} 0 R>>"
    )


def _character_map(name: str, characters: Sequence[int]) -> Iterator[str]:
    entries = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(characters) if character > 0]
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
