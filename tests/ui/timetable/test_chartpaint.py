from datetime import date

from mkplanner.charts.shapes import Box, Circle, Polygon
from mkplanner.ui.timetable.chartpaint import ghosts, port_shapes
from tests.ui.saltway import TODAY, bridge_of, timetable_of
from tests.ui.timetable.pointing import layout_of, middle, move


def test_the_row_under_the_pointer_shows_its_rings_for_links(qtbot):
    view = timetable_of(qtbot, bridge_of())
    before = view.chart.grab().toImage()
    move(view.chart, *middle(view, "s112"), down=False)
    after = view.chart.grab().toImage()

    assert before != after
    assert [type(shape) for shape in port_shapes(layout_of(view, "s112"))] == [Circle, Circle]
    assert port_shapes(layout_of(view, "a24")) != []


def test_where_a_mark_was_taken_from_is_a_dashed_outline(qtbot):
    view = timetable_of(qtbot, bridge_of())
    (box,) = ghosts(layout_of(view, "s112"), [0])
    (diamond,) = ghosts(layout_of(view, "a11"), [0])

    assert isinstance(box, Box)
    assert isinstance(diamond, Polygon)
    assert box.stroke == diamond.stroke == "ghost"
    assert box.dash
    assert ghosts(None, [0]) == []


def test_the_flag_of_today_gives_way_to_a_mark_in_the_first_row(qtbot):
    view = timetable_of(qtbot, bridge_of(), height=300)
    view.chart.grab()
    assert view.chart.head.today is None  # a theme has no marks

    bar = view.table.verticalScrollBar()
    bar.setValue(view.table.visualRect(view.model.index_of("s112")).top() + bar.value())
    view.chart.grab()
    assert view.chart.head.today == TODAY

    bar.setValue(0)
    view.chart.grab()
    assert view.chart.head.today is None


def test_there_is_no_flag_where_today_is_out_of_sight(qtbot):
    view = timetable_of(qtbot, bridge_of(), height=300)
    view.chart.show_day(date(2027, 3, 1))
    view.chart.zoom_by(8)
    bar = view.table.verticalScrollBar()
    bar.setValue(view.table.visualRect(view.model.index_of("s112")).top())
    view.chart.grab()
    assert view.chart.head.today is None
