"""How many lines the words of a text editor take, and how high they stand."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit


def line_count(edit: QPlainTextEdit) -> int:
    """Return the number of lines on the screen, wrapped ones included; at least one."""
    return max(1, sum(max(1, block.layout().lineCount()) for block in _laid_out(edit)))


def text_height(edit: QPlainTextEdit) -> int:
    """Return the height of the words as they are drawn, in pixels; bold letters may stand higher than their font says."""
    least = edit.fontMetrics().lineSpacing()
    heights = [_height(block, least) for block in _laid_out(edit)]
    return max(least, round(sum(heights) + 0.49))


def _height(block: QTextBlock, least: int) -> float:
    layout = block.layout()
    return sum(max(layout.lineAt(number).height(), least) for number in range(layout.lineCount())) or least


def _laid_out(edit: QPlainTextEdit) -> Iterator[QTextBlock]:
    """The paragraphs, each broken into lines first: Qt does that only when somebody asks for its place."""
    document = edit.document()
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        layout.blockBoundingRect(block)
        yield block
        block = block.next()
