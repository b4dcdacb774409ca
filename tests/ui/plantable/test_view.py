import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from mkplanner.models.commands.rows import AddItem, DeleteItem, MoveItem
from mkplanner.models.commands.together import Together
from mkplanner.models.outline import outline
from mkplanner.models.status import Status
from mkplanner.ui import messages
from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.editors.partypicker import PartyEdit
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable.columns import BY_WHEN, DONE, OWNER, REF, STATUS, TITLE
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


@pytest.fixture
def recorder():
    recorder = messages.Recorder()
    before = messages.use(recorder)
    yield recorder
    messages.use(before)


def plan_of(view):
    return view._bridge.plan


def at(view):
    index = view.table.currentIndex()
    return view.model.item_id(index), index.column()


def go(view, id_, column):
    view.table.choose(id_, column)


def key(qtbot, view, key_, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(view.table, key_, held)


def editor(view, kind):
    found = [widget for widget in view.table.viewport().findChildren(kind) if not widget.isHidden()]
    assert len(found) == 1
    return found[0]


# Moving about


def test_arrows_go_from_cell_to_cell(qtbot, view):
    go(view, "a12", TITLE)
    key(qtbot, view, Qt.Key.Key_Right)
    assert at(view) == ("a12", BY_WHEN)
    key(qtbot, view, Qt.Key.Key_Left)
    key(qtbot, view, Qt.Key.Key_Left)
    assert at(view) == ("a12", REF)
    key(qtbot, view, Qt.Key.Key_Left)
    assert at(view) == ("a12", REF)
    key(qtbot, view, Qt.Key.Key_Down)
    assert at(view) == ("t2", REF)


def test_tab_goes_on_and_from_the_last_cell_to_the_next_row(qtbot, view):
    go(view, "a21", OWNER)
    key(qtbot, view, Qt.Key.Key_Tab)
    assert at(view) == ("a21", STATUS)
    key(qtbot, view, Qt.Key.Key_Tab)
    assert at(view) == ("a22", REF)
    key(qtbot, view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert at(view) == ("a21", STATUS)


def test_hidden_columns_are_passed_over_and_shown_ones_not(qtbot, view):
    view.table.head.column_menu().findChild(object, "show_percent").setChecked(True)
    go(view, "a21", STATUS)
    key(qtbot, view, Qt.Key.Key_Right)

    assert at(view) == ("a21", DONE)


def test_enter_goes_down_and_at_the_end_opens_the_line_for_a_new_action(qtbot, view):
    go(view, "a25", TITLE)
    key(qtbot, view, Qt.Key.Key_Return)
    assert view.table.currentIndex().internalId() == NEW_ROW
    key(qtbot, view, Qt.Key.Key_Return)
    assert editor(view, CellEdit).toPlainText() == ""


def test_rows_open_and_shut_by_keys(qtbot, view):
    go(view, "s111", TITLE)
    key(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert at(view) == ("a11", TITLE)
    key(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert not view.table.isExpanded(view.model.index_of("a11"))
    key(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.table.isExpanded(view.model.index_of("a11"))


def test_the_sign_before_a_row_opens_and_shuts_it_without_selecting(qtbot, view):
    index = view.model.index_of("a11")
    top = view.table.visualRect(index).top()
    box = view.table.painter.chevron_rect(index.internalId(), top)
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center().x(), top + 8))

    assert not view.table.isExpanded(index)
    assert view.selected() == ()


# Editing


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
    from mkplanner.models.commands.rows import SetField

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


# Rows


def test_typing_on_the_last_line_adds_one_action_after_another(qtbot, view):
    view.table.go_to(view.table.new_row_index())
    for words in ("Write the leaflet", "Print the leaflet"):
        qtbot.keyClicks(view.table, words[0])
        edit = editor(view, CellEdit)
        qtbot.keyClicks(edit, words[1:])
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        assert view.table.currentIndex().internalId() == NEW_ROW

    titles = [entry.item.title for entry in outline(plan_of(view))]
    assert titles[-2:] == ["Write the leaflet", "Print the leaflet"]


def test_a_click_on_the_last_line_opens_it(qtbot, view):
    rect = view.table.visualRect(view.table.new_row_index())
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert editor(view, CellEdit).accessibleName() == "New action"


def test_typing_after_a_click_below_the_last_row_adds_an_action(qtbot, view):
    go(view, "a12", BY_WHEN)
    port = view.table.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(90, port.height() - 5))
    qtbot.keyClicks(view.table, "W")
    qtbot.keyClick(editor(view, CellEdit), Qt.Key.Key_Return)

    assert plan_of(view).items["a12"].by_when.words.startswith("By 31 Dec")
    assert outline(plan_of(view))[-1].item.title == "W"


def test_insert_adds_a_row_below_and_its_first_words_are_the_same_step(qtbot, view):
    go(view, "a21", STATUS)
    key(qtbot, view, Qt.Key.Key_Insert)
    edit = editor(view, CellEdit)
    qtbot.keyClicks(edit, "Advertise the post")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    titles = [entry.item.title for entry in outline(plan_of(view))]
    assert titles[titles.index("Appoint the Head of Shared Legal Services") + 1] == "Advertise the post"
    view._bridge.undo()
    assert "Advertise the post" not in [item.title for item in plan_of(view).items.values()]
    assert view._bridge.undo_title is None


def test_a_new_row_that_gets_no_words_goes_away_again(qtbot, view):
    before = plan_of(view).items
    go(view, "a21", TITLE)
    key(qtbot, view, Qt.Key.Key_Insert)
    qtbot.keyClick(editor(view, CellEdit), Qt.Key.Key_Escape)

    assert plan_of(view).items == before


def test_a_sub_action_is_added_inside_and_shown(qtbot, view):
    go(view, "a25", TITLE)
    view.handlers()["add_sub_action"]()
    edit = editor(view, CellEdit)
    qtbot.keyClicks(edit, "Choose the room")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    (made,) = plan_of(view).children["a25"]
    assert made.title == "Choose the room"
    assert view.table.isExpanded(view.model.index_of("a25"))


def test_alt_and_arrows_move_and_indent_and_keep_the_row_chosen(qtbot, view):
    alt = Qt.KeyboardModifier.AltModifier
    go(view, "a22", BY_WHEN)
    key(qtbot, view, Qt.Key.Key_Up, alt)
    assert [row.id for row in plan_of(view).children["t2"]][:2] == ["a22", "a21"]
    key(qtbot, view, Qt.Key.Key_Down, alt)
    assert [row.id for row in plan_of(view).children["t2"]][:2] == ["a21", "a22"]
    key(qtbot, view, Qt.Key.Key_Right, alt)
    assert plan_of(view).items["a22"].parent == "a21"
    assert view.table.visualRect(view.model.index_of("a22")).height() > 0
    key(qtbot, view, Qt.Key.Key_Left, alt)
    assert plan_of(view).items["a22"].parent == "t2"
    assert at(view) == ("a22", BY_WHEN)
    assert view.selected() == ("a22",)


def test_several_rows_move_together_and_keep_their_order(qtbot, view):
    go(view, "a22", TITLE)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in plan_of(view).children["t2"]] == ["a22", "a23", "a21", "a24", "a25"]
    key(qtbot, view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    key(qtbot, view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in plan_of(view).children["t2"]] == ["a21", "a24", "a22", "a23", "a25"]
    assert view.selected() == ("a22", "a23")


def test_the_first_row_of_a_theme_moves_up_into_the_theme_before(qtbot, view):
    go(view, "a21", TITLE)
    key(qtbot, view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert [row.id for row in plan_of(view).children["t1"]] == ["a11", "a12", "a21"]


def test_what_cannot_be_done_is_said(qtbot, view, recorder):
    go(view, "a11", TITLE)
    key(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert "first of its level" in recorder.errors[0].sentence


def test_deleting_goes_to_the_row_that_follows(qtbot, view):
    go(view, "a11", TITLE)
    key(qtbot, view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert "s111" not in plan_of(view).items
    assert at(view) == ("a12", TITLE)
    view._bridge.undo()
    assert "s111" in plan_of(view).items


def test_fill_down_copies_the_first_rows_cell(qtbot, view):
    go(view, "a21", BY_WHEN)
    for _ in range(2):
        qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    frames = [plan_of(view).items[id_].by_when for id_ in ("a21", "a22", "a23")]
    assert frames[0] == frames[1] == frames[2]
    assert view._bridge.undo_title == "Change by when of 2 rows"


def test_fill_down_with_one_row_takes_the_row_above(qtbot, view):
    go(view, "a12", OWNER)
    key(qtbot, view, Qt.Key.Key_Down)
    key(qtbot, view, Qt.Key.Key_Down)
    key(qtbot, view, Qt.Key.Key_Down)
    go(view, "a22", STATUS)
    key(qtbot, view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert plan_of(view).items["a22"].status is Status.LATE


# Clipboard


def test_copied_rows_are_text_for_spreadsheets_and_a_table_for_word(qtbot, view):
    go(view, "a12", TITLE)
    key(qtbot, view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()

    assert data.text().split("\t") == [
        "1.2",
        "Put a collaboration agreement in place",
        "By 31 Dec 25 for existing services Ongoing for new services",
        "Head of Legal, HR Manager",
        "On track",
    ]
    assert "<td>By 31 Dec 25 for existing services<br>Ongoing for new services</td>" in data.html()
    assert "<th>By when</th>" in data.html()


def test_copied_rows_can_be_pasted_back_as_new_rows(qtbot, view, recorder):
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    rows = plan_of(view).children["t2"]
    assert [row.title for row in rows].count("Joint training for managers") == 2
    assert rows[2].by_when.words == "Ongoing"
    assert recorder.notes == ["Pasted 1 row. Undo takes them back."]


def test_pasted_lines_become_actions_below_the_current_one_in_one_step(qtbot, view, recorder):
    QGuiApplication.clipboard().setText("Book the hall\n\nSend letters\tBy March 2026\tHead of Bins\tnonsense\n")
    go(view, "a21", TITLE)
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    rows = plan_of(view).children["t2"]
    assert [row.title for row in rows[:3]] == [rows[0].title, "Book the hall", "Send letters"]
    assert rows[2].by_when.words == "By March 2026"
    assert rows[2].notes == "nonsense"
    view._bridge.undo()
    assert len(plan_of(view).children["t2"]) == 5


def test_a_pasted_table_with_headings_comes_in_whole(qtbot, view, recorder):
    table = "Action\tBy when\tAction by\nWrite a plan\tMay 2026\tHead of Bins\nPrint it\tJune 2026\tHead of Bins\n"
    QGuiApplication.clipboard().setText(table)
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    titles = [item.title for item in plan_of(view).items.values()]
    assert {"Write a plan", "Print it"} <= set(titles)
    assert "Action" not in titles


def test_an_empty_clipboard_is_said_not_pasted(qtbot, view, recorder):
    QGuiApplication.clipboard().clear()
    key(qtbot, view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert "no text" in recorder.notes[0]
    assert view._bridge.undo_title is None


# What stays when the plan changes


def test_shut_rows_choice_and_place_stay_when_other_rows_come_and_go(qtbot):
    view = timetable_of(qtbot, bridge_of(), height=230)
    view.table.collapse(view.model.index_of("a11"))
    go(view, "a25", BY_WHEN)
    scrolled = view.table.verticalScrollBar().value()
    assert scrolled > 0

    view._bridge.run(AddItem("Another", parent="t1"))
    view._bridge.run(DeleteItem(("a12",)))
    view._bridge.run(MoveItem("a22", "t1", None))
    view.table.executeDelayedItemsLayout()

    assert not view.table.isExpanded(view.model.index_of("a11"))
    assert view.table.isExpanded(view.model.index_of("t2"))
    assert at(view) == ("a25", BY_WHEN)
    assert view.selected() == ("a25",)


def test_they_stay_even_when_everything_changes_at_once(qtbot):
    view = timetable_of(qtbot, bridge_of())
    view.table.collapse(view.model.index_of("a11"))
    go(view, "a25", BY_WHEN)
    view._bridge.run(Together("All", (AddItem("New", parent="t1"), MoveItem("a22", "t1", None), DeleteItem(("a12",)))))

    assert not view.table.isExpanded(view.model.index_of("a11"))
    assert view.table.isExpanded(view.model.index_of("t1"))
    assert at(view) == ("a25", BY_WHEN)
    assert view.selected() == ("a25",)


def test_rows_that_come_back_by_undo_are_open_again(qtbot, view):
    view._bridge.run(DeleteItem(("t1",)))
    view._bridge.undo()

    assert view.table.isExpanded(view.model.index_of("t1"))
    assert view.table.isExpanded(view.model.index_of("a11"))


def test_rows_are_as_tall_as_their_words_up_to_three_lines_and_by_when_as_tall_as_it_must(qtbot, view):
    pitch, pad = view.table.rows.measures.pitch, view.table.rows.measures.pad
    view.model.setData(view.model.index_of("a22", TITLE), "word " * 60)
    serial = view.model.index_of("a22").internalId()
    assert view.table.rows.row(serial).height == 2 * pad + 3 * pitch
    assert view.table.rows.row(serial).cells[TITLE].words[2].endswith("…")
    view.model.setData(view.model.index_of("a22", BY_WHEN), "\n".join(f"By {day} March 2026" for day in range(1, 8)))
    assert view.table.rows.row(serial).height >= 2 * pad + 7 * pitch
    assert view.table.visualRect(view.model.index_of("a22")).height() == view.table.rows.row(serial).height


def test_the_words_of_a_theme_run_over_the_empty_cells_beside_it(qtbot, view):
    serial = view.model.index_of("t1").internalId()
    view.table.head.resizeSection(TITLE, 90)

    assert view.table.rows.row(serial).cells[TITLE].words == ["Governance and decision-making"]


def test_every_column_but_two_can_be_hidden_and_brought_back(view):
    menu = view.table.head.column_menu()
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == ["show_by_when", "show_owners", "show_status", "show_percent", "show_tags", "show_notes"]
    menu.findChild(object, "show_owners").setChecked(False)
    assert view.table.isColumnHidden(OWNER)
    view.table.head.set_first_widths()
    assert not view.table.isColumnHidden(OWNER)


def test_a_new_number_widens_the_first_column(view):
    before = view.table.columnWidth(REF)
    view.model.setData(view.model.index_of("t2", REF), "RES10.12")

    assert view.table.columnWidth(REF) > before
