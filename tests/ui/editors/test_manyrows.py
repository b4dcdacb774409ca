from PySide6.QtCore import Qt

from mkplanner.models.commands.rows import SetField
from mkplanner.models.status import Status
from tests.ui.editors.reading import plan_of

ROWS = ("a22", "a23", "a24")


def typed(qtbot, edit, text):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_several_rows_are_named_and_what_they_share_is_shown(panel):
    panel._bridge.run(SetField("a22", "owners", "HR Manager"))
    panel.show_items((*ROWS, "t2"))

    assert panel.many.isVisible()
    assert panel.many.heading.text() == "4 rows selected"
    assert "2.2 Joint training for managers" in panel.many.titles.text()
    assert "Without 1 heading" in panel.many.titles.text()
    assert panel.many.fields["owners"].placeholderText() == "2 different"
    assert panel.many.fields["by_when"].placeholderText() == "3 different"
    assert panel.item_id is None


def test_a_field_is_set_for_all_rows_as_one_step(qtbot, panel):
    panel.show_items(ROWS)
    typed(qtbot, panel.many.fields["owners"], "Head of Legal")
    assert all(plan_of(panel).owners_of(row) for row in ROWS)
    assert panel._bridge.undo_title == "Change owner of 3 rows"
    panel.many.status.chosen.emit(Status.LATE)
    assert {plan_of(panel).items[row].status for row in ROWS} == {Status.LATE}
    assert panel.many.status.accessibleName() == "Status: Late"
    panel._bridge.undo()
    panel._bridge.undo()
    assert not any(plan_of(panel).owners_of(row) for row in ROWS)


def test_tags_are_added_and_removed_and_others_stay(qtbot, panel):
    panel._bridge.run(SetField("a22", "tags", "GAP"))
    panel.show_items(ROWS)
    typed(qtbot, panel.many.fields["add_tags"], "RAP, DAP")
    typed(qtbot, panel.many.fields["remove_tags"], "dap")

    assert plan_of(panel).items["a22"].tags == ("GAP", "RAP")
    assert plan_of(panel).items["a23"].tags == ("RAP",)
    assert panel.many.fields["add_tags"].placeholderText() == "All have: RAP"


def test_a_field_nobody_typed_in_changes_nothing(qtbot, panel):
    panel.show_items(ROWS)
    panel.many.fields["percent"].setFocus()
    qtbot.keyClick(panel.many.fields["percent"], Qt.Key.Key_Return)
    panel.show_item("a22")

    assert panel._bridge.undo_title is None


def test_what_was_typed_is_kept_when_other_rows_are_shown(qtbot, panel):
    panel.show_items(ROWS)
    panel.many.fields["percent"].setFocus()
    qtbot.keyClicks(panel.many.fields["percent"], "30")
    panel.show_item("a11")

    assert {plan_of(panel).items[row].percent for row in ROWS} == {30}


def test_dates_move_together_only_when_asked(panel):
    panel.show_items(("a11", "a21", "a23"))
    assert "2 rows have a day that can move." in panel.many.shift.found.text()
    panel.many.shift.number.setValue(2)
    panel.many.shift.reason.setText("Elections")
    panel.many.shift.move_now.click()

    assert plan_of(panel).items["a11"].by_when.words == "By 14 April 2026"
    assert plan_of(panel).items["a11"].original.words == "By 31 March 2026"
    assert panel._bridge.undo_title == "Shift dates of 3 rows"
