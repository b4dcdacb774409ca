import pytest
from PySide6.QtCore import Qt


def test_the_line_stands_only_while_something_is_asked(view):
    assert view.query_bar.isHidden()
    view.arranger.sort("title")
    assert view.query_bar.isVisible()
    view.arranger.clear()
    assert view.query_bar.isHidden()


def test_each_part_has_a_button_that_takes_it_away(qtbot, view):
    view.set_filter("the")
    view.arranger.group("owner")
    words = [part.text() for part in view.query_bar.parts()]
    assert words == ["“the”", "Grouped by owner"]

    qtbot.mouseClick(view.query_bar.parts()[0], Qt.MouseButton.LeftButton)

    assert view.model.filter == ""
    assert [part.text() for part in view.query_bar.parts()] == ["Grouped by owner"]
    assert all("Take away" in part.accessibleName() for part in view.query_bar.parts())


def test_the_keyboard_takes_parts_away_and_comes_back_to_the_table(qtbot, view):
    view.arranger.sort("title")
    part = view.query_bar.parts()[0]
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Space)

    assert view.query_bar.isHidden()
    assert view.table.hasFocus()


def test_rows_in_the_chart_stand_where_the_table_has_them_below_the_line(view):
    view.arranger.group("status")
    view.table.executeDelayedItemsLayout()
    for row in view.chart.rows():
        assert row.top == view.table.visualRect(row.index).top()
    assert view.table.viewport().mapTo(view, view.table.viewport().rect().topLeft()).y() == (
        view.chart.viewport().mapTo(view, view.chart.viewport().rect().topLeft()).y()
    )


@pytest.mark.parametrize("width", [380, 416, 470, 560, 700])
def test_no_button_of_the_line_is_cut_in_a_narrow_window(qtbot, dressed, view, width: int):
    view.resize(width, 400)
    view.set_filter("the")
    qtbot.wait(20)
    bar = view.query_bar
    shown = [button for button in (*bar.parts(), bar.keep, bar.clear) if button.isVisible()]
    assert bar.clear in shown
    assert [button.text() for button in shown if button.width() < button.sizeHint().width()] == []
