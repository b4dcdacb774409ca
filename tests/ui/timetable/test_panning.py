from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.ui.saltway import bridge_of, timetable_of

NONE = Qt.MouseButton.NoButton


@pytest.fixture
def view(qtbot):
    view = timetable_of(qtbot, bridge_of(), height=260)
    view.chart.zoom_by(8)
    return view


def send(widget, sort, at, button, buttons):
    event = QMouseEvent(
        sort, QPointF(at), QPointF(widget.mapToGlobal(at)), button, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def pull(widget, button, way):
    start = QPoint(100, 20)
    send(widget, QEvent.Type.MouseButtonPress, start, button, button)
    for part in (0.5, 1.0):
        send(widget, QEvent.Type.MouseMove, start + QPoint(round(way.x() * part), round(way.y() * part)), NONE, button)
    return start + way


def bars(view):
    return view.chart.horizontalScrollBar().value(), view.table.verticalScrollBar().value()


def test_the_middle_button_drags_the_chart_any_way_with_the_rows(view):
    x, y = bars(view)
    at = pull(view.chart.viewport(), Qt.MouseButton.MiddleButton, QPoint(-60, -30))
    assert view.chart.panning.is_going
    assert bars(view) == (x + 60, y + 30)
    send(view.chart.viewport(), QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.MiddleButton, NONE)
    assert not view.chart.panning.is_going
    assert QApplication.overrideCursor() is None
    assert view.model.bridge.undo_title is None


def test_escape_puts_the_chart_back(qtbot, view):
    before = bars(view)
    pull(view.chart.viewport(), Qt.MouseButton.MiddleButton, QPoint(-60, -30))
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert bars(view) == before
    assert not view.chart.panning.is_going


def test_the_headings_are_dragged_along_the_years_alone(view):
    x, y = bars(view)
    at = pull(view.chart.head, Qt.MouseButton.LeftButton, QPoint(50, 30))
    send(view.chart.head, QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.LeftButton, NONE)
    assert bars(view) == (x - 50, y)


def test_a_heading_clicked_twice_fills_the_chart_with_its_days(view):
    view.chart.whole_plan()
    head, scale = view.chart.head, view.chart.zoom.scale
    at = QPoint(round(scale.x(date(2026, 2, 10))), 4)
    send(head, QEvent.Type.MouseButtonDblClick, at, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton)

    left, right = view.chart.zoom.scale.span(date(2025, 4, 1), date(2026, 3, 31))
    assert 0 <= left < 40
    assert view.chart.viewport().width() - 80 < right <= view.chart.viewport().width()
