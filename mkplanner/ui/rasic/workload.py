"""The strip under the matrix: how many letters each party carries, with a line where it becomes too much."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Hatch, Shape
from mkplanner.models.checks.rules import limit_of
from mkplanner.models.people import Party
from mkplanner.models.rasic.matrix import Load
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint
from mkplanner.ui.rasic.grid import MatrixGrid

HEIGHT = 100
_BAR = 14
_COUNTS = 22


class WorkloadStrip(QWidget):
    """Bars below the columns they belong to, scrolling with them; solid is Accountable, hatched Responsible, plain the rest.

    `party_chosen` brings the id of the party whose bars were clicked.
    """

    party_chosen = Signal(str)

    def __init__(self, grid: MatrixGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        self.setObjectName("workload_strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HEIGHT))
        self.setMouseTracking(True)
        grid.rows.geometriesChanged.connect(self.update)
        grid.horizontalScrollBar().valueChanged.connect(self.update)
        grid.grid.settled.connect(self._on_news)
        grid.grid.modelReset.connect(self._on_news)
        self._on_news()

    def sizeHint(self) -> QSize:
        """Height alone matters; the width follows the table."""
        return QSize(0, theme.px(HEIGHT))

    def _on_news(self, *_: object) -> None:
        self.setAccessibleName("Workload")
        words = [self._said(party) for party in self._model.columns if party.id in self._model.matrix.loads]
        self.setAccessibleDescription("; ".join(words) or "Nobody holds letters yet")
        self.update()

    @property
    def _model(self) -> MatrixModel:
        return self._grid.grid

    @property
    def _limit(self) -> int:
        return limit_of(self._model.matrix.plan, "to-do")

    def _said(self, party: Party) -> str:
        load, letters = self._model.matrix.loads.get(party.id, Load()), self._model.letters
        return (
            f"{party.name}: {load.accountable} {letters.word('A')}, {load.responsible} {letters.word('R')}, "
            f"{load.others} other letters"
        )

    def _party_at(self, point: QPoint) -> Party | None:
        left = self._grid.rows.width()
        return self._model.party(self._grid.heads.logicalIndexAt(point.x() - left)) if point.x() >= left else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on somebody's bars asks where that party holds letters."""
        party = self._party_at(event.position().toPoint())
        if party is not None:
            self.party_chosen.emit(party.id)

    def event(self, event: QEvent) -> bool:
        """Say the numbers in a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            party = self._party_at(event.pos())
            words = f"{self._said(party)}. Click to see the rows." if party is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words and key at the left, a group of bars for each column, and the line of too much."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("base"))
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.colour("edge"))
        left = self._grid.rows.width()
        painter.save()
        painter.setClipRect(QRect(left, 0, self.width() - left, self.height()))
        most = self._most()
        self._draw_columns(painter, left, most)
        self._draw_limit(painter, left, most)
        painter.restore()
        self._draw_words(painter, left)

    def _most(self) -> int:
        loads = self._model.matrix.loads.values()
        return max((max(load.to_do, load.others) for load in loads), default=0) or self._limit

    def _floor(self) -> int:
        return self.height() - theme.px(_COUNTS)

    def _rise(self, number: int, most: int) -> float:
        return (self._floor() - theme.px(12)) * number / max(most, self._limit + 1)

    def _draw_columns(self, painter: QPainter, left: int, most: int) -> None:
        heads = self._grid.heads
        room = self.width() - left
        for column, party in enumerate(self._model.columns):
            place = heads.sectionViewportPosition(column)
            if place > room or place + heads.sectionSize(column) < 0:
                continue
            x = left + heads.sectionViewportPosition(column)
            load = self._model.matrix.loads.get(party.id, Load())
            middle = x + heads.sectionSize(column) / 2
            paint(painter, self._bars(middle, load, most), theme.current())
            self._draw_counts(painter, QRect(x, self._floor(), heads.sectionSize(column), theme.px(_COUNTS)), load)

    def _bars(self, middle: float, load: Load, most: int) -> list[Shape]:
        wide, floor = theme.px(_BAR), self._floor()
        shapes: list[Shape] = []
        top = floor - self._rise(load.accountable, most)
        if load.accountable:
            shapes.append(Box(Rect(middle - wide - 1, top, wide, floor - top), "mark", "mark"))
        if load.responsible:
            high = self._rise(load.responsible, most)
            area = Rect(middle - wide - 1, top - high, wide, high)
            corners = ((area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom))
            shapes += [Box(area, "base"), Hatch(corners, "mark"), Box(area, None, "mark")]
        if load.others:
            high = self._rise(load.others, most)
            shapes.append(Box(Rect(middle + 1, floor - high, wide, high), "grid", "edge"))
        return shapes

    def _draw_counts(self, painter: QPainter, rect: QRect, load: Load) -> None:
        heavy = load.to_do > self._limit
        painter.setFont(theme.font(10, bold=heavy))
        painter.setPen(theme.colour("warning" if heavy else "text2"))
        letters = self._model.letters
        pairs = (load.accountable, letters.key("A")), (load.responsible, letters.key("R"))
        words = "  ".join(f"{number} {key}" for number, key in pairs)
        if painter.fontMetrics().horizontalAdvance(words) > rect.width() - 4:  # two digits each in a narrow column
            words = " ".join(f"{number}{key}" for number, key in pairs)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_limit(self, painter: QPainter, left: int, most: int) -> None:
        y = self._floor() - self._rise(self._limit, most)
        pen = QPen(theme.colour("warning"), 1, Qt.PenStyle.DashLine)
        heads = self._grid.heads
        right = left + heads.sectionViewportPosition(self._model.check_column)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setFont(theme.font(11))
        place = QRectF(right + theme.px(8), y - theme.px(9), theme.px(90), theme.px(18))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{self._limit} to do")
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawLine(QPointF(left, self._floor()), QPointF(right, self._floor()))

    def _draw_words(self, painter: QPainter, width: int) -> None:
        painter.fillRect(QRect(0, 1, width, self.height()), theme.colour("base"))
        rect = QRect(theme.px(10), theme.px(8), width - theme.px(16), self.height())
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(13, bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop, "Workload")
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("text2"))
        to_do = " or ".join(self._model.letters.key(code) for code in "AR")
        words = f"Letters held across the plan.\nLine: more than {self._limit} to do ({to_do})."
        painter.drawText(rect.adjusted(0, theme.px(22), 0, 0), Qt.AlignmentFlag.AlignTop, words)
        self._draw_key(painter, rect.left(), theme.px(64))

    def _draw_key(self, painter: QPainter, x: int, y: int) -> None:
        side = theme.px(12)
        letters = self._model.letters
        for words, fill, hatched in (
            (letters.word("A"), "mark", False),
            (letters.word("R"), "base", True),
            ("Others", "grid", False),
        ):
            box = Rect(x, y, side, side)
            corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
            shapes: list[Shape] = [Box(box, fill)]
            if hatched:
                shapes.append(Hatch(corners, "mark"))
            shapes.append(Box(box, None, "edge" if fill == "grid" else "mark"))
            paint(painter, shapes, theme.current())
            painter.setFont(theme.font(11))
            painter.setPen(theme.colour("text"))
            room = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(
                QRect(x + side + theme.px(5), y - 2, room + 2, side + 4), Qt.AlignmentFlag.AlignVCenter, words
            )
            x += side + room + theme.px(18)
