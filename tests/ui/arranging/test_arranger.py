from PySide6.QtCore import QPoint, Qt

from mkplanner.models.asking.query import EVERYTHING, Query
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.ui.itemmodels.columns import BY_WHEN, STATUS

WHOLE = ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2", "2.3", "2.4", "2.5"]


def click_heading(qtbot, view, column):
    head = view.table.head
    at = QPoint(head.sectionViewportPosition(column) + 20, head.height() - 8)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_heading_sorts_turns_and_goes_back(qtbot, view, shown):
    click_heading(qtbot, view, BY_WHEN)
    forwards = shown(view)
    assert forwards == ["2", "2.4", "2.1", "2.5", "2.3", "2.2", "1", "1.2", "1.1", "1.1.1", "1.1.2"]

    click_heading(qtbot, view, BY_WHEN)
    assert view.arranger.query == Query(sort="by_when", backwards=True)
    assert sorted(shown(view)) == sorted(forwards)

    click_heading(qtbot, view, BY_WHEN)
    assert shown(view) == WHOLE
    assert view.arranger.query == EVERYTHING


def test_sorting_keeps_what_is_shut_and_chosen(view, shown):
    view.table.setExpanded(view.model.index_of("a11"), False)
    view.select("a12")
    view.arranger.sort("title")
    assert view.selected() == ("a12",)
    assert not view.table.isExpanded(view.model.index_of("a11"))
    view.arranger.clear()
    assert not view.table.isExpanded(view.model.index_of("a11"))
    assert [id_ for id_ in shown(view) if id_ not in WHOLE] == []


def test_the_current_row_stays_in_sight_when_the_line_above_the_table_comes(qapp, view):
    view.resize(view.width(), 300)
    view.select("t1")
    view.arranger.sort("by_when")
    for _ in range(3):
        qapp.processEvents()
    shown = view.table.visualRect(view.table.currentIndex())

    assert view.table.current_id() == "t1"
    assert view.table.viewport().rect().contains(shown.center())


def test_rows_are_sorted_in_one_list_where_that_is_wished_and_so_is_the_next_sort(view, shown):
    view.arranger.sort("by_when")
    view.arranger.tear(True)
    assert view.arranger.query == Query(sort="by_when", flat=True)
    assert shown(view)[:2] == ["2.4", "1.1.1"]
    assert "1" not in shown(view)
    assert view.arranger.status_words() == "Sorted by when · In one list"
    view.arranger.sort("")
    assert view.arranger.query == EVERYTHING
    view.arranger.sort("title")
    assert view.arranger.query.flat
    view.arranger.tear(False)
    assert "1" in shown(view)


def test_rows_that_come_while_sorted_find_their_place(view, shown):
    view.arranger.sort("title")
    view.model.bridge.run(AddItem("Appoint an auditor", parent="t2", id="new"))
    assert shown(view).index("2.6") < shown(view).index("2.1")
    view.arranger.sort("")
    assert shown(view) == [*WHOLE, "2.6"]


def test_groups_show_every_owner_with_their_rows(view, shown):
    view.arranger.group("owner")

    assert shown(view) == [
        *("Audit Manager (1)", "1.1", "Head of Legal (1)", "1.2", "HR Manager (1)", "1.2"),
        *("Property Manager (1)", "2.5", "Nobody yet (6)", "1.1.1", "1.1.2", "2.1", "2.2", "2.3", "2.4"),
    ]
    assert view.table.rows.is_heading(view.model.index(0, 0).internalId())


def test_the_chosen_row_stays_chosen_whatever_is_asked(view):
    view.select("a23")
    for deed in (lambda: view.arranger.sort("title"), lambda: view.arranger.group("status"), view.arranger.clear):
        deed()
        assert view.selected() == ("a23",)
        assert view.table.current_id() == "a23"


def test_facts_are_asked_for_and_left_out_again(view, shown):
    view.arranger.toggle("statuses", "late")
    assert shown(view) == ["2", "2.1"]
    assert view.arranger.count_words() == "1 of 9 actions"
    assert view.arranger.status_words() == "Filter: Status: Late (1 of 9 actions)"
    view.arranger.toggle("statuses", "complete")
    assert shown(view) == ["1", "1.1", "1.1.1", "2", "2.1"]
    view.arranger.toggle("statuses", "late")
    view.arranger.toggle("statuses", "complete")
    assert shown(view) == WHOLE


def test_a_row_that_is_changed_stays_until_the_filter_is_applied_again(view, shown):
    view.arranger.toggle("statuses", "late")
    view.model.run(SetField("a21", "status", "On track"))
    assert "2.1" in shown(view)
    assert view.arranger.has_changed

    view.arranger.ask_again()

    assert shown(view) == []
    assert not view.arranger.has_changed


def test_a_changed_row_does_not_jump_while_rows_are_sorted(view, shown):
    view.arranger.sort("status")
    before = shown(view)
    view.model.run(SetField("a23", "status", "On track"))
    assert shown(view) == before
    view.arranger.ask_again()
    assert shown(view) != before


def test_a_new_row_is_in_sight_although_it_does_not_answer_the_filter(view, shown):
    view.arranger.toggle("statuses", "late")
    view.model.run(AddItem("Fresh", parent="t1"))
    assert "1.3" in shown(view)


def test_cells_are_edited_in_groups_like_anywhere(view):
    view.arranger.group("owner")
    index = view.model.index_of("a22", STATUS)
    assert view.model.setData(index, "Complete")
    assert index.data() == "Complete"


def test_both_places_of_a_row_say_the_same_after_a_change(view):
    view.arranger.group("owner")
    view.model.run(SetField("a12", "title", "Other words"))
    texts = {view.model.text(serial, 1) for serial in view.model._serials.all_of("a12")}
    assert texts == {"Other words"}


def test_going_from_one_found_row_to_the_next_goes_round_and_counts(view):
    view.set_filter("the")
    words = [view.arranger.seek(1) for _ in range(5)]
    assert all(said.endswith("with “the”") for said in words)
    assert words[0].startswith("1 of") or words[0].startswith("2 of")
    assert view.arranger.seek(-1) == words[-2]
    view.set_filter("")
    assert view.arranger.seek(1).endswith("with “the”")


def test_looking_for_nothing_says_what_to_do(view):
    assert "Ctrl+F" in view.arranger.seek(1)
    view.set_filter("zebra")
    assert view.arranger.seek(1) == "No row here holds “zebra”."


def test_when_the_current_row_is_filtered_away_the_rows_begin_at_the_top(view):
    view.resize(1100, 240)
    view.select("a12")
    view.arranger.toggle("statuses", "late")
    assert view.table.currentIndex().row() == 0
    assert view.table.verticalScrollBar().value() == 0
    view.arranger.clear()
    assert 0 <= view.table.visualRect(view.table.currentIndex()).top() < view.table.viewport().height()


def test_what_is_typed_on_the_heading_of_a_group_is_written_nowhere(qtbot, view, recorder):
    view.arranger.group("owner")
    view.table.go_to(view.model.index(0, BY_WHEN))
    view.handlers()["edit"]()
    assert "worked out" in recorder.notes[0]
    qtbot.keyClicks(view.table, "31 July 2026")
    assert view.table.currentIndex() == view.model.index(0, BY_WHEN)
    assert view._bridge.undo_title is None


def test_words_looked_for_without_a_filter_are_marked_until_somebody_goes_elsewhere(view):
    view.set_filter("leaflet")
    view.arranger.seek(1)
    view.set_filter("")
    assert view.table.rows.sought == ()

    view.arranger.seek(1)
    assert view.table.rows.sought == ("leaflet",)
    view.select("a12")
    assert view.table.rows.sought == ()
