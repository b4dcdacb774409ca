from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mkplanner.ui.start.cards import BringBox, Card


def test_a_card_is_chosen_by_mouse_enter_and_space(qtbot, dressed):
    card = Card("gantt", "Gantt timetable", "Dates and bars", "gantt")
    qtbot.addWidget(card)
    heard = []
    card.chosen.connect(heard.append)

    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.keyClick(card, Qt.Key.Key_Space)
    qtbot.keyClick(card, Qt.Key.Key_A)

    assert heard == ["gantt", "gantt", "gantt"]


def test_a_card_with_the_cursor_has_a_ring(qtbot, dressed):
    card = Card("gantt", "Gantt timetable", "Dates and bars", "gantt")
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    card.clearFocus()
    before = card.grab().toImage()
    card.setFocus()

    assert card.grab().toImage() != before


def test_the_box_has_one_primary_button(qtbot, dressed):
    box = BringBox()
    qtbot.addWidget(box)

    primary = [button.text() for button in box.findChildren(QPushButton) if button.property("primary") == "true"]
    assert primary == ["Paste a table or a list"]
