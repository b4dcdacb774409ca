"""No dialogue is larger than a small laptop's screen, at any text size; at scale 2 each shrinks and scrolls."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout

from mkplanner.ui.fitting import FRAME, FittingDialog
from tests.ui.dialogs import DIALOGS, dialog_classes

SMALL_LAPTOP = QSize(1366, 768)
AT_SCALE_TWO = QSize(683, 384)


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


@pytest.mark.parametrize(("text_size", "screen"), [(150, SMALL_LAPTOP), (100, AT_SCALE_TWO)])
def test_with_large_text_and_at_scale_two_every_dialogue_stays_on_the_screen(
    qtbot, plan_window, dressed, text_size, screen
):
    dressed.dress("light", text_size)
    room = screen - FRAME
    sizes = {name: dialog.size() for name, dialog in opened(qtbot, plan_window, screen)}
    assert {name: size for name, size in sizes.items() if size.boundedTo(room) != size} == {}


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


def test_a_dialogue_with_room_stays_as_it_was_made(qtbot):
    dialog = FittingDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLabel("small"))
    dialog.show()

    assert dialog.findChild(QScrollArea, "fitting") is None
