from PySide6.QtCore import Qt

from mkplanner.models.timeframes.parts import PartWords
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.ui.editors.partform import PartForm
from tests.ui.editors.reading import words


def test_the_form_says_how_a_part_is_read_and_escape_leaves(qtbot):
    form = PartForm()
    qtbot.addWidget(form)
    form.show()
    form.fill(PlanContext(), PartWords("by 3 May 2027", "schools"), 0)
    assert "Schools: due Mon 3 May 2027" in words(form)
    assert not form.is_altered
    form.condition.setText("funded")
    assert form.is_altered
    assert form.words() == PartWords("by 3 May 2027", "schools", "funded")
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form.when, Qt.Key.Key_Escape)
    with qtbot.waitSignal(form.given):
        qtbot.keyClick(form.when, Qt.Key.Key_Return)
