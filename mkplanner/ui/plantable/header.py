"""The head of the table, as tall as the chart's three tiers: the plan's name above, the columns' headings below."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from mkplanner.models.status import STYLES
from mkplanner.ui import theme
from mkplanner.ui.plantable.columns import COLUMNS, OWNER, REF, STATUS, TITLE

HEAD = 54
"""The height of both heads at 12 px type."""


class TableHead(QHeaderView):
    """Two bands; `title` and `note` stand in the upper one, whatever the columns are scrolled to.

    A right click, or the Menu key in the table, shows the list of columns. `columns_changed` says that one was shown or hidden.
    """

    columns_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.title = ""
        self.note = ""
        self.setObjectName("table_head")
        self.setAccessibleName("Columns")
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(theme.px(30))
        self.setProperty("frame", "none")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.choose_columns(self.mapToGlobal(at)))
        self.sectionMoved.connect(self._keep_ref_first)

    def set_first_widths(self) -> None:
        """Give every column its first width, place and visibility."""
        for column, description in enumerate(COLUMNS):
            self.moveSection(self.visualIndex(column), column)
            self.setSectionHidden(column, not description.is_shown)
            self.resizeSection(column, max(theme.px(description.width), self.needed_width(column)))
        self.columns_changed.emit()

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
        self.resizeSection(REF, max(theme.px(COLUMNS[REF].width), min(wide, theme.px(110))))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(HEAD))

    def choose_columns(self, at: QPoint) -> None:
        """Show the list of columns at a point of the screen."""
        menu = self.column_menu()
        menu.exec(at)
        menu.deleteLater()

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns; Ref and Action always stay."""
        menu = QMenu(self)
        menu.setObjectName("columns_menu")
        for column, description in enumerate(COLUMNS):
            if column in (REF, TITLE):
                continue
            action = QAction(description.heading, menu, checkable=True, checked=not self.isSectionHidden(column))
            action.setObjectName(f"show_{description.key}")
            action.toggled.connect(lambda shown, column=column: self._show(column, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Reset columns", self.set_first_widths)
        return menu

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
        words = QFontMetrics(painter.font()).elidedText(
            COLUMNS[column].heading, Qt.TextElideMode.ElideRight, rect.width() - left - 2
        )
        place = band.adjusted(left, 0, -2, -theme.px(3))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
