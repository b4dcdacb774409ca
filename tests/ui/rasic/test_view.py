"""The RASIC view beside its shell: panel, workload, checks and what it tells."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.rasic.legend import LetterButton
from mkplanner.ui.rasic.side import SidePanel
from mkplanner.ui.rasic.view import RasicView
from mkplanner.ui.rasic.workload import WorkloadStrip
from tests.builders import empty_plan, session_of, titled
from tests.ui.rasic.test_grid import letters, put_cursor


def test_an_empty_plan_shows_what_to_do_first(qtbot: QtBot) -> None:
    session, _ = session_of(empty_plan())
    shown = RasicView(SessionBridge(session))
    qtbot.addWidget(shown)
    assert shown._pages.currentIndex() == 1


def test_selecting_a_row_moves_the_cursor_and_says_where_it_is(view: RasicView) -> None:
    counter = titled(view.model.matrix.plan, "Open the shared enquiry counter")
    view.select(counter.id)
    assert view.selected() == (counter.id,)
    assert isinstance(view._side, SidePanel)
    assert view._side._cursor.text().startswith("3.2, Joint Board: Informed")


def test_a_letter_button_adds_its_letter(view: RasicView, qtbot: QtBot) -> None:
    cell = put_cursor(view, "3.1", "Chief Executive")
    buttons = {button.accessibleName(): button for button in view.findChildren(LetterButton)}
    qtbot.mouseClick(buttons["Accountable"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons["Consulted"], Qt.MouseButton.LeftButton)
    assert letters(view, cell) == "AC"
    clear = next(button for button in view.findChildren(QPushButton) if button.text() == "Clear")
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert letters(view, cell) == ""


def test_the_workload_speaks_what_it_draws(view: RasicView) -> None:
    strip = view.findChild(WorkloadStrip)
    assert strip is not None
    assert "Director of Resources: 3 Accountable, 0 Responsible" in strip.accessibleDescription()


def test_the_status_bar_counts_what_is_missing(view: RasicView) -> None:
    assert view.status_text() == "50 rows × 11 posts · 1 without Accountable, 0 with several"


def test_it_is_painted_with_more_than_one_colour(view: RasicView) -> None:
    image: QImage = view.grab().toImage()
    colours = {image.pixel(x, 400) for x in range(0, image.width(), 2)}
    assert len(colours) > 5


def test_a_problem_leads_to_its_row_and_goes_when_it_is_mended(view: RasicView, qtbot: QtBot) -> None:
    problems = view.findChild(QListWidget, "rasic_problems")
    assert problems is not None
    before = problems.count()
    assert problems.item(0).text() == "3.1 has nobody Accountable."
    problems.itemActivated.emit(problems.item(0))
    assert view.selected() == (titled(view.model.matrix.plan, "Move the three contact centres").id,)
    qtbot.keyClick(view.grid, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: problems.count() == before - 1)
