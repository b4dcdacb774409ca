"""The corner of the RASIC matrix, where its heads meet: what the table shows and how letters are typed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.rowhead import RowHead

_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class Corner(QWidget):
    """Draws title, hint and the names of the two columns below it."""

    def __init__(self, model: MatrixModel, rows: RowHead, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model
        self._rows = rows
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("header"))
        rect = self.rect().adjusted(theme.px(10), theme.px(8), -theme.px(8), -theme.px(6))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(13, bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop, "Who does what")
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("text2"))
        room = QRect(rect.left(), rect.top() + theme.px(22), rect.width(), rect.height() - theme.px(42))
        painter.drawText(room, _WRAPPED, self._hint(room.height()))
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignBottom, "Ref")
        painter.drawText(rect.adjusted(self._rows.ref, 0, 0, 0), Qt.AlignmentFlag.AlignBottom, "Action")
        painter.setPen(QPen(theme.colour("grid2"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _hint(self, height: int) -> str:
        """As much of the hint as there is room for; the sheet of shortcuts has the rest."""
        letters = " ".join(self._grid.letters.keys)
        lines = [
            f"{letters} put a letter in and take it out; Shift puts it alone.",
            "F2 adds a note, Delete clears, Ctrl+D and Ctrl+R fill.",
            "? asks a question, + and − open and shut a row.",
        ]
        metrics = self.fontMetrics().lineSpacing()
        return "\n".join(lines[: max(1, height // (2 * metrics))]) if height < 6 * metrics else "\n".join(lines)
