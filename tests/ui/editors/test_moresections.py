from PySide6.QtCore import Qt

from mkplanner.ui.editors.moresections import LineField, MoreSections
from tests.ui.editors.reading import plan_of


def test_percent_tags_and_reference_are_kept(qtbot, panel, recorder):
    panel.show_item("a22")
    panel.row.more.percent.setText("35")
    qtbot.keyClick(panel.row.more.percent, Qt.Key.Key_Return)
    panel.row.more.tags.setText("GAP, RAP")
    qtbot.keyClick(panel.row.more.tags, Qt.Key.Key_Return)
    panel.row.more.ref.setText("HR7")
    qtbot.keyClick(panel.row.more.ref, Qt.Key.Key_Return)

    item = plan_of(panel).items["a22"]
    assert (item.percent, item.tags, item.ref) == (35, ("GAP", "RAP"), "HR7")
    assert panel.row.more.percent.text() == "35 %"


def test_a_percentage_that_is_none_is_refused_and_taken_back(qtbot, panel, recorder):
    panel.show_item("s112")
    panel.row.more.percent.setText("lots")
    qtbot.keyClick(panel.row.more.percent, Qt.Key.Key_Return)

    assert "lots" in recorder.errors[0].sentence
    assert panel.row.more.percent.text() == "40 %"


def test_fields_are_those_of_the_field_table(panel):
    assert isinstance(panel.row.more, MoreSections)
    assert isinstance(panel.row.more.percent, LineField)
    assert panel.row.more.percent.accessibleName() == "Done"
    assert panel.row.more.tags.accessibleName() == "Tags"


def test_notes_keep_their_lines(panel):
    panel.show_item("a22")
    panel.row.notes.words.setPlainText("First\nSecond\n")
    panel.row.notes.words.keep()

    assert plan_of(panel).items["a22"].notes == "First\nSecond"
