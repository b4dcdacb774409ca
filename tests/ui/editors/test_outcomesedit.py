from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.models.commands.rows import SetField
from tests.ui.editors.reading import plan_of, words


def outcome_in(panel, *rows, text="One way of working"):
    return panel._bridge.run(AddOutcome(rows, text)).id


def test_an_outcome_is_added_and_edited_where_it_stands(qtbot, panel):
    panel.show_item("a22")
    new = panel.row.outcomes.new_outcome
    new.setPlainText("Managers know the rules")
    qtbot.keyClick(new, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (outcome,) = plan_of(panel).outcomes_of["a22"]
    assert new.toPlainText() == ""
    entry = panel.row.outcomes.entries[outcome.id]
    entry.words.setPlainText("Every manager knows the rules")
    entry.words.keep()

    assert [row.text for row in plan_of(panel).outcomes_of["a22"]] == ["Every manager knows the rules"]


def test_an_outcome_is_shared_with_a_row_and_taken_off_again(qtbot, panel):
    outcome = outcome_in(panel, "a22")
    panel.show_item("a22")
    entry = panel.row.outcomes.entries[outcome]
    assert "This row alone" in words(entry)
    entry.findChild(QToolButton, f"share_{outcome}").click()
    entry.sharing.setText("9.9")
    qtbot.keyClick(entry.sharing, Qt.Key.Key_Return)
    assert "No single row fits" in words(entry)
    entry.sharing.setText("2.3")
    qtbot.keyClick(entry.sharing, Qt.Key.Key_Return)
    assert plan_of(panel).outcomes[outcome].items == ("a22", "a23")
    assert "Shared with 2.3" in words(entry)
    assert entry.sharing is None
    entry.findChild(QToolButton, f"off_{outcome}").click()

    assert plan_of(panel).outcomes[outcome].items == ("a23",)
    assert panel.row.outcomes.entries == {}


def test_an_outcome_is_deleted_and_undo_brings_it_back(panel):
    outcome = outcome_in(panel, "a22", "a23")
    panel.show_item("a22")
    delete = panel.row.outcomes.findChild(QToolButton, f"delete_{outcome}")
    assert delete.accessibleName() == "Delete outcome 1 from all 2 rows"
    delete.click()
    assert not plan_of(panel).outcomes
    panel._bridge.undo()
    assert list(panel.row.outcomes.entries) == [outcome]


def test_an_outcome_without_words_goes(panel):
    outcome = outcome_in(panel, "a22")
    panel.show_item("a22")
    panel.row.outcomes.entries[outcome].words.setPlainText("")
    panel.row.outcomes.entries[outcome].words.keep()

    assert outcome not in plan_of(panel).outcomes


def test_news_from_elsewhere_leaves_an_outcome_that_is_being_typed(panel):
    outcome = outcome_in(panel, "a22")
    panel.show_item("a22")
    panel.row.outcomes.entries[outcome].words.setPlainText("Half a sent")
    panel._bridge.run(SetField("a23", "status", "late"))
    outcome_in(panel, "a22", text="Another")

    assert panel.row.outcomes.entries[outcome].words.toPlainText() == "Half a sent"
    panel.show_item("a23")
    assert plan_of(panel).outcomes[outcome].text == "Half a sent"
