from mkplanner.ui.editors.rowpicker import RowEdit, find_row
from tests.ui.saltway import bridge_of, saltway_plan


def test_a_number_is_the_row_itself_even_where_titles_hold_it():
    plan = saltway_plan()
    assert find_row(plan, "1.1") == "a11"
    assert (
        find_row(plan, "  1.1   Agree the operating model for the shared audit service of all three councils ") == "a11"
    )
    assert find_row(plan, "") is None


def test_the_list_of_rows_is_made_when_somebody_is_about_to_choose(qtbot):
    edit = RowEdit(bridge_of().plan)
    qtbot.addWidget(edit)
    assert edit.completer().model().rowCount() == 0
    edit.show()
    qtbot.waitExposed(edit)
    edit.setFocus()
    qtbot.waitUntil(lambda: edit.completer().model().rowCount() == len(saltway_plan().items))
