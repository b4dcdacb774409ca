from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.ui.start.newplan import NewPlanDialog, free_path


@pytest.fixture
def dialog(qtbot, dressed, tmp_path):
    made = NewPlanDialog(None, "Blank plan", "New plan", tmp_path, date(2027, 2, 3))
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


def test_a_file_that_is_there_is_never_named_again(tmp_path):
    (tmp_path / "Plan.mkplan").write_bytes(b"")
    (tmp_path / "Plan 2.mkplan").write_bytes(b"")

    assert free_path(tmp_path, "Plan") == tmp_path / "Plan 3.mkplan"


@pytest.mark.parametrize(
    ("title", "name"), [('a<b>:"c"|?*', "a b c.mkplan"), ("...", "Plan.mkplan"), ("x" * 300, "x" * 80 + ".mkplan")]
)
def test_every_title_makes_a_name_that_every_system_takes(tmp_path, title, name):
    assert free_path(tmp_path, title).name == name
