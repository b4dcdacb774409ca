import gc

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from mkplanner.ui.look.graphic import Graphic, speak_charts_as_graphics


def test_charts_that_come_and_go_leave_nothing_behind_in_a_screen_readers_way(qapp):
    speak_charts_as_graphics()
    gc.collect()
    gc.freeze()  # what other tests left behind need not be looked through sixty times
    for _ in range(60):
        around = QWidget()
        chart = QAbstractScrollArea(around)
        chart.setObjectName("timetable_chart")
        chart.setAccessibleName("Timetable chart")
        around.show()
        spoken = QAccessible.queryAccessibleInterface(chart)
        assert isinstance(spoken, Graphic) or spoken.role() == QAccessible.Role.Graphic
        del spoken
        around.deleteLater()
        del around, chart
        QApplication.processEvents()
        gc.collect()
    gc.unfreeze()
