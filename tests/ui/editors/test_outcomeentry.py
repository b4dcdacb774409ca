from mkplanner.models.plan import Outcome
from mkplanner.ui.editors.outcomeentry import OutcomeEntry
from tests.ui.editors.reading import words
from tests.ui.saltway import saltway_plan


def test_an_entry_tells_who_shares_it_and_names_its_doings(qtbot):
    plan = saltway_plan()
    outcome = Outcome("o", "Fewer calls", ("a22", "a23", "a24"))
    entry = OutcomeEntry(plan, outcome, "a22", 2)
    qtbot.addWidget(entry)
    entry.show()

    assert "Shared with 2.3, 2.4" in words(entry)
    assert entry.words.accessibleName() == "Outcome 2"
    assert entry._off.isVisible()
    entry.show_outcome(plan, Outcome("o", "Fewer calls", ("a22",)), 1)
    assert "This row alone" in words(entry)
    assert not entry._off.isVisible()
    assert entry._delete.accessibleName() == "Delete outcome 1"


def test_sharing_again_with_the_same_row_is_said_to_be_done(qtbot):
    entry = OutcomeEntry(saltway_plan(), Outcome("o", "Fewer calls", ("a22", "a23")), "a22", 1)
    qtbot.addWidget(entry)
    entry.show()
    entry._open_sharing()
    entry.sharing.setText("2.3")
    entry._add_row()
    assert "2.3 has it." in words(entry)
    entry._open_sharing()
    assert entry.sharing is None
