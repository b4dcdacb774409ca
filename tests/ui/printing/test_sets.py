import pytest

from mkplanner.charts.reports.chosen import OptionSet, sets_of
from mkplanner.ui.printing.sets import SaveSetDialog, SetBox, forget_set, keep_set
from tests.builders import written

PACK = OptionSet("Board pack", "gantt", {"legend": False}, ".pdf")


@pytest.fixture
def keeping(plan):
    return written(keep_set(PACK), plan=plan)


def test_the_plans_sets_are_offered_and_taken(qtbot, dressed, keeping):
    box = SetBox(keeping)
    qtbot.addWidget(box)
    assert box.name() == ""

    with qtbot.waitSignal(box.taken) as heard:
        box._box.setCurrentIndex(1)
        box._box.activated.emit(1)
    assert heard.args == [PACK]
    assert box.name() == "Board pack"


def test_a_set_can_be_forgotten_only_when_one_is_chosen(qtbot, dressed, keeping):
    box = SetBox(keeping)
    qtbot.addWidget(box)
    assert not box._forget.isEnabled()

    box.show_sets(keeping, "Board pack")
    with qtbot.waitSignal(box.forgotten) as heard:
        box._forget.click()
    assert heard.args == ["Board pack"]
    assert sets_of(written(forget_set("Board pack"), plan=keeping)) == []


def test_changed_choices_are_no_longer_those_of_the_set(qtbot, dressed, keeping):
    box = SetBox(keeping)
    qtbot.addWidget(box)
    box.show_sets(keeping, "Board pack")
    box.show_own()

    assert box.name() == ""


def test_a_name_is_asked_for_and_must_be_there(qtbot, dressed, keeping):
    asking = SaveSetDialog(None, keeping, "  Joint   Board ")
    qtbot.addWidget(asking)

    assert asking.name() == "Joint Board"
    assert asking._name.findText("Board pack") >= 0
