from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.models.beginnings.emptied import Keeping
from mkplanner.models.beginnings.owntemplates import keep_template
from mkplanner.ui.start.beginnings import beginnings
from mkplanner.ui.start.newplan import NewPlanDialog
from tests.builders import example_plan


@pytest.fixture
def dialog(qtbot, dressed, tmp_path):
    made = NewPlanDialog(None, beginnings(example_plan()), "blank", tmp_path, date(2027, 2, 3))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_proposes_this_financial_year_and_the_next(dialog):
    answer = dialog.answer()

    assert (answer.start, answer.end) == (date(2026, 4, 1), date(2028, 3, 31))


def test_the_title_names_the_file(dialog, tmp_path):
    dialog._title.setText("  Audit:  shared/plan ")

    assert dialog.answer().title == "Audit: shared/plan"
    assert dialog.answer().path == tmp_path / "Audit shared plan.mkplan"


def test_without_a_title_there_is_no_plan(dialog):
    dialog._title.setText("  ")

    assert not dialog._make.isEnabled()


def test_the_years_stay_in_order(dialog):
    dialog._start.setCurrentIndex(dialog._start.findData(2030))

    assert dialog.answer().end == date(2031, 3, 31)


def test_enter_makes_the_plan_and_esc_does_not(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted


def test_what_it_begins_with_is_chosen_in_a_list_and_proposes_a_title(dialog, qtbot):
    dialog._from.setFocus()
    qtbot.keyClicks(dialog._from, "Indicative")
    assert dialog.answer().beginning.key == "timetable"
    assert dialog.answer().title == "Indicative timetable"
    assert not dialog._people.isVisible()
    dialog._title.setText("Mine")
    dialog._title.setModified(True)
    dialog._from.setCurrentText("The plan that is open now")
    assert dialog.answer().beginning.key == "this"
    assert dialog.answer().title == "Mine"
    assert dialog._people.isVisible()
    dialog._people.setChecked(False)
    assert not dialog.answer().keeping.people


def test_only_my_own_templates_can_be_deleted(qtbot, tmp_path):
    keep_template(example_plan(), "Joint working", Keeping())
    dialog = NewPlanDialog(None, beginnings(), "own:Joint working", tmp_path, date(2027, 2, 3))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog._forget.isVisible()
    with qtbot.waitSignal(dialog.forget_asked) as asked:
        dialog._forget.click()
    assert asked.args[0].path.stem == "Joint working"
    assert not dialog._forget.isVisible()
