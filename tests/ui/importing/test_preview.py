from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea

from mkplanner.models.formats.base import Draft
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.ui.importing.preview import PreviewDialog

YEARS = (date(2026, 4, 1), date(2027, 3, 31))
TABLE = (
    "Action\tSub action\tBy when\tLead\n"
    "Set up the shared audit team\tAgree the staffing model\tBy 31 March 2027\tAudit Manager\n"
    "\tConsult staff\tMarch 26\tHR Manager\n"
    "Consolidate budgets\tDefine what is shared\tSpring 2027\tHead of Finance\n"
)


@pytest.fixture
def shown(qtbot, dressed, tmp_path):
    """Return a dialogue over some words, for a new plan or beside an open one."""

    def show(words=TABLE, plan=None, source="What you copied"):
        made = PreviewDialog(None, words, source, plan, tmp_path)
        qtbot.addWidget(made)
        made.show()
        return made

    return show


def test_the_button_names_the_deed_and_is_ready_at_once(shown):
    dialog = shown()

    assert dialog._bring.text() == "Bring in 2 actions"
    assert dialog._bring.isEnabled()
    assert dialog._bring.isDefault()
    assert dialog._summary.text().startswith("Your plan: 2 actions, 3 sub-actions; 3 with dates")


def test_without_an_open_plan_the_table_goes_into_a_new_one(shown, tmp_path):
    dialog = shown(source="audit table.txt")
    answer = dialog.answer()

    assert answer.path == tmp_path / "audit table.mkplan"
    assert len(answer.draft.items) == 5


def test_beside_an_open_plan_the_table_goes_into_that(shown):
    dialog = shown(plan=Plan(PlanInfo(new_id(), "Audit plan", start=date(2026, 4, 1), end=date(2028, 3, 31))))

    assert dialog.answer().path is None
    assert not dialog._title.isEnabled()
    assert dialog._place.text() == ""

    dialog._into.setCurrentIndex(1)
    assert dialog.answer().path is not None


def test_other_years_read_the_dates_afresh(shown, qtbot):
    words = "Action\tBy when\nAgree the budget\tMarch\n"
    dialog = shown(words, Plan(PlanInfo(new_id(), "Audit plan", start=date(2026, 4, 1), end=date(2027, 3, 31))))
    before = dialog._rows.index(0, 3).data()

    dialog._years.show_days(date(2030, 4, 1), date(2031, 3, 31))
    dialog._years.changed.emit()
    assert not dialog._bring.isEnabled()
    qtbot.waitUntil(dialog._bring.isEnabled)

    assert "2027" in before
    assert "2031" in dialog._rows.index(0, 3).data()


def test_a_chosen_row_shows_its_line_and_a_line_its_row(shown, qtbot):
    dialog = shown()
    dialog._table.selectRow(4)
    assert dialog._source.textCursor().blockNumber() == 3

    dialog._source.moveCursor(dialog._source.textCursor().MoveOperation.Start)
    dialog._source.pointed.emit(2)
    assert dialog._table.currentIndex().row() in (0, 1)


def test_doubts_are_listed_and_lead_to_their_place(shown):
    dialog = shown()
    notices = dialog._draft.notices
    assert dialog._doubt_box.isVisible() == bool(notices)

    for notice in notices:
        dialog._doubts.pointed.emit(notice)
        if notice.line:
            assert dialog._source.textCursor().blockNumber() == notice.line - 1


def test_words_without_a_table_bring_nothing_in(shown):
    dialog = shown("Dear all, the meeting went well.")

    if not dialog._draft.items:
        assert not dialog._bring.isEnabled()
        assert dialog._bring.text() == "Nothing to bring in"
        assert dialog._doubt_box.isVisible()


def test_a_new_plan_needs_a_title(shown):
    dialog = shown()
    dialog._title.setText(" ")

    assert not dialog._bring.isEnabled()


def test_enter_brings_in_and_esc_does_not(shown, qtbot):
    dialog = shown()
    dialog._title.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == PreviewDialog.DialogCode.Rejected

    dialog = shown()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == PreviewDialog.DialogCode.Accepted


def test_the_councils_own_timetable_is_understood(shown, shared):
    words = next((shared / "seeds").glob("000*")).read_text("utf-8")
    dialog = shown(words)

    assert dialog._bring.text() == "Bring in 11 actions"
    assert "33 sub-actions; 11 with dates" in dialog._summary.text()


def test_who_stops_the_reading_of_other_years_sees_those_that_the_rows_were_read_with(shown, qtbot):
    dialog = shown("Action\tBy when\nAgree the budget\tMarch 2027\n", Plan(PlanInfo(new_id(), "Audit plan", *YEARS)))
    before, gate = dialog._draft, Event()
    dialog._read_again = lambda start, end: gate.wait(20) and before

    dialog._years.show_days(date(2030, 4, 1), date(2031, 3, 31))
    dialog._years.changed.emit()
    dialog._task.cancel()
    qtbot.waitUntil(dialog._bring.isEnabled)
    gate.set()

    assert dialog._draft is before
    assert dialog._years.days() == YEARS


def test_a_dialogue_that_closes_while_it_reads_hears_no_more_of_it(shown, qtbot):
    dialog = shown(plan=Plan(PlanInfo(new_id(), "Audit plan", *YEARS)))
    before, gate = dialog._draft, Event()
    dialog._read_again = lambda start, end: gate.wait(20) and Draft()

    dialog._years.changed.emit()
    dialog.reject()
    gate.set()
    qtbot.wait(150)

    assert dialog._draft is before


def test_on_a_small_screen_every_field_and_button_is_in_sight(shown, monkeypatch):
    monkeypatch.setattr(PreviewDialog, "room", QSize(683, 384))
    made = shown(source="Action plan of the three councils.txt")
    assert made.findChild(QScrollArea, "fitting") is None
    assert made.width() <= 683
    assert made.height() <= 384
    assert "Action plan of the three councils.txt" in made.windowTitle()
