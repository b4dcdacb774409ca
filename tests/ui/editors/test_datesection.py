from PySide6.QtCore import Qt

from mkplanner.models.commands.rows import SetField
from mkplanner.ui.editors.datesection import DateSection
from mkplanner.ui.editors.linkbutton import link_button
from tests.ui.editors.reading import plan_of, words
from tests.ui.saltway import saltway_plan


def test_several_lines_are_kept_when_the_field_is_left_as_one_step(qtbot, panel):
    panel.show_item("a22")
    panel.date.words.setFocus()
    panel.date.words.setPlainText("By March 2026\nOngoing for new services")
    assert "Due Tue 31 March 2026" in words(panel.date.card)
    assert panel._bridge.undo_title is None
    panel.more.notes.setFocus()

    assert plan_of(panel).items["a22"].by_when.words == "By March 2026\nOngoing for new services"
    assert panel._bridge.undo_title == "Change by when"
    panel._bridge.undo()
    assert panel.date.words.toPlainText() == "Ongoing"
    assert panel._bridge.undo_title is None


def test_a_date_is_revised_with_a_reason_and_the_first_one_kept(qtbot, panel):
    panel.show_item("a11")
    qtbot.mouseClick(panel.date.revise, Qt.MouseButton.LeftButton)
    panel.date.new_words.setText("By 30 June 2026")
    assert not panel.date.revise_now.isEnabled()
    panel.date.reason.setText("The auditors asked for more time")
    qtbot.mouseClick(panel.date.revise_now, Qt.MouseButton.LeftButton)

    item = plan_of(panel).items["a11"]
    assert (item.by_when.words, item.original.words) == ("By 30 June 2026", "By 31 March 2026")
    assert "Original date: By 31 March 2026" in panel.date.original.text()
    assert "The auditors asked" in panel.date.original.text()
    assert not panel.date.form.isVisible()


def test_the_card_follows_the_words_while_they_are_typed(qtbot):
    section = DateSection()
    qtbot.addWidget(section)
    section.show()
    plan = saltway_plan()
    section.show_row(plan, plan.items["a22"])
    section.words.setPlainText("May 2026")
    assert "May 2026, 1 May to 31 May 2026" in words(section.card)


def test_a_row_without_a_date_has_nothing_to_revise(panel):
    panel._bridge.run(SetField("a22", "by_when", None))
    panel.show_item("a22")

    assert not panel.date.revise.isVisible()
    assert not panel.date.card.isVisible()


def test_a_link_is_found_by_its_name(qtbot):
    button = link_button("Revise the date…", "revise")
    qtbot.addWidget(button)
    assert (button.text(), button.objectName()) == ("Revise the date…", "revise")
