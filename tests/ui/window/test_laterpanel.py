from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from mkplanner.ui.window.laterpanel import LaterPanel


def later(qtbot, made):
    def make(parent):
        made.append(QLabel("Details", parent))
        made[-1].setMinimumSize(160, 100)
        return made[-1]

    place = LaterPanel(make, QSize(265, 430), QSize(160, 100))
    qtbot.addWidget(place)
    return place


def test_a_panel_comes_once_its_empty_place_has_been_seen(qtbot):
    made = []
    place = later(qtbot, made)
    assert not place.is_made
    assert (place.sizeHint(), place.minimumSizeHint()) == (QSize(265, 430), QSize(160, 100))

    place.show()
    qtbot.waitUntil(lambda: place.is_made, timeout=5000)
    qtbot.wait(20)
    assert len(made) == 1
    assert made[0].isVisible()
    assert made[0].size() == place.size()


def test_a_panel_that_is_asked_for_comes_at_once_and_one_that_is_hidden_waits(qtbot):
    made = []
    place = later(qtbot, made)
    place.fill()
    assert not made
    assert place.panel is place.panel
    assert len(made) == 1


def test_a_panel_is_seen_all_at_once_when_it_has_been_laid_out(qtbot):
    made = []
    place = later(qtbot, made)
    place.show()
    assert not place.panel.updatesEnabled()

    qtbot.waitUntil(place.panel.updatesEnabled, timeout=5000)
