"""The pages of a document as little pictures, one under the other; the chosen one is framed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mkplanner.charts.palette import PAPER
from mkplanner.charts.shapes import Document, Page
from mkplanner.ui.look import theme
from mkplanner.ui.printing.preview import thumbnail

Index = QModelIndex | QPersistentModelIndex

PAGE, PALETTE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
WIDTH, AIR = 86, 7


class Pages(QAbstractListModel):
    """The pages of one document."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: list[Page] = []
        self._palette = PAPER

    def show_document(self, document: Document | None) -> None:
        """Show the pages of another document."""
        self.beginResetModel()
        self._pages = document.pages if document is not None else []
        self._palette = document.palette if document is not None else PAPER
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == PAGE:
            return self._pages[index.row()]
        if role == PALETTE:
            return self._palette
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Page {index.row() + 1} of {len(self._pages)}"
        return None


class PageList(QListView):
    """Lets one choose a page. `chosen` brings its number, the first being 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_list")
        self.setAccessibleName(self.tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._pages = Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self))
        self.setFixedWidth(theme.px(WIDTH + 2 * AIR) + theme.px(16))
        self.selectionModel().currentChanged.connect(lambda index, _old: self.chosen.emit(max(index.row(), 0)))

    def show_document(self, document: Document | None) -> None:
        """Show the pages of a document, keeping the place where it still exists."""
        row = max(self.currentIndex().row(), 0)
        self._pages.show_document(document)
        count = self._pages.rowCount()
        if count:
            self.choose(min(row, count - 1))

    def choose(self, page: int) -> None:
        """Choose a page by its number from 0; one that is not there is no matter."""
        if 0 <= page < self._pages.rowCount():
            self.setCurrentIndex(self._pages.index(page, 0))


class _Delegate(QStyledItemDelegate):
    """Paints a page and its number, and keeps the picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept: dict[int, tuple[Page, QPixmap]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        page: Page = index.data(PAGE)
        height = theme.px(WIDTH) * page.height / page.width
        return QSize(theme.px(WIDTH + 2 * AIR), round(height) + theme.px(2 * AIR + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        selected = option.state & QStyle.StateFlag.State_Selected
        picture = self._picture(index, painter.device().devicePixelRatioF())
        air = theme.px(AIR)
        size = picture.deviceIndependentSize().toSize()
        place = QRect(rect.left() + air, rect.top() + air, size.width(), size.height())
        painter.drawPixmap(place, picture)
        painter.setPen(QPen(theme.colour("accent" if selected else "grid2"), 2 if selected else 1))
        painter.drawRect(place.adjusted(-1, -1, 1, 1))
        painter.setFont(theme.font(11, bold=bool(selected)))
        painter.setPen(theme.colour("text"))
        below = QRect(place.left(), place.bottom() + 2, place.width(), theme.px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())

    def _picture(self, index: Index, ratio: float) -> QPixmap:
        page: Page = index.data(PAGE)
        kept = self._kept.get(index.row())
        if kept is None or kept[0] is not page:
            picture = thumbnail(page, theme.px(WIDTH), ratio, index.data(PALETTE))
            kept = self._kept[index.row()] = (page, picture)
        return kept[1]
