"""Draws one row of the table: tints, words, status lozenge, the sign for rows below, and the frame of the current cell."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView

from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Shape
from mkplanner.charts.status_marks import lozenge, lozenge_width, status_shape
from mkplanner.models.asking.facts import RAG_WORDS, light_of
from mkplanner.models.asking.updateround import has_told
from mkplanner.models.status import RAG_STATUS, STYLES, Status
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, LOZENGES, RAG, REF, TITLE, UPDATE, UPDATED
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint
from mkplanner.ui.plantable.foundwords import paint_found
from mkplanner.ui.plantable.rowlayout import RowLayout, TableLayout


class RowLook:
    """The ground of a row, the same in table and chart: theme tint, hover, selection with its bar and frame."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self._colours: dict[str, QColor] = {}

    def colour(self, token: str) -> QColor:
        """Return the colour of a token."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(self.palette[token])
        return found

    def ground(self, is_heading: bool, is_selected: bool, is_hovered: bool) -> str:
        """Return the token of a row's ground."""
        if is_selected:
            return "selection"
        if is_hovered:
            return "hover"
        return "theme_row" if is_heading else "base"

    def paint(self, painter: QPainter, rect: QRect, ground: str, is_heading: bool) -> None:
        """Fill a row and rule it off below; a selected row has a frame where the palette asks for one."""
        painter.fillRect(rect, self.colour(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.colour("grid"))
        if is_heading and self.palette["theme_rule"] != self.palette["theme_row"]:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), self.colour("theme_rule"))
        if ground == "selection" and self.palette["selection_frame"] != self.palette["selection"]:
            for y in (rect.top(), rect.bottom()):
                painter.fillRect(QRect(rect.left(), y, rect.width(), 1), self.colour("selection_frame"))


class RowPainter:
    """Draws the rows of one table; made anew when colours or fonts change."""

    def __init__(self, model: PlanTree, header: QHeaderView, layout: TableLayout, palette: Palette) -> None:
        self._model = model
        self._header = header
        self._layout = layout
        self.look = RowLook(palette)
        self._lozenges: dict[tuple[Status, str, int, int], tuple[Shape, ...]] = {}
        self._plain_metrics = QFontMetricsF(layout.plain.font)
        bold = self._bold_metrics = QFontMetricsF(layout.bold.font)
        pitch = layout.measures.pitch
        self._lift = (pitch - self._plain_metrics.height()) / 2
        self._bold_lift = (pitch - bold.height()) / 2

    def ground(self, serial: int, is_selected: bool, is_hovered: bool) -> str:
        """Return the token of a row's ground; one that others have just changed has a tint."""
        row = self._layout.row(serial)
        if self._is_news(serial) and not is_selected and not is_hovered:
            return "tint_info"
        return self.look.ground(row.is_heading, is_selected, is_hovered)

    def _is_news(self, serial: int) -> bool:
        item = self._model.item(serial) if self._layout.news else None
        return item is not None and item.id in self._layout.news

    def paint(self, painter: QPainter, rect: QRect, serial: int, ground: str, is_open: bool) -> None:
        """Draw a row into a rectangle as wide as the viewport."""
        row = self._layout.row(serial)
        self.look.paint(painter, rect, ground, row.is_heading)
        header = self._header
        painter.setFont(self._layout.bold.font if row.is_heading else self._layout.plain.font)
        for column in range(len(COLUMNS)):
            if not header.isSectionHidden(column):
                left, width = header.sectionViewportPosition(column), header.sectionSize(column)
                if left < rect.right() and left + width > 0:
                    self._cell(painter, QRect(left, rect.top(), width, rect.height()), serial, column, row)
        if self._model.rows.kids[serial]:
            self._chevron(painter, rect.top(), serial, row, is_open)
        if ground == "selection":
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), self.look.colour("selection_bar"))
        if self._is_news(serial):
            self._news_dot(painter, rect.top() + self._first_top(row) + self._layout.measures.pitch / 2)

    def _news_dot(self, painter: QPainter, middle: float) -> None:
        """The dot before a row that others have just changed: the tint alone would be colour alone."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("accent"))
        left = self._header.sectionViewportPosition(REF) + theme.px(5)
        painter.drawEllipse(QPointF(left, middle), theme.px(3), theme.px(3))
        painter.restore()

    def chevron_rect(self, serial: int, top: int) -> QRect:
        """Return where the sign that opens and shuts a row stands; a whole row's height can be clicked."""
        row = self._layout.row(serial)
        left = self._header.sectionViewportPosition(TITLE) + self._layout.text_left(serial, row.is_heading)
        return QRect(left - theme.px(18), top, theme.px(18), row.height)

    def _cell(self, painter: QPainter, rect: QRect, serial: int, column: int, row: RowLayout) -> None:
        if not row.is_heading and not row.is_new:
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), self.look.colour("grid"))
        if column in LOZENGES:
            self._sign(painter, rect, self._lozenge_of(serial, column), row)
            return
        lines = row.cells.get(column)
        if lines is None:
            return
        measures = self._layout.measures
        left: float = rect.left() + measures.side
        if column == TITLE:
            left = rect.left() + self._layout.text_left(serial, row.is_heading)
        elif column == REF:
            left = rect.left() + theme.px(10)
        self._pen(painter, column, row, serial)
        font = self._layout.bold.font if row.is_heading else self._layout.plain.font
        y = rect.top() + self._first_top(row) + (self._bold_lift if row.is_heading else self._lift)
        for mark in row.found.get(column, ()):
            height = self._metrics_of(row).height()
            paint_found(painter, left + mark.left, y + mark.line * measures.pitch, height, mark.width)
        was = len(lines.sources) and column == BY_WHEN and self._was_source(serial)
        for static, source in zip(lines.statics(font), lines.sources, strict=True):
            if was and source == was:
                painter.setPen(self.look.colour("text2"))
            painter.drawStaticText(QPointF(left, y), static)
            y += measures.pitch
        if row.is_new and column == TITLE:
            self._plus(painter, left, rect.top() + self._first_top(row))

    def _metrics_of(self, row: RowLayout) -> QFontMetricsF:
        return self._bold_metrics if row.is_heading else self._plain_metrics

    def _first_top(self, row: RowLayout) -> float:
        """Where the first line begins; rows of one line have theirs in the middle."""
        measures = self._layout.measures
        most = max((len(cell.words) for cell in row.cells.values()), default=1)
        return (row.height - measures.pitch - 1) / 2 if most <= 1 else measures.pad

    def _pen(self, painter: QPainter, column: int, row: RowLayout, serial: int) -> None:
        token = "text3" if row.is_new else "text2" if column == REF and not row.is_heading else "text"
        if column in (UPDATE, UPDATED) and self._is_old_news(serial):
            token = "text3"
        painter.setPen(self.look.colour(token))

    def _is_old_news(self, serial: int) -> bool:
        """Whether the newest update of a row was written before the round of updates that is looked at."""
        since, item = self._layout.fresh_from, self._model.item(serial)
        return since is not None and item is not None and not has_told(self._model.plan, item, since)

    def _was_source(self, serial: int) -> int:
        """The number of the line that tells the original of a revised date; 0 where there is none."""
        item = self._model.item(serial)
        if item is None or item.original is None or item.original == item.by_when:
            return 0
        return len(item.by_when.words.splitlines()) if item.by_when else 0

    def _lozenge_of(self, serial: int, column: int) -> tuple[Status, str] | None:
        """The shape and the word of a status, or of the newest traffic light."""
        item = self._model.item(serial)
        if item is None:
            return None
        if column == RAG:
            light = light_of(self._model.plan, item)
            return (RAG_STATUS[light], RAG_WORDS[light]) if light else None
        return (item.status, STYLES[item.status].word) if item.status else None

    def _sign(self, painter: QPainter, rect: QRect, sign: tuple[Status, str] | None, row: RowLayout) -> None:
        if sign is None:
            return
        height = theme.px(20 if row.height > self._layout.measures.least_row + 2 else 18)
        shapes = self._lozenge(*sign, height, rect.width() - theme.px(8))
        middle = row.height / 2 - 0.5 if row.height <= theme.px(30) else self._layout.measures.pad + height / 2
        painter.save()
        painter.translate(rect.left() + theme.px(4), rect.top() + middle)
        paint(painter, shapes, self.look.palette)
        painter.restore()

    def _lozenge(self, status: Status, word: str, height: int, room: int) -> tuple[Shape, ...]:
        found = self._lozenges.get((status, word, height, room))
        if found is None:
            letter = STYLES[status].letter
            if lozenge_width(word, height, self._measure, "ui") <= room:
                found = lozenge(letter, word, 0, 0, height, self._measure, "ui")
            else:
                found = status_shape(letter, 0.5 * height, 0, 0.36 * height)
            self._lozenges[status, word, height, room] = found
        return found

    def _measure(self, words: str, face: str, size: float) -> float:
        return self._plain_metrics.horizontalAdvance(words) * size / self._layout.plain.font.pixelSize()

    def _chevron(self, painter: QPainter, top: int, serial: int, row: RowLayout, is_open: bool) -> None:
        box = self.chevron_rect(serial, top)
        x, y = box.right() - theme.px(8), top + self._first_top(row) + self._layout.measures.pitch / 2
        reach = theme.px(4)
        points = ((-1, -0.5), (0, 0.5), (1, -0.5)) if is_open else ((-0.5, -1), (0.5, 0), (-0.5, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("text2"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x + reach * dx, y + reach * dy) for dx, dy in points]))

    def _plus(self, painter: QPainter, left: float, top: float) -> None:
        """The small plus before the words of the line for a new action."""
        x, y = left - theme.px(9), top + self._layout.measures.pitch / 2
        reach = theme.px(4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("text2"), 1.5))
        painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))
        painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))

    def focus_frame(self, painter: QPainter, rect: QRect) -> None:
        """Frame the current cell, two pixels inside it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 2, 2)

    def hits_chevron(self, serial: int, top: int, at: QPoint) -> bool:
        """Whether a point lies on the sign that opens and shuts a row."""
        return bool(self._model.rows.kids[serial]) and self.chevron_rect(serial, top).contains(at)
