"""The head of the table, as tall as the chart's three tiers: the plan's name above, the columns' headings below."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from mkplanner.models.status import STYLES
from mkplanner.ui.itemmodels.columns import COLUMNS, OWNER, PLACE_OF, REF, STATUS, TITLE
from mkplanner.ui.look import theme
from mkplanner.ui.mnemonics import give_letters

_WIDEST = 2000
HEAD = 54
"""The height of both heads at 12 px type."""


class TableHead(QHeaderView):
    """Two bands; `title` and `note` stand in the upper one, whatever the columns are scrolled to.

    A right click, or the Menu key in the table, shows the list of columns. `columns_changed` says that one was shown or
    hidden, `sort_wanted` brings the key of a column whose heading was clicked,
    `sort_asked` one that was chosen in the menu and whether backwards. `fit_wanted` says that nobody's widths count any more.
    `is_held` while the mouse button is down here, as when an edge is dragged: then Qt takes the pointer along with `setOffset`.
    """

    columns_changed = Signal()
    sort_wanted = Signal(str)
    sort_asked = Signal(str, bool)
    fit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.title = ""
        self.note = ""
        self.is_held = False
        self.setObjectName("table_head")
        self.setAccessibleName("Columns")
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(theme.px(30))
        self.setProperty("frame", "none")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.sectionMoved.connect(self._keep_ref_first)
        self.sectionClicked.connect(lambda column: self.sort_wanted.emit(COLUMNS[column].key))
        self._sort = ("", False)
        self._fitted: dict[int, int] = {}

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_held = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.is_held = False

    def show_sort(self, key: str, backwards: bool) -> None:
        """Show an arrow in the heading of the column that rows are sorted by."""
        self._sort = (key, backwards)
        self.viewport().update()

    def places(self) -> list[dict[str, Any]]:
        """Return place, width and visibility of every column as plain data, by their keys."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return [
            {"key": COLUMNS[column].key, "width": self._width(column), "shown": not self.isSectionHidden(column)}
            for column in order
        ]

    def _width(self, column: int) -> int:
        """A width at the usual text size, so that it suits other screens too; 0 where nobody has set one."""
        if self.isSectionHidden(column) or self.is_fitted(column):
            return 0
        return round(self.sectionSize(column) * 120 / theme.px(120))

    def is_fitted(self, column: int) -> bool:
        """Whether a column has the width that it was given by the program, and nobody has drawn it wider or narrower."""
        return not self.isSectionHidden(column) and self.sectionSize(column) == self._fitted.get(column)

    def fit(self, column: int, width: int) -> None:
        """Give a column a width that is the program's own and not remembered."""
        self.resizeSection(column, width)
        self._fitted[column] = self.sectionSize(column)

    def grow(self, factor: float) -> None:
        """Make every column so many times as wide, as for larger letters."""
        for column in range(self.count()):
            is_fitted, width = self.is_fitted(column), round(self.sectionSize(column) * factor)
            self.fit(column, width) if is_fitted else self.resizeSection(column, width)

    def first_width(self, column: int) -> int:
        """Return the width of the design, or more where a usual word needs it."""
        return max(theme.px(COLUMNS[column].width), self.needed_width(column))

    def restore(self, state: object) -> bool:
        """Put columns where `state` had them; what it does not know, or knows wrongly, stays. Whether there was anything."""
        entries = [entry for entry in state if isinstance(entry, dict)] if isinstance(state, list) else []
        place = 0
        for entry in entries:
            column = PLACE_OF.get(str(entry.get("key")))
            if column is None:
                continue
            self.moveSection(self.visualIndex(column), place)
            place += 1
            is_shown = bool(entry.get("shown")) or column in (REF, TITLE)
            self.setSectionHidden(column, not is_shown)
            width = entry.get("width")
            if is_shown and isinstance(width, (int, float)) and 0 < width < _WIDEST:
                self.resizeSection(column, round(width * theme.px(120) / 120))
        if place:
            self.columns_changed.emit()
        return bool(place)

    def set_first_widths(self) -> None:
        """Give every column its first width, place and visibility."""
        for column, description in enumerate(COLUMNS):
            self.moveSection(self.visualIndex(column), column)
            self.setSectionHidden(column, not description.is_shown)
            self.fit(column, self.first_width(column))
        self.columns_changed.emit()
        self.fit_wanted.emit()

    def needed_width(self, column: int) -> int:
        """Return the width without which a usual word would be cut in this font."""
        metrics = QFontMetrics(theme.font())
        if column == STATUS:
            height = theme.px(20)
            word = max(metrics.horizontalAdvance(style.word) for style in STYLES.values())
            return math.ceil(1.6 * height + word * 11 / 12 + theme.px(10))
        return metrics.horizontalAdvance("Communications") + theme.px(16) if column == OWNER else 0

    def fit_ref(self, longest: str) -> None:
        """Make the first column wide enough for the longest number."""
        wide = QFontMetrics(theme.font(bold=True)).horizontalAdvance(longest) + theme.px(16)
        self.fit(REF, max(theme.px(COLUMNS[REF].width), min(wide, theme.px(110))))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(HEAD))

    def _show_menu(self, at: QPoint) -> None:
        self.choose_columns(self.mapToGlobal(at), self.logicalIndexAt(at))

    def choose_columns(self, at: QPoint, column: int = -1) -> None:
        """Show the list of columns at a point of the screen, with what can be done with one of them."""
        menu = self.column_menu(column)
        menu.exec(at)
        menu.deleteLater()

    def column_menu(self, column: int = -1) -> QMenu:
        """Return the menu that shows and hides columns; with a column also what can be done with it."""
        menu = QMenu(self)
        menu.setObjectName("columns_menu")
        if column >= 0:
            key = COLUMNS[column].key
            menu.addAction("&Sort first to last", lambda: self.sort_asked.emit(key, False))
            menu.addAction("Sort &last to first", lambda: self.sort_asked.emit(key, True))
            back = menu.addAction("&Plan order", lambda: self.sort_asked.emit("", False))
            back.setEnabled(bool(self._sort[0]))
            hide = menu.addAction("&Hide this column", lambda: self._show(column, False))
            hide.setEnabled(column not in (REF, TITLE))
            menu.addSeparator()
        self.fill_columns(menu)
        return menu

    def fill_columns(self, menu: QMenu) -> None:
        """Add every column to a menu, to be shown and hidden; Ref and Action always stay."""
        for column, description in enumerate(COLUMNS):
            if column in (REF, TITLE):
                continue
            action = QAction(description.heading, menu, checkable=True, checked=not self.isSectionHidden(column))
            action.setObjectName(f"show_{description.key}")
            action.toggled.connect(lambda shown, column=column: self._show(column, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("&Reset columns", self.set_first_widths)
        give_letters(menu)

    def _show(self, column: int, shown: bool) -> None:
        self.setSectionHidden(column, not shown)
        if shown and self.sectionSize(column) < self.minimumSectionSize():
            self.resizeSection(column, theme.px(COLUMNS[column].width))
        self.columns_changed.emit()

    def _keep_ref_first(self, column: int, old: int, new: int) -> None:
        """The tree's own column needs the numbers before it; other columns go where they are put."""
        if self.visualIndex(REF) != 0:
            self.moveSection(self.visualIndex(REF), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        width, height = self.viewport().width(), self.viewport().height()
        upper = QRect(theme.px(10), theme.px(4), width - theme.px(20), height // 2)
        self._title(painter, upper)
        last = self.sectionViewportPosition(self.logicalIndex(self.count() - 1)) if self.count() else 0
        if last < width:
            painter.fillRect(QRect(0, height - 1, width, 1), theme.colour("grid2"))
        painter.end()

    def _title(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(QRect(0, 0, rect.right() + theme.px(10), rect.bottom()), theme.colour("header"))
        font = theme.font(13, bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        note_width = QFontMetrics(theme.font(11)).horizontalAdvance(self.note)
        room = rect.width() - note_width - theme.px(16)
        has_note = room >= rect.width() // 2
        words = QFontMetrics(font).elidedText(
            self.title, Qt.TextElideMode.ElideRight, room if has_note else rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if has_note:
            painter.setFont(theme.font(11))
            painter.setPen(theme.colour("text2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.note)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        painter.fillRect(rect, theme.colour("header"))
        band = QRect(rect.left(), rect.bottom() - theme.px(25), rect.width(), theme.px(25))
        painter.fillRect(
            QRect(rect.right(), band.top() + theme.px(4), 1, band.height() - theme.px(10)), theme.colour("grid2")
        )
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("grid2"))
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("text"))
        left = theme.px(10) if column == REF else theme.px(7)
        key, backwards = self._sort
        arrow = theme.px(16) if key == COLUMNS[column].key else 0
        if arrow:
            self._arrow(painter, QPoint(rect.right() - theme.px(10), band.center().y() - theme.px(1)), backwards)
        words = QFontMetrics(painter.font()).elidedText(
            COLUMNS[column].heading, Qt.TextElideMode.ElideRight, rect.width() - left - 2 - arrow
        )
        place = band.adjusted(left, 0, -2 - arrow, -theme.px(3))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _arrow(self, painter: QPainter, at: QPoint, is_down: bool) -> None:
        reach = theme.px(4)
        rise = -reach if is_down else reach
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        corners = ((-reach, rise // 2), (reach, rise // 2), (0, -rise // 2))
        painter.drawPolygon(QPolygon([at + QPoint(x, y) for x, y in corners]))
        painter.restore()
