"""A pointer for tests of the chart: presses, drags and lets go as a hand would, in points of the chart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier
_LEFT, _NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def _send(chart, sort: QEvent.Type, x: float, y: float, button, buttons, held=NONE) -> None:
    port = chart.viewport()
    at = QPointF(x, y)
    event = QMouseEvent(sort, at, QPointF(port.mapToGlobal(QPoint(round(x), round(y)))), button, buttons, held)
    QApplication.sendEvent(port, event)


def press(chart, x, y, held=NONE):
    _send(chart, QEvent.Type.MouseButtonPress, x, y, _LEFT, _LEFT, held)


def move(chart, x, y, held=NONE, down=True):
    _send(chart, QEvent.Type.MouseMove, x, y, _NO_BUTTON, _LEFT if down else _NO_BUTTON, held)


def release(chart, x, y, held=NONE):
    _send(chart, QEvent.Type.MouseButtonRelease, x, y, _LEFT, _NO_BUTTON, held)


def double_click(chart, x, y):
    press(chart, x, y)
    release(chart, x, y)
    _send(chart, QEvent.Type.MouseButtonDblClick, x, y, _LEFT, _LEFT)
    release(chart, x, y)


def pull(chart, start, goal, held=NONE):
    """Press at one point and go to another, some way at a time; the button stays down."""
    press(chart, *start, held)
    for part in (0.3, 0.6, 1.0):
        move(chart, start[0] + part * (goal[0] - start[0]), start[1] + part * (goal[1] - start[1]), held)


def drag(chart, start, goal, held=NONE):
    pull(chart, start, goal, held)
    release(chart, *goal, held)


def row_of(view, item_id):
    serial = view.model.index_of(item_id).internalId()
    return next(row for row in view.chart.rows() if row.serial == serial)


def layout_of(view, item_id):
    return view.chart.layout_of(row_of(view, item_id))


def place_of(view, item_id, part=0):
    """Return the mark of a segment, with y in the chart."""
    row = row_of(view, item_id)
    place = next(place for place in layout_of(view, item_id).places if place.index == part)
    return place.x0, place.x1, row.top + place.y


def middle(view, item_id, part=0):
    left, right, y = place_of(view, item_id, part)
    return (left + right) / 2, y


def end(view, item_id, part=0):
    _, right, y = place_of(view, item_id, part)
    return right, y


def start(view, item_id, part=0):
    left, _, y = place_of(view, item_id, part)
    return left, y


def port(view, item_id, at_end=True):
    """Return the ring from which a link is drawn."""
    row = row_of(view, item_id)
    x, y = layout_of(view, item_id).ports[1 if at_end else 0]
    return x, row.top + y


def months(view, number):
    return number * 30.44 * view.chart.zoom.scale.pixels_per_day
