"""Pictures of one row of the table, and which colours are in them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from mkplanner.charts.palette import LIGHT
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable.rowpainter import RowPainter


def painted(view, id_, palette=LIGHT, ground="base"):
    table = view.table
    serial = view.model.index_of(id_).internalId() if id_ else NEW_ROW
    picture = QImage(table.head.length(), table.rows.row(serial).height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    RowPainter(view.model, table.head, table.rows, palette).paint(painter, picture.rect(), serial, ground, True)
    painter.end()
    return picture


def colours(picture, rect):
    return {
        picture.pixelColor(x, y).name()
        for x in range(max(rect.left(), 0), min(rect.right(), picture.width()))
        for y in range(rect.top(), min(rect.bottom(), picture.height()))
    }


def cell(view, column, height):
    return QRect(view.table.columnViewportPosition(column), 0, view.table.columnWidth(column), height)
