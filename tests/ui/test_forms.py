from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from mkplanner.ui.forms import FormDialog


def test_captions_lead_to_their_fields_and_name_them(qtbot, dressed):
    form = FormDialog(None, "Plan properties")
    qtbot.addWidget(form)
    field = QLineEdit()
    caption = form.add_row("&Title", field)

    assert caption.buddy() is field
    assert field.accessibleName() == "Title"


def test_enter_does_it_and_esc_leaves_all(qtbot, dressed):
    for key, result in (
        (Qt.Key.Key_Return, FormDialog.DialogCode.Accepted),
        (Qt.Key.Key_Escape, FormDialog.DialogCode.Rejected),
    ):
        form = FormDialog(None, "Plan properties")
        qtbot.addWidget(form)
        form.add_row("&Title", QLineEdit())
        form.finish(QPushButton("Keep"), QPushButton("Restore"))
        form.show()
        qtbot.keyClick(form, key)
        assert form.result() == result


def test_the_deed_is_the_last_and_only_primary_button(qtbot, dressed):
    form = FormDialog(None, "Plan properties")
    qtbot.addWidget(form)
    form.add_words("Only here.")
    form.finish(QPushButton("Keep"), QPushButton("Restore"))
    form.show()

    buttons = sorted(form.findChildren(QPushButton), key=lambda button: button.x())
    assert [button.text() for button in buttons] == ["Restore", "Cancel", "Keep"]
    assert [button.property("primary") for button in buttons] == [None, None, "true"]
    assert any(words.text() == "Only here." for words in form.findChildren(QLabel))


def test_a_field_with_long_words_shows_their_beginning(qtbot, dressed):
    form = FormDialog(None, "Plan properties")
    qtbot.addWidget(form)
    field = QLineEdit("Saltway Partnership: Aldermere, Brackwell and Tidemouth councils " * 3)
    form.add_row("&Council", field)

    assert field.cursorPosition() == 0
