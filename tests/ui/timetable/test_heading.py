import gc

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import Calendar
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.graphic import Graphic, speak_charts_as_graphics
from mkplanner.ui.timetable.heading import HeadBand
from tests.ui.saltway import TODAY


def test_the_band_draws_the_headings_of_its_scale(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    band = HeadBand(around)
    band.resize(600, 54)
    empty = band.grab().toImage()
    band.show_scale(Timescale(TODAY, 0.85, 0), Calendar())
    full = band.grab().toImage()

    assert full != empty
    assert empty.pixelColor(300, 10).name() == theme.colour("header").name()


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
