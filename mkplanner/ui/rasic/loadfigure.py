"""The workload by quarter as a figure beside its table: of the party whose row is current."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QWidget

from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.figureview import FigureView
from mkplanner.ui.rasic.loadtable import QUESTION, LoadTable

WIDTH = 372
_LEAST_TABLE = 420
"""The figure gives way where the table would be narrower than this."""


class LoadPanel(QWidget):
    """The table of the workload with its figure; the figure follows the row that is current."""

    def __init__(self, model: MatrixModel, table: LoadTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._table = table
        self.figure = FigureView(self)
        self.figure.setFixedWidth(theme.px(WIDTH))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(table, 1)
        layout.addWidget(self.figure)
        table.currentItemChanged.connect(lambda item, _before: self._follow(item))

    def _follow(self, item: QTableWidgetItem | None) -> None:
        """Show the quarters of the party that a cell is about."""
        from mkplanner.charts.figures.numbers import workload_by_quarter
        from mkplanner.models.rasic.workload import Workload

        question = item.data(QUESTION) if item is not None else None
        if question is not None and self.figure.isVisibleTo(self):
            self.figure.show_figure(workload_by_quarter(Workload(self._model.matrix.plan), question.party))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figure.setVisible(self.width() >= theme.px(WIDTH + _LEAST_TABLE))
