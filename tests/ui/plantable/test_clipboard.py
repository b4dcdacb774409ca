from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from mkplanner.models.rasic.owners import show_owners
from mkplanner.ui.itemmodels.columns import OWNER, STATUS, TITLE
from mkplanner.ui.plantable.clipboard import ROWS, copy_rows
from tests.builders import empty_plan
from tests.ui.plantable.steps import CTRL, SHIFT, go, key, plan_of
from tests.ui.saltway import bridge_of, timetable_of


def test_copied_rows_are_text_for_spreadsheets_and_a_table_for_word(qtbot, view):
    go(view, "a12", TITLE)
    key(qtbot, view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()

    assert data.text().split("\t") == [
        "1.2",
        "Put a collaboration agreement in place",
        "By 31 Dec 25 for existing services Ongoing for new services",
        "Head of Legal, HR Manager",
        "On track",
    ]
    assert ">By 31 Dec 25 for existing services<br>Ongoing for new services</td>" in data.html()
    assert ">By when</th>" in data.html()


def test_copied_rows_can_be_pasted_back_as_new_rows(qtbot, view, recorder):
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    rows = plan_of(view).children["t2"]
    assert [row.title for row in rows].count("Joint training for managers") == 2
    assert rows[2].by_when.words == "Ongoing"
    assert recorder.notes == ["Pasted 1 row. Undo takes them back."]


def test_pasted_lines_become_actions_below_the_current_one_in_one_step(qtbot, view, recorder):
    QGuiApplication.clipboard().setText("Book the hall\n\nSend letters\tBy March 2026\tHead of Bins\tnonsense\n")
    go(view, "a21", TITLE)
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    rows = plan_of(view).children["t2"]
    assert [row.title for row in rows[:3]] == [rows[0].title, "Book the hall", "Send letters"]
    assert rows[2].by_when.words == "By March 2026"
    assert rows[2].notes == "nonsense"
    view._bridge.undo()
    assert len(plan_of(view).children["t2"]) == 5


def test_a_pasted_table_with_headings_comes_in_whole(qtbot, view, recorder):
    table = "Action\tBy when\tAction by\nWrite a plan\tMay 2026\tHead of Bins\nPrint it\tJune 2026\tHead of Bins\n"
    QGuiApplication.clipboard().setText(table)
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    titles = [item.title for item in plan_of(view).items.values()]
    assert {"Write a plan", "Print it"} <= set(titles)
    assert "Action" not in titles


def test_an_empty_clipboard_is_said_not_pasted(qtbot, view, recorder):
    QGuiApplication.clipboard().clear()
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert "no text" in recorder.notes[0]
    assert view._bridge.undo_title is None


def test_columns_are_copied_in_the_order_in_which_they_stand(view):
    view.table.head.moveSection(view.table.head.visualIndex(STATUS), 2)
    view.table.head.setSectionHidden(OWNER, True)
    copy_rows(view.table, ["a21"])
    assert QGuiApplication.clipboard().text().split("\t")[2] == "Late"
    assert ">Owner</th>" not in QGuiApplication.clipboard().mimeData().html()


def test_whole_rows_keep_structure_owners_letters_and_dates(qtbot, view, recorder):
    go(view, "a11", TITLE)
    key(qtbot, view, Qt.Key.Key_C, CTRL)
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_V, CTRL)

    plan = plan_of(view)
    fresh = plan.children["t2"][2]
    assert fresh.title == plan.items["a11"].title
    assert [child.title for child in plan.children[fresh.id]] == ["Options paper to Board", "Consult audit teams"]
    assert fresh.by_when == plan.items["a11"].by_when
    assert [cell.party for cell in plan.owners_of(fresh.id)] == [cell.party for cell in plan.owners_of("a11")]
    assert recorder.notes == ["Pasted 3 rows. Undo takes them back."]
    view._bridge.undo()
    assert len(plan_of(view).items) == 11


def test_cut_rows_move_and_keep_who_they_are(qtbot, view, recorder):
    go(view, "a11", TITLE)
    key(qtbot, view, Qt.Key.Key_X, CTRL)
    assert "a11" in plan_of(view).items
    go(view, "a23", TITLE)
    key(qtbot, view, Qt.Key.Key_V, CTRL)

    plan = plan_of(view)
    assert [row.id for row in plan.children["t2"]] == ["a21", "a22", "a23", "a11", "a24", "a25"]
    assert [row.id for row in plan.children["a11"]] == ["s111", "s112"]
    assert recorder.notes[-1].startswith("Moved 1 row.")


def test_rows_go_from_one_window_to_another_with_their_owners(qtbot, view, recorder):
    other = timetable_of(qtbot, bridge_of(empty_plan()))
    go(view, "a12", TITLE)
    key(qtbot, view, Qt.Key.Key_C, CTRL)
    other.table.setFocus()
    key(qtbot, other, Qt.Key.Key_V, CTRL)

    (row,) = plan_of(other).items.values()
    assert row.by_when.words.startswith("By 31 Dec 25")
    assert show_owners(plan_of(other), row.id) == "Head of Legal, HR Manager"


def test_several_columns_are_copied_as_cells(qtbot, view):
    go(view, "a21", TITLE)
    key(qtbot, view, Qt.Key.Key_Right, SHIFT)
    key(qtbot, view, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()

    assert data.text().split("\t") == [
        "Appoint the Head of Shared Legal Services",
        "By 15 December 2025 was 30 September 2025",
    ]
    assert not data.hasFormat(ROWS)


def test_a_duplicate_stands_after_its_row(qtbot, view):
    go(view, "a11", TITLE)
    key(qtbot, view, Qt.Key.Key_D, CTRL | SHIFT)
    titles = [row.title for row in plan_of(view).children["t1"]]
    assert titles[0] == titles[1]
    assert view._bridge.undo_title == "Duplicate 3 rows"


def test_rows_in_sight_are_copied_as_a_picture_too(qtbot, view):
    go(view, "a21", TITLE)
    key(qtbot, view, Qt.Key.Key_C, CTRL)
    picture = QGuiApplication.clipboard().mimeData().imageData()
    assert picture.height() == view.table.visualRect(view.model.index_of("a21")).height()
    assert picture.width() == view.splitter.width()
