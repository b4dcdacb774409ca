"""One page of a document on the screen, drawn from the very shapes that go onto paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from mkplanner.charts.palette import PAPER, Palette
from mkplanner.charts.shapes import Document, Page, Text
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint

SMALLEST, LARGEST, STEP = 0.2, 4.0, 1.25
WIDEST = 1.6
"""How large a page gets at most where it may take the whole width."""
AIR = 28


class PagePreview(QAbstractScrollArea):
    """Shows one page, whole or enlarged. `zoomed` brings the size in per cent of paper, `page_asked` -1 or 1 for turning."""

    zoomed = Signal(int)
    page_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setAccessibleName(self.tr("Page preview"))
        self._page: Page | None = None
        self._palette = PAPER
        self._zoom: float | None = None
        self._is_wide = False
        self._waiting = ""

    def show_page(self, page: Page | None, words: str = "", palette: Palette = PAPER) -> None:
        """Show a page; `words` are for a screen reader, and for the eye where there is no page."""
        self._page, self._waiting, self._palette = page, words, palette
        self.setAccessibleDescription(words)
        self._measure()

    def fit(self) -> None:
        """Show the whole page from now on."""
        self._zoom, self._is_wide = None, False
        self._measure()

    def fit_width(self) -> None:
        """Show the page as wide as there is room for, to be read from top to bottom."""
        self._zoom, self._is_wide = None, True
        self._measure()

    def zoom(self, steps: int) -> None:
        """Show the page larger or smaller by some steps."""
        self._zoom = min(max(self.scale() * STEP**steps, SMALLEST), LARGEST)
        self._measure()

    def scale(self) -> float:
        """Return pixels for each point of paper."""
        if self._zoom is not None or self._page is None:
            return self._zoom or 1.0
        room = self.viewport().size() - QSize(2 * AIR, 2 * AIR)
        if self._is_wide:
            return max(SMALLEST / 2, min(room.width() / self._page.width, theme.px(100) * WIDEST / 100))
        return max(SMALLEST / 2, min(room.width() / self._page.width, room.height() / self._page.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._go_on(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def _go_on(self, step: int) -> None:
        """Go a windowful on or back; from the end of a page to the beginning of the next, and the other way."""
        bar = self.verticalScrollBar()
        if bar.value() != (bar.maximum() if step > 0 else bar.minimum()):
            bar.setValue(bar.value() + step * (bar.pageStep() - AIR))
            return
        before = self._page
        self.page_asked.emit(step)
        if self._page is not before:
            bar.setValue(bar.minimum() if step > 0 else bar.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("grid"))
        if self._page is None:
            painter.setPen(theme.colour("text2"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._waiting)
            return
        place = self._place()
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.setPen(theme.colour("grid2"))
        painter.drawRect(place)
        painter.setClipRect(place)
        paint_page(painter, self._page, place.topLeft(), self.scale(), self._palette)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(theme.colour("focus"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _place(self) -> QRectF:
        """Where the page lies: in the middle, or moved by the scroll bars."""
        assert self._page is not None
        scale, view = self.scale(), self.viewport()
        width, height = self._page.width * scale, self._page.height * scale
        left = max((view.width() - width) / 2, AIR) - self.horizontalScrollBar().value()
        top = max((view.height() - height) / 2, AIR) - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(width), round(height))

    def _measure(self) -> None:
        view, scale = self.viewport(), self.scale()
        page = self._page
        width = page.width * scale + 2 * AIR if page else 0
        height = page.height * scale + 2 * AIR if page else 0
        for bar, need, room in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), height, view.height()),
        ):
            bar.setRange(0, max(0, round(need - room)))
            bar.setPageStep(room)
            bar.setSingleStep(theme.px(24))
        self.zoomed.emit(round(scale * 100))
        view.update()


def paint_page(painter: QPainter, page: Page, corner: QPointF, scale: float, palette: Palette = PAPER) -> None:
    """Draw a page of shapes with its corner at a point, so many pixels for each point of paper."""
    painter.save()
    painter.translate(corner)
    painter.scale(scale, scale)
    for part in page.content:
        paint(painter, part.shapes, palette)
    painter.restore()


def thumbnail(page: Page, width: int, ratio: float, palette: Palette = PAPER) -> QPixmap:
    """Return a page as a small picture of so many pixels across."""
    scale = width / page.width
    picture = QPixmap(round(width * ratio), round(page.height * scale * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_page(painter, page, QPointF(0, 0), scale, palette)
    painter.end()
    return picture


def smallest_type(document: Document) -> float:
    """Return the size of the smallest words in a document, in points; 0 where there are none. Lone signs are drawings."""
    sizes = (
        shape.size
        for page in document.pages
        for part in page.content
        for shape in part.shapes
        if isinstance(shape, Text) and any(map(str.isalnum, shape.words))
    )
    return min(sizes, default=0.0)
