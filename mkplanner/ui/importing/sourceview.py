"""The source text as it came, with numbered lines; the lines of doubtful places are tinted, the chosen line is framed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from mkplanner.ui.look import theme


class SourceView(QPlainTextEdit):
    """Shows the words; they cannot be changed here. `pointed` brings the number of the line the cursor went to."""

    pointed = Signal(int)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Your text"))
        self.setTabStopDistance(theme.px(28))
        self._doubtful: frozenset[int] = frozenset()
        self._chosen = 0
        self._leading = False
        self._gutter = _Gutter(self)
        self.setPlainText(words)
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)
        self.updateRequest.connect(lambda *_: self._gutter.update())
        self.cursorPositionChanged.connect(self._tell)

    def mark_doubtful(self, lines: Iterable[int]) -> None:
        """Tint these lines, the first being 1."""
        self._doubtful = frozenset(lines)
        self._tint()

    def show_line(self, line: int) -> None:
        """Go to a line and frame it, without telling anybody."""
        block = self.document().findBlockByNumber(line - 1)
        if line < 1 or not block.isValid():
            return
        self._chosen = line
        self._leading = True
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        self.centerCursor()
        self._leading = False
        self._tint()

    def gutter_width(self) -> int:
        """Return the width of the line numbers."""
        return QFontMetrics(theme.font(11)).horizontalAdvance("9" * len(str(self.blockCount()))) + theme.px(14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), self.gutter_width(), inside.height()))

    def paint_gutter(self, painter: QPainter) -> None:
        """Write the numbers of the visible lines."""
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("text3"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < self.viewport().height():
            height = self.blockBoundingRect(block).height()
            if block.text().strip():
                place = QRect(0, round(top), self.gutter_width() - theme.px(8), theme.px(16))
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            top += height
            block = block.next()

    def _tint(self) -> None:
        marks = []
        for line in sorted(self._doubtful | {self._chosen}):
            block = self.document().findBlockByNumber(line - 1)
            if line < 1 or not block.isValid():
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            shade = "selection" if line == self._chosen else "tint_warn"
            mark.format.setBackground(theme.colour(shade))
            if theme.colour(shade) == theme.colour("base"):
                mark.format.setForeground(theme.colour("warning"))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.setExtraSelections(marks)

    def _tell(self) -> None:
        if not self._leading:
            self._chosen = self.textCursor().blockNumber() + 1
            self._tint()
            self.pointed.emit(self._chosen)


class _Gutter(QWidget):
    """The strip of line numbers."""

    def __init__(self, source: SourceView) -> None:
        super().__init__(source)
        self._source = source

    def sizeHint(self) -> QSize:
        return QSize(self._source.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("header"))
        self._source.paint_gutter(painter)
