from datetime import date

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Circle, Polygon
from mkplanner.models.commands.links import LinkItems
from mkplanner.ui.timetable.chartpaint import ghosts, port_shapes
from tests.builders import written
from tests.ui.saltway import TODAY, bridge_of, saltway_plan, timetable_of
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


class Areas(QObject):
    """Remembers which parts of a widget were painted."""

    def __init__(self, widget):
        super().__init__()
        self.heights = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.heights += [rect.height() for rect in event.region()]
        return False


def test_the_pointer_on_its_way_has_only_the_rows_painted_that_it_enters_and_leaves(qtbot):
    view = timetable_of(qtbot, bridge_of())
    QTest.qWait(20)
    table, chart = Areas(view.table.viewport()), Areas(view.chart.viewport())
    for row in ("a11", "a24"):
        move(view.chart, *middle(view, row), down=False)
        QTest.qWait(20)

    assert table.heights
    assert chart.heights
    assert max(table.heights) < max(chart.heights) < view.chart.viewport().height() / 3


def test_links_are_found_afresh_only_where_they_may_be_others(qtbot, monkeypatch):
    view = timetable_of(qtbot, bridge_of())
    view.chart.grab()
    found, links = [], view.chart.links
    shapes = links.shapes
    monkeypatch.setattr(links, "shapes", lambda *args: found.append(1) or shapes(*args))
    move(view.chart, *middle(view, "a24"), down=False)
    view.chart.grab()
    assert found == []

    view.table.choose("a24")
    view.chart.grab()
    assert len(found) == 1
    view.chart.zoom_in()
    view.chart.grab()
    assert len(found) == 2


def test_only_arrows_that_reach_into_an_area_are_drawn_there(qtbot):
    plan = written(LinkItems("a11", "a24"), plan=saltway_plan())
    view = timetable_of(qtbot, bridge_of(plan))
    view.chart.grab()
    ((_, arrow),) = view.chart.links.in_sight
    port = view.chart.viewport()

    assert view.chart.links.arrows_within(Rect(0, 0, port.width(), port.height())) == list(arrow.shapes)
    assert view.chart.links.arrows_within(Rect(0, arrow.bounds.bottom + 20, port.width(), 30)) == []


def test_rows_are_painted_again_on_another_ground_while_dates_are_held(qtbot):
    view = timetable_of(qtbot, bridge_of())
    view.table.choose("a11")
    view.handlers()["hold_dates"]()
    QTest.qWait(20)
    chart = Areas(view.chart.viewport())
    view.table.hover(view.model.index_of("a24"))
    QTest.qWait(20)

    assert max(chart.heights) == view.chart.viewport().height()
    view.chart.hand.put_back()
