"""No dialogue is larger than a small laptop's screen, at any text size; at scale 2 each folds, and buttons stay in sight."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
)

from mkplanner.ui import tasks
from mkplanner.ui.fitting import FRAME, FittingDialog, fit
from mkplanner.ui.readingorder import stops_in
from tests.ui import sight
from tests.ui.dialogs import DIALOGS, dialog_classes

SMALL_LAPTOP = QSize(1366, 768)
AT_SCALE_TWO = QSize(683, 384)
BEGIN_ELSEWHERE = {
    "HistoryDialog": "HistoryView history_list",
    "MoveDialog": "QTreeWidget move_rows",
    "NewPlanDialog": "QLineEdit title",
    "ReviewDialog": "QRadioButton",
}
"""Where the cursor stands at first in a dialogue whose first field is seldom what one came for."""


def test_every_dialogue_is_opened_here():
    assert dialog_classes() == set(DIALOGS), "add new dialogues to tests/ui/dialogs.py"


def opened(qtbot, window, room):
    """Each dialogue in turn, shown on a screen of this size."""
    for name, make in DIALOGS.items():
        dialog = make(window)
        qtbot.addWidget(dialog)
        if isinstance(dialog, FittingDialog):
            dialog.room = room
        dialog.show()
        yield name, dialog
        dialog.hide()


def test_no_dialogue_asks_for_more_than_a_small_laptop_has(qtbot, plan_window):
    room = SMALL_LAPTOP - FRAME
    sizes = {
        name: dialog.minimumSizeHint().expandedTo(dialog.minimumSize()).expandedTo(dialog.size())
        for name, dialog in opened(qtbot, plan_window, SMALL_LAPTOP)
    }
    assert {name: size for name, size in sizes.items() if size.boundedTo(room) != size} == {}


@pytest.mark.parametrize(("text_size", "screen"), [(150, SMALL_LAPTOP), (100, AT_SCALE_TWO), (150, AT_SCALE_TWO)])
def test_every_dialogue_can_be_read_and_answered_with_large_text_and_at_scale_two(
    qtbot, plan_window, dressed, text_size, screen
):
    dressed.dress("light", text_size)
    found = {}
    for name, dialog in opened(qtbot, plan_window, screen):
        settle(qtbot, dialog)
        found[name] = sight.troubles(dialog, screen)
    assert {name: troubles for name, troubles in found.items() if troubles} == {}


def test_every_dialogue_begins_in_its_first_field(qtbot, plan_window):
    begun = {}
    for name, dialog in opened(qtbot, plan_window, AT_SCALE_TWO):
        settle(qtbot, dialog)
        fields = [stop for stop in stops_in(dialog) if not isinstance(stop, QPushButton | QToolButton)]
        at = dialog.focusWidget()
        begun[name] = (
            ""
            if at in fields[:1] or not fields
            else f"{type(at).__name__} {at.objectName() if at else ''}".partition(" choice_")[0]
        )
    assert {name: at for name, at in begun.items() if at} == BEGIN_ELSEWHERE


def settle(qtbot, dialog):
    """What is worked out beside the window has come, and the parts of the dialogue have their places."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    tasks.wait_for_tasks()
    for _ in range(4):
        QApplication.processEvents()


def test_the_window_itself_fits_at_scale_two(plan_window):
    for view in ("timetable", "rasic", "updates", "board"):
        plan_window.show_view(view)
        least = plan_window.minimumSizeHint()
        assert least.boundedTo(AT_SCALE_TWO - FRAME) == least


def test_a_question_does_not_push_the_window_out_of_a_small_screen(plan_window, qtbot):
    arranger = plan_window.desk.view.arranger
    plan_window.filter_rows("telephone")
    arranger.group("owner")
    arranger.sort("by_when")
    qtbot.wait(20)
    least = plan_window.minimumSizeHint()
    assert least.boundedTo(AT_SCALE_TWO - FRAME) == least
    bar = plan_window.desk.view.query_bar
    assert bar.counts.isVisible()
    plan_window.resize(AT_SCALE_TWO - FRAME)
    qtbot.wait(20)
    assert bar.clear.isVisible()
    assert bar.clear.geometry().right() < bar.width()


def test_what_has_no_room_scrolls(qtbot):
    dialog = FittingDialog()
    qtbot.addWidget(dialog)
    dialog.room = QSize(300, 200)
    layout = QVBoxLayout(dialog)
    tall = QLabel("tall")
    tall.setMinimumSize(260, 500)
    layout.addWidget(tall)
    dialog.show()
    qtbot.waitExposed(dialog)

    assert dialog.height() <= 200
    area = dialog.findChild(QScrollArea, "fitting")
    assert area.verticalScrollBar().maximum() > 0
    assert area.isAncestorOf(tall)


def test_buttons_stay_where_the_rest_scrolls_and_the_cursor_is_followed(qtbot):
    dialog = FittingDialog()
    qtbot.addWidget(dialog)
    dialog.room = QSize(300, 200)
    layout, row, keep = QVBoxLayout(dialog), QHBoxLayout(), QPushButton("Keep")
    fields = [QLineEdit() for _ in range(20)]
    for field in fields:
        layout.addWidget(field)
    row.addWidget(keep)
    dialog.add_foot(layout, row)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    assert sight.is_in_sight(keep, dialog)
    assert not sight.is_in_sight(fields[-1], dialog)
    fields[-1].setFocus()
    assert sight.is_in_sight(fields[-1], dialog)
    fields[0].setFocus()
    assert sight.is_in_sight(fields[0], dialog)


def test_a_dialogue_with_room_stays_as_it_was_made(qtbot):
    dialog = FittingDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLabel("small"))
    dialog.show()

    assert dialog.findChild(QScrollArea, "fitting") is None


def test_the_choice_of_a_colour_keeps_its_buttons_in_sight_too(qtbot, dressed):
    dialog = QColorDialog(options=QColorDialog.ColorDialogOption.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    fit(dialog, AT_SCALE_TWO)
    QApplication.processEvents()

    assert dialog.size().boundedTo(AT_SCALE_TWO - FRAME) == dialog.size()
    buttons = dialog.findChild(QDialogButtonBox).buttons()
    assert buttons
    assert all(sight.is_in_sight(button, dialog) for button in buttons)
    assert list(sight.sideways(dialog)) == []
