from PySide6.QtCore import QPoint

from mkplanner.charts.shapes import Text
from mkplanner.models.commands.links import LinkItems
from mkplanner.ui.timetable.charttips import tip_at
from tests.ui.saltway import TODAY, bridge_of, timetable_of
from tests.ui.timetable.pointing import layout_of, middle, row_of


def test_a_mark_and_the_words_beside_it_have_the_same_tip(qtbot):
    view = timetable_of(qtbot, bridge_of())
    x, y = middle(view, "a11")
    label = next(
        shape for shape in layout_of(view, "a11").shapes if isinstance(shape, Text) and shape.words == "31 Mar"
    )
    beside = QPoint(round(label.x + 8), round(row_of(view, "a11").top + label.y - 3))

    assert "By 31 March 2026" in tip_at(view.chart, QPoint(round(x), round(y)))
    assert tip_at(view.chart, beside) == tip_at(view.chart, QPoint(round(x), round(y)))
    assert tip_at(view.chart, beside + QPoint(200, 0)) == ""


def test_a_link_is_told_in_words(qtbot):
    bridge = bridge_of()
    view = timetable_of(qtbot, bridge)
    bridge.run(LinkItems("s112", "a25"))
    view.chart.grab()
    ((_, arrow),) = view.chart.links.in_sight
    (x0, y), (x1, _) = arrow.turn

    assert "2.5" in tip_at(view.chart, QPoint(round((x0 + x1) / 2), round(y)))


def test_the_line_of_today_says_which_day_that_is(qtbot):
    view = timetable_of(qtbot, bridge_of())
    x = round(view.chart.zoom.scale.middle_x(TODAY))
    y = view.chart.viewport().height() - 5

    assert tip_at(view.chart, QPoint(x, y)) == "Today, Wednesday 12 November 2025"
    assert tip_at(view.chart, QPoint(x + 12, y)) == ""
    assert tip_at(view.chart, QPoint(x + 12, 6)) == "Today, Wednesday 12 November 2025", (
        "the flag is wider than the line"
    )
