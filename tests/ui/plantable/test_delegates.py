import os
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from mkplanner.models.commands.rows import SetField
from mkplanner.models.status import Status
from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.editors.partypicker import PartyEdit
from mkplanner.ui.itemmodels.columns import BY_WHEN, DONE, OWNER, STATUS, TITLE
from mkplanner.ui.plantable.delegates import CellDelegate
from tests.ui.plantable.steps import at, editor, go, key, plan_of


def test_typing_replaces_the_cell_enter_keeps_it_and_goes_down(qtbot, view):
    go(view, "a22", TITLE)
    qtbot.keyClicks(view.table, "T")
    edit = editor(view, CellEdit)
    qtbot.keyClicks(edit, "rain everybody")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert plan_of(view).items["a22"].title == "Train everybody"
    assert at(view) == ("a23", TITLE)
    assert view._bridge.undo_title == "Change action"


def test_f2_edits_and_escape_leaves_all_as_it_was(qtbot, view):
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_F2)
    edit = editor(view, CellEdit)
    assert edit.toPlainText() == "Joint training for managers"
    qtbot.keyClicks(edit, "gone")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)

    assert plan_of(view).items["a22"].title == "Joint training for managers"
    assert at(view) == ("a22", TITLE)
    assert view._bridge.undo_title is None


def test_tab_keeps_the_words_and_goes_to_the_next_cell(qtbot, view):
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_F2)
    edit = editor(view, CellEdit)
    qtbot.keyClicks(edit, "Train")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)

    assert plan_of(view).items["a22"].title == "Train"
    assert at(view) == ("a22", BY_WHEN)


def test_a_long_text_grows_over_the_rows_below(qtbot, view):
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_F2)
    edit = editor(view, CellEdit)
    before = edit.height()
    edit.setPlainText("words that go on and on " * 12)

    assert edit.height() > before
    assert view.table.viewport().rect().contains(edit.geometry())


def test_news_of_the_row_does_not_take_away_what_is_being_typed(qtbot, view):
    for column, kind in ((TITLE, CellEdit), (OWNER, QLineEdit)):
        go(view, "a22", column)
        qtbot.keyClicks(view.table, "W")
        edit = editor(view, kind)
        qtbot.keyClicks(edit, "ords")
        view._bridge.run(SetField("a22", "title", f"Somebody else's words {column}"))
        assert (edit.toPlainText() if kind is CellEdit else edit.text()) == "Words"
        qtbot.keyClick(edit, Qt.Key.Key_Escape)


def test_owners_are_proposed_from_the_plan_and_several_are_kept(qtbot, view):
    go(view, "a22", OWNER)
    key(qtbot, view, Qt.Key.Key_F2)
    edit = editor(view, PartyEdit)
    names = edit.completer()
    names.setCompletionPrefix("audit")
    assert names.currentCompletion() == "Audit Manager"
    edit.setText("Audit Manager; Head of Bins")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert view.model.index_of("a22", OWNER).data() == "Audit Manager, Head of Bins"


def test_a_letter_sets_the_status_of_every_chosen_row_as_one_step(qtbot, view):
    go(view, "a22", STATUS)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(view.table, "g")

    assert [plan_of(view).items[id_].status for id_ in ("a22", "a23")] == [Status.ON_TRACK] * 2
    view._bridge.undo()
    assert plan_of(view).items["a22"].status is None


def test_the_status_list_offers_every_word(qtbot, view):
    go(view, "a22", STATUS)
    key(qtbot, view, Qt.Key.Key_F2)
    box = editor(view, QComboBox)
    box.setCurrentText("Suspended")
    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert plan_of(view).items["a22"].status is Status.SUSPENDED


def test_a_percentage_over_a_hundred_cannot_be_typed(qtbot, view):
    view.table.head.column_menu().findChild(object, "show_percent").setChecked(True)
    go(view, "a22", DONE)
    key(qtbot, view, Qt.Key.Key_F2)
    edit = editor(view, QLineEdit)
    qtbot.keyClicks(edit, "250")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert plan_of(view).items["a22"].percent == 25


def test_delete_clears_the_cell_in_all_chosen_rows(qtbot, view):
    go(view, "a21", BY_WHEN)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, view, Qt.Key.Key_Delete)

    assert plan_of(view).items["a21"].by_when is None
    assert plan_of(view).items["a22"].by_when is None
    assert plan_of(view).items["a21"].title


def test_only_the_first_column_says_how_tall_a_row_is(view):
    delegate = view.table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    index = view.model.index_of("a12")
    height = view.table.rows.row(index.internalId()).height
    assert delegate.sizeHint(None, index).height() == height
    assert delegate.sizeHint(None, index.siblingAtColumn(TITLE)).height() == 0


def test_words_in_an_open_editor_are_kept_when_the_window_closes(qtbot, view):
    for column, kind in ((TITLE, CellEdit), (BY_WHEN, CellEdit)):
        go(view, "a22", column)
        key(qtbot, view, Qt.Key.Key_F2)
        editor(view, kind).setPlainText("By March 2026")
        view.close()
        view.show()

    assert plan_of(view).items["a22"].title == "By March 2026"
    assert plan_of(view).items["a22"].by_when.words == "By March 2026"
    assert view.table.state() != view.table.State.EditingState


def test_a_table_taken_down_with_an_editor_open_does_no_harm(checkout):
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from tests.ui.saltway import bridge_of, timetable_of\n"
        "class Bot:\n"
        "    addWidget = waitExposed = staticmethod(lambda widget: app.processEvents())\n"
        "view = timetable_of(Bot, bridge_of())\n"
        "view.table.edit_cell('a22', 2)\n"
        "app.processEvents()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == 0
