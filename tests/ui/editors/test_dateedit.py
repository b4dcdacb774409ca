import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, Segment, Timeframe
from mkplanner.ui.editors.dateedit import DateEdit
from mkplanner.ui.editors.markstrip import strip_span
from mkplanner.ui.editors.readings import readings_of, settled
from mkplanner.ui.itemmodels.columns import BY_WHEN
from tests.ui.saltway import TODAY, bridge_of, timetable_of


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


def typing(view, id_: str) -> DateEdit:
    """Open the editor of a row's date."""
    view.table.edit_cell(id_, BY_WHEN)
    (edit,) = [one for one in view.table.viewport().findChildren(DateEdit) if not one.isHidden()]
    return edit


def frame_of(view, id_: str) -> Timeframe:
    return view._bridge.plan.items[id_].by_when


def test_the_reading_stands_under_the_cell_at_once(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("March 26 – Sept 26 (subject to funding)")

    assert edit.popup.isVisible()
    assert edit.popup.sentence.text() == "1 March to 30 September 2026 (subject to funding)"
    assert "About 7 months." in edit.popup.remark.text()
    assert edit.accessibleDescription() == "Read as 1 March to 30 September 2026 (subject to funding)"
    assert edit.popup.strip.isVisible()


def test_enter_keeps_the_words_as_they_were_typed(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("By  March 2026")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert frame_of(view, "a22").words == "By  March 2026"
    assert view._bridge.plan.items["a22"].original is None
    assert view._bridge.undo_title == "Change by when"
    assert not view.findChildren(QWidget, "reading_popup") or not view.findChild(QWidget, "reading_popup").isVisible()


def test_escape_leaves_all_as_it_was(qtbot, view):
    edit = typing(view, "a11")
    edit.setPlainText("By March 2030")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)

    assert frame_of(view, "a11").words == "By 31 March 2026"
    assert view._bridge.undo_title is None


def test_alt_and_a_digit_choose_another_reading(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("March 14")
    first = edit.popup.frame
    assert first.is_ambiguous
    qtbot.keyClick(edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert edit.popup.findChild(QRadioButton, "reading_2").isChecked()
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    kept = frame_of(view, "a22")
    assert kept.words == "March 14"
    assert kept.segments == first.alternatives[0]
    assert not kept.is_ambiguous


def test_a_doubtful_date_that_nobody_settled_stays_doubtful(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("March 14")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert frame_of(view, "a22").is_ambiguous


def test_a_click_chooses_a_reading_and_editing_goes_on(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("March 14")
    button = edit.popup.findChild(QRadioButton, "reading_3")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(6, button.height() // 2))

    assert not edit.popup.taken.is_dated
    assert view.table.state() == view.table.State.EditingState


def test_other_words_make_the_choice_fall(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("March 14")
    edit.popup.choose(2)
    edit.setPlainText("March 15")

    assert edit.popup.choice is None


def test_the_old_date_is_kept_as_the_original_with_a_reason(qtbot, view):
    edit = typing(view, "a11")
    edit.setPlainText("By 30 June 2026")
    assert edit.popup.old.keeps.isVisible()
    qtbot.keyClick(edit, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert edit.popup.old.reason.hasFocus()
    qtbot.keyClicks(edit.popup.old.reason, "Auditors need longer")
    assert edit.popup.old.keeps.isChecked()
    qtbot.keyClick(edit.popup.old.reason, Qt.Key.Key_Return)

    item = view._bridge.plan.items["a11"]
    assert (item.by_when.words, item.original.words) == ("By 30 June 2026", "By 31 March 2026")
    assert item.revised_reason == "Auditors need longer"
    assert view.table.hasFocus()
    assert view._bridge.undo_title == "Revise date"


def test_without_a_reason_enter_asks_for_it(qtbot, view):
    edit = typing(view, "a11")
    edit.setPlainText("By 30 June 2026")
    edit.popup.old.keeps.setChecked(True)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.popup.old.reason.hasFocus()
    assert frame_of(view, "a11").words == "By 31 March 2026"
    qtbot.keyClick(edit.popup.old.reason, Qt.Key.Key_Escape)
    assert frame_of(view, "a11").words == "By 31 March 2026"
    assert view.table.state() != view.table.State.EditingState


def test_a_first_date_and_unchanged_words_have_nothing_to_revise(qtbot, view):
    assert not typing(view, "a11").popup.old.keeps.isVisible()
    view.table.closePersistentEditor(view.table.currentIndex())
    view.model.setData(view.model.index_of("a24", BY_WHEN), "")
    edit = typing(view, "a24")
    edit.setPlainText("May 2026")
    assert not edit.popup.old.keeps.isVisible()


def test_cleared_words_clear_the_date(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert view._bridge.plan.items["a22"].by_when is None


def test_leaving_the_cell_keeps_the_date(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("By March 2026")
    view.table.setFocus()
    qtbot.waitUntil(lambda: frame_of(view, "a22").words == "By March 2026")


def test_buttons_do_what_their_keys_do(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("By March 2026")
    qtbot.mouseClick(edit.popup.findChild(QWidget, "cancel_date"), Qt.MouseButton.LeftButton)
    assert frame_of(view, "a22").words == "Ongoing"
    edit = typing(view, "a22")
    edit.setPlainText("By March 2026")
    qtbot.mouseClick(edit.popup.findChild(QWidget, "keep_date"), Qt.MouseButton.LeftButton)
    assert frame_of(view, "a22").words == "By March 2026"


def test_lines_are_broken_with_shift_and_enter(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("")
    qtbot.keyClicks(edit, "By May 2026")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "ongoing for others")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert frame_of(view, "a22").words == "By May 2026\nongoing for others"


@pytest.mark.parametrize("cell", [QRect(300, 20, 150, 40), QRect(300, 640, 150, 40), QRect(1050, 300, 40, 40)])
def test_the_popup_stays_inside_the_window_and_off_the_cell(qtbot, view, cell):
    popup = typing(view, "a11").popup
    popup.stand_by(cell)

    assert view.window().rect().contains(popup.geometry())
    assert not popup.geometry().intersects(cell)


def test_on_a_very_small_screen_the_popup_stands_beside_the_cell(qtbot):
    view = timetable_of(qtbot, bridge_of(), 683, 320)
    edit = typing(view, "a11")
    edit.setPlainText("March 26 – Sept 26 (subject to funding)")
    cell = QRect(edit.mapTo(view, QPoint(0, 0)), edit.size())

    assert view.rect().contains(edit.popup.geometry())
    assert not edit.popup.geometry().intersects(cell)
    assert edit.popup.sentence.isVisible()


def test_words_alone_are_the_last_way_to_read_a_date():
    frame = parse("March 14", bridge_of().plan.context())

    readings = readings_of(frame)
    assert readings[0] == frame.segments
    assert readings[-1] == ()
    assert settled(frame, len(readings) - 1).segments == ()
    assert settled(frame, None) is frame
    assert readings_of(Timeframe("one day")) == []


def test_the_strip_shows_the_date_with_room_about_it():
    day = TODAY.replace(day=1)
    first, last = strip_span(Timeframe("x", (Segment(Kind.POINT, day, day),)), None, TODAY)

    assert first < day < last
    assert (last - first).days >= 364


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_R, Qt.Key.Key_C, Qt.Key.Key_L, Qt.Key.Key_I])
def test_the_editors_keys_win_over_the_windows_menus(qtbot, view, key):
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.AltModifier)
    asked.ignore()
    QApplication.sendEvent(typing(view, "a11"), asked)

    assert asked.isAccepted()


ALT = Qt.KeyboardModifier.AltModifier


def test_a_day_is_picked_from_the_calendar_by_keys(qtbot, view):
    edit = typing(view, "a11")
    qtbot.keyClick(edit, Qt.Key.Key_C, ALT)
    calendar = edit.popup.calendar
    assert calendar.days.hasFocus()
    assert calendar.month.selectedDate() == QDate(2026, 3, 31)
    assert not edit.popup.strip.isVisible()
    assert view.window().rect().contains(edit.popup.geometry())
    qtbot.keyClick(calendar.days, Qt.Key.Key_Right)
    qtbot.keyClick(calendar.days, Qt.Key.Key_Return)

    assert edit.toPlainText() == "By 1 April 2026"
    assert edit.hasFocus()
    assert not calendar.isVisible()
    assert "Due Wed 1 April 2026" in edit.popup.sentence.text()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert frame_of(view, "a11").words == "By 1 April 2026"


def test_escape_in_the_calendar_goes_back_to_the_words(qtbot, view):
    edit = typing(view, "a11")
    qtbot.keyClick(edit, Qt.Key.Key_C, ALT)
    qtbot.keyClick(edit.popup.calendar.days, Qt.Key.Key_Escape)

    assert edit.hasFocus()
    assert edit.toPlainText() == "By 31 March 2026"
    assert edit.popup.strip.isVisible()
    assert view.table.state() == view.table.State.EditingState


def test_a_picked_day_can_be_taken_back(qtbot, view):
    edit = typing(view, "a11")
    edit.popup.helps.asked.emit("calendar")
    edit.popup.calendar.chosen.emit(TODAY)
    assert edit.toPlainText() == "By 12 November 2025"
    edit.undo()

    assert edit.toPlainText() == "By 31 March 2026"


def test_a_line_is_added_and_reads_at_once(qtbot, view):
    edit = typing(view, "a11")
    qtbot.keyClick(edit, Qt.Key.Key_L, ALT)
    assert edit.textCursor().selectedText() == "By 31 March 2027 for new services"
    assert "New services: due Wed 31 March 2027" in edit.popup.sentence.text()
    qtbot.keyClicks(edit, "Ongoing for old ones")

    assert edit.toPlainText() == "By 31 March 2026\nOngoing for old ones"


def test_a_condition_is_said_and_drawn_at_once(qtbot, view):
    edit = typing(view, "a11")
    qtbot.keyClick(edit, Qt.Key.Key_I, ALT)
    assert edit.popup.taken.segments[0].flags.conditional
    assert "hatched" in edit.popup.remark.text()
    qtbot.keyClicks(edit, "the bid is won")

    assert edit.toPlainText() == "By 31 March 2026 (if the bid is won)"


def test_a_rare_sign_before_the_cursor_upsets_nothing(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("\U0001f4c5 By May 2026")
    edit.give_help("condition")

    assert edit.textCursor().selectedText() == "funding is agreed"


def test_without_words_there_is_no_condition_to_say(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("")
    edit.give_help("condition")

    assert edit.toPlainText() == ""
    assert not edit.popup.helps.condition.isEnabled()


def test_leaving_the_calendar_for_elsewhere_keeps_the_date(qtbot, view):
    edit = typing(view, "a22")
    edit.setPlainText("By March 2026")
    edit.give_help("calendar")
    view.table.setFocus()

    qtbot.waitUntil(lambda: frame_of(view, "a22").words == "By March 2026")
    assert view.table.state() != view.table.State.EditingState


def test_on_a_small_screen_the_calendar_fits_too(qtbot):
    view = timetable_of(qtbot, bridge_of(), 683, 350)
    edit = typing(view, "a11")
    edit.setPlainText("By 30 June 2026")
    edit.give_help("calendar")

    assert view.rect().contains(edit.popup.geometry())
    assert edit.popup.calendar.day_said.isVisible()


def test_the_original_is_still_kept_while_the_calendar_is_open(qtbot, view):
    edit = typing(view, "a11")
    edit.setPlainText("By 30 June 2026")
    edit.popup.old.reason.setText("Auditors need longer")
    edit.popup.old.keeps.setChecked(True)
    edit.give_help("calendar")
    view.table.setFocus()

    qtbot.waitUntil(lambda: view._bridge.plan.items["a11"].original is not None)
    assert view._bridge.plan.items["a11"].revised_reason == "Auditors need longer"


def test_the_date_before_is_drawn_only_where_it_is_kept(qtbot, view):
    edit = typing(view, "a11")
    edit.setPlainText("By 30 June 2026")
    assert "was" not in edit.popup.strip.accessibleDescription()
    edit.popup.old.keeps.setChecked(True)

    assert "31 March 2026" in edit.popup.strip.accessibleDescription()


@pytest.mark.parametrize("height", [400, 430, 600])
def test_many_readings_do_not_push_the_buttons_out_of_the_window_at_the_start(qtbot, height):
    view = timetable_of(qtbot, bridge_of(), height=height)
    edit = typing(view, "s112")  # "Oct 25 – Jan 26" can be read in several ways
    popup = edit.popup

    assert view.window().rect().contains(popup.geometry())
    assert not popup.geometry().intersects(QRect(edit.mapTo(view.window(), QPoint(0, 0)), edit.size()))
