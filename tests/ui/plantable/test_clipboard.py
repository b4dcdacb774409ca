from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from mkplanner.ui.plantable.clipboard import copy_rows
from mkplanner.ui.plantable.columns import OWNER, STATUS, TITLE
from tests.ui.plantable.steps import go, key, plan_of


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
    assert "<td>By 31 Dec 25 for existing services<br>Ongoing for new services</td>" in data.html()
    assert "<th>By when</th>" in data.html()


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
    assert "<th>Owner</th>" not in QGuiApplication.clipboard().mimeData().html()
