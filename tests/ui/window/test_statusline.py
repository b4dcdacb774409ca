import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QTimer
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QToolTip

from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Item, ItemKind, Plan, PlanInfo
from mkplanner.models.status import Status
from mkplanner.ui.window.statusline import StatusLine, count_words


def plan(*statuses):
    edit = Edit(Plan(PlanInfo(new_id())))
    edit.put(Item("theme", ItemKind.THEME, title="Governance"))
    for number, status in enumerate(statuses):
        edit.put(Item(str(number), title="Action", status=status))
    return edit.plan


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ((), "0 actions"),
        ((None,), "1 action"),
        ((Status.COMPLETE, Status.COMPLETE), "2 actions: 2 complete"),
        ((Status.LATE, None, Status.ON_TRACK), "3 actions: 1 on track, 1 late, 1 without a status"),
    ],
)
def test_actions_are_counted_by_how_they_stand(statuses, words):
    assert count_words(plan(*statuses)) == words


def test_a_place_without_words_is_hidden(qtbot, dressed):
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(window)
    window.setStatusBar(line)
    window.show()

    line.say(counts="4 actions", filter="")

    assert line._places["counts"].isVisible()
    assert not line._places["filter"].isVisible()


def test_what_is_said_under_a_passing_note_waits_until_it_has_passed(window):
    line = window.status
    line.showMessage("Something happened")
    line.say(counts="14 actions", saved="✓ Saved")
    assert not line._places["counts"].isVisible()
    assert line._places["saved"].isVisible()

    line.clearMessage()
    assert line._places["counts"].isVisible()
    assert line._places["counts"].text() == "14 actions"


def test_a_note_with_a_link_covers_the_counts_until_the_next_note_and_does_its_deed(qtbot, dressed):
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(window)
    window.setStatusBar(line)
    window.show()
    line.say(counts="4 actions", saved="All saved")
    counts, linked = (line.findChild(QLabel, f"status_{name}") for name in ("counts", "linked"))
    done = []

    line.show_linked("The plan is in A & B.xlsx.", "Open its folder", lambda: done.append(True))

    assert "A &amp; B.xlsx" in linked.text()
    assert (linked.isVisible(), counts.isVisible()) == (True, False)
    linked.linkActivated.emit("deed")
    assert done == [True]

    line.showMessage("Saved.")
    assert not linked.isVisible()
    line.clearMessage()
    assert (linked.isVisible(), counts.isVisible()) == (False, True)


def test_a_note_with_a_link_passes_by_itself(qtbot, dressed):
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(window)
    window.setStatusBar(line)
    window.show()
    line.say(counts="4 actions")
    line.findChild(QTimer).setInterval(1)

    line.show_linked("Written.", "Open its folder", lambda: None)

    qtbot.waitUntil(line.findChild(QLabel, "status_counts").isVisible)
    assert not line.findChild(QLabel, "status_linked").isVisible()


def test_in_a_narrow_window_the_counts_give_way_and_the_tip_has_them_whole(qtbot, dressed):
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(window)
    window.setStatusBar(line)
    counts = "50 actions: 11 on track, 3 at risk, 1 late, 9 complete, 26 without a status"
    line.say(counts=counts, filter="No filter", view="Months", saved="Saved")
    window.resize(900, 200)
    window.show()
    place = line.findChild(QLabel, "status_counts")
    whole = place.grab().toImage()
    assert line.minimumSizeHint().width() < 400

    window.resize(420, 200)
    qtbot.waitUntil(lambda: place.width() < place.sizeHint().width())
    assert place.text() == counts
    assert place.grab().toImage() != whole
    QApplication.sendEvent(place, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(place.mapToGlobal(QPoint(5, 5)))))
    QApplication.sendEvent(place, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), place.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text() == counts
