"""How one cell of the matrix looks, and the little editor for its letters and note."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mkplanner.charts.rasic_tokens import tokens
from mkplanner.models.notice import Severity
from mkplanner.ui import messages
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import pixmap
from mkplanner.ui.look.painting import paint
from mkplanner.ui.rasic.heads import SIGNS

Index = QModelIndex | QPersistentModelIndex
_MOST_PICTURES = 800


class _Look(NamedTuple):
    """All that decides how the letters of a cell look; the picture of each look is drawn once."""

    letters: str
    inherited: str
    qualifier: str
    width: int
    height: int


class TokenDelegate(QStyledItemDelegate):
    """Paints letters as tokens, the check of each row as a sign with words, and the cursor as a frame inside its cell."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model
        self._pictures: dict[_Look, QPixmap] = {}
        self._drawn_for: object = None

    def forget(self) -> None:
        """Draw every look afresh: the theme, the text size or the plan's letters may be others."""
        self._pictures.clear()
        self._colours = {name: theme.colour(name) for name in ("theme_row", "selection", "base", "grid", "edge")}
        self._drawn_for = (theme.current(), self._grid.letters)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        if self._drawn_for is None or self._drawn_for != (theme.current(), self._grid.letters):
            self.forget()
        entry = self._grid.entry(index.row())
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        heading = entry.item.kind.is_heading
        colours = self._colours
        painter.fillRect(rect, colours["theme_row" if heading else "selection" if selected else "base"])
        party = self._grid.party(index.column())
        if party is None:
            self._draw_check(painter, rect, index.row())
        elif not heading:
            self._draw_letters(painter, rect, entry.item.id, party.id)
        painter.setPen(colours["grid"])
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if index.column() in self._grid.first_columns and index.column():
            painter.setPen(colours["edge"])
        painter.drawLine(rect.left(), rect.top(), rect.left(), rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus and not heading:
            painter.setPen(QPen(theme.colour("focus"), theme.px(2)))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _draw_letters(self, painter: QPainter, rect: QRect, item: str, party: str) -> None:
        cell = self._grid.matrix.cell(item, party)
        if not (cell.letters or cell.inherited or cell.qualifier):
            return
        look = _Look(cell.letters, cell.inherited, cell.qualifier, rect.width(), rect.height())
        painter.drawPixmap(rect.topLeft(), self._picture(look, painter.device().devicePixelRatioF()))
        if self._grid.matrix.is_doubtful(item, party):
            painter.setPen(QPen(theme.colour("warning"), theme.px(1.5), Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(3, 3, -4, -5))

    def _picture(self, look: _Look, ratio: float) -> QPixmap:
        found = self._pictures.get(look)
        if found is None or found.devicePixelRatio() != ratio:
            if len(self._pictures) > _MOST_PICTURES:
                self._pictures.clear()
            found = self._pictures[look] = self._draw(look, ratio)
        return found

    def _draw(self, look: _Look, ratio: float) -> QPixmap:
        picture = QPixmap(round(look.width * ratio), round(look.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        known = self._grid.letters
        shapes = tokens(
            look.letters + look.inherited,
            look.width / 2,
            look.height / 2,
            theme.px(20),
            inherited=look.inherited,
            qualifier=look.qualifier,
            room=look.width - 4,
            keys={code: known.key(code) for code in look.letters + look.inherited},
        )
        paint(painter, shapes, theme.current())
        painter.end()
        return picture

    def _draw_check(self, painter: QPainter, rect: QRect, row: int) -> None:
        item = self._grid.entry(row).item
        severity, words = self._grid.matrix.remark(item)
        name, tone = SIGNS[severity] if severity else ("tick", "accent")
        if severity or self._grid.matrix.is_settled(item):
            size = theme.px(16)
            place = rect.left() + theme.px(8), rect.center().y() - size // 2
            painter.drawPixmap(*place, pixmap(name, size, tone))
        painter.setFont(theme.font(12, bold=severity is not None))
        painter.setPen(theme.colour(_COLOURS.get(severity, "text2") if severity else "text2"))
        room = rect.adjusted(theme.px(30), 0, -theme.px(4), 0)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a field for letters with a note, as "R (assist)"."""
        field = QLineEdit(parent)
        field.setObjectName("rasic_cell_field")
        field.setAccessibleName("Letters and note, as R (assist)")
        field.setPlaceholderText("R (assist)")
        field.setMinimumWidth(theme.px(150))
        return field

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed, or say that it holds no letters and leave the cell as it was."""
        text = editor.text() if isinstance(editor, QLineEdit) else ""
        if self._grid.letters.read(text) is None:
            said = (
                f"“{' '.join(text.split())[:40]}” holds no {self._grid.letters.name} letters, so nothing was changed."
            )
            messages.note(editor, said)
        elif text != index.data(Qt.ItemDataRole.EditRole):
            self._grid.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the field be wider than the cell: a note needs room."""
        place = QRect(option.rect.topLeft(), option.rect.size().expandedTo(editor.minimumSize()))
        above = editor.parentWidget()
        place.moveRight(min(place.right(), above.width() if above is not None else place.right()))
        editor.setGeometry(place)


_COLOURS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "text2"}
