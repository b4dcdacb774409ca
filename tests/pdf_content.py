"""What stands on the pages of a PDF: every run of text with its place, size, colour and ground, and what it belongs to.

A small reader of content streams for the tests; it knows the operators that our own writer uses and follows the rest only
as far as their marks go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

TEXT = {"Tj", "TJ", "'", '"'}
FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
PAINT = TEXT | FILLS | {"S", "s", "sh", "Do", "BI", "INLINE IMAGE"}

Matrix = tuple[float, float, float, float, float, float]
START: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass
class FontFacts:
    """A font's character map and widths; `trouble` names what it lacks."""

    name: str
    characters: dict[int, str] = field(default_factory=dict)
    widths: list[float] = field(default_factory=list)
    first: int = 0
    trouble: list[str] = field(default_factory=list)


@dataclass
class TextRun:
    """One shown string: `mark` is the MCID it belongs to, None in an artifact."""

    words: str
    x: float
    y: float
    wide: float
    size: float
    colour: tuple[float, float, float]
    ground: tuple[float, float, float]
    bold: bool
    mark: int | None


@dataclass
class PageFacts:
    """What one page shows, the marks it uses with their tags, and the findings made while reading it."""

    number: int
    width: float
    height: float
    runs: list[TextRun] = field(default_factory=list)
    marks: dict[int, str] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)


def read_pages(path: Path) -> list[PageFacts]:
    """Read every page of a file."""
    with pikepdf.open(path) as pdf:
        fonts: dict[Any, FontFacts] = {}
        return [_Reader(page, number, fonts).read() for number, page in enumerate(pdf.pages, start=1)]


def text_of(path: Path) -> str:
    """All text that is not an artifact, run after run in drawing order."""
    return "".join(run.words for page in read_pages(path) for run in page.runs if run.mark is not None)


class _Reader:
    def __init__(self, page: pikepdf.Page, number: int, fonts: dict[Any, FontFacts]) -> None:
        box = [float(value) for value in page.mediabox]
        self.page = page
        self.facts = PageFacts(number, box[2], box[3])
        self.fonts = fonts
        self.stack: list[tuple[str, int | None]] = []
        self.saved: list[tuple[Matrix, tuple[float, float, float], FontFacts | None, float]] = []
        self.matrix = START
        self.line = self.text = START
        self.colour = (0.0, 0.0, 0.0)
        self.font: FontFacts | None = None
        self.size = 0.0
        self.boxes: list[tuple[float, float, float, float]] = []
        self.grounds: list[tuple[float, float, float, float, tuple[float, float, float]]] = []

    def read(self) -> PageFacts:
        for instruction in pikepdf.parse_content_stream(self.page):
            self._step(str(instruction.operator), list(instruction.operands))
        if self.stack:
            self._find("marked content is not closed")
        return self.facts

    def _find(self, words: str) -> None:
        self.facts.findings.append(f"page {self.facts.number}: {words}")

    def _step(self, operator: str, operands: list[Any]) -> None:
        if operator in ("BDC", "BMC"):
            self._open(operands)
        elif operator == "EMC":
            if self.stack:
                self.stack.pop()
            else:
                self._find("marked content is closed twice")
        elif operator in PAINT and not any(tag == "/Artifact" or mark is not None for tag, mark in self.stack):
            self._find(f"content is neither tagged nor an artifact ({operator})")
        if operator == "Do":
            self._form(self.page.obj.Resources.XObject[str(operands[0])])
        elif operator in TEXT:
            self._show(operator, operands)
        elif operator in ("q", "Q", "cm", "rg", "g", "re") or operator in FILLS or operator in ("S", "s", "n"):
            self._graphics(operator, operands)
        else:
            self._place(operator, operands)

    def _form(self, form: Any) -> None:
        """Read a drawing that several pages share, as if it stood here."""
        if form.get("/Subtype") == Name.Form and "/Group" not in form:
            before = (self.matrix, self.colour, self.font, self.size)
            for instruction in pikepdf.parse_content_stream(form):
                self._step(str(instruction.operator), list(instruction.operands))
            self.matrix, self.colour, self.font, self.size = before

    def _open(self, operands: list[Any]) -> None:
        tag = str(operands[0])
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
        mark = int(properties["/MCID"]) if "/MCID" in properties else None
        if tag == "/Artifact" and any(inner is not None for _, inner in self.stack):
            self._find("an artifact stands inside tagged content")
        if mark is not None:
            if any(outer == "/Artifact" for outer, _ in self.stack):
                self._find("tagged content stands inside an artifact")
            if mark in self.facts.marks:
                self._find(f"mark {mark} is used twice")
            self.facts.marks[mark] = tag
        self.stack.append((tag, mark))

    def _graphics(self, operator: str, operands: list[Any]) -> None:
        numbers = [float(value) for value in operands]
        if operator == "q":
            self.saved.append((self.matrix, self.colour, self.font, self.size))
        elif operator == "Q" and self.saved:
            self.matrix, self.colour, self.font, self.size = self.saved.pop()
        elif operator == "cm":
            self.matrix = multiply(as_matrix(numbers), self.matrix)
        elif operator == "rg":
            self.colour = (numbers[0], numbers[1], numbers[2])
        elif operator == "g":
            self.colour = (numbers[0],) * 3
        elif operator == "re":
            self.boxes.append((numbers[0], numbers[1], numbers[2], numbers[3]))
        else:
            if operator in FILLS:
                self.grounds += [(x, y, x + wide, y + high, self.colour) for x, y, wide, high in self.boxes]
            self.boxes = []

    def _place(self, operator: str, operands: list[Any]) -> None:
        if operator == "BT":
            self.text = self.line = START
        elif operator == "Tf":
            self.font, self.size = self._font(str(operands[0])), float(operands[1])
        elif operator == "Tm":
            self.text = self.line = as_matrix([float(value) for value in operands])
        elif operator in ("Td", "TD"):
            self.text = self.line = multiply((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)

    def _font(self, name: str) -> FontFacts:
        font = self.page.obj.Resources.Font[name]
        key = font.objgen
        if key not in self.fonts:
            self.fonts[key] = _font_facts(font)
            for trouble in self.fonts[key].trouble:
                self._find(trouble)
        return self.fonts[key]

    def _show(self, operator: str, operands: list[Any]) -> None:
        if self.font is None:
            self._find("text is shown without a font")
            return
        parts = list(operands[0]) if operator == "TJ" else [operands[-1]]
        codes = [code for part in parts if isinstance(part, pikepdf.String) for code in bytes(part)]
        words = "".join(self.font.characters.get(code, "\0") for code in codes)
        if "\0" in words:
            self._find(f"a character has no meaning: {words!r}")
        at = multiply(self.text, self.matrix)
        wide = sum(self.font.widths[code - self.font.first] for code in codes if code < len(self.font.widths))
        wide *= self.size / 1000
        mark = next((mark for _, mark in reversed(self.stack) if mark is not None), None)
        bold = "Bold" in self.font.name
        ground = self._ground(at[4], at[5])
        across = wide * at[0]  # nothing for words that run upwards
        self.facts.runs.append(TextRun(words, at[4], at[5], across, self.size, self.colour, ground, bold, mark))
        self.text = multiply((1, 0, 0, 1, wide, 0), self.text)

    def _ground(self, x: float, y: float) -> tuple[float, float, float]:
        above = y + self.size * 0.3
        for left, low, right, high, colour in reversed(self.grounds):
            if left - 0.5 <= x <= right + 0.5 and low - 0.5 <= above <= high + 0.5:
                return colour
        return (1.0, 1.0, 1.0)


def _font_facts(font: Any) -> FontFacts:
    facts = FontFacts(str(font.get("/BaseFont", "?")))
    descriptor = font.get("/FontDescriptor")
    if descriptor is None or not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        facts.trouble.append(f"{facts.name} is not embedded")
    facts.first = int(font.get("/FirstChar", 0))
    facts.widths = [float(value) for value in font.get("/Widths", [])]
    if "/ToUnicode" not in font:
        facts.trouble.append(f"{facts.name} has no character map")
        return facts
    for code, value in _mapped(font.ToUnicode.read_bytes().decode("latin-1"), facts):
        facts.characters[code] = value
    return facts


def _mapped(text: str, facts: FontFacts) -> Iterator[tuple[int, str]]:
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        entries = re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block)
        if len(entries) > 100:
            facts.trouble.append(f"{facts.name}: a block of its character map is too long")
        for code, value in entries:
            yield int(code, 16), bytes.fromhex(value).decode("utf-16-be", "replace")


def as_matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def multiply(one: Matrix, other: Matrix) -> Matrix:
    return (
        one[0] * other[0] + one[1] * other[2],
        one[0] * other[1] + one[1] * other[3],
        one[2] * other[0] + one[3] * other[2],
        one[2] * other[1] + one[3] * other[3],
        one[4] * other[0] + one[5] * other[2] + other[4],
        one[4] * other[1] + one[5] * other[3] + other[5],
    )


__all__ = ["Name", "PageFacts", "TextRun", "read_pages", "text_of"]
