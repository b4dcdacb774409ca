import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

from mkplanner.ui.editors.growingedit import GrowingEdit
from tests.ui.editors.reading import plan_of


def test_ctrl_enter_keeps_and_escape_takes_back(qtbot, panel):
    panel.show_item("a22")
    notes = panel.row.notes.words
    notes.setFocus()
    qtbot.keyClicks(notes, "Ask the trainers")
    qtbot.keyClick(notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert plan_of(panel).items["a22"].notes == "Ask the trainers"
    qtbot.keyClicks(notes, " again")
    qtbot.keyClick(notes, Qt.Key.Key_Escape)
    assert notes.toPlainText() == "Ask the trainers"
    assert plan_of(panel).items["a22"].notes == "Ask the trainers"


@pytest.fixture
def edit(qtbot):
    edit = GrowingEdit("Notes")
    qtbot.addWidget(edit)
    edit.resize(200, 30)
    edit.show()
    return edit


def test_the_field_is_as_tall_as_its_words(edit):
    one = edit.height()
    edit.setPlainText("one\ntwo\nthree")
    three = edit.height()
    edit.setPlainText("words " * 40)

    assert one < three < edit.height()
    edit.setPlainText("")
    assert edit.height() == one


def test_words_that_did_not_change_are_not_kept_again(edit):
    kept = []
    edit.kept.connect(kept.append)
    edit.set_words("as it was")
    edit.keep()
    assert kept == []
    edit.setPlainText("as it is\n")
    edit.keep()
    edit.keep()
    assert kept == ["as it is"]


def test_a_bold_title_shows_its_last_line(qtbot, dressed_panel):
    title = dressed_panel.title
    words = "Review the senior structure to develop the contribution of Heads of Service and increase capacity "
    for count in (1, 2, 3):
        title.set_words(words * count)
        last = title.document().lastBlock()
        bottom = title.blockBoundingGeometry(last).translated(title.contentOffset()).bottom()
        assert bottom <= title.viewport().height() + 1


def test_who_comes_by_keyboard_goes_on_behind_the_words(qtbot, edit):
    edit.set_words("as it was")
    edit.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    qtbot.keyClicks(edit, ", and on")
    assert edit.toPlainText() == "as it was, and on"
