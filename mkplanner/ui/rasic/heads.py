"""The head of the RASIC matrix: councils in a band, and below it each party's name written upwards."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mkplanner.models.notice import Severity
from mkplanner.models.people import Party
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import pixmap
from mkplanner.ui.look.wrapping import Lines, Wrapper
from mkplanner.ui.rasic.edge import EdgedHead

COLUMN = 52
WIDEST_COLUMN = 104
CHECKS = 168
GROUP_BAND = 24
NAME_BAND = 104
HIGHEST_NAMES = 176
SIGN = 16
_UPWARDS = -90


class PartyHead(EdgedHead):
    """Two levels: the council over its parties, and each party's name; the cursor's column is tinted, problems have a sign.

    The band of names is as high as its longest name needs, up to a measure; its lower edge can be dragged.
    """

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, self._set_height, parent)
        self._grid = model
        self.setAccessibleName("People and groups")
        self.cursor_column = -1
        self._own_height: int | None = None
        self.measure()

    def measure(self) -> None:
        """Wrap every name afresh, after a reset or when the text size changes."""
        self._plain = Wrapper(theme.font(12))
        self._bold = Wrapper(theme.font(12, bold=True))
        self._names: dict[str, tuple[Lines, Lines]] = {}
        self._bands: dict[tuple[str, int], Lines] = {}
        self._line = self.fontMetrics().lineSpacing()
        self.group_band = self._find_group_band()
        self.name_band = self._find_name_band()

    def _find_group_band(self) -> int:
        """Nothing where no party belongs to a council; two lines where a name is longer than the columns below it."""
        lines = [self._group_lines(name, sum(self._widths(name, group))) for name, group in self._grid.groups if name]
        return theme.px(GROUP_BAND) + (max(len(found.words) for found in lines) - 1) * self._line if lines else 0

    def wanted_band(self) -> int:
        """Forget how the names were wrapped and return how high their band should be: a sign may have come or gone."""
        self._names.clear()
        return self._find_name_band()

    def _find_name_band(self) -> int:
        """As high as the longest name needs in the lines that a column has room for."""
        lowest, highest = theme.px(NAME_BAND), theme.px(HIGHEST_NAMES)
        if self._own_height is not None:
            return self._own_height
        band = lowest
        for party in self._grid.columns:
            while band < highest and self._bold.wrap(party.name, self._room(band, party), self._most_lines).shortened:
                band += theme.px(8)
        return band

    @property
    def _most_lines(self) -> int:
        return max(1, (theme.px(COLUMN) - 2) // self._line)

    def _room(self, band: int, party: Party) -> int:
        return band - theme.px(12) - (theme.px(SIGN + 4) if self._grid.matrix.party_problems.get(party.id) else 0)

    def _set_height(self, height: int) -> None:
        self._own_height = min(max(theme.px(56), height - self.group_band), theme.px(2 * HIGHEST_NAMES))
        self.name_band = self._own_height
        self._names.clear()
        self.updateGeometry()
        self.geometriesChanged.emit()

    def sizeHint(self) -> QSize:
        """Both bands together."""
        return QSize(0, self.group_band + self.name_band)

    def widths(self) -> list[int]:
        """Return the width of every column, and of the checks."""
        return [width for name, group in self._grid.groups for width in self._widths(name, group)] + [theme.px(CHECKS)]

    def _widths(self, name: str, group: tuple[Party, ...]) -> list[int]:
        """Wide enough for the longest word of the council's name, but never so wide that a column looks like two."""
        longest = max((self._bold.width(word) for word in name.split()), default=0) + theme.px(12)
        whole = self._bold.line_width(name) / 2 + theme.px(16)
        each = -(-max(longest, min(whole, theme.px(WIDEST_COLUMN))) // len(group))
        return [int(min(max(theme.px(COLUMN), each), theme.px(WIDEST_COLUMN)))] * len(group)

    def _group_lines(self, name: str, room: int) -> Lines:
        found = self._bands.get((name, room))
        if found is None:
            found = self._bands[name, room] = self._bold.wrap(name, room - theme.px(8), 2)
        return found

    def _name_lines(self, party: Party, bold: bool) -> Lines:
        found = self._names.get(party.id)
        if found is None:
            room = self._room(self.name_band, party)
            both = (wrapper.wrap(party.name, room, self._most_lines) for wrapper in (self._plain, self._bold))
            found = self._names[party.id] = (next(both), next(both))
        return found[bold]

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name, and its part of the council's band."""
        painter.save()
        names = rect.adjusted(0, self.group_band, 0, 0)
        painter.fillRect(rect, theme.colour("header"))
        if section == self.cursor_column:
            painter.fillRect(names, theme.colour("selection"))
        party = self._grid.party(section)
        if party is None:
            self._draw_checks(painter, rect)
        else:
            self._draw_group(painter, rect, section)
            self._draw_name(painter, names, party, bold=section == self.cursor_column)
        self._draw_edges(painter, rect, names, section)
        painter.restore()

    def _draw_checks(self, painter: QPainter, rect: QRect) -> None:
        painter.setFont(self._bold.font)
        painter.setPen(theme.colour("text"))
        place = rect.adjusted(theme.px(10), 0, 0, -theme.px(6))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, "Checks")

    def _draw_group(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not self.group_band:
            return
        name, first, last = self.group_of(section)
        left = self.sectionViewportPosition(first)
        wide = self.sectionViewportPosition(last) + self.sectionSize(last) - left
        painter.setFont(self._bold.font)
        painter.setPen(theme.colour("text"))
        painter.setClipRect(rect)
        lines = self._group_lines(name, wide).words
        top = rect.top() + (self.group_band - len(lines) * self._line) // 2
        for number, line in enumerate(lines):
            place = QRect(left, top + number * self._line, wide, self._line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)

    def _draw_name(self, painter: QPainter, rect: QRect, party: Party, *, bold: bool) -> None:
        painter.setClipRect(rect)
        self._draw_sign(painter, rect, party)
        font = QFont((self._bold if bold else self._plain).font)
        font.setStrikeOut(party.retired)
        painter.setFont(font)
        painter.setPen(theme.colour("text3" if party.retired else "text"))
        lines = self._name_lines(party, bold).words
        painter.translate(rect.left() + (rect.width() - len(lines) * self._line) // 2, rect.bottom() - theme.px(6))
        painter.rotate(_UPWARDS)
        for number, line in enumerate(lines):
            place = QRect(0, number * self._line, rect.height(), self._line)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.resetTransform()

    def _draw_sign(self, painter: QPainter, rect: QRect, party: Party) -> None:
        notices = self._grid.matrix.party_problems.get(party.id)
        if not notices:
            return
        size = theme.px(SIGN)
        name, tone = SIGNS[notices[0].severity]
        painter.drawPixmap(rect.center().x() - size // 2, rect.top() + theme.px(4), pixmap(name, size, tone))

    def _draw_edges(self, painter: QPainter, rect: QRect, names: QRect, section: int) -> None:
        painter.setClipRect(rect)
        opens = section in self._grid.first_columns and section > 0
        painter.setPen(QPen(theme.colour("edge" if opens else "grid"), 1.5 if opens else 1))
        painter.drawLine(rect.left(), rect.top() if opens else names.top(), rect.left(), rect.bottom())
        painter.setPen(QPen(theme.colour("grid2"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    def group_of(self, section: int) -> tuple[str, int, int]:
        """Return the name of a column's council with its first and last column."""
        first = 0
        for name, parties in self._grid.groups:
            last = first + len(parties) - 1
            if first <= section <= last:
                return name, first, last
            first = last + 1
        return "", section, section


SIGNS = {
    Severity.ERROR: ("error", "error"),
    Severity.WARNING: ("warning", "warning"),
    Severity.INFO: ("info", "text2"),
}
"""The icon of each severity and the token of its colour."""
