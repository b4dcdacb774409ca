import shiboken6
from PySide6.QtWidgets import QApplication

from mkplanner.models.commands.rows import AddItem, DeleteItem, MoveItem
from mkplanner.models.commands.together import Together
from mkplanner.ui.itemmodels.columns import BY_WHEN
from mkplanner.ui.plantable import expansion
from mkplanner.ui.plantable.expansion import Expansion
from mkplanner.ui.plantable.view import PlanTable
from mkplanner.ui.timetable.view import TimetableView
from tests.ui.plantable.steps import at, go
from tests.ui.saltway import bridge_of, timetable_of


def test_shut_rows_choice_and_place_stay_when_other_rows_come_and_go(qtbot):
    view = timetable_of(qtbot, bridge_of(), height=230)
    view.table.collapse(view.model.index_of("a11"))
    go(view, "a25", BY_WHEN)
    scrolled = view.table.verticalScrollBar().value()
    assert scrolled > 0

    view._bridge.run(AddItem("Another", parent="t1"))
    view._bridge.run(DeleteItem(("a12",)))
    view._bridge.run(MoveItem("a22", "t1", None))
    view.table.executeDelayedItemsLayout()

    assert not view.table.isExpanded(view.model.index_of("a11"))
    assert view.table.isExpanded(view.model.index_of("t2"))
    assert at(view) == ("a25", BY_WHEN)
    assert view.selected() == ("a25",)


def test_they_stay_even_when_everything_changes_at_once(qtbot):
    view = timetable_of(qtbot, bridge_of())
    view.table.collapse(view.model.index_of("a11"))
    go(view, "a25", BY_WHEN)
    view._bridge.run(Together("All", (AddItem("New", parent="t1"), MoveItem("a22", "t1", None), DeleteItem(("a12",)))))

    assert not view.table.isExpanded(view.model.index_of("a11"))
    assert view.table.isExpanded(view.model.index_of("t1"))
    assert at(view) == ("a25", BY_WHEN)
    assert view.selected() == ("a25",)


def test_rows_that_come_back_by_undo_are_open_again(qtbot, view):
    view._bridge.run(DeleteItem(("t1",)))
    view._bridge.undo()

    assert view.table.isExpanded(view.model.index_of("t1"))
    assert view.table.isExpanded(view.model.index_of("a11"))


def test_what_was_shut_before_the_first_show_stays_shut(qtbot):
    view = timetable_of(qtbot, bridge_of())
    assert isinstance(view.table.expansion, Expansion)
    view.table.expansion.shut_all()
    assert not view.table.isExpanded(view.model.index_of("t1"))
    view.hide()
    view.show()
    assert not view.table.isExpanded(view.model.index_of("t1"))


def test_a_row_that_gets_its_first_row_below_by_indenting_shows_it(view):
    assert not view.model.hasChildren(view.model.index_of("a22"))
    view._bridge.run(MoveItem("a23", "a22", None))

    assert view.table.isExpanded(view.model.index_of("a22"))
    assert view.table.visualRect(view.model.index_of("a23")).height() > 0


def test_a_new_row_is_laid_out_without_laying_out_the_whole_plan_again(qapp, monkeypatch):
    passes = []
    plain = PlanTable.doItemsLayout
    monkeypatch.setattr(PlanTable, "doItemsLayout", lambda table: passes.append(table) or plain(table), raising=False)
    view = TimetableView(bridge_of())  # not qtbot's, which would close it again
    view.resize(1000, 600)
    view.show()
    assert passes != []
    QApplication.processEvents()
    passes.clear()
    view._bridge.run(AddItem("Another", parent="t2", after="a22", id="new"))
    rect = view.table.visualRect(view.model.index_of("new"))

    assert rect.top() == view.table.visualRect(view.model.index_of("a22")).bottom() + 1
    assert passes == []
    shiboken6.delete(view)  # no table may be left that remembers a method which is about to go


def test_a_row_shut_by_hand_stays_shut_in_memory_when_rows_come_below_it_under_a_filter(view):
    view.table.collapse(view.model.index_of("t1"))
    view.set_filter("audit teams")
    view._bridge.run(AddItem("Train the audit teams", parent="t1"))
    view.set_filter("")

    assert not view.table.isExpanded(view.model.index_of("t1"))


def test_a_long_plan_opens_with_its_themes_shut_but_for_the_one_whose_action_is_chosen(qtbot, monkeypatch):
    monkeypatch.setattr(expansion, "_MANY", 3)
    view = TimetableView(bridge_of())
    qtbot.addWidget(view)
    view.select("a11")
    view.resize(900, 500)
    view.show()

    assert view.table.isExpanded(view.model.index_of("t1"))
    assert not view.table.isExpanded(view.model.index_of("t2"))
    assert view.table.verticalScrollBar().value() == 0
    view._bridge.run(AddItem("Another", parent="t2"))
    assert view.table.isExpanded(view.model.index_of("t1"))
