from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mkplanner.ui.arranging.goto import GoToDialog, targets
from tests.ui.saltway import saltway_plan


def words(text):
    return [target.words for target in targets(saltway_plan(), text)]


def test_a_number_leads_to_its_row_before_anything_else():
    assert words("2.1")[0].startswith("2.1  Appoint")
    assert words("1.1")[1].startswith("1.1.1")


def test_a_date_leads_to_the_chart():
    (found,) = [target for target in targets(saltway_plan(), "1 March 2027") if target.day]
    assert found.day == date(2027, 3, 1)
    assert found.words == "1 March 2027 on the chart"


def test_words_lead_to_the_rows_that_hold_them():
    assert words("tidemouth counter") == ["2.5  Open the enquiry counter at Tidemouth"]


def test_without_words_the_themes_are_offered():
    assert words("  ") == ["1  Governance and decision-making", "2  Money and people"]


def test_words_that_lead_nowhere_say_so_and_the_button_is_grey(qtbot):
    dialog = GoToDialog(None, saltway_plan())
    qtbot.addWidget(dialog)
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Go there")
    assert button.isEnabled()
    qtbot.keyClicks(dialog.line, "zeppelin")

    assert dialog.target() is None
    assert not button.isEnabled()
    assert "No row" in dialog.list.item(0).text()


def test_arrows_choose_while_typing_goes_on(qtbot):
    dialog = GoToDialog(None, saltway_plan())
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.line, "1.1")
    first = dialog.target()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.target() != first
    qtbot.keyClick(dialog.line, Qt.Key.Key_Up)
    assert dialog.target() == first
    assert first.item == "a11"
