"""Questions asked by keyboard, and what the matrix then shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from mkplanner.models.rasic.questions import Asked, Question
from mkplanner.ui.rasic.questionbar import QuestionBar
from mkplanner.ui.rasic.view import RasicView
from mkplanner.ui.rasic.workload import WorkloadStrip
from tests.ui.rasic.test_grid import put_cursor


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def test_a_question_mark_asks_about_the_post_at_the_cursor(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "3.1", "HR Manager")
    qtbot.keyClicks(view.grid, "?")
    menu = view.findChild(QMenu, "question_menu")
    assert entries(menu) == [
        "Gaps only",
        "Where is HR Manager? (any letter)",
        "Where is HR Manager, by letter",
        "What does HR Manager owe this quarter?",
        "Compare HR Manager with",
        "Hide done",
        "Show all rows",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_W)
    assert view.model.question.asked is Asked.WHERE
    hr = view.model.columns[view.grid.currentIndex().column()]
    assert hr.name == "HR Manager"
    shown = [entry.item.id for entry in view.model.rows if not entry.item.kind.is_heading]
    assert any(view.model.matrix.cell(item, hr.id).letters for item in shown)
    assert view.questions._words.text().startswith("Where HR Manager has a letter:")
    qtbot.keyClick(view.grid, Qt.Key.Key_Escape)
    assert view.model.question.is_open


def test_a_gap_stays_in_sight_while_it_is_filled(view: RasicView, qtbot: QtBot) -> None:
    view.findChild(QToolButton, "gaps").click()
    item, _ = put_cursor(view, "3.1", "Chief Executive")
    rows = view.model.rowCount()
    qtbot.keyClick(view.grid, Qt.Key.Key_A)
    assert view.model.rowCount() == rows
    assert view.model.row_of(item) is not None
    view.findChild(QToolButton, "gaps").click()
    view.findChild(QToolButton, "gaps").click()
    assert view.model.row_of(item) is None


def test_two_are_compared_side_by_side(view: RasicView) -> None:
    one, other = view.model.columns[2], view.model.columns[6]
    view.questions.asked.emit(Question(Asked.COMPARE, one.id, other.id))
    assert view.model.columns == (one, other)
    view.questions.clear()
    assert len(view.model.columns) == 11


def test_words_narrow_the_rows_and_stay_when_the_question_goes(view: RasicView) -> None:
    view.set_filter("telephone")
    few = view.model.rowCount()
    assert 0 < few < 20
    view.findChild(QToolButton, "hide_done").click()
    assert view.model.question.hide_done
    view.findChild(QToolButton, "clear_question").click()
    assert view.model.rowCount() == few
    view.set_filter("")
    assert view.model.question.is_open


def test_a_click_on_somebodys_bars_shows_where_they_hold_letters(view: RasicView, qtbot: QtBot) -> None:
    strip = view.findChild(WorkloadStrip)
    left = view.grid.rows.width()
    x = left + view.grid.heads.sectionViewportPosition(4) + 10
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center().__class__(x, 50))
    assert view.model.question == Question(Asked.WHERE, view.model.columns[4].id)


def test_an_answer_without_rows_says_why_and_how_to_get_back(view: RasicView, qtbot: QtBot) -> None:
    view.grid.setFocus()
    view.set_filter("zebra crossing")
    assert view.model.rowCount() == 0
    assert len({view.grid.viewport().grab().toImage().pixel(x, 20) for x in range(300)}) > 1
    qtbot.keyClick(view.grid, Qt.Key.Key_A)
    view.set_filter("")
    assert view.model.rowCount() > 50


def test_the_bar_says_nothing_while_nothing_is_asked(view: RasicView) -> None:
    bar: QuestionBar = view.questions
    assert bar._words.text() == ""
    assert not bar._clear.isVisible()
