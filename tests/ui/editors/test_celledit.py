import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.editors.markstrip import MarkStrip
from mkplanner.ui.editors.readingpopup import ReadingPopup
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.editors.textlines import line_count
from tests.ui.saltway import saltway_plan


@pytest.fixture
def edit(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(400, 300)
    around.show()
    edit = CellEdit(around)
    edit.show()
    edit.around = around
    return edit


def test_an_editor_covers_its_cell_and_grows_with_its_words(edit):
    cell = QRect(10, 20, 150, 30)
    edit.take_place(cell, QRect(0, 0, 400, 300))
    assert edit.geometry() == cell
    edit.setPlainText("\n".join("abcdef"))
    assert edit.height() > 80
    assert edit.geometry().topLeft() == cell.topLeft()


def test_near_the_end_of_the_table_it_grows_upwards(edit):
    edit.take_place(QRect(10, 270, 150, 24), QRect(0, 0, 400, 300))
    edit.setPlainText("\n".join("abcdefgh"))

    assert edit.geometry().bottom() <= 300
    assert edit.geometry().top() < 270


def test_words_that_come_again_do_not_replace_typed_ones(qtbot, edit):
    edit.set_words("given")
    assert edit.textCursor().selectedText() == "given"
    qtbot.keyClicks(edit, "typed")
    edit.set_words("given elsewhere")
    assert edit.toPlainText() == "typed"


def test_lines_are_counted_as_they_wrap(edit):
    edit.resize(80, 100)
    edit.setPlainText("")
    assert line_count(edit) == 1
    edit.setPlainText("one\ntwo")
    assert line_count(edit) == 2
    edit.setPlainText("several words that cannot stand on one line")
    assert line_count(edit) > 2


def test_shift_and_enter_begin_a_line(qtbot, edit):
    edit.set_words("")
    assert edit.may_end()
    for held in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier):
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent

        assert edit.takes(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held))
    assert edit.toPlainText() == "\n\n"


def test_a_layout_is_filled_afresh_at_once(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    box.show()
    put_in(layout, QLabel("old"), QLabel("older"))
    assert all(layout.itemAt(place).widget().isVisible() for place in range(2))
    cleared(layout)
    assert layout.count() == 0


def test_the_popup_says_what_is_drawn_to_those_who_cannot_see_it(qtbot):
    plan = saltway_plan()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    popup = ReadingPopup(plan, plan.items["a12"], window)
    popup.show_frame(plan.items["a12"].by_when)

    strip = popup.findChild(MarkStrip)
    assert strip.accessibleName() == "How it is drawn"
    assert "by 31 December 2025" in strip.accessibleDescription()
    assert not popup.grab().isNull()
