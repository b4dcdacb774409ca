"""The workload as a table: sorted by any column, each number a way to its rows."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mkplanner.models.rasic.questions import Asked
from mkplanner.models.rasic.workload import Workload
from mkplanner.ui.rasic.loadtable import LoadTable
from mkplanner.ui.rasic.view import RasicView


def column(table: LoadTable, name: str) -> int:
    return next(at for at in range(table.columnCount()) if table.horizontalHeaderItem(at).text() == name)


def numbers(table: LoadTable, name: str) -> list[int]:
    at = column(table, name)
    return [int(table.item(row, at).text().replace("–", "0")) for row in range(table.rowCount())]


def test_it_counts_what_the_model_counts(view: RasicView) -> None:
    view.show_workload()
    table = view.load_table
    work = Workload(view.model.matrix.plan)
    assert table.rowCount() == len(work.parties)
    assert sum(numbers(table, "To do")) == sum(load.to_do for load in work.parties)
    assert [table.horizontalHeaderItem(at).text() for at in range(2, 7)] == ["R", "A", "S", "I", "C"]


def test_space_sorts_by_the_column_of_the_cursor_and_back(view: RasicView, qtbot: QtBot) -> None:
    view.show_workload()
    table = view.load_table
    table.setCurrentCell(3, column(table, "R"))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert numbers(table, "R") == sorted(numbers(table, "R"), reverse=True)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert numbers(table, "R") == sorted(numbers(table, "R"))


def test_enter_on_a_number_shows_the_rows_behind_it(view: RasicView, qtbot: QtBot) -> None:
    view.show_workload()
    table = view.load_table
    at = column(table, "A")
    table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    table.setCurrentCell(0, at)
    count = int(table.item(0, at).text())
    qtbot.keyClick(table, Qt.Key.Key_Return)
    question = view.model.question
    assert (question.asked, question.letters) == (Asked.WHERE, "A")
    held = [entry for entry in view.model.rows if "A" in view.model.matrix.cell(entry.item.id, question.party).letters]
    assert len(held) == count


def test_a_quarter_leads_to_the_work_in_it(view: RasicView, qtbot: QtBot) -> None:
    view.show_workload()
    table = view.load_table
    at = column(table, "No date") - 1
    table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    table.setCurrentCell(0, at)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert view.model.question.period.words == table.horizontalHeaderItem(at).text()
    assert view.model.rowCount() > 0


def test_the_strip_comes_back_with_the_same_key_and_esc_leaves(view: RasicView, qtbot: QtBot) -> None:
    view.show_workload()
    assert not view._strip.isVisible()
    qtbot.keyClick(view.load_table, Qt.Key.Key_Escape)
    view.show_workload()
    assert view._strip.isVisible()
    assert not view.load_table.isVisible()
