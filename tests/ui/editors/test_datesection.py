from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mkplanner.models.commands.rows import SetField
from mkplanner.ui.editors.datesection import DateSection
from mkplanner.ui.editors.linkbutton import link_button
from tests.ui.editors.reading import plan_of, words
from tests.ui.saltway import saltway_plan


def test_several_lines_are_kept_when_the_field_is_left_as_one_step(qtbot, panel):
    panel.show_item("a22")
    panel.row.date.words.setFocus()
    panel.row.date.words.setPlainText("By March 2026\nOngoing for new services")
    assert "Due Tue 31 March 2026" in words(panel.row.date.card)
    assert panel._bridge.undo_title is None
    panel.row.notes.words.setFocus()

    assert plan_of(panel).items["a22"].by_when.words == "By March 2026\nOngoing for new services"
    assert panel._bridge.undo_title == "Change by when"
    panel._bridge.undo()
    assert panel.row.date.words.toPlainText() == "Ongoing"
    assert panel._bridge.undo_title is None


def test_a_date_is_revised_with_a_reason_and_the_first_one_kept(qtbot, panel):
    panel.show_item("a11")
    qtbot.mouseClick(panel.row.date.revise, Qt.MouseButton.LeftButton)
    panel.row.date.form.new_words.setText("By 30 June 2026")
    assert not panel.row.date.form.revise_now.isEnabled()
    panel.row.date.form.reason.setText("The auditors asked for more time")
    panel.row.date.form.revise_now.click()

    item = plan_of(panel).items["a11"]
    assert (item.by_when.words, item.original.words) == ("By 30 June 2026", "By 31 March 2026")
    assert "Original date: By 31 March 2026" in panel.row.date.original.was.text()
    assert panel.row.date.original.reason.toPlainText() == "The auditors asked for more time"
    assert not panel.row.date.form.isVisible()


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

    assert not panel.row.date.revise.isVisible()
    assert not panel.row.date.card.isVisible()


def test_a_link_is_found_by_its_name(qtbot):
    button = link_button("Revise the date…", "revise")
    qtbot.addWidget(button)
    assert (button.text(), button.objectName()) == ("Revise the date…", "revise")


def test_each_part_of_a_date_is_changed_added_and_taken_away_as_one_step(panel):
    panel.show_item("a12")
    section = panel.row.date
    section.card.findChild(QToolButton, "change_part_0").click()
    assert (section.part.when.text(), section.part.label.text()) == ("by 31 December 2025", "existing services")
    section.part.condition.setText("the board agrees")
    section.part.keep.click()
    assert plan_of(panel).items["a12"].by_when.words == (
        "By 31 December 2025 for existing services (if the board agrees)\nOngoing for new services"
    )
    section.add_part.click()
    section.part.when.setText("by May 2026")
    section.part.label.setText("schools")
    section.part.keep.click()
    assert plan_of(panel).items["a12"].by_when.words.endswith("\nBy May 2026 for schools")
    section.card.findChild(QToolButton, "remove_part_1").click()
    assert "Ongoing" not in plan_of(panel).items["a12"].by_when.words
    panel._bridge.undo()
    assert "Ongoing for new services" in plan_of(panel).items["a12"].by_when.words


def test_a_part_that_is_no_date_cannot_be_kept_and_is_said_to_be_none(panel):
    panel.show_item("a22")
    panel.row.date.add_part.click()
    part = panel.row.date.part
    assert not part.keep.isEnabled()
    part.when.setText("whatever")
    assert not part.keep.isEnabled()
    assert "Not read as one date" in words(part)
    part.when.setText("by May 2026")
    assert part.keep.isEnabled()
    assert "Due Sun 31 May 2026" in words(part)
    part.left.emit()
    assert not part.isVisible()


def test_a_revised_date_gets_a_better_reason_and_goes_back(panel):
    panel.show_item("a21")
    original = panel.row.date.original
    assert original.isVisible()
    original.reason.setPlainText("Third round of interviews")
    original.reason.keep()
    assert plan_of(panel).items["a21"].revised_reason == "Third round of interviews"
    original.back.click()
    assert plan_of(panel).items["a21"].by_when.words == "By 30 September 2025"
    assert not original.isVisible()
