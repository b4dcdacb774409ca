import pytest
from PySide6.QtWidgets import QToolButton

from mkplanner.charts.timescale.timescale import LEAST, MOST
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def chart(qtbot):
    return timetable_of(qtbot, bridge_of()).chart


def test_the_slider_reaches_from_years_to_days(chart):
    chart.slider.slider.setValue(100)
    assert chart.zoom.scale.pixels_per_day == pytest.approx(MOST)
    chart.slider.slider.setValue(0)
    assert chart.zoom.scale.pixels_per_day == pytest.approx(LEAST)


def test_it_zooms_about_the_middle(chart):
    middle = chart.viewport().width() / 2
    before = chart.zoom.scale.day(middle)
    chart.slider.slider.setValue(chart.slider.slider.value() + 10)

    assert chart.zoom.scale.day(middle) == before


def test_it_follows_whatever_else_zooms(chart):
    before = chart.slider.slider.value()
    chart.zoom_by(4)
    assert chart.slider.slider.value() > before
    chart.findChild(QToolButton, "foot_zoom-out").click()
    assert chart.zoom.scale.pixels_per_day < 4 * 48


def test_it_is_no_taller_than_the_scroll_bar(chart):
    assert chart.slider.height() <= chart.horizontalScrollBar().height() + 2
