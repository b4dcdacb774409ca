from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from mkplanner.ui.editors.daycalendar import DayCalendar


@pytest.fixture
def calendar(qtbot, dressed):
    made = DayCalendar("scotland")
    qtbot.addWidget(made)
    made.show_day(date(2026, 4, 6))
    made.show()
    made.setFocus()
    return made


def is_tinted(calendar, day: date) -> bool:
    return bool(calendar.month.dateTextFormat(QDate(day.year, day.month, day.day)).toolTip())


def test_weeks_begin_on_monday(calendar):
    assert calendar.month.firstDayOfWeek() == Qt.DayOfWeek.Monday


def test_bank_holidays_are_those_of_the_nation(qtbot, dressed, calendar):
    english = DayCalendar("england-and-wales")
    qtbot.addWidget(english)
    english.show_day(date(2026, 4, 6))

    easter_monday = date(2026, 4, 6)
    assert is_tinted(english, easter_monday)
    assert not is_tinted(calendar, easter_monday)
    assert "Easter Monday, a bank holiday" in english.day_said.text()
    assert calendar.day_said.text() == "Monday 6 April 2026"


def test_another_years_holidays_are_tinted_when_it_is_turned_to(calendar):
    assert not is_tinted(calendar, date(2031, 1, 1))
    calendar.month.setCurrentPage(2031, 1)

    assert is_tinted(calendar, date(2031, 1, 1))


def test_arrows_go_through_the_days_and_enter_chooses(qtbot, calendar):
    qtbot.keyClick(calendar.days, Qt.Key.Key_Right)
    assert calendar.day_said.text().startswith("Tuesday 7 April 2026")
    with qtbot.waitSignal(calendar.chosen) as heard:
        qtbot.keyClick(calendar.days, Qt.Key.Key_Return)

    assert heard.args == [date(2026, 4, 7)]


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)],
)
def test_escape_and_the_key_that_opened_it_put_it_away(qtbot, calendar, key, held):
    with qtbot.waitSignal(calendar.left):
        qtbot.keyClick(calendar.days, key, held)
