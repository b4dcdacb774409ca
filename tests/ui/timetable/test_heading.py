from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import Calendar
from mkplanner.ui.look import theme
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


def test_the_days_of_each_heading_are_known(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    band = HeadBand(around)
    band.resize(600, 54)
    assert band.days_at(QPoint(10, 10)) is None
    band.show_scale(Timescale(TODAY, 0.85, 0), Calendar())

    assert band.days_at(QPoint(10, 5)) == (date(2025, 4, 1), date(2026, 3, 31))
    assert band.days_at(QPoint(10, 27)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert band.days_at(QPoint(10, 50)) == (date(2025, 11, 1), date(2025, 11, 30))
