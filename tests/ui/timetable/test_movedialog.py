import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from mkplanner.models.commands.dates import ShiftDates
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.links.following import broken_links
from mkplanner.ui.timetable.movedialog import MoveDialog, agreed
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def bridge():
    made = bridge_of()
    made.run(AddItem("Open the second counter", parent="t2", id="a26", fields=(("by_when", "June 2026"),)))
    for before, after in (("a11", "a25"), ("a25", "a26")):
        made.run(LinkItems(before, after))
    return made


@pytest.fixture
def dialog(qtbot, bridge):
    made = MoveDialog(bridge.plan, "a25", None)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog):
    return [
        [dialog.rows.topLevelItem(at).text(column) for column in (0, 2, 3)]
        for at in range(dialog.rows.topLevelItemCount())
    ]


def test_old_and_new_dates_are_shown_before_anything_moves(dialog, bridge):
    assert lines(dialog) == [
        ["2.5", "Spring 2026", "April 2026 to June 2026"],
        ["2.6", "June 2026", "July 2026"],
    ]
    assert "a25" in {link.after for link in bridge.plan.links}
    assert bridge.plan.items["a25"].by_when.words == "Spring 2026"


def test_as_much_moves_as_is_wanted(dialog):
    dialog.findChild(QRadioButton, "move_alone").click()
    assert len(lines(dialog)) == 1
    dialog.findChild(QRadioButton, "move_all").click()
    assert len(lines(dialog)) == 2
    assert dialog.agree.text() == "Move 2 rows"


def test_only_ticked_rows_are_in_the_order(dialog):
    dialog.rows.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.agree.text() == "Move 1 row"
    assert dialog.command.title == "Move 2.5"
    dialog.rows.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.agree.isEnabled()
    assert dialog.command is None


def test_the_order_mends_the_links_and_one_undo_takes_it_back(dialog, bridge):
    dialog.reason.setText("Fitters are late")
    bridge.run(dialog.command)

    assert broken_links(bridge.plan) == {}
    assert bridge.plan.items["a26"].revised_reason == "Fitters are late"
    bridge.undo()
    assert bridge.plan.items["a26"].by_when.words == "June 2026"
    assert bridge.plan.items["a25"].original is None


def test_the_chart_asks_before_it_moves(qtbot, bridge, monkeypatch):
    view = timetable_of(qtbot, bridge)
    monkeypatch.setattr(MoveDialog, "exec", lambda _self: 0)
    view.chart.offer_move("a25")
    assert bridge.plan.items["a25"].by_when.words == "Spring 2026"
    monkeypatch.setattr(MoveDialog, "exec", lambda _self: 1)
    view.chart.offer_move("a25")
    assert bridge.plan.items["a25"].by_when.words == "April 2026 to June 2026"


def test_an_offer_that_moves_several_rows_is_shown_first(bridge, monkeypatch):
    one, both = ShiftDates(("a25",), 0, 1, "x"), ShiftDates(("a25", "a26"), 0, 1, "x")
    monkeypatch.setattr(MoveDialog, "exec", lambda _self: 0)
    assert agreed(bridge.plan, one, None) is one
    assert agreed(bridge.plan, both, None) is None
    monkeypatch.setattr(MoveDialog, "exec", lambda _self: 1)
    assert agreed(bridge.plan, both, None).title == "Move 2 rows"


def test_words_and_dates_that_are_too_long_for_their_column_wrap(dialog, bridge, qtbot):
    one_line = dialog.rows.visualItemRect(dialog.rows.topLevelItem(0)).height()
    bridge.run(SetField("a25", "title", "Fit out the counter and the waiting area " * 3))
    longer = MoveDialog(bridge.plan, "a25", None)
    qtbot.addWidget(longer)
    longer.resize(500, 400)
    longer.show()
    height = longer.fontMetrics().height()
    qtbot.waitUntil(lambda: longer.rows.visualItemRect(longer.rows.topLevelItem(0)).height() > one_line + 2 * height)
    assert longer.rows.visualItemRect(longer.rows.topLevelItem(1)).height() <= one_line + height
