from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from tests.ui.saltway import bridge_of, timetable_of


def test_two_fingers_apart_make_days_wider_about_the_place_between_them(qtbot):
    view = timetable_of(qtbot, bridge_of())
    chart, before = view.chart, view.chart.zoom.scale
    for kind, value in ((Qt.NativeGestureType.ZoomNativeGesture, 0.2), (Qt.NativeGestureType.RotateNativeGesture, 0.5)):
        at = QPointF(200, 60)
        event = QNativeGestureEvent(kind, QPointingDevice.primaryPointingDevice(), 2, at, at, at, value, QPointF())
        QApplication.sendEvent(chart.viewport(), event)
    after = chart.zoom.scale

    assert abs(after.pixels_per_day / before.pixels_per_day - 1.2) < 1e-6
    assert after.day(200) == before.day(200)
