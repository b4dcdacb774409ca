"""How many lines the words of a text editor take."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit


def line_count(edit: QPlainTextEdit) -> int:
    """Return the number of lines on the screen, wrapped ones included; at least one."""
    document = edit.document()
    layout = document.documentLayout()
    lines = 0
    block = document.begin()
    while block.isValid():
        layout.blockBoundingRect(block)
        lines += max(1, block.layout().lineCount())
        block = block.next()
    return max(1, lines)
