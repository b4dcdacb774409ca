"""Progress updates written in their cell."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.status import Rag
from mkplanner.ui.editors.updatecell import UpdateCell
from mkplanner.ui.itemmodels.columns import UPDATE
from mkplanner.ui.updates.view import UpdatesView
from tests.ui.saltway import TODAY, bridge_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot):
    view = UpdatesView(bridge_of(), day=lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    view.table.setFocus()
    return view


def opened(view) -> UpdateCell:
    (edit,) = [one for one in view.table.viewport().findChildren(UpdateCell) if not one.isHidden()]
    return edit


def begin(qtbot, view, row, words=""):
    view.select(row)
    qtbot.keyClicks(view.table, words[:1]) if words else qtbot.keyClick(view.table, Qt.Key.Key_F2)
    edit = opened(view)
    qtbot.keyClicks(edit, words[1:])
    return edit


def newest(view, row):
    update = view._bridge.plan.updates_of[row][-1]
    return update.text, update.rag, update.date


def test_typing_enter_writes_an_update_of_today_and_goes_to_the_next_row(qtbot, view):
    edit = begin(qtbot, view, "a22", "Trainer booked")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert newest(view, "a22") == ("Trainer booked", None, TODAY)
    assert view.table.current_id() == "a23"
    assert view.table.currentIndex().column() == UPDATE
    assert view._bridge.undo_title == "Add update"


@pytest.mark.parametrize(
    ("key", "light"), [(Qt.Key.Key_G, Rag.GREEN), (Qt.Key.Key_A, Rag.AMBER), (Qt.Key.Key_R, Rag.RED)]
)
def test_alt_and_a_letter_give_the_light(qtbot, view, key, light):
    edit = begin(qtbot, view, "a22", "Trainer ill")
    qtbot.keyClick(edit, key, ALT)
    assert edit.popup.light is light
    assert light.value in edit.accessibleDescription()
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert newest(view, "a22") == ("Trainer ill", light, TODAY)


def test_an_update_is_signed_by_who_uses_the_program_and_says_so(qtbot, view):
    view._bridge.author = "Ann Miles"
    edit = begin(qtbot, view, "a22", "Trainer booked")
    assert edit.popup.signed.text() == "Signed Ann Miles"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert view._bridge.plan.updates_of["a22"][-1].author == "Ann Miles"


def test_an_update_of_today_that_is_mended_keeps_its_author(qtbot, view):
    view._bridge.author = "Ann Miles"
    view._bridge.run(AddUpdate("a22", "Trainer sought", None, TODAY, "HR Manager"))
    edit = begin(qtbot, view, "a22")
    assert edit.popup.signed.text() == "Signed HR Manager"
    edit.setPlainText("Trainer booked")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    (update,) = view._bridge.plan.updates_of["a22"]
    assert (update.text, update.author) == ("Trainer booked", "HR Manager")


def test_alt_n_takes_the_light_away_again(qtbot, view):
    edit = begin(qtbot, view, "a22", "Trainer ill")
    qtbot.keyClick(edit, Qt.Key.Key_R, ALT)
    qtbot.keyClick(edit, Qt.Key.Key_N, ALT)
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert newest(view, "a22") == ("Trainer ill", None, TODAY)


def test_red_without_words_waits_for_its_comment(qtbot, view):
    edit = begin(qtbot, view, "a22")
    qtbot.keyClick(edit, Qt.Key.Key_R, ALT)
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert not edit.isHidden()
    assert "need a comment" in edit.popup.hint.text()
    assert not view._bridge.plan.updates_of.get("a22")
    qtbot.keyClicks(edit, "Another trainer is asked")
    assert not edit.popup.hint.isVisible()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert newest(view, "a22") == ("Another trainer is asked", Rag.RED, TODAY)


def test_leaving_for_another_cell_with_red_alone_writes_nothing(qtbot, view):
    edit = begin(qtbot, view, "a22")
    qtbot.keyClick(edit, Qt.Key.Key_R, ALT)
    view.select("a11")

    assert not view._bridge.plan.updates


def test_escape_leaves_all_as_it_was(qtbot, view):
    edit = begin(qtbot, view, "a22", "Nothing of the sort")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)

    assert not view._bridge.plan.updates
    assert edit.popup.isHidden()


def test_on_the_same_day_the_update_is_mended_and_not_doubled(qtbot, view):
    qtbot.keyClick(begin(qtbot, view, "a22", "Traner booked"), Qt.Key.Key_Return)
    edit = begin(qtbot, view, "a22")
    assert edit.toPlainText() == "Traner booked"
    edit.setPlainText("Trainer booked")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    (only,) = view._bridge.plan.updates_of["a22"]
    assert only.text == "Trainer booked"
    assert view._bridge.undo_title == "Change update"


def test_what_was_said_on_another_day_stays_and_stands_below(qtbot, view):
    view._bridge.run(AddUpdate("a22", "Trainer sought", Rag.AMBER, date(2025, 10, 1)))
    edit = begin(qtbot, view, "a22")
    assert edit.toPlainText() == ""
    said = [label.text() for label in edit.popup.findChildren(type(edit.popup.hint))]
    assert "Said before: Trainer sought" in said
    qtbot.keyClicks(edit, "Trainer booked")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert [update.text for update in view._bridge.plan.updates_of["a22"]] == ["Trainer sought", "Trainer booked"]


def test_the_button_under_the_cell_keeps_what_was_typed(qtbot, view):
    edit = begin(qtbot, view, "a22", "Trainer booked")
    edit.popup.finished.emit(True)

    assert newest(view, "a22") == ("Trainer booked", None, TODAY)


def test_the_popup_shows_every_button_whole(qtbot, view):
    popup = begin(qtbot, view, "a22", "T").popup
    assert popup.isVisible()
    assert popup.height() >= popup.sizeHint().height() - 1
    assert all(button.width() >= button.sizeHint().width() for button in popup.lights.buttons.values())
