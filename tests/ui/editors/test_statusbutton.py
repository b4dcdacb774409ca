import pytest

from mkplanner.models.status import STYLES, Status
from mkplanner.ui.editors.statusbutton import StatusButton, status_icon
from tests.ui.editors.reading import plan_of


def test_a_letter_on_the_lozenge_changes_the_status(qtbot, panel):
    panel.show_item("a22")
    qtbot.keyClicks(panel.status, "r")

    assert plan_of(panel).items["a22"].status is Status.LATE


def test_the_lozenge_lists_every_status_and_none(panel):
    panel.show_item("a22")
    panel.status.menu().aboutToShow.emit()
    names = [action.text() for action in panel.status.menu().actions() if action.text()]

    assert len(names) == 7
    panel.status.menu().actions()[1].trigger()
    assert plan_of(panel).items["a22"].status is Status.AT_RISK


def test_without_a_status_it_invites_to_set_one(qtbot):
    button = StatusButton()
    qtbot.addWidget(button)

    assert button.text() == "Set status"
    assert button.accessibleName() == "Status: none"
    narrow = button.width()
    button.set_status(Status.NOT_STARTED)
    assert button.width() > narrow - 40
    assert not button.grab().isNull()


@pytest.mark.parametrize("status", list(STYLES))
def test_every_status_has_an_icon(qapp, status):
    assert not status_icon(status).isNull()
