from mkplanner.ui.editors.shiftform import ShiftForm
from tests.ui.saltway import saltway_plan


def test_rows_without_a_day_cannot_be_moved(qtbot):
    form = ShiftForm()
    qtbot.addWidget(form)
    form.show_rows(saltway_plan(), ("a22", "a23"))
    assert not form.move_now.isEnabled()
    assert form.found.text() == "None of them has a day."
    form.show_rows(saltway_plan(), ("a22", "a11"))
    assert form.found.text() == "1 row has a day that can move."


def test_months_and_days_are_told_apart(qtbot):
    form = ShiftForm()
    qtbot.addWidget(form)
    asked = []
    form.wanted.connect(asked.append)
    form.show_rows(saltway_plan(), ("a11", "a21"))
    form.reason.setText("Late bids")
    form.number.setValue(-3)
    for unit in range(3):
        form.unit.setCurrentIndex(unit)
        form.move_now.click()
    assert [(command.days, command.months) for command in asked] == [(-3, 0), (-21, 0), (0, -3)]
    form.number.setValue(0)
    form.move_now.click()
    assert len(asked) == 3


def test_words_that_somebody_typed_move_with_a_reason_alone(qtbot):
    form = ShiftForm()
    qtbot.addWidget(form)
    asked = []
    form.wanted.connect(asked.append)
    form.show_rows(saltway_plan(), ("a11", "s112"))
    assert not form.move_now.isEnabled()
    assert form.move_now.toolTip() == "Say why the dates move."
    qtbot.keyClicks(form.reason, "Late bids")
    assert form.move_now.toolTip() == ""
    form.move_now.click()
    assert asked[0].reason == "Late bids"
