from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from mkplanner.charts.shapes import Text
from mkplanner.models.commands.baselines import SetBaseline
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import SetField
from mkplanner.ui.itemmodels.columns import BY_WHEN, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.look import theme
from mkplanner.ui.timetable import canvas
from mkplanner.ui.timetable.rowmarks import mark_tip
from mkplanner.ui.timetable.rows import visible_rows
from mkplanner.ui.timetable.span import marked_days
from tests.ui.saltway import TODAY, bridge_of, timetable_of
from tests.ui.timetable import pointing


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


def turn(chart, at: QPoint, steps: int, held=Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over a point of the chart; positive steps are away from the user."""
    port = chart.viewport()
    where = QPointF(at)
    event = QWheelEvent(
        where,
        QPointF(port.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def rows_agree(view) -> int:
    """Compare the chart's rows with the table's own rectangles, down to the screen's last line."""
    table, chart = view.table, view.chart
    table.executeDelayedItemsLayout()
    seen = {row.serial: (row.top, row.height) for row in chart.rows()}
    bottom = chart.viewport().height()
    index, count = table.model().index(0, 0), 0
    while index.isValid():
        rect = table.visualRect(index)
        if rect.bottom() >= 0 and rect.top() <= bottom:
            assert seen[index.internalId()] == (rect.top(), rect.height())
            assert table.viewport().mapToGlobal(rect.topLeft()).y() == (
                chart.viewport().mapToGlobal(QPoint(0, seen[index.internalId()][0])).y()
            )
            count += 1
        else:
            assert index.internalId() not in seen or rect.bottom() < 0 or rect.top() > bottom
        index = table.indexBelow(index)
    assert count >= len(seen)
    return count


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text_size=st.sampled_from([90, 100, 125, 150, 200]),
    shut=st.sets(st.sampled_from(["t1", "a11", "t2"])),
    widths=st.tuples(st.integers(60, 400), st.integers(50, 300)),
    height=st.integers(200, 900),
    scrolled=st.floats(0, 1),
    zooms=st.integers(-8, 8),
    words=st.text("ab c\n", max_size=200),
    filtered=st.sampled_from(["", "the", "audit", "no row has these words"]),
)
def test_every_row_of_the_chart_is_where_the_table_has_it(
    qapp, qtbot, text_size, shut, widths, height, scrolled, zooms, words, filtered
):
    installed = theme.install(qapp, "light", text_size)
    bridge = bridge_of()
    view = timetable_of(qtbot, bridge, height=height)
    bridge.run(SetField("a22", "by_when", f"By March 2026 {words}"))
    for id_ in shut:
        view.table.collapse(view.model.index_of(id_))
    view.table.head.resizeSection(TITLE, widths[0])
    view.table.head.resizeSection(BY_WHEN, widths[1])
    view.set_filter(filtered)
    view.chart.zoom_by(1.25**zooms)
    view.table.executeDelayedItemsLayout()
    bar = view.chart.verticalScrollBar()
    bar.setValue(round(bar.maximum() * scrolled))

    assert rows_agree(view) > 0
    assert view.table.verticalScrollBar().value() == bar.value()
    installed.dress("light", 100)
    view.close()


def test_the_heads_of_table_and_chart_end_on_the_same_line(view):
    table_top = view.table.viewport().mapToGlobal(QPoint(0, 0)).y()
    chart_top = view.chart.viewport().mapToGlobal(QPoint(0, 0)).y()

    assert table_top == chart_top
    assert view.chart.head.height() == view.table.head.height()
    assert view.table.viewport().height() == view.chart.viewport().height()


def test_only_rows_on_the_screen_are_asked_for(view):
    rows = list(visible_rows(view.table, 0, 60))

    assert 1 <= len(rows) <= 4
    assert rows[0].top == 0


def test_the_first_view_shows_all_the_plans_years(view):
    zoom = view.chart.zoom

    assert zoom.years == (date(2025, 4, 1), date(2027, 3, 31))
    left, right = zoom.scale.span(*zoom.years)
    assert abs(left) <= 1
    assert abs(right - view.chart.viewport().width()) <= 2


def test_the_wheel_moves_table_and_chart_together(qtbot):
    view = timetable_of(qtbot, bridge_of(), height=260)
    turn(view.chart, QPoint(50, 50), -1)

    assert view.table.verticalScrollBar().value() > 0
    assert view.table.verticalScrollBar().value() == view.chart.verticalScrollBar().value()
    rows_agree(view)


@pytest.mark.parametrize("steps", [3, -3])
def test_ctrl_and_wheel_zoom_about_the_pointer(view, steps):
    at = QPoint(300, 40)
    before = view.chart.zoom.scale
    turn(view.chart, at, steps, Qt.KeyboardModifier.ControlModifier)
    after = view.chart.zoom.scale

    assert (after.pixels_per_day > before.pixels_per_day) == (steps > 0)
    assert after.day(300) == before.day(300)


def test_shift_and_wheel_go_sideways(view):
    view.chart.zoom_by(4)
    before = view.chart.zoom.scale.x(TODAY)
    turn(view.chart, QPoint(50, 50), -1, Qt.KeyboardModifier.ShiftModifier)

    assert view.chart.zoom.scale.x(TODAY) < before
    assert view.table.verticalScrollBar().value() == 0


def test_whole_plan_and_today_come_back_into_view(view):
    view.chart.zoom_by(20)
    view.chart.horizontalScrollBar().setValue(0)
    view.chart.today()
    assert 0 < view.chart.zoom.scale.middle_x(TODAY) < view.chart.viewport().width()
    view.chart.whole_plan()
    left, right = view.chart.zoom.scale.span(*marked_days(view.model.plan, TODAY))
    assert 10 < left < 30
    assert 35 < view.chart.viewport().width() - right < 60
    view.resize(view.width() - 200, view.height())
    assert view.chart.zoom.scale.x(view.chart.zoom.whole.first) == pytest.approx(left)


def test_marks_are_drawn_for_dated_rows_and_for_no_others(view):
    shapes = {row.serial: view.chart.layout_of(row) for row in view.chart.rows()}
    found = {view.model.item(serial).id: layout for serial, layout in shapes.items() if serial != NEW_ROW}

    assert found["t1"] is None
    assert found["a11"].shapes
    assert not found["a23"].shapes
    assert "by 31 March 2026" in found["a11"].words


def test_two_targets_stand_on_the_lines_of_their_own_words(view):
    row = next(row for row in view.chart.rows() if view.model.item_id(row.index) == "a12")
    hits = {hit.segment: hit.rect for hit in view.chart.layout_of(row).hits}
    spans = view.table.rows.line_spans(row.serial)

    for segment, (top, bottom) in enumerate(spans):
        middle = hits[segment].y + hits[segment].height / 2
        assert top <= middle <= bottom


def test_a_click_on_the_chart_selects_the_row_in_the_table(qtbot, view):
    row = next(row for row in view.chart.rows() if view.model.item_id(row.index) == "a22")
    with qtbot.waitSignal(view.selection_changed) as news:
        qtbot.mouseClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, row.top + 5))

    assert news.args == [("a22",)]
    assert view.table.hasFocus()


def test_a_double_click_on_a_mark_opens_the_details(qtbot, view):
    x, y = pointing.middle(view, "a11")
    with qtbot.waitSignal(view.details_wanted):
        pointing.double_click(view.chart, x, y)
    assert view.selected() == ("a11",)
    assert view.table.state() != view.table.State.EditingState


def test_a_double_click_beside_the_mark_edits_the_date(qtbot, view):
    row = next(row for row in view.chart.rows() if view.model.item_id(row.index) == "a11")
    qtbot.mouseDClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, row.top + 5))

    assert view.table.currentIndex().column() == BY_WHEN
    assert view.table.state() == view.table.State.EditingState


def test_the_chart_speaks_the_current_row(view):
    view.select("a21")

    assert view.chart.accessibleName() == "Timetable chart"
    assert "2.1 Appoint the Head" in view.chart.accessibleDescription()
    assert "was by 30 September 2025" in view.chart.accessibleDescription()
    view.select("a23")
    assert view.chart.accessibleDescription().endswith("no date")


def test_the_chart_is_one_graphic_to_a_screen_reader(view):
    view.select("a11")
    spoken = QAccessible.queryAccessibleInterface(view.chart)

    assert spoken.role() == QAccessible.Role.Graphic
    assert spoken.childCount() == 0
    assert spoken.text(QAccessible.Text.Name) == "Timetable chart"
    assert "by 31 March 2026" in spoken.text(QAccessible.Text.Description)


def test_the_table_speaks_column_value_and_status(view):
    tree = QAccessible.queryAccessibleInterface(view.table)
    names = [tree.child(place).text(QAccessible.Text.Name) for place in range(tree.childCount())]

    assert tree.role() == QAccessible.Role.Tree
    assert "Action: 1.2 Put a collaboration agreement in place, On track" in names
    assert "Owner: Head of Legal, HR Manager" in names


def test_the_tip_of_a_mark_gives_wording_and_reading(view):
    words = mark_tip(view.model, view.model.index_of("a21").internalId())

    assert "By 15 December 2025\nwas 30 September 2025" in words
    assert "Read as by 15 December 2025" in words
    assert "Late" in words


def test_a_selected_row_has_the_same_ground_in_table_and_chart(view):
    view.select("a22")
    row = next(row for row in view.chart.rows() if view.model.item_id(row.index) == "a22")
    picture = view.grab().toImage()
    wanted = theme.current()["selection"].lower()
    for pane in (view.table, view.chart):
        corner = pane.viewport().mapTo(view, QPoint(pane.viewport().width() - 3, row.top + 3))
        assert picture.pixelColor(corner).name() == wanted


def test_a_date_outside_the_years_widens_what_can_be_shown(view):
    view._bridge.run(SetField("a22", "by_when", "By March 2031"))

    assert view.chart.zoom.years[1] == date(2031, 3, 31)


def outlines(view, item_id):
    return [shape for shape in pointing.layout_of(view, item_id).shapes if getattr(shape, "stroke", None) == "ghost"]


def test_a_baseline_shows_as_an_outline_what_was_agreed(view):
    bridge = view.model.bridge
    bridge.run(SetBaseline("Board"))
    assert outlines(view, "a11") == []
    bridge.run(SetField("a11", "by_when", "By 31 May 2026"))
    bridge.run(SetField("s112", "by_when", "Dec 25 – Mar 26"))

    assert len(outlines(view, "a11")) == 1
    assert len(outlines(view, "s112")) == 1
    assert "2 months later than agreed" in view.chart.marks.spoken(view.model.index_of("a11").internalId())
    view.handlers()["chart_baseline"]()
    assert outlines(view, "a11") == []
    assert view.ticks()["chart_baseline"] is False


def test_of_a_date_of_several_parts_only_the_part_that_moved_shows_what_was_agreed(view):
    bridge = view.model.bridge
    bridge.run(SetField("a12", "by_when", "By 31 Dec 25 for existing services\nBy 31 May 26 for new services"))
    bridge.run(SetBaseline("Board"))
    bridge.run(SetField("a12", "by_when", "By 31 Dec 25 for existing services\nBy 30 June 26 for new services"))
    (ghost,) = outlines(view, "a12")
    scale = view.chart.zoom.scale

    xs = [x for x, _ in ghost.points]
    assert min(xs) < scale.middle_x(date(2026, 5, 31)) < max(xs)
    assert "1 month later for new services than agreed" in view.chart.marks.spoken(
        view.model.index_of("a12").internalId()
    )


def test_the_critical_chain_is_underlined_on_request_and_said(view):
    bridge = view.model.bridge
    bridge.run(LinkItems("s112", "a25"))
    before = len(pointing.layout_of(view, "a25").shapes)
    view.handlers()["chart_critical"]()

    assert len(pointing.layout_of(view, "a25").shapes) == before + 1
    assert view.chart.links.strong == {link.id for link in bridge.plan.links}
    assert view.chart.marks.spoken(view.model.index_of("a25").internalId()).count("on the critical chain") == 1
    bridge.run(SetField("a25", "by_when", "Spring 2027"))
    assert view.chart.links.strong
    view.handlers()["chart_critical"]()
    assert not view.chart.links.strong


def test_labels_name_the_owner_and_the_action_on_request(view):
    def words(item_id):
        return [shape.words for shape in pointing.layout_of(view, item_id).shapes if isinstance(shape, Text)]

    assert "Audit Manager" not in words("a11")
    view.handlers()["chart_owners"]()
    assert "Audit Manager" in words("a11")
    view.handlers()["chart_dates"]()
    assert words("a11")[1:] == ["Audit Manager"], "the A of the status stands first"
    view.handlers()["chart_titles"]()
    view.chart.zoom_by(1.5)
    assert any(text.startswith("Open the") and text.endswith(" · Property Manager") for text in words("a25")), words(
        "a25"
    )


def test_what_the_chart_shows_is_remembered(qtbot, view):
    view.handlers()["chart_owners"]()
    view.handlers()["chart_two_tiers"]()
    again = timetable_of(qtbot, bridge_of())
    again.restore_state(view.save_state())

    assert again.ticks() == view.ticks()
    assert again.chart.head.most == 2


def test_the_head_names_the_day_and_its_holiday(view):
    x = view.chart.zoom.scale.middle_x(date(2025, 12, 25))

    assert view.chart.head.words_at(x) == "Thursday 25 December 2025 – Christmas Day\nQ3 2025/26"


def test_a_marks_tooltip_tells_why_it_was_revised_and_by_how_much(view):
    tip = mark_tip(view.model, view.model.index_of("a21").internalId())

    assert "Revised: Second round of interviews" in tip
    assert "Slippage: 76 days later" in tip


def test_a_date_moved_by_a_key_is_told_beside_its_mark(view, monkeypatch):
    said = []
    monkeypatch.setattr(canvas.QToolTip, "showText", lambda _place, words, *_: said.append(words))
    view.select("a11")
    view.handlers()["dates_week_later"]()
    view.chart.hand.carry_out("", rewrites=True)
    view.handlers()["dates_week_later"]()

    assert said == ["By 14 April 2026\n1 week later"]
