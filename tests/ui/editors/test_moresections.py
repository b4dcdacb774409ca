from PySide6.QtCore import Qt

from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.ui.editors.moresections import LineField, MoreSections
from tests.ui.editors.reading import plan_of, words


def test_percent_tags_and_outcomes_are_kept(qtbot, panel, recorder):
    panel.show_item("a22")
    panel.more.percent.setText("35")
    qtbot.keyClick(panel.more.percent, Qt.Key.Key_Return)
    panel.more.tags.setText("GAP, RAP")
    qtbot.keyClick(panel.more.tags, Qt.Key.Key_Return)
    panel.more.new_outcome.setPlainText("Managers know the rules")
    qtbot.keyClick(panel.more.new_outcome, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    item = plan_of(panel).items["a22"]
    assert (item.percent, item.tags) == (35, ("GAP", "RAP"))
    assert panel.more.percent.text() == "35 %"
    assert [outcome.text for outcome in plan_of(panel).outcomes_of["a22"]] == ["Managers know the rules"]
    assert "Managers know the rules" in words(panel.more)
    assert panel.more.new_outcome.toPlainText() == ""


def test_a_percentage_that_is_none_is_refused_and_taken_back(qtbot, panel, recorder):
    panel.show_item("s112")
    panel.more.percent.setText("lots")
    qtbot.keyClick(panel.more.percent, Qt.Key.Key_Return)

    assert "lots" in recorder.errors[0].sentence
    assert panel.more.percent.text() == "40 %"


def test_an_outcome_of_several_rows_says_so(panel):
    panel._bridge.run(AddOutcome(("a22", "a23"), "One way of working"))
    panel.show_item("a22")

    assert "One way of working (shared with 1 more)" in words(panel.more)


def test_fields_are_those_of_the_field_table(panel):
    assert isinstance(panel.more, MoreSections)
    assert isinstance(panel.more.percent, LineField)
    assert panel.more.percent.accessibleName() == "Done"
    assert panel.more.tags.accessibleName() == "Tags"
