from PySide6.QtCore import QPoint, Qt

from mkplanner.models.outline import outline
from mkplanner.models.status import Status
from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.itemmodels.columns import BY_WHEN, OWNER, STATUS, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable.rowdoings import RowDoings
from tests.ui.plantable.steps import at, editor, go, key, plan_of


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


def test_orders_on_nothing_do_nothing(view):
    view.table.go_to(view.table.new_row_index())
    assert isinstance(view.doings, RowDoings)
    for name in ("indent", "outdent", "move_up", "move_down", "delete", "clear", "fill_down", "copy"):
        view.handlers()[name]()
    assert view._bridge.undo_title is None
