import pytest
from PySide6.QtCore import Qt

from mkplanner.charts.shapes import Polygon, Text
from mkplanner.models.commands.links import LinkItems
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def bridge():
    return bridge_of()


@pytest.fixture
def view(qtbot, bridge):
    return timetable_of(qtbot, bridge)


def drawn(view):
    chart = view.chart
    size = (chart.viewport().width(), chart.viewport().height())
    arrows, reasons = chart.links.shapes(chart.rows(), chart.layout_of, chart.zoom.scale, size)
    lines = [shape for shape in arrows if isinstance(shape, Polygon) and not shape.closed]
    return lines, [shape.words for shape in reasons if isinstance(shape, Text) and shape.words != "!"]


def test_a_link_is_drawn_from_one_mark_to_the_other(view, bridge):
    bridge.run(LinkItems("s111", "a21"))
    (line,), reasons = drawn(view)
    rows = {view.model.item_id(row.index): row for row in view.chart.rows()}
    start, end = line.points[0], line.points[-1]
    assert rows["s111"].top <= start[1] <= rows["s111"].top + rows["s111"].height
    assert rows["a21"].top <= end[1] <= rows["a21"].top + rows["a21"].height
    assert (line.stroke, line.dash, reasons) == ("arrow", (), [])


def test_a_broken_link_is_dashed_and_says_why(view, bridge):
    bridge.run(LinkItems("a11", "a25"))
    (line,), reasons = drawn(view)
    assert line.stroke == "broken"
    assert line.dash
    assert reasons == ["starts before 1.1"]


def test_a_link_to_a_row_out_of_sight_runs_to_the_edge_of_the_view(qtbot, bridge):
    view = timetable_of(qtbot, bridge, height=220)
    bridge.run(LinkItems("s111", "a25"))
    (line,), _ = drawn(view)
    assert line.points[-1][1] > view.chart.viewport().height()


def test_nothing_is_drawn_to_a_row_that_is_shut_away_or_has_no_mark(view, bridge):
    bridge.run(LinkItems("s111", "a25"))
    bridge.run(LinkItems("a23", "a25"))
    assert len(drawn(view)[0]) == 1
    view.table.collapse(view.model.index_of("a11"))
    assert drawn(view)[0] == []


def test_the_chain_of_the_current_row_is_drawn_where_it_only_passes_through(qtbot, bridge):
    view = timetable_of(qtbot, bridge, height=160)
    bridge.run(LinkItems("s111", "a25"))
    view.select("s111")
    bar = view.table.verticalScrollBar()
    view.table.executeDelayedItemsLayout()
    bar.setValue(bar.maximum() // 2)
    seen = {view.model.item_id(row.index) for row in view.chart.rows()}
    assert not seen & {"s111", "a25"}
    assert len(drawn(view)[0]) == 1
    view.table.setCurrentIndex(view.model.index_of("a22"))
    bar.setValue(bar.maximum() // 2)
    assert drawn(view)[0] == []


def test_two_chosen_rows_are_linked_by_ctrl_f2_the_upper_first(view, bridge, qtbot):
    view.select("s112")
    index = view.model.index_of("s111")
    view.table.selectionModel().select(
        index, view.table.selectionModel().SelectionFlag.Select | view.table.selectionModel().SelectionFlag.Rows
    )
    qtbot.keyClick(view.table, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    assert [(link.before, link.after) for link in bridge.plan.links] == [("s111", "s112")]
    assert bridge.undo_title == "Link rows"


def test_one_chosen_row_is_no_link_and_is_told_so(view, bridge, recorder):
    view.select("s112")
    view.handlers()["link"]()
    assert bridge.plan.links == ()
    assert "two or more rows" in recorder.notes[0]


def test_a_row_says_its_links_to_those_who_cannot_see_the_chart(view, bridge):
    bridge.run(LinkItems("a11", "a25"))
    serial = view.model.index_of("a25").internalId()
    assert view.chart.marks.spoken(serial).endswith("; follows 1.1 – out of order: starts before 1.1")
