from datetime import datetime

import pytest
from PySide6.QtWidgets import QPushButton

from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, DeleteItem, SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.lookback.history import HistoryDialog
from mkplanner.ui.lookback.historylist import LINE
from mkplanner.ui.moments import moment_words


@pytest.fixture
def opened(plan_path):
    made = open_plan(plan_path, author="HR Manager")
    made.session.run(SetField("a", "by_when", "By 30 June 2027"))
    made.session.run(SetField("b", "title", "Share one switchboard"))
    yield made
    made.close()


@pytest.fixture
def shown(qtbot, dressed, opened):
    def show(row=None):
        dialog = HistoryDialog(None, opened, row)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def lines(dialog):
    return [dialog._model.index(row, 0).data(LINE) for row in range(dialog._model.rowCount())]


def deeds(dialog):
    return [line.deed for line in lines(dialog)]


def choose(dialog, words):
    place = next(place for place, deed in enumerate(deeds(dialog)) if words in deed)
    dialog._list.setCurrentIndex(dialog._model.index(place, 0))
    return dialog.findChild(QPushButton, "put_back")


def test_the_newest_comes_first_and_the_making_of_the_plan_last(shown):
    found = deeds(shown())

    assert found[0] == "Changed the title of 2 from “Share one telephone system” to “Share one switchboard”"
    assert found[1] == "Changed the date of 1 from “By 31 March 2027” to “By 30 June 2027”"
    assert found[-1] == "Made the plan"


def test_who_and_when_are_said(shown):
    first = lines(shown())[0]

    assert first.who == "HR Manager"
    assert moment_words(first.at).endswith(datetime.fromisoformat(first.at).astimezone().strftime("%H:%M"))


def test_a_rows_own_history_has_its_letters_too(shown, opened):
    party = next(each.id for each in opened.plan.parties.values() if each.name == "Joint Board")
    opened.session.run(SetLetters("a", party, "R"))
    opened.session.run(SetField("a1", "notes", "Of another row"))
    found = deeds(shown("a"))

    assert any("Joint Board for 1" in deed for deed in found)
    assert any("the date of 1" in deed for deed in found)
    assert not any("switchboard" in deed or "notes" in deed for deed in found)


def test_an_older_value_is_put_back_as_a_step(shown, opened):
    dialog = shown()
    button = choose(dialog, "the date of 1")
    assert button.text() == "Put “By 31 March 2027” &back"
    button.click()

    assert opened.plan.items["a"].by_when.words == "By 31 March 2027"
    assert deeds(dialog)[0].startswith("Changed the date of 1 from “By 30 June 2027”")
    opened.session.undo()
    assert opened.plan.items["a"].by_when.words == "By 30 June 2027"


def test_what_was_empty_is_made_empty_again(shown, opened):
    opened.session.run(SetField("b", "notes", "Ask the supplier"))
    button = choose(shown(), "the notes of 2")
    assert button.text() == "Make it &empty again"
    button.click()

    assert opened.plan.items["b"].notes == ""


def test_what_has_no_single_older_value_cannot_be_put_back(shown, opened):
    opened.session.run(AddItem("A new action", id="n"))
    opened.session.run(DeleteItem(("a2",)))
    dialog = shown()

    assert not choose(dialog, "Deleted").isEnabled()
    assert not choose(dialog, "Added").isEnabled()
    assert not choose(dialog, "Made the plan").isEnabled()


def test_the_row_of_an_older_value_may_have_gone(shown, opened, recorder):
    opened.session.run(DeleteItem(("b",)))
    dialog = shown()
    button = choose(dialog, "“Share one switchboard”")
    for place, line in enumerate(lines(dialog)):
        if line.change is not None and line.change.item == "b":
            dialog._list.setCurrentIndex(dialog._model.index(place, 0))
            button.click()
            break

    assert len(recorder.errors) == 1
    assert "b" not in opened.plan.items


def test_a_mark_leaves_out_what_was_known_then(shown, opened):
    opened.mark("Board, 25 February")
    opened.session.run(SetField("b", "title", "Share two switchboards"))
    opened.session.run(SetField("b", "title", "Share three switchboards"))
    dialog = shown()
    dialog._since.setCurrentIndex(1)

    assert dialog._since.currentText() == "Changed since Board, 25 February"
    assert len(deeds(dialog)) == 2
    dialog._net.setChecked(True)
    assert deeds(dialog) == ["Changed: the title of 2 from “Share one switchboard” to “Share three switchboards”."]
    assert not dialog.findChild(QPushButton, "put_back").isEnabled()


def test_words_narrow_the_list(shown):
    dialog = shown()
    dialog._words.setText("switchboard")
    assert len(deeds(dialog)) == 1

    dialog._words.setText("nowhere to be found")
    assert dialog._count.text() == "Nothing has changed."


def test_of_a_long_history_the_newest_lines_are_shown_and_the_filter_finds_the_rest(shown, monkeypatch):
    monkeypatch.setattr("mkplanner.ui.lookback.history.MOST", 2)
    dialog = shown()

    assert len(deeds(dialog)) == 2
    assert dialog._count.text().startswith("The newest 2 of ")
    dialog._words.setText("made the plan")
    assert deeds(dialog) == ["Made the plan"]


def test_a_line_leads_to_its_row(shown, qtbot):
    dialog = shown()
    choose(dialog, "the date of 1")
    with qtbot.waitSignal(dialog.row_chosen) as asked:
        dialog._go()

    assert asked.args == ["a"]
