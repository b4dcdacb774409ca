from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.originals import GoBackToOriginal
from mkplanner.models.commands.rows import SetField
from mkplanner.models.fields import read_by_when
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.editors.dateedit import DateEdit
from mkplanner.ui.editors.olddate import OldDate, Stage, stage_of
from mkplanner.ui.itemmodels.columns import BY_WHEN
from tests.ui.saltway import bridge_of, saltway_plan, timetable_of

FIRST, REVISED = "By 30 September 2025", "By 15 December 2025"


@pytest.fixture
def plan():
    return saltway_plan()


@pytest.fixture
def old(qtbot, plan):
    """The old date of the one row that was revised before, while other words are typed."""
    made = OldDate(plan.items["a21"])
    qtbot.addWidget(made)

    def typed(words):
        made.weigh(read_by_when(plan, words))
        made.show()
        return made

    return typed


@pytest.mark.parametrize(
    ("row", "words", "stage"),
    [
        ("a21", REVISED, Stage.NOTHING),
        ("a21", "", Stage.NOTHING),
        ("a21", "By 9 January 2026", Stage.AGAIN),
        ("a21", "TBC", Stage.AGAIN),
        ("a21", "By 15 Dec 2025", Stage.SAME_DAYS),
        ("a21", FIRST, Stage.BACK),
        ("a11", "By 30 June 2026", Stage.FIRST),
        ("a23", "May 2026", Stage.NOTHING),  # words without a day were there before
    ],
)
def test_what_it_would_be_follows_from_the_dates_before(plan, row, words, stage):
    assert stage_of(plan.items[row], read_by_when(plan, words) or Timeframe("")) is stage


def test_a_second_revision_says_that_the_original_stays_instead_of_asking(old):
    shown = old("By 9 January 2026")
    assert shown.keeps.isHidden()
    assert FIRST in shown.stays.text()
    assert shown.reason.text() == "Second round of interviews"
    assert shown.is_revising


def test_the_reason_of_last_time_is_taken_only_where_it_was_looked_at(qtbot, old):
    shown = old("By 9 January 2026")
    assert shown.wants_reason
    shown.ask()
    assert not shown.wants_reason
    assert shown.reason.selectedText() == "Second round of interviews"
    shown.reason.clear()
    assert shown.wants_reason


def test_other_words_for_the_same_days_ask_for_nothing(old):
    shown = old("By 15 Dec 2025")
    assert "same" in shown.stays.text()
    assert not shown.reason.isVisible()
    assert not shown.wants_reason
    assert isinstance(shown.command(), SetField)


def test_the_words_of_the_original_are_the_way_back(old):
    shown = old(FIRST)
    assert not shown.reason.isVisible()
    assert shown.command() == GoBackToOriginal("a21")


def test_a_first_revision_is_offered_with_a_tick(qtbot, plan):
    shown = OldDate(plan.items["a11"])
    qtbot.addWidget(shown)
    taken = read_by_when(plan, "By 30 June 2026")
    shown.weigh(taken)
    assert not shown.keeps.isHidden()
    assert shown.stays.isHidden()
    assert shown.command() == SetField("a11", "by_when", taken)
    shown.keeps.setChecked(True)
    shown.reason.setText("Late bids")
    assert shown.command() == ReviseDate("a11", taken, "Late bids")


def test_an_original_that_is_the_date_itself_counts_as_never_revised(plan):
    item = replace(plan.items["a11"], original=plan.items["a11"].by_when)
    assert stage_of(item, read_by_when(plan, "May 2026")) is Stage.FIRST


def test_in_the_cell_enter_goes_to_the_reason_and_enter_again_keeps(qtbot):
    view = timetable_of(qtbot, bridge_of())
    qtbot.waitUntil(view.isActiveWindow)
    view.table.edit_cell("a21", BY_WHEN)
    (edit,) = [one for one in view.table.viewport().findChildren(DateEdit) if not one.isHidden()]
    edit.setPlainText("By 9 January 2026")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.popup.old.reason.hasFocus()
    qtbot.keyClicks(edit.popup.old.reason, "No candidate")
    qtbot.keyClick(edit.popup.old.reason, Qt.Key.Key_Return)

    item = view._bridge.plan.items["a21"]
    assert (item.by_when.words, item.original.words) == ("By 9 January 2026", FIRST)
    assert item.revised_reason == "No candidate"


def test_in_the_cell_the_original_words_take_the_revision_back(qtbot):
    view = timetable_of(qtbot, bridge_of())
    qtbot.waitUntil(view.isActiveWindow)
    view.table.edit_cell("a21", BY_WHEN)
    (edit,) = [one for one in view.table.viewport().findChildren(DateEdit) if not one.isHidden()]
    edit.setPlainText(FIRST)
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    item = view._bridge.plan.items["a21"]
    assert (item.by_when.words, item.original, item.revised_reason) == (FIRST, None, "")
