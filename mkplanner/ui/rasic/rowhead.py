"""The left head of the RASIC matrix: numbers and titles as the outline has them, as high as their words need."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mkplanner.models.outline import Entry
from mkplanner.models.searching import sought
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import pixmap
from mkplanner.ui.look.wrapping import Lines, Wrapper
from mkplanner.ui.plantable.foundwords import FoundWords, found_words, paint_found
from mkplanner.ui.rasic.edge import EdgedHead
from mkplanner.ui.rasic.heads import SIGN, SIGNS

ROW_HEAD = 312
ROOMY = 460
TIGHT = 256
NARROWEST = 160
WIDEST = 640
REF = 44
WIDEST_REF = 96
INDENT = 16
CHEVRON = 14
MOST_LINES = 3
LOWEST = 25
_LEFT = 10


class RowHead(EdgedHead):
    """Numbers and titles, frozen at the left and indented like the outline; headings are tinted and bold.

    A row with parts has a chevron, a row with a problem a sign at its right. The right edge can be dragged. `toggled`
    brings the id of the row whose chevron was clicked.
    """

    toggled = Signal(str)

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, self._set_width, parent)
        self._grid = model
        self.setAccessibleName("Actions")
        self.cursor_row = -1
        self._news: frozenset[str] = frozenset()
        self._wide = ROW_HEAD
        self._is_dragged = False
        self.measure()

    def measure(self) -> None:
        """Wrap every title afresh, after a reset or when the text size changes."""
        self._plain = Wrapper(theme.font(12))
        self._bold = Wrapper(theme.font(12, bold=True))
        self._lines: dict[tuple[str, int, bool], Lines] = {}
        self._marks: dict[tuple[str, str, int], list[FoundWords]] = {}
        self._line = self.fontMetrics().lineSpacing()
        longest = max((self._bold.line_width(entry.number) for entry in self._grid.rows), default=0)
        self.ref = int(min(max(theme.px(REF - _LEFT), longest + theme.px(10)), theme.px(WIDEST_REF)))

    def sizeHint(self) -> QSize:
        """As wide as the title column of the design, or as it was dragged."""
        return QSize(theme.px(self._wide), 0)

    def mark_rows(self, rows: frozenset[str]) -> None:
        """Mark these rows, and no others, as changed by somebody else."""
        self._news = rows
        self.viewport().update()

    def _set_width(self, width: int) -> None:
        self._is_dragged = True
        self._take_width(min(max(NARROWEST, round(width * ROW_HEAD / theme.px(ROW_HEAD))), WIDEST))

    def offer_room(self, room: int) -> None:
        """Take the room that the columns leave, until somebody drags the edge: more for long titles, or a little less where
        everything then fits.
        """
        if self._is_dragged:
            return
        offered = round(room * ROW_HEAD / theme.px(ROW_HEAD))
        self._take_width(min(offered, ROOMY) if offered >= TIGHT else ROW_HEAD)

    def _take_width(self, width: int) -> None:
        if width != self._wide:
            self._wide = width
            self.updateGeometry()
            self.geometriesChanged.emit()

    def height_of(self, row: int) -> int:
        """Return how high a row must be for its title, wrapped to three lines at the most."""
        lines = len(self._title(self._grid.entry(row)).words)
        return max(theme.px(LOWEST), lines * self._line + theme.px(8))

    def is_shortened(self, row: int) -> bool:
        """Whether a title does not fit, so that the tooltip has more to say."""
        return self._title(self._grid.entry(row)).shortened

    def _indent(self, entry: Entry) -> int:
        return theme.px(_LEFT) + self.ref + theme.px(INDENT) * max(0, entry.depth)

    def _title_room(self, entry: Entry) -> int:
        room = theme.px(self._wide) - self._indent(entry) - theme.px(CHEVRON + 4 + SIGN + 6)
        return max(room, theme.px(60))

    def _title(self, entry: Entry) -> Lines:
        key = (entry.item.title, self._title_room(entry), entry.item.kind.is_heading)
        found = self._lines.get(key)
        if found is None:
            wrapper = self._bold if key[2] else self._plain
            found = self._lines[key] = wrapper.wrap(" ".join(key[0].split()), key[1], MOST_LINES)
        return found

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one number and its title."""
        if not 0 <= section < len(self._grid.rows):
            return
        entry = self._grid.entry(section)
        heading = entry.item.kind.is_heading
        painter.save()
        tint = "selection" if section == self.cursor_row else "theme_row" if heading else "base"
        is_news = entry.item.id in self._news
        if is_news and section != self.cursor_row:
            tint = "tint_info"
        painter.fillRect(rect, theme.colour(tint))
        painter.setClipRect(rect)
        self._draw_words(painter, rect, entry, bold=heading or section == self.cursor_row)
        self._draw_signs(painter, rect, entry)
        if is_news:
            self._draw_dot(painter, rect)
        painter.setPen(QPen(theme.colour("grid"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRect, entry: Entry, *, bold: bool) -> None:
        lines = self._title(entry)
        heading = entry.item.kind.is_heading
        top = rect.top() + (rect.height() - len(lines.words) * self._line) // 2
        painter.setFont((self._bold if bold else self._plain).font)
        painter.setPen(theme.colour("text" if bold else "text2"))
        number = painter.fontMetrics().elidedText(entry.number, Qt.TextElideMode.ElideRight, self.ref)
        painter.drawText(
            QRect(theme.px(_LEFT), top, self.ref, self._line), Qt.AlignmentFlag.AlignVCenter, number or " "
        )
        painter.setFont((self._bold if heading else self._plain).font)
        painter.setPen(theme.colour("text"))
        left = self._indent(entry) + theme.px(CHEVRON + 4)
        for mark in self._found(lines, entry, heading):
            paint_found(painter, left + mark.left, top + mark.line * self._line, self._line, mark.width)
        for place, static in enumerate(lines.statics((self._bold if heading else self._plain).font)):
            painter.drawStaticText(left, top + place * self._line, static)

    def _found(self, lines: Lines, entry: Entry, heading: bool) -> list[FoundWords]:
        """What the filter's words mark in a title, worked out once for each."""
        words = self._grid.question.words
        if not words:
            return []
        key = (entry.item.title, words, self._title_room(entry))
        found = self._marks.get(key)
        if found is None:
            wrapper = self._bold if heading else self._plain
            title = " ".join(entry.item.title.split())
            found = self._marks[key] = found_words(lines, title, sought(words), wrapper)
        return found

    def _draw_dot(self, painter: QPainter, rect: QRect) -> None:
        """The dot before a row that others have just changed: the tint alone would be colour alone."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(rect.left() + theme.px(5), rect.center().y() + 0.5), theme.px(3), theme.px(3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _draw_signs(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        if self._grid.has_parts(entry.item.id):
            size = theme.px(CHEVRON)
            name = "chevron-right" if self._grid.is_shut(entry.item.id) else "chevron-down"
            y = rect.top() + (rect.height() - size) // 2
            painter.drawPixmap(self._indent(entry), y, pixmap(name, size, "text2"))
        notice = self._grid.matrix.problems.get(entry.item.id)
        if notice is not None:
            size = theme.px(SIGN)
            name, tone = SIGNS[notice.severity]
            place = rect.right() - size - theme.px(6), rect.top() + (rect.height() - size) // 2
            painter.drawPixmap(*place, pixmap(name, size, tone))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if 0 <= row < len(self._grid.rows):
            entry = self._grid.entry(row)
            left = self._indent(entry)
            if left - 4 <= event.position().x() <= left + theme.px(CHEVRON) + 4 and self._grid.has_parts(entry.item.id):
                self.toggled.emit(entry.item.id)
                return
        super().mousePressEvent(event)
