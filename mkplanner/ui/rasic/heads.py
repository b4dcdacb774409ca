"""The heads of the RASIC matrix: councils and upright names above, numbers and titles at the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from mkplanner.ui import theme
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel

COLUMN = 52
CHECKS = 168
GROUP_BAND = 24
NAME_BAND = 104
ROW_HEAD = 312
REF = 44
INDENT = 16
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class PartyHead(QHeaderView):
    """Two levels: the council over its parties, and each party's name written upwards; the cursor's column is tinted."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = model
        self.setSectionsClickable(True)
        self.setAccessibleName("People and groups")
        self.cursor_column = -1

    def sizeHint(self) -> QSize:
        """Both bands together."""
        return QSize(0, theme.px(GROUP_BAND) + theme.px(NAME_BAND))

    def widths(self) -> list[int]:
        """Return the width of every column: wide enough for the council's name over its parties, and of the checks."""
        metrics = QFontMetrics(theme.font(12, bold=True))
        found = []
        for name, parties in self._grid.matrix.groups:
            band = metrics.horizontalAdvance(name) + theme.px(16)
            found += [max(theme.px(COLUMN), -(-band // len(parties)))] * len(parties)
        return [*found, theme.px(CHECKS)]

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name, and its part of the council's band."""
        painter.save()
        band = theme.px(GROUP_BAND)
        names = rect.adjusted(0, band, 0, 0)
        painter.fillRect(rect, theme.colour("header"))
        if section == self.cursor_column:
            painter.fillRect(names, theme.colour("selection"))
        if section == self._grid.check_column:
            self._draw_checks(painter, rect)
        else:
            self._draw_group(painter, rect, section, band)
            self._draw_name(painter, names, section)
        self._draw_edges(painter, rect, names, section)
        painter.restore()

    def _draw_checks(self, painter: QPainter, rect: QRect) -> None:
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.colour("text"))
        place = rect.adjusted(theme.px(10), 0, 0, -theme.px(6))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, "Checks")

    def _draw_group(self, painter: QPainter, rect: QRect, section: int, band: int) -> None:
        name, first, last = self._group_of(section)
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        whole = QRect(left, rect.top(), right - left, band)
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.colour("text"))
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, whole.width() - theme.px(8))
        painter.setClipRect(rect)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_name(self, painter: QPainter, rect: QRect, section: int) -> None:
        party = self._grid.party(section)
        if party is None:
            return
        painter.setFont(theme.font(12, bold=section == self.cursor_column))
        painter.setPen(theme.colour("text3" if party.retired else "text"))
        painter.setClipRect(rect)
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        place = QRect(theme.px(7), 0, rect.height() - theme.px(12), rect.width())
        painter.drawText(place, _WRAPPED, party.name)
        painter.resetTransform()

    def _draw_edges(self, painter: QPainter, rect: QRect, names: QRect, section: int) -> None:
        painter.setClipRect(rect)
        _, first, _ = self._group_of(section)
        opens = section in (first, self._grid.check_column)
        painter.setPen(QPen(theme.colour("edge" if opens else "grid"), 1.5 if opens else 1))
        painter.drawLine(
            names.left() if not opens else rect.left(), rect.top() if opens else names.top(), rect.left(), rect.bottom()
        )
        painter.setPen(QPen(theme.colour("grid2"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    def _group_of(self, section: int) -> tuple[str, int, int]:
        first = 0
        for name, parties in self._grid.matrix.groups:
            last = first + len(parties) - 1
            if first <= section <= last:
                return name, first, last
            first = last + 1
        return "", section, section


class RowHead(QHeaderView):
    """Numbers and titles, frozen at the left and indented like the outline; headings are tinted and bold."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._grid = model
        self.setSectionsClickable(True)
        self.setAccessibleName("Actions")
        self.cursor_row = -1

    def sizeHint(self) -> QSize:
        """As wide as the title column of the design."""
        return QSize(theme.px(ROW_HEAD), 0)

    def height_of(self, row: int) -> int:
        """Return how high a row must be for its title, wrapped to two lines at the most."""
        entry = self._grid.entry(row)
        if entry.item.kind.is_heading:
            return theme.px(24)
        metrics = QFontMetrics(theme.font(12))
        wide = metrics.boundingRect(QRect(0, 0, self._title_width(entry.depth), 1000), _WRAPPED, entry.item.title)
        return theme.px(25) if wide.height() <= metrics.lineSpacing() else theme.px(33)

    def _title_width(self, depth: int) -> int:
        return theme.px(ROW_HEAD - REF - 8) - theme.px(INDENT) * max(0, depth - 1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one number and its title."""
        entry = self._grid.entry(section)
        heading = entry.item.kind.is_heading
        painter.save()
        tint = "selection" if section == self.cursor_row else "theme_row" if heading else "base"
        painter.fillRect(rect, theme.colour(tint))
        painter.setClipRect(rect)
        bold = heading or section == self.cursor_row
        painter.setFont(theme.font(12, bold=bold))
        painter.setPen(theme.colour("text" if bold else "text2"))
        number = rect.adjusted(theme.px(10), 0, 0, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.number)
        painter.setPen(theme.colour("text"))
        left = rect.right() - self._title_width(entry.depth) - theme.px(4)
        painter.setFont(theme.font(12, bold=heading))
        painter.drawText(
            QRect(left, rect.top(), self._title_width(entry.depth), rect.height()), _WRAPPED, entry.item.title
        )
        painter.setPen(QPen(theme.colour("grid"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.restore()


class Corner(QWidget):
    """Stands where the heads meet: what the table shows and how letters are typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: object) -> None:
        """Draw title, hint and the names of the two columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("header"))
        rect = self.rect().adjusted(theme.px(10), theme.px(8), -theme.px(8), -theme.px(6))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(13, bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop, "Who does what")
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("text2"))
        hint = "Type a letter to set it, Shift + letter to add one.\nDelete clears. Ctrl+D fills down. F2 adds a note."
        painter.drawText(rect.adjusted(0, theme.px(24), 0, 0), Qt.AlignmentFlag.AlignTop, hint)
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignBottom, "Ref")
        painter.drawText(rect.adjusted(theme.px(REF - 4), 0, 0, 0), Qt.AlignmentFlag.AlignBottom, "Action")
        painter.setPen(QPen(theme.colour("grid2"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
