from datetime import date

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Fade, Hatch
from mkplanner.charts.timescale.shading import shading
from mkplanner.charts.timescale.timescale import Timescale

DAYS = Timescale(date(2026, 5, 18), 20.0)
WIDE = Rect(0, 0, 280, 100)


def test_weekends_and_the_nations_bank_holidays_are_shaded():
    shapes = shading(DAYS, WIDE, "england-and-wales")

    free = [shape.rect for shape in shapes if isinstance(shape, Fade)]
    assert [(DAYS.day(area.x + 1), DAYS.day(area.right - 1)) for area in free] == [
        (date(2026, 5, 23), date(2026, 5, 25)),
        (date(2026, 5, 30), date(2026, 5, 31)),
    ]
    assert len([shape for shape in shapes if isinstance(shape, Hatch)]) == 1


def test_nations_keep_days_of_their_own():
    july = Timescale(date(2026, 7, 13), 20.0)
    one_day = Rect(0, 0, 20, 100)

    assert shading(july, one_day, "northern-ireland") != []
    assert shading(july, one_day, "england-and-wales") == []


def test_at_months_nothing_is_shaded():
    assert shading(Timescale(date(2026, 5, 18), 2.0), WIDE, "scotland") == []
