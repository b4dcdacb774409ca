"""A tree whose rows wrap: its look, its heights and how far it scrolls. The chart beside takes its rows from here."""

from __future__ import annotations

from PySide6.QtCore import SIGNAL, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.header import TableHead
from mkplanner.ui.plantable.openingall import OpeningAll
from mkplanner.ui.plantable.refolding import Refolding
from mkplanner.ui.plantable.rowchoice import RowChoice
from mkplanner.ui.plantable.rowlayout import TableLayout
from mkplanner.ui.plantable.scrollrange import ScrollRange
from mkplanner.ui.plantable.spokentree import SpokenTree

_Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemView.ScrollHint
_WIDEST = 420
_MANY, _SETTLE = 1000, 60
"""With more rows than this, rows are laid out again once a column's edge has come to rest, in milliseconds."""


class WrappedTree(QTreeView):
    """`moved` says that rows stand elsewhere or look otherwise, so that the chart beside must be painted again."""

    moved = Signal()

    def __init__(self, model: PlanTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_ready = self._is_due = False
        self._is_waiting = True
        self.head = TableHead(self)
        self.setHeader(self.head)
        self.head.setSectionsClickable(True)  # which `setHeader` takes away
        self._dress_up()
        self.plan_tree = model
        self.setModel(model)
        self.selectionModel().deleteLater()
        self.setSelectionModel(RowChoice(model, self))
        model.is_open = self.is_open
        self.spoken = SpokenTree(self)
        model.patched.connect(lambda _serials: self.spoken.tell_again())
        self.setTreePosition(TITLE)
        self.head.set_first_widths()
        self.rows = TableLayout(model, self.head)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settling.timeout.connect(self.scheduleDelayedItemsLayout)
        self.scroll_range = ScrollRange(self)
        self.opening = OpeningAll(self)
        self.refolding = Refolding(self)
        for news in (
            "layoutAboutToBeChanged",
            "layoutChanged",
        ):  # columns stay; hidden ones would be hidden again, which lays
            signal = f"{news}(QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint)"
            QObject.disconnect(model, SIGNAL(signal), self.head, None)  # type: ignore[call-overload]  # all out again
        self._is_ready = True

    def _dress_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)  # `RowChoice` makes them rows
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(True)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # Every pixel is painted by the table itself; only then does Qt push pixels when rows scroll.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def is_open(self, serial: int) -> bool:
        """Whether the rows below a row are shown, as soon as somebody comes to it."""
        return self.isExpanded(self.plan_tree.index_at(serial)) or self.opening.is_waiting(serial)

    def row_at(self, y: int) -> QModelIndex:
        """Return the row at a height of the viewport, an invalid index below the last."""
        return self.indexAt(QPoint(self.head.sectionViewportPosition(self.head.logicalIndex(0)) + 1, y))

    def sizeHintForColumn(self, column: int) -> int:
        """How wide a double click on the edge of a heading makes its column: as the rows on the screen ask, within reason."""
        index, widest = self.row_at(0), self.head.needed_width(column)
        while index.isValid() and self.visualRect(index).top() < self.viewport().height():
            widest = max(widest, self.rows.natural_width(index.internalId(), column))
            index = self.indexBelow(index)
        return min(widest, theme.px(_WIDEST))

    def updateGeometries(self) -> None:
        """Have the scroll bars follow; see `scrollrange.py`. What is not shown is laid out when it is, once."""
        if not self._is_ready:
            super().updateGeometries()
        elif self.isVisible() and not self._is_due:
            self.scroll_range.fit()

    def give_way(self) -> None:
        """Have work that nobody waits for stand back while frames are painted, here or on the chart."""
        self.scroll_range.give_way()
        self.opening.give_way()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.give_way()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Push what is painted already and paint only what comes into sight; Qt would paint all after a turn of the wheel."""
        self.opening.reach_end_of_window()
        super().scrollContentsBy(dx, 0)
        if dy and self.devicePixelRatioF() % 1:
            self.viewport().update()  # at a scale such as 150 % pushed rows would stand between two pixels
            self.updateEditorGeometries()
        elif dy:
            self.scrollDirtyRegion(0, dy)
            self.viewport().scroll(0, dy)

    def rowsAboutToBeRemoved(self, parent: QModelIndex, start: int, end: int) -> None:  # type: ignore[override]
        """Have only the rows round them laid out again; Qt would forget where all rows stand."""
        self.opening.finish()
        self.refolding.before_going(parent, start, end)

    def doItemsLayout(self) -> None:
        """Lay out the rows; not before they are first shown, because all that goes before would begin it afresh."""
        if self._is_waiting:
            return
        if theme.is_dressing():
            self._put_off()  # once for a new look, not for each part of it
            return
        self._is_due = False
        super().doItemsLayout()
        if self._is_ready:
            self.spoken.forget()
            self.viewport().update()  # all of it: what Qt asks for while columns change their widths may leave some out
            self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.doItemsLayout()
        super().showEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.spoken.tell_again()

    def updateEditorGeometries(self) -> None:
        """Leave an editor where it is while rows have no height, where Qt would hide it and the focus would move on."""
        if not (self._is_ready and self.scroll_range.is_levelled):
            super().updateEditorGeometries()

    def update_geometries(self) -> None:
        """Let Qt do its own part."""
        super().updateGeometries()

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a cell into sight; Qt's own way would measure every row of the plan for it."""
        if not self._is_ready or not index.isValid() or self.refolding.is_on:
            return
        self.opening.reach(index)
        above = index.parent()
        while above.isValid():
            self.setExpanded(above, True)
            above = above.parent()
        self.executeDelayedItemsLayout()
        self.scroll_range.measure_down_to(index)
        rect, area = self.visualRect(index), self.viewport().rect()
        if rect.isEmpty() or area.isEmpty():  # before the first show there is nothing to scroll
            return
        self.horizontalScrollBar().setValue(
            self.horizontalScrollBar().value() + _step(rect.left(), rect.right(), area.width())
        )
        step = rect.center().y() - area.center().y()
        if hint != _Hint.PositionAtCenter:
            step = _step(rect.top(), rect.bottom(), area.height())
        bar = self.verticalScrollBar()
        if bar.value() + step > bar.maximum() and self.scroll_range.is_rough:
            self.scroll_range.measure_all()
        bar.setValue(bar.value() + step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words of headings within what is in sight."""
        if self.rows.sight != self.viewport().width():
            self.rows.sight = self.viewport().width()
            headings = self.rows.headings()
            heights = {serial: self.rows.height(serial) for serial in headings}
            self.rows.forget(headings)
            if any(self.rows.height(serial) != height for serial, height in heights.items()):
                self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def fit_ref(self) -> None:
        """Make the first column as wide as the longest number needs."""
        self.head.fit_ref(max(self.plan_tree.rows.number, key=len, default=""))

    def _put_off(self) -> None:
        """Have all rows laid out before they are painted; until then nothing is fitted to where they stood."""
        self._is_due = True
        self.scheduleDelayedItemsLayout()

    def lay_out_again(self, at_once: bool = False) -> None:
        """Measure every row afresh, as for other widths of columns."""
        self.rows.forget()
        if not at_once and len(self.plan_tree.rows.present) > _MANY:
            self._settling.start()
        else:
            self._settling.stop()
            self._put_off() if at_once else self.scheduleDelayedItemsLayout()
        self.moved.emit()


def _step(first: int, last: int, room: int) -> int:
    """How far to scroll so that a stretch is in sight; its beginning where there is no room for all of it."""
    if first < 0 or last - first >= room:
        return first
    return max(0, last - room + 1)
