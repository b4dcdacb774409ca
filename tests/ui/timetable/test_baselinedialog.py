from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.models.baselines.agreed import compared
from mkplanner.models.commands.rows import SetField
from mkplanner.ui.timetable.baselinedialog import BaselineDialog
from tests.ui.saltway import bridge_of


@pytest.fixture
def bridge():
    return bridge_of()


@pytest.fixture
def dialog(qtbot, bridge):
    made = BaselineDialog(bridge, date(2026, 2, 25))
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog):
    found = [dialog.list.item(at) for at in range(dialog.list.count())]
    return [(line.text(), line.checkState() == Qt.CheckState.Checked) for line in found]


def test_todays_dates_are_kept_under_a_name_that_is_proposed(dialog, bridge):
    assert dialog.name.text() == "Board, 25 February 2026"
    dialog.keep.click()

    assert compared(bridge.plan).name == "Board, 25 February 2026"
    assert [is_ticked for _, is_ticked in lines(dialog)] == [True, False]
    assert "set 25 February 2026" in lines(dialog)[0][0]
    bridge.undo()
    assert bridge.plan.baselines == {}


def test_another_is_compared_with_when_it_is_ticked_and_one_always_is(dialog, bridge):
    dialog.keep.click()
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert compared(bridge.plan) is None
    assert [is_ticked for _, is_ticked in lines(dialog)] == [False, True]
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert [is_ticked for _, is_ticked in lines(dialog)] == [False, True]


def test_it_says_how_much_has_slipped(qtbot, dialog, bridge):
    dialog.keep.click()
    bridge.run(SetField("a11", "by_when", "By 31 May 2026"))
    again = BaselineDialog(bridge, date(2026, 6, 1))
    qtbot.addWidget(again)

    assert again.summary.text().startswith("Now 1 row later and 0 rows earlier")


def test_delete_takes_the_chosen_one_away(qtbot, dialog, bridge):
    dialog.keep.click()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)

    assert bridge.plan.baselines == {}
    assert not dialog.remove.isEnabled()
    assert dialog.remove.toolTip()


def test_a_name_that_is_taken_is_refused_in_a_sentence(dialog, bridge, recorder):
    dialog.keep.click()
    dialog.keep.click()

    assert "already a baseline" in recorder.errors[-1].sentence
    assert len(bridge.plan.baselines) == 1
