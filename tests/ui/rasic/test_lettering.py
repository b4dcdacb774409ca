"""Cells filled, copied and pasted as Excel and Word would have it."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mkplanner.ui import messages
from mkplanner.ui.rasic.choosing import ChoosingTable
from mkplanner.ui.rasic.lettering import Lettering
from mkplanner.ui.rasic.view import RasicView
from tests.ui.rasic.test_grid import letters, put_cursor

SHIFT = Qt.KeyboardModifier.ShiftModifier


def cell(view: RasicView, row: int, column: int) -> tuple[str, str]:
    place = view.grid.place_at(row, column)
    assert place is not None
    found = view.model.matrix.cell(*place)
    return found.letters, found.qualifier


def test_filling_right_repeats_the_leftmost_with_its_note(view: RasicView) -> None:
    put_cursor(view, "3.2.1", "Chief Executive")
    index = view.grid.currentIndex()
    view.model.setData(index, "R (assist)")
    view.grid.choose([index.row()], [index.column(), index.column() + 1, index.column() + 2])
    view.grid.lettering.fill_right()
    assert cell(view, index.row(), index.column() + 2) == ("R", "assist")
    view._bridge.undo()
    assert cell(view, index.row(), index.column() + 1)[0] != "R" or view._bridge.redo_title == "Fill right"


def test_one_cell_alone_is_filled_from_its_neighbour(view: RasicView) -> None:
    put_cursor(view, "3.1", "Property Manager")
    index = view.grid.currentIndex()
    view.grid.lettering.type_letter("S", alone=True)
    below = view.grid.next_row(index.row(), 1)
    view.grid.setCurrentIndex(view.model.index(below, index.column()))
    view.grid.lettering.fill_down()
    assert cell(view, below, index.column()) == ("S", "")


def test_a_copied_block_is_text_and_table_and_comes_back_the_same(view: RasicView) -> None:
    rows = view.grid.letter_rows(0, 12)
    columns = list(range(8))
    before = [[cell(view, row, column) for column in columns] for row in rows]
    view.grid.choose(rows, columns)
    view.grid.lettering.copy()
    kept = QMimeData()
    kept.setText(QGuiApplication.clipboard().mimeData().text())
    kept.setHtml(QGuiApplication.clipboard().mimeData().html())
    assert "<table" in kept.html()
    view.grid.lettering.clear()
    assert all(not cell(view, row, column)[0] for row in rows for column in columns)
    for data in (kept.text(), kept.html()):
        single = QMimeData()
        single.setText(data) if data == kept.text() else single.setHtml(data)
        QGuiApplication.clipboard().setMimeData(single)
        view.grid.choose(rows[:1], columns[:1])
        view.grid.lettering.paste()
        assert [[cell(view, row, column) for column in columns] for row in rows] == before
        view._bridge.undo()


def test_with_heads_the_block_can_be_read_by_anybody(view: RasicView) -> None:
    put_cursor(view, "1.1", "Joint Board")
    view.grid.lettering.copy(with_heads=True)
    assert QGuiApplication.clipboard().text() == (
        "Ref\tAction\tJoint Board\n1.1\tAgree one operating model for the shared audit service\tI"
    )


def test_a_pasted_block_skips_headings_and_says_what_had_no_room(
    view: RasicView, recorder: messages.Recorder, qtbot: QtBot
) -> None:
    put_cursor(view, "1.4.3", "Property Manager")
    row, column = view.grid.currentIndex().row(), view.grid.currentIndex().column()
    QGuiApplication.clipboard().setText("R\tA\nC\tI")
    view.grid.lettering.paste()
    assert cell(view, row, column) == ("R", "")
    below = view.grid.next_row(row, 1)
    assert view.model.entry(below).number == "2.1", "between them stands a heading"
    assert cell(view, below, column) == ("C", "")
    assert recorder.notes[-1].startswith("1 column of the copied block lie")


def test_one_copied_cell_fills_every_chosen_one(view: RasicView) -> None:
    rows = view.grid.letter_rows(0, 6)
    view.grid.choose(rows, [9, 10])
    QGuiApplication.clipboard().setText("C & S")
    view.grid.lettering.paste()
    assert {cell(view, row, column) for row in rows for column in (9, 10)} == {("SC", "")}


def test_nothing_chosen_changes_nothing(view: RasicView) -> None:
    before = view.model.matrix.plan
    view.grid.selectionModel().clear()
    assert isinstance(view.grid, ChoosingTable)
    lettering: Lettering = view.grid.lettering
    for deed in (lettering.clear, lettering.fill_down, lettering.fill_right, lettering.copy, lettering.paste):
        deed()
    assert view.model.matrix.plan is before
    assert letters(view, next(iter(view.model.matrix.own))) != ""


def test_a_block_copied_with_heads_finds_its_own_rows_and_columns(view: RasicView, recorder: messages.Recorder) -> None:
    rows, columns = view.grid.letter_rows(3, 9), [2, 3, 4]
    before = [[cell(view, row, column) for column in columns] for row in rows]
    assert any(letters for line in before for letters, _ in line)
    view.grid.choose(rows, columns)
    view.grid.lettering.copy(with_heads=True)
    kept = QGuiApplication.clipboard().text()
    view.grid.lettering.clear()
    QGuiApplication.clipboard().setText(kept)
    view.grid.choose([view.grid.letter_rows(0, 40)[-1]], [9])
    view.grid.lettering.paste()
    assert [[cell(view, row, column) for column in columns] for row in rows] == before
    assert view._bridge.undo_title == "Paste RASIC letters"


def test_what_heads_name_elsewhere_is_left_out_and_told(view: RasicView, recorder: messages.Recorder) -> None:
    place = "1.1", "Joint Board"
    put_cursor(view, *place)
    index = view.grid.currentIndex()
    QGuiApplication.clipboard().setText("\tNobody we know\tJoint Board\n1.1\tR\tS\n77\tR\tA")
    view.grid.setCurrentIndex(view.model.index(index.row(), index.column() + 2))
    view.grid.lettering.paste()
    assert cell(view, index.row(), index.column())[0] == "S"
    assert recorder.notes[-1].startswith("1 row and 1 column of the copied block lie outside")


def test_after_a_paste_by_heads_the_cells_in_between_are_not_chosen(
    view: RasicView, recorder: messages.Recorder
) -> None:
    rows = view.grid.letter_rows(0, 40)
    first, last = rows[1], rows[6]
    names = [view.model.columns[column].name for column in (0, 3)]
    numbers = [view.model.entry(row).number for row in (first, last)]
    lines = ["\t" + "\t".join(names), *(f"{number}\tR\tC" for number in numbers)]
    QGuiApplication.clipboard().setText("\n".join(lines))
    view.grid.lettering.paste()
    assert view.grid.chosen_span() == ([first, last], [0, 3])
    assert len(view.grid.chosen()) == 4
    view.grid.lettering.clear()
    assert [cell(view, row, column)[0] for row in (first, last) for column in (0, 3)] == [""] * 4


def test_a_block_of_neighbours_is_chosen_in_one_piece_over_headings(view: RasicView) -> None:
    rows = view.grid.letter_rows(0, view.model.rowCount() - 1)
    view.grid.choose(rows, [1, 2])
    assert view.grid.selectionModel().selection().size() == 1
