from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mkplanner.models.commands.rasic import SetLetters
from mkplanner.ui.editors.whoedit import LettersButton, add_letter, next_letter
from tests.ui.editors.reading import party, plan_of, words


def test_letters_are_typed_on_a_party(qtbot, panel):
    panel.show_item("a12")
    legal = party(panel, "Head of Legal")
    button = panel.row.who.findChild(LettersButton, f"letters_{legal}")
    qtbot.keyClicks(button, "a")

    assert next(c.letters for c in plan_of(panel).assignments_of["a12"] if c.party == legal) == "AR"
    again = panel.row.who.findChild(LettersButton, f"letters_{legal}")
    qtbot.keyClicks(again, "r")
    assert next(c.letters for c in plan_of(panel).assignments_of["a12"] if c.party == legal) == "A"


def test_a_party_is_taken_off_a_row(qtbot, panel):
    panel.show_item("a12")
    legal = party(panel, "Head of Legal")
    qtbot.keyClick(panel.row.who.findChild(LettersButton, f"letters_{legal}"), Qt.Key.Key_Delete)

    assert legal not in [cell.party for cell in plan_of(panel).assignments_of["a12"]]
    assert "Head of Legal" not in words(panel.row.who)


def test_a_known_and_a_new_name_are_added_with_a_letter(qtbot, panel):
    panel.show_item("a12")
    for name in ("audit manager", "Head of Bins"):
        edit = panel.row.who.findChild(QLineEdit, "new_party")
        edit.setText(name)
        qtbot.keyClick(edit, Qt.Key.Key_Return)

    cells = {plan_of(panel).parties[c.party].name: c.letters for c in plan_of(panel).assignments_of["a12"]}
    assert cells["Audit Manager"] == "A"
    assert cells["Head of Bins"] == "C"


def test_a_name_that_is_being_typed_stays_when_news_comes(qtbot, panel):
    panel.show_item("a22")
    panel.row.who.findChild(QLineEdit, "new_party").setText("Head of B")
    panel._bridge.run(SetLetters("a22", party(panel, "HR Manager"), "S"))

    assert panel.row.who.findChild(QLineEdit, "new_party").text() == "Head of B"
    panel.show_item("a23")
    assert panel.row.who.findChild(QLineEdit, "new_party").text() == ""


def test_the_next_letter_is_the_one_that_is_missing(panel):
    assert next_letter(plan_of(panel), "a22") == "R"
    assert next_letter(plan_of(panel), "a12") == "A"
    assert add_letter(plan_of(panel), "a12", "  ", "R") is None


def test_parties_without_letters_here_show_their_part_and_note(panel):
    panel._bridge.run(SetLetters("a22", party(panel, "HR Manager"), "S", "half a day"))
    panel.show_item("a22")

    assert "HR Manager (half a day)" in words(panel.row.who)


def test_those_who_do_it_stand_before_those_who_are_told(panel):
    for name, letters in (("Joint Board", "I"), ("Audit Manager", "C"), ("Property Manager", "A")):
        panel.row.who.wanted.emit(add_letter(plan_of(panel), "a12", name, letters))
    panel.show_item("a12")
    told = [button.accessibleName().partition(":")[0] for button in panel.row.who.findChildren(LettersButton)]

    assert told[:5] == ["Head of Legal", "HR Manager", "Property Manager", "Audit Manager", "Joint Board"]
