"""The workload as a table that can be sorted: letters, work and quarters by party; a number leads to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from mkplanner.models.rasic.questions import Asked, Question
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme

if TYPE_CHECKING:
    from mkplanner.models.rasic.workload import Load, Workload

QUESTION = Qt.ItemDataRole.UserRole
_NUMBER = Qt.ItemDataRole.UserRole + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HEIGHT = 232


class LoadTable(QTableWidget):
    """Each party with its letters, sorted by any column. `asked` brings the question that leads to the rows of a number.

    It is only counted while it is on show, and when the keys rest.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model
        self.setObjectName("workload_table")
        self.setAccessibleName("Workload")
        self.setFixedHeight(theme.px(HEIGHT))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setProperty("frame", "none")
        self.setShowGrid(False)
        self.setStyleSheet(f"QTableWidget::item {{ padding: 0 {theme.px(8)}px; }}")
        self.setAlternatingRowColors(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(24))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setMinimumSectionSize(theme.px(48))
        self.setSortingEnabled(True)
        self.itemClicked.connect(self._choose)
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self.read)
        model.modelReset.connect(self._on_news)
        model.settled.connect(self._on_news)

    def _on_news(self) -> None:
        if self.isVisible():
            self._soon.start()

    def read(self) -> None:
        """Count afresh, keeping the order and the place."""
        from mkplanner.models.rasic.workload import Workload

        work = Workload(self._grid.matrix.plan)
        letters = self._grid.letters
        codes = [letter.code for letter in letters.letters]
        heads = ["Post or person", "Council", *(letters.key(code) for code in codes), "To do", "All"]
        heads += [*(period.words for period in work.periods), "No date"]
        row, column = self.currentRow(), self.currentColumn()
        self.setSortingEnabled(False)
        self.clearContents()
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        for place in range(len(heads)):
            if (head := self.horizontalHeaderItem(place)) is not None:
                head.setTextAlignment(_RIGHT if place > 1 else _LEFT)
        for place, code in enumerate(codes):
            if (head := self.horizontalHeaderItem(2 + place)) is not None:
                head.setToolTip(letters.word(code))
        self.setRowCount(len(work.parties))
        for place, load in enumerate(work.parties):
            self._fill(place, load, work, codes)
        self.setSortingEnabled(True)
        if self.rowCount():
            self.setCurrentCell(min(max(row, 0), self.rowCount() - 1), min(max(column, 0), len(heads) - 1))

    def _fill(self, row: int, load: Load, work: Workload, codes: list[str]) -> None:
        any_letter = Question(Asked.WHERE, load.id)
        self._put(row, 0, load.name, any_letter)
        self._put(row, 1, load.home, any_letter)
        numbers = [(load.letters.get(code, 0), Question(Asked.WHERE, load.id, letters=code)) for code in codes]
        numbers += [(load.to_do, Question(Asked.WHERE, load.id, letters="AR")), (load.total, any_letter)]
        for place, period in enumerate(work.periods):
            question = Question(Asked.WHERE, load.id, letters="AR", period=period)
            numbers.append((load.to_do_in(place), question))
        numbers.append((load.to_do_in(-1), Question(Asked.WHERE, load.id, letters="AR")))
        for place, (number, question) in enumerate(numbers):
            self._put(row, 2 + place, number, question)

    def _put(self, row: int, column: int, value: str | int, question: Question) -> None:
        item = _Number() if isinstance(value, int) else QTableWidgetItem()
        item.setText(str(value) if value or isinstance(value, str) else "–")
        if isinstance(value, int):
            item.setData(_NUMBER, value)
            item.setTextAlignment(_RIGHT)
        item.setData(QUESTION, question)
        self.setItem(row, column, item)

    def _choose(self, item: QTableWidgetItem) -> None:
        self.asked.emit(item.data(QUESTION))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the rows behind a number, Space sorts by its column, Esc goes back to the matrix."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._choose(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._sort_by_current()
        else:
            super().keyPressEvent(event)

    def _sort_by_current(self) -> None:
        head, column = self.horizontalHeader(), self.currentColumn()
        rising = Qt.SortOrder.AscendingOrder
        again = head.sortIndicatorSection() == column
        first = rising if column < 2 else Qt.SortOrder.DescendingOrder
        other = Qt.SortOrder.DescendingOrder if head.sortIndicatorOrder() == rising else rising
        self.sortByColumn(column, other if again else first)
        self.setCurrentCell(0, column)


class _Number(QTableWidgetItem):
    """A cell that is ordered by its number, not by how it is written."""

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return int(self.data(_NUMBER) or 0) < int(other.data(_NUMBER) or 0)
