"""The board's paper in the window."""

import pytest

from mkplanner.charts.reports.registry import REPORTS
from mkplanner.models.commands.rows import SetField
from mkplanner.models.commands.settings import SetPlanInfo, SetSetting
from mkplanner.ui.board import view as board
from mkplanner.ui.board.view import BoardView
from tests.builders import example_plan
from tests.ui.saltway import bridge_of


@pytest.fixture
def bridge():
    return bridge_of(example_plan())


@pytest.fixture
def view(qtbot, dressed, bridge):
    view = BoardView(bridge)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    laid_out(qtbot, view)
    return view


def laid_out(qtbot, view):
    qtbot.waitUntil(lambda: view._task is None and view._document is not None, timeout=20_000)


def words(view):
    return " ".join(
        shape.words
        for page in view._document.pages
        for part in page.content
        for shape in part.shapes
        if hasattr(shape, "words")
    )


def test_the_board_summary_of_the_plan_is_on_show_as_wide_as_there_is_room(view, bridge):
    assert view.report == "board"
    assert bridge.plan.info.title in words(view)
    page = view._document.pages[0]
    assert page.width * view.preview.scale() == pytest.approx(view.preview.viewport().width() - 56, abs=1)
    assert view.status_text() == view.status_text().strip() != ""


def test_a_change_of_the_plan_is_on_the_page_a_moment_later(qtbot, view, bridge):
    before = view._document
    bridge.run(SetPlanInfo((("title", "Harbour Partnership"),)))
    qtbot.waitUntil(lambda: view._document is not before, timeout=20_000)
    assert "Harbour Partnership" in words(view)


def test_out_of_sight_nothing_is_laid_out_until_it_is_shown_again(qtbot, view, bridge):
    view.hide()
    before = view._document
    bridge.run(SetPlanInfo((("title", "Harbour Partnership"),)))
    qtbot.wait(2 * board.PAUSE)
    assert view._document is before
    assert view._task is None
    view.show()
    qtbot.waitUntil(lambda: view._document is not before, timeout=20_000)
    assert "Harbour Partnership" in words(view)


def test_the_same_plan_is_not_laid_out_twice(qtbot, view):
    before = view._document
    view.hide()
    view.show()
    assert view._task is None
    assert view._document is before


def test_every_report_can_be_shown(qtbot, view):
    for place in range(view.reports.count()):
        view.reports.setCurrentIndex(place)
        qtbot.waitUntil(lambda: view._task is None, timeout=20_000)
        assert view._document is not None or view.report == "changes"
    assert {view.reports.itemData(place) for place in range(view.reports.count())} == set(REPORTS)


def test_the_choices_last_made_for_a_report_count_here_too(qtbot, view, bridge):
    wide = view._document.pages[0].width
    bridge.run(SetSetting("paper/board", {"orientation": "landscape"}))
    qtbot.waitUntil(lambda: view._document.pages[0].width > wide, timeout=20_000)


def test_pages_turn(qtbot, view):
    view.reports.setCurrentIndex(view.reports.findData("timetable"))
    qtbot.waitUntil(lambda: view._task is None and len(view._document.pages) > 1, timeout=20_000)
    view.turn_page(1)
    assert view.pages.currentIndex().row() == 1
    assert "Page 2 of" in view.preview.accessibleDescription()
    view.turn_page(-5)
    assert view.pages.currentIndex().row() == 1


def test_a_row_chosen_elsewhere_stays_chosen(view, bridge):
    row = next(iter(bridge.plan.items))
    heard = []
    view.selection_changed.connect(heard.append)
    view.select(row)
    assert view.selected() == (row,)
    assert heard == [(row,)]
    bridge.run(SetField(row, "title", "Another"))
    view.select(None)
    assert view.selected() == ()


def test_zoom_and_whole_page_are_orders_of_the_view(view):
    before = view.preview.scale()
    view.handlers()["zoom_in"]()
    assert view.preview.scale() > before
    view.handlers()["whole_plan"]()
    assert view.preview.verticalScrollBar().maximum() == 0
