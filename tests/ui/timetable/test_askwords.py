import pytest
from PySide6.QtCore import QPoint, Qt

from mkplanner.charts.timescale.snap import Step
from mkplanner.ui.timetable.askwords import AskWords
from mkplanner.ui.timetable.holding import Holding
from tests.ui.saltway import bridge_of, saltway_plan, timetable_of


@pytest.fixture
def ask(qtbot):
    view = timetable_of(qtbot, bridge_of())
    made = []

    def make(*rows):
        holding = Holding.of(saltway_plan(), rows)
        holding.move(Step(months=1))
        asking = AskWords(holding, view)
        made.append(asking)
        return asking

    yield make
    for asking in made:
        asking.close()


def test_both_ways_are_named_with_the_words_they_lead_to(ask):
    asking = ask("a11")

    assert asking.keeps.text() == "&Keep “By 31 March 2026” as the original"
    assert asking.changes.text() == "&Change the words to “By 30 April 2026”"


def test_a_date_that_was_revised_keeps_its_original_either_way(ask):
    asking = ask("a21")

    assert asking.keeps.text() == "&Revise it again: “By 30 September 2025” stays the original"
    assert asking.changes.text() == "&Change the words to “By 15 January 2026”"
    asking.changes.click()
    assert asking._hint.text() == "The original and its reason stay."
    assert asking.reason.text() == "Second round of interviews"


def test_a_revision_needs_a_reason(qtbot, ask):
    asking = ask("a11")
    assert not asking.agree.isEnabled()
    assert asking.agree.toolTip()
    qtbot.keyClicks(asking.reason, "Late bids")
    assert asking.agree.isEnabled()
    with qtbot.waitSignal(asking.answered) as told:
        qtbot.keyClick(asking.reason, Qt.Key.Key_Return)
    assert told.args == ["Late bids", False]


def test_changing_the_words_needs_none(qtbot, ask):
    asking = ask("a11")
    asking.changes.click()
    assert (asking.agree.text(), asking.agree.isEnabled()) == ("Change words", True)
    with qtbot.waitSignal(asking.answered) as told:
        asking.agree.click()
    assert told.args == ["", True]


def test_escape_is_no_answer(qtbot, ask):
    asking = ask("a11")
    asking.show()
    with qtbot.waitSignal(asking.closed), qtbot.assertNotEmitted(asking.answered):
        qtbot.keyClick(asking, Qt.Key.Key_Escape)


def test_several_rows_are_asked_about_at_once(ask):
    assert "2 rows" in ask("a11", "s112").keeps.text()


def test_the_question_never_leaves_the_screen(ask, qapp):
    asking = ask("a11")
    room = asking.screen().availableGeometry()
    for corner in (room.topLeft(), room.bottomRight()):
        asking.show_near(asking.parentWidget(), asking.parentWidget().mapFromGlobal(corner) - QPoint(1, 1))
        assert room.contains(asking.geometry().center())
        asking.hide()
