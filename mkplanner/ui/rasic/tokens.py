"""How one cell of the matrix looks, and the little editor for its letters and note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mkplanner.charts.rasic_tokens import tokens
from mkplanner.models.notice import Severity
from mkplanner.ui import theme
from mkplanner.ui.icons import icon
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.painting import paint

Index = QModelIndex | QPersistentModelIndex


class TokenDelegate(QStyledItemDelegate):
    """Paints letters as tokens, the check of each row as a sign with words, and the cursor as a frame inside its cell."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        entry = self._grid.entry(index.row())
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        heading = entry.item.kind.is_heading
        painter.fillRect(rect, theme.colour("theme_row" if heading else "selection" if selected else "base"))
        party = self._grid.party(index.column())
        if party is None:
            self._draw_check(painter, rect, index.row())
        elif not heading:
            self._draw_letters(painter, rect, entry.item.id, party.id)
        self._draw_grid(painter, rect, index.column())
        if option.state & QStyle.StateFlag.State_HasFocus and not heading:
            painter.setPen(QPen(theme.colour("focus"), theme.px(2)))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_letters(self, painter: QPainter, rect: QRect, item: str, party: str) -> None:
        cell = self._grid.matrix.cell(item, party)
        letters = cell.letters + "".join(letter for letter in cell.inherited if letter not in cell.letters)
        if not letters:
            return
        inherited = "".join(letter for letter in cell.inherited if letter not in cell.letters)
        centre = rect.center()
        shapes = tokens(
            letters,
            centre.x() + 0.5,
            centre.y() + 0.5,
            theme.px(20),
            inherited=inherited,
            qualifier=cell.qualifier,
            room=rect.width() - 4,
        )
        paint(painter, shapes, theme.current())

    def _draw_check(self, painter: QPainter, rect: QRect, row: int) -> None:
        item = self._grid.entry(row).item
        severity, words = self._grid.matrix.remark(item)
        sign = _SIGNS.get(severity) if severity else "tick" if self._grid.matrix.is_settled(item) else None
        colour = _COLOURS.get(severity, "text2") if severity else "text2"
        left = rect.left() + theme.px(8)
        if sign:
            size = theme.px(16)
            tone = theme.current()[colour] if severity else theme.current()["accent"]
            icon(sign, tone).paint(painter, QRect(left, rect.center().y() - size // 2, size, size))
        painter.setFont(theme.font(12, bold=severity is not None))
        painter.setPen(theme.colour(colour))
        place = rect.adjusted(theme.px(28), 0, -theme.px(4), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _draw_grid(self, painter: QPainter, rect: QRect, column: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.colour("grid"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if column in self._first_columns():
            painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawLine(rect.left(), rect.top(), rect.left(), rect.bottom())

    def _first_columns(self) -> set[int]:
        found, place = {self._grid.check_column}, 0
        for _, parties in self._grid.matrix.groups:
            found.add(place)
            place += len(parties)
        return found

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a field for letters with a note, as "R (assist)"."""
        field = QLineEdit(parent)
        field.setObjectName("rasic_cell_field")
        field.setAccessibleName("Letters and note, as R (assist)")
        field.setMinimumWidth(theme.px(130))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the field be wider than the cell: a note needs room."""
        editor.setGeometry(QRect(option.rect.topLeft(), option.rect.size().expandedTo(editor.minimumSize())))


_SIGNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_COLOURS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "text2"}
