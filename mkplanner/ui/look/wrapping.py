"""Words to lines that fit a cell, measured with the window's own font; quick enough for thousands of rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

ELLIPSIS = "…"


@dataclass(slots=True)
class Lines:
    """A cell's lines, each with the number of the author's own line that it is part of; `shortened` where words are missing."""

    words: list[str]
    sources: list[int]
    shortened: bool = False
    _statics: list[QStaticText] = field(default_factory=list)

    def statics(self, font: QFont) -> list[QStaticText]:
        """Return the lines ready to be drawn in the font that they were wrapped for."""
        if not self._statics and self.words:
            for line in self.words:
                static = QStaticText(line)
                static.setTextFormat(Qt.TextFormat.PlainText)
                static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
                static.prepare(QTransform(), font)
                self._statics.append(static)
        return self._statics


class Wrapper:
    """Wraps words in one font; the width of each word is measured once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self._space = self._metrics.horizontalAdvance(" ")
        self._widest = max(self._metrics.horizontalAdvance(letter) for letter in "WMm@%–…")

    def width(self, word: str) -> float:
        """Return how wide a word is."""
        found = self._widths.get(word)
        if found is None:
            found = self._widths[word] = self._metrics.horizontalAdvance(word)
        return found

    def line_width(self, line: str) -> float:
        """Return how wide a whole line is."""
        return self._metrics.horizontalAdvance(line)

    def stretch(self, line: str, start: int, end: int) -> tuple[float, float]:
        """Return where some letters of a line begin, from its left, and how wide they are."""
        left = self._metrics.horizontalAdvance(line[:start])
        return left, self._metrics.horizontalAdvance(line[:end]) - left

    def wrap(self, text: str, room: float, most: int | None) -> Lines:
        """Return the lines of a text in a column `room` wide; beyond `most` lines it ends in an ellipsis."""
        if "\n" not in text and len(text) * self._widest <= room and text.isascii():
            return Lines([text], [0]) if text else Lines([], [])
        lines: list[str] = []
        sources: list[int] = []
        for number, paragraph in enumerate(text.splitlines()):
            found = self._paragraph(paragraph, room)
            lines += found
            sources += [number] * len(found)
            if most is not None and len(lines) > most:
                lines[most - 1] = self._ended(f"{lines[most - 1]} {lines[most]}", room)
                return Lines(lines[:most], sources[:most], shortened=True)
        return Lines(lines, sources)

    def count(self, text: str, room: float, most: int | None) -> int:
        """Return how many lines `wrap` would make, which is quicker than making them."""
        if "\n" not in text:
            found = self._count_paragraph(text, room)
        else:
            found = sum(self._count_paragraph(paragraph, room) for paragraph in text.splitlines() if paragraph.strip())
        return found if most is None or found <= most else most

    def _count_paragraph(self, text: str, room: float) -> int:
        if len(text) * self._widest <= room and text.isascii():
            return 1 if text else 0
        known, space = self._widths, self._space
        lines, used = 0, room + 1
        for word in text.split():
            length = known.get(word) or self.width(word)
            if used + space + length <= room:
                used += space + length
                continue
            lines += 1
            while length > room and len(word) > 1:
                lines += 1
                _, word = self._cut(word, room)
                length = self.width(word)
            used = length
        return lines

    def _paragraph(self, text: str, room: float) -> list[str]:
        lines: list[str] = []
        line, used = "", 0.0
        for word in text.split():
            length = self.width(word)
            if line and used + self._space + length <= room:
                line, used = f"{line} {word}", used + self._space + length
                continue
            if line:
                lines.append(line)
            while length > room and len(word) > 1:
                piece, word = self._cut(word, room)
                lines.append(piece)
                length = self.width(word)
            line, used = word, length
        return [*lines, line] if line else lines

    def _cut(self, word: str, room: float) -> tuple[str, str]:
        """A word too long for the column, cut where it is full, and never to nothing."""
        end = len(word) - 1
        while end > 1 and self._metrics.horizontalAdvance(word[:end]) > room:
            end -= 1
        return word[:end], word[end:]

    def _ended(self, text: str, room: float) -> str:
        while text and self._metrics.horizontalAdvance(text + ELLIPSIS) > room:
            text = text[:-1]
        return text.rstrip() + ELLIPSIS
