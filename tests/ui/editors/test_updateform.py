from datetime import date

from PySide6.QtCore import Qt

from mkplanner.models.plan import Update
from mkplanner.models.status import Rag
from mkplanner.ui.editors.updateform import UpdateForm


def test_an_update_is_shown_as_it_is_also_without_a_date(qtbot):
    form = UpdateForm()
    qtbot.addWidget(form)
    form.fill(Update("u", "a", date(2025, 11, 3), "Signed", Rag.AMBER))
    assert (form.text.toPlainText(), form.light(), form.day()) == ("Signed", Rag.AMBER, date(2025, 11, 3))
    assert form.add.text() == "Keep update"
    form.fill(Update("v", "a", None, "Undated"))
    assert (form.light(), form.day()) == (None, None)
    assert not form.on.isEnabled()
    form.clear()
    assert (form.update_id, form.day()) == (None, date.today())
    assert form.add.text() == "Add update"


def test_ctrl_enter_keeps_only_what_may_be_kept(qtbot):
    form = UpdateForm()
    qtbot.addWidget(form)
    form.show()
    given = []
    form.given.connect(lambda: given.append(form.text.toPlainText()))
    form.rag.buttons["red"].click()
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given == []
    assert "need a comment" in form.hint.text()
    form.text.setPlainText("The trainer is ill")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given == ["The trainer is ill"]
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
