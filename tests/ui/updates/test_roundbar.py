"""The line above the updates."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from mkplanner.models.asking.updateround import Standing
from mkplanner.ui.updates.roundbar import RoundBar


def bar_of(qtbot):
    bar = RoundBar()
    qtbot.addWidget(bar)
    bar.show_round(date(2025, 11, 1), Standing(3, 9))
    return bar


def test_it_says_since_when_and_how_far(qtbot):
    bar = bar_of(qtbot)
    assert bar.since.text() == "1 November 2025"
    assert bar.standing.text() == "3 of 9 updated"


def test_only_another_day_is_told(qtbot):
    bar, told = bar_of(qtbot), []
    bar.day_chosen.connect(told.append)
    bar.since.editingFinished.emit()
    assert told == []
    bar.since.setDate(QDate(2025, 10, 15))
    bar.since.editingFinished.emit()
    assert told == [date(2025, 10, 15)]


def test_showing_a_choice_tells_nobody(qtbot):
    bar, told = bar_of(qtbot), []
    bar.shown_chosen.connect(told.append)
    bar.show_choice("silent")
    assert (bar.shown.choice(), told) == ("silent", [])


def test_where_there_is_little_room_the_choice_stands_in_a_second_line(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    bar = RoundBar(window)
    bar.show_round(date(2025, 11, 1), Standing(3, 9))
    window.resize(1000, 200)
    window.show()
    bar.resize(900, 40)
    qtbot.waitUntil(lambda: bar.shown.y() < bar.since.geometry().bottom())
    bar.resize(bar.minimumSizeHint().width(), 80)
    qtbot.waitUntil(lambda: bar.shown.y() > bar.since.geometry().bottom())
    assert bar.rect().contains(bar.shown.geometry())
    bar.resize(900, 40)
    qtbot.waitUntil(lambda: bar.shown.y() < bar.since.geometry().bottom())
