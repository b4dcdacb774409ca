"""The status of a row as a lozenge that opens a list of the others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from mkplanner.charts.status_marks import lozenge, lozenge_width, status_shape
from mkplanner.models.status import STYLES, Status
from mkplanner.ui.editors.partbutton import PartButton
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint
from mkplanner.ui.mnemonics import give_letters

_NO_STATUS = "Set status"


class StatusButton(PartButton):
    """`chosen` brings the new `Status`, or None for no status. The letters G A R C N S choose at once."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_button")
        self._status: Status | None = None
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        self.set_status(None)

    def set_status(self, status: Status | None) -> None:
        """Show a status."""
        self._status = status
        words = STYLES[status].word if status else _NO_STATUS
        self.setAccessibleName(f"Status: {STYLES[status].word if status else 'none'}")
        self.setToolTip("Change the status")
        self.setText(words)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        height = theme.px(20)
        width = lozenge_width(self.text(), height, self._measure, "ui") + 2
        return QSize(round(width) + 6, height + 6)

    def _measure(self, words: str, face: str, size: float) -> float:
        font = theme.font()
        return QFontMetricsF(font).horizontalAdvance(words) * size / font.pixelSize()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for status, style in STYLES.items():
            action = menu.addAction(status_icon(status), f"&{style.letter}  {style.word}")
            action.triggered.connect(lambda _=False, status=status: self.chosen.emit(status))
        menu.addSeparator()
        menu.addAction("No status").triggered.connect(lambda: self.remove())
        give_letters(menu)

    def remove(self) -> None:
        """Leave the row without a status."""
        self.chosen.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        found = next((status for status, style in STYLES.items() if style.letter == letter), None)
        if found is not None:
            self.chosen.emit(found)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = theme.px(20)
        frame = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self._status is not None:
            letter = STYLES[self._status].letter
            shapes = lozenge(letter, self.text(), 3, self.height() / 2, height, self._measure, "ui")
            paint(painter, shapes, theme.current())
        else:
            painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
            painter.setFont(theme.font(11))
            painter.setPen(theme.colour("text2"))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), height / 2 + 3, height / 2 + 3)
        painter.end()


def status_icon(status: Status) -> QIcon:
    """Return the shape and letter of a status as an icon for menus and lists."""
    size = theme.px(16)
    picture = QPixmap(2 * size, 2 * size)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, status_shape(STYLES[status].letter, size / 2, size / 2, 0.4 * size), theme.current())
    painter.end()
    return QIcon(picture)
