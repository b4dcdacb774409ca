from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from mkplanner.ui.parts import Segments, label, note, number_box, primary, restyle, rule, upright_rule, upright_scroll


def test_labels_never_take_words_for_markup(qtbot, dressed):
    made = label("<b>5 < 6</b>", "h1")
    qtbot.addWidget(made)

    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.property("role") == "h1"


def test_the_primary_button_is_ready_for_enter(qtbot, dressed):
    button = primary(QPushButton("Make"))
    qtbot.addWidget(button)

    assert button.isDefault()
    assert button.property("primary") == "true"


def test_segments_hold_one_choice(qtbot, dressed):
    choice = Segments((("A4", "A4"), ("A3", "A3")), "Paper")
    qtbot.addWidget(choice)
    assert choice.choice() == "A4"

    with qtbot.waitSignal(choice.chosen) as heard:
        qtbot.mouseClick(choice.buttons["A3"], Qt.MouseButton.LeftButton)

    assert heard.args == ["A3"]
    assert choice.choice() == "A3"
    assert not choice.buttons["A4"].isChecked()


def test_choosing_from_within_tells_nobody(qtbot, dressed):
    choice = Segments((("A4", "A4"), ("A3", "A3")), "Paper")
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("A3")

    assert choice.choice() == "A3"


def test_notes_change_their_tone(qtbot, dressed):
    frame, words = note("Reads well.", "ok")
    qtbot.addWidget(frame)
    restyle(frame, tone="warning")

    assert (frame.property("tone"), words.text()) == ("warning", "Reads well.")


def test_rules_are_one_pixel_thin(qtbot, dressed):
    across, down = rule(), upright_rule()
    qtbot.addWidget(across)
    qtbot.addWidget(down)

    assert (across.maximumHeight(), down.maximumWidth()) == (1, 1)


def test_a_page_that_is_too_tall_scrolls_up_and_down(qtbot):
    inside = QLabel("tall")
    inside.setMinimumHeight(400)
    area = upright_scroll(inside, "page")
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    assert area.minimumSizeHint().height() < 200


def test_a_box_for_numbers_is_as_high_as_other_fields_and_has_their_room(qtbot, dressed):
    box, field = number_box("days", "Days", 30, -7), QLineEdit()
    for widget in (box, field):
        qtbot.addWidget(widget)
    assert (box.value(), box.minimum(), box.maximum(), box.accessibleName()) == (-7, -30, 30, "Days")
    assert box.maximumHeight() == field.sizeHint().height()
    assert box.lineEdit().textMargins().left() > 0
