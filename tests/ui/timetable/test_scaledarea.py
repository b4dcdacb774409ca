from datetime import date

import pytest

from tests.ui.saltway import bridge_of, timetable_of


@pytest.mark.parametrize(
    ("first", "last"), [(date(2027, 12, 1), date(2027, 12, 20)), (date(2024, 10, 1), date(2024, 10, 9))]
)
def test_days_out_of_sight_are_brought_in_with_a_margin(qtbot, first, last):
    chart = timetable_of(qtbot, bridge_of()).chart
    chart.zoom_by(6)
    chart.bring_in(first, last)
    left, right = chart.zoom.scale.span(first, last)

    assert left >= 0
    assert right <= chart.viewport().width()


def test_days_in_sight_stay_where_they_are(qtbot):
    chart = timetable_of(qtbot, bridge_of()).chart
    chart.zoom_by(6)
    chart.today()
    before = chart.zoom.scale
    chart.bring_in(date(2025, 11, 12), date(2025, 11, 14))

    assert chart.zoom.scale == before
