from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from mkplanner.models.commands.progress import AddOutcome, AddUpdate
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import DeleteItem, SetField
from mkplanner.models.status import Rag, Status
from mkplanner.ui import messages
from mkplanner.ui.editors.panel import DetailsPanel
from mkplanner.ui.editors.whoedit import LettersButton, add_letter, next_letter
from tests.ui.saltway import bridge_of


@pytest.fixture
def recorder():
    recorder = messages.Recorder()
    before = messages.use(recorder)
    yield recorder
    messages.use(before)


@pytest.fixture
def panel(qtbot):
    panel = DetailsPanel(bridge_of())
    qtbot.addWidget(panel)
    panel.resize(265, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def plan_of(panel):
    return panel._bridge.plan


def words(widget) -> str:
    return "\n".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def party(panel, name):
    return next(party.id for party in plan_of(panel).parties.values() if party.name == name)


def test_without_a_row_it_says_how_to_choose_one(panel):
    panel.show_item(None)

    assert panel.empty.isVisible()
    assert panel.empty.text().startswith("No row selected.")


def test_a_row_shows_number_title_status_date_and_people(panel):
    panel.show_item("a12")

    assert panel.number.text() == "1.2"
    assert panel.title.toPlainText() == "Put a collaboration agreement in place"
    assert panel.status.accessibleName() == "Status: On track"
    assert panel.date.words.toPlainText() == "By 31 Dec 25 for existing services\nOngoing for new services"
    assert "Head of Legal" in words(panel.who)


def test_the_card_shows_each_part_of_the_date_as_it_was_read(panel):
    panel.show_item("a12")

    assert "Existing services: due Wed 31 December 2025" in words(panel.date.card)
    assert "New services: ongoing" in words(panel.date.card)


def test_words_without_a_date_are_said_to_be_that(panel):
    panel.show_item("a23")

    assert "ords only, no date" in words(panel.date.card)


def test_a_heading_is_asked_for_no_work(panel):
    panel.show_item("t1")

    assert not panel.date.isVisible()
    assert not panel.status.isVisible()
    assert panel.title.isVisible()


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


def test_ctrl_enter_keeps_and_escape_takes_back(qtbot, panel):
    panel.show_item("a22")
    notes = panel.more.notes
    notes.setFocus()
    qtbot.keyClicks(notes, "Ask the trainers")
    qtbot.keyClick(notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert plan_of(panel).items["a22"].notes == "Ask the trainers"
    qtbot.keyClicks(notes, " again")
    qtbot.keyClick(notes, Qt.Key.Key_Escape)
    assert notes.toPlainText() == "Ask the trainers"
    assert plan_of(panel).items["a22"].notes == "Ask the trainers"


def test_enter_keeps_the_title_on_one_line(qtbot, panel):
    panel.show_item("a22")
    panel.title.setPlainText("Train\nall managers")
    qtbot.keyClick(panel.title, Qt.Key.Key_Return)

    assert plan_of(panel).items["a22"].title == "Train all managers"


def test_typing_is_kept_for_its_own_row_when_another_is_shown(qtbot, panel):
    panel.show_item("a22")
    panel.more.notes.setPlainText("For the old row")
    panel.show_item("a23")

    assert plan_of(panel).items["a22"].notes == "For the old row"
    assert plan_of(panel).items["a23"].notes == ""
    assert panel.more.notes.toPlainText() == ""


def test_news_from_elsewhere_does_not_take_away_what_is_being_typed(qtbot, panel):
    panel.show_item("a22")
    panel.more.notes.setPlainText("half a sent")
    panel._bridge.run(SetField("a22", "status", "At risk"))

    assert panel.more.notes.toPlainText() == "half a sent"
    assert panel.status.accessibleName() == "Status: At risk"


def test_a_letter_on_the_lozenge_changes_the_status(qtbot, panel):
    panel.show_item("a22")
    qtbot.keyClicks(panel.status, "r")

    assert plan_of(panel).items["a22"].status is Status.LATE


def test_the_lozenge_lists_every_status_and_none(panel):
    panel.show_item("a22")
    panel.status.menu().aboutToShow.emit()
    names = [action.text() for action in panel.status.menu().actions() if action.text()]

    assert len(names) == 7
    panel.status.menu().actions()[1].trigger()
    assert plan_of(panel).items["a22"].status is Status.AT_RISK


def test_another_reading_can_be_chosen(qtbot, panel):
    panel._bridge.run(SetField("a22", "by_when", "March 14"))
    first = plan_of(panel).items["a22"].by_when
    assert first.is_ambiguous
    panel.show_item("a22")
    button = panel.date.card.findChild(QPushButton, "reading_0")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    now = plan_of(panel).items["a22"].by_when
    assert now.segments == first.alternatives[0]
    assert now.words == "March 14"
    assert not now.is_ambiguous
    assert panel.date.card.findChild(QPushButton, "reading_0") is None


def test_the_reading_that_is_shown_can_be_confirmed(qtbot, panel):
    panel._bridge.run(SetField("a22", "by_when", "March 14"))
    first = plan_of(panel).items["a22"].by_when
    panel.show_item("a22")
    qtbot.mouseClick(panel.date.card.findChild(QPushButton, "confirm_reading"), Qt.MouseButton.LeftButton)

    assert plan_of(panel).items["a22"].by_when.segments == first.segments
    assert not plan_of(panel).items["a22"].by_when.is_ambiguous


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


def test_letters_are_typed_on_a_party(qtbot, panel):
    panel.show_item("a12")
    legal = party(panel, "Head of Legal")
    button = panel.who.findChild(LettersButton, f"letters_{legal}")
    qtbot.keyClicks(button, "a")

    assert next(c.letters for c in plan_of(panel).assignments_of["a12"] if c.party == legal) == "AR"
    again = panel.who.findChild(LettersButton, f"letters_{legal}")
    qtbot.keyClicks(again, "r")
    assert next(c.letters for c in plan_of(panel).assignments_of["a12"] if c.party == legal) == "A"


def test_a_party_is_taken_off_a_row(qtbot, panel):
    panel.show_item("a12")
    legal = party(panel, "Head of Legal")
    qtbot.keyClick(panel.who.findChild(LettersButton, f"letters_{legal}"), Qt.Key.Key_Delete)

    assert legal not in [cell.party for cell in plan_of(panel).assignments_of["a12"]]
    assert "Head of Legal" not in words(panel.who)


def test_a_known_and_a_new_name_are_added_with_a_letter(qtbot, panel):
    panel.show_item("a12")
    for name in ("audit manager", "Head of Bins"):
        edit = panel.who.findChild(QLineEdit, "new_party")
        edit.setText(name)
        qtbot.keyClick(edit, Qt.Key.Key_Return)

    cells = {plan_of(panel).parties[c.party].name: c.letters for c in plan_of(panel).assignments_of["a12"]}
    assert cells["Audit Manager"] == "A"
    assert cells["Head of Bins"] == "C"


def test_a_name_that_is_being_typed_stays_when_news_comes(qtbot, panel):
    panel.show_item("a22")
    panel.who.findChild(QLineEdit, "new_party").setText("Head of B")
    panel._bridge.run(SetLetters("a22", party(panel, "HR Manager"), "S"))

    assert panel.who.findChild(QLineEdit, "new_party").text() == "Head of B"
    panel.show_item("a23")
    assert panel.who.findChild(QLineEdit, "new_party").text() == ""


def test_the_next_letter_is_the_one_that_is_missing(panel):
    assert next_letter(plan_of(panel), "a22") == "R"
    assert next_letter(plan_of(panel), "a12") == "A"
    assert add_letter(plan_of(panel), "a12", "  ", "R") is None


def test_parties_without_letters_here_show_their_part_and_note(panel):
    panel._bridge.run(SetLetters("a22", party(panel, "HR Manager"), "S", "half a day"))
    panel.show_item("a22")

    assert "HR Manager (half a day)" in words(panel.who)


def test_an_update_is_added_and_stands_first(qtbot, panel):
    panel._bridge.run(AddUpdate("a22", "Older news", Rag.GREEN, date(2025, 9, 1), "HR Manager"))
    panel.show_item("a22")
    qtbot.mouseClick(panel.updates.opener, Qt.MouseButton.LeftButton)
    panel.updates.text.setPlainText("Trainer booked")
    qtbot.mouseClick(panel.updates.rag.buttons["green"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.updates.add, Qt.MouseButton.LeftButton)

    newest = plan_of(panel).updates_of["a22"][-1]
    assert (newest.text, newest.rag) == ("Trainer booked", Rag.GREEN)
    said = words(panel.updates)
    assert said.index("Trainer booked") < said.index("Older news")
    assert "Latest update" in said
    assert not panel.updates.form.isVisible()


@pytest.mark.parametrize("rag", ["amber", "red"])
def test_amber_and_red_need_a_comment(qtbot, panel, rag):
    panel.show_item("a22")
    panel.updates.open_form()
    qtbot.mouseClick(panel.updates.rag.buttons[rag], Qt.MouseButton.LeftButton)
    assert not panel.updates.add.isEnabled()
    assert "need a comment" in panel.updates.hint.text()
    panel.updates.text.setPlainText("The trainer is ill")
    assert panel.updates.add.isEnabled()
    assert not panel.updates.hint.isVisible()


def test_only_the_newest_updates_stand_there_until_all_are_wanted(qtbot, panel):
    for day in range(1, 7):
        panel._bridge.run(AddUpdate("a22", f"Note {day}", None, date(2025, 9, day)))
    panel.show_item("a22")
    assert "Note 6" in words(panel.updates)
    assert "Note 1" not in words(panel.updates)
    qtbot.mouseClick(panel.updates.findChild(QPushButton, "older_updates"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Note 1" in words(panel.updates))


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


def test_a_row_deleted_elsewhere_leaves_the_panel_empty(panel):
    panel.show_item("a22")
    panel._bridge.run(DeleteItem(("a22",)))

    assert panel.item_id is None
    assert panel.empty.isVisible()


def test_every_field_has_a_name_for_screen_readers(panel):
    panel.show_item("a12")
    from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

    fields = [*panel.findChildren(QLineEdit), *panel.findChildren(QPlainTextEdit), *panel.findChildren(QAbstractButton)]
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in fields
        if widget.isVisible() and not widget.accessibleName() and not getattr(widget, "text", lambda: "")()
    ]
    assert nameless == []
